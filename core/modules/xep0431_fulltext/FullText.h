// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/modules/xep0313_archive/Archive.h"

#include <optional>

namespace tertulia
{

/// Has the server look for words in the archive of the account (XEP-0431). Servers from before that extension
/// offer a field of their own ("withtext"), which the archive's form tells (XEP-0313 4.1.5). What a server
/// finds is its own business: it may understand words differently.
class FullTextModule : public Module
{
    Q_OBJECT
public:
    FullTextModule(ModuleHost &host, DiscoModule &disco, ArchiveModule &archive, QObject *parent = nullptr);

    [[nodiscard]] Manifest manifest() override;
    void streamEnded() override;

    /// Whether the server offers it: StanzaFeatureNotImplemented if not.
    [[nodiscard]] Task<void> support();
    /// The page of at most `max` results that ends in front of the result `before`, or the newest one if that
    /// is empty; oldest first.
    [[nodiscard]] Task<ArchivePage> page(const QString &text, const QString &before, int max);

private:
    [[nodiscard]] Task<QString> fieldOfForm();

    DiscoModule &m_disco;
    ArchiveModule &m_archive;
    QString m_field; ///< empty until it is known
};

} // namespace tertulia
