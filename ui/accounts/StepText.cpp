// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/StepText.h"

#include "ui/text/ErrorText.h"
#include "ui/text/PlainText.h"

#include <QCoreApplication>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

struct StepSentences {
    Q_DECLARE_TR_FUNCTIONS(ConnectionSteps)
};

QString doneText(const StepReport &report)
{
    const QString detail = shownAddress(shownLine(report.detail));
    switch (report.step) {
    case ConnectionStep::FindServer:
        switch (report.security) {
        case TransportSecurity::StartTls:
            return StepSentences::tr("Found server %1, STARTTLS").arg(detail);
        case TransportSecurity::DirectTls:
            return StepSentences::tr("Found server %1, direct TLS").arg(detail);
        case TransportSecurity::WebSocket:
            return StepSentences::tr("Found server %1, WebSocket").arg(detail);
        }
        return {};
    case ConnectionStep::Connect:
        return StepSentences::tr("Connected to %1").arg(detail);
    case ConnectionStep::Secure:
        return detail.isEmpty() ? StepSentences::tr("Encrypted, certificate accepted")
                                : StepSentences::tr("Certificate valid, issued by %1").arg(detail);
    case ConnectionStep::Authenticate:
        return detail.isEmpty() ? StepSentences::tr("Logged in")
                                : StepSentences::tr("Logged in by %1").arg(detail);
    case ConnectionStep::Bind:
        return StepSentences::tr("This device is %1").arg(detail);
    case ConnectionStep::LoadContacts:
        return StepSentences::tr("Contacts loaded");
    }
    return {};
}

QString runningText(const StepReport &report)
{
    switch (report.step) {
    case ConnectionStep::FindServer:
        return StepSentences::tr("Looking for the server…");
    case ConnectionStep::Connect:
        return report.detail.isEmpty()
            ? StepSentences::tr("Connecting…")
            : StepSentences::tr("Connecting to %1…").arg(shownAddress(shownLine(report.detail)));
    case ConnectionStep::Secure:
        return StepSentences::tr("Encrypting the connection…");
    case ConnectionStep::Authenticate:
        return StepSentences::tr("Logging in…");
    case ConnectionStep::Bind:
        return StepSentences::tr("Getting an address for this device…");
    case ConnectionStep::LoadContacts:
        return StepSentences::tr("Loading contacts…");
    }
    return {};
}

} // namespace

QString stepText(const StepReport &report)
{
    switch (report.state) {
    case StepState::Waiting:
    case StepState::Running:
        return runningText(report);
    case StepState::Done:
        return doneText(report);
    case StepState::Failed:
        return errorText(report.error).sentence;
    }
    return {};
}

QString stepRemedy(const StepReport &report)
{
    if (report.state != StepState::Failed)
        return {};
    QStringList parts{errorText(report.error).remedy, serverSays(report.error)};
    parts.removeAll(QString());
    return parts.join(u' ');
}

QString sessionLine(const XmppSession &session)
{
    switch (session.state()) {
    case SessionState::Offline:
        return StepSentences::tr("Offline");
    case SessionState::NeedsPassword:
        return StepSentences::tr("The password is needed.");
    case SessionState::WaitingForKeychain:
        return StepSentences::tr("Waiting for your keychain to be unlocked…");
    case SessionState::Connecting:
        return StepSentences::tr("Connecting…");
    case SessionState::Online:
        return StepSentences::tr("Online");
    case SessionState::Waiting: {
        const qint64 seconds = (session.msUntilReconnect() + 999) / 1000;
        return seconds > 0 ? StepSentences::tr("No connection, trying again in %1 s").arg(seconds)
                           : StepSentences::tr("No connection, trying again…");
    }
    case SessionState::Stopped:
        return errorText(session.lastError()).sentence;
    case SessionState::Disconnecting:
        return StepSentences::tr("Disconnecting…");
    }
    return {};
}

QString sessionWord(SessionState state)
{
    switch (state) {
    case SessionState::Offline:
    case SessionState::Online:
        return {};
    case SessionState::NeedsPassword:
        return StepSentences::tr("Needs password");
    case SessionState::WaitingForKeychain:
        return StepSentences::tr("Keychain…", "waiting for it, in a word");
    case SessionState::Connecting:
        return StepSentences::tr("Connecting…");
    case SessionState::Waiting:
    case SessionState::Stopped:
        return StepSentences::tr("Not connected");
    case SessionState::Disconnecting:
        return StepSentences::tr("Disconnecting…");
    }
    return {};
}

} // namespace tertulia
