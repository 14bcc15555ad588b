// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/AboutDialog.h"

#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace tertulia
{

using namespace Qt::StringLiterals;

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("About Tertulia"));
    const Theme &theme = Theme::current();
    auto *picture = new QLabel(this);
    picture->setPixmap(applicationIcon().pixmap(QSize(theme.px(84), theme.px(84)), devicePixelRatioF()));
    picture->setAlignment(Qt::AlignCenter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(36, 28, 36, 22);
    layout->setSpacing(6);
    layout->addWidget(picture);
    const auto addLine = [&](const QString &text, const QFont &font, bool soft) {
        auto *label = new QLabel(this);
        label->setTextFormat(Qt::PlainText);
        label->setText(text);
        label->setFont(font);
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        if (soft)
            label->setForegroundRole(QPalette::PlaceholderText);
        layout->addWidget(label);
    };
    addLine(u"Tertulia"_s, theme.font(1.5, QFont::Bold), false);
    addLine(tr("Version %1").arg(QStringLiteral(TERTULIA_VERSION)), theme.font(), true);
    addLine(tr("Conversation in good company, over XMPP."), theme.font(), false);
    addLine(tr("A tertulia is a circle of people who meet, in a café or at home, to talk."),
            theme.font(13 / 14.0), true);
    addLine(tr("Free software under the GNU General Public License, version 3 or later."),
            theme.font(13 / 14.0), true);
    addLine(tr("Qt %1").arg(QString::fromLatin1(qVersion())), theme.font(13 / 14.0), true);
    auto *close = new QPushButton(tr("Close"), this);
    close->setDefault(true);
    layout->addSpacing(8);
    layout->addWidget(close, 0, Qt::AlignCenter);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    setMinimumWidth(theme.px(460));
}

} // namespace tertulia
