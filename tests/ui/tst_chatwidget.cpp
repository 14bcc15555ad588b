// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/ConversationListModel.h"
#include "core/models/ConversationModel.h"
#include "core/models/ReactionSummary.h"
#include "core/models/Roles.h"
#include "core/session/SessionChats.h"
#include "core/session/SessionMessages.h"
#include "core/store/ConversationsTable.h"
#include "core/store/MessagesTable.h"
#include "tests/support/OfflineProfile.h"
#include "tests/support/Screenshots.h"
#include "tests/support/Settle.h"
#include "ui/chat/ChatFind.h"
#include "ui/chat/ChatLook.h"
#include "ui/chat/ChatWidget.h"
#include "ui/chat/Composer.h"
#include "ui/chat/ComposerBar.h"
#include "ui/chat/DetailsPane.h"
#include "ui/chat/EncryptionLine.h"
#include "ui/chat/FindBar.h"
#include "ui/chat/ReactionPopup.h"
#include "ui/settings/SettingKeys.h"
#include "ui/settings/UiSettings.h"
#include "ui/spelling/FieldSpelling.h"
#include "ui/spelling/Spelling.h"
#include "ui/text/PlainText.h"
#include "ui/theme/Theme.h"
#include "ui/timeline/TimelineView.h"
#include "ui/writing/ComposerEdit.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace tertulia;
using namespace tertulia::test;
using namespace Qt::StringLiterals;

namespace
{

const QString kBruno = u"bruno@example.org"_s;

QList<OfflineProfile::Said> theConversation()
{
    const auto at = [](int h, int m) { return QDateTime({2026, 6, 3}, {h, m}, Qt::UTC); };
    return {{kBruno, u"Did you see the draft?"_s, false, at(10, 2)},
            {kBruno, u"It is on page 4. The short version:\nif (line.isEmpty()) return;\n¿Qué te parece?"_s,
             false, at(10, 2)},
            {kBruno, u"Yes, nice! Me gusta más que la anterior."_s, true, at(10, 5)},
            {kBruno, u"The view from the office today: https://example.org/view"_s, true, at(10, 6)},
            {kBruno, u"👍"_s, true, at(10, 6)},
            {kBruno, u"Then I’ll send it tonight."_s, false, at(10, 15)},
            {kBruno, u"¡Hasta luego!"_s, false, at(10, 15)}};
}

} // namespace

