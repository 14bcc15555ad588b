// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/PreferencesWindow.h"

#include "ui/accessibility/AccessibleComboBox.h"
#include "ui/preferences/AccountPreferences.h"
#include "ui/preferences/FoundControls.h"
#include "ui/preferences/FoundMarks.h"
#include "ui/preferences/PreferencesPages.h"
#include "ui/text/PlainText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/SearchField.h"
#include "ui/widgets/WordRows.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace tertulia
{

namespace
{

constexpr int kNarrow = 560;

} // namespace

PreferencesWindow::PreferencesWindow(const PreferencesContext &context, QWidget *parent)
    : QDialog(parent)
    , m_search(new SearchField(tr("Search the preferences"), this))
    , m_nothing(new QLabel(this))
    , m_list(new QListWidget(this))
    , m_choice(new QComboBox(this))
    , m_stack(new QStackedWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Preferences"));
    m_list->setAccessibleName(tr("Pages"));
    WordRows::dress(m_list);
    m_nothing->setTextFormat(Qt::PlainText);
    m_nothing->setWordWrap(true);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_nothing->hide();
    // Where a way leads out of here, this is in the way.
    PreferencesContext inner = context;
    inner.addAccount = [this, go = context.addAccount] {
        go();
        close();
    };
    inner.logIn = [this, go = context.logIn](XmppSession *session) {
        go(session);
        close();
    };
    for (const MakePreferencesPage make : preferencesPages())
        addPage(make(inner, this));

    announceComboBox(m_choice, tr("Pages"));
    auto *above = new QVBoxLayout;
    above->setContentsMargins(16, 0, 20, 0);
    above->setSpacing(8);
    above->addWidget(m_choice);
    above->addWidget(m_nothing);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addLayout(above);
    column->addWidget(m_stack, 1);
    auto *sides = new QHBoxLayout;
    sides->setSpacing(0);
    sides->addSpacing(8);
    sides->addWidget(m_list);
    sides->addLayout(column, 1);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(12, 0, 20, 0);
    top->addWidget(m_search);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(top);
    layout->addLayout(sides, 1);
    connect(m_list, &QListWidget::currentRowChanged, this, &PreferencesWindow::choose);
    // A screen reader selects without making the row the current one.
    connect(m_list, &QListWidget::itemSelectionChanged, this, [this] {
        if (const auto selected = m_list->selectedItems(); !selected.isEmpty())
            m_list->setCurrentItem(selected.constFirst());
    });
    connect(m_choice, &QComboBox::activated, m_list, [this](int row) { m_list->setCurrentRow(row); });
    connect(m_search, &QLineEdit::textChanged, this, &PreferencesWindow::search);
    connect(m_search, &QLineEdit::returnPressed, this, &PreferencesWindow::goToFound);
    connect(m_search, &SearchField::leaveDown, this, &PreferencesWindow::goToFound);
    connect(&Theme::current(), &Theme::changed, this, &PreferencesWindow::arrangeList);
    arrangeList();
    m_list->setCurrentRow(0);
    m_list->setFocus();
    resize(Theme::current().px(800), Theme::current().px(620));
}

void PreferencesWindow::addPage(PreferencesPage *page)
{
    auto *scroll = new QScrollArea(m_stack);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(page);
    m_stack->addWidget(scroll);
    auto *row = new QListWidgetItem(icon(page->icon()), page->title(), m_list);
    row->setData(Qt::AccessibleTextRole, page->title());
    m_choice->addItem(page->title());
    m_pages << page;
    m_marks << new FoundMarks(page);
}

void PreferencesWindow::arrangeList()
{
    m_list->setFixedWidth(m_list->sizeHintForColumn(0) + Theme::current().px(12));
}

void PreferencesWindow::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    // A list beside the page needs the room; a narrow window chooses above it.
    const bool narrow = width() < Theme::current().px(kNarrow);
    m_list->setVisible(!narrow);
    m_choice->setVisible(narrow);
}

void PreferencesWindow::bringForward(PreferencesPage *page)
{
    m_list->setCurrentRow(static_cast<int>(m_pages.indexOf(page)));
}

void PreferencesWindow::openAccount(const QString &accountId, AccountsPage::Tab tab)
{
    if (auto *page = openPage<AccountPreferences>())
        page->accounts()->open(accountId, tab);
}

void PreferencesWindow::choose(int row)
{
    if (row < 0)
        return;
    m_stack->setCurrentIndex(row);
    m_choice->setCurrentIndex(row);
    // What was found there begins at its first.
    m_next = 0;
    if (const QList<QWidget *> there = found(row); !there.isEmpty())
        reveal(*there.constFirst());
}

QList<QWidget *> PreferencesWindow::found(int row) const
{
    return m_marks.at(row)->marked();
}

void PreferencesWindow::search(const QString &wish)
{
    int first = -1;
    for (int row = 0; row < m_pages.size(); ++row) {
        const QList<QWidget *> there = foundControls(*m_pages.at(row), wish);
        m_marks.at(row)->mark(there);
        m_list->item(row)->setHidden(!wish.trimmed().isEmpty() && there.isEmpty());
        if (first < 0 && !there.isEmpty())
            first = row;
    }
    const bool nothing = first < 0 && !wish.trimmed().isEmpty();
    m_nothing->setText(tr("Nothing found for “%1”.").arg(shownName(wish)));
    m_nothing->setVisible(nothing);
    m_stack->setVisible(!nothing);
    // The page in front stays if it has something of it.
    if (first >= 0 && found(m_stack->currentIndex()).isEmpty())
        m_list->setCurrentRow(first);
    else
        choose(m_stack->currentIndex());
}

void PreferencesWindow::goToFound()
{
    const QList<QWidget *> there = found(m_stack->currentIndex());
    if (there.isEmpty())
        return;
    QWidget *control = there.at(m_next % there.size());
    ++m_next;
    reveal(*control);
    control->setFocus(Qt::ShortcutFocusReason);
}

} // namespace tertulia
