// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Saves a picture of each window, light and dark, English and Spanish, large text and right to left, to the
// folder `screenshots` beside the program, to be looked at; and checks what a picture can tell by itself.
#include "core/models/ChatListModel.h"
#include "core/models/ConversationListModel.h"
#include "core/models/Roles.h"
#include "core/models/RosterModel.h"
#include "core/session/Accounts.h"
#include "core/session/ChatChoices.h"
#include "core/session/SessionChats.h"
#include "core/session/SessionMessages.h"
#include "core/session/XmppSession.h"
#include "tests/support/FakeDesktop.h"
#include "tests/support/PseudoTranslator.h"
#include "tests/support/SampleHousehold.h"
#include "tests/support/TestCertificates.h"
#include "tests/support/WindowAudit.h"
#include "ui/accounts/AccountsPage.h"
#include "ui/accounts/CertificateQuestion.h"
#include "ui/accounts/ChangePasswordDialog.h"
#include "ui/accounts/ConnectionFacts.h"
#include "ui/accounts/FactsGrid.h"
#include "ui/accounts/KeychainHelp.h"
#include "ui/accounts/LoginForm.h"
#include "ui/accounts/LoginPage.h"
#include "ui/accounts/PasswordBar.h"
#include "ui/accounts/StepsList.h"
#include "ui/chat/ChatHosts.h"
#include "ui/chat/ChatStanding.h"
#include "ui/chat/ChatWidget.h"
#include "ui/chat/ChatWindow.h"
#include "ui/chat/Composer.h"
#include "ui/chat/DateDialog.h"
#include "ui/chat/MarkedMessages.h"
#include "ui/chat/ReactionPopup.h"
#include "ui/chat/SelectionStrip.h"
#include "ui/chat/SpoilerDialog.h"
#include "ui/chat/StrangerBar.h"
#include "ui/console/XmlConsole.h"
#include "ui/contacts/BlockDialog.h"
#include "ui/contacts/ContactsView.h"
#include "ui/contacts/GroupsDialog.h"
#include "ui/contacts/ImportDialog.h"
#include "ui/contacts/StartChatDialog.h"
#include "ui/emoji/EmojiPicker.h"
#include "ui/keys/KeyRecorder.h"
#include "ui/keys/KeyTree.h"
#include "ui/keys/KeyboardPage.h"
#include "ui/main/AboutDialog.h"
#include "ui/main/ChatFilters.h"
#include "ui/main/MainWindow.h"
#include "ui/main/NoticeBar.h"
#include "ui/main/RecentOverlay.h"
#include "ui/main/ShortcutsWindow.h"
#include "ui/main/SidePane.h"
#include "ui/main/StatusMenu.h"
#include "ui/preferences/PreferencesPage.h"
#include "ui/preferences/PreferencesWindow.h"
#include "ui/profile/AddressCode.h"
#include "ui/profile/PictureDialog.h"
#include "ui/profile/ProfileWindow.h"
#include "ui/search/SearchPage.h"
#include "ui/search/SearchResults.h"
#include "ui/settings/SettingKeys.h"
#include "ui/settings/UiSettings.h"
#include "ui/switcher/Switcher.h"
#include "ui/switcher/SwitcherList.h"
#include "ui/text/Translations.h"
#include "ui/theme/Theme.h"
#include "ui/timeline/TimelineView.h"
#include "ui/widgets/Buttons.h"
#include "ui/widgets/ConfirmDialog.h"
#include "ui/widgets/ReadingOrder.h"
#include "ui/widgets/SearchField.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPainter>
#include <QTest>
#include <QToolButton>

#include <QVBoxLayout>
#include <algorithm>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

