// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/writing/WritingActions.h"

#include "ui/keys/KeyMap.h"
#include "ui/writing/ComposerEdit.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>

namespace tertulia
{

WritingActions::WritingActions(ComposerEdit &field)
    : QObject(&field)
    , m_field(field)
{
    addFormat(m_strong, KeyId::FormatStrong, StyleMark::Strong);
    addFormat(m_emphasis, KeyId::FormatEmphasis, StyleMark::Emphasis);
    addFormat(m_code, KeyId::FormatCode, StyleMark::Code);
    addFormat(m_strike, KeyId::FormatStrike, StyleMark::Strike);
    m_pastePlain = add(KeyId::PastePlain);
    m_emoji = new QAction(this); // its key works in the whole chat
    m_sendLater = add(KeyId::SendLater);
    connect(m_pastePlain, &QAction::triggered, &m_field, &ComposerEdit::pastePlain);
    retranslate();
}

QAction *WritingActions::add(KeyId key)
{
    auto *action = new QAction(this);
    action->setShortcutContext(Qt::WidgetShortcut);
    KeyMap::current().bind(action, key);
    m_field.addAction(action);
    return action;
}

void WritingActions::addFormat(QAction *&action, KeyId key, StyleMark mark)
{
    action = add(key);
    connect(action, &QAction::triggered, this, [this, mark] {
        // What an input method holds is not to be cut in two.
        if (m_field.isComposing())
            return;
        QTextCursor cursor = m_field.textCursor();
        toggleMark(cursor, mark);
        m_field.setTextCursor(cursor);
    });
}

void WritingActions::retranslate()
{
    m_strong->setText(tr("&Bold"));
    m_emphasis->setText(tr("&Italic"));
    m_code->setText(tr("&Code"));
    m_strike->setText(tr("&Strike through"));
    m_pastePlain->setText(tr("Paste as p&lain text"));
    m_emoji->setText(tr("Insert &emoji…"));
    m_sendLater->setText(tr("Send la&ter…"));
}

QMenu *WritingActions::addFormatMenu(QMenu *parent)
{
    QMenu *menu = parent->addMenu(tr("&Format"));
    menu->addActions({m_strong, m_emphasis, m_code, m_strike});
    return menu;
}

void WritingActions::refresh()
{
    const QMimeData *clipboard = QGuiApplication::clipboard()->mimeData();
    m_pastePlain->setEnabled(clipboard && clipboard->hasText());
}

} // namespace tertulia
