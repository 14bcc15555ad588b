// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/Privacy.h"

#include <QList>
#include <QWidget>

class QCheckBox;

namespace tertulia
{

class XmppSession;

/// What an account tells its contacts of the person.
class PrivacyPage : public QWidget
{
    Q_OBJECT
public:
    /// `session` must outlive this.
    explicit PrivacyPage(XmppSession &session, QWidget *parent = nullptr);

private:
    void add(const QString &label, Disclosure what);
    void refresh();

    Privacy &m_privacy;
    QList<std::pair<QCheckBox *, Disclosure>> m_boxes;
};

} // namespace tertulia
