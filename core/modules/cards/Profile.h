// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>
#include <QStringList>

namespace tertulia
{

/// A postal address, line by line.
struct PostalAddress {
    QString street = {};
    QString locality = {};
    QString region = {};
    QString code = {};
    QString country = {};

    [[nodiscard]] bool isEmpty() const { return *this == PostalAddress{}; }
    bool operator==(const PostalAddress &) const = default;
};

/// What somebody tells of themselves, whichever card it stands on (XEP-0054, XEP-0292). Untrusted; each text
/// at most 1,000 characters, each list at most 20 entries.
struct Profile {
    QString fullName = {};
    QString nickname = {};
    QString birthday = {}; ///< as written; ours "1984-02-29"
    QString organization = {};
    QString title = {};
    QString role = {};
    QString note = {};
    QStringList emails = {};
    QStringList phones = {};
    QStringList urls = {};
    PostalAddress address = {};

    [[nodiscard]] bool isEmpty() const { return *this == Profile{}; }
    bool operator==(const Profile &) const = default;

    static constexpr qsizetype kMaxText = 1'000;
    static constexpr qsizetype kMaxEntries = 20;
};

/// Who may see the card of the account.
enum class ProfileAudience {
    Contacts, ///< those who may see our presence
    Everybody,
    AsConfigured, ///< those another program chose; stays as it is
};

} // namespace tertulia

Q_DECLARE_METATYPE(tertulia::Profile)
