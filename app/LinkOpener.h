// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace tertulia
{

/// Which program the desktop opens xmpp: links with, as the person's `mimeapps.list` says (Association
/// between MIME types and applications 1.0).
class LinkOpener
{
public:
    /// `folder`: of the person's configuration. `desktops`: names of the running one, as in
    /// XDG_CURRENT_DESKTOP; each can have a list of its own, which comes first.
    LinkOpener(const QString &folder, const QStringList &desktops);

    /// It is this program.
    [[nodiscard]] bool isOurs() const;
    /// Makes it this program; the rest of the list stays as it is. False if it could not be read whole, which
    /// leaves it alone, or not be written.
    bool makeOurs() const;

private:
    QStringList m_files; ///< the first that says something counts
};

} // namespace tertulia
