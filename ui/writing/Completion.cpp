// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/writing/Completion.h"

#include "ui/writing/ComposerEdit.h"
#include "ui/writing/SlashCommands.h"
#include "ui/writing/SuggestionList.h"

#include <QAccessible>
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
{
    m_field.installEventFilter(this);
    connect(&m_field, &ComposerEdit::edited, this, &Completion::onEdited);
    connect(&m_field, &QPlainTextEdit::cursorPositionChanged, this, &Completion::onCursorMoved);
}

Completion::~Completion()
{
    // A child of the window, which may go on.
    if (m_list)
        m_list->deleteLater();
}

void Completion::addSource(Source source)
{
    m_sources << std::move(source);
}

bool Completion::isShown() const
{
    return m_list && m_list->isVisible();
}

void Completion::hide()
{
    if (!isShown())
        return;
    m_list->hide();
    if (QAccessible::isActive() && m_field.hasFocus()) {
        QAccessibleEvent focus(&m_field, QAccessible::Focus);
        QAccessible::updateAccessibility(&focus);
    }
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
    show(found);
}

void Completion::onCursorMoved()
{
    if (isShown() && before() != m_shownFor)
        hide();
}

void Completion::show(const Found &found)
{
    m_found = found;
    m_shownFor = before();
    if (m_list && m_list->parentWidget() != m_field.window()) {
        delete m_list;
        m_list = nullptr;
    }
    if (!m_list) {
        m_list = new SuggestionList(m_field.window());
        m_list->installEventFilter(this);
        connect(m_list, &QAbstractItemView::clicked, this,
                [this](const QModelIndex &index) { take(index.row()); });
        connect(m_list, &QObject::destroyed, this, [this] { m_list = nullptr; });
    }
    m_list->setSuggestions(found.suggestions);
    place();
    m_list->show();
    m_list->raise();
}

void Completion::place()
{
    QWidget *window = m_field.window();
    const QRect field(m_field.mapTo(window, QPoint(0, 0)), m_field.size());
    QRect rect(QPoint(0, 0), m_list->sizeHint());
    rect.setWidth(qMin(rect.width(), qMax(field.width(), 120)));
    rect.moveBottom(field.top() - 8);
    rect.moveTop(qMax(0, rect.top()));
    if (m_field.layoutDirection() == Qt::RightToLeft)
        rect.moveRight(field.right());
    else
        rect.moveLeft(field.left());
    m_list->setGeometry(rect);
}

void Completion::take(int row)
{
    if (row < 0 || row >= m_found.suggestions.size())
        return;
    const QString inserted = m_found.suggestions[row].inserted;
    QTextCursor cursor = m_field.textCursor();
    cursor.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor, int(m_found.typed));
    hide();
    cursor.insertText(inserted);
    m_field.setTextCursor(cursor);
    hide();
    Q_EMIT taken(inserted);
}

bool Completion::keyPressed(const QKeyEvent &event)
{
    if (event.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier))
        return false;
    switch (event.key()) {
    case Qt::Key_Up:
        m_list->step(-1);
        return true;
    case Qt::Key_Down:
        m_list->step(1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
        if (event.modifiers() & Qt::ShiftModifier)
            return false;
        take(m_list->row());
        return true;
    case Qt::Key_Escape:
        m_dismissed = before().chopped(m_found.typed);
        if (m_dismissed.isNull())
            m_dismissed = u""_s;
        hide();
        return true;
    default:
        return false;
    }
}

bool Completion::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != &m_field || !isShown())
        return QObject::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::ShortcutOverride: {
        // These are the list's before they are anybody's.
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_Tab || key == Qt::Key_Up || key == Qt::Key_Down)
            event->accept();
        return false;
    }
    case QEvent::KeyPress:
        return !m_field.isComposing() && keyPressed(*static_cast<QKeyEvent *>(event));
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
