// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/writing/SuggestionList.h"

#include <QObject>
#include <QPointer>

class QKeyEvent;

namespace tertulia
{

/// The suggestions for a field, beside it in whatever window it is. The field keeps the focus and passes its
/// keys on: Up and Down choose, Enter and Tab take, Esc puts the list away.
class SuggestionPopup : public QObject
{
    Q_OBJECT
public:
    enum class Side { Above, Below };

    SuggestionPopup(QWidget &field, Side side);
    ~SuggestionPopup() override;

    void show(const QList<Suggestion> &suggestions);
    void hide();
    [[nodiscard]] bool isShown() const;
    /// Whether the key is the list's while it is shown, before it is anybody's.
    [[nodiscard]] bool wants(const QKeyEvent &event) const;
    /// Does what the key says; false if it is not the list's.
    bool takeKey(const QKeyEvent &event);

Q_SIGNALS:
    /// The list is put away by then.
    void taken(const tertulia::Suggestion &suggestion);
    /// By Esc.
    void dismissed();

private:
    void place();
    void take(int row);

    QWidget &m_field;
    const Side m_side;
    QPointer<SuggestionList> m_list; ///< a child of the window, which may go before the field or after it
    QList<Suggestion> m_suggestions;
};

} // namespace tertulia
