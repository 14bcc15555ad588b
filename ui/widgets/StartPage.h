// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

class QVBoxLayout;

namespace tertulia
{

/// A page of the first run: the program's picture, a title, a line below it, and a column in the middle of
/// the window. Scrolls where the window is too small.
class StartPage : public QScrollArea
{
    Q_OBJECT
public:
    StartPage(const QString &title, const QString &subtitle, QWidget *parent = nullptr);

    /// Where the page's own controls go.
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }

private:
    QVBoxLayout *m_body;
};

} // namespace tertulia
