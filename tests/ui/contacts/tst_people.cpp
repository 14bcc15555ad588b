// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The small windows and widgets about people: blocking, strangers, profiles, notes, pictures, the list's
// ways.
#include "core/models/ContactTreeModel.h"
#include "core/models/DraggedContact.h"
#include "core/models/RosterModel.h"
#include "core/session/XmppSession.h"
#include "tests/support/SessionRig.h"
#include "ui/chat/NoteField.h"
#include "ui/chat/StrangerBar.h"
#include "ui/contacts/BlockDialog.h"
#include "ui/contacts/ContactListOptions.h"
#include "ui/contacts/ContactsView.h"
#include "ui/profile/CodeImage.h"
#include "ui/profile/PictureCrop.h"
#include "ui/profile/PictureFile.h"
#include "ui/profile/ProfileForm.h"
#include "ui/settings/SettingKeys.h"
#include "ui/settings/UiSettings.h"
#include "ui/text/XmppUri.h"
#include "ui/theme/Theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

Jid jidOf(const QString &text)
{
    return *Jid::parse(text);
}

QPushButton *button(const QWidget &window, const QString &text)
{
    for (QPushButton *one : window.findChildren<QPushButton *>()) {
        if (one->text() == text)
            return one;
    }
    return nullptr;
}

/// Text that would be something else where it is not shown plain.
const QString kProbe = u"<img src='file:///etc/passwd'><b>Eva</b>"_s;

} // namespace

