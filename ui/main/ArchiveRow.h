// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Buttons.h"

namespace tertulia
{

/// The row above the chats that leads to the archived ones, and from there back.
class ArchiveRow : public FlatButton
{
    Q_OBJECT
public:
    explicit ArchiveRow(QWidget *parent = nullptr);

    void setCount(int count);
    [[nodiscard]] int archivedCount() const { return m_count; }
    /// Whether the archived chats are what is shown.
    void setOpen(bool open);
    [[nodiscard]] bool isOpen() const { return m_open; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();

    int m_count = 0;
    bool m_open = false;
};

} // namespace tertulia
