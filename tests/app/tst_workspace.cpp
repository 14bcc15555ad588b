// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A profile as the program opens it: what a fresh one is set to (UI e.16), what an older one brings along,
// and its windows in another language.
#include "app/FileLocations.h"
#include "app/SystemServices.h"
#include "app/Workspace.h"
#include "core/session/SessionChats.h"
#include "core/session/XmppSession.h"
#include "tests/support/FakeSecretStore.h"
#include "tests/support/SampleHousehold.h"
#include "ui/chat/ChatWidget.h"
#include "ui/chat/ChatWindow.h"
#include "ui/main/MainWindow.h"
#include "ui/notifications/NoticeRules.h"
#include "ui/settings/SettingKeys.h"
#include "ui/text/Translations.h"
#include "ui/theme/Resources.h"
#include "ui/theme/Theme.h"
#include "ui/writing/ComposerEdit.h"

#include <QMenuBar>
#include <QTemporaryDir>
#include <QtTest>

#include <memory>

using namespace tertulia;
using namespace Qt::StringLiterals;

class tst_Workspace : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        initResources();
        applyTheme(*qApp);
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_locations = std::make_unique<FileLocations>(
            FileLocations::inProfile(m_folder->filePath(u"profile"_s), QProcessEnvironment()));
        QVERIFY(m_locations->create());
        open();
    }
    void cleanup()
    {
        m_workspace.reset();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    }

    void aFreshProfileIsPrivate()
    {
        NoticeRules rules(m_workspace->settings());
        QCOMPARE(rules.content(), NoticeRules::Content::Full); // lowered while the screen is locked
        QVERIFY(!rules.isQuiet(QDateTime::currentDateTime()));
        QVERIFY(rules.shows(NoticeKind::Message));
        QCOMPARE(rules.soundOf(NoticeKind::Message), NoticeSound::Message);
        for (const NoticeKind kind :
             {NoticeKind::Request, NoticeKind::SendFailed, NoticeKind::AccountProblem}) {
            QVERIFY(rules.shows(kind));
            QCOMPARE(rules.soundOf(kind), NoticeSound::None);
        }
        // Nothing of it is written anywhere yet.
        QCOMPARE(m_workspace->settings().keys(u"notifications"_s), QStringList());
        QCOMPARE(m_workspace->settings().value(settingkeys::kOnClose, u"ask"_s).toString(), u"ask"_s);
    }

    void whatWasOneSwitchIsTheAccountsOwn()
    {
        addAna();
        m_workspace->settings().setValue(u"chats/readMarkers"_s, false);
        reopen();
        Privacy &privacy = m_workspace->accounts().sessions().constFirst()->chats().privacy();
        QVERIFY(!privacy.tells(Disclosure::ReadMarkers));
        QVERIFY(privacy.tells(Disclosure::Typing));
        privacy.setTells(Disclosure::ReadMarkers, true);
        reopen();
        QVERIFY(m_workspace->accounts().sessions().constFirst()->chats().privacy().tells(
            Disclosure::ReadMarkers));
    }

    void windowsComeAgainInAnotherLanguage()
    {
        Translations words{QLocale()};
        XmppSession *ana = addAna();
        for (const QString &peer : {u"bruno@example.org"_s, u"carla@example.net"_s})
            ana->chats().open(jidOf(peer));
        m_workspace->hosts().open({ana->accountId(), jidOf(u"bruno@example.org"_s)},
                                  ChatHosts::How::MainWindow);
        m_workspace->hosts().open({ana->accountId(), jidOf(u"carla@example.net"_s)},
                                  ChatHosts::How::OwnWindow);
        m_workspace->window().currentChat()->findChild<ComposerEdit *>()->setPlainText(u"a draft"_s);
        QVERIFY(firstMenu().contains(u"File"_s));
        m_workspace->settings().setValue(settingkeys::kLanguage, u"es"_s);
        m_workspace->remakeWindows();
        m_workspace->hosts().restore();
        QVERIFY2(firstMenu().contains(u"Archivo"_s), qPrintable(firstMenu()));
        QCOMPARE(QLocale().language(), QLocale::Spanish);
        QVERIFY(m_workspace->window().currentChat());
        QCOMPARE(m_workspace->window().currentChat()->key().peer, jidOf(u"bruno@example.org"_s));
        QCOMPARE(m_workspace->hosts().windows().size(), 1);
        QCOMPARE(ana->chats().draft(jidOf(u"bruno@example.org"_s)).text, u"a draft"_s);
        m_workspace->settings().remove(settingkeys::kLanguage);
        m_workspace->remakeWindows();
        QVERIFY(firstMenu().contains(u"File"_s));
    }

    void aLanguageNobodyKnowsIsEnglish()
    {
        Translations words{QLocale()};
        m_workspace->settings().setValue(settingkeys::kLanguage, u"../../etc/passwd"_s);
        m_workspace->remakeWindows();
        QVERIFY(firstMenu().contains(u"File"_s));
    }

private:
    void open()
    {
        auto opened = Workspace::open(*m_locations, m_services, m_secrets);
        QVERIFY(opened);
        m_workspace = std::move(*opened);
    }
    void reopen()
    {
        m_workspace.reset();
        open();
    }
    XmppSession *addAna()
    {
        AccountSettings settings;
        settings.connection.account = jidOf(u"ana@example.org"_s);
        settings.enabled = false;
        return m_workspace->accounts().add(settings).value();
    }
    [[nodiscard]] QString firstMenu() const
    {
        return m_workspace->window().menuBar()->actions().constFirst()->text().remove(u'&');
    }

    SystemServices m_services;
    FakeSecretStore m_secrets;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FileLocations> m_locations;
    std::unique_ptr<Workspace> m_workspace;
};

QTEST_MAIN(tst_Workspace)
#include "tst_workspace.moc"
