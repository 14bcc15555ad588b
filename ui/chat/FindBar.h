// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace tertulia
{

class IconButton;

/// The bar for finding text in a chat.
class FindBar : public QWidget
{
    Q_OBJECT
public:
    explicit FindBar(QWidget *parent = nullptr);

    /// `current` is 1-based, 0 if there is none; `complete`: they have all been counted.
    void setHits(int current, int count, bool complete);
    [[nodiscard]] QString text() const;
    /// Shows the bar and puts the cursor in its field.
    void open();

Q_SIGNALS:
    void textChanged(const QString &text);
    /// 1: newer, -1: older.
    void stepRequested(int step);
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslate();

    QLineEdit *m_field;
    QLabel *m_count;
    IconButton *m_older;
    IconButton *m_newer;
    IconButton *m_close;
};

} // namespace tertulia
