// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

#include <functional>

class QAction;
class QMenu;

namespace tertulia
{

class ContactTreeModel;
class ContactsView;
class UiSettings;

/// How the list of contacts is sorted and what it shows (UI e.2), as actions for menus; remembered.
class ContactListOptions : public QObject
{
    Q_OBJECT
public:
    /// All must outlive this.
    ContactListOptions(ContactTreeModel &contacts, ContactsView &view, UiSettings &settings,
                       QObject *parent = nullptr);

    /// Adds the actions, which several menus may share.
    void fill(QMenu &menu);

private:
    struct Option {
        QAction *action = nullptr;
        QLatin1String key;
        bool usual = false;
        std::function<void(bool)> apply;
    };
    void add(const QString &text, QLatin1String key, bool usual, std::function<void(bool)> apply);
    /// The setting has another value, wherever it was changed.
    void obey(const QString &key);

    UiSettings &m_settings;
    QAction *m_byStatus;
    QAction *m_byName;
    QList<Option> m_options;
};

} // namespace tertulia
