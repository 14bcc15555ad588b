// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/KeyboardPage.h"

#include "ui/keys/KeyMap.h"
#include "ui/keys/KeyRecorder.h"
#include "ui/keys/KeyTree.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/SearchField.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace tertulia
{

namespace
{

QString words(const QKeySequence &key)
{
    return key.toString(QKeySequence::NativeText);
}

/// A key that writes something cannot be one of those that work while one writes.
bool writes(const QKeySequence &key)
{
    const QKeyCombination pressed = key[0];
    return !(pressed.keyboardModifiers() & ~Qt::ShiftModifier) && pressed.key() < Qt::Key_Escape;
}

} // namespace

KeyboardPage::KeyboardPage(QWidget *parent)
    : QWidget(parent)
    , m_search(new SearchField(tr("Search shortcuts"), this))
    , m_tree(new KeyTree(KeyTable::Contents::Changeable, this))
    , m_action(new QLabel(this))
    , m_recorder(new KeyRecorder(this))
    , m_none(new QPushButton(tr("No key"), this))
    , m_reset(new QPushButton(tr("Reset"), this))
    , m_resetAll(new QPushButton(tr("Reset all"), this))
    , m_note(new QLabel(this))
    , m_takeOver(new QPushButton(tr("Use it here"), this))
{
    m_tree->setAccessibleName(tr("Keyboard shortcuts"));
    m_tree->setMinimumHeight(Theme::current().px(240));
    m_action->setTextFormat(Qt::PlainText);
    m_action->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_takeOver->setAutoDefault(false);
    for (QPushButton *button : {m_none, m_reset, m_resetAll})
        button->setAutoDefault(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_search);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_action);
    auto *row = new QHBoxLayout;
    row->addWidget(m_recorder, 1);
    row->addWidget(m_none);
    row->addWidget(m_reset);
    layout->addLayout(row);
    auto *question = new QHBoxLayout;
    question->addWidget(m_note, 1);
    question->addWidget(m_takeOver);
    layout->addLayout(question);
    layout->addWidget(m_resetAll, 0, Qt::AlignLeading);

    connect(m_search, &QLineEdit::textChanged, m_tree, &KeyTree::setFilter);
    connect(m_search, &SearchField::leaveDown, m_tree, [this] { m_tree->setFocus(Qt::TabFocusReason); });
    connect(m_tree, &KeyTree::currentIdChanged, this, &KeyboardPage::showCurrent);
    connect(m_tree, &QTreeView::activated, this, [this] { m_recorder->setFocus(Qt::OtherFocusReason); });
    connect(m_recorder, &KeyRecorder::recorded, this, &KeyboardPage::record);
    connect(m_recorder, &KeyRecorder::givenUp, m_tree, [this] { m_tree->setFocus(Qt::OtherFocusReason); });
    connect(m_takeOver, &QPushButton::clicked, this, &KeyboardPage::takeOver);
    connect(m_none, &QPushButton::clicked, this, [this] {
        if (const auto id = m_tree->currentId())
            KeyMap::current().setKeys(*id, {});
    });
    connect(m_reset, &QPushButton::clicked, this, [this] {
        if (const auto id = m_tree->currentId())
            KeyMap::current().reset(*id);
    });
    connect(m_resetAll, &QPushButton::clicked, this, [] { KeyMap::current().resetAll(); });
    connect(&KeyMap::current(), &KeyMap::changed, this, &KeyboardPage::showCurrent);
    showCurrent();
}

void KeyboardPage::showCurrent()
{
    const auto id = m_tree->currentId();
    m_action->setText(id ? KeyMap::text(*id) : tr("Choose an action to change its key."));
    m_recorder->setText(id ? KeyMap::current().keysText(*id) : QString());
    m_recorder->setEnabled(id.has_value());
    m_none->setEnabled(id && !KeyMap::current().keys(*id).isEmpty());
    m_reset->setEnabled(id && KeyMap::current().isChanged(*id));
    bool any = false;
    for (const KeyId each : KeyMap::all())
        any = any || KeyMap::current().isChanged(each);
    m_resetAll->setEnabled(any);
    say({}, false);
}

void KeyboardPage::say(const QString &sentence, bool asks)
{
    m_note->setText(sentence);
    m_note->setVisible(!sentence.isEmpty());
    m_takeOver->setVisible(asks);
}

void KeyboardPage::record(const QKeySequence &key)
{
    const auto id = m_tree->currentId();
    if (!id)
        return;
    if (writes(key) && KeyMap::context(*id) != KeyContext::Reading) {
        say(tr("%1 is needed for writing. Take it together with Ctrl or Alt.").arg(words(key)), false);
        return;
    }
    const auto other = KeyMap::current().conflict(*id, key);
    if (!other) {
        assign(key);
        return;
    }
    m_wanted = key;
    m_recorder->setText(words(key));
    say(tr("%1 is the key of “%2”.").arg(words(key), KeyMap::text(*other)), true);
    m_takeOver->setFocus(Qt::OtherFocusReason);
}

void KeyboardPage::assign(const QKeySequence &key)
{
    if (const auto id = m_tree->currentId())
        KeyMap::current().setKeys(*id, {key});
    showCurrent();
    m_tree->setFocus(Qt::OtherFocusReason);
}

void KeyboardPage::takeOver()
{
    const auto id = m_tree->currentId();
    const QKeySequence wanted = std::exchange(m_wanted, {});
    if (!id || wanted.isEmpty())
        return;
    while (const auto other = KeyMap::current().conflict(*id, wanted)) {
        QList<QKeySequence> rest = KeyMap::current().keys(*other);
        rest.removeAll(wanted);
        KeyMap::current().setKeys(*other, rest);
    }
    assign(wanted);
}

} // namespace tertulia
