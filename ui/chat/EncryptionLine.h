// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace tertulia
{

class IconButton;

/// Says in words whether the chat is encrypted (R25). Unencrypted chats say so on a slim amber strip below
/// the field until the person puts it away; a small line stays.
class EncryptionLine : public QWidget
{
    Q_OBJECT
public:
    explicit EncryptionLine(QWidget *parent = nullptr);

    void setDismissed(bool dismissed);
    [[nodiscard]] bool isDismissed() const { return m_dismissed; }

Q_SIGNALS:
    void dismissed();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();

    QLabel *m_text;
    IconButton *m_close;
    bool m_dismissed = false;
};

} // namespace tertulia
