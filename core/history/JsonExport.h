// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/ExportFormat.h"

namespace tertulia
{

/// JSON (RFC 8259), one object:
///
///     {"format": "tertulia-history", "version": 1, "chats": [
///       {"account": "ana@example.org", "with": "bruno@example.net", "name": "Bruno", "messages": [
///         {"id": 7, "time": "2026-05-03T08:22:33.000Z", "from": "bruno@example.net", "outgoing": false,
///          "body": "...", ...}]}]}
///
/// `id` is unique in the file and says nothing outside of it; `time` is UTC. Where they apply: `edited` and
/// `retracted` (times; what was taken back has an empty body), `earlier` (texts it had before, oldest first),
/// `answers` (an id), `spoiler` (the hint), `reactions` (an array of {"from", "emoji"}), `state`
/// ("waiting", "failed"), `encryption` ("omemo"), `originId` (XEP-0359), `archiveId` with `archive`. Texts
/// stand as they were said, with every character that JSON can hold. A reader ignores what it does not know.
class JsonExport : public ExportFormat
{
public:
    using ExportFormat::ExportFormat;

    void begin(const QList<ExportedChat> &chats) override;
    void beginChat(const ExportedChat &chat) override;
    void write(const ExportedMessage &message) override;
    void endChat() override;
    void end() override;

private:
    bool m_anyChat = false;
    bool m_anyMessage = false;
};

} // namespace tertulia
