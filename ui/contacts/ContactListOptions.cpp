// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/ContactListOptions.h"

#include "core/models/ContactTreeModel.h"
#include "ui/contacts/ContactsView.h"
#include "ui/settings/SettingKeys.h"
#include "ui/settings/UiSettings.h"

#include <QActionGroup>
#include <QMenu>

#include <utility>

namespace tertulia
{

ContactListOptions::ContactListOptions(ContactTreeModel &contacts, ContactsView &view, UiSettings &settings,
                                       QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_byStatus(new QAction(tr("Sort by s&tatus"), this))
    , m_byName(new QAction(tr("&Sort by name"), this))
{
    auto *sorting = new QActionGroup(this);
    for (QAction *action : {m_byStatus, m_byName}) {
        action->setCheckable(true);
        sorting->addAction(action);
    }
    connect(sorting, &QActionGroup::triggered, this,
            [this](QAction *chosen) { m_settings.setValue(settingkeys::kSortByName, chosen == m_byName); });
    m_options.append({m_byName, settingkeys::kSortByName, false, [this, &contacts](bool byName) {
                          m_byStatus->setChecked(!byName);
                          contacts.setSorting(byName ? ContactTreeModel::Sorting::ByName
                                                     : ContactTreeModel::Sorting::ByStatus);
                      }});
    add(tr("Show &offline contacts"), settingkeys::kShowOffline, true,
        [&contacts](bool on) { contacts.setShowOffline(on); });
    add(tr("Show &groups"), settingkeys::kShowGroups, true,
        [&contacts](bool on) { contacts.setShowGroups(on); });
    add(tr("Show &empty groups"), settingkeys::kShowEmptyGroups, false,
        [&contacts](bool on) { contacts.setShowEmptyGroups(on); });
    add(tr("Each account by &itself"), settingkeys::kSections, false,
        [&contacts](bool on) { contacts.setSections(on); });
    add(tr("One &line for each contact"), settingkeys::kOneLine, false,
        [&view](bool on) { view.setOneLine(on); });
    for (const Option &option : std::as_const(m_options))
        obey(option.key);
    connect(&settings, &UiSettings::changed, this, &ContactListOptions::obey);
}

void ContactListOptions::add(const QString &text, QLatin1String key, bool usual,
                             std::function<void(bool)> apply)
{
    auto *action = new QAction(text, this);
    action->setCheckable(true);
    connect(action, &QAction::triggered, this, [this, key](bool now) { m_settings.setValue(key, now); });
    m_options.append({action, key, usual, std::move(apply)});
}

void ContactListOptions::fill(QMenu &menu)
{
    menu.addActions({m_byStatus, m_byName});
    menu.addSeparator();
    for (const Option &option : std::as_const(m_options)) {
        if (option.action != m_byName)
            menu.addAction(option.action);
    }
}

void ContactListOptions::obey(const QString &key)
{
    for (const Option &option : std::as_const(m_options)) {
        if (option.key != key)
            continue;
        const bool on = m_settings.value(key, option.usual).toBool();
        option.action->setChecked(on);
        option.apply(on);
    }
}

} // namespace tertulia
