// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profile/ProfileWindow.h"

#include "core/session/XmppSession.h"
#include "ui/accessibility/AccessibleComboBox.h"
#include "ui/profile/PictureDialog.h"
#include "ui/profile/PictureFile.h"
#include "ui/profile/ProfileForm.h"
#include "ui/text/ErrorText.h"
#include "ui/text/PlainText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Avatar.h"
#include "ui/widgets/Buttons.h"
#include "ui/widgets/ConfirmDialog.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tertulia
{

ProfileWindow::ProfileWindow(XmppSession &session, QWidget *parent)
    : QDialog(parent)
    , m_session(&session)
    , m_avatar(new Avatar(72, this))
    , m_choose(new QPushButton(tr("Choose &picture…"), this))
    , m_remove(new QPushButton(tr("&Remove picture"), this))
    , m_form(new ProfileForm(this))
    , m_audience(new QComboBox(this))
    , m_told(new QLabel(this))
    , m_state(new QLabel(this))
    , m_save(new PrimaryButton(tr("Save"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Profile of %1").arg(shownAddress(session.address().toString())));
    const Theme &theme = Theme::current();
    for (QLabel *label : {m_told, m_state}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_told->setForegroundRole(QPalette::PlaceholderText);
    announceComboBox(m_audience, tr("Who can see it"));
    m_audience->addItem(tr("My contacts"), int(ProfileAudience::Contacts));
    m_audience->addItem(tr("Everybody"), int(ProfileAudience::Everybody));
    auto *address = new QLabel(this);
    address->setTextFormat(Qt::PlainText);
    address->setText(shownAddress(session.address().toString()));
    address->setTextInteractionFlags(Qt::TextSelectableByMouse);
    address->setFont(theme.font(1.1, QFont::DemiBold));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_choose);
    buttons->addWidget(m_remove);
    buttons->addStretch();
    auto *beside = new QVBoxLayout;
    beside->addStretch();
    beside->addWidget(address);
    beside->addLayout(buttons);
    beside->addStretch();
    auto *head = new QHBoxLayout;
    head->setSpacing(16);
    head->addWidget(m_avatar);
    head->addLayout(beside, 1);

    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *inner = new QWidget;
    auto *fields = new QVBoxLayout(inner);
    fields->setContentsMargins(0, 0, 0, 0);
    fields->addWidget(m_form);
    fields->addStretch();
    scroll->setWidget(inner);
    auto *audienceName = new QLabel(tr("&Who can see it"), this);
    audienceName->setBuddy(m_audience);
    auto *audience = new QHBoxLayout;
    audience->addWidget(audienceName);
    audience->addWidget(m_audience);
    audience->addStretch();
    auto *close = new QPushButton(tr("Close"), this);
    close->setAutoDefault(false);
    m_save->setDefault(true);
    for (QPushButton *button : {m_choose, m_remove})
        button->setAutoDefault(false);
    auto *last = new QHBoxLayout;
    last->addWidget(m_state, 1);
    last->addWidget(close);
    last->addWidget(m_save);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(22, 18, 22, 18);
    layout->setSpacing(12);
    layout->addLayout(head);
    layout->addWidget(scroll, 1);
    layout->addLayout(audience);
    layout->addWidget(m_told);
    layout->addLayout(last);
    resize(theme.px(480), theme.px(620));

    connect(m_form, &ProfileForm::edited, this, [this] { say({}); });
    connect(m_audience, &QComboBox::currentIndexChanged, this, &ProfileWindow::arrange);
    connect(m_choose, &QPushButton::clicked, this, &ProfileWindow::choosePicture);
    connect(m_remove, &QPushButton::clicked, this, [this] { publishPicture({}); });
    connect(m_save, &QPushButton::clicked, this, &ProfileWindow::save);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(&session, &QObject::destroyed, this, &QDialog::reject);
    connect(&session, &XmppSession::ownProfileChanged, this, &ProfileWindow::showPicture);
    connect(&session, &XmppSession::stateChanged, this, [this](SessionState state) {
        if (state == SessionState::Online && !m_known)
            fetch();
        arrange();
    });
    showPicture();
    arrange();
    fetch();
}

ProfileModule &ProfileWindow::module() const
{
    return *m_session->modules().module<ProfileModule>();
}

void ProfileWindow::fetch()
{
    if (m_session->state() != SessionState::Online) {
        say(tr("The profile can be seen and changed while the account is connected."));
        return;
    }
    say(tr("Asking the server…"));
    module().fetchOwn().then(this, [this](const Result<OwnProfile> &profile) {
        if (!profile) {
            say(errorLine(profile.error()));
            return;
        }
        say({});
        show(*profile);
    });
}

void ProfileWindow::show(const OwnProfile &profile)
{
    m_form->setProfile(profile.profile);
    if (profile.audience == ProfileAudience::AsConfigured && m_audience->findData(int(profile.audience)) < 0)
        m_audience->addItem(tr("Those chosen in another program"), int(profile.audience));
    m_audience->setCurrentIndex(m_audience->findData(int(profile.audience)));
    m_known = true;
    arrange();
}

void ProfileWindow::save()
{
    if (!m_session || !m_known || m_busy)
        return;
    m_busy = true;
    arrange();
    say(tr("Saving…"));
    const OwnProfile profile{m_form->profile(), ProfileAudience(m_audience->currentData().toInt())};
    module().publish(profile).then(this, [this, audience = profile.audience](const Result<void> &done) {
        m_busy = false;
        // Now it is configured otherwise, and there is no way back.
        const int configured = m_audience->findData(int(ProfileAudience::AsConfigured));
        if (done && audience != ProfileAudience::AsConfigured && configured >= 0)
            m_audience->removeItem(configured);
        arrange();
        say(done ? tr("Saved.") : errorLine(done.error()));
    });
}

void ProfileWindow::choosePicture()
{
    auto *files = new QFileDialog(this, tr("Choose a picture"));
    files->setAttribute(Qt::WA_DeleteOnClose);
    files->setFileMode(QFileDialog::ExistingFile);
    files->setNameFilter(tr("Pictures (*.png *.jpg *.jpeg *.webp *.gif *.bmp)"));
    connect(files, &QFileDialog::fileSelected, this, [this](const QString &file) {
        const QImage picture = readPicture(file);
        if (picture.isNull()) {
            say(tr("This file is not a picture that can be shown."));
            return;
        }
        auto *dialog = new PictureDialog(picture, this);
        connect(dialog, &PictureDialog::chosen, this, &ProfileWindow::publishPicture);
        dialog->open();
    });
    files->open();
}

void ProfileWindow::publishPicture(const OwnPicture &picture)
{
    if (!m_session || m_busy)
        return;
    m_busy = true;
    arrange();
    say(tr("Saving…"));
    module().publishPicture(picture).then(this, [this](const Result<void> &done) {
        m_busy = false;
        arrange();
        say(done ? tr("Saved.") : errorLine(done.error()));
    });
}

void ProfileWindow::showPicture()
{
    if (!m_session)
        return;
    const QString file = m_session->ownAvatarFile();
    m_avatar->setLook(
        {.address = m_session->address().toString(), .name = m_session->ownName(), .file = file});
    m_remove->setVisible(!file.isEmpty());
}

void ProfileWindow::arrange()
{
    const bool online = m_session && m_session->state() == SessionState::Online;
    const bool ready = online && !m_busy;
    m_form->setEnabled(ready && m_known);
    m_audience->setEnabled(ready && m_known);
    m_save->setEnabled(ready && m_known);
    m_choose->setEnabled(ready);
    m_remove->setEnabled(ready);
    m_told->setText(m_audience->currentData().toInt() == int(ProfileAudience::Everybody)
                        ? tr("Everybody who knows your address can read all of it.")
                        : tr("Your names and your picture can be seen by everybody who knows your address."));
}

void ProfileWindow::say(const QString &sentence)
{
    m_state->setText(sentence);
}

} // namespace tertulia