class ChatWidgetTest : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<OfflineProfile> profile;
    std::unique_ptr<UiSettings> settings;
    std::unique_ptr<ChatWidget> chat;

    void open(const QList<OfflineProfile::Said> &past = {}, QSize size = {710, 734})
    {
        profile = std::make_unique<OfflineProfile>(past);
        profile->addContact(kBruno, u"Bruno Díaz"_s, Availability::Away, u"Out for lunch"_s);
        settings = std::make_unique<UiSettings>(profile->file(u"ui.ini"_s));
        reopen(size);
    }
    void reopen(QSize size = {710, 734})
    {
        chat = std::make_unique<ChatWidget>(profile->session(), *Jid::parse(kBruno));
        chat->setSettings(settings.get());
        chat->resize(size);
        chat->show();
        QVERIFY(QTest::qWaitForWindowExposed(chat.get()));
        chat->activateWindow();
        QTRY_VERIFY(chat->isActiveWindow());
        chat->timeline()->settleNow();
    }
    ComposerEdit *field() const { return chat->findChild<ComposerEdit *>(); }
    QAbstractButton *button(const QString &name) const
    {
        for (QAbstractButton *candidate : chat->findChildren<QAbstractButton *>()) {
            if (candidate->accessibleName() == name && candidate->isVisible())
                return candidate;
        }
        return nullptr;
    }

    /// The row's role, of the model that the timeline shows.
    QVariant shown(int row, int role) const { return chat->timeline()->model()->index(row, 0).data(role); }
    QDialog *dialog() const
    {
        for (QDialog *candidate : chat->findChildren<QDialog *>()) {
            if (candidate->isVisible())
                return candidate;
        }
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase()
    {
        applyTheme(*qApp);
        Theme::current().setChoice(Theme::Choice::Light);
        Theme::current().setReducedMotion(true);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    }
    void cleanup()
    {
        chat.reset();
        settings.reset();
        profile.reset();
        Theme::current().setChoice(Theme::Choice::Light);
        Theme::current().setTextSize(100);
        qApp->setLayoutDirection(Qt::LeftToRight);
    }

    /// UI section 3.
    void controlsHaveTheirNames()
    {
        open(theConversation());
        QCOMPARE(chat->timeline()->accessibleName(), u"Conversation with Bruno Díaz"_s);
        QCOMPARE(field()->accessibleName(), u"Message to Bruno Díaz"_s);
        for (const QString &name : {u"Send"_s, u"Search in chat"_s, u"Open in own window"_s, u"Details"_s})
            QVERIFY2(button(name), qPrintable(name));
        bool encryption = false;
        for (const QLabel *label : chat->findChildren<QLabel *>())
            encryption
                = encryption || (label->accessibleName() == u"Encryption status"_s && label->isVisible());
        QVERIFY(encryption);
        // Whatever can have the focus has a name.
        for (QWidget *widget : chat->findChildren<QWidget *>()) {
            if (widget->focusPolicy() & Qt::TabFocus) {
                QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
                QVERIFY2(accessible && !accessible->text(QAccessible::Name).isEmpty(),
                         widget->metaObject()->className());
            }
        }
        for (QAbstractButton *each : chat->findChildren<QAbstractButton *>())
            QVERIFY2(!each->isVisible() || (each->width() >= 24 && each->height() >= 24),
                     qPrintable(each->accessibleName()));
    }

    void sendingOfflineWaits()
    {
        open(theConversation());
        field()->setFocus();
        QTest::keyClicks(field(), u"see you"_s);
        QTest::keyClick(field(), Qt::Key_Return);
        QCOMPARE(field()->toPlainText(), QString());
        TimelineView *timeline = chat->timeline();
        QTRY_COMPARE(timeline->rowCount(), 8);
        QVERIFY(timeline->accessibleText(7).endsWith(u"see you, waiting to be sent"_s));
        QVERIFY(timeline->isAtBottom());
        QCOMPARE(profile->session().chats().draft(*Jid::parse(kBruno)).text, QString());
    }

    void theDraftComesBack()
    {
        open();
        field()->setFocus();
        QTest::keyClicks(field(), u"I think we"_s);
        QTRY_COMPARE(profile->session().chats().draft(*Jid::parse(kBruno)).text, u"I think we"_s);
        QTest::keyClicks(field(), u" should"_s);
        chat.reset();
        QCOMPARE(profile->session().chats().draft(*Jid::parse(kBruno)).text, u"I think we should"_s);
        reopen();
        QCOMPARE(field()->toPlainText(), u"I think we should"_s);
    }

    void onlyWhatIsSeenIsRead()
    {
        open(theConversation());
        // Active, at the bottom.
        QTRY_COMPARE(chat->unread(), 0);
        chat.reset();

        profile = std::make_unique<OfflineProfile>(theConversation());
        auto hidden = std::make_unique<ChatWidget>(profile->session(), *Jid::parse(kBruno));
        settle();
        QVERIFY(hidden->unread() > 0);
        hidden.reset();

        // Many of them: the bottom is not in sight.
        QList<OfflineProfile::Said> many;
        for (int i = 0; i < 45; ++i)
            many << OfflineProfile::Said{kBruno, u"message %1\nof two lines"_s.arg(i)};
        profile = std::make_unique<OfflineProfile>(many);
        reopen();
        settle();
        QCOMPARE(chat->unread(), 45);
        QVERIFY(!chat->timeline()->isAtBottom());
        chat->timeline()->scrollToBottom();
        QTRY_COMPARE(chat->unread(), 0);
    }

    void findsInTheChat()
    {
        open(theConversation());
        field()->setFocus();
        chat->setInOwnWindow(true);
        QTest::keyClick(field(), Qt::Key_F, Qt::ControlModifier);
        auto *bar = chat->findChild<FindBar *>();
        QTRY_VERIFY(bar->isVisible());
        auto *search = bar->findChild<QLineEdit *>();
        QCOMPARE(search->accessibleName(), u"Find in chat"_s);
        QTRY_VERIFY(search->hasFocus());
        QTest::keyClicks(search, u"the"_s);
        const auto *find = chat->findChild<ChatFind *>();
        QTRY_VERIFY(find->hits() >= 3);
        QTRY_COMPARE(bar->findChild<QLabel *>()->text(), u"1/%1"_s.arg(find->hits()));
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(find->current(), 2);
        QTest::keyClick(search, Qt::Key_F3);
        QCOMPARE(find->current(), 1);
        QTest::keyClick(search, Qt::Key_F3);
        QCOMPARE(find->current(), find->hits()); // around
        screenshot(*chat, u"chat-find"_s);
        QTest::keyClick(search, Qt::Key_Escape);
        QVERIFY(!bar->isVisible());
        QCOMPARE(find->hits(), 0);
        QVERIFY(chat->timeline()->foundWords().isEmpty());
        QTRY_VERIFY(field()->hasFocus());
    }

    /// Of all that is stored, not only of what is loaded; and back to the pixel.
    void findsWhatIsNotLoaded()
    {
        QList<OfflineProfile::Said> many;
        for (int i = 0; i < 400; ++i)
            many << OfflineProfile::Said{
                kBruno, i % 100 == 7 ? u"la receta %1"_s.arg(i) : u"nothing %1\nat all"_s.arg(i), true};
        open(many);
        chat->setInOwnWindow(true);
        TimelineView *timeline = chat->timeline();
        timeline->scrollToBottom();
        timeline->verticalScrollBar()->setValue(timeline->verticalScrollBar()->value() - 333);
        const TimelineView::Place before = timeline->place();
        QVERIFY(before.message != 0);
        chat->openFindBar();
        auto *search = chat->findChild<FindBar *>()->findChild<QLineEdit *>();
        QTest::keyClicks(search, u"receta"_s);
        const auto *find = chat->findChild<ChatFind *>();
        QTRY_COMPARE(find->hits(), 4);
        QCOMPARE(find->current(), 1);
        const auto seen = [&] {
            for (int row = timeline->geometryForTest().firstVisible();
                 row <= timeline->geometryForTest().lastVisible(); ++row) {
                if (!timeline->foundIn(row).isEmpty())
                    return shown(row, roles::Body).toString();
            }
            return QString();
        };
        QCOMPARE(seen(), u"la receta 307"_s);
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(seen(), u"la receta 207"_s);
        QTest::keyClick(search, Qt::Key_Return);
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(seen(), u"la receta 7"_s);
        // Filters too.
        search->setText(u"receta from:bruno"_s);
        QTRY_COMPARE(chat->findChild<FindBar *>()->findChild<QLabel *>()->text(), u"Nothing found"_s);
        search->setText(u"receta de:yo"_s);
        QTRY_COMPARE(find->hits(), 4);
        QTest::keyClick(search, Qt::Key_Escape);
        QCOMPARE(timeline->place(), before);
    }

    /// R15: what a jump passes was not read.
    void aJumpReadsNothing()
    {
        QList<OfflineProfile::Said> many;
        for (int i = 0; i < 300; ++i)
            many << OfflineProfile::Said{kBruno, u"message %1\nof two lines"_s.arg(i)};
        open(many);
        const auto all
            = [this] { return profile->store->conversations().all(profile->session().accountId()); };
        settle();
        QCOMPARE(chat->unread(), 300); // until the bottom was in sight
        const qint64 seen = all().first().seenOrder;
        QVERIFY(seen > 0);
        TimelineView *timeline = chat->timeline();
        const qint64 last = profile->session().chats().messageSince(
            *Jid::parse(kBruno), QDateTime::currentDateTimeUtc().addYears(10));
        chat->showMessage(last);
        settle();
        QVERIFY(timeline->isAtBottom());
        QCOMPARE(chat->unread(), 300);
        QCOMPARE(all().first().seenOrder, seen);
        chat->jumpToBeginning();
        settle();
        QCOMPARE(timeline->geometryForTest().top(), 0);
        QCOMPARE(chat->unread(), 300);
        // Back to the end, which still reads nothing; then to where it all began.
        chat->showMessage(last);
        settle();
        QVERIFY(timeline->isAtBottom());
        chat->jumpToBeginning();
        chat->jumpBack();
        settle();
        QVERIFY(timeline->isAtBottom());
        QCOMPARE(chat->unread(), 300);
        QCOMPARE(all().first().seenOrder, seen);
        chat->jumpToUnread();
        settle();
        QCOMPARE(chat->unread(), 300);
        // The button to the newest is the person's word for it.
        timeline->scrollToBottom();
        QTRY_COMPARE(chat->unread(), 0);
    }

    void jumpsComeBack()
    {
        QList<OfflineProfile::Said> many;
        for (int i = 0; i < 400; ++i)
            many << OfflineProfile::Said{kBruno, u"message %1\nof two lines"_s.arg(i), true};
        open(many);
        chat->setInOwnWindow(true);
        TimelineView *timeline = chat->timeline();
        timeline->verticalScrollBar()->setValue(timeline->verticalScrollBar()->value() - 1234);
        const TimelineView::Place first = timeline->place();
        field()->setFocus();
        QTest::keyClick(field(), Qt::Key_Home, Qt::AltModifier);
        QCOMPARE(timeline->geometryForTest().top(), 0);
        QCOMPARE(shown(0, roles::Body).toString(), u"message 0\nof two lines"_s);
        const TimelineView::Place second = timeline->place();
        const qint64 far = timeline->geometryForTest().idAt(30);
        timeline->scrollToBottom();
        chat->showMessage(far);
        QVERIFY(timeline->place() != second);
        QTest::keyClick(field(), Qt::Key_Left, Qt::AltModifier);
        QVERIFY(timeline->isAtBottom());
        QTest::keyClick(field(), Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(timeline->place(), first);
        QTest::keyClick(field(), Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(timeline->place(), first);
    }

    void escapeGoesBackStepByStep()
    {
        QList<OfflineProfile::Said> many;
        for (int i = 0; i < 45; ++i)
            many << OfflineProfile::Said{kBruno, u"message %1\nof two lines"_s.arg(i)};
        open(many);
        chat->openFindBar();
        chat->timeline()->selectAll();
        field()->setFocus();
        auto *bar = chat->findChild<FindBar *>();
        QTest::keyClick(field(), Qt::Key_Escape);
        QVERIFY(!bar->isVisible());
        QVERIFY(chat->timeline()->hasSelection());
        QTest::keyClick(field(), Qt::Key_Escape);
        QVERIFY(!chat->timeline()->hasSelection());
        QVERIFY(!chat->timeline()->isAtBottom());
        QTest::keyClick(field(), Qt::Key_Escape);
        QVERIFY(chat->timeline()->isAtBottom());
        QVERIFY(chat->isVisible());
        // The last step is only taken by who chose it.
        QSignalSpy close(chat.get(), &ChatWidget::closeRequested);
        QTest::keyClick(field(), Qt::Key_Escape);
        QCOMPARE(close.size(), 0);
        settings->setValue(settingkeys::kEscapeCloses, true);
        chat->setSettings(settings.get());
        chat->timeline()->selectAll();
        QTest::keyClick(field(), Qt::Key_Escape);
        QCOMPARE(close.size(), 0);
        QTest::keyClick(field(), Qt::Key_Escape);
        QCOMPARE(close.size(), 1);
    }

    void keysReachTheirThings()
    {
        open(theConversation());
        QSignalSpy popOut(chat.get(), &ChatWidget::popOutRequested);
        QSignalSpy dock(chat.get(), &ChatWidget::dockRequested);
        QSignalSpy close(chat.get(), &ChatWidget::closeRequested);
        field()->setFocus();
        // The main window's menus only show these keys.
        QTest::keyClick(field(), Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(popOut.size(), 1);
        QTest::mouseClick(button(u"Open in own window"_s), Qt::LeftButton);
        QCOMPARE(popOut.size(), 2);
        chat->setInOwnWindow(true);
        QVERIFY(button(u"Back into the main window"_s));
        QTest::keyClick(field(), Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(dock.size(), 1);
        QTest::keyClick(field(), Qt::Key_W, Qt::ControlModifier);
        QCOMPARE(close.size(), 1);
        chat->timeline()->setFocus();
        QTest::keyClick(chat->timeline(), Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(field()->hasFocus());
        // Typing while reading writes.
        chat->timeline()->setFocus();
        QTest::keyClicks(chat->timeline(), u"x"_s);
        QVERIFY(field()->hasFocus());
        QCOMPARE(field()->toPlainText(), u"x"_s);
        QVERIFY(!chat->detailsVisible());
        QTest::keyClick(field(), Qt::Key_Period, Qt::ControlModifier);
        QVERIFY(chat->detailsVisible());
        QCOMPARE(chat->panes().size(), 4);
    }

    void narrowItShowsOneThingAtATime()
    {
        open(theConversation(), {420, 500});
        QVERIFY(!button(u"Back to the list"_s));
        chat->setBackVisible(true);
        QSignalSpy back(chat.get(), &ChatWidget::backRequested);
        QVERIFY(button(u"Back to the list"_s));
        QTest::mouseClick(button(u"Back to the list"_s), Qt::LeftButton);
        QCOMPARE(back.size(), 1);
        chat->setDetailsVisible(true);
        QVERIFY(!chat->timeline()->isVisible());
        QCOMPARE(chat->width(), 420);
        screenshot(*chat, u"chat-narrow-details"_s);
        QTest::mouseClick(button(u"Close details"_s), Qt::LeftButton);
        QVERIFY(chat->timeline()->isVisible());
        chat->setDetailsVisible(true);
        chat->resize(900, 500);
        QVERIFY(chat->timeline()->isVisible());
        chat->setInOwnWindow(true);
        QVERIFY(!button(u"Back to the list"_s));
    }

    /// UI e.3: everywhere, and otherwise in one chat.
    void messagesCanBeCompactLines()
    {
        open(theConversation());
        TimelineView *timeline = chat->timeline();
        settings->setValue(settingkeys::kMessageLook, QString(settingkeys::kCompactLook));
        chat->setSettings(settings.get());
        timeline->settleNow();
        const MessageLayout &first = timeline->layoutOf(0);
        const MessageLayout &second = timeline->layoutOf(1);
        QVERIFY(first.avatar().isNull() && timeline->layoutOf(6).avatar().isNull());
        // Time, name, words in columns; the name once for a group.
        QVERIFY(first.time().right() < first.name().left());
        QVERIFY(first.name().right() < first.bodyOrigin().x());
        QVERIFY(second.name().isNull());
        QCOMPARE(second.bodyOrigin().x(), first.bodyOrigin().x());
        QCOMPARE(timeline->layoutOf(2).bodyOrigin().x(), first.bodyOrigin().x());
        QVERIFY(!timeline->layoutOf(2).name().isNull());
        QVERIFY(timeline->layoutOf(2).state().left() > first.bodyOrigin().x());
        screenshot(*chat, u"chat-compact"_s);
        Theme::current().setChoice(Theme::Choice::Dark);
        timeline->act(1, MessageAction::Select);
        screenshot(*chat, u"chat-compact-dark-selected"_s);
        timeline->clearPicked();
        chat->resize(420, 640);
        timeline->settleNow();
        QVERIFY(timeline->layoutOf(1).bodyOrigin().x() + timeline->layoutOf(1).body().width() <= 420);
        screenshot(*chat, u"chat-compact-narrow"_s);
        qApp->setLayoutDirection(Qt::RightToLeft);
        timeline->settleNow();
        QVERIFY(timeline->layoutOf(0).name().left() > timeline->layoutOf(0).bodyOrigin().x());
        screenshot(*chat, u"chat-compact-rtl"_s);
        qApp->setLayoutDirection(Qt::LeftToRight);
        // This chat differs, also when it is opened again.
        profile->session().chats().choices().choose(*Jid::parse(kBruno), kChatLook,
                                                    QString(settingkeys::kBubblesLook));
        timeline->settleNow();
        QVERIFY(!timeline->layoutOf(6).avatar().isNull());
        reopen();
        QVERIFY(!chat->timeline()->layoutOf(6).avatar().isNull());
    }

    /// R23.
    void theLanguagesOfAChatGoWithIt()
    {
        open(theConversation());
        Spelling spelling(*settings, {});
        chat->setSpelling(spelling);
        auto *field = chat->findChild<Composer *>()->spelling();
        Q_EMIT field->languagesChosen(QStringList{u"es_ES"_s, u"en_US"_s});
        reopen();
        chat->setSpelling(spelling);
        field = chat->findChild<Composer *>()->spelling();
        QCOMPARE(field->marks().languages(), (QStringList{u"es_ES"_s, u"en_US"_s}));
        // Not to be checked is a choice too.
        Q_EMIT field->languagesChosen(QStringList());
        reopen();
        chat->setSpelling(spelling);
        field = chat->findChild<Composer *>()->spelling();
        QCOMPARE(field->marks().languages(), QStringList());
        QVERIFY(profile->session().chats().choices().value(*Jid::parse(kBruno), u"spelling"_s).isValid());
        Q_EMIT field->languagesChosen({});
        QVERIFY(!profile->session().chats().choices().value(*Jid::parse(kBruno), u"spelling"_s).isValid());
    }

    void aMessageIsQuotedAndRemovedHere()
    {
        open(theConversation());
        TimelineView *timeline = chat->timeline();
        timeline->act(1, MessageAction::CopyQuote);
        QCOMPARE(QApplication::clipboard()->text(),
                 u"> It is on page 4. The short version:\n> if (line.isEmpty()) return;\n> ¿Qué te "
                 "parece?\n"_s);
        timeline->act(0, MessageAction::Forget);
        QVERIFY(dialog());
        screenshot(*dialog(), u"message-forget"_s);
        QTest::keyClick(dialog(), Qt::Key_Escape);
        QCOMPARE(timeline->rowCount(), 7);
        timeline->act(0, MessageAction::Forget);
        for (QPushButton *candidate : dialog()->findChildren<QPushButton *>()) {
            if (candidate->text() == u"Delete here"_s)
                QTest::mouseClick(candidate, Qt::LeftButton);
        }
        QTRY_COMPARE(timeline->rowCount(), 6);
    }

    void theFactsOfAMessageAreShown()
    {
        open(theConversation());
        TimelineView *timeline = chat->timeline();
        const auto facts = [this] {
            QHash<QString, QString> found;
            for (const QLabel *label : dialog()->findChildren<QLabel *>()) {
                if (!label->accessibleName().isEmpty()) {
                    [&] { QCOMPARE(label->textFormat(), Qt::PlainText); }();
                    found.insert(label->accessibleName(), label->text());
                }
            }
            return found;
        };
        timeline->act(0, MessageAction::Info);
        QVERIFY(dialog() && !dialog()->isModal());
        QCOMPARE(dialog()->windowTitle(), u"Message info"_s);
        QCOMPARE(facts()[u"From"_s], u"Bruno Díaz"_s);
        QCOMPARE(facts()[u"Address"_s], kBruno);
        QVERIFY(facts()[u"Said"_s].contains(u"2026"_s));
        QVERIFY(!facts().contains(u"State"_s) && !facts().contains(u"Reason"_s));
        QVERIFY(!facts()[u"Message id"_s].isEmpty());
        screenshot(*dialog(), u"message-info"_s);
        QTest::keyClick(dialog(), Qt::Key_Escape);
        QTRY_VERIFY(!dialog());
        timeline->act(2, MessageAction::Info);
        QVERIFY(!facts()[u"State"_s].isEmpty());
        dialog()->close();
    }

    void dismissingTheEncryptionNoticeIsRemembered()
    {
        open();
        auto *line = chat->findChild<EncryptionLine *>();
        QVERIFY(!line->isDismissed());
        QTest::mouseClick(button(u"Put this notice away"_s), Qt::LeftButton);
        QVERIFY(line->isDismissed());
        reopen();
        QVERIFY(chat->findChild<EncryptionLine *>()->isDismissed());
        screenshot(*chat, u"chat-notice-away"_s);
        // The state is still said.
        bool said = false;
        for (const QLabel *label : chat->findChildren<QLabel *>())
            said = said
                || (label->accessibleName() == u"Encryption status"_s && label->text() == u"Not encrypted"_s);
        QVERIFY(said);
    }

    /// SECURITY A95, UI e.17 scenario 12.
    void nothingRemoteIsRichText()
    {
        const QString probe = u"<b>x</b><img src='file:///etc/passwd'><a href=\"http://x\">y</a>&lt;\u202e"_s;
        open({{kBruno, probe}, {kBruno, QString(probe.repeated(200))}});
        ContactFacts facts = profile->session().roster()->contact(*Jid::parse(kBruno));
        facts.name = probe + u"long "_s.repeated(2000);
        facts.groups = {probe};
        profile->session().roster()->setContact(facts);
        PresenceFacts presence;
        presence.availability = Availability::Away;
        presence.status = probe;
        presence.resources = {probe};
        profile->session().roster()->setPresence(*Jid::parse(kBruno), presence);
        chat->setDetailsVisible(true);
        QTRY_VERIFY(chat->peerName().startsWith(u"<b>"_s));
        for (const QLabel *label : chat->findChildren<QLabel *>()) {
            QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->text()));
            QVERIFY(!label->text().contains(QChar(0x202e)));
        }
        for (const QWidget *widget : chat->findChildren<QWidget *>())
            QVERIFY2(!Qt::mightBeRichText(widget->toolTip()), qPrintable(widget->toolTip()));
        QVERIFY(chat->timeline()->accessibleText(0).contains(u"<b>x</b>"_s));
        QVERIFY(!chat->windowTitle().contains(QChar(0x202e)));
        screenshot(*chat, u"chat-hostile"_s);
        // A name of ten thousand letters widens nothing.
        QVERIFY(chat->minimumSizeHint().width() < 800);
    }

    void toolTipsAreNeverRich_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text : {u"<b>x</b>"_s, u"&lt;b&gt;"_s, u"a <img src=x>"_s,
                                    u"<?xml version='1.0'?><p>"_s, u"<!-- x --><b>y"_s, u"</b>"_s, u"<"_s})
            QTest::newRow(qPrintable(text)) << text;
    }
    void toolTipsAreNeverRich()
    {
        QFETCH(QString, text);
        QVERIFY(!Qt::mightBeRichText(shownToolTip(text)));
    }

    void oneAnswersFromTheComposer()
    {
        open(theConversation());
        field()->setFocus();
        TimelineView *timeline = chat->timeline();
        QTest::keyClicks(field(), u"so "_s);
        // The last one of the other side, unless one is chosen.
        QTest::keyClick(field(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        auto *bar = chat->findChild<ComposerBar *>();
        QVERIFY(bar->isVisible());
        QCOMPARE(bar->accessibleName(), u"Replying to Bruno Díaz, ¡Hasta luego!"_s);
        for (int i = 0; i < 5; ++i)
            QTest::keyClick(field(), Qt::Key_Up, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(timeline->markedRow(), 2);
        QVERIFY(field()->hasFocus());
        QTest::keyClick(field(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(bar->accessibleName().endsWith(u"Yes, nice! Me gusta más que la anterior."_s));
        QCOMPARE(timeline->markedRow(), -1);
        screenshot(*chat, u"chat-replying"_s);
        QTest::keyClicks(field(), u"we agree"_s);
        QTest::keyClick(field(), Qt::Key_Return);
        QTRY_COMPARE(timeline->rowCount(), 8);
        QVERIFY(!bar->isVisible());
        QCOMPARE(shown(7, roles::Body).toString(), u"so we agree"_s);
        QCOMPARE(shown(7, roles::ReplyTo), shown(2, roles::MessageId));
        timeline->settleNow();
        QTest::mouseClick(timeline->viewport(), Qt::LeftButton, {},
                          timeline->layoutOf(7).quoteRect().center()
                              + QPoint(0, timeline->geometryForTest().rowY(7)));
        QCOMPARE(timeline->currentRow(), 2);
        // The next one is a message of its own.
        QTest::keyClicks(field(), u"bye"_s);
        QTest::keyClick(field(), Qt::Key_Return);
        QTRY_COMPARE(timeline->rowCount(), 9);
        QVERIFY(!shown(8, roles::IsReply).toBool());
    }

    void anAnswerLeadsToAMessageThatIsNotLoaded()
    {
        QList<OfflineProfile::Said> many;
        for (int i = 0; i < 400; ++i)
            many << OfflineProfile::Said{kBruno, u"message %1"_s.arg(i), false};
        open(many);
        TimelineView *timeline = chat->timeline();
        timeline->scrollToBottom();
        // The first one of all, fetched and left again.
        auto *model = qobject_cast<ConversationModel *>(timeline->model());
        while (model->canFetchMore({}))
            model->fetchMore({});
        const qint64 first = shown(0, roles::MessageId).toLongLong();
        profile->session().messages().send(*Jid::parse(kBruno), u"do you remember?"_s, first);
        reopen();
        timeline = chat->timeline();
        timeline->scrollToBottom();
        model = qobject_cast<ConversationModel *>(timeline->model());
        QVERIFY(!model->indexOf(first).isValid());
        const int last = timeline->rowCount() - 1;
        QCOMPARE(shown(last, roles::ReplyTo).toLongLong(), first);
        timeline->setCurrentRow(last);
        QTest::keyClick(timeline, Qt::Key_Return);
        QVERIFY(model->indexOf(first).isValid());
        QCOMPARE(timeline->currentRow(), model->indexOf(first).row());
        QVERIFY(timeline->viewport()->rect().intersects(timeline->bubbleRect(timeline->currentRow())));
    }

    void upEditsWhatWasSaidLast()
    {
        open(theConversation());
        field()->setFocus();
        QTest::keyClicks(field(), u"see yuo"_s);
        QTest::keyClick(field(), Qt::Key_Return);
        TimelineView *timeline = chat->timeline();
        QTRY_COMPARE(timeline->rowCount(), 8);
        QTest::keyClicks(field(), u"half a draft"_s);
        QTest::keyClick(field(), Qt::Key_Up);
        QCOMPARE(field()->toPlainText(), u"half a draft"_s);
        QTest::keyClick(field(), Qt::Key_Up, Qt::ControlModifier);
        QCOMPARE(field()->toPlainText(), u"see yuo"_s);
        screenshot(*chat, u"chat-editing"_s);
        QTest::keyClick(field(), Qt::Key_Escape);
        QCOMPARE(field()->toPlainText(), u"half a draft"_s);
        QTest::keyClick(field(), Qt::Key_Up, Qt::ControlModifier);
        field()->selectAll();
        QTest::keyClicks(field(), u"see you"_s);
        // The draft is what it was, also on disk.
        chat->saveDraft();
        QCOMPARE(profile->session().chats().draft(*Jid::parse(kBruno)).text, u"half a draft"_s);
        QTest::keyClick(field(), Qt::Key_Return);
        QCOMPARE(field()->toPlainText(), u"half a draft"_s);
        QTRY_COMPARE(shown(7, roles::Body).toString(), u"see you"_s);
        QCOMPARE(timeline->rowCount(), 8);
    }

    void theEarlierVersionsAreOneClickAway()
    {
        open(theConversation());
        field()->setFocus();
        TimelineView *timeline = chat->timeline();
        timeline->act(2, MessageAction::Edit);
        QVERIFY(field()->toPlainText().startsWith(u"Yes, nice!"_s));
        field()->selectAll();
        QTest::keyClicks(field(), u"<b>Yes</b>"_s);
        QTest::keyClick(field(), Qt::Key_Return);
        QTRY_COMPARE(shown(2, roles::Body).toString(), u"<b>Yes</b>"_s);
        timeline->settleNow();
        QVERIFY(!timeline->layoutOf(2).edited().isNull());
        QTest::mouseClick(timeline->viewport(), Qt::LeftButton, {},
                          timeline->layoutOf(2).edited().center()
                              + QPoint(0, timeline->geometryForTest().rowY(2)));
        QVERIFY(dialog() && !dialog()->isModal());
        QStringList texts;
        for (const QLabel *label : dialog()->findChildren<QLabel *>()) {
            QCOMPARE(label->textFormat(), Qt::PlainText);
            texts << label->text();
        }
        QVERIFY(texts.contains(u"Yes, nice! Me gusta más que la anterior."_s));
        QVERIFY(texts.contains(u"<b>Yes</b>"_s));
        screenshot(*dialog(), u"chat-versions"_s);
    }

    void takingAMessageBackIsAskedFirst()
    {
        open(theConversation());
        TimelineView *timeline = chat->timeline();
        timeline->act(3, MessageAction::Retract);
        QVERIFY(dialog());
        QPushButton *safe = nullptr;
        QPushButton *retract = nullptr;
        for (QPushButton *candidate : dialog()->findChildren<QPushButton *>())
            (candidate->text() == u"Retract"_s ? retract : safe) = candidate;
        QVERIFY(safe && retract && safe->isDefault() && !retract->isDefault());
        screenshot(*dialog(), u"chat-retract"_s);
        QTest::keyClick(dialog(), Qt::Key_Return);
        QTRY_VERIFY(!dialog());
        QVERIFY(!shown(3, roles::Retracted).toBool());
        // Editing it when it goes.
        timeline->act(3, MessageAction::Edit);
        QVERIFY(!field()->toPlainText().isEmpty());
        timeline->act(3, MessageAction::Retract);
        for (QPushButton *candidate : dialog()->findChildren<QPushButton *>()) {
            if (candidate->text() == u"Retract"_s)
                QTest::mouseClick(candidate, Qt::LeftButton);
        }
        QTRY_VERIFY(shown(3, roles::Retracted).toBool());
        QCOMPARE(field()->toPlainText(), QString());
        QVERIFY(!timeline->accessibleText(3).contains(u"office"_s));
        QCOMPARE(timeline->rowCount(), 7);
    }

    void oneReactsByKeyAndByClick()
    {
        open(theConversation());
        field()->setFocus();
        TimelineView *timeline = chat->timeline();
        QTest::keyClick(field(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        auto *popup = chat->findChild<ReactionPopup *>();
        QVERIFY(popup && popup->isVisible());
        QTest::keyClick(popup->focusWidget(), Qt::Key_Return);
        const auto reactions = [this] { return shown(6, roles::Reactions).value<QList<ReactionSummary>>(); };
        QTRY_COMPARE(reactions().size(), 1);
        QCOMPARE(reactions()[0], (ReactionSummary{u"👍"_s, 1, true, {}}));
        timeline->settleNow();
        QVERIFY(timeline->isAtBottom());
        QTest::mouseClick(timeline->viewport(), Qt::LeftButton, {},
                          timeline->layoutOf(6).chips()[0].rect.center()
                              + QPoint(0, timeline->geometryForTest().rowY(6)));
        QTRY_VERIFY(reactions().isEmpty());
    }

    /// R16.
    void onlyWhatWasBeforeTheEyesIsSeen()
    {
        QList<OfflineProfile::Said> many;
        for (int i = 0; i < 45; ++i)
            many << OfflineProfile::Said{kBruno, u"message %1\nof two lines"_s.arg(i)};
        profile = std::make_unique<OfflineProfile>(many);
        const auto seen = [this] {
            const auto all = profile->store->conversations().all(profile->session().accountId());
            return all.isEmpty() ? 0 : all.first().seenOrder;
        };
        // Not in a window that nobody sees, nor in one that is not used.
        chat = std::make_unique<ChatWidget>(profile->session(), *Jid::parse(kBruno));
        settle();
        QCOMPARE(seen(), 0);
        QWidget other;
        other.show();
        QVERIFY(QTest::qWaitForWindowExposed(&other));
        chat->setAttribute(Qt::WA_ShowWithoutActivating);
        chat->show();
        other.activateWindow();
        QTRY_VERIFY(other.isActiveWindow());
        chat.reset();
        settings = std::make_unique<UiSettings>(profile->file(u"ui.ini"_s));
        reopen();
        settle();
        const qint64 before = seen();
        const auto orderOf = [this](qint64 id) { return profile->store->messages().message(id)->order; };
        QCOMPARE(before, orderOf(chat->timeline()->newestSeen()));
        QVERIFY(before < orderOf(shown(44, roles::MessageId).toLongLong()));
        QCOMPARE(chat->unread(), 45);
        chat->timeline()->scrollToBottom();
        QTRY_COMPARE(seen(), orderOf(shown(44, roles::MessageId).toLongLong()));
    }

    void withoutMessagesItSaysSo()
    {
        open();
        QCOMPARE(chat->timeline()->rowCount(), 0);
        screenshot(*chat, u"chat-empty"_s);
    }

    void looks_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<bool>("mirrored");
        QTest::addColumn<bool>("details");
        QTest::addColumn<int>("text");
        QTest::addColumn<QSize>("size");
        QTest::newRow("light") << false << false << true << 100 << QSize(980, 734);
        QTest::newRow("dark") << true << false << true << 100 << QSize(980, 734);
        QTest::newRow("own") << false << false << false << 100 << QSize(560, 640);
        QTest::newRow("own-dark") << true << false << false << 100 << QSize(560, 640);
        QTest::newRow("mirrored") << false << true << true << 100 << QSize(980, 734);
        QTest::newRow("narrow") << false << false << false << 100 << QSize(340, 500);
        QTest::newRow("large-text") << false << false << true << 175 << QSize(980, 734);
    }
    void looks()
    {
        QFETCH(bool, dark);
        QFETCH(bool, mirrored);
        QFETCH(bool, details);
        QFETCH(int, text);
        QFETCH(QSize, size);
        Theme::current().setChoice(dark ? Theme::Choice::Dark : Theme::Choice::Light);
        Theme::current().setTextSize(text);
        qApp->setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
        open(theConversation(), size);
        chat->setDetailsVisible(details);
        field()->setFocus();
        QTest::keyClicks(field(), u"Te mando el borrador esta tarde"_s);
        settle();
        screenshot(*chat, u"chat-"_s + QLatin1String(QTest::currentDataTag()));
        QCOMPARE(chat->size(), size);
    }

    void stylingCanBeSwitchedOff()
    {
        open({{kBruno, u"> said\n```\ncode\n```"_s, false, QDateTime({2026, 6, 3}, {10, 2}, Qt::UTC)}});
        const auto boxes = [this] {
            chat->timeline()->settleNow();
            return chat->timeline()->layoutOf(0).body().boxes().size();
        };
        QCOMPARE(boxes(), 1);
        settings->setValue(settingkeys::kStyling, false);
        chat->setSettings(settings.get());
        QCOMPARE(boxes(), 0);
        reopen();
        QCOMPARE(boxes(), 0);
        settings->setValue(settingkeys::kStyling, true);
        chat->setSettings(settings.get());
        QCOMPARE(boxes(), 1);
    }

    void aMessageIsForwardedToAnotherChat()
    {
        open(theConversation());
        profile->addContact(u"carla@example.net"_s, u"Carla Ríos"_s, Availability::Available, {});
        profile->addContact(u"hugo@example.net"_s, u"Hugo Paz"_s, Availability::Available, {});
        chat->timeline()->act(2, MessageAction::Forward);
        QVERIFY(dialog());
        auto *search = dialog()->findChild<QLineEdit *>();
        auto *list = dialog()->findChild<QListView *>();
        QCOMPARE(search->accessibleName(), u"Search for a chat"_s);
        QCOMPARE(list->model()->rowCount(), 3);
        // Nobody of that name.
        QTest::keyClicks(search, u"zzz"_s);
        QCOMPARE(list->model()->rowCount(), 0);
        QTest::keyClick(search, Qt::Key_Return);
        QVERIFY(dialog());
        search->clear();
        QTest::keyClicks(search, u"rios"_s); // without accents
        QCOMPARE(list->model()->rowCount(), 1);
        QCOMPARE(list->currentIndex().data(Qt::AccessibleTextRole).toString(),
                 u"Carla Ríos, carla@example.net"_s);
        QTest::keyClick(search, Qt::Key_Return);
        QTRY_VERIFY(!dialog());
        QTRY_COMPARE(profile->session()
                         .conversations()
                         ->indexOf(*Jid::parse(u"carla@example.net"_s))
                         .data(roles::LastText),
                     u"Yes, nice! Me gusta más que la anterior."_s);
        QCOMPARE(chat->timeline()->rowCount(), 7); // nothing is said here
    }

    void severalMessagesAreCopiedForwardedAndDeletedHere()
    {
        open(theConversation());
        TimelineView *timeline = chat->timeline();
        QVERIFY(!button(u"Stop selecting"_s));
        timeline->act(5, MessageAction::Select);
        timeline->togglePicked(2);
        QVERIFY(!field()->isVisible());
        QTRY_VERIFY(timeline->hasFocus());
        const auto press = [this](const QString &text) {
            for (QPushButton *candidate : chat->findChildren<QPushButton *>()) {
                if (candidate->text().remove(u'&') == text && candidate->isVisible())
                    QTest::mouseClick(candidate, Qt::LeftButton);
            }
        };
        bool counted = false;
        for (const QLabel *label : chat->findChildren<QLabel *>())
            counted = counted || (label->isVisible() && label->text() == u"2 selected"_s);
        QVERIFY(counted);
        // Typing writes nothing meanwhile.
        QTest::keyClick(timeline, Qt::Key_X);
        QVERIFY(field()->toPlainText().isEmpty());
        press(u"Copy"_s);
        QCOMPARE(QApplication::clipboard()->text(),
                 u"[10:05] Ana: Yes, nice! Me gusta más que la anterior.\n"
                 "[10:15] Bruno Díaz: Then I’ll send it tonight."_s);
        QTRY_VERIFY(field()->isVisible());
        QTRY_VERIFY(field()->hasFocus());

        timeline->act(0, MessageAction::Select);
        timeline->togglePicked(1);
        press(u"Delete here…"_s);
        QVERIFY(dialog());
        dialog()->reject();
        QTRY_VERIFY(!dialog());
        QCOMPARE(timeline->rowCount(), 7);
        press(u"Delete here…"_s);
        for (QPushButton *candidate : dialog()->findChildren<QPushButton *>()) {
            if (candidate->text().remove(u'&') == u"Delete here"_s)
                candidate->click();
        }
        QTRY_COMPARE(timeline->rowCount(), 5);
        QTRY_VERIFY(field()->isVisible());
        // Esc goes one step back.
        timeline->act(0, MessageAction::Select);
        QTest::keyClick(timeline, Qt::Key_Escape);
        QTRY_VERIFY(field()->isVisible());
    }
};

QTEST_MAIN(ChatWidgetTest)
#include "tst_chatwidget.moc"
