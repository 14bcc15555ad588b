// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace tertulia
{

class IconButton;

/// In the place of the composer while messages are being selected: how many there are, and what can be done
/// with them.
class SelectionStrip : public QWidget
{
    Q_OBJECT
public:
    explicit SelectionStrip(QWidget *parent = nullptr);

    void setCount(int count);
    /// Whether it is divided from what stands above it.
    void setTopLine(bool shown);

Q_SIGNALS:
    void copyRequested();
    void forwardRequested();
    void deleteRequested();
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_count;
    QPushButton *m_copy;
    QPushButton *m_forward;
    QPushButton *m_delete;
    IconButton *m_close;
    bool m_topLine = true;
};

} // namespace tertulia
