// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ArchiveReader.h"

#include "core/modules/BuiltinModules.h"
#include "core/modules/xep0313_archive/Archive.h"

namespace tertulia::test
{

ArchiveReader::ArchiveReader(const RealServer &server, const QString &localpart)
    : m_client(server, SecurityChoice::DirectTls)
{
    m_client.settings.account = *Jid::parse(localpart + u'@' + server.domain());
    m_client.settings.resource = QStringLiteral("reader");
    m_client.stream.setModules(makeBuiltinModules(m_client.stream.host()));
}

bool ArchiveReader::reads(int onAPage)
{
    constexpr int kPatienceMs = 300'000;
    m_bodies.clear();
    m_count = 0;
    m_onAPage = onAPage;
    m_over = false;
    m_good = false;
    ask({});
    m_loop.enterLoopMSecs(kPatienceMs);
    return m_over && m_good;
}

void ArchiveReader::ask(const QString &after)
{
    auto *archive = m_client.stream.host().module<ArchiveModule>();
    archive->page({.after = after, .max = m_onAPage}).then(archive, [this](const Result<ArchivePage> &page) {
        m_good = page && page->complete;
        m_over = m_good || !page || page->last.isEmpty();
        if (m_over)
            m_loop.exitLoop();
        if (!page)
            return;
        // As soon as can be: the server is not to wait.
        if (!m_over)
            ask(page->last);
        for (const ArchivedMessage &message : page->messages)
            m_bodies[message.peer(m_client.settings.account).localpart()].append(message.message.body);
        m_count += int(page->messages.size());
    });
}

} // namespace tertulia::test
