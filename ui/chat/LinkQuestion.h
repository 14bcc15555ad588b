// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QUrl;
class QWidget;

namespace tertulia
{

class UiSettings;

/// Opens a link of a message as the desktop does, once the person has agreed if they want to be asked.
void openLink(const QUrl &url, const UiSettings &settings, QWidget *window);

} // namespace tertulia
