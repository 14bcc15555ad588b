// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/ShortcutsWindow.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/SearchField.h"

#include <QHeaderView>
#include <QKeySequence>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

namespace tertulia
{

using namespace Qt::StringLiterals;

ShortcutsWindow::ShortcutsWindow(QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keyboard shortcuts"));
    auto *model = new QStandardItemModel(0, 2, this);
    model->setHorizontalHeaderLabels({tr("Action"), tr("Keys")});
    const auto add = [model](const QString &action, const QStringList &keys) {
        QStringList native;
        for (const QString &key : keys)
            native << QKeySequence::fromString(key).toString(QKeySequence::NativeText);
        auto *what = new QStandardItem(action);
        auto *how = new QStandardItem(native.join(u", "_s));
        what->setData(QString(action + u": "_s + native.join(u", "_s)), Qt::AccessibleTextRole);
        what->setEditable(false);
        how->setEditable(false);
        model->appendRow({what, how});
    };
    add(tr("Search or jump"), {u"Ctrl+K"_s});
    add(tr("New chat"), {u"Ctrl+N"_s});
    add(tr("Show contacts"), {u"Ctrl+J"_s});
    add(tr("Previous chat"), {u"Alt+Up"_s, u"Ctrl+PgUp"_s});
    add(tr("Next chat"), {u"Alt+Down"_s, u"Ctrl+PgDown"_s});
    add(tr("Previous unread chat"), {u"Alt+Shift+Up"_s});
    add(tr("Next unread chat"), {u"Alt+Shift+Down"_s});
    add(tr("First to ninth chat of the list"), {u"Ctrl+1"_s, u"Ctrl+9"_s});
    add(tr("Open the chosen row in its own window"), {u"Ctrl+Return"_s});
    add(tr("Open the chat in its own window, or bring it back"), {u"Ctrl+Shift+O"_s});
    add(tr("Find in chat"), {u"Ctrl+F"_s});
    add(tr("Details of the chat"), {u"Ctrl+."_s});
    add(tr("Write a message"), {u"Ctrl+Shift+T"_s});
    add(tr("Send"), {u"Return"_s});
    add(tr("New line in a message"), {u"Shift+Return"_s});
    add(tr("Edit my last message"), {u"Up"_s, u"Ctrl+Up"_s});
    add(tr("Choose a message while writing"), {u"Ctrl+Shift+Up"_s, u"Ctrl+Shift+Down"_s});
    add(tr("Reply to the chosen or last message"), {u"Ctrl+Shift+R"_s});
    add(tr("React to the chosen or last message"), {u"Ctrl+Shift+E"_s});
    add(tr("Reply to a message of the conversation, copy it"), {u"R"_s, u"C"_s});
    add(tr("Scroll the conversation while writing"), {u"Shift+PgUp"_s, u"Shift+PgDown"_s});
    add(tr("Close chat"), {u"Ctrl+W"_s});
    add(tr("Next part of the window"), {u"F6"_s});
    add(tr("Previous part of the window"), {u"Shift+F6"_s});
    add(tr("Menu of a row"), {u"Shift+F10"_s});
    add(tr("Rename contact"), {u"F2"_s});
    add(tr("Choose status"), {u"Ctrl+Shift+L"_s});
    add(tr("Larger, smaller and normal text"), {u"Ctrl++"_s, u"Ctrl+-"_s, u"Ctrl+0"_s});
    add(tr("Show menu bar"), {u"Ctrl+M"_s});
    add(tr("Full screen"), {u"F11"_s});
    add(tr("Preferences"), {u"Ctrl+,"_s});
    add(tr("This list"), {u"F1"_s, u"Ctrl+?"_s});
    add(tr("Quit"), {u"Ctrl+Q"_s});

    auto *filter = new QSortFilterProxyModel(this);
    filter->setSourceModel(model);
    filter->setFilterKeyColumn(-1);
    filter->setFilterCaseSensitivity(Qt::CaseInsensitive);
    auto *search = new SearchField(tr("Search shortcuts"), this);
    auto *view = new QTreeView(this);
    view->setAccessibleName(tr("Keyboard shortcuts"));
    view->setModel(filter);
    view->setRootIsDecorated(false);
    view->setHeaderHidden(true);
    view->setUniformRowHeights(true);
    view->header()->setStretchLastSection(false);
    view->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    view->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    view->setFrameShape(QFrame::NoFrame);
    view->viewport()->setBackgroundRole(QPalette::Window);
    connect(search, &QLineEdit::textChanged, filter, &QSortFilterProxyModel::setFilterFixedString);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 14, 14, 14);
    layout->addWidget(search);
    layout->addWidget(view);
    resize(Theme::current().px(560), Theme::current().px(560));
}

} // namespace tertulia
