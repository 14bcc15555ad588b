// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/MessageText.h"
#include "ui/timeline/TimelineStyle.h"

#include <QRectF>
#include <QTextLayout>

#include <memory>

namespace tertulia
{

/// The words of a message as lines of a given width, and the blocks that styling makes of them: what is
/// quoted stands behind bars, preformatted text in boxes. Signs of blocks ("> ", "```") keep their places in
/// the text, where they can be selected and copied, but take no room. Coordinates are those of the first
/// line's top left corner.
class BodyLayout
{
public:
    BodyLayout(const MessageText &text, const TimelineStyle &style, int width);

    [[nodiscard]] const QTextLayout &text() const { return *m_text; }
    /// What it takes to stand without a change of lines, at most what it was given.
    [[nodiscard]] int width() const { return m_width; }
    [[nodiscard]] int height() const { return m_height; }
    /// Where the last line ends, counted from where lines begin; what stands behind a block has no room
    /// beside it.
    [[nodiscard]] int lastLineWidth() const { return m_lastLineWidth; }
    [[nodiscard]] bool endsWithBox() const { return m_endsWithBox; }

    /// Lines were broken for the given width; now `width` is all that there is, which is no less than
    /// width(). Afterwards leftEdge() is where that room begins.
    void fit(int width);
    [[nodiscard]] qreal leftEdge() const { return m_left; }

    struct Box {
        QRectF rect;
        QRectF copy; ///< of its button
    };
    /// By their index in MessageText::styled.codes.
    [[nodiscard]] const QList<Box> &boxes() const { return m_boxes; }
    [[nodiscard]] const QList<QRectF> &bars() const { return m_bars; }

private:
    struct Extent {
        qreal top = 0;
        qreal bottom = 0;
        int quotes = 0;
    };
    struct Shift {
        int line = 0;
        int quotes = 0;
    };

    void breakLines(const MessageText &text, const TimelineStyle &style);
    void openBars(int quotes, qreal y);
    void closeBars(int quotes, qreal y);
    [[nodiscard]] qreal indent(int quotes) const;

    std::unique_ptr<QTextLayout> m_text;
    bool m_toTheLeft = false; ///< lines begin at the right
    int m_given = 0;
    int m_width = 0;
    int m_height = 0;
    int m_lastLineWidth = 0;
    bool m_endsWithBox = false;
    qreal m_left = 0;
    int m_buttonSide = 0;
    QList<Extent> m_codeExtents;
    QList<Extent> m_barExtents;
    QList<int> m_openBars; ///< indices in m_barExtents, the outermost first
    QList<Shift> m_codeLines; ///< lines of the layout that stand at the left whatever the others do
    QList<Box> m_boxes;
    QList<QRectF> m_bars;
};

} // namespace tertulia
