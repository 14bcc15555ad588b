// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDialog>
#include <QList>
#include <QPointer>
#include <QTime>

class QCheckBox;
class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace tertulia
{

class Accounts;
class SearchField;
class XmppSession;

/// What goes over the wire of one account, from the moment the window opens, and a field to say something by
/// hand (UI e.7, Advanced). Nothing of it is written anywhere.
class XmlConsole : public QDialog
{
    Q_OBJECT
public:
    explicit XmlConsole(Accounts &accounts, QWidget *parent = nullptr);
    ~XmlConsole() override;

    /// So many pieces are kept, the last ones.
    static constexpr qsizetype kMost = 1000;

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Piece {
        QTime time;
        bool outgoing = false;
        QString xml;
    };

    void build();
    void listen(XmppSession *session);
    void take(bool outgoing, const QByteArray &xml);
    void showPiece(const Piece &piece);
    void showAll();
    void clear();
    void check();
    void send();
    [[nodiscard]] bool isWanted(const Piece &piece) const;

    Accounts &m_accounts;
    QPointer<XmppSession> m_session;
    QList<Piece> m_pieces;
    QComboBox *m_account;
    SearchField *m_filter;
    QCheckBox *m_pause;
    QPushButton *m_clear;
    QPlainTextEdit *m_view;
    QPlainTextEdit *m_field;
    QLabel *m_trouble;
    QPushButton *m_send;
};

} // namespace tertulia
