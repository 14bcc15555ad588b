// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace tertulia
{

/// How the computer reaches the network, as far as somebody knows.
class NetworkSource : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    [[nodiscard]] virtual bool isReachable() const = 0;
    /// What it is reached by ("Ethernet"); only whether it is another one than before counts.
    [[nodiscard]] virtual QString medium() const = 0;

Q_SIGNALS:
    void changed();
};

/// Says when connections are worth a look: the network is back, or it is another one.
class NetworkWatch : public QObject
{
    Q_OBJECT
public:
    explicit NetworkWatch(NetworkSource &source, QObject *parent = nullptr);

Q_SIGNALS:
    void networkChanged();

private:
    void look();

    NetworkSource &m_source;
    bool m_wasReachable;
    QString m_medium;
};

} // namespace tertulia
