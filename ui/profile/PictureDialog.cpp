// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profile/PictureDialog.h"

#include "ui/profile/PictureCrop.h"
#include "ui/profile/PictureFile.h"
#include "ui/widgets/Buttons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSlider>
#include <QVBoxLayout>

namespace tertulia
{

namespace
{

constexpr int kSliderSteps = 100;

} // namespace

PictureDialog::PictureDialog(const QImage &picture, QWidget *parent)
    : QDialog(parent)
    , m_crop(new PictureCrop(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Your picture"));
    m_crop->setPicture(picture);
    auto *size = new QSlider(Qt::Horizontal, this);
    size->setAccessibleName(tr("How near"));
    size->setRange(0, kSliderSteps);
    auto *told = new QLabel(tr("Everybody who knows your address can see your picture."), this);
    told->setTextFormat(Qt::PlainText);
    told->setWordWrap(true);
    told->setForegroundRole(QPalette::PlaceholderText);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    auto *use = new PrimaryButton(tr("Use picture"), this);
    use->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(use);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(22, 18, 22, 18);
    layout->setSpacing(10);
    layout->addWidget(m_crop, 0, Qt::AlignHCenter);
    layout->addWidget(size);
    layout->addWidget(told);
    layout->addLayout(buttons);
    connect(size, &QSlider::valueChanged, this,
            [this](int value) { m_crop->setZoom(1 + (PictureCrop::kNearest - 1) * value / kSliderSteps); });
    connect(m_crop, &PictureCrop::zoomChanged, size, [size](double zoom) {
        const QSignalBlocker quiet(size);
        size->setValue(qRound((zoom - 1) / (PictureCrop::kNearest - 1) * kSliderSteps));
    });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(use, &QPushButton::clicked, this, [this] {
        const OwnPicture own = asOwnPicture(m_crop->square());
        accept();
        if (!own.isEmpty())
            Q_EMIT chosen(own);
    });
    m_crop->setFocus();
}

} // namespace tertulia
