// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spelling/HunspellDictionary.h"

#include <QFile>

#include <hunspell/hunspell.hxx>
#include <unicode/ucnv.h>

namespace tertulia
{

HunspellDictionary::HunspellDictionary(const QString &file)
{
    const QByteArray path = QFile::encodeName(file);
    m_hunspell = std::make_unique<Hunspell>(QByteArray(path + ".aff").constData(),
                                            QByteArray(path + ".dic").constData());
    QByteArray encoding = QByteArray::fromStdString(m_hunspell->get_dict_encoding());
    if (encoding == "UTF-8")
        return;
    // Hunspell's names of ISO 8859 lack a hyphen.
    if (encoding.startsWith("ISO8859"))
        encoding.insert(3, '-');
    UErrorCode error = U_ZERO_ERROR;
    m_converter = ucnv_open(encoding.constData(), &error);
}

HunspellDictionary::~HunspellDictionary()
{
    if (m_converter)
        ucnv_close(m_converter);
}

std::string HunspellDictionary::encoded(const QString &word) const
{
    if (!m_converter)
        return word.toStdString();
    std::string bytes(size_t(word.size()) * size_t(ucnv_getMaxCharSize(m_converter)) + 1, '\0');
    UErrorCode error = U_ZERO_ERROR;
    const int32_t length
        = ucnv_fromUChars(m_converter, bytes.data(), int32_t(bytes.size()),
                          reinterpret_cast<const UChar *>(word.utf16()), int32_t(word.size()), &error);
    bytes.resize(U_SUCCESS(error) ? size_t(length) : 0);
    return bytes;
}

QString HunspellDictionary::decoded(const std::string &bytes) const
{
    if (!m_converter)
        return QString::fromStdString(bytes);
    QString word(qsizetype(bytes.size()) * 2 + 1, Qt::Uninitialized);
    UErrorCode error = U_ZERO_ERROR;
    const int32_t length = ucnv_toUChars(m_converter, reinterpret_cast<UChar *>(word.data()),
                                         int32_t(word.size()), bytes.data(), int32_t(bytes.size()), &error);
    word.resize(U_SUCCESS(error) ? length : 0);
    return word;
}

bool HunspellDictionary::has(const QString &word)
{
    const std::string bytes = encoded(word);
    return !bytes.empty() && m_hunspell->spell(bytes);
}

QStringList HunspellDictionary::suggestions(const QString &word)
{
    QStringList words;
    for (const std::string &suggestion : m_hunspell->suggest(encoded(word)))
        words << decoded(suggestion);
    return words;
}

} // namespace tertulia
