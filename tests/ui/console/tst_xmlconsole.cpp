// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/XmlTraffic.h"
#include "core/session/XmppSession.h"
#include "tests/support/OfflineProfile.h"
#include "tests/support/Screenshots.h"
#include "ui/console/XmlConsole.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/SearchField.h"

#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QTest>

using namespace tertulia;
using namespace tertulia::test;
using namespace Qt::StringLiterals;

class tst_XmlConsole : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<OfflineProfile> profile;
    QPointer<XmlConsole> console;

    QPlainTextEdit *text(const QString &name) const
    {
        for (QPlainTextEdit *candidate : console->findChildren<QPlainTextEdit *>()) {
            if (candidate->accessibleName() == name)
                return candidate;
        }
        return nullptr;
    }
    QPushButton *button(const QString &name) const
    {
        for (QPushButton *candidate : console->findChildren<QPushButton *>()) {
            if (candidate->text().remove(u'&') == name)
                return candidate;
        }
        return nullptr;
    }
    QString seen() const { return text(u"XML of the connection"_s)->toPlainText(); }
    bool says(const QString &words) const
    {
        for (const QLabel *label : console->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(words))
                return true;
        }
        return false;
    }
    void pass(bool outgoing, const QByteArray &xml) const
    {
        Q_EMIT profile->session().xml().passed(outgoing, xml);
    }

private Q_SLOTS:
    void initTestCase()
    {
        applyTheme(*qApp);
        Theme::current().setChoice(Theme::Choice::Light);
    }
    void init()
    {
        profile = std::make_unique<OfflineProfile>();
        console = new XmlConsole(*profile->accounts);
        console->show();
        QVERIFY(QTest::qWaitForWindowExposed(console));
    }
    void cleanup()
    {
        delete console;
        profile.reset();
    }

    void showsWhatPasses()
    {
        pass(true, "<presence/>");
        pass(false, "  ");
        pass(false, "<message from='bruno@example.org'><body>&lt;b&gt;hola</body></message>");
        QVERIFY(seen().startsWith(u"→"_s) && seen().contains(u"<presence/>"_s));
        QVERIFY(seen().contains(
            u"<message from='bruno@example.org'>\n  <body>&lt;b&gt;hola</body>\n</message>"_s));
        QCOMPARE(seen().count(u"received"_s), 1);
        text(u"XML to send"_s)->setPlainText(u"<message to='bruno@example.org'>"_s);
        screenshot(*console, u"xml-console"_s);
    }

    void filtersPausesAndClears()
    {
        pass(true, "<presence/>");
        pass(true, "<iq type='get'/>");
        console->findChild<SearchField *>()->setText(u"IQ"_s);
        QVERIFY(seen().contains(u"<iq"_s) && !seen().contains(u"presence"_s));
        console->findChild<SearchField *>()->clear();
        QVERIFY(seen().contains(u"presence"_s));
        auto *pause = console->findChild<QCheckBox *>();
        pause->setChecked(true);
        pass(false, "<message/>");
        QVERIFY(!seen().contains(u"<message"_s));
        pause->setChecked(false);
        QVERIFY(seen().contains(u"<message"_s));
        QTest::mouseClick(button(u"Clear"_s), Qt::LeftButton);
        QCOMPARE(seen(), QString());
        console->findChild<SearchField *>()->setText(u"x"_s);
        QCOMPARE(seen(), QString());
    }

    void keepsTheLastOnly()
    {
        for (qsizetype i = 0; i < XmlConsole::kMost + 5; ++i)
            pass(true, "<presence id='" + QByteArray::number(i) + "'/>");
        console->findChild<SearchField *>()->setText(u"'4'"_s);
        QCOMPARE(seen(), QString());
        console->findChild<SearchField *>()->setText(u"'5'"_s);
        QVERIFY(seen().contains(u"id='5'"_s));
    }

    void saysWhatIsWrongWithWhatIsTyped()
    {
        auto *field = text(u"XML to send"_s);
        QVERIFY(!button(u"Send"_s)->isEnabled());
        QVERIFY(!says(u"not complete"_s));
        field->setPlainText(u"<presence"_s);
        QVERIFY(says(u"not complete"_s) && !button(u"Send"_s)->isEnabled());
        field->setPlainText(u"<presence></message>"_s);
        QVERIFY(says(u"not well-formed"_s) && !button(u"Send"_s)->isEnabled());
        field->setPlainText(u"<presence/>"_s);
        QVERIFY(button(u"Send"_s)->isEnabled());
        QTest::mouseClick(button(u"Send"_s), Qt::LeftButton);
        QVERIFY(says(u"not online"_s));
        QCOMPARE(field->toPlainText(), u"<presence/>"_s);
    }

    void closesWithItsAccount()
    {
        QVERIFY(console->isVisible());
        std::ignore = profile->accounts->remove(profile->session().accountId());
        QTRY_VERIFY(!console);
    }
};

QTEST_MAIN(tst_XmlConsole)
#include "tst_xmlconsole.moc"
