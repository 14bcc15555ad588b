// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SessionRig.h"
#include "tests/support/Settle.h"
#include "ui/accounts/ChangePasswordDialog.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/PasswordField.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

const QString kNew = u"three blue lamps"_s;

struct Window {
    explicit Window(XmppSession &session)
        : dialog(new ChangePasswordDialog(session))
    {
        dialog->show();
    }
    ~Window() { delete dialog; }
    Q_DISABLE_COPY_MOVE(Window)
    [[nodiscard]] PasswordField *field(const QString &name) const
    {
        for (auto *found : dialog->findChildren<PasswordField *>())
            if (found->accessibleName() == name)
                return found;
        return nullptr;
    }
    [[nodiscard]] QPushButton *button(const QString &text) const
    {
        for (auto *found : dialog->findChildren<QPushButton *>())
            if (found->text() == text && found->isVisible())
                return found;
        return nullptr;
    }
    [[nodiscard]] QString said() const
    {
        QStringList all;
        for (const QLabel *label : dialog->findChildren<QLabel *>())
            if (label->isVisible())
                all << label->text();
        return all.join(u'\n');
    }
    void type(const QString &current, const QString &wanted, const QString &repeated) const
    {
        field(u"Current password"_s)->setText(current);
        field(u"New password"_s)->setText(wanted);
        field(u"New password, repeated"_s)->setText(repeated);
    }
    QPointer<ChangePasswordDialog> dialog;
};

/// The request for a change, answered with what `body` says.
void answer(SessionRig &rig, const QByteArray &type, const QByteArray &body)
{
    for (const QByteArray &xml : rig.server.skip()) {
        if (!xml.contains("jabber:iq:register"))
            continue;
        const qsizetype begin = xml.indexOf("id=\"") + 4;
        const QByteArray id = xml.mid(begin, xml.indexOf('"', begin) - begin);
        rig.server.send("<iq type='" + type + "' from='example.org' id='" + id + "'>" + body + "</iq>");
        settle();
        return;
    }
    QFAIL("nothing was asked of the server");
}

} // namespace

class ChangePasswordTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp); }

    void onlyWhatCanBeAskedForCanBeSent_data()
    {
        QTest::addColumn<QString>("current");
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<QString>("repeated");
        QTest::addColumn<bool>("fine");
        QTest::newRow("nothing") << u""_s << u""_s << u""_s << false;
        QTest::newRow("no current") << u""_s << kNew << kNew << false;
        QTest::newRow("no new") << u"secret"_s << u""_s << u""_s << false;
        QTest::newRow("not repeated") << u"secret"_s << kNew << u""_s << false;
        QTest::newRow("repeated wrong") << u"secret"_s << kNew << u"three blue lamp"_s << false;
        QTest::newRow("the same as before") << u"secret"_s << u"secret"_s << u"secret"_s << false;
        QTest::newRow("weak, but the person's choice") << u"secret"_s << u"aaaa"_s << u"aaaa"_s << true;
        QTest::newRow("good") << u"secret"_s << kNew << kNew << true;
    }
    void onlyWhatCanBeAskedForCanBeSent()
    {
        QFETCH(QString, current);
        QFETCH(QString, wanted);
        QFETCH(QString, repeated);
        QFETCH(bool, fine);
        SessionRig rig;
        Window window(*rig.session);
        window.type(current, wanted, repeated);
        QCOMPARE(window.button(u"Change password"_s)->isEnabled(), fine);
        for (const auto *label : window.dialog->findChildren<QLabel *>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
        for (const auto *field : window.dialog->findChildren<PasswordField *>())
            QCOMPARE(field->echoMode(), QLineEdit::Password);
    }

    void itSaysWhatBecomesVoid()
    {
        SessionRig rig;
        Window window(*rig.session);
        QVERIFY(window.said().contains(u"every other program and device"_s));
    }

    void failuresAreToldAndTheFieldsStay()
    {
        SessionRig rig;
        Window window(*rig.session); // not connected
        window.type(u"secret"_s, kNew, kNew);
        QTest::keyClick(window.field(u"New password, repeated"_s), Qt::Key_Return);
        QTRY_VERIFY(window.button(u"Change password"_s)->isEnabled());
        QVERIFY(!window.said().contains(u"was changed"_s));
        QCOMPARE(window.field(u"New password"_s)->text(), kNew);
    }

    void aWrongPresentOneIsTold()
    {
        SessionRig rig;
        rig.bringOnline();
        Window window(*rig.session);
        window.type(u"guess"_s, kNew, kNew);
        QTest::mouseClick(window.button(u"Change password"_s), Qt::LeftButton);
        QTRY_VERIFY2(window.said().contains(u"not the present password"_s), qPrintable(window.said()));
    }

    void changed()
    {
        SessionRig rig;
        rig.bringOnline();
        Window window(*rig.session);
        window.type(rig.server.password, kNew, kNew);
        QTest::mouseClick(window.button(u"Change password"_s), Qt::LeftButton);
        QVERIFY(!window.field(u"New password"_s)->isEnabled());
        settle();
        answer(rig, "result", {});
        QTRY_VERIFY2(window.said().contains(u"The password was changed."_s), qPrintable(window.said()));
        // Nothing of it stays in the window.
        for (const auto *field : window.dialog->findChildren<PasswordField *>())
            QVERIFY(field->text().isEmpty() && !field->isVisible());
        QVERIFY(!window.button(u"Change password"_s));
        QTest::mouseClick(window.button(u"Close"_s), Qt::LeftButton);
        QTRY_VERIFY(!window.dialog);
    }

    void refusedByTheServer()
    {
        SessionRig rig;
        rig.bringOnline();
        Window window(*rig.session);
        window.type(rig.server.password, kNew, kNew);
        QTest::mouseClick(window.button(u"Change password"_s), Qt::LeftButton);
        settle();
        answer(rig, "error",
               "<error type='cancel'><not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>");
        QTRY_VERIFY(window.button(u"Change password"_s) && window.button(u"Change password"_s)->isEnabled());
        QVERIFY(!window.said().contains(u"was changed"_s));
    }

    void whatCameOfItIsSaid()
    {
        PasswordChanged kept;
        kept.stored = true;
        QVERIFY(passwordChangedText(kept).contains(u"in the keychain"_s));
        PasswordChanged notWanted;
        notWanted.notStored = {ErrorCode::Cancelled};
        QVERIFY(passwordChangedText(notWanted).contains(u"asked for it the next time"_s));
        PasswordChanged failed;
        failed.notStored = {ErrorCode::KeychainDenied, u"a1/password"_s};
        failed.otherDevices = 2;
        const QString said = passwordChangedText(failed);
        QVERIFY(said.contains(u"until you quit"_s) && said.contains(u"2 other device"_s));
        QVERIFY(!said.contains(u"a1/password"_s));
    }

    void anAccountThatGoesTakesTheWindow()
    {
        auto rig = std::make_unique<SessionRig>();
        Window window(*rig->session);
        rig.reset();
        QVERIFY(!window.dialog);
    }
};

QTEST_MAIN(ChangePasswordTest)
#include "tst_changepassworddialog.moc"
