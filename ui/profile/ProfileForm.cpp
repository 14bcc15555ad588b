// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profile/ProfileForm.h"

#include "ui/theme/Theme.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

/// Several of a kind stand in one field, with commas.
QStringList listed(const QString &text)
{
    QStringList entries;
    for (const QString &entry : text.split(u',', Qt::SkipEmptyParts)) {
        if (!entry.trimmed().isEmpty())
            entries.append(entry.trimmed());
    }
    return entries;
}

} // namespace

ProfileForm::ProfileForm(QWidget *parent)
    : QWidget(parent)
    , m_note(new QPlainTextEdit(this))
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(8);
    form->setHorizontalSpacing(14);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_fullName = addLine(*form, tr("Full name"));
    m_nickname = addLine(*form, tr("Nickname"), tr("What others see in their list"));
    m_note->setAccessibleName(tr("About me"));
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(Theme::current().px(64));
    auto *about = new QLabel(tr("About me"), this);
    about->setBuddy(m_note);
    form->addRow(about, m_note);
    m_birthday = addLine(*form, tr("Birthday"), tr("Year-month-day, as 1984-02-29"));
    m_emails = addLine(*form, tr("Email"));
    m_phones = addLine(*form, tr("Phone"));
    m_urls = addLine(*form, tr("Website"));
    m_organization = addLine(*form, tr("Organisation"));
    m_role = addLine(*form, tr("Role"));
    m_street = addLine(*form, tr("Street"));
    m_code = addLine(*form, tr("Postal code"));
    m_locality = addLine(*form, tr("Town"));
    m_country = addLine(*form, tr("Country"));
    connect(m_note, &QPlainTextEdit::textChanged, this, &ProfileForm::edited);
}

QLineEdit *ProfileForm::addLine(QFormLayout &form, const QString &name, const QString &hint)
{
    auto *line = new QLineEdit(this);
    line->setAccessibleName(name);
    line->setPlaceholderText(hint);
    line->setMaxLength(int(Profile::kMaxText));
    auto *label = new QLabel(name, this);
    label->setBuddy(line);
    form.addRow(label, line);
    connect(line, &QLineEdit::textEdited, this, &ProfileForm::edited);
    return line;
}

void ProfileForm::setProfile(const Profile &profile)
{
    const QSignalBlocker quiet(this);
    m_profile = profile;
    m_fullName->setText(profile.fullName);
    m_nickname->setText(profile.nickname);
    m_birthday->setText(profile.birthday);
    m_emails->setText(profile.emails.join(u", "_s));
    m_phones->setText(profile.phones.join(u", "_s));
    m_urls->setText(profile.urls.join(u", "_s));
    m_organization->setText(profile.organization);
    m_role->setText(profile.role);
    m_street->setText(profile.address.street);
    m_code->setText(profile.address.code);
    m_locality->setText(profile.address.locality);
    m_country->setText(profile.address.country);
    m_note->setPlainText(profile.note);
    // A long text shows its beginning.
    for (QLineEdit *line : findChildren<QLineEdit *>())
        line->setCursorPosition(0);
}

Profile ProfileForm::profile() const
{
    Profile profile = m_profile;
    profile.fullName = m_fullName->text().trimmed();
    profile.nickname = m_nickname->text().trimmed();
    profile.birthday = m_birthday->text().trimmed();
    profile.emails = listed(m_emails->text());
    profile.phones = listed(m_phones->text());
    profile.urls = listed(m_urls->text());
    profile.organization = m_organization->text().trimmed();
    profile.role = m_role->text().trimmed();
    profile.address.street = m_street->text().trimmed();
    profile.address.code = m_code->text().trimmed();
    profile.address.locality = m_locality->text().trimmed();
    profile.address.country = m_country->text().trimmed();
    profile.note = m_note->toPlainText().trimmed().left(Profile::kMaxText);
    return profile;
}

} // namespace tertulia
