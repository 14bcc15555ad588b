// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What can be seen to be wrong with a window without a person's eyes (UI R34, e.0, e.14). Each gives one line
// for each fault, none if all is well; `window` is shown and laid out.
#pragma once

#include <QHash>
#include <QRect>
#include <QStringList>

class QImage;
class QWidget;

namespace tertulia::test
{

/// Controls that take the focus and have no accessible name or no role.
QStringList namelessControls(const QWidget &window);
/// Places where the Tab key goes against the direction of reading, or does not leave again.
QStringList tabFaults(const QWidget &window);
/// Things to click on that are smaller than 24 by 24.
QStringList smallTargets(const QWidget &window);
/// Texts that have less room than they take.
QStringList clippedTexts(const QWidget &window);
/// Texts that stand out from what is behind them by less than 4.5 to 1 in `picture`, which is of the window.
QStringList faintTexts(const QWidget &window, const QImage &picture);
/// The names of emoji on buttons, which come from a table, are left out.
/// Texts that did not come from PseudoTranslator, nor are what somebody is called, an address or another
/// datum.
QStringList untranslatedTexts(const QWidget &window, const QStringList &data);

/// Where each visible widget of a window stands in it, by its place in the tree of widgets.
using Geometry = QHash<QString, QRect>;
Geometry geometryOf(const QWidget &window);
/// Widgets that do not stand on the other side once the window is laid out from right to left.
QStringList unmirrored(const Geometry &leftToRight, const Geometry &rightToLeft, int windowWidth);

} // namespace tertulia::test
