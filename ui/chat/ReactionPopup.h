// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/models/ReactionSummary.h"

#include <QWidget>

class QAbstractButton;
class QHBoxLayout;

namespace tertulia
{

class UiSettings;

/// A popup with the usual emoji and those that stand below the message already, ours marked; the last button
/// opens all of them. Arrows walk, Enter takes one, Esc closes. Deletes itself when it is closed.
class ReactionPopup : public QWidget
{
    Q_OBJECT
public:
    /// `settings` remember what was used last; may be null.
    ReactionPopup(const QList<ReactionSummary> &present, UiSettings *settings, QWidget *parent);

    /// Beside this rectangle of the screen.
    void openAt(const QRect &anchor);

    /// What is offered at once.
    static const QStringList &usual();

Q_SIGNALS:
    void chosen(const QString &emoji);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void addButton(QHBoxLayout *row, QAbstractButton *button);
    void step(int by);
    void addEmoji(QHBoxLayout *row, const QString &emoji, const QList<ReactionSummary> &present);
    void openPicker();

    UiSettings *m_settings;
    QList<QAbstractButton *> m_buttons;
    QRect m_anchor;
};

} // namespace tertulia
