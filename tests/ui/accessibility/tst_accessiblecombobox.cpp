// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accessibility/AccessibleComboBox.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QComboBox>
#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

class AccessibleComboBoxTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isHeardByItsName();
    void isChosenFromWithoutOpening();
};

void AccessibleComboBoxTest::isHeardByItsName()
{
    giveComboBoxesTheirNames();
    QComboBox box;
    box.setAccessibleName(u"Security"_s);
    box.addItems({u"Automatic"_s, u"STARTTLS"_s});
    box.setCurrentIndex(1);
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(&box);
    QVERIFY(interface);
    QCOMPARE(interface->role(), QAccessible::ComboBox);
    QCOMPARE(interface->text(QAccessible::Name), u"Security"_s);
    QCOMPARE(interface->text(QAccessible::Value), u"STARTTLS"_s);
    QCOMPARE(interface->childCount(), 1);
    QVERIFY(interface->child(0));
    QCOMPARE(interface->indexOfChild(interface->child(0)), 0);
    QVERIFY(interface->actionInterface()->actionNames().contains(QAccessibleActionInterface::pressAction()));
}

void AccessibleComboBoxTest::isChosenFromWithoutOpening()
{
    QComboBox box;
    box.addItems({u"Automatic"_s, u"STARTTLS"_s, u"Direct TLS"_s});
    announceComboBox(&box, u"Security"_s);
    QSignalSpy chosen(&box, &QComboBox::activated);
    box.setCurrentIndex(1);
    QCOMPARE(chosen.count(), 0);
    QCOMPARE(QAccessible::queryAccessibleInterface(box.view())->text(QAccessible::Name), u"Security"_s);
    box.view()->selectionModel()->select(box.model()->index(2, 0), QItemSelectionModel::ClearAndSelect);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(box.currentIndex(), 2);
}

QTEST_MAIN(AccessibleComboBoxTest)
#include "tst_accessiblecombobox.moc"
