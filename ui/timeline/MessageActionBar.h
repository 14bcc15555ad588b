// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace tertulia
{

class IconButton;

/// The few buttons beside the message under the pointer or the keyboard: reply, react, more. For the pointer
/// only: the keyboard and screen readers have the same by key, menu and action.
class MessageActionBar : public QWidget
{
    Q_OBJECT
public:
    explicit MessageActionBar(QWidget *parent);

    /// Whether the message can be answered; if not, only "more" stands.
    void setAnswerable(bool answerable);

Q_SIGNALS:
    void replyRequested();
    /// `anchor`: the button on the screen.
    void reactRequested(const QRect &anchor);
    void moreRequested(const QRect &anchor);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslate();
    void restyle();

    IconButton *m_react;
    IconButton *m_reply;
    IconButton *m_more;
};

} // namespace tertulia
