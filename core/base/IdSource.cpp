// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/IdSource.h"

#include <QRandomGenerator>

#include <array>

namespace tertulia
{

QString RandomIds::next()
{
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    const QByteArray bytes(reinterpret_cast<const char *>(words.data()), sizeof(words));
    return QString::fromLatin1(
        bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

double RandomIds::fraction()
{
    return QRandomGenerator::system()->generateDouble();
}

} // namespace tertulia
