// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The words in TimelineView: what is selected of them, what is copied.
#include "core/models/Roles.h"
#include "ui/text/TimeText.h"
#include "ui/timeline/TimelineView.h"

#include <QApplication>
#include <QClipboard>

namespace tertulia
{

MessageText TimelineView::textOf(int row) const
{
    return MessageLayout::textOf(TimelineRow::readWords(m_model->index(row, 0)), layoutDirection(),
                                 m_geometry.viewOf(m_geometry.idAt(row)));
}

QString TimelineView::messageText(int row) const
{
    return m_model->index(row, 0).data(roles::Body).toString();
}

QString TimelineView::seenText(int row) const
{
    const QModelIndex index = m_model->index(row, 0);
    const bool hidden
        = index.data(roles::IsSpoiler).toBool() && !m_geometry.viewOf(m_geometry.idAt(row)).revealed;
    return hidden ? QString() : messageText(row);
}

bool TimelineView::hasSelection() const
{
    return !m_selection.isEmpty();
}

QString TimelineView::selectedText() const
{
    if (!hasSelection())
        return {};
    const int first = m_selection.firstRow();
    const int last = m_selection.lastRow();
    const auto piece = [this](int row) {
        const MessageText text = textOf(row);
        const auto [from, to] = m_selection.rangeIn(row, int(text.text.size()));
        return text.typed(from, to);
    };
    if (first == last)
        return piece(first);
    QStringList lines;
    for (int row = first; row <= last; ++row) {
        const QString text = piece(row);
        if (text.isEmpty())
            continue;
        lines += copiedLine(row, text);
    }
    return lines.join(u'\n');
}

QString TimelineView::copiedLine(int row, const QString &text) const
{
    const QModelIndex index = m_model->index(row, 0);
    const QDateTime time = index.data(roles::Time).toDateTime().toLocalTime();
    QString name = index.data(roles::SenderName).toString();
    name.replace(u'\n', u' ');
    return u'[' + clockTime(time) + QStringLiteral("] ") + name + QStringLiteral(": ") + text;
}

void TimelineView::clearSelection()
{
    m_selection.clear();
    viewport()->update();
}

void TimelineView::selectAll()
{
    if (rowCount() == 0)
        return;
    const int last = rowCount() - 1;
    m_selection.select({m_model->index(0, 0), 0}, {m_model->index(last, 0), int(textOf(last).text.size())});
    viewport()->update();
}

void TimelineView::copy() const
{
    if (isPicking())
        QApplication::clipboard()->setText(pickedText());
    else if (hasSelection())
        QApplication::clipboard()->setText(selectedText());
    else if (currentRow() >= 0 && !messageText(currentRow()).isEmpty())
        QApplication::clipboard()->setText(messageText(currentRow()));
}

void TimelineView::copyCode(int row, int block) const
{
    QApplication::clipboard()->setText(MessageText::codeOf(messageText(row), block));
}

} // namespace tertulia