class TestPeople : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp); }

    void blockingIsSafeByDefault()
    {
        BlockDialog dialog({kProbe, u"eva@example.net"_s, false, true}, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        QSignalSpy confirmed(&dialog, &BlockDialog::confirmed);
        for (const QLabel *label : dialog.findChildren<QLabel *>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
        // Nothing is offered that the server does not take.
        QVERIFY(dialog.findChildren<QComboBox *>().constFirst()->isHidden());
        QVERIFY(button(dialog, u"Cancel"_s)->isDefault());
        button(dialog, u"Block"_s)->click();
        QCOMPARE(confirmed.size(), 1);
        QCOMPARE(confirmed.constFirst().at(0).toBool(), false);
        QVERIFY(!confirmed.constFirst().at(1).value<std::optional<ReportReason>>());
    }

    void aReportHasAReason()
    {
        BlockDialog dialog({u"Eva"_s, u"eva@example.net"_s, true, true}, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        QSignalSpy confirmed(&dialog, &BlockDialog::confirmed);
        auto *reason = dialog.findChildren<QComboBox *>().constFirst();
        reason->setCurrentIndex(reason->findText(u"Abuse"_s));
        dialog.findChildren<QCheckBox *>().constFirst()->setChecked(true);
        button(dialog, u"Report and block"_s)->click();
        QCOMPARE(confirmed.constFirst().at(0).toBool(), true);
        QCOMPARE(*confirmed.constFirst().at(1).value<std::optional<ReportReason>>(), ReportReason::Abuse);
    }

    void aServerIsBlockedInTheSameStep()
    {
        SessionRig rig;
        QByteArrayList asked;
        rig.answers = [&asked](const QByteArray &xml) -> std::optional<QByteArray> {
            if (xml.contains("<block "))
                asked.append(xml);
            if (!xml.contains("disco#info"))
                return std::nullopt; // refused
            return "<query xmlns='http://jabber.org/protocol/disco#info'>"
                   "<feature var='urn:xmpp:blocking'/></query>";
        };
        rig.bringOnline();
        QWidget window;
        QList<bool> told;
        askToBlock(*rig.session, jidOf(u"eva@example.net"_s), false, &window, &window,
                   [&told](const Result<void> &done) { told.append(done.has_value()); });
        auto *dialog = window.findChild<BlockDialog *>();
        QVERIFY(dialog);
        dialog->findChildren<QCheckBox *>().constFirst()->setChecked(true);
        button(*dialog, u"Block"_s)->click();
        rig.serve();
        QTRY_COMPARE(told, QList<bool>{false});
        QCOMPARE(asked.size(), 1);
        QVERIFY(asked.constFirst().contains("\"eva@example.net\""));
        QVERIFY(asked.constFirst().contains("\"example.net\""));
    }

    void aStrangersBar()
    {
        StrangerBar bar;
        bar.setName(kProbe);
        QVERIFY(button(bar, u"Report…"_s)->isHidden());
        bar.setCanReport(true);
        QVERIFY(!button(bar, u"Report…"_s)->isHidden());
        QSignalSpy accepted(&bar, &StrangerBar::accepted);
        QSignalSpy blocked(&bar, &StrangerBar::blockRequested);
        QSignalSpy ignored(&bar, &StrangerBar::ignored);
        button(bar, u"Accept"_s)->click();
        button(bar, u"Block…"_s)->click();
        button(bar, u"Report…"_s)->click();
        button(bar, u"Ignore"_s)->click();
        QCOMPARE(accepted.size(), 1);
        QCOMPARE(ignored.size(), 1);
        QCOMPARE(blocked.size(), 2);
        QCOMPARE(blocked.at(0).at(0).toBool(), false);
        QCOMPARE(blocked.at(1).at(0).toBool(), true);
    }

    void aProfileGoesInAndOut()
    {
        Profile profile;
        profile.fullName = kProbe;
        profile.emails = QStringList{u"a@example.org"_s, u"b@example.org"_s};
        profile.title = u"kept though it has no field"_s;
        profile.address.country = u"España"_s;
        ProfileForm form;
        form.setProfile(profile);
        QCOMPARE(form.profile(), profile);
        for (QLineEdit *line : form.findChildren<QLineEdit *>())
            QVERIFY(!line->accessibleName().isEmpty());
        QLineEdit *first = form.findChildren<QLineEdit *>().constFirst();
        QSignalSpy edited(&form, &ProfileForm::edited);
        QTest::keyClicks(first, u"x"_s);
        QCOMPARE(edited.size(), 1);
    }

    void whatIsBeingWrittenStays()
    {
        NoteField field;
        field.setEditable(true);
        field.setNote(u"tea"_s);
        auto *text = field.findChild<QPlainTextEdit *>();
        text->setPlainText(u"coffee"_s);
        field.setNote(u"tea and cake"_s); // from another device
        QCOMPARE(text->toPlainText(), u"coffee"_s);
        QSignalSpy saved(&field, &NoteField::saved);
        button(field, u"Save note"_s)->click();
        QCOMPARE(saved.constFirst().at(0).toString(), u"coffee"_s);
        button(field, u"Cancel"_s)->click();
        QCOMPARE(text->toPlainText(), u"tea and cake"_s);
        field.setEditable(false);
        QVERIFY(text->isReadOnly());
    }

    void aNoteThatIsTooLongIsSaidAndNotCut()
    {
        NoteField field;
        field.setEditable(true);
        const QString long20k(20'000, u'x'); // another program's
        field.setNote(long20k);
        auto *text = field.findChild<QPlainTextEdit *>();
        QCOMPARE(text->toPlainText(), long20k);
        QVERIFY(button(field, u"Save note"_s)->isHidden());
        text->setPlainText(QString(10'005, u'x'));
        QVERIFY(!button(field, u"Save note"_s)->isEnabled());
        const auto says = [&field](const QString &words) {
            const QList<QLabel *> labels = field.findChildren<QLabel *>();
            return std::ranges::any_of(labels, [&](const QLabel *label) {
                return !label->isHidden() && label->text().contains(words);
            });
        };
        QVERIFY(says(u"5 characters too long"_s));
        text->setPlainText(QString(10'000, u'x'));
        QVERIFY(button(field, u"Save note"_s)->isEnabled() && !says(u"too long"_s));
    }

    void picturesAreSmallAndTellNothing()
    {
        QTemporaryDir folder;
        const QString junk = folder.filePath(u"junk.png"_s);
        QFile file(junk);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("no picture");
        file.close();
        QVERIFY(readPicture(junk).isNull());
        QVERIFY(readPicture(folder.filePath(u"nothing"_s)).isNull());
        // Noise is what compresses worst.
        QImage noise(600, 600, QImage::Format_RGB32);
        QRandomGenerator chance(1);
        for (int y = 0; y < noise.height(); ++y) {
            for (int x = 0; x < noise.width(); ++x)
                noise.setPixel(x, y, chance.generate());
        }
        noise.setText(u"Author"_s, u"Ana"_s);
        const OwnPicture picture = asOwnPicture(noise);
        QVERIFY(!picture.isEmpty());
        QVERIFY(picture.png.size() <= 96 * 1024);
        QVERIFY(!picture.png.contains("Author"));
        QCOMPARE(QImage::fromData(picture.png, "png").size(), picture.size);
        QVERIFY(asOwnPicture({}).isEmpty());
    }

    void theCutStaysInside()
    {
        PictureCrop crop;
        crop.resize(crop.sizeHint());
        QImage wide(800, 400, QImage::Format_RGB32);
        wide.fill(Qt::gray);
        crop.setPicture(wide);
        QCOMPARE(crop.chosen(), QRect(200, 0, 400, 400));
        for (int i = 0; i < 200; ++i)
            QTest::keyClick(&crop, Qt::Key_Right);
        QCOMPARE(crop.chosen().right(), 799);
        crop.setZoom(100);
        QVERIFY(crop.zoom() <= PictureCrop::kNearest);
        QVERIFY(wide.rect().contains(crop.chosen()));
        QCOMPARE(crop.square().width(), crop.square().height());
    }

    void aCodeAndALink()
    {
        QCOMPARE(xmppLink(jidOf(u"ana@example.org"_s)), u"xmpp:ana@example.org"_s);
        QCOMPARE(xmppLink(jidOf(u"a?b#c%d@example.org"_s)), u"xmpp:a%3Fb%23c%25d@example.org"_s);
        const auto back = XmppUri::parse(xmppLink(jidOf(u"a?b#c%d@example.org"_s)));
        QVERIFY(back);
        QCOMPARE(back->address, jidOf(u"a?b#c%d@example.org"_s));
        const QImage code = codeImage(u"xmpp:ana@example.org"_s, 240);
        QVERIFY(!code.isNull() && code.width() <= 240 && code.width() == code.height());
        QCOMPARE(code.pixel(0, 0), qRgb(255, 255, 255)); // the quiet zone
        QVERIFY(codeImage(QString(10'000, u'x'), 240).isNull());
    }

    void contactsAreDraggedFromGroupToGroup_data()
    {
        QTest::addColumn<QString>("to");
        QTest::addColumn<bool>("copy");
        QTest::addColumn<bool>("taken");
        QTest::newRow("moved") << u"Work"_s << false << true;
        QTest::newRow("into both") << u"Work"_s << true << true;
        QTest::newRow("where they are") << u"Home"_s << false << false;
    }
    void contactsAreDraggedFromGroupToGroup()
    {
        QFETCH(QString, to);
        QFETCH(bool, copy);
        QFETCH(bool, taken);
        RosterModel roster(u"a"_s, jidOf(u"ana@example.org"_s));
        ContactTreeModel tree;
        tree.addRoster(&roster);
        roster.setContacts({{jidOf(u"bruno@example.org"_s), u"Bruno"_s, {u"Home"_s}},
                            {jidOf(u"carla@example.org"_s), u"Carla"_s, {u"Work"_s}}});
        UiSettings settings{QString()};
        ContactsView view(settings);
        view.setContacts(&tree);
        view.resize(300, 400);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QTRY_COMPARE(view.model()->rowCount(), 2);
        const QModelIndex home = view.model()->index(0, 0);
        QModelIndex group = home;
        if (to == u"Work"_s)
            group = view.model()->index(1, 0);
        const QModelIndex bruno = view.model()->index(0, 0, home);
        QVERIFY(view.model()->flags(bruno).testFlag(Qt::ItemIsDragEnabled));
        const std::unique_ptr<QMimeData> mime(view.model()->mimeData({bruno}));
        QVERIFY(mime);
        QSignalSpy asked(&view, &ContactsView::groupChangeRequested);
        QDragEnterEvent enter(view.visualRect(group).center(), Qt::MoveAction | Qt::CopyAction, mime.get(),
                              Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(view.viewport(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(view.visualRect(group).center(), Qt::MoveAction | Qt::CopyAction, mime.get(),
                        Qt::LeftButton, copy ? Qt::ControlModifier : Qt::NoModifier);
        QCoreApplication::sendEvent(view.viewport(), &drop);
        QCOMPARE(asked.size(), taken ? 1 : 0);
        if (!taken)
            return;
        QCOMPARE(asked.constFirst().at(0).value<ConversationKey>().peer, jidOf(u"bruno@example.org"_s));
        QCOMPARE(asked.constFirst().at(1).toString(), u"Home"_s);
        QCOMPARE(asked.constFirst().at(2).toString(), to);
        QCOMPARE(asked.constFirst().at(3).toBool(), copy);
    }

    void whatIsNoContactCannotBeDropped()
    {
        QMimeData mime;
        mime.setData(DraggedContact::kType, QByteArray(3, '\xff'));
        QVERIFY(!DraggedContact::fromMime(mime));
        QVERIFY(!DraggedContact::fromMime(QMimeData()));
    }

    void optionsAreRemembered()
    {
        UiSettings settings{QString()};
        ContactTreeModel tree;
        ContactsView view(settings);
        QMenu menu;
        ContactListOptions options(tree, view, settings);
        options.fill(menu);
        for (const QString &name : {u"&Sort by name"_s, u"One &line for each contact"_s}) {
            for (QAction *action : menu.actions()) {
                if (action->text() == name)
                    action->trigger();
            }
        }
        QVERIFY(settings.value(settingkeys::kSortByName).toBool());
        QVERIFY(settings.value(settingkeys::kOneLine).toBool());
    }
};

QTEST_MAIN(TestPeople)
#include "tst_people.moc"
