// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/switcher/SwitcherCandidates.h"

#include <QAbstractListModel>

#include <memory>

namespace tertulia
{

class MessageSearch;
struct FoundMessage;

/// What fits the typed words, under headings: chats and people, commands, messages. The first two are there
/// at once; the messages follow when they were found, and replace those of the words before.
class SwitcherModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { Entry = Qt::UserRole + 1 };
    explicit SwitcherModel(Accounts &accounts, QObject *parent = nullptr);
    ~SwitcherModel() override;

    /// What there is at this moment; then the words are looked for in it.
    void setCandidates(const QList<ConversationKey> &recent, const QList<SwitcherCommand> &commands);
    void setText(const QString &typed);
    [[nodiscard]] QString text() const { return m_text; }
    /// Messages are still being looked for.
    [[nodiscard]] bool isSearching() const { return m_searching; }
    /// The first row that can be chosen; -1 without.
    [[nodiscard]] int firstChoosable() const;
    /// The next one from `row` in a direction; `row` at the end.
    [[nodiscard]] int nextChoosable(int row, int step) const;
    [[nodiscard]] SwitcherEntry entry(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    /// Other rows are there; the choice of one starts anew.
    void refilled();
    /// Messages joined them; what was chosen stays.
    void messagesFound();

private:
    void fill();
    void search();
    [[nodiscard]] bool wantsMessages() const;
    void show(const QList<FoundMessage> &found);

    Accounts &m_accounts;
    MessageSearch *m_search;
    std::unique_ptr<SwitcherCandidates> m_candidates;
    QList<SwitcherEntry> m_entries;
    int m_messagesAt = 0; ///< row of their heading, or behind the last
    QString m_text;
    bool m_searching = false;
};

} // namespace tertulia
