// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/WorkDialog.h"

#include "core/base/LongWork.h"
#include "ui/theme/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <chrono>

namespace tertulia
{

using namespace std::chrono_literals;

namespace
{
constexpr auto kAMoment = 400ms;
constexpr int kSteps = 1000;
} // namespace

void showProgress(QProgressBar &bar, qint64 done, qint64 all)
{
    bar.setRange(0, all > 0 ? kSteps : 0);
    if (all > 0)
        bar.setValue(int(double(std::min(done, all)) / double(all) * kSteps));
}

WorkDialog::WorkDialog(LongWork &work, const QString &title, QWidget *parent)
    : QDialog(parent)
    , m_work(work)
    , m_bar(new QProgressBar(this))
{
    setWindowTitle(title);
    auto *heading = new QLabel(this);
    heading->setTextFormat(Qt::PlainText);
    heading->setWordWrap(true);
    heading->setText(title);
    heading->setFont(Theme::current().font(1.1, QFont::Bold));
    m_bar->setAccessibleName(tr("Progress"));
    m_bar->setTextVisible(false);
    m_bar->setRange(0, 0);
    m_bar->setMinimumWidth(Theme::current().px(320));
    auto *stop = new QPushButton(tr("Cancel"), this);
    connect(stop, &QPushButton::clicked, this, &WorkDialog::reject);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(stop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(22, 20, 22, 18);
    layout->setSpacing(12);
    layout->addWidget(heading);
    layout->addWidget(m_bar);
    layout->addLayout(buttons);
    connect(&work, &LongWork::progressed, this,
            [this](qint64 done, qint64 all) { showProgress(*m_bar, done, all); });
    QTimer::singleShot(kAMoment, this, [this] {
        if (!m_over)
            show();
    });
}

void WorkDialog::end()
{
    m_over = true;
    hide();
    deleteLater();
}

void WorkDialog::reject()
{
    m_work.cancel();
}

} // namespace tertulia
