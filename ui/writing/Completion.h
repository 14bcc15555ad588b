// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/emoji/EmojiTable.h"
#include "ui/writing/SuggestionPopup.h"

#include <QList>
#include <QObject>
#include <QString>

#include <functional>

namespace tertulia
{

class ComposerEdit;

/// Suggestions above the field for what is being typed. Esc puts them away until something else is typed;
/// nothing happens while an input method composes.
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

    /// The first source that finds something is shown.
    void addSource(Source source);
    void hide();

    static constexpr int kMost = 8; ///< suggestions at once

Q_SIGNALS:
    void taken(const QString &inserted);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void onEdited();
    void onCursorMoved();
    void take(const Suggestion &suggestion);
    void onDismissed();
    [[nodiscard]] QString before() const;
    [[nodiscard]] Found find() const;

    ComposerEdit &m_field;
    SuggestionPopup m_popup;
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
