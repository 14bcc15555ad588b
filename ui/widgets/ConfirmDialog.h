// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <functional>

namespace tertulia
{

/// What a question says. Texts may hold remote names; they are shown as plain text.
struct Question {
    QString title; ///< what will happen, with the object's name: "Remove Bruno Díaz?"
    QString text; ///< what that means
    QString action; ///< the button that does it
    QString otherAction = {}; ///< a second way, if there is one
    QString keep = {}; ///< the safe button; empty: "Cancel"
    bool destructive = true;
};

/// Asks before something that cannot be taken back. Does not block: the answer comes to `answer` with 1 for
/// the action and 2 for the other one, and never for the safe button, which is the default.
class ConfirmDialog : public QDialog
{
    Q_OBJECT
public:
    static ConfirmDialog *ask(QWidget *parent, const Question &question, std::function<void(int)> answer);

private:
    ConfirmDialog(const Question &question, std::function<void(int)> answer, QWidget *parent);
};

/// Asks for one line of text with `value` to begin with; `answer` gets it trimmed when the person accepts.
void askForText(QWidget *parent, const QString &title, const QString &label, const QString &value,
                const QString &action, std::function<void(const QString &)> answer);

} // namespace tertulia