/// What is written in the windows and is nobody's to translate: names, what people say, units.
const QStringList kSampleWords{u"grinning face"_s,
                               u"sample-18"_s,
                               u"Carla Ríos"_s,
                               u"Hugo Paz"_s,
                               u"Familia"_s,
                               u"will no longer see each other's status. Your messages stay."_s,
                               u"The view from the office today is something else."_s,
                               u"The view from the ofice today is something else."_s,
                               u"Then I’ll send it tonight."_s,
                               u"from your contacts?"_s,
                               u"We met on Saturday"_s,
                               u"Hola, soy Raúl, del curso de acuarela. ¿Eres tú?"_s,
                               u"Le gusta el té. Cumple en mayo."_s,
                               u"Pinto paredes y, a veces, acuarelas."_s,
                               u"Canción de prueba"_s,
                               u"Los Ejemplos"_s,
                               u"Club de acuarela y pase…"_s,
                               u"Club de acuarela y paseos"_s,
                               u"zebra"_s,
                               u"laptop"_s,
                               u"SASL (RFC 6120)"_s,
                               u"tls-exporter"_s,
                               u"In a meeting"_s,
                               u"test root"_s,
                               u"-exporter"_s,
                               u"Fake Shell: OK"_s,
                               u"Tertulia"_s,
                               u"English"_s,
                               u"Noto Color Emoji"_s,
                               u"Español"_s,
                               u"Hugo Paz"_s,
                               u"desk"_s,
                               u"Comiendo"_s,
                               u"Trabajo"_s,
                               u"Familia"_s,
                               u"You and"_s,
                               u"García"_s,
                               u"Torres"_s,
                               u"Remove"_s,
                               u"Bruno"_s,
                               u"Díaz"_s,
                               u"Ana"_s,
                               u"TLS"_s};

} // namespace

class Screenshots : public QObject
{
    Q_OBJECT
private:
    QString m_folder;
    QString m_look;
    QStringList m_faults;
    QHash<QString, test::Geometry>
        m_leftToRight; ///< by window, in the look that the mirrored one is compared with

    void save(QWidget &window, const QString &name)
    {
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        // Layouts that were put off.
        for (int round = 0; round < 3; ++round)
            QCoreApplication::processEvents();
        const QPixmap picture = window.grab();
        QVERIFY(!picture.isNull());
        QVERIFY(picture.save(m_folder + u'/' + m_look + u'-' + name + u".png"_s));
        // What lies behind the switcher is faint on purpose.
        const QList<Switcher *> switchers = window.findChildren<Switcher *>();
        if (std::none_of(switchers.begin(), switchers.end(),
                         [](Switcher *each) { return each->isVisible(); }))
            audit(window, picture.toImage(), name);
    }

    /// What a picture can tell by itself: every window is looked through in every look (UI R34, e.14).
    void audit(QWidget &window, const QImage &picture, const QString &name)
    {
        const auto note = [&](const QString &what, const QStringList &faults) {
            for (const QString &fault : faults)
                m_faults.append(m_look + u' ' + name + u": "_s + what + u": "_s + fault);
        };
        note(u"name"_s, test::namelessControls(window));
        tabInReadingOrder(window);
        note(u"order"_s, test::tabFaults(window));
        note(u"target"_s, test::smallTargets(window));
        note(u"clipped"_s, test::clippedTexts(window));
        note(u"faint"_s, test::faintTexts(window, picture));
        const test::Geometry places = test::geometryOf(window);
        if (m_look == u"light")
            m_leftToRight.insert(name, places);
        else if (m_look == u"rtl")
            note(u"mirror"_s, test::unmirrored(m_leftToRight.value(name), places, window.width()));
        if (m_look.startsWith(u"pseudo"_s))
            note(u"word"_s, test::untranslatedTexts(window, kSampleWords));
    }

    static QList<Fact> sampleFacts()
    {
        ConnectionDetails details;
        details.tls.protocol = u"TLS 1.3"_s;
        details.tls.cipher = u"TLS_AES_256_GCM_SHA384"_s;
        const auto root = test::TestIdentity::authority();
        details.tls.chain = {root.issueFor(u"example.org"_s).certificate(), root.certificate()};
        details.tls.spkiSha256 = QByteArray::fromHex("0123456789abcdef0123456789abcdef0123456789abcdef"
                                                     "0123456789abcdef");
        details.mechanism = u"SCRAM-SHA-256-PLUS"_s;
        details.bindingType = u"tls-exporter"_s, u"-exporter"_s;
        details.server = u"xmpp.example.org:5223"_s;
        details.security = TransportSecurity::DirectTls;
        details.address = u"[2001:db8::17]:5223"_s;
        details.managed = true;
        details.resumptions = 2;
        details.keyChanges
            = {{QDateTime({2026, 5, 30}, {9, 12}, Qt::UTC), QByteArray(32, '\x5a'), details.tls.spkiSha256}};
        return connectionFacts(details, SessionState::Online);
    }

