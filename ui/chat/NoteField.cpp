// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/NoteField.h"

#include "core/modules/xep0145_notes/RosterNotes.h"
#include "ui/theme/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace tertulia
{

NoteField::NoteField(QWidget *parent)
    : QWidget(parent)
    , m_text(new QPlainTextEdit(this))
    , m_tooLong(new QLabel(this))
    , m_state(new QLabel(this))
    , m_save(new QPushButton(tr("Save note"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    auto *title = new QLabel(tr("&Note"), this);
    title->setTextFormat(Qt::PlainText);
    title->setBuddy(m_text);
    title->setForegroundRole(QPalette::PlaceholderText);
    m_text->setAccessibleName(tr("Note"));
    m_text->setAccessibleDescription(tr("Only you see it, on all your devices"));
    m_text->setPlaceholderText(tr("Only you see it, on all your devices"));
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(Theme::current().px(72));
    for (QLabel *label : {m_tooLong, m_state}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_save);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(title);
    layout->addWidget(m_text);
    layout->addWidget(m_tooLong);
    layout->addWidget(m_state);
    layout->addLayout(buttons);
    connect(m_text, &QPlainTextEdit::textChanged, this, &NoteField::arrange);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_text->setPlainText(m_kept);
        setState({});
    });
    connect(m_save, &QPushButton::clicked, this, [this] { Q_EMIT saved(m_text->toPlainText().trimmed()); });
    setState({});
    arrange();
}

void NoteField::setNote(const QString &note)
{
    if (m_kept == note)
        return;
    const bool writing = m_text->toPlainText().trimmed() != m_kept.trimmed();
    m_kept = note;
    if (!writing)
        m_text->setPlainText(note);
    arrange();
}

void NoteField::setEditable(bool editable)
{
    m_editable = editable;
    arrange();
}

void NoteField::setState(const QString &sentence)
{
    m_state->setText(sentence);
    m_state->setVisible(!sentence.isEmpty());
}

void NoteField::arrange()
{
    const QString text = m_text->toPlainText().trimmed();
    const bool changed = text != m_kept.trimmed();
    const int excess = changed ? int(text.size() - RosterNotesModule::kMaxText) : 0;
    m_text->setReadOnly(!m_editable);
    m_save->setVisible(changed);
    m_cancel->setVisible(changed);
    m_save->setEnabled(m_editable && excess <= 0);
    m_tooLong->setVisible(excess > 0);
    m_tooLong->setText(excess > 0 ? tr("%n characters too long to be kept.", nullptr, excess) : QString());
}

} // namespace tertulia
