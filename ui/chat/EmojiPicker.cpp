// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/EmojiPicker.h"

#include "ui/theme/Theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QScreen>
#include <QScrollBar>
#include <QToolButton>

namespace tertulia
{

namespace
{

constexpr int kColumns = 9;
constexpr int kCell = 36;
constexpr int kRows = 6;

} // namespace

EmojiPicker::EmojiPicker(QWidget *parent)
    : QWidget(parent, Qt::Popup)
    , m_search(new QLineEdit(this))
    , m_grid(new QListWidget(this))
    , m_name(new QLabel(this))
    , m_groups(new QButtonGroup(this))
{
    const Theme &theme = Theme::current();
    setAccessibleName(tr("Emoji"));
    m_search->setPlaceholderText(tr("Search emoji"));
    m_search->setAccessibleName(tr("Search emoji"));
    m_search->installEventFilter(this);

    const int cell = theme.px(kCell);
    m_grid->setAccessibleName(tr("Emoji"));
    m_grid->setViewMode(QListView::IconMode);
    m_grid->setMovement(QListView::Static);
    m_grid->setResizeMode(QListView::Adjust);
    m_grid->setUniformItemSizes(true);
    m_grid->setGridSize({cell, cell});
    m_grid->setFont(theme.font(1.6));
    m_grid->setFrameShape(QFrame::NoFrame);
    m_grid->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_grid->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    m_grid->setFixedSize(cell * kColumns + m_grid->verticalScrollBar()->sizeHint().width() + 6, cell * kRows);
    m_grid->installEventFilter(this);
    m_grid->setMouseTracking(true);

    m_name->setTextFormat(Qt::PlainText);
    m_name->setFont(theme.font(0.89));
    auto *tabs = new QHBoxLayout;
    tabs->setSpacing(2);
    const QStringList names{tr("Faces"),          tr("Gestures and hearts"), tr("Animals and nature"),
                            tr("Food and drink"), tr("Activities"),          tr("Travel and places"),
                            tr("Objects"),        tr("Symbols and flags")};
    for (int group = 0; group < kEmojiGroups; ++group) {
        auto *tab = new QToolButton(this);
        tab->setAutoRaise(true);
        tab->setCheckable(true);
        tab->setFixedSize(theme.px(34), theme.px(34));
        tab->setFont(theme.font(1.25));
        tab->setAccessibleName(names[group]);
        tab->setToolTip(names[group]);
        for (const Emoji &emoji : allEmoji()) {
            if (int(emoji.group) == group) {
                tab->setText(emoji.text);
                break;
            }
        }
        m_groups->addButton(tab, group);
        tabs->addWidget(tab);
    }
    tabs->addStretch();

    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(10, 10, 10, 8);
    all->setSpacing(6);
    all->addWidget(m_search);
    all->addLayout(tabs);
    all->addWidget(m_grid);
    all->addWidget(m_name);

    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.trimmed().isEmpty())
            showGroup(qMax(0, m_groups->checkedId()));
        else
            show(findEmoji(text));
    });
    connect(m_groups, &QButtonGroup::idClicked, this, [this](int group) {
        m_search->clear();
        showGroup(group);
    });
    connect(m_grid, &QListWidget::itemClicked, this, &EmojiPicker::take);
    connect(m_grid, &QListWidget::itemEntered, this, [this](const QListWidgetItem *item) {
        m_name->setText(item->data(Qt::AccessibleTextRole).toString());
    });
    connect(m_grid, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        m_name->setText(item ? item->data(Qt::AccessibleTextRole).toString() : QString());
    });
    m_groups->button(0)->setChecked(true);
    showGroup(0);
}

void EmojiPicker::openAt(const QWidget *anchor)
{
    openAt(QRect(anchor->mapToGlobal(QPoint(0, 0)), anchor->size()));
}

void EmojiPicker::openAt(const QRect &anchor)
{
    adjustSize();
    const int x = layoutDirection() == Qt::RightToLeft ? anchor.left() : anchor.right() + 1 - width();
    QRect place(QPoint(x, anchor.top() - 6 - height()), size());
    const QRect screen = parentWidget()->screen()->availableGeometry();
    if (place.top() < screen.top())
        place.moveTop(qMin(anchor.bottom() + 6, qMax(screen.top(), screen.bottom() + 1 - height())));
    place.moveLeft(
        qBound(screen.left(), place.left(), qMax(screen.left(), screen.right() + 1 - place.width())));
    setGeometry(place);
    QWidget::show();
    m_search->setFocus(Qt::PopupFocusReason);
}

void EmojiPicker::show(const QList<Emoji> &emoji)
{
    m_grid->clear();
    for (const Emoji &each : emoji) {
        auto *item = new QListWidgetItem(each.text, m_grid);
        item->setTextAlignment(Qt::AlignCenter);
        item->setData(Qt::AccessibleTextRole, each.name());
        item->setToolTip(each.name());
    }
    if (m_grid->count() > 0)
        m_grid->setCurrentRow(0);
    else
        m_name->setText(tr("Nothing found"));
}

void EmojiPicker::showGroup(int group)
{
    QList<Emoji> shown;
    for (const Emoji &emoji : allEmoji()) {
        if (int(emoji.group) == group)
            shown << emoji;
    }
    show(shown);
}

void EmojiPicker::take()
{
    const QListWidgetItem *item = m_grid->currentItem();
    if (!item)
        return;
    const QString emoji = item->text();
    close();
    Q_EMIT chosen(emoji);
}

bool EmojiPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        take();
        return true;
    }
    if (watched == m_search && key->key() == Qt::Key_Down) {
        m_grid->setFocus(Qt::TabFocusReason);
        return true;
    }
    if (watched == m_grid && key->key() == Qt::Key_Up && m_grid->currentRow() < kColumns) {
        m_search->setFocus(Qt::TabFocusReason);
        return true;
    }
    // Letters go on searching wherever the cursor is.
    if (watched == m_grid && !key->text().isEmpty() && key->text().front().isLetter()) {
        m_search->setFocus(Qt::OtherFocusReason);
        m_search->insert(key->text());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void EmojiPicker::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Palette &colors = Theme::current().palette();
    painter.fillRect(rect(), colors.pane);
    painter.setPen(colors.line);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace tertulia
