// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

#include <functional>

class QWidget;

namespace tertulia
{

class UiSettings;

/// What closing the main window means: to go on in the tray or to quit (R8). Asked once and remembered.
class CloseChoice : public QObject
{
    Q_OBJECT
public:
    CloseChoice(UiSettings &settings, QWidget *window);

    /// Whether the window can be hidden and found again (a tray icon is there).
    void setTrayTest(std::function<bool()> hasTray) { m_hasTray = std::move(hasTray); }
    /// The person closed the window.
    void close();

Q_SIGNALS:
    void quitRequested();

private:
    void ask();

    UiSettings &m_settings;
    QWidget *m_window;
    std::function<bool()> m_hasTray;
    QPointer<QWidget> m_question;
};

} // namespace tertulia
