// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QDateTime>
#include <QList>

#include <functional>

class QMenu;
class QWidget;

namespace tertulia
{

/// When a message may be sent that is not to be sent now.
class SendTimes
{
    Q_DECLARE_TR_FUNCTIONS(tertulia::SendTimes)
public:
    struct Offer {
        QString text;
        QDateTime when; ///< local
    };

    /// In an hour, this evening if that is further off, tomorrow morning.
    [[nodiscard]] static QList<Offer> offers(const QDateTime &now);
    /// Fills a menu with them, and with a way to choose any other time; `chosen` gets what is chosen, which
    /// lies ahead. Dialogs belong to `window`.
    static void fill(QMenu &menu, QWidget *window, std::function<void(const QDateTime &)> chosen);
    /// Asks for a day and a time, `proposed` to begin with.
    static void ask(QWidget *window, const QDateTime &proposed,
                    std::function<void(const QDateTime &)> chosen);
};

} // namespace tertulia
