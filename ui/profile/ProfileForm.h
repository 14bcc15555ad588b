// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/modules/cards/Profile.h"

#include <QWidget>

class QFormLayout;
class QLineEdit;
class QPlainTextEdit;

namespace tertulia
{

/// What one tells of oneself, to be written.
class ProfileForm : public QWidget
{
    Q_OBJECT
public:
    explicit ProfileForm(QWidget *parent = nullptr);

    void setProfile(const Profile &profile);
    [[nodiscard]] Profile profile() const;

Q_SIGNALS:
    void edited();

private:
    QLineEdit *addLine(QFormLayout &form, const QString &name, const QString &hint = {});

    Profile m_profile; ///< with what has no field
    QLineEdit *m_fullName;
    QLineEdit *m_nickname;
    QLineEdit *m_birthday;
    QLineEdit *m_emails;
    QLineEdit *m_phones;
    QLineEdit *m_urls;
    QLineEdit *m_organization;
    QLineEdit *m_role;
    QLineEdit *m_street;
    QLineEdit *m_code;
    QLineEdit *m_locality;
    QLineEdit *m_country;
    QPlainTextEdit *m_note;
};

} // namespace tertulia
