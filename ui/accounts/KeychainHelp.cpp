// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/KeychainHelp.h"

#include "ui/theme/Theme.h"

#include <QCoreApplication>
#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace tertulia
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(KeychainHelp)
};

/// One page at a time, however often it is asked for.
const QString kObjectName = QStringLiteral("keychain-help");

} // namespace

void showKeychainHelp(QWidget *parent)
{
    if (auto *open = parent->findChild<QDialog *>(kObjectName)) {
        open->raise();
        open->activateWindow();
        return;
    }
    const Theme &theme = Theme::current();
    auto *dialog = new QDialog(parent);
    dialog->setObjectName(kObjectName);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(Words::tr("How to have passwords remembered"));
    auto *page = new QWidget;
    auto *words = new QVBoxLayout(page);
    words->setContentsMargins(24, 20, 24, 8);
    words->setSpacing(10);
    const auto add = [&](const QString &text, const QFont &font) {
        auto *label = new QLabel(text, page);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setFont(font);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        label->setFocusPolicy(Qt::NoFocus);
        words->addWidget(label);
    };
    const QFont heading = theme.font(1.0, QFont::DemiBold);
    add(dialog->windowTitle(), theme.font(1.25, QFont::Bold));
    add(Words::tr("Tertulia keeps passwords in the keychain of this computer and nowhere else. None answers "
                  "here, so it asks for the password each time it starts. There is no way to have it written "
                  "to a file instead: whoever copies that file would have your account."),
        theme.font());
    add(Words::tr("GNOME, Xfce, Cinnamon, MATE and most other desktops"), heading);
    add(Words::tr("Install the package gnome-keyring, then log out of the computer and in again."),
        theme.font());
    add(Words::tr("KDE Plasma"), heading);
    add(Words::tr("Install the package kwalletmanager and switch the wallet on in the system settings, under "
                  "KDE Wallet."),
        theme.font());
    add(Words::tr("KeePassXC"), heading);
    add(Words::tr("Open its settings, choose Secret Service Integration and switch it on. It has to be "
                  "running when Tertulia starts."),
        theme.font());
    add(Words::tr("After that, type the password once more and tick the box to have it remembered."),
        theme.font());
    words->addStretch();
    auto *scroll = new QScrollArea(dialog);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(page);
    auto *close = new QPushButton(Words::tr("Close"), dialog);
    close->setDefault(true);
    auto *layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(0, 0, 0, 16);
    layout->addWidget(scroll, 1);
    layout->addWidget(close, 0, Qt::AlignCenter);
    QObject::connect(close, &QPushButton::clicked, dialog, &QDialog::accept);
    dialog->resize(theme.px(520), theme.px(470));
    dialog->open();
}

} // namespace tertulia
