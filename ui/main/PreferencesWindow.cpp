// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/PreferencesWindow.h"

#include "core/session/Accounts.h"
#include "core/session/XmppSession.h"
#include "ui/accessibility/AccessibleComboBox.h"
#include "ui/main/MainWindow.h"
#include "ui/settings/Looks.h"
#include "ui/settings/SettingKeys.h"
#include "ui/settings/UiSettings.h"
#include "ui/theme/Theme.h"

#include "ui/widgets/WordRows.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <functional>
#include <utility>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kNarrow = 560;

} // namespace

PreferencesWindow::PreferencesWindow(MainWindow &window)
    : QDialog(&window)
    , m_window(window)
    , m_list(new QListWidget(this))
    , m_choice(new QComboBox(this))
    , m_pages(new QStackedWidget(this))
    , m_accounts(new AccountsPage(window.accounts(), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Preferences"));
    m_list->setAccessibleName(tr("Pages"));
    WordRows::dress(m_list);
    addPage(tr("Accounts"))->addWidget(m_accounts, 1);
    addAppearance();
    addChats();
    addNotifications();
    addSystem();
    m_list->setFixedWidth(m_list->sizeHintForColumn(0) + Theme::current().px(12));
    announceComboBox(m_choice, tr("Pages"));
    auto *choice = new QHBoxLayout;
    choice->setContentsMargins(16, 4, 20, 0);
    choice->addWidget(m_choice);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addLayout(choice);
    column->addWidget(m_pages, 1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(0);
    layout->addSpacing(8);
    layout->addWidget(m_list);
    layout->addLayout(column, 1);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        m_pages->setCurrentIndex(row);
        m_choice->setCurrentIndex(row);
    });
    connect(m_choice, &QComboBox::activated, m_list, [this](int row) { m_list->setCurrentRow(row); });
    connect(m_accounts, &AccountsPage::addRequested, this, [this] {
        m_window.showAccountAdding();
        close();
    });
    connect(m_accounts, &AccountsPage::logInRequested, this, [this](XmppSession *session) {
        m_window.showLogin(session);
        close();
    });
    connect(m_accounts, &AccountsPage::failed, &m_window, &MainWindow::say);
    m_list->setCurrentRow(0);
    resize(Theme::current().px(680), Theme::current().px(600));
}

void PreferencesWindow::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    // A list beside the page needs the room; a narrow window chooses above it.
    const bool narrow = width() < Theme::current().px(kNarrow);
    m_list->setVisible(!narrow);
    m_choice->setVisible(narrow);
}

void PreferencesWindow::openAccount(const QString &accountId, AccountsPage::Tab tab)
{
    m_list->setCurrentRow(0);
    m_accounts->open(accountId, tab);
}

QVBoxLayout *PreferencesWindow::addPage(const QString &title)
{
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *page = new QWidget;
    auto *heading = new QLabel(title, page);
    const auto fonts = [heading] { heading->setFont(Theme::current().font(1.25, QFont::Bold)); };
    connect(&Theme::current(), &Theme::changed, heading, fonts);
    fonts();
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(16, 12, 20, 20);
    layout->setSpacing(10);
    layout->addWidget(heading);
    scroll->setWidget(page);
    m_pages->addWidget(scroll);
    m_list->addItem(title);
    m_choice->addItem(title);
    return layout;
}

QFormLayout *PreferencesWindow::addForm(const QString &title)
{
    auto *form = new QFormLayout;
    form->setVerticalSpacing(8);
    form->setHorizontalSpacing(18);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    QVBoxLayout *page = addPage(title);
    page->addLayout(form);
    page->addStretch();
    return form;
}

namespace
{

/// A combo box of values with their words, kept under `key`; `changed` runs after each choice.
QComboBox *addChoice(QFormLayout *form, const QString &label,
                     const QList<std::pair<QString, QVariant>> &choices, const QVariant &current,
                     const std::function<void(const QVariant &)> &changed)
{
    auto *box = new QComboBox;
    announceComboBox(box, label);
    for (const auto &[text, value] : choices)
        box->addItem(text, value);
    box->setCurrentIndex(std::max(0, box->findData(current)));
    QObject::connect(box, &QComboBox::activated, box, [box, changed] { changed(box->currentData()); });
    auto *name = new QLabel(label);
    name->setMinimumWidth(Theme::current().px(170));
    form->addRow(name, box);
    return box;
}

QCheckBox *addSwitch(QFormLayout *form, const QString &label, bool on,
                     const std::function<void(bool)> &changed)
{
    auto *box = new QCheckBox(label);
    box->setChecked(on);
    QObject::connect(box, &QCheckBox::toggled, box, changed);
    form->addRow(box);
    return box;
}

} // namespace

