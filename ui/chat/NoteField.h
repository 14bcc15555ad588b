// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace tertulia
{

/// What the person noted about a contact, to be read and written. What is too long to be kept is said, and
/// not cut.
class NoteField : public QWidget
{
    Q_OBJECT
public:
    explicit NoteField(QWidget *parent = nullptr);

    /// As it is kept; what is being written stays.
    void setNote(const QString &note);
    void setEditable(bool editable);
    /// What became of the last saved(); empty: nothing to say.
    void setState(const QString &sentence);

Q_SIGNALS:
    void saved(const QString &note);

private:
    void arrange();

    QString m_kept;
    QPlainTextEdit *m_text;
    QLabel *m_tooLong;
    QLabel *m_state;
    QPushButton *m_save;
    QPushButton *m_cancel;
    bool m_editable = false;
};

} // namespace tertulia
