// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How far something is: a line that fills, as quiet as what it tells.
#include "ui/theme/Palette.h"
#include "ui/theme/StyleShapes.h"
#include "ui/theme/TertuliaStyle.h"
#include "ui/theme/Theme.h"

#include <QStyleOption>

namespace tertulia
{

using namespace shapes;

namespace
{

constexpr int kThickness = 6;

} // namespace

void TertuliaStyle::drawProgress(ControlElement element, const QStyleOption *option, QPainter *painter,
                                 const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
    if (!bar)
        return;
    const Palette &p = tokens();
    QRect line(option->rect.left(), 0, option->rect.width(), kThickness);
    line.moveTop(option->rect.center().y() - kThickness / 2);
    if (element == CE_ProgressBarGroove) {
        // There lines are as dark as what fills it.
        const bool outlined = Theme::current().isHighContrast();
        roundedBox(*painter, line, kThickness / 2.0, outlined ? p.field : p.line,
                   outlined ? p.line : QColor());
        return;
    }
    const qint64 all = qint64(bar->maximum) - bar->minimum;
    if (all <= 0) { // nobody knows how far: that is told by movement
        QStyleOptionProgressBar thin = *bar;
        thin.rect = line;
        QProxyStyle::drawControl(element, &thin, painter, widget);
        return;
    }
    const double share = double(qint64(bar->progress) - bar->minimum) / double(all);
    const int width = int(line.width() * std::clamp(share, 0.0, 1.0));
    if (width < 1)
        return;
    QRect done(line.left(), line.top(), std::max(width, kThickness), kThickness);
    if ((bar->direction == Qt::RightToLeft) != bar->invertedAppearance)
        done.moveRight(line.right());
    roundedBox(*painter, done, kThickness / 2.0, p.accent, {});
}

} // namespace tertulia
