// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sasl/SaslPrep.h"

#include <unicode/usprep.h>

#include <algorithm>

namespace tertulia
{

namespace
{

/// Longer passwords serve nobody and keep the preparation busy.
constexpr qsizetype kLongest = 8192;

const UStringPrepProfile *profile()
{
    static const UStringPrepProfile *const opened = [] {
        UErrorCode status = U_ZERO_ERROR;
        UStringPrepProfile *made = usprep_openByType(USPREP_RFC4013_SASLPREP, &status);
        return U_SUCCESS(status) ? made : nullptr;
    }();
    return opened;
}

} // namespace

Result<SecretBytes> saslPrep(const QString &text)
{
    const bool plain = std::all_of(text.cbegin(), text.cend(),
                                   [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7F; });
    if (text.isEmpty() || text.size() > kLongest)
        return failure(ErrorCode::PasswordNotRepresentable);
    if (plain)
        return SecretBytes(text.toLatin1());
    if (!profile())
        return failure(ErrorCode::PasswordNotRepresentable);

    QString prepared(text.size() * 20, Qt::Uninitialized); // no character grows to more than 18
    UErrorCode status = U_ZERO_ERROR;
    const int32_t length
        = usprep_prepare(profile(), reinterpret_cast<const UChar *>(text.utf16()), int32_t(text.size()),
                         reinterpret_cast<UChar *>(prepared.data()), int32_t(prepared.size()),
                         USPREP_ALLOW_UNASSIGNED, nullptr, &status);
    Result<SecretBytes> result = failure(ErrorCode::PasswordNotRepresentable);
    if (U_SUCCESS(status) && length > 0)
        result = SecretBytes(QStringView(prepared).first(length).toUtf8());
    OPENSSL_cleanse(prepared.data(), size_t(prepared.size()) * sizeof(QChar));
    return result;
}

} // namespace tertulia