    /// What opens around a single message of the chat that the window shows.
    void saveMessageWindows(MainWindow &window)
    {
        ChatWidget *chat = window.currentChat();
        TimelineView *timeline = chat->timeline();
        int edited = -1;
        for (int row = 0; row < timeline->rowCount(); ++row) {
            if (timeline->model()->index(row, 0).data(roles::Edited).toDateTime().isValid())
                edited = row;
        }
        QVERIFY(edited >= 0);
        timeline->choose(-1);
        timeline->choose(-1);
        save(window, u"message-chosen"_s);
        timeline->act(timeline->markedRow(), MessageAction::Reply);
        save(window, u"message-reply"_s);
        timeline->act(edited, MessageAction::Edit);
        save(window, u"message-edit"_s);
        chat->findChild<Composer *>()->stepBack();
        chat->findChild<Composer *>()->stepBack();
        timeline->act(edited, MessageAction::EarlierVersions);
        saveAndDrop(chat->findChild<QDialog *>(), u"message-versions"_s);
        timeline->act(edited, MessageAction::Retract);
        saveAndDrop(chat->findChild<QDialog *>(), u"message-retract"_s);
        timeline->act(edited, MessageAction::React);
        saveAndDrop(chat->findChild<ReactionPopup *>(), u"message-react"_s);
        timeline->openContextMenu(edited, QPoint(0, 0));
        saveAndDrop(timeline->findChild<QMenu *>(), u"message-menu"_s);
    }
    /// What helps to write, and what is kept for later.
    void saveWriting(MainWindow &window)
    {
        ChatWidget *chat = window.currentChat();
        TimelineView *timeline = chat->timeline();
        EmojiPicker picker(nullptr, &window);
        picker.adjustSize();
        save(picker, u"emoji"_s);
        const int last = timeline->rowCount() - 1;
        timeline->act(last, MessageAction::MarkForLater);
        XmppSession *session = window.accounts().session(chat->key().account);
        QVERIFY(session);
        session->messages().sendLater(chat->key().peer, u"See you tomorrow morning"_s,
                                      QDateTime(QDate(2031, 6, 3), QTime(9, 0)));
        QTRY_COMPARE(timeline->rowCount(), last + 2);
        save(window, u"later"_s);
        MarkedMessages marked(window.accounts(), &window);
        marked.setAttribute(Qt::WA_DeleteOnClose, false);
        save(marked, u"marked"_s);
        timeline->act(last, MessageAction::RemoveMark);
        timeline->act(last + 1, MessageAction::ChangeTime);
        saveAndDrop(chat->findChild<QDialog *>(), u"send-later"_s);
        session->messages().remove(timeline->model()->index(last + 1, 0).data(roles::MessageId).toLongLong());
        QTRY_COMPARE(timeline->rowCount(), last + 1);
    }
    /// A chat with styling and spoilers, and what is done with several messages at once.
    void saveStyledChat(MainWindow &window)
    {
        ChatWidget *chat = window.currentChat();
        TimelineView *timeline = chat->timeline();
        timeline->toggleSpoiler(timeline->rowCount() - 2);
        save(window, u"styled"_s);
        timeline->act(0, MessageAction::Forward);
        saveAndDrop(chat->findChild<QDialog *>(), u"forward"_s);
        timeline->act(1, MessageAction::Select);
        timeline->togglePicked(3);
        save(window, u"selected"_s);
        window.resize(600, 720);
        save(window, u"narrow-selected"_s);
        window.resize(1280, 800);
        timeline->clearPicked();
        window.settings().setValue(settingkeys::kMessageLook, QString(settingkeys::kCompactLook));
        save(window, u"lines"_s);
        timeline->togglePicked(2);
        window.resize(560, 720);
        save(window, u"narrow-lines"_s);
        timeline->clearPicked();
        window.resize(1280, 800);
        window.settings().setValue(settingkeys::kMessageLook, QString(settingkeys::kBubblesLook));
        timeline->act(1, MessageAction::Info);
        saveAndDrop(chat->findChild<QDialog *>(), u"message-info"_s);
        saveWriting(window);
        SpoilerDialog hint(&window);
        hint.setAttribute(Qt::WA_DeleteOnClose, false);
        save(hint, u"spoiler"_s);
    }
    void savePreferences(PreferencesWindow &preferences)
    {
        const QList<PreferencesPage *> pages = preferences.pages();
        for (PreferencesPage *page : pages) {
            preferences.bringForward(page);
            const QString name = QString::fromLatin1(page->metaObject()->className()).section(u':', -1);
            save(preferences,
                 QString(u"preferences-"_s + name.chopped(int(strlen("Preferences"))).toLower()));
        }
        auto *search = preferences.findChild<SearchField *>();
        search->setText(pages.at(1)->findChild<QComboBox *>()->accessibleName());
        save(preferences, u"preferences-found"_s);
        search->clear();
        preferences.bringForward(pages.constFirst());
    }
    /// The quick switcher, recent chats, and what else stands in for the list and the window.
    void saveWays(MainWindow &window, ChatHosts &hosts, const SampleHousehold &household)
    {
        window.resize(1000, 720);
        window.openSwitcher();
        save(window, u"switcher"_s);
        auto *switcher = window.findChild<Switcher *>();
        switcher->findChild<SearchField *>()->setText(u"the"_s);
        const auto *results = switcher->findChild<QListView *>()->model();
        QTRY_VERIFY(results->rowCount() > 3);
        save(window, u"switcher-found"_s);
        switcher->dismiss();
        window.resize(420, 640);
        window.openSwitcher();
        save(window, u"switcher-small"_s);
        for (Switcher *each : window.findChildren<Switcher *>())
            each->dismiss();
        window.resize(1000, 720);
        window.sidePane()->search()->setText(u"the"_s);
        results = window.sidePane()->findChild<SwitcherList *>()->model();
        QTRY_VERIFY(results->rowCount() > 3);
        save(window, u"search-beside"_s);
        window.sidePane()->search()->clear();
        QList<RecentOverlay::Entry> recent;
        for (const QString &address :
             {u"bruno@example.org"_s, u"carla@example.net"_s, u"hugo@example.net"_s}) {
            const ConversationKey key{household.ana()->accountId(), jidOf(address)};
            recent.append({key, household.ana()->displayName(key.peer),
                           household.ana()->conversations()->indexOf(key.peer)});
        }
        RecentOverlay overlay(recent, &window);
        overlay.setAttribute(Qt::WA_DeleteOnClose, false);
        overlay.present(1);
        save(window, u"recent"_s);
        overlay.hide();
        toggleArchived(*household.ana(), jidOf(u"lidia@example.net"_s));
        toggleUnread(*household.ana(), jidOf(u"hugo@example.net"_s));
        window.settings().setValue(settingkeys::kCompactList, true);
        save(window, u"compact"_s);
        window.settings().setValue(settingkeys::kCompactList, false);
        save(window, u"archive"_s);
        toggleArchived(*household.ana(), jidOf(u"lidia@example.net"_s));
        for (const QString &address :
             {u"carla@example.net"_s, u"familia@example.org"_s, u"hugo@example.net"_s})
            hosts.open({household.ana()->accountId(), jidOf(address)}, ChatHosts::How::Tab);
        save(*hosts.windows().first(), u"tabs"_s);
        DateDialog date(&window);
        date.setAttribute(Qt::WA_DeleteOnClose, false);
        save(date, u"jump-to-date"_s);
        KeyboardPage keys;
        keys.resize(560, 560);
        keys.findChild<KeyTree *>()->setCurrentIndex(keys.findChild<KeyTree *>()->model()->index(
            1, 0, keys.findChild<KeyTree *>()->model()->index(0, 0)));
        QTest::keyClick(keys.findChild<KeyRecorder *>(), Qt::Key_K, Qt::ControlModifier);
        save(keys, u"keyboard"_s);
    }
    /// Chats in folders, and how they get there; the search through all of them.
    void saveFolders(MainWindow &window, const SampleHousehold &household)
    {
        XmppSession &ana = *household.ana();
        const QList<std::pair<Jid, QString>> places{
            {jidOf(u"bruno@example.org"_s), u"Trabajo"_s},
            {jidOf(u"carla@example.net"_s), u"Familia"_s},
            {jidOf(u"hugo@example.net"_s), u"Club de acuarela y paseos"_s}};
        for (const auto &[peer, folder] : places)
            ana.chats().choices().choose(peer, SessionChats::kFolder, folder);
        auto *filters = window.findChild<ChatFilters *>();
        const auto chip = [filters](const QString &folder) {
            const QList<ChipButton *> chips = filters->findChildren<ChipButton *>();
            const auto found = std::ranges::find_if(
                chips, [&](const ChipButton *each) { return each->text().startsWith(folder); });
            return found == chips.end() ? nullptr : *found;
        };
        QTRY_VERIFY(chip(u"Club"_s) && chip(u"Trabajo"_s));
        window.resize(1000, 720);
        save(window, u"folders"_s);
        chip(u"Trabajo"_s)->click();
        window.resize(360, 640);
        save(window, u"folders-small"_s);
        filters->findChild<ChipButton *>()->click();
        QMenu menu;
        addFolderMenu(menu, ana, places.first().first, window.accounts().chatList()->folders(), &window);
        QMenu *names = menu.actions().constFirst()->menu();
        names->popup(QPoint(0, 0));
        save(*names, u"folder-menu"_s);
        names->hide();
        for (const auto &[peer, folder] : places)
            ana.chats().choices().choose(peer, SessionChats::kFolder, {});
        QTRY_VERIFY(!chip(u"Trabajo"_s));

        window.resize(1000, 720);
        window.openMessageSearch();
        auto *search = window.findChild<SearchPage *>();
        save(window, u"search"_s);
        search->field()->setText(u"the"_s);
        QTRY_VERIFY(search->results()->rowCount() > 3);
        save(window, u"search-found"_s);
        search->field()->setText(u"zebra"_s);
        QTRY_VERIFY(!search->results()->isSearching());
        window.resize(360, 640);
        save(window, u"search-small"_s);
        search->field()->clear();
        QTest::keyClick(search->field(), Qt::Key_Escape);
        window.resize(1000, 720);
    }
    /// What has to do with people: strangers, blocking, profiles, files of contacts.
    void saveContactWindows(UiSettings &settings)
    {
        SampleHousehold household(SampleHousehold::Contents::Visited);
        XmppSession &ana = *household.ana();
        const ConversationKey raul{ana.accountId(), jidOf(u"raul@example.com"_s)};
        const ConversationKey bruno{ana.accountId(), jidOf(u"bruno@example.org"_s)};
        ChatHosts hosts(household.accounts(), settings);
        MainWindow window(household.accounts(), hosts, settings);
        window.resize(1100, 720);
        window.openChat(raul, ChatHosts::How::MainWindow);
        window.currentChat()->findChild<StrangerBar *>()->setCanReport(true);
        save(window, u"stranger"_s);
        window.resize(600, 640);
        save(window, u"narrow-stranger"_s);
        window.resize(1280, 900);
        ana.roster()->setNotes({{bruno.peer, u"Le gusta el té. Cumple en mayo."_s}});
        ana.roster()->setTune(bruno.peer, {u"Los Ejemplos"_s, u"Canción de prueba"_s});
        window.openChat(bruno, ChatHosts::How::MainWindow);
        window.currentChat()->setDetailsVisible(true);
        save(window, u"person-details"_s);
        window.showContacts();
        settings.setValue(settingkeys::kOneLine, true);
        window.sidePane()->contacts()->setOneLine(true);
        save(window, u"contacts-one-line"_s);
        window.sidePane()->contacts()->setOneLine(false);
        settings.setValue(settingkeys::kOneLine, false);
        QMenu *options = window.sidePane()->contactOptions();
        options->popup(QPoint(0, 0));
        save(*options, u"contact-options"_s);
        options->hide();
        BlockDialog block({u"Raúl"_s, u"raul@example.com"_s, true, true}, nullptr);
        block.setAttribute(Qt::WA_DeleteOnClose, false);
        save(block, u"block"_s);
        ProfileWindow profile(ana, nullptr);
        profile.setAttribute(Qt::WA_DeleteOnClose, false);
        Profile card;
        card.fullName = u"Ana Torres"_s;
        card.nickname = u"Anita"_s;
        card.note = u"Pinto paredes y, a veces, acuarelas."_s;
        card.emails = QStringList{u"ana@example.org"_s, u"taller@example.com"_s};
        card.urls = QStringList{u"https://example.org/ana"_s};
        profile.show({card, ProfileAudience::Contacts});
        save(profile, u"profile"_s);
        QImage picture(640, 400, QImage::Format_RGB32);
        picture.fill(QColor(0x6a, 0x9f, 0xd8));
        {
            QPainter painter(&picture);
            painter.setBrush(QColor(0xf2, 0xc1, 0x4e));
            painter.drawEllipse(220, 80, 200, 200);
        }
        PictureDialog crop(picture, nullptr);
        crop.setAttribute(Qt::WA_DeleteOnClose, false);
        save(crop, u"picture"_s);
        AddressCode code(ana, nullptr);
        code.setAttribute(Qt::WA_DeleteOnClose, false);
        save(code, u"address-code"_s);
        RosterFile file;
        for (const QString &name : {u"Bruno"_s, u"Fay"_s, u"Gil"_s, u"Pía"_s}) {
            RosterItem item;
            item.jid = jidOf(name.toLower().replace(u'í', u'i') + u"@example.org"_s);
            item.name = name;
            file.items.append(item);
        }
        file.passedOver = 2;
        ImportDialog import(ana, file, nullptr);
        import.setAttribute(Qt::WA_DeleteOnClose, false);
        save(import, u"import"_s);
    }
    void saveAndDrop(QWidget *widget, const QString &name)
    {
        QVERIFY(widget);
        save(*widget, name);
        delete widget;
    }

private Q_SLOTS:
    void initTestCase()
    {
        applyTheme(*qApp);
        Theme::current().setReducedMotion(true);
        m_folder = QCoreApplication::applicationDirPath() + u"/screenshots"_s;
        QVERIFY(QDir().mkpath(m_folder));
    }

