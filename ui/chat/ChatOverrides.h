// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Jid.h"

#include <QVariant>
#include <QWidget>

#include <functional>
#include <utility>

class QComboBox;
class QVBoxLayout;

namespace tertulia
{

class UiSettings;
class XmppSession;

/// What can differ in one chat from what holds everywhere, each with "Use default" and what that is (UI e.7).
class ChatOverrides : public QWidget
{
    Q_OBJECT
public:
    /// All must outlive this.
    ChatOverrides(XmppSession &session, const Jid &peer, UiSettings &settings, QWidget *parent = nullptr);

private:
    /// A value, as kept, with the words for it.
    using Choice = std::pair<QVariant, QString>;

    /// `usual`: the value that holds everywhere; `chosen`: here, invalid for none.
    void add(const QString &label, const QList<Choice> &choices, const std::function<QVariant()> &usual,
             const std::function<QVariant()> &chosen, const std::function<void(const QVariant &)> &choose);
    void refresh();

    QVBoxLayout *m_column;
    QList<std::function<void()>> m_refreshers;
};

} // namespace tertulia
