// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModelTester>
#include <QIdentityProxyModel>

#include <optional>

namespace tertulia
{

/// Watches a model for the length of a test: QAbstractItemModelTester, fatal, and no reset while it lives
/// unless allowed (ARCHITECTURE 6: a reconnect is a difference).
class ModelAudit
{
public:
    explicit ModelAudit(QAbstractItemModel *model)
    {
        // The tester fetches whatever can be fetched, even from within an announcement. Behind a proxy that
        // says there is nothing, paging stays in the test's hands.
        m_proxy.setSourceModel(model);
        m_tester.emplace(&m_proxy, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QObject::connect(model, &QAbstractItemModel::modelAboutToBeReset, &*m_tester, [this] {
            if (m_allowedResets-- <= 0)
                qFatal("the model was reset while it was shown");
        });
    }

    /// The next reset is meant: the model is pointed elsewhere.
    void allowReset() { ++m_allowedResets; }

private:
    class Unfetched : public QIdentityProxyModel
    {
    public:
        [[nodiscard]] bool canFetchMore(const QModelIndex &) const override { return false; }
        void fetchMore(const QModelIndex &) override { }
    };

    Unfetched m_proxy;
    std::optional<QAbstractItemModelTester> m_tester;
    int m_allowedResets = 0;
};

} // namespace tertulia
