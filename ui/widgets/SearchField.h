// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QLineEdit>

namespace tertulia
{

/// A line edit with a magnifying glass, a button to clear it, and the key that leads to it shown while empty.
class SearchField : public QLineEdit
{
    Q_OBJECT
public:
    explicit SearchField(const QString &name, QWidget *parent = nullptr);

    void setShortcutHint(const QKeySequence &keys);

Q_SIGNALS:
    /// Down was pressed: on to the results.
    void leaveDown();
    void escaped();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString m_hint;
};

} // namespace tertulia
