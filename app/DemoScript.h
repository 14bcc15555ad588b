// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QTimer>

#include <functional>
#include <vector>

class QWidget;

namespace tertulia
{

class Workspace;

/// A short conversation, played through the real windows: keys are pressed in them as a person would, and a
/// message counts as arrived when the other window shows it. Tells each step on standard output and takes a
/// picture of it.
class DemoScript : public QObject
{
    Q_OBJECT
public:
    DemoScript(Workspace &ana, Workspace &bruno, const QString &pictures, QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    /// `arrived`: every message was seen in the other window.
    void finished(bool arrived);

private:
    /// Something done once, and what must become true before the next.
    struct Step {
        QString text;
        std::function<void()> act;
        std::function<bool()> isDone;
    };

    void add(const QString &text, std::function<void()> act, std::function<bool()> isDone);
    void addMessage(Workspace &from, Workspace &to, const QString &who, const QString &other,
                    const QString &text);
    void check();
    void next();
    void end(bool arrived);
    void takePicture(QWidget *window, const QString &name);

    Workspace &m_ana;
    Workspace &m_bruno;
    QString m_pictures;
    std::vector<Step> m_steps;
    size_t m_step = 0;
    QTimer m_timer;
    QElapsedTimer m_waited;
};

} // namespace tertulia
