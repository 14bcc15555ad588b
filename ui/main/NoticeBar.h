// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace tertulia
{

class IconButton;

/// A sentence at the foot of the main window about something that did not work; stays until it is closed or
/// another takes its place.
class NoticeBar : public QWidget
{
    Q_OBJECT
public:
    explicit NoticeBar(QWidget *parent = nullptr);

    /// Shows `text` (may hold remote text).
    void say(const QString &text);
    /// The same on the colour of warnings, for what the person should not miss.
    void warn(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void tell(const QString &text, bool warning);
    void updateColours();

    QLabel *m_text;
    IconButton *m_close;
    bool m_warning = false;
};

} // namespace tertulia
