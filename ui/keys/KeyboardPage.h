// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/keys/KeyIds.h"

#include <QKeySequence>
#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;

namespace tertulia
{

class KeyRecorder;
class KeyTree;
class SearchField;

/// All actions with their keys, to be changed: choose one, press the new key. A key that something else has
/// is not taken from it without asking.
class KeyboardPage : public QWidget
{
    Q_OBJECT
public:
    explicit KeyboardPage(QWidget *parent = nullptr);

private:
    void showCurrent();
    void record(const QKeySequence &key);
    void assign(const QKeySequence &key);
    void takeOver();
    void say(const QString &sentence, bool asks);

    SearchField *m_search;
    KeyTree *m_tree;
    QLabel *m_action;
    KeyRecorder *m_recorder;
    QPushButton *m_none;
    QPushButton *m_reset;
    QPushButton *m_resetAll;
    QLabel *m_note;
    QPushButton *m_takeOver;
    QKeySequence m_wanted; ///< what the question is about
};

} // namespace tertulia
