// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/ShortcutsWindow.h"

#include "ui/keys/KeyTree.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/SearchField.h"

#include <QVBoxLayout>

namespace tertulia
{

ShortcutsWindow::ShortcutsWindow(QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keyboard shortcuts"));
    auto *search = new SearchField(tr("Search shortcuts"), this);
    auto *view = new KeyTree(KeyTable::Contents::All, this);
    view->setAccessibleName(tr("Keyboard shortcuts"));
    connect(search, &QLineEdit::textChanged, view, &KeyTree::setFilter);
    connect(search, &SearchField::leaveDown, view, [view] { view->setFocus(Qt::TabFocusReason); });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 14, 14, 14);
    layout->addWidget(search);
    layout->addWidget(view);
    resize(Theme::current().px(560), Theme::current().px(600));
}

} // namespace tertulia
