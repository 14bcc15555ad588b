// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/writing/Completion.h"

#include "ui/writing/ComposerEdit.h"
#include "ui/writing/SlashCommands.h"

#include <QKeyEvent>

#include <utility>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kLeastLetters = 2;
constexpr qsizetype kLongestWord = 40;

} // namespace

Completion::Completion(ComposerEdit &field)
    : QObject(&field)
    , m_field(field)
    , m_popup(field, SuggestionPopup::Side::Above)
{
    m_field.installEventFilter(this);
    connect(&m_field, &ComposerEdit::edited, this, &Completion::onEdited);
    connect(&m_field, &QPlainTextEdit::cursorPositionChanged, this, &Completion::onCursorMoved);
    connect(&m_popup, &SuggestionPopup::taken, this, &Completion::take);
    connect(&m_popup, &SuggestionPopup::dismissed, this, &Completion::onDismissed);
}

void Completion::addSource(Source source)
{
    m_sources << std::move(source);
}

void Completion::hide()
{
    m_popup.hide();
}

QString Completion::before() const
{
    return m_field.toPlainText().left(m_field.textCursor().position());
}

Completion::Found Completion::find() const
{
    const QString text = before();
    for (const Source &source : m_sources) {
        if (Found found = source(text); !found.suggestions.isEmpty())
            return found;
    }
    return {};
}

void Completion::onEdited()
{
    const QTextCursor cursor = m_field.textCursor();
    if (!m_field.hasFocus() || m_field.isComposing() || cursor.hasSelection()) {
        hide();
        return;
    }
    const Found found = find();
    if (found.suggestions.isEmpty()) {
        m_dismissed.clear();
        hide();
        return;
    }
    const QString start = before().chopped(found.typed);
    // As long as it is the word that it was put away for.
    if (!m_dismissed.isNull() && start == m_dismissed)
        return;
    m_dismissed = QString();
    m_found = found;
    m_shownFor = before();
    m_popup.show(found.suggestions);
}

void Completion::onCursorMoved()
{
    if (m_popup.isShown() && before() != m_shownFor)
        hide();
}

void Completion::take(const Suggestion &suggestion)
{
    QTextCursor cursor = m_field.textCursor();
    cursor.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor, int(m_found.typed));
    cursor.insertText(suggestion.inserted);
    m_field.setTextCursor(cursor);
    hide();
    Q_EMIT taken(suggestion.inserted);
}

void Completion::onDismissed()
{
    m_dismissed = before().chopped(m_found.typed);
    if (m_dismissed.isNull())
        m_dismissed = u""_s;
}

bool Completion::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != &m_field || !m_popup.isShown())
        return QObject::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::ShortcutOverride:
        if (m_popup.wants(*static_cast<QKeyEvent *>(event)))
            event->accept();
        return false;
    case QEvent::KeyPress:
        return !m_field.isComposing() && m_popup.takeKey(*static_cast<QKeyEvent *>(event));
    case QEvent::FocusOut:
    case QEvent::Hide:
    case QEvent::Resize:
    case QEvent::InputMethod:
        hide();
        return false;
    default:
        return false;
    }
}

Completion::Found suggestEmoji(const QString &before, SkinTone skinTone)
{
    const qsizetype colon = before.lastIndexOf(u':');
    if (colon < 0 || before.size() - colon - 1 < kLeastLetters || before.size() - colon > kLongestWord)
        return {};
    // A time, a link or the end of a word is no beginning.
    if (colon > 0 && (before[colon - 1].isLetterOrNumber() || before[colon - 1] == u':'))
        return {};
    QString word = before.mid(colon + 1);
    for (QChar &c : word) {
        if (c == u'_' || c == u'-')
            c = u' ';
        else if (!c.isLetterOrNumber() && !c.isMark() && !c.isSurrogate())
            return {};
    }
    if (!word.front().isLetter())
        return {};
    Completion::Found found{before.size() - colon};
    for (const Emoji &emoji : findEmoji(word)) {
        const SkinTone tone = emoji.takesTone() ? skinTone : SkinTone::None;
        const QString text = emoji.withTone(tone);
        found.suggestions << Suggestion{text, text, emoji.name(tone)};
        if (found.suggestions.size() == Completion::kMost)
            break;
    }
    return found;
}

Completion::Found suggestCommands(const QString &before)
{
    if (!before.startsWith(u'/'))
        return {};
    Completion::Found found{before.size()};
    for (const SlashCommands::Command &command : SlashCommands::offered()) {
        // What is written out needs no help.
        if (command.word.startsWith(before, Qt::CaseInsensitive) && command.word.size() > before.size())
            found.suggestions << Suggestion{QString(command.word + u' '), command.word, command.meaning};
    }
    return found;
}

} // namespace tertulia
