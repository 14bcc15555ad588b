// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Icons.h"

#include <QWidget>

class QSpacerItem;

namespace tertulia
{

class ElidedLabel;
class IconButton;

/// Above the field of the composer: what the words in it are going to be, and a button that makes them an
/// ordinary message again.
class ComposerBar : public QWidget
{
    Q_OBJECT
public:
    explicit ComposerBar(QWidget *parent = nullptr);

    /// `title`: what happens; `text`: a line of the message that it is about, untrusted; `closeName`: what
    /// the button does.
    void say(Icons icon, const QString &title, const QString &text, const QString &closeName);

Q_SIGNALS:
    void closed();
    /// The person wants to see the message that it is about.
    void pressed();

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void restyle();

    Icons m_icon = Icons::Reply;
    QSpacerItem *m_iconRoom; ///< the layout's; on the leading side
    ElidedLabel *m_title;
    ElidedLabel *m_text;
    IconButton *m_close;
};

} // namespace tertulia
