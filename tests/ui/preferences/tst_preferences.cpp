// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/ConversationListModel.h"
#include "core/session/SessionChats.h"
#include "core/session/XmppSession.h"
#include "core/store/ConversationsTable.h"
#include "core/store/MessagesTable.h"
#include "core/store/Store.h"
#include "tests/support/FakeDesktop.h"
#include "tests/support/SampleHousehold.h"
#include "ui/accounts/SecurityPage.h"
#include "ui/chat/ChatHosts.h"
#include "ui/chat/ChatOverrides.h"
#include "ui/chat/LinkQuestion.h"
#include "ui/emoji/EmojiHabits.h"
#include "ui/notifications/NoticeRules.h"
#include "ui/preferences/AccountPreferences.h"
#include "ui/preferences/AdvancedPreferences.h"
#include "ui/preferences/AppearancePreferences.h"
#include "ui/preferences/FoundControls.h"
#include "ui/preferences/FoundMarks.h"
#include "ui/preferences/NotificationPreferences.h"
#include "ui/preferences/PreferencesWindow.h"
#include "ui/preferences/PrivacyPreferences.h"
#include "ui/preferences/StatusPreferences.h"
#include "ui/preferences/SystemPreferences.h"
#include "ui/settings/Looks.h"
#include "ui/settings/SettingKeys.h"
#include "ui/settings/UiSettings.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ConfirmDialog.h"
#include "ui/widgets/SearchField.h"

#include <QAccessible>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

struct Shown {
    Shown()
        : hosts(household.accounts(), settings)
        , window({.accounts = household.accounts(),
                  .hosts = hosts,
                  .settings = settings,
                  .desktop = &desktop,
                  .addAccount = [this] { ++added; },
                  .logIn = [](XmppSession *) {},
                  .say = [this](const QString &sentence) { said << sentence; }},
                 nullptr)
    {
        window.setAttribute(Qt::WA_DeleteOnClose, false);
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("the window is not active");
    }
    [[nodiscard]] QListWidget *list() { return window.findChild<QListWidget *>(); }
    [[nodiscard]] SearchField *search() { return window.findChild<SearchField *>(); }
    [[nodiscard]] QStringList rows()
    {
        QStringList shown;
        for (int row = 0; row < list()->count(); ++row)
            if (!list()->item(row)->isHidden())
                shown << list()->item(row)->text();
        return shown;
    }
    template <class W>
    [[nodiscard]] W *named(const QString &name)
    {
        for (W *widget : window.findChildren<W *>())
            if (QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Name) == name)
                return widget;
        qFatal("no control is called %s", qPrintable(name));
    }
    [[nodiscard]] bool says(const QString &text)
    {
        for (const auto *label : window.findChildren<QLabel *>())
            if (label->isVisible() && label->text().contains(text))
                return true;
        return false;
    }
    /// Names of the controls that are marked on the page in front.
    [[nodiscard]] QStringList marked()
    {
        QStringList names;
        for (const FoundMarks *marks : window.findChildren<FoundMarks *>())
            if (marks->isVisible())
                for (QWidget *control : marks->marked())
                    names << QAccessible::queryAccessibleInterface(control)->text(QAccessible::Name);
        return names;
    }

    SampleHousehold household{SampleHousehold::Contents::Filled};
    UiSettings settings{QString()};
    FakeDesktop desktop;
    ChatHosts hosts;
    int added = 0;
    QStringList said;
    PreferencesWindow window;
};

/// In place of the browser.
class LinkTaker : public QObject
{
    Q_OBJECT
public:
    LinkTaker() { QDesktopServices::setUrlHandler(u"https"_s, this, "take"); }
    ~LinkTaker() override { QDesktopServices::unsetUrlHandler(u"https"_s); }
    QList<QUrl> taken;

public Q_SLOTS:
    void take(const QUrl &url) { taken << url; }
};

} // namespace

