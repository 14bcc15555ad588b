// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/keys/KeyIds.h"

#include <QHash>
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>

class QAction;
class QKeyEvent;
class QWidget;

namespace tertulia
{

class UiSettings;

/// The one table of everything that has a key: what it is called, where it works, which keys it has from the
/// start, and which a person gave it instead. Whoever acts takes a QAction from here, or asks matches(); both
/// follow a change at once, in all windows.
class KeyMap : public QObject
{
    Q_OBJECT
public:
    /// The one map of the program.
    [[nodiscard]] static KeyMap &current();

    /// Reads what was chosen, and keeps there what will be; null: keeps nothing. Must outlive its use.
    void follow(UiSettings *settings);

    /// In the order in which they are shown.
    [[nodiscard]] static const QList<KeyId> &all();
    /// How the settings and QAction::objectName() call it; never changes.
    [[nodiscard]] static QString name(KeyId id);
    [[nodiscard]] static QString text(KeyId id);
    [[nodiscard]] static KeyContext context(KeyId id);
    [[nodiscard]] static KeyGroup group(KeyId id);
    [[nodiscard]] static QString groupText(KeyGroup group);
    [[nodiscard]] static const QList<QKeySequence> &defaults(KeyId id);

    [[nodiscard]] QList<QKeySequence> keys(KeyId id) const;
    /// The first of its keys, for tooltips; may be empty.
    [[nodiscard]] QKeySequence key(KeyId id) const;
    /// As words, "Alt+Up, Ctrl+PgUp"; empty without keys.
    [[nodiscard]] QString keysText(KeyId id) const;
    [[nodiscard]] bool isChanged(KeyId id) const;
    /// Keys of others are not touched: ask conflict() before.
    void setKeys(KeyId id, const QList<QKeySequence> &keys);
    void reset(KeyId id);
    void resetAll();
    /// Whose key it is already, in a place where `id` works too; nothing if it is free.
    [[nodiscard]] std::optional<KeyId> conflict(KeyId id, const QKeySequence &key) const;

    /// Whether the event is a press of one of its keys, for views that deal with keys themselves.
    [[nodiscard]] bool matches(const QKeyEvent &event, KeyId id) const;
    /// A QAction of that name, text and keys, which belongs to `owner` and works in it: in its whole window,
    /// or from it and what is in it, as the context says.
    QAction *addTo(QWidget *owner, KeyId id, const std::function<void()> &act);
    /// Gives the keys to an action that exists (of a menu, with a text of its own).
    void bind(QAction *action, KeyId id);

Q_SIGNALS:
    void changed();

private:
    KeyMap() = default;
    [[nodiscard]] static QString settingOf(KeyId id);
    void keep(KeyId id);

    QPointer<UiSettings> m_settings;
    QHash<KeyId, QList<QKeySequence>> m_chosen;
};

/// Whether a key can mean two things where both contexts are in force.
[[nodiscard]] bool overlap(KeyContext one, KeyContext other);

} // namespace tertulia
