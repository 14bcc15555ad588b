// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/emoji/EmojiPicker.h"

#include "ui/emoji/EmojiGrid.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ElidedLabel.h"

#include <QActionGroup>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QScreen>
#include <QToolButton>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kTab = 34;
constexpr int kRecent = kEmojiGroups; ///< the tab of those used last

/// What stands for a skin tone by itself.
Emoji hand()
{
    const QList<Emoji> found = findEmoji(u"✋"_s);
    return found.isEmpty() ? Emoji() : found.first();
}

} // namespace

EmojiPicker::EmojiPicker(UiSettings *settings, QWidget *parent)
    : QWidget(parent, Qt::Popup)
    , m_habits(settings)
    , m_search(new QLineEdit(this))
    , m_tone(new QToolButton(this))
    , m_grid(new EmojiGrid(this))
    , m_name(new ElidedLabel(this))
    , m_groups(new QButtonGroup(this))
{
    setAccessibleName(tr("Emoji"));
    m_search->setPlaceholderText(tr("Search emoji"));
    m_search->setAccessibleName(tr("Search emoji"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_grid->setAccessibleName(tr("Emoji"));
    m_grid->installEventFilter(this);
    m_name->setFont(Theme::current().font(0.89));

    auto *top = new QHBoxLayout;
    top->setSpacing(6);
    top->addWidget(m_search, 1);
    addTone(top);
    auto *tabs = new QHBoxLayout;
    tabs->setSpacing(2);
    addTabs(tabs);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(10, 10, 10, 8);
    all->setSpacing(6);
    all->addLayout(top);
    all->addLayout(tabs);
    all->addWidget(m_grid);
    all->addWidget(m_name);

    connect(m_search, &QLineEdit::textChanged, this, &EmojiPicker::refresh);
    connect(m_grid, &EmojiGrid::taken, this, &EmojiPicker::take);
    connect(m_grid, &EmojiGrid::hovered, m_name, &ElidedLabel::setText);
    connect(m_grid, &EmojiGrid::currentChangedTo, m_name, &ElidedLabel::setText);
    connect(m_grid, &EmojiGrid::leaveUp, m_search, [this] { m_search->setFocus(Qt::TabFocusReason); });
    // Letters go on searching wherever the cursor is.
    connect(m_grid, &EmojiGrid::typed, m_search, [this](const QString &text) {
        m_search->setFocus(Qt::OtherFocusReason);
        m_search->insert(text);
    });
    connect(m_grid, &EmojiGrid::tonesRequested, this,
            [this](int row, const QPoint &place) { openToneMenu(m_grid->cell(row).emoji, place); });
    m_groups->button(m_habits.recent().isEmpty() ? 0 : kRecent)->setChecked(true);
    refresh();
}

void EmojiPicker::addTabs(QHBoxLayout *tabs)
{
    const Theme &theme = Theme::current();
    QList<QString> firsts(kEmojiGroups);
    for (const Emoji &emoji : allEmoji()) {
        QString &first = firsts[int(emoji.group)];
        if (first.isEmpty())
            first = emoji.text();
    }
    const auto add = [&](int id, const QString &name) {
        auto *tab = new QToolButton(this);
        tab->setAutoRaise(true);
        tab->setCheckable(true);
        tab->setFixedSize(theme.px(kTab), theme.px(kTab));
        tab->setAccessibleName(name);
        tab->setToolTip(name);
        m_groups->addButton(tab, id);
        tabs->addWidget(tab);
        return tab;
    };
    add(kRecent, tr("Used last"))->setIcon(icon(Icons::Clock));
    for (int group = 0; group < kEmojiGroups; ++group) {
        QToolButton *tab = add(group, EmojiWords::group(EmojiGroup(group)));
        tab->setFont(theme.emojiFont(1.2));
        tab->setText(firsts[group]);
    }
    tabs->addStretch();
    connect(m_groups, &QButtonGroup::idClicked, this, [this] {
        if (m_search->text().isEmpty())
            refresh();
        else
            m_search->clear();
    });
}

void EmojiPicker::addTone(QHBoxLayout *row)
{
    m_tone->setAutoRaise(true);
    m_tone->setFont(Theme::current().emojiFont(1.2));
    m_tone->setFixedSize(Theme::current().px(kTab), Theme::current().px(kTab));
    m_tone->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_tone);
    auto *tones = new QActionGroup(menu);
    for (int tone = 0; tone < kSkinTones; ++tone) {
        QAction *action = menu->addAction(
            QString(hand().withTone(SkinTone(tone)) + u"  "_s + EmojiWords::tone(SkinTone(tone))));
        action->setCheckable(true);
        action->setChecked(SkinTone(tone) == m_habits.tone());
        tones->addAction(action);
        connect(action, &QAction::triggered, this, [this, tone] { setTone(SkinTone(tone)); });
    }
    m_tone->setMenu(menu);
    row->addWidget(m_tone);
    setTone(m_habits.tone());
}

void EmojiPicker::setTone(SkinTone tone)
{
    m_habits.setTone(tone);
    m_tone->setText(hand().withTone(tone));
    const QString name = tr("Skin tone: %1").arg(EmojiWords::tone(tone));
    m_tone->setAccessibleName(name);
    m_tone->setToolTip(name);
    if (m_groups->checkedId() >= 0)
        refresh();
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
    show();
    m_search->setFocus(Qt::PopupFocusReason);
}

void EmojiPicker::refresh()
{
    if (!m_search->text().trimmed().isEmpty())
        showEmoji(findEmoji(m_search->text()));
    else if (m_groups->checkedId() == kRecent)
        showRecent();
    else
        showEmoji(allEmoji());
}

/// All that are given while something is searched, else those of the group.
void EmojiPicker::showEmoji(const QList<Emoji> &emoji)
{
    const bool searching = !m_search->text().trimmed().isEmpty();
    const SkinTone tone = m_habits.tone();
    QList<EmojiCell> cells;
    for (const Emoji &each : emoji) {
        if (searching || int(each.group) == m_groups->checkedId()) {
            cells << EmojiCell{each.withTone(tone), each.name(each.takesTone() ? tone : SkinTone::None),
                               each};
        }
    }
    m_grid->setCells(std::move(cells));
    if (m_grid->count() == 0)
        m_name->setText(tr("Nothing found"));
}

void EmojiPicker::showRecent()
{
    QList<EmojiCell> cells;
    for (const QString &text : m_habits.recent())
        cells << EmojiCell{text, emojiName(text)};
    m_grid->setCells(std::move(cells));
    if (m_grid->count() == 0)
        m_name->setText(tr("None yet"));
}

/// To another tab, round the corner at the ends.
void EmojiPicker::step(int by)
{
    const QList<QAbstractButton *> tabs = m_groups->buttons();
    const qsizetype at = tabs.indexOf(m_groups->checkedButton());
    tabs[(at + by + tabs.size()) % tabs.size()]->click();
}

void EmojiPicker::openToneMenu(const Emoji &emoji, const QPoint &place)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("Skin tones"));
    for (int tone = 0; tone < kSkinTones; ++tone) {
        const QString text = emoji.withTone(SkinTone(tone));
        menu->addAction(QString(text + u"  "_s + EmojiWords::tone(SkinTone(tone))), this,
                        [this, text] { take(text); });
    }
    menu->popup(place);
}

void EmojiPicker::take(const QString &emoji)
{
    m_habits.use(emoji);
    close();
    Q_EMIT chosen(emoji);
}

bool EmojiPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool page = key->key() == Qt::Key_PageUp || key->key() == Qt::Key_PageDown;
    if (page && key->modifiers().testFlag(Qt::ControlModifier)) {
        step(key->key() == Qt::Key_PageUp ? -1 : 1);
        return true;
    }
    if (watched != m_search)
        return QWidget::eventFilter(watched, event);
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        if (const EmojiCell *cell = m_grid->current())
            take(QString(cell->text));
        return true;
    }
    if (key->key() == Qt::Key_Down) {
        m_grid->setFocus(Qt::TabFocusReason);
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
