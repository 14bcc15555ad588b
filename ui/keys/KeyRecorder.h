// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QLineEdit>

namespace tertulia
{

/// A field that takes down the next key pressed in it, with its modifiers. Tab leaves it and Esc gives up; no
/// key of the program works meanwhile.
class KeyRecorder : public QLineEdit
{
    Q_OBJECT
public:
    explicit KeyRecorder(QWidget *parent = nullptr);

Q_SIGNALS:
    void recorded(const QKeySequence &key);
    void givenUp();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace tertulia
