// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accessibility/AccessibleScrollArea.h"

#include <QAccessible>
#include <QLabel>
#include <QScrollArea>
#include <QTest>

using namespace tertulia;

class AccessibleScrollAreaTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hasNoChildBeyondTheLast();
};

void AccessibleScrollAreaTest::hasNoChildBeyondTheLast()
{
    giveScrollAreasCheckedChildren();
    QScrollArea area;
    auto *content = new QLabel(QStringLiteral("content"));
    area.setWidget(content);
    area.show();
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(&area);
    QVERIFY(interface);
    QVERIFY(!interface->child(-1));
    for (int index = interface->childCount(); index < 200; ++index)
        QVERIFY(!interface->child(index));
    QVERIFY(interface->childCount() > 0);
    QCOMPARE(interface->child(0)->object(), area.viewport());
    QCOMPARE(interface->child(0)->child(0)->object(), content);
}

QTEST_MAIN(AccessibleScrollAreaTest)
#include "tst_accessiblescrollarea.moc"
