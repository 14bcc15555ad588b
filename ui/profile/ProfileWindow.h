// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/modules/profile/ProfileModule.h"

#include <QDialog>
#include <QPointer>

class QComboBox;
class QLabel;
class QPushButton;

namespace tertulia
{

class Avatar;
class ProfileForm;
class XmppSession;

/// The own profile of one account: its picture and its card, as the server has them, to be changed there.
class ProfileWindow : public QDialog
{
    Q_OBJECT
public:
    ProfileWindow(XmppSession &session, QWidget *parent);

    /// Shows what somebody tells of themselves, as if the server had said so.
    void show(const OwnProfile &profile);

private:
    void fetch();
    void save();
    void choosePicture();
    void publishPicture(const OwnPicture &picture);
    void showPicture();
    void arrange();
    void say(const QString &sentence);
    [[nodiscard]] ProfileModule &module() const;

    QPointer<XmppSession> m_session;
    Avatar *m_avatar;
    QPushButton *m_choose;
    QPushButton *m_remove;
    ProfileForm *m_form;
    QComboBox *m_audience;
    QLabel *m_told;
    QLabel *m_state;
    QPushButton *m_save;
    bool m_known = false; ///< what the server has stands in the form
    bool m_busy = false;
};

} // namespace tertulia
