// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Icons.h"

#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;

namespace tertulia
{

class IconButton;

/// Above the field: why something written was not sent, or what can be written. Goes when something else is
/// written. Screen readers are told at once.
class ComposerNotice : public QWidget
{
    Q_OBJECT
public:
    explicit ComposerNotice(QWidget *parent = nullptr);

    /// `text` may hold what was written; `action`, if not empty, is a button that does `act`.
    void say(Icons icon, const QString &text, const QString &action = {}, std::function<void()> act = {});

Q_SIGNALS:
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Icons m_icon = Icons::Warning;
    QLabel *m_text;
    QPushButton *m_action;
    IconButton *m_close;
    std::function<void()> m_act;
};

} // namespace tertulia
