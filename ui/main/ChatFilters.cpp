// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/ChatFilters.h"

#include "ui/text/PlainText.h"
#include "ui/widgets/Buttons.h"
#include "ui/widgets/FlowLayout.h"

#include <QButtonGroup>

namespace tertulia
{

namespace
{

constexpr int kFolderLetters = 24;

} // namespace

ChatFilters::ChatFilters(QWidget *parent)
    : QWidget(parent)
    , m_layout(new FlowLayout(this))
    , m_group(new QButtonGroup(this))
    , m_all(add(tr("All")))
    , m_unread(add(tr("Unread")))
    , m_people(add(tr("People")))
    , m_rooms(add(tr("Rooms")))
{
    m_layout->setContentsMargins(12, 0, 12, 8);
    m_layout->setSpacing(6);
    m_all->setChecked(true);
    m_rooms->hide();
}

ChipButton *ChatFilters::add(const QString &text)
{
    auto *chip = new ChipButton(text, this);
    m_group->addButton(chip);
    m_layout->addWidget(chip);
    connect(chip, &QAbstractButton::clicked, this, &ChatFilters::changed);
    return chip;
}

void ChatFilters::setUnread(int count)
{
    m_unread->setText(count > 0 ? tr("Unread %1").arg(count) : tr("Unread"));
}

void ChatFilters::setHasRooms(bool rooms)
{
    m_rooms->setVisible(rooms);
}

void ChatFilters::setFolders(const QStringList &folders)
{
    if (folders == m_folders)
        return;
    const QString chosen = folder();
    qDeleteAll(m_folderChips);
    m_folderChips.clear();
    m_folders = folders;
    for (const QString &name : folders) {
        auto *chip = add(withoutMnemonic(shownLine(name, kFolderLetters)));
        chip->setAccessibleName(tr("Folder %1").arg(name));
        chip->setToolTip(shownToolTip(name));
        chip->setChecked(name == chosen);
        chip->show();
        m_folderChips.append(chip);
    }
    if (!chosen.isEmpty() && !folders.contains(chosen)) {
        m_all->setChecked(true);
        Q_EMIT changed();
    }
}

ChatListModel::Shown ChatFilters::shown() const
{
    using Shown = ChatListModel::Shown;
    return m_unread->isChecked() ? Shown::Unread
        : m_people->isChecked()  ? Shown::People
        : m_rooms->isChecked()   ? Shown::Rooms
        : folder().isEmpty()     ? Shown::All
                                 : Shown::Folder;
}

QString ChatFilters::folder() const
{
    for (qsizetype i = 0; i < m_folders.size(); ++i) {
        if (m_folderChips[i]->isChecked())
            return m_folders[i];
    }
    return {};
}

} // namespace tertulia
