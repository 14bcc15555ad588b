// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/notifications/Notifier.h"

#include <QDateTime>
#include <QObject>

namespace tertulia
{

class UiSettings;

/// News that can have a bubble.
enum class NoticeKind {
    Message,
    Reaction, ///< to a message of ours
    Request, ///< somebody asks to see our presence
    SendFailed,
    AccountProblem, ///< a log-in or a certificate
};

/// What the person wants to be told of, and how much of it; kept in the settings (UI e.9).
class NoticeRules
{
    Q_GADGET
public:
    enum class Content { Full, NameOnly, Nothing };
    Q_ENUM(Content)

    /// Of ChatChoices, bool: whether the messages of a chat have a sound.
    static inline const QString kChatSound = QStringLiteral("notification-sound");

    explicit NoticeRules(UiSettings &settings);

    /// Bubbles at all: neither switched off nor muted for the time being.
    [[nodiscard]] bool isQuiet(const QDateTime &now) const;
    [[nodiscard]] bool shows(NoticeKind kind) const;
    [[nodiscard]] NoticeSound soundOf(NoticeKind kind) const;
    [[nodiscard]] Content content() const;
    void setContent(Content content);

    /// No bubble and no sound up to this time; invalid: as the other rules say.
    void setQuietUntil(const QDateTime &until);
    /// Invalid if it is over.
    [[nodiscard]] QDateTime quietUntil(const QDateTime &now) const;

    [[nodiscard]] static QString bubbleKey(NoticeKind kind);
    [[nodiscard]] static QString soundKey(NoticeKind kind);
    /// What holds where the person chose nothing.
    [[nodiscard]] static bool usualBubble(NoticeKind kind) { return kind != NoticeKind::Reaction; }
    [[nodiscard]] static bool usualSound(NoticeKind kind) { return kind == NoticeKind::Message; }

private:
    UiSettings &m_settings;
};

} // namespace tertulia
