// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/keys/KeyMap.h"

namespace tertulia
{

/// Keeps the key that a control says it has (setShortcutHint()) the one it has.
template <class Control>
void showKey(Control *control, KeyId id)
{
    const auto show = [control, id] { control->setShortcutHint(KeyMap::current().key(id)); };
    QObject::connect(&KeyMap::current(), &KeyMap::changed, control, show);
    show();
}

} // namespace tertulia
