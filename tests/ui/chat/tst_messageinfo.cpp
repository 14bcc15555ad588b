// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/ConversationModel.h"
#include "core/models/Roles.h"
#include "tests/support/OfflineProfile.h"
#include "tests/support/Screenshots.h"
#include "tests/support/Settle.h"
#include "ui/chat/MessageInfo.h"
#include "ui/text/Translations.h"
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace tertulia;
using namespace tertulia::test;
using namespace Qt::StringLiterals;

class MessageInfoTest : public QObject
{
    Q_OBJECT
private:
    static inline const QString kBruno = u"bruno@example.org"_s;

    std::unique_ptr<OfflineProfile> profile;
    std::unique_ptr<ConversationModel> chat;
    std::unique_ptr<QWidget> parent;

    QDialog *open(const QByteArray &source)
    {
        delete parent->findChild<QDialog *>();
        showMessageInfo(chat->index(0, 0), source, parent.get());
        return parent->findChild<QDialog *>();
    }
    static bool says(QDialog *dialog, const QString &text)
    {
        for (const QLabel *label : dialog->findChildren<QLabel *>())
            if (label->isVisible() && label->text().contains(text))
                return true;
        return false;
    }

private Q_SLOTS:
    void initTestCase()
    {
        applyTheme(*qApp);
        Theme::current().setReducedMotion(true);
    }
    void init()
    {
        Theme::current().setChoice(Theme::Choice::Light);
        profile = std::make_unique<OfflineProfile>(QList<OfflineProfile::Said>{{kBruno, u"<b>hola</b>"_s}});
        chat.reset(profile->session().openTimeline(*Jid::parse(kBruno), nullptr));
        parent = std::make_unique<QWidget>();
        parent->show();
    }
    void cleanup()
    {
        parent.reset();
        chat.reset();
        profile.reset();
    }

    void withoutAMessageThereIsNothing()
    {
        showMessageInfo({}, "<message/>", parent.get());
        QVERIFY(!parent->findChild<QDialog *>());
    }

    void whyThereIsNoSource()
    {
        QDialog *dialog = open({});
        QVERIFY(says(dialog, u"since Tertulia was started"_s));
        QVERIFY(!dialog->findChild<QPlainTextEdit *>());
    }

    void theSourceIsReadAndCopied()
    {
        const QByteArray xml = "<message id='m1'><body>a\xe2\x80\xae&lt;b></body><x xmlns='y'/></message>";
        QDialog *dialog = open(xml);
        auto *view = dialog->findChild<QPlainTextEdit *>();
        QVERIFY(view && view->isReadOnly());
        QCOMPARE(view->accessibleName(), u"XML source"_s);
        QVERIFY(view->toPlainText().startsWith(u"<message id='m1'>\n  <body>"_s));
        // SECURITY: nothing in it turns the rest around.
        QVERIFY(!view->toPlainText().contains(QChar(0x202E)));
        QVERIFY(QFontInfo(view->font()).fixedPitch());
        for (auto *button : dialog->findChildren<QPushButton *>()) {
            if (button->text() == u"Copy source"_s)
                button->click();
        }
        QCOMPARE(QGuiApplication::clipboard()->text(), QString::fromUtf8(xml));
        // Tab leads out of it again.
        view->setFocus();
        QTest::keyClick(view, Qt::Key_Tab);
        QVERIFY(!view->hasFocus());
    }

    void pictures_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<bool>("dark");
        QTest::newRow("en-light") << u"en"_s << false;
        QTest::newRow("es-dark") << u"es"_s << true;
    }
    void pictures()
    {
        QFETCH(QString, language);
        QFETCH(bool, dark);
        const Translations translations{QLocale(language)};
        Theme::current().setChoice(dark ? Theme::Choice::Dark : Theme::Choice::Light);
        QDialog *dialog = open(
            "<message xmlns=\"jabber:client\" from=\"bruno@example.org/phone\" to=\"ana@example.org/desk\" "
            "type=\"chat\" id=\"3f0e4d5e\"><body>Did you see the draft?</body><request "
            "xmlns=\"urn:xmpp:receipts\"/><markable xmlns=\"urn:xmpp:chat-markers:0\"/><origin-id "
            "xmlns=\"urn:xmpp:sid:0\" id=\"3f0e4d5e\"/></message>");
        settle();
        screenshot(*dialog, u"message-info-"_s + QString::fromLatin1(QTest::currentDataTag()));
        dialog = open({});
        settle();
        screenshot(*dialog, u"message-info-unknown-"_s + QString::fromLatin1(QTest::currentDataTag()));
    }
};

QTEST_MAIN(MessageInfoTest)
#include "tst_messageinfo.moc"
