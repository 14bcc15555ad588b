// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/accounts/AccountMarks.h"

#include <QPersistentModelIndex>
#include <QWidget>

namespace tertulia
{

class Avatar;
class ElidedLabel;
class IconButton;

/// The bar on top of a chat: who it is with and how they are, and the chat's buttons.
class ChatHeader : public QWidget
{
    Q_OBJECT
public:
    explicit ChatHeader(QWidget *parent = nullptr);

    /// `contact`: the row in the roster model, invalid for somebody who is not in it; `notes`:
    /// the chat with oneself.
    void setPeer(const QString &address, const QString &name, const QModelIndex &contact, bool notes);
    void setAccount(const AccountMark &mark);
    void setInOwnWindow(bool own);
    /// Where a chat with a window of its own goes back to.
    void setDocksIntoTabs(bool tabs);
    void setDetailsOpen(bool open);
    void setBackVisible(bool visible);
    [[nodiscard]] QString presence() const;

Q_SIGNALS:
    void searchRequested();
    void hostChangeRequested();
    void detailsRequested();
    void backRequested();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    void retranslate();
    void updateFonts();
    void updatePresence();
    void tellAccount();

    QString m_address;
    QString m_peerName;
    bool m_notes = false;
    QPersistentModelIndex m_contact;
    AccountMark m_account;
    bool m_own = false;
    bool m_intoTabs = false;
    IconButton *m_back;
    Avatar *m_avatar;
    ElidedLabel *m_name;
    ElidedLabel *m_presence;
    IconButton *m_search;
    IconButton *m_host;
    IconButton *m_details;
};

} // namespace tertulia
