// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/notifications/NoticeRules.h"
#include "ui/preferences/PreferencesPage.h"

class QGridLayout;
class QLabel;
class QListWidget;
class QPushButton;

namespace tertulia
{

/// What is told when, and how much of it (UI e.9); which chats are muted; how the desktop's service does.
class NotificationPreferences : public PreferencesPage
{
    Q_OBJECT
public:
    explicit NotificationPreferences(const PreferencesContext &context, QWidget *parent = nullptr);

private:
    void addKinds();
    void addKind(QGridLayout *table, const QString &what, NoticeKind kind);
    QCheckBox *kindSwitch(const QString &name, const QString &key, bool usual);
    void addMuted();
    void addService();
    void refreshMuted();
    void unmute();

    QList<QWidget *> m_kinds;
    QListWidget *m_muted = nullptr;
    QPushButton *m_unmute = nullptr;
    QLabel *m_noneMuted = nullptr;
};

} // namespace tertulia
