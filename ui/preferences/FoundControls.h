// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

class QWidget;

namespace tertulia
{

/// The controls below `page` whose name, words or explanation have all words of `wish` in them, whatever
/// their case and accents, from top to bottom; also those on a page of a stack that is not in front. None for
/// a wish without words.
[[nodiscard]] QList<QWidget *> foundControls(const QWidget &page, const QString &wish);
/// Brings the control into view: its pages to the front, its place into the visible part.
void reveal(QWidget &control);

} // namespace tertulia
