// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/TimelineRow.h"
#include "ui/timeline/TimelineStyle.h"

#include <QCoreApplication>
#include <QRect>
#include <QStringList>

namespace tertulia
{

/// The original in the bubble of an answer: a bar in the speaker's colour, the name, a line or two of what
/// was said.
class QuoteLayout
{
    Q_DECLARE_TR_FUNCTIONS(tertulia::QuoteLayout)
public:
    /// At most `width` wide; place() says where.
    QuoteLayout(const QuotedMessage &quote, const TimelineStyle &style, int width);

    /// What it needs to stand without being shortened, at most what it was given.
    [[nodiscard]] int wantedWidth() const { return m_wantedWidth; }
    [[nodiscard]] int height() const { return m_height; }

    /// Its words, also where there is nothing to quote.
    [[nodiscard]] static QString text(const QuotedMessage &quote);

    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] const QStringList &lines() const { return m_lines; }
    /// Whether the lines are ours and not of who is quoted.
    [[nodiscard]] bool isNotice() const { return m_isNotice; }

    static constexpr int kBar = 3;
    static constexpr int kIndent = 12; ///< bar and what is free behind it

private:
    void breakLines(const QString &text, const QFont &font, int width);

    QString m_name;
    QStringList m_lines;
    bool m_isNotice = false;
    int m_wantedWidth = 0;
    int m_height = 0;
};

} // namespace tertulia
