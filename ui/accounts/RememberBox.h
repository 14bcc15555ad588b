// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QWidget>

class QCheckBox;
class QLabel;

namespace tertulia
{

/// Whether a password is to be kept in the keychain; where there is none, says so and cannot be ticked, and
/// leads to what can be done about it (UI e.8).
class RememberBox : public QWidget
{
    Q_OBJECT
public:
    explicit RememberBox(const QString &label, QWidget *parent = nullptr);

    /// What the person wishes; counts only where there is a keychain.
    void setWished(bool wished);
    [[nodiscard]] bool isChecked() const;
    /// Whether there is something to choose; otherwise isChecked() says nothing of what is wished.
    [[nodiscard]] bool isAvailable() const { return m_available; }
    /// What a probe found: the keychain's name, or why there is none.
    void setKeychain(const Result<QString> &probed);

private:
    QCheckBox *m_box;
    QWidget *m_hint;
    bool m_wished = true;
    bool m_available = true;
};

} // namespace tertulia
