// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profile/AddressCode.h"

#include "core/session/XmppSession.h"
#include "ui/profile/CodeImage.h"
#include "ui/text/PlainText.h"
#include "ui/text/XmppUri.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Buttons.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QSaveFile>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

constexpr int kSavedSide = 1024; ///< pixels

} // namespace

AddressCode::AddressCode(XmppSession &session, QWidget *parent)
    : QDialog(parent)
    , m_link(xmppLink(session.address()))
    , m_address(session.address().toString())
    , m_state(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("My address"));
    const Theme &theme = Theme::current();
    auto *code = new QLabel(this);
    const int side = theme.px(240);
    const qreal ratio = devicePixelRatioF();
    QPixmap picture = QPixmap::fromImage(codeImage(m_link, int(side * ratio)));
    picture.setDevicePixelRatio(ratio);
    code->setPixmap(picture);
    code->setAlignment(Qt::AlignCenter);
    code->setAccessibleName(tr("Code for a camera: %1").arg(shownAddress(m_address)));
    auto *address = new QLabel(this);
    auto *how = new QLabel(this);
    for (QLabel *label : {address, how, m_state}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignCenter);
    }
    address->setText(shownAddress(m_address));
    address->setFont(theme.font(1.15, QFont::DemiBold));
    address->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    how->setText(tr("Others point their camera here, or open the link, to write to you."));
    how->setForegroundRole(QPalette::PlaceholderText);
    auto *copy = new PrimaryButton(tr("Copy link"), this);
    auto *save = new QPushButton(tr("Save picture…"), this);
    auto *close = new QPushButton(tr("Close"), this);
    for (QPushButton *button : {save, close})
        button->setAutoDefault(false);
    copy->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(close);
    buttons->addStretch();
    buttons->addWidget(save);
    buttons->addWidget(copy);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(22, 20, 22, 18);
    layout->setSpacing(10);
    layout->addWidget(code);
    layout->addWidget(address);
    layout->addWidget(how);
    layout->addWidget(m_state);
    layout->addLayout(buttons);
    connect(copy, &QPushButton::clicked, this, &AddressCode::copyLink);
    connect(save, &QPushButton::clicked, this, &AddressCode::savePicture);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
}

void AddressCode::copyLink()
{
    QGuiApplication::clipboard()->setText(m_link);
    m_state->setText(tr("The link is in the clipboard."));
}

void AddressCode::savePicture()
{
    auto *files = new QFileDialog(this, tr("Save picture"));
    files->setAttribute(Qt::WA_DeleteOnClose);
    files->setAcceptMode(QFileDialog::AcceptSave);
    files->setDefaultSuffix(u"png"_s);
    files->setNameFilter(tr("Pictures (*.png)"));
    files->selectFile(m_address + u".png"_s);
    connect(files, &QFileDialog::fileSelected, this, [this](const QString &path) {
        QSaveFile file(path);
        if (file.open(QIODevice::WriteOnly) && codeImage(m_link, kSavedSide).save(&file, "png")
            && file.commit())
            m_state->setText(tr("The picture is saved."));
        else
            m_state->setText(tr("The file cannot be written: %1").arg(shownLine(file.errorString())));
    });
    files->open();
}

} // namespace tertulia
