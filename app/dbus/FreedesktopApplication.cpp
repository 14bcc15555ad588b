// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dbus/FreedesktopApplication.h"

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype kLongestValue = 8192;

QString tokenIn(const QVariantMap &platformData)
{
    const QString token = platformData.value(u"activation-token"_s).toString();
    return (token.isEmpty() ? platformData.value(u"desktop-startup-id"_s).toString() : token).left(1000);
}

} // namespace

FreedesktopApplication::FreedesktopApplication(QObject *parent)
    : QDBusAbstractAdaptor(parent)
{
    setAutoRelaySignals(false);
}

bool FreedesktopApplication::publish(QDBusConnection bus, const QString &id)
{
    const QString path = u'/' + QString(id).replace(u'.', u'/').replace(u'-', u'_');
    return bus.registerObject(path, parent(), QDBusConnection::ExportAdaptors) && bus.registerService(id);
}

void FreedesktopApplication::Activate(const QVariantMap &platformData)
{
    Q_EMIT activateRequested(tokenIn(platformData));
}

void FreedesktopApplication::Open(const QStringList &uris, const QVariantMap &platformData)
{
    // One question at a time is enough for a person, and a flood of them an attack (SECURITY A130).
    const QString uri = uris.value(0);
    if (uri.startsWith("xmpp:"_L1, Qt::CaseInsensitive) && uri.size() <= kLongestValue)
        Q_EMIT openRequested(uri, tokenIn(platformData));
    else
        Q_EMIT activateRequested(tokenIn(platformData));
}

void FreedesktopApplication::ActivateAction(const QString &action, const QVariantList &parameters,
                                            const QVariantMap &platformData)
{
    const QString value = parameters.value(0).toString().left(kLongestValue);
    if (action == "new-chat"_L1)
        Q_EMIT newChatRequested(tokenIn(platformData));
    else if (action == "show"_L1)
        Q_EMIT activateRequested(tokenIn(platformData));
    else if (action == "open-chat"_L1)
        Q_EMIT openChatRequested(value, tokenIn(platformData));
    else if (action == "set-status"_L1)
        Q_EMIT statusRequested(value);
    else if (action == "quit"_L1)
        Q_EMIT quitRequested();
}

} // namespace tertulia
