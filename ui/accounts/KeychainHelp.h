// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace tertulia
{

/// A page in plain words: what a keychain is for, why there is no other way, and how to have one here.
void showKeychainHelp(QWidget *parent);

} // namespace tertulia
