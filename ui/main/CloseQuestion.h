// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

class QMessageBox;
class QWidget;

namespace tertulia
{

class UiSettings;

/// What closing the main window means: ask the first time, then as chosen (R8). Where there is no tray,
/// nothing hides: the program ends with its last window (R7).
class CloseQuestion : public QObject
{
    Q_OBJECT
public:
    enum class Choice { Ask, KeepRunning, Quit };
    Q_ENUM(Choice)

    /// Watches `window`'s close button. `hasTray` is asked each time, since trays come and go.
    CloseQuestion(QWidget &window, UiSettings &settings, std::function<bool()> hasTray);

    [[nodiscard]] Choice choice() const;
    void setChoice(Choice choice);

Q_SIGNALS:
    /// The window was closed and the program should end unless other windows are open.
    void closed();
    void quitRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void ask();

    QWidget &m_window;
    UiSettings &m_settings;
    std::function<bool()> m_hasTray;
    QMessageBox *m_question = nullptr;
};

} // namespace tertulia
