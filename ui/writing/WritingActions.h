// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/keys/KeyIds.h"
#include "ui/writing/StyleMarks.h"

#include <QObject>

class QAction;
class QMenu;

namespace tertulia
{

class ComposerEdit;

/// What the keys of the field do besides writing: one QAction each, so that menu and keyboard have the same.
class WritingActions : public QObject
{
    Q_OBJECT
public:
    explicit WritingActions(ComposerEdit &field);

    [[nodiscard]] QAction *pastePlain() const { return m_pastePlain; }
    [[nodiscard]] QAction *emoji() const { return m_emoji; }
    [[nodiscard]] QAction *sendLater() const { return m_sendLater; }
    /// A menu with those that format, below `parent`.
    QMenu *addFormatMenu(QMenu *parent);
    void refresh();
    void retranslate();

private:
    QAction *add(KeyId key);
    void addFormat(QAction *&action, KeyId key, StyleMark mark);

    ComposerEdit &m_field;
    QAction *m_strong = nullptr;
    QAction *m_emphasis = nullptr;
    QAction *m_code = nullptr;
    QAction *m_strike = nullptr;
    QAction *m_pastePlain = nullptr;
    QAction *m_emoji = nullptr;
    QAction *m_sendLater = nullptr;
};

} // namespace tertulia
