// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QImage>

class QLabel;

namespace tertulia
{

class XmppSession;

/// The address of an account to be handed on: as a code for another one's camera, and as a link.
class AddressCode : public QDialog
{
    Q_OBJECT
public:
    AddressCode(XmppSession &session, QWidget *parent);

private:
    void copyLink();
    void savePicture();

    QString m_link;
    QString m_address;
    QLabel *m_state;
};

} // namespace tertulia
