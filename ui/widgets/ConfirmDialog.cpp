// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ConfirmDialog.h"

#include "ui/text/PlainText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Buttons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace tertulia
{

namespace
{

QLabel *makeText(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setText(text);
    return label;
}

} // namespace

ConfirmDialog::ConfirmDialog(const Question &question, std::function<void(int)> answer, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(question.title);
    const Theme &theme = Theme::current();
    auto *title = makeText(question.title, this);
    title->setFont(theme.font(1.1, QFont::Bold));
    auto *text = makeText(question.text, this);
    text->setMinimumWidth(theme.px(340));
    auto *keep = new QPushButton(question.keep.isEmpty() ? tr("Cancel") : question.keep, this);
    auto *action = new QPushButton(withoutMnemonic(question.action), this);
    action->setProperty("danger", question.destructive);
    action->setAutoDefault(false);
    keep->setDefault(true);
    connect(keep, &QPushButton::clicked, this, &QDialog::reject);
    connect(action, &QPushButton::clicked, this, [this, answer] {
        accept();
        answer(1);
    });
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(action);
    if (!question.otherAction.isEmpty()) {
        auto *other = new QPushButton(withoutMnemonic(question.otherAction), this);
        other->setAutoDefault(false);
        connect(other, &QPushButton::clicked, this, [this, answer] {
            accept();
            answer(2);
        });
        buttons->addWidget(other);
    }
    buttons->addWidget(keep);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(22, 20, 22, 18);
    layout->setSpacing(10);
    layout->addWidget(title);
    layout->addWidget(text);
    layout->addSpacing(8);
    layout->addLayout(buttons);
    keep->setFocus();
}

ConfirmDialog *ConfirmDialog::ask(QWidget *parent, const Question &question, std::function<void(int)> answer)
{
    auto *dialog = new ConfirmDialog(question, std::move(answer), parent);
    dialog->open();
    return dialog;
}

void askForText(QWidget *parent, const QString &title, const QString &label, const QString &value,
                const QString &action, std::function<void(const QString &)> answer)
{
    auto *dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    auto *name = makeText(label, dialog);
    auto *field = new QLineEdit(value, dialog);
    field->setAccessibleName(label);
    field->setMinimumWidth(Theme::current().px(320));
    field->setMaxLength(1000);
    field->selectAll();
    auto *cancel = new QPushButton(ConfirmDialog::tr("Cancel"), dialog);
    cancel->setAutoDefault(false);
    auto *accept = new PrimaryButton(action, dialog);
    accept->setDefault(true);
    QObject::connect(cancel, &QPushButton::clicked, dialog, &QDialog::reject);
    QObject::connect(accept, &QPushButton::clicked, dialog, [dialog, field, answer = std::move(answer)] {
        const QString text = field->text().trimmed();
        dialog->accept();
        answer(text);
    });
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(accept);
    auto *layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(22, 18, 22, 18);
    layout->setSpacing(8);
    layout->addWidget(name);
    layout->addWidget(field);
    layout->addSpacing(8);
    layout->addLayout(buttons);
    dialog->open();
}

} // namespace tertulia
