// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointer>
#include <QWidget>

namespace tertulia
{

/// Marks what a search found on a page: a frame around each control, above the page and out of the way of the
/// pointer.
class FoundMarks : public QWidget
{
    Q_OBJECT
public:
    /// Covers `page`, whatever size that takes.
    explicit FoundMarks(QWidget *page);

    void mark(const QList<QWidget *> &controls);
    [[nodiscard]] QList<QWidget *> marked() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QList<QPointer<QWidget>> m_controls;
};

} // namespace tertulia
