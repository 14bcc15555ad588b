// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/SharedTasks.h"
#include "core/modules/xep0030_disco/DiscoInfo.h"
#include "core/modules/xep0030_disco/DiscoItems.h"
#include "core/stream/Module.h"

namespace tertulia
{

/// What entities are and can do (XEP-0030). On a fresh start it asks the own server and the own account by
/// itself, first of all modules, so that their features are known before the first message arrives.
class DiscoModule : public Module
{
    Q_OBJECT
public:
    using Module::Module;

    [[nodiscard]] Manifest manifest() override;
    void streamStarted(StreamStart start) override;

    /// Parallel callers with the same question share one request; nothing else is cached.
    [[nodiscard]] Task<DiscoInfo> info(const Jid &jid, const QString &node = {});
    [[nodiscard]] Task<DiscoItems> items(const Jid &jid, const QString &node = {});

    /// What the own server (domain) and account (bare address) announce; empty until known.
    [[nodiscard]] const DiscoInfo &serverInfo() const { return m_stream.server; }
    [[nodiscard]] const DiscoInfo &accountInfo() const { return m_stream.account; }

    /// What this client answers: client/pc, its name, and every announced feature.
    [[nodiscard]] DiscoInfo ownInfo() const;
    /// `node` of the caps this client sends, "URI#ver": answered like the question without node.
    void setCapsNode(const QString &node) { m_capsNode = node; }

Q_SIGNALS:
    /// Once per fresh start, unless the question fails.
    void serverInfoKnown(const tertulia::DiscoInfo &info);
    void accountInfoKnown(const tertulia::DiscoInfo &info);

private:
    struct Question {
        Jid jid;
        QString node;

        bool operator==(const Question &) const = default;
        friend size_t qHash(const Question &question, size_t seed = 0)
        {
            return qHashMulti(seed, question.jid, question.node);
        }
    };
    struct StreamState {
        DiscoInfo server;
        DiscoInfo account;
    };

    Task<XmlElement> ask(const Question &question, const QString &namespaceUri);
    [[nodiscard]] IqRoute::Answer answerInfo(const Iq &iq) const;
    [[nodiscard]] IqRoute::Answer answerItems(const Iq &iq) const;

    StreamState m_stream;
    SharedTasks<Question, DiscoInfo> m_infos;
    SharedTasks<Question, DiscoItems> m_items;
    QString m_capsNode;
};

} // namespace tertulia