void PreferencesWindow::addAppearance()
{
    QFormLayout *form = addForm(tr("Appearance"));
    addChoice(form, tr("Theme"),
              {{tr("Follow the system"), static_cast<int>(Theme::Choice::FollowSystem)},
               {tr("Light"), static_cast<int>(Theme::Choice::Light)},
               {tr("Dark"), static_cast<int>(Theme::Choice::Dark)},
               {tr("High contrast"), static_cast<int>(Theme::Choice::HighContrast)}},
              static_cast<int>(Theme::current().choice()), [this](const QVariant &value) {
                  Theme::current().setChoice(static_cast<Theme::Choice>(value.toInt()));
                  rememberLooks(m_window.settings());
              });
    QList<std::pair<QString, QVariant>> sizes;
    for (const int percent : {80, 90, 100, 110, 125, 150, 175, 200})
        sizes.append({tr("%1 %").arg(percent), percent});
    addChoice(form, tr("Text size"), sizes, Theme::current().textSize(), [this](const QVariant &value) {
        Theme::current().setTextSize(value.toInt());
        rememberLooks(m_window.settings());
    });
}

void PreferencesWindow::addChats()
{
    QFormLayout *form = addForm(tr("Chats and contacts"));
    addChoice(form, tr("Open chats in"), {{tr("The main window"), u"main"_s}, {tr("Own windows"), u"own"_s}},
              m_window.hosts().openByDefault() == ChatHosts::How::OwnWindow ? u"own"_s : u"main"_s,
              [this](const QVariant &value) {
                  m_window.hosts().setOpenByDefault(
                      value.toString() == "own"_L1 ? ChatHosts::How::OwnWindow : ChatHosts::How::MainWindow);
              });
    addSwitch(form, tr("Let others know that I have read their messages"),
              m_window.settings().value(settingkeys::kReadMarkers, true).toBool(), [this](bool on) {
                  m_window.settings().setValue(settingkeys::kReadMarkers, on);
                  for (XmppSession *session : m_window.accounts().sessions())
                      session->setMarkersSent(on);
              });
    addSwitch(form, tr("Let others know that I am writing"),
              m_window.settings().value(settingkeys::kTypingNotices, true).toBool(),
              [this](bool on) { m_window.settings().setValue(settingkeys::kTypingNotices, on); });
    addSwitch(form, tr("Show offline contacts"),
              m_window.settings().value(settingkeys::kShowOffline, true).toBool(),
              [this](bool on) { m_window.setShowOffline(on); });
    addSwitch(form, tr("Sort contacts by name"),
              m_window.settings().value(settingkeys::kSortByName, false).toBool(),
              [this](bool on) { m_window.setSortByName(on); });
}

void PreferencesWindow::addNotifications()
{
    QFormLayout *form = addForm(tr("Notifications"));
    UiSettings &settings = m_window.settings();
    addSwitch(form, tr("Tell me about new messages"),
              settings.value(settingkeys::kNotifications, true).toBool(),
              [&settings](bool on) { settings.setValue(settingkeys::kNotifications, on); });
    addSwitch(form, tr("Play a sound"), settings.value(settingkeys::kNotificationSound, true).toBool(),
              [&settings](bool on) { settings.setValue(settingkeys::kNotificationSound, on); });
    addChoice(
        form, tr("Show in notifications"),
        {{tr("Name and text"), u"Full"_s},
         {tr("Name only"), u"NameOnly"_s},
         {tr("Only that there is a message"), u"Nothing"_s}},
        settings.value(settingkeys::kNotificationContent, u"Full"_s),
        [&settings](const QVariant &value) { settings.setValue(settingkeys::kNotificationContent, value); });
}

void PreferencesWindow::addSystem()
{
    QFormLayout *form = addForm(tr("System"));
    UiSettings &settings = m_window.settings();
    addChoice(form, tr("When the main window is closed"),
              {{tr("Ask"), u"ask"_s}, {tr("Keep running in the tray"), u"keep"_s}, {tr("Quit"), u"quit"_s}},
              settings.value(settingkeys::kOnClose, u"ask"_s),
              [&settings](const QVariant &value) { settings.setValue(settingkeys::kOnClose, value); });
}

} // namespace tertulia
