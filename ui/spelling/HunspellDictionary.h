// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <memory>

class Hunspell;
struct UConverter;

namespace tertulia
{

/// One dictionary, read into memory. Words go in and out as Unicode, whatever the files are written in.
class HunspellDictionary
{
public:
    /// `file`: path of the .aff and .dic files without the ending.
    explicit HunspellDictionary(const QString &file);
    ~HunspellDictionary();
    Q_DISABLE_COPY_MOVE(HunspellDictionary)

    [[nodiscard]] bool has(const QString &word);
    [[nodiscard]] QStringList suggestions(const QString &word);

private:
    [[nodiscard]] std::string encoded(const QString &word) const;
    [[nodiscard]] QString decoded(const std::string &bytes) const;

    std::unique_ptr<Hunspell> m_hunspell;
    UConverter *m_converter = nullptr; ///< null: UTF-8
};

} // namespace tertulia
