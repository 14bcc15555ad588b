// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/modules/xep0084_avatar/OwnPicture.h"

#include <QDialog>

class QImage;

namespace tertulia
{

class PictureCrop;

/// Chooses which part of a picture others see.
class PictureDialog : public QDialog
{
    Q_OBJECT
public:
    PictureDialog(const QImage &picture, QWidget *parent);

Q_SIGNALS:
    void chosen(const tertulia::OwnPicture &picture);

private:
    PictureCrop *m_crop;
};

} // namespace tertulia
