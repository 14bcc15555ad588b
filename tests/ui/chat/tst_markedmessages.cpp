// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/ConversationModel.h"
#include "core/session/SessionMessages.h"
#include "core/session/XmppSession.h"
#include "tests/support/OfflineProfile.h"
#include "tests/support/Screenshots.h"
#include "ui/chat/MarkedMessages.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/SearchField.h"

#include <QApplication>
#include <QLabel>
#include <QListView>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace tertulia;
using namespace tertulia::test;
using namespace Qt::StringLiterals;

class tst_MarkedMessages : public QObject
{
    Q_OBJECT
private:
    static inline const QString kBruno = u"bruno@example.org"_s;
    static inline const QString kCarla = u"carla@example.net"_s;

    std::unique_ptr<OfflineProfile> profile;
    QPointer<MarkedMessages> window;

    /// The messages of the two, with the first of each marked; Carla's was marked last.
    void fill()
    {
        profile = std::make_unique<OfflineProfile>(
            QList<OfflineProfile::Said>{{kBruno, u"The café opens <b>at</b> eight"_s},
                                        {kBruno, u"Not this one"_s},
                                        {kCarla, u"Página 4"_s}});
        for (const QString &peer : {kBruno, kCarla}) {
            profile->clock.advance(std::chrono::minutes(1));
            const std::unique_ptr<QAbstractItemModel> chat(
                profile->session().openTimeline(*Jid::parse(peer), nullptr));
            profile->session().messages().setSaved(chat->index(0, 0).data(roles::MessageId).toLongLong(),
                                                   true);
        }
    }
    void open()
    {
        window = new MarkedMessages(*profile->accounts, nullptr);
        window->show();
        QVERIFY(QTest::qWaitForWindowExposed(window));
    }
    QAbstractItemModel *rows() const { return window->findChild<QListView *>()->model(); }
    QStringList texts() const
    {
        QStringList texts;
        for (int row = 0; row < rows()->rowCount(); ++row)
            texts << rows()->index(row, 0).data().toString();
        return texts;
    }
    QPushButton *button(const QString &text) const
    {
        for (QPushButton *candidate : window->findChildren<QPushButton *>()) {
            if (candidate->text().remove(u'&') == text)
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
    }
    void cleanup()
    {
        delete window;
        profile.reset();
    }

    void withoutAnyItSaysHowToMarkOne()
    {
        profile = std::make_unique<OfflineProfile>();
        open();
        QVERIFY(!window->findChild<QListView *>()->isVisible());
        QVERIFY(!button(u"Go to message"_s)->isEnabled());
        QVERIFY(!button(u"Remove the mark"_s)->isEnabled());
        bool said = false;
        for (const QLabel *label : window->findChildren<QLabel *>())
            said = said || (label->isVisible() && label->text().contains(u"Mark for later"_s));
        QVERIFY(said);
        QTest::keyClick(window->findChild<SearchField *>(), Qt::Key_Return);
        QVERIFY(window);
    }

    void theOneMarkedLastStandsFirst()
    {
        fill();
        open();
        screenshot(*window, u"marked-messages"_s);
        QCOMPARE(texts(), (QStringList{u"Página 4"_s, u"The café opens <b>at</b> eight"_s}));
        // Said aloud: what, by whom, when.
        const QString spoken = rows()->index(1, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY(spoken.startsWith(u"The café opens"_s) && spoken.contains(u"bruno"_s));
    }

    void searchingIgnoresAccentsAndEnterGoesThere()
    {
        fill();
        open();
        QSignalSpy chosen(window, &MarkedMessages::chosen);
        auto *search = window->findChild<SearchField *>();
        QVERIFY(search->hasFocus());
        QTest::keyClicks(search, u"nothing like it"_s);
        QCOMPARE(rows()->rowCount(), 0);
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(chosen.size(), 0);
        search->clear();
        QTest::keyClicks(search, u"CAFE"_s);
        QCOMPARE(texts(), QStringList{u"The café opens <b>at</b> eight"_s});
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].value<ConversationKey>(), profile->key(kBruno));
        QVERIFY(chosen[0][1].toLongLong() != 0);
        QTRY_VERIFY(!window);
    }

    void arrowsMoveWhileOneTypes()
    {
        fill();
        open();
        auto *list = window->findChild<QListView *>();
        QCOMPARE(list->currentIndex().row(), 0);
        QTest::keyClick(window->findChild<SearchField *>(), Qt::Key_Down);
        QCOMPARE(list->currentIndex().row(), 1);
        QTest::keyClick(window->findChild<SearchField *>(), Qt::Key_Down);
        QCOMPARE(list->currentIndex().row(), 1);
    }

    void theMarkIsTakenAway()
    {
        fill();
        open();
        QTest::mouseClick(button(u"Remove the mark"_s), Qt::LeftButton);
        QCOMPARE(texts(), QStringList{u"The café opens <b>at</b> eight"_s});
        QCOMPARE(profile->session().messages().saved(10).size(), 1);
        QTest::mouseClick(button(u"Remove the mark"_s), Qt::LeftButton);
        QVERIFY(!button(u"Remove the mark"_s)->isEnabled());
        QVERIFY(profile->session().messages().saved(10).isEmpty());
    }
};

QTEST_MAIN(tst_MarkedMessages)
#include "tst_markedmessages.moc"
