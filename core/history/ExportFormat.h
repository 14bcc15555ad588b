// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/MessagesTable.h"
#include "core/store/ReactionsTable.h"

#include <functional>
#include <memory>

class QIODevice;

namespace tertulia
{

/// The words that a written history needs, in the language of its reader. Used in another thread.
struct ExportWords {
    QString language; ///< a BCP 47 tag: "es"
    QString title; ///< of the whole
    QString takenBack;
    QString edited;
    QString earlier; ///< before a text that a message had earlier
    QString notSent;
    QString notSentYet;
    QString search; ///< what can be typed into the field
    QString nothingFound;
    /// A text of somebody else as it may be shown (control and direction characters taken out).
    std::function<QString(const QString &)> shown = [](const QString &text) { return text; };
};

/// A chat of a history that is being written.
struct ExportedChat {
    Jid account;
    Jid peer;
    QString ownName;
    QString peerName; ///< the address where there is no name
};

/// A message with what belongs to it.
struct ExportedMessage {
    MessageRecord record;
    QString senderName;
    QStringList earlier; ///< texts it had before, oldest first
    qint64 answers = 0; ///< the row of the message it answers; 0: none, or it is not here
    struct {
        QString name; ///< of who said it
        QString text;
        bool takenBack = false;
    } answered; ///< what is known of that
    QList<ReactionRecord> reactions;
};

/// Writes a history in one format, piece by piece, to a device that is open. Errors stay with the device.
class ExportFormat
{
public:
    /// By the ending of the file's name: .html and .htm, .json, and text for all others.
    static std::unique_ptr<ExportFormat> forFile(const QString &name, QIODevice &device,
                                                 const ExportWords &words);

    ExportFormat(QIODevice &device, const ExportWords &words);
    virtual ~ExportFormat();
    Q_DISABLE_COPY_MOVE(ExportFormat)

    /// All that come.
    virtual void begin(const QList<ExportedChat> &chats) = 0;
    virtual void beginChat(const ExportedChat &chat) = 0;
    virtual void write(const ExportedMessage &message) = 0;
    virtual void endChat() = 0;
    virtual void end() = 0;

protected:
    [[nodiscard]] const ExportWords &words() const { return m_words; }
    void put(const QString &text);

private:
    QIODevice &m_device;
    ExportWords m_words;
};

} // namespace tertulia
