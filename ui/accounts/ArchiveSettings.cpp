// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/ArchiveSettings.h"

#include "core/session/SessionMessages.h"
#include "core/session/XmppSession.h"
#include "ui/history/ClearDialog.h"
#include "ui/text/ErrorText.h"

#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace tertulia
{

namespace
{

QLabel *makeLabel(const QString &text, QWidget *parent, bool soft = false)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    if (soft)
        label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

/// The server lets nobody choose.
bool isNoChoice(ErrorCode code)
{
    return code == ErrorCode::StanzaFeatureNotImplemented || code == ErrorCode::StanzaServiceUnavailable
        || code == ErrorCode::StanzaNotAllowed || code == ErrorCode::StanzaForbidden;
}

} // namespace

ArchiveSettings::ArchiveSettings(XmppSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_fill(session.messages().archive())
    , m_progressText(makeLabel({}, this))
    , m_bar(new QProgressBar(this))
    , m_pause(new QPushButton(this))
    , m_reach(new QComboBox(this))
    , m_standard(new QComboBox(this))
    , m_answer(makeLabel({}, this, true))
{
    m_bar->setRange(0, 1000);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Messages fetched"));
    m_pause->setAutoDefault(false);
    m_reach->addItem(tr("All of them"), 0);
    m_reach->addItem(tr("Those of the last year"), 366);
    m_reach->addItem(tr("Those of the last three months"), 92);
    m_reach->addItem(tr("Those of the last month"), 31);
    m_standard->addItem(tr("All messages"), int(ArchivePreferences::Standard::Always));
    m_standard->addItem(tr("Messages with my contacts"), int(ArchivePreferences::Standard::Roster));
    m_standard->addItem(tr("No messages"), int(ArchivePreferences::Standard::Never));
    auto *reachTitle = makeLabel(tr("&Fetch to this computer"), this);
    reachTitle->setBuddy(m_reach);
    m_reach->setAccessibleName(tr("Fetch to this computer"));
    auto *reachNote = makeLabel(tr("What is older comes when you scroll back to it."), this, true);
    auto *standardTitle = makeLabel(tr("The server &keeps"), this);
    standardTitle->setBuddy(m_standard);
    m_standard->setAccessibleName(tr("The server keeps"));

    auto *remove = new QPushButton(tr("Remove messages from this computer…"), this);
    remove->setProperty("danger", true);
    remove->setAutoDefault(false);
    auto *removed = makeLabel({}, this, true);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_progressText);
    layout->addWidget(m_bar);
    layout->addWidget(m_pause, 0, Qt::AlignLeading);
    layout->addSpacing(10);
    layout->addWidget(reachTitle);
    layout->addWidget(m_reach, 0, Qt::AlignLeading);
    layout->addWidget(reachNote);
    layout->addSpacing(10);
    layout->addWidget(standardTitle);
    layout->addWidget(m_standard, 0, Qt::AlignLeading);
    layout->addWidget(m_answer);
    layout->addSpacing(10);
    layout->addWidget(remove, 0, Qt::AlignLeading);
    layout->addWidget(removed);
    layout->addStretch();

    connect(m_pause, &QPushButton::clicked, this, [this] { m_fill.setPaused(!m_fill.isPaused()); });
    connect(m_reach, &QComboBox::activated, this,
            [this] { m_fill.setReachDays(m_reach->currentData().toInt()); });
    connect(m_standard, &QComboBox::activated, this, &ArchiveSettings::tellServer);
    connect(remove, &QPushButton::clicked, this, [this, removed] {
        askToClearAccount(m_session, window(), [removed = QPointer(removed)](const QString &sentence) {
            if (removed)
                removed->setText(sentence);
        });
    });
    connect(&m_fill, &ArchiveFill::progressChanged, this, &ArchiveSettings::refresh);
    connect(&session, &XmppSession::stateChanged, this, &ArchiveSettings::askServer);
    refresh();
    askServer();
}

QString ArchiveSettings::progressText(const ArchiveProgress &progress)
{
    using State = ArchiveProgress::State;
    const QString since = QLocale().toString(progress.reached.toLocalTime().date(), QLocale::LongFormat);
    if (progress.state == State::NoArchive)
        return tr("This server keeps no archive.");
    if (!progress.reached.isValid())
        return tr("Nothing was fetched from the archive yet.");
    if (progress.complete)
        return tr("All messages of the archive are here.");
    switch (progress.state) {
    case State::Fetching:
        return tr("Fetching older messages. Those since %1 are here.").arg(since);
    case State::Paused:
        return tr("Paused. Messages since %1 are here.").arg(since);
    case State::Waiting:
        return tr("The server did not give older messages; it is asked again later. Those since %1 are here.")
            .arg(since);
    case State::Offline:
    case State::Done:
    case State::NoArchive:
        break;
    }
    return tr("Messages since %1 are here.").arg(since);
}

void ArchiveSettings::refresh()
{
    using State = ArchiveProgress::State;
    const ArchiveProgress progress = m_fill.progress();
    m_progressText->setText(progressText(progress));
    const auto share = progress.thousandths(QDateTime::currentDateTimeUtc());
    const bool going = progress.state == State::Fetching || progress.state == State::Paused
        || progress.state == State::Waiting;
    m_bar->setVisible(going && share.has_value());
    m_bar->setValue(share.value_or(0));
    m_pause->setVisible(going);
    m_pause->setText(m_fill.isPaused() ? tr("Continue") : tr("Pause"));
    const int row = m_reach->findData(m_fill.reachDays());
    m_reach->setCurrentIndex(row < 0 ? 0 : row);
}

void ArchiveSettings::askServer()
{
    m_preferences.reset();
    m_standard->hide(); // a field without a choice looks broken
    if (m_session.state() != SessionState::Online) {
        m_answer->setText(tr("Known while the account is online."));
        return;
    }
    m_answer->clear();
    m_session.modules().module<ArchivePreferencesModule>()->preferences().then(
        this, [this](const Result<ArchivePreferences> &answer) { take(answer); });
}

void ArchiveSettings::tellServer()
{
    if (!m_preferences)
        return;
    ArchivePreferences wanted = *m_preferences;
    wanted.standard = ArchivePreferences::Standard(m_standard->currentData().toInt());
    m_standard->setEnabled(false);
    m_session.modules().module<ArchivePreferencesModule>()->setPreferences(wanted).then(
        this, [this](const Result<ArchivePreferences> &answer) { take(answer); });
}

void ArchiveSettings::take(const Result<ArchivePreferences> &answer)
{
    if (answer)
        m_preferences = *answer;
    m_standard->setVisible(m_preferences.has_value());
    m_standard->setEnabled(true);
    if (m_preferences)
        m_standard->setCurrentIndex(m_standard->findData(int(m_preferences->standard)));
    if (answer)
        m_answer->clear();
    else if (isNoChoice(answer.error().code))
        m_answer->setText(tr("This server does not let you choose."));
    else
        m_answer->setText(errorLine(answer.error()));
}

} // namespace tertulia
