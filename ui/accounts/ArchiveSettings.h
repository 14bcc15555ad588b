// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/modules/xep0441_preferences/ArchivePreferences.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace tertulia
{

class ArchiveFill;
class XmppSession;
struct ArchiveProgress;

/// The account's archive: how much of it is here, how far back it is fetched, and what the server keeps.
class ArchiveSettings : public QWidget
{
    Q_OBJECT
public:
    /// `session` must outlive this.
    explicit ArchiveSettings(XmppSession &session, QWidget *parent = nullptr);

    /// How far it is, in words.
    [[nodiscard]] static QString progressText(const ArchiveProgress &progress);

private:
    void refresh();
    void askServer();
    void tellServer();
    void take(const Result<ArchivePreferences> &answer);

    XmppSession &m_session;
    ArchiveFill &m_fill;
    QLabel *m_progressText;
    QProgressBar *m_bar;
    QPushButton *m_pause;
    QComboBox *m_reach;
    QComboBox *m_standard;
    QLabel *m_answer;
    std::optional<ArchivePreferences> m_preferences; ///< as the server told them
};

} // namespace tertulia
