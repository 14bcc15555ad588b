// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accessibility/SpokenLabel.h"

#include <QAccessible>
#include <QLabel>

namespace tertulia
{

void showSpoken(QLabel &label, const QString &text)
{
    if (label.text() == text)
        return;
    label.setText(text);
    label.setAccessibleDescription(text);
    if (text.isEmpty() || !label.isVisible())
        return;
    QAccessibleEvent event(&label, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace tertulia