class Preferences : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        applyTheme(*qApp);
        Theme::current().setReducedMotion(true);
        QAccessible::setActive(true);
    }

    void nothingIsFoundForNothing()
    {
        Shown shown;
        const int all = shown.list()->count();
        shown.search()->setText(u"   "_s);
        QCOMPARE(shown.rows().size(), all);
        QCOMPARE(shown.marked(), QStringList());
        shown.search()->setText(u"<b>marmalade</b>"_s);
        QCOMPARE(shown.rows(), QStringList());
        QLabel *nothing = nullptr;
        for (auto *label : shown.window.findChildren<QLabel *>())
            if (label->isVisible() && label->text().contains(u"<b>marmalade</b>"_s))
                nothing = label;
        QVERIFY(nothing);
        QCOMPARE(nothing->textFormat(), Qt::PlainText);
        QTest::keyClick(shown.search(), Qt::Key_Return);
        shown.search()->clear();
        QCOMPARE(shown.rows().size(), all);
        QVERIFY(!nothing->isVisible());
    }

    void aControlIsFoundAndMarked()
    {
        Shown shown;
        // Whatever its case and accents, and in any order.
        shown.search()->setText(u"SIZE téxt"_s);
        QCOMPARE(shown.rows(), QStringList{u"Appearance"_s});
        QCOMPARE(shown.marked(), QStringList{u"Text size"_s});
        QCOMPARE(shown.list()->currentItem()->text(), u"Appearance"_s);
        QTest::keyClick(shown.search(), Qt::Key_Return);
        auto *box = qobject_cast<QComboBox *>(shown.window.focusWidget());
        QVERIFY(box);
        QCOMPARE(box->accessibleName(), u"Text size"_s);
        QTest::keyClick(shown.search(), Qt::Key_Escape);
        QCOMPARE(shown.marked(), QStringList());
        QVERIFY(shown.window.isVisible());
    }

    void aControlIsFoundByItsChoicesAndByOtherWords()
    {
        Shown shown;
        shown.search()->setText(u"contrast"_s);
        QCOMPARE(shown.marked(), QStringList{u"Theme"_s});
        shown.search()->setText(u"zoom"_s);
        QCOMPARE(shown.marked(), QStringList{u"Text size"_s});
    }

    void whatWasFoundIsVisitedInTurn()
    {
        Shown shown;
        shown.search()->setText(u"away"_s);
        QVERIFY(shown.marked().size() > 1);
        QStringList visited;
        for (int i = 0; i < 2; ++i) {
            QTest::keyClick(shown.search(), Qt::Key_Return);
            visited
                << QAccessible::queryAccessibleInterface(shown.window.focusWidget())->text(QAccessible::Name);
        }
        QVERIFY(visited.at(0) != visited.at(1));
    }

    void aControlBehindATabComesToTheFront()
    {
        Shown shown;
        shown.search()->setText(u"channel binding"_s);
        QCOMPARE(shown.marked(), QStringList{u"Demand channel binding"_s});
        auto *security = shown.window.findChild<SecurityPage *>();
        QVERIFY(security->isVisible());
        QCOMPARE(shown.window.findChild<QTabBar *>()->currentIndex(), 1);
    }

    void aChoiceAppliesAtOnceAndFollowsOthers()
    {
        Shown shown;
        auto *page = shown.window.openPage<AppearancePreferences>();
        QVERIFY(page && page->isVisible());
        auto *bar = shown.named<QCheckBox>(u"Show the menu bar"_s);
        QVERIFY(bar && bar->isVisible() && bar->isChecked());
        QSignalSpy changed(&shown.settings, &UiSettings::changed);
        QTest::mouseClick(bar, Qt::LeftButton, {}, QPoint(8, bar->height() / 2));
        QCOMPARE(shown.settings.value(settingkeys::kMenuBar), QVariant(false));
        QCOMPARE(changed.count(), 1);
        shown.settings.setValue(settingkeys::kMenuBar, true);
        QVERIFY(bar->isChecked());
        shown.settings.remove(settingkeys::kMenuBar);
        QVERIFY(bar->isChecked());
    }

    void aNumberFromTheFileIsFoundAmongTheChoices()
    {
        Shown shown;
        auto *page = shown.window.openPage<StatusPreferences>();
        // As an INI file gives it.
        shown.settings.setValue(settingkeys::kAwayAfter, u"10"_s);
        QStringList values;
        for (const QComboBox *box : page->findChildren<QComboBox *>())
            values << box->currentData().toString();
        QVERIFY2(values.contains(u"10"_s), qPrintable(values.join(u',')));
    }

    void aWayOutClosesTheWindow()
    {
        Shown shown;
        auto *page = shown.window.openPage<AccountPreferences>();
        Q_EMIT page->accounts()->addRequested();
        QCOMPARE(shown.added, 1);
        QVERIFY(!shown.window.isVisible());
    }

    void eachKindOfNoticeHasItsSwitches()
    {
        Shown shown;
        auto *page = shown.window.openPage<NotificationPreferences>();
        QVERIFY(page && page->isVisible());
        auto *box = shown.named<QCheckBox>(u"Sound: Contact requests"_s);
        QVERIFY(!box->isChecked());
        box->click();
        QCOMPARE(NoticeRules(shown.settings).soundOf(NoticeKind::Request), NoticeSound::Attention);
        shown.named<QCheckBox>(u"Show notifications"_s)->click();
        QVERIFY(!box->isEnabled());
        QVERIFY(NoticeRules(shown.settings).isQuiet(QDateTime::currentDateTime()));
    }

    void theServiceIsToldInWordsAndTried()
    {
        Shown shown;
        shown.window.openPage<NotificationPreferences>();
        QVERIFY(shown.says(u"Fake Shell: OK"_s));
        shown.desktop.service = u"none"_s;
        Q_EMIT shown.desktop.changed();
        QVERIFY(shown.says(u"none"_s));
        shown.named<QPushButton>(u"Show a sample"_s)->click();
        QCOMPARE(shown.desktop.samples, 1);
    }

    void mutedChatsAreListed()
    {
        Shown shown;
        shown.window.openPage<NotificationPreferences>();
        auto *list = shown.named<QListWidget>(u"Muted chats"_s);
        const int before = list->count();
        XmppSession *ana = shown.household.ana();
        ana->chats().setMuted(jidOf(u"bruno@example.org"_s), true);
        QTRY_COMPARE(list->count(), before + 1);
        for (int left = list->count(); left > 0; --left) {
            shown.named<QPushButton>(u"Unmute"_s)->click();
            QTRY_COMPARE(list->count(), left - 1);
        }
        QVERIFY(shown.says(u"No chat is muted."_s));
        QVERIFY(!ana->conversations()->indexOf(jidOf(u"bruno@example.org"_s)).data(roles::Muted).toBool());
    }

    void startingWithTheSession()
    {
        Shown shown;
        shown.window.openPage<SystemPreferences>();
        auto *box = shown.named<QCheckBox>(u"Start Tertulia when I log in to the computer"_s);
        QVERIFY(!box->isChecked());
        box->click();
        QVERIFY(shown.desktop.starts);
        shown.desktop.writable = false;
        box->click();
        QVERIFY(box->isChecked() && shown.desktop.starts);
        QCOMPARE(shown.said.size(), 1);
    }

    void withoutATrayClosingIsNoChoice()
    {
        Shown shown;
        shown.window.openPage<SystemPreferences>();
        auto *box = shown.named<QComboBox>(u"When the main window is closed"_s);
        QVERIFY(box->isEnabled());
        shown.desktop.tray = false;
        Q_EMIT shown.desktop.changed();
        QVERIFY(!box->isEnabled());
        QVERIFY(shown.says(u"no tray icon"_s));
    }

    void linksAreOpenedWithTheProgram()
    {
        Shown shown;
        shown.window.openPage<SystemPreferences>();
        auto *button = shown.named<QPushButton>(u"Open xmpp: links with Tertulia"_s);
        shown.desktop.writable = false;
        button->click();
        QCOMPARE(shown.said.size(), 1);
        shown.desktop.writable = true;
        button->click();
        QVERIFY(!button->isVisible());
        QVERIFY(shown.says(u"xmpp: links open with Tertulia."_s));
        shown.desktop.installed = false;
        Q_EMIT shown.desktop.changed();
        QVERIFY(shown.says(u"Once Tertulia is installed"_s));
    }

    void foldersAndDiagnostics()
    {
        Shown shown;
        shown.window.openPage<AdvancedPreferences>();
        shown.named<QPushButton>(u"Open the profile folder"_s)->click();
        shown.named<QPushButton>(u"Open the folder of the log"_s)->click();
        QCOMPARE(shown.desktop.opened,
                 (QStringList{u"/home/ana/.local/share/tertulia"_s, u"/home/ana/.local/state/tertulia"_s}));
        shown.named<QPushButton>(u"Copy diagnostics"_s)->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"Tertulia 0"_s);
    }

    void theFontOfEmojiIsChosen()
    {
        Shown shown;
        shown.window.openPage<AppearancePreferences>();
        auto *box = shown.named<QComboBox>(u"Emoji"_s);
        QCOMPARE(box->currentText(), u"As the system"_s);
        QVERIFY2(box->count() > 1, "no emoji font is installed");
        const QString family = box->itemData(box->count() - 1).toString();
        QSignalSpy changed(&Theme::current(), &Theme::changed);
        box->setCurrentIndex(box->count() - 1);
        Q_EMIT box->activated(box->count() - 1);
        QCOMPARE(Theme::current().emojiFont().families().value(0), family);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(shown.settings.value(settingkeys::kEmojiFont), QVariant(family));
        // A font that was removed since is as if none had been chosen.
        shown.settings.setValue(settingkeys::kEmojiFont, u"Gone Emoji"_s);
        restoreLooks(shown.settings);
        QVERIFY(!Theme::current().emojiFont().families().contains(u"Gone Emoji"_s));
        shown.settings.remove(settingkeys::kEmojiFont);
        restoreLooks(shown.settings);
    }

    void motionIsStopped()
    {
        Theme::current().setReducedMotion(false);
        Shown shown;
        shown.window.openPage<AppearancePreferences>();
        QVERIFY(Theme::current().motionMs() > 0);
        shown.named<QCheckBox>(u"No motion"_s)->click();
        QCOMPARE(Theme::current().motionMs(), 0);
        QVERIFY(shown.settings.value(settingkeys::kLessMotion).toBool());
    }

    void messagesForAnAbsenceAreWrittenDown()
    {
        Shown shown;
        shown.window.openPage<StatusPreferences>();
        auto *field = shown.named<QLineEdit>(u"Message while away"_s);
        field->setFocus();
        QTest::keyClicks(field, u" Back soon "_s);
        QVERIFY(!shown.settings.value(settingkeys::kAwayStatus).isValid());
        QTest::keyClick(field, Qt::Key_Tab);
        QCOMPARE(shown.settings.value(settingkeys::kAwayStatus), QVariant(u"Back soon"_s));
        shown.settings.setValue(settingkeys::kAwayStatus, u"Elsewhere"_s);
        QCOMPARE(field->text(), u"Elsewhere"_s);
        // Also by who closes the window in the middle of it.
        field->setFocus();
        QTest::keyClicks(field, u"!"_s);
        shown.window.close();
        QCOMPARE(shown.settings.value(settingkeys::kAwayStatus), QVariant(u"Elsewhere!"_s));
    }

    void theTrayIconIsAChoice()
    {
        Shown shown;
        shown.window.openPage<SystemPreferences>();
        auto *icon = shown.named<QCheckBox>(u"Show an icon in the tray"_s);
        auto *closing = shown.named<QComboBox>(u"When the main window is closed"_s);
        QVERIFY(icon->isChecked() && closing->isEnabled());
        icon->click();
        QVERIFY(!shown.settings.value(settingkeys::kTray).toBool());
        QVERIFY(!closing->isEnabled());
        QVERIFY(shown.says(u"Without the icon"_s));
        shown.desktop.tray = false;
        Q_EMIT shown.desktop.changed();
        QVERIFY(!icon->isEnabled());
        QVERIFY(shown.says(u"This desktop shows no tray icon"_s));
    }

    void habitsAreForgotten()
    {
        Shown shown;
        shown.window.openPage<PrivacyPreferences>();
        auto *forget = shown.named<QPushButton>(u"Forget the emoji and status messages that I used"_s);
        QVERIFY(!forget->isEnabled());
        EmojiHabits(&shown.settings).use(u"🎉"_s);
        shown.settings.setValue(settingkeys::kRecentMessages, QStringList{u"Lunch"_s});
        QVERIFY(forget->isEnabled());
        forget->click();
        QVERIFY(!forget->isEnabled());
        QVERIFY(EmojiHabits(&shown.settings).recent().isEmpty());
        QVERIFY(shown.settings.value(settingkeys::kRecentMessages).toStringList().isEmpty());
    }

    void aLinkIsAskedAboutWhereThatIsWanted()
    {
        UiSettings settings{QString()};
        QWidget window;
        window.show();
        LinkTaker taker;
        const QUrl link(u"https://xn--exmple-cua.org/a?b=%20c#d"_s);
        openLink(link, settings, &window);
        QCOMPARE(taker.taken, QList<QUrl>{link});
        settings.setValue(settingkeys::kAskForLinks, true);
        openLink(link, settings, &window);
        auto *question = window.findChild<ConfirmDialog *>();
        QVERIFY(question && question->isVisible());
        QCOMPARE(taker.taken.size(), 1);
        bool shown = false;
        // SECURITY: the host as it is on the wire, and plain.
        for (const auto *label : question->findChildren<QLabel *>()) {
            QCOMPARE(label->textFormat(), Qt::PlainText);
            shown = shown || label->text().contains(u"https://xn--exmple-cua.org/a?b=%20c#d"_s);
        }
        QVERIFY(shown);
        QTest::keyClick(question, Qt::Key_Return); // the safe button
        QCOMPARE(taker.taken.size(), 1);
        openLink(link, settings, &window);
        for (auto *dialog : window.findChildren<ConfirmDialog *>()) {
            for (auto *button : dialog->findChildren<QPushButton *>()) {
                if (dialog->isVisible() && button->text() == u"Open"_s)
                    button->click();
            }
        }
        QCOMPARE(taker.taken.size(), 2);
    }

    void anAccountSaysWhereItIsLoggedIn()
    {
        Shown shown;
        shown.window.openAccount(shown.household.ana()->accountId(), AccountsPage::Tab::Security);
        QVERIFY(shown.says(u"Devices that are logged in"_s));
        QVERIFY(shown.says(u"Known while the account is online."_s));
    }

    void anAccountSaysWhatItsContactsLearn()
    {
        Shown shown;
        shown.window.openAccount(shown.household.ana()->accountId(), AccountsPage::Tab::Privacy);
        Privacy &privacy = shown.household.ana()->chats().privacy();
        auto *box = shown.named<QCheckBox>(u"that I have read their messages"_s);
        QVERIFY(box->isVisible() && box->isChecked());
        box->click();
        QVERIFY(!privacy.tells(Disclosure::ReadMarkers));
        privacy.setTells(Disclosure::ReadMarkers, true);
        QVERIFY(box->isChecked());
    }

    void aChatDiffersFromTheRest()
    {
        Shown shown;
        XmppSession *ana = shown.household.ana();
        const Jid bruno = jidOf(u"bruno@example.org"_s);
        ChatOverrides overrides(*ana, bruno, shown.settings);
        overrides.show();
        QComboBox *typing = nullptr;
        for (auto *box : overrides.findChildren<QComboBox *>())
            if (box->accessibleName() == u"That I am writing"_s)
                typing = box;
        QVERIFY(typing);
        QCOMPARE(typing->currentText(), u"Use default (Tell them)"_s);
        ana->chats().privacy().setTells(Disclosure::Typing, false);
        QCOMPARE(typing->currentText(), u"Use default (Do not tell them)"_s);
        typing->setCurrentIndex(1);
        Q_EMIT typing->activated(1);
        QVERIFY(ana->chats().privacy().tellsIn(bruno, Disclosure::Typing));
        typing->setCurrentIndex(0);
        Q_EMIT typing->activated(0);
        QVERIFY(!ana->chats().privacy().choiceIn(bruno, Disclosure::Typing));
    }

    void aChatIsLeftOutOfTheSearch()
    {
        Shown shown;
        XmppSession *ana = shown.household.ana();
        const Jid bruno = jidOf(u"bruno@example.org"_s);
        ChatOverrides overrides(*ana, bruno, shown.settings);
        overrides.show();
        QComboBox *searched = nullptr;
        for (auto *box : overrides.findChildren<QComboBox *>())
            if (box->accessibleName() == u"Search"_s)
                searched = box;
        QVERIFY(searched);
        QCOMPARE(searched->currentText(), u"Use default (Find its messages)"_s);
        Store &store = shown.household.accounts().store();
        const auto indexed = [&] {
            QSet<qint64> chats;
            for (const MessageRecord &message : store.messages().search(ana->accountId(), u"draft"_s, 1000))
                chats.insert(message.conversation);
            for (const ConversationRecord &chat : store.conversations().all(ana->accountId()))
                if (chat.peer == bruno)
                    return chats.contains(chat.id);
            return false;
        };
        QVERIFY(indexed());
        const int leftOut = searched->findText(u"Leave it out"_s);
        QVERIFY(leftOut > 0);
        searched->setCurrentIndex(leftOut);
        Q_EMIT searched->activated(leftOut);
        QTRY_VERIFY(!indexed());
        searched->setCurrentIndex(0);
        Q_EMIT searched->activated(0);
        QTRY_VERIFY(indexed());
    }

    void aNarrowWindowChoosesAboveThePage()
    {
        Shown shown;
        shown.window.resize(400, 500);
        QCoreApplication::processEvents();
        QVERIFY(!shown.list()->isVisible());
        QVERIFY(shown.search()->isVisible());
        shown.search()->setText(u"text size"_s);
        QCOMPARE(shown.marked(), QStringList{u"Text size"_s});
    }
};

QTEST_MAIN(Preferences)
#include "tst_preferences.moc"
