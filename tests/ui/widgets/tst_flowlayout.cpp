// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/FlowLayout.h"

#include <QTest>
#include <QWidget>

using namespace tertulia;

class FlowLayoutTest : public QObject
{
    Q_OBJECT

    /// A row of widgets of these widths, 20 high, 8 apart.
    struct Row {
        explicit Row(std::initializer_list<int> widths)
        {
            layout = new FlowLayout(&parent);
            layout->setContentsMargins(0, 0, 0, 0);
            layout->setSpacing(8);
            for (const int width : widths) {
                auto *item = new QWidget(&parent);
                item->setFixedSize(width, 20);
                layout->addWidget(item);
                items.append(item);
            }
        }
        void lay(int width) const { layout->setGeometry({0, 0, width, layout->heightForWidth(width)}); }

        QWidget parent;
        FlowLayout *layout = nullptr;
        QList<QWidget *> items;
    };

private Q_SLOTS:
    void nothingNeedsNoRoom()
    {
        const Row row({});
        QCOMPARE(row.layout->heightForWidth(100), 0);
        QCOMPARE(row.layout->minimumSize(), QSize(0, 0));
        QCOMPARE(row.layout->itemAt(0), nullptr);
        QCOMPARE(row.layout->itemAt(-1), nullptr);
    }

    void whatFitsStaysInARow()
    {
        const Row row({40, 50});
        QCOMPARE(row.layout->sizeHint(), QSize(98, 20));
        QCOMPARE(row.layout->heightForWidth(98), 20);
        row.lay(98);
        QCOMPARE(row.items[0]->geometry(), QRect(0, 0, 40, 20));
        QCOMPARE(row.items[1]->geometry(), QRect(48, 0, 50, 20));
    }

    void whatDoesNotGoesBelow()
    {
        const Row row({40, 50});
        QCOMPARE(row.layout->minimumSize(), QSize(50, 20));
        QCOMPARE(row.layout->heightForWidth(97), 48);
        row.lay(97);
        QCOMPARE(row.items[0]->geometry(), QRect(0, 0, 40, 20));
        QCOMPARE(row.items[1]->geometry(), QRect(0, 28, 50, 20));
    }

    void oneThatIsTooWideHasARowOfItsOwn()
    {
        const Row row({10, 200, 10});
        QCOMPARE(row.layout->heightForWidth(100), 76);
    }

    void hiddenOnesLeaveNoHole()
    {
        const Row row({40, 50, 40});
        row.items[1]->hide();
        QCOMPARE(row.layout->heightForWidth(88), 20);
    }

    void itIsMirrored()
    {
        Row row({40, 50});
        row.parent.setLayoutDirection(Qt::RightToLeft);
        row.lay(100);
        QCOMPARE(row.items[0]->geometry(), QRect(60, 0, 40, 20));
        QCOMPARE(row.items[1]->geometry(), QRect(2, 0, 50, 20));
    }

    void anItemCanBeTaken()
    {
        const Row row({40, 50});
        delete row.layout->takeAt(0);
        QCOMPARE(row.layout->count(), 1);
        QCOMPARE(row.layout->takeAt(5), nullptr);
        QCOMPARE(row.layout->heightForWidth(50), 20);
    }
};

QTEST_MAIN(FlowLayoutTest)
#include "tst_flowlayout.moc"