    void windows_data()
    {
        QTest::addColumn<int>("choice");
        QTest::addColumn<int>("textSize");
        QTest::addColumn<bool>("spanish");
        QTest::addColumn<bool>("mirrored");
        QTest::newRow("light") << static_cast<int>(Theme::Choice::Light) << 100 << false << false;
        QTest::newRow("dark") << static_cast<int>(Theme::Choice::Dark) << 100 << false << false;
        QTest::newRow("es") << static_cast<int>(Theme::Choice::Light) << 100 << true << false;
        QTest::newRow("contrast") << static_cast<int>(Theme::Choice::HighContrast) << 100 << false << false;
        QTest::newRow("large") << static_cast<int>(Theme::Choice::Light) << 150 << false << false;
        QTest::newRow("rtl") << static_cast<int>(Theme::Choice::Light) << 100 << false << true;
        QTest::newRow("pseudo") << static_cast<int>(Theme::Choice::Light) << 100 << false << false;
        QTest::newRow("pseudo-rtl") << static_cast<int>(Theme::Choice::Dark) << 100 << false << true;
    }
    void windows()
    {
        QFETCH(int, choice);
        QFETCH(int, textSize);
        QFETCH(bool, spanish);
        QFETCH(bool, mirrored);
        m_look = QString::fromLatin1(QTest::currentDataTag());
        const QLocale locale = spanish ? QLocale(QLocale::Spanish, QLocale::Spain)
                                       : QLocale(QLocale::English, QLocale::UnitedKingdom);
        QLocale::setDefault(locale);
        Translations words(locale);
        test::PseudoTranslator pseudo;
        if (m_look.startsWith(u"pseudo"_s))
            QCoreApplication::installTranslator(&pseudo);
        m_faults.clear();
        QGuiApplication::setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
        Theme::current().setChoice(static_cast<Theme::Choice>(choice));
        Theme::current().setTextSize(textSize);
        UiSettings settings{QString()};
        {
            SampleHousehold household(SampleHousehold::Contents::Empty);
            ChatHosts hosts(household.accounts(), settings);
            MainWindow window(household.accounts(), hosts, settings);
            window.resize(900, 680);
            save(window, u"welcome"_s);
            LoginPage login(household.accounts());
            login.resize(600, 720);
            login.begin();
            login.findChildren<QLineEdit *>().at(0)->setText(u"ana@example.org"_s);
            login.findChildren<QLineEdit *>().at(1)->setText(u"0123456789"_s);
            auto *steps = login.findChild<StepsList *>();
            steps->setSteps({{ConnectionStep::FindServer, StepState::Done, u"example.org:5223"_s,
                              TransportSecurity::DirectTls},
                             {ConnectionStep::Secure, StepState::Done, u"Example CA"_s},
                             {ConnectionStep::Authenticate,
                              StepState::Failed,
                              {},
                              TransportSecurity::DirectTls,
                              {ErrorCode::WrongPassword, u"ana@example.org"_s}}});
            save(login, u"login"_s);
            steps->clear();
            AccountSettings unusual;
            unusual.connection.account = jidOf(u"ana@example.org"_s);
            unusual.connection.logInWay = LogInWay::ClientCertificate;
            unusual.connection.certificateFile = u"/home/ana/certificates/ana.p12"_s;
            unusual.connection.proxy = {ProxyKind::Socks5, u"proxy.example.org"_s, 1080, u"ana"_s};
            auto *form = login.findChild<LoginForm *>();
            form->setSettings(unusual);
            login.resize(600, 900);
            save(login, u"login-options"_s);
            form->setKeychain(failure(ErrorCode::KeychainUnavailable));
            unusual.connection.logInWay = LogInWay::Password;
            unusual.connection.proxy = {};
            form->setSettings(unusual);
            login.resize(340, 620);
            form->findChild<QToolButton *>()->setChecked(true);
            save(login, u"login-small-options"_s);
            form->findChild<QToolButton *>()->setChecked(false);
            save(login, u"login-small"_s);
            showKeychainHelp(&login);
            save(*login.findChild<QDialog *>(), u"keychain-help"_s);
        }
        {
            SampleHousehold household(SampleHousehold::Contents::Filled);
            ChatHosts hosts(household.accounts(), settings);
            MainWindow window(household.accounts(), hosts, settings);
            window.resize(1280, 800);
            window.openChat({household.ana()->accountId(), jidOf(u"bruno@example.org"_s)},
                            ChatHosts::How::MainWindow);
            save(window, u"main"_s);
            saveMessageWindows(window);
            window.openChat({household.ana()->accountId(), jidOf(u"hugo@example.net"_s)},
                            ChatHosts::How::MainWindow);
            saveStyledChat(window);
            window.openChat({household.ana()->accountId(), jidOf(u"ana@example.org"_s)},
                            ChatHosts::How::MainWindow);
            save(window, u"notes"_s);
            window.openChat({household.ana()->accountId(), jidOf(u"hugo@example.net"_s)},
                            ChatHosts::How::MainWindow);
            window.currentChat()->setDetailsVisible(!window.currentChat()->detailsVisible());
            save(window, u"details"_s);
            window.currentChat()->setDetailsVisible(!window.currentChat()->detailsVisible());
            window.openChat({household.ana()->accountId(), jidOf(u"bruno@example.org"_s)},
                            ChatHosts::How::MainWindow);
            window.sidePane()->showPage(SidePane::Page::Contacts);
            window.resize(600, 720);
            save(window, u"narrow-chat"_s);
            window.showContacts();
            window.resize(360, 640);
            save(window, u"contacts"_s);
            auto *contacts = window.sidePane()->contacts();
            contacts->setFocus(Qt::TabFocusReason);
            contacts->setCurrentIndex(contacts->model()->index(0, 0));
            save(window, u"contacts-group"_s);
            window.showChats();
            save(window, u"narrow-chats"_s);
            FakeDesktop desktop;
            PreferencesWindow preferences(
                {.accounts = household.accounts(), .hosts = hosts, .settings = settings, .desktop = &desktop},
                &window);
            preferences.setAttribute(Qt::WA_DeleteOnClose, false);
            save(preferences, u"preferences"_s);
            savePreferences(preferences);
            XmlConsole console(household.accounts());
            console.setAttribute(Qt::WA_DeleteOnClose, false);
            save(console, u"xml-console"_s);
            auto *accounts = preferences.findChild<AccountsPage *>();
            accounts->open(household.ana()->accountId(), AccountsPage::Tab::Security);
            save(preferences, u"account-security"_s);
            accounts->open(household.ana()->accountId(), AccountsPage::Tab::Connection);
            accounts->findChild<FactsGrid *>(u"connection-facts"_s)->setFacts(sampleFacts());
            save(preferences, u"account-connection"_s);
            accounts->open(household.ana()->accountId(), AccountsPage::Tab::Privacy);
            save(preferences, u"account-privacy"_s);
            accounts->open(household.ana()->accountId(), AccountsPage::Tab::Archive);
            save(preferences, u"account-archive"_s);
            ChangePasswordDialog change(*household.ana());
            change.setAttribute(Qt::WA_DeleteOnClose, false);
            const QList<QLineEdit *> fields = change.findChildren<QLineEdit *>();
            fields.at(0)->setText(u"sesame open"_s);
            fields.at(1)->setText(u"three blue"_s);
            save(change, u"change-password"_s);
            preferences.findChild<QListWidget *>()->setCurrentRow(0);
            preferences.resize(420, 480);
            save(preferences, u"preferences-small"_s);
            StartChatDialog start(household.accounts(), nullptr);
            start.setAttribute(Qt::WA_DeleteOnClose, false);
            start.setText(u"eva@example.net"_s);
            save(start, u"start-chat"_s);
            GroupsDialog groups(u"Bruno Díaz"_s, {u"Familia"_s, u"Trabajo"_s}, {u"Trabajo"_s}, nullptr);
            groups.setAttribute(Qt::WA_DeleteOnClose, false);
            save(groups, u"groups"_s);
            window.resize(900, 700);
            auto *confirm = ConfirmDialog::ask(&window,
                                               {u"Remove Bruno Díaz from your contacts?"_s,
                                                u"You and bruno@example.org will no longer see each other's "
                                                "status. Your messages stay."_s,
                                                u"Remove"_s},
                                               [](int) { });
            save(*confirm, u"confirm"_s);
            delete confirm;
            auto *chatMenu = window.menuBar()->actions().at(1)->menu();
            chatMenu->popup(QPoint(0, 0));
            save(*chatMenu, u"menu"_s);
            chatMenu->hide();
            auto *statusMenu = window.findChild<StatusMenu *>();
            for (const QString &message : {u"Comiendo"_s, u"In a meeting"_s})
                statusMenu->remember(message);
            statusMenu->popup(QPoint(0, 0));
            save(*statusMenu, u"status-menu"_s);
            statusMenu->hide();
            saveWays(window, hosts, household);
            saveFolders(window, household);
        }
        saveContactWindows(settings);
        {
            ShortcutsWindow shortcuts(nullptr);
            shortcuts.setAttribute(Qt::WA_DeleteOnClose, false);
            save(shortcuts, u"shortcuts"_s);
            AboutDialog about(nullptr);
            about.setAttribute(Qt::WA_DeleteOnClose, false);
            save(about, u"about"_s);
            PasswordBar bar;
            bar.setFixedWidth(900);
            bar.ask(u"ana@example.org"_s, {ErrorCode::WrongPassword, u"ana@example.org"_s}, true);
            save(bar, u"password"_s);
            bar.ask(u"ana@example.org"_s, {ErrorCode::KeychainDenied}, true);
            save(bar, u"password-denied"_s);
            bar.ask(u"ana@example.org"_s, {ErrorCode::KeychainUnavailable}, true);
            bar.setFixedWidth(400);
            bar.resize(400, bar.heightForWidth(400));
            save(bar, u"password-no-keychain"_s);
            NoticeBar notice;
            notice.setFixedWidth(600);
            notice.warn(bindingLostText(u"ana@example.org"_s));
            notice.adjustSize();
            save(notice, u"notice"_s);
            QWidget page;
            page.resize(560, 360);
            auto *question = new CertificateQuestion(&page);
            CertificateProblem problem;
            problem.domain = u"example.org"_s;
            problem.error = {ErrorCode::CertificateUntrusted, u"example.org"_s};
            problem.all = {ErrorCode::CertificateExpired, ErrorCode::CertificateUntrusted};
            question->setProblem(problem);
            (new QVBoxLayout(&page))->addWidget(question);
            save(page, u"certificate"_s);
        }
        QCoreApplication::removeTranslator(&pseudo);
        QLocale::setDefault(QLocale::c());
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
        // One by one: a long text would be cut.
        for (const QString &fault : std::as_const(m_faults))
            qWarning("%s", qPrintable(fault));
        QCOMPARE(m_faults.size(), 0);
    }
};

QTEST_MAIN(Screenshots)
#include "tst_screenshots.moc"
