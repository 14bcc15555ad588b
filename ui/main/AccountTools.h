// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

namespace tertulia
{

class MainWindow;
class XmppSession;

/// What one does with an account of one's own beside talking: its profile, its address to be handed on, its
/// contacts to and from a file. With several accounts it asks which.
class AccountTools : public QObject
{
    Q_OBJECT
public:
    explicit AccountTools(MainWindow &window);

    void showProfile();
    void showCode();
    void importContacts();
    void exportContacts();

private:
    void withAccount(const std::function<void(XmppSession &)> &act);

    MainWindow &m_window;
};

} // namespace tertulia
