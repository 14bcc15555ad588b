// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/PreferencesWindow.h"

#include "core/session/Accounts.h"
#include "ui/accessibility/AccessibleComboBox.h"
#include "ui/accounts/StepText.h"
#include "ui/main/MainWindow.h"
#include "ui/settings/Looks.h"
#include "ui/settings/SettingKeys.h"
#include "ui/settings/UiSettings.h"
#include "ui/text/ErrorText.h"
#include "ui/text/PlainText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ConfirmDialog.h"
#include "ui/widgets/ElidedLabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <functional>
#include <utility>

namespace tertulia
{

using namespace Qt::StringLiterals;

PreferencesWindow::PreferencesWindow(MainWindow &window)
    : QDialog(&window)
    , m_window(window)
    , m_sections(nullptr)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Preferences"));
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *page = new QWidget;
    m_sections = new QVBoxLayout(page);
    m_sections->setContentsMargins(24, 16, 24, 20);
    m_sections->setSpacing(8);
    scroll->setWidget(page);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    addAccounts();
    addAppearance();
    addChats();
    addNotifications();
    addSystem();
    m_sections->addStretch();
    resize(Theme::current().px(560), Theme::current().px(640));
}

QFormLayout *PreferencesWindow::addSection(const QString &title)
{
    auto *heading = new QLabel(title, this);
    heading->setFont(Theme::current().font(1.1, QFont::Bold));
    connect(&Theme::current(), &Theme::changed, heading,
            [heading] { heading->setFont(Theme::current().font(1.1, QFont::Bold)); });
    m_sections->addSpacing(8);
    m_sections->addWidget(heading);
    auto *form = new QFormLayout;
    form->setVerticalSpacing(8);
    form->setHorizontalSpacing(18);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_sections->addLayout(form);
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
    name->setMinimumWidth(Theme::current().px(190));
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
    QFormLayout *form = addSection(tr("Appearance"));
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
    QFormLayout *form = addSection(tr("Chats and contacts"));
    addChoice(form, tr("Open chats in"), {{tr("The main window"), u"main"_s}, {tr("Own windows"), u"own"_s}},
              m_window.hosts().openByDefault() == ChatHosts::How::OwnWindow ? u"own"_s : u"main"_s,
              [this](const QVariant &value) {
                  m_window.hosts().setOpenByDefault(
                      value.toString() == "own"_L1 ? ChatHosts::How::OwnWindow : ChatHosts::How::MainWindow);
              });
    addSwitch(form, tr("Show offline contacts"),
              m_window.settings().value(settingkeys::kShowOffline, true).toBool(),
              [this](bool on) { m_window.setShowOffline(on); });
    addSwitch(form, tr("Sort contacts by name"),
              m_window.settings().value(settingkeys::kSortByName, false).toBool(),
              [this](bool on) { m_window.setSortByName(on); });
}

void PreferencesWindow::addNotifications()
{
    QFormLayout *form = addSection(tr("Notifications"));
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
    QFormLayout *form = addSection(tr("System"));
    UiSettings &settings = m_window.settings();
    addChoice(form, tr("When the main window is closed"),
              {{tr("Ask"), u"ask"_s}, {tr("Keep running in the tray"), u"keep"_s}, {tr("Quit"), u"quit"_s}},
              settings.value(settingkeys::kOnClose, u"ask"_s),
              [&settings](const QVariant &value) { settings.setValue(settingkeys::kOnClose, value); });
}

void PreferencesWindow::addAccounts()
{
    addSection(tr("Accounts"));
    m_accountRows = new QVBoxLayout;
    m_accountRows->setSpacing(6);
    m_sections->addLayout(m_accountRows);
    auto *add = new QPushButton(tr("Add account…"), this);
    add->setAutoDefault(false);
    m_sections->addWidget(add, 0, Qt::AlignLeading);
    connect(add, &QPushButton::clicked, this, [this] {
        m_window.showAccountAdding();
        close();
    });
    connect(&m_window.accounts(), &Accounts::added, this, &PreferencesWindow::fillAccounts);
    connect(&m_window.accounts(), &Accounts::aboutToRemove, this, &PreferencesWindow::fillAccounts,
            Qt::QueuedConnection);
    fillAccounts();
}

void PreferencesWindow::fillAccounts()
{
    while (QLayoutItem *item = m_accountRows->takeAt(0)) {
        if (QWidget *row = item->widget())
            row->deleteLater();
        delete item;
    }
    for (XmppSession *session : m_window.accounts().sessions()) {
        auto *row = new QWidget(this);
        auto *name = new ElidedLabel(row);
        name->setText(shownAddress(session->address().toString()));
        name->setFont(Theme::current().font(1.0, QFont::DemiBold));
        auto *state = new ElidedLabel(row);
        state->setForegroundRole(QPalette::PlaceholderText);
        const auto tell = [state, session] { state->setText(sessionLine(*session)); };
        connect(session, &XmppSession::stateChanged, state, tell);
        tell();
        auto *login = new QPushButton(tr("Log in…"), row);
        auto *remove = new QPushButton(tr("Remove…"), row);
        login->setAccessibleDescription(name->text());
        remove->setAccessibleDescription(name->text());
        remove->setProperty("danger", true);
        for (QPushButton *button : {login, remove})
            button->setAutoDefault(false);
        auto *words = new QVBoxLayout;
        words->setSpacing(0);
        words->addWidget(name);
        words->addWidget(state);
        auto *layout = new QHBoxLayout(row);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addLayout(words, 1);
        layout->addWidget(login);
        layout->addWidget(remove);
        m_accountRows->addWidget(row);
        const QString id = session->accountId();
        connect(login, &QPushButton::clicked, this, [this, id] {
            if (XmppSession *now = m_window.accounts().session(id))
                m_window.showLogin(now);
            close();
        });
        connect(remove, &QPushButton::clicked, this, [this, id, address = name->text()] {
            Question question;
            question.title = tr("Remove the account %1 from Tertulia?").arg(address);
            question.text
                = tr("Its messages, contacts and password are deleted from this computer. The account on the "
                     "server and what is kept there stay as they are.");
            question.action = tr("Remove");
            ConfirmDialog::ask(this, question, [this, id](int) {
                m_window.accounts().remove(id).then(&m_window,
                                                    [window = &m_window](const Result<void> &done) {
                                                        if (!done)
                                                            window->say(errorLine(done.error()));
                                                    });
            });
        });
    }
}

} // namespace tertulia
