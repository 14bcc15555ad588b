// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace tertulia
{

/// What a notice is heard as.
enum class NoticeSound {
    None,
    Message,
    Attention, ///< something wants a decision
};

/// One bubble. All text is plain: whoever shows it escapes what its display would take for markup.
struct Notice {
    /// What it is about; a later notice with the same tag takes its place (R11).
    QString tag;
    QString title; ///< untrusted
    QString body; ///< untrusted
    QString imageFile; ///< checked image, or empty
    NoticeSound sound = NoticeSound::Message;
    bool canReply = false; ///< offer a field for an answer where there is one
    bool canMarkRead = false;
    bool canAccept = false; ///< offer to accept or decline what is asked
};

/// Shows notices on the desktop, outside our windows. Never raises a window, never takes the focus, and never
/// makes the caller wait.
class Notifier : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual void show(const Notice &notice) = 0;
    virtual void withdraw(const QString &tag) = 0;
    /// A sound without a bubble; silence where that is not possible.
    virtual void play(NoticeSound sound) { Q_UNUSED(sound); }
    /// The desktop asks for quiet ("do not disturb").
    [[nodiscard]] virtual bool isInhibited() const = 0;
    /// Words for the settings page: which service shows notices and what it can do.
    [[nodiscard]] virtual QString description() const = 0;

Q_SIGNALS:
    /// The person clicked it. `activationToken` entitles us to raise a window (may be empty).
    void activated(const QString &tag, const QString &activationToken);
    void markReadRequested(const QString &tag);
    void replied(const QString &tag, const QString &text);
    void answered(const QString &tag, bool accepted);
    /// The person, or the desktop, took it away.
    void closed(const QString &tag);
    void descriptionChanged();

protected:
    /// What `other` hears from the person is heard from here too.
    void speakFor(Notifier *other)
    {
        connect(other, &Notifier::activated, this, &Notifier::activated);
        connect(other, &Notifier::markReadRequested, this, &Notifier::markReadRequested);
        connect(other, &Notifier::replied, this, &Notifier::replied);
        connect(other, &Notifier::answered, this, &Notifier::answered);
        connect(other, &Notifier::closed, this, &Notifier::closed);
        connect(other, &Notifier::descriptionChanged, this, &Notifier::descriptionChanged);
    }
};

} // namespace tertulia
