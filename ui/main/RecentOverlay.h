// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ConversationKey.h"

#include <QFrame>
#include <QPersistentModelIndex>
#include <QPointer>

class QListWidget;

namespace tertulia
{

/// Recent chats over a window: the key that opened it goes on to the next one, and to let go of its modifiers
/// opens the one chosen. Esc, a click beside it and another window close it without.
class RecentOverlay : public QFrame
{
    Q_OBJECT
public:
    struct Entry {
        ConversationKey key;
        QString title;
        QPersistentModelIndex row; ///< of the chat list; may be invalid
    };

    RecentOverlay(const QList<Entry> &entries, QWidget *window);

    /// Shows it with this entry chosen, from the end if negative.
    void present(int first);
    /// The same, but opens the entry at once if its key has no modifier to let go of.
    void begin(int first);
    void step(int step);

Q_SIGNALS:
    void chosen(const tertulia::ConversationKey &key);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void finish(bool open);

    QList<Entry> m_entries;
    QListWidget *m_list;
    QPointer<QWidget> m_focusBefore;
    bool m_finished = false;
};

} // namespace tertulia
