// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/switcher/SwitcherModel.h"

#include <QPointer>
#include <QWidget>

class QLabel;

namespace tertulia
{

class SearchField;
class SwitcherList;

/// The quick switcher (R35): a field and what it finds, over a window. It takes the keyboard until something
/// was chosen or Esc was pressed, and gives it back to where it was.
class Switcher : public QWidget
{
    Q_OBJECT
public:
    /// Of `model`, which must outlive it, over `window`.
    Switcher(SwitcherModel &model, QWidget *window);

    void open(const QString &typed = {});
    /// Without having chosen anything.
    void dismiss();
    /// False once something was chosen, or it was dismissed.
    [[nodiscard]] bool isOpen() const { return !m_dismissed; }

Q_SIGNALS:
    void chosen(const tertulia::SwitcherEntry &entry, bool ownWindow);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void arrange();
    void showState();

    SwitcherModel &m_model;
    QWidget *m_panel;
    SearchField *m_field;
    SwitcherList *m_list;
    QLabel *m_nothing;
    QLabel *m_hint;
    QPointer<QWidget> m_focusBefore;
    bool m_dismissed = false;
};

} // namespace tertulia
