// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTranslator>

namespace tertulia::test
{

/// A language in which every word of the program is accented and a third longer, so that what was not
/// translated shows, and what has no room for a longer language too. Places (%1), mnemonics and markup stay.
class PseudoTranslator : public QTranslator
{
public:
    using QTranslator::QTranslator;

    [[nodiscard]] QString translate(const char *context, const char *sourceText, const char *disambiguation,
                                    int n) const override;
    [[nodiscard]] bool isEmpty() const override { return false; }

    /// Whether a text, or a part of it, came from here.
    [[nodiscard]] static bool isPseudo(const QString &text);
};

} // namespace tertulia::test
