// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/emoji/EmojiTable.h"

#include <QList>
#include <QObject>
#include <QString>

#include <functional>

class QKeyEvent;

namespace tertulia
{

class ComposerEdit;
class SuggestionList;

/// One thing that the text before the cursor may become.
struct Suggestion {
    QString inserted; ///< takes the place of what was typed
    QString lead; ///< stands in front: the emoji, the command
    QString text; ///< what it is
};

/// Suggestions above the field for what is being typed. The field keeps the focus: Up and Down choose, Enter
/// and Tab take, Esc puts the list away until something else is typed. Nothing happens while an input method
/// composes.
class Completion : public QObject
{
    Q_OBJECT
public:
    /// What the text may become that ends at the cursor, and how many of its last characters that replaces.
    struct Found {
        qsizetype typed = 0;
        QList<Suggestion> suggestions = {};
    };
    /// `before` is all text before the cursor.
    using Source = std::function<Found(const QString &before)>;

    explicit Completion(ComposerEdit &field);
    ~Completion() override;

    /// The first source that finds something is shown.
    void addSource(Source source);
    [[nodiscard]] bool isShown() const;
    [[nodiscard]] SuggestionList *list() const { return m_list; }
    void hide();

    static constexpr int kMost = 8; ///< suggestions at once

Q_SIGNALS:
    void taken(const QString &inserted);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void onEdited();
    void onCursorMoved();
    void show(const Found &found);
    void place();
    void take(int row);
    bool keyPressed(const QKeyEvent &event);
    [[nodiscard]] QString before() const;
    [[nodiscard]] Found find() const;

    ComposerEdit &m_field;
    SuggestionList *m_list = nullptr;
    QList<Source> m_sources;
    Found m_found;
    QString m_shownFor; ///< the text before the cursor
    QString m_dismissed; ///< the text before the cursor when it was put away
};

/// `:` and two letters.
[[nodiscard]] Completion::Found suggestEmoji(const QString &before, SkinTone skinTone);
/// `/` at the start.
[[nodiscard]] Completion::Found suggestCommands(const QString &before);

} // namespace tertulia
