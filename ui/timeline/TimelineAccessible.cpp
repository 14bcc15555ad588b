// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/TimelineAccessible.h"

#include "core/models/Roles.h"
#include "ui/text/PlainText.h"
#include "ui/text/SpoilerText.h"
#include "ui/text/TimeText.h"
#include "ui/timeline/GapRow.h"
#include "ui/timeline/TimelineView.h"

#include <QAccessible>
#include <QAccessibleWidget>

namespace tertulia
{

namespace
{

/// What is missing beside a message.
std::optional<ArchiveGap> gapAt(const QModelIndex &index)
{
    for (const int role : {int(roles::GapAbove), int(roles::GapBelow)}) {
        if (const QVariant gap = index.data(role); gap.isValid())
            return gap.value<ArchiveGap>();
    }
    return {};
}

/// One message. Lives in QAccessible's cache until its row goes.
class ItemInterface : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    ItemInterface(TimelineView *view, const QModelIndex &index)
        : m_view(view)
        , m_index(index)
    {
    }

    [[nodiscard]] bool isValid() const override { return m_view && m_index.isValid(); }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return m_view ? QAccessible::queryAccessibleInterface(m_view) : nullptr;
    }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        if (!isValid())
            return {};
        switch (kind) {
        case QAccessible::Name:
            return m_view->accessibleText(m_index.row());
        case QAccessible::Value:
            return m_view->seenText(m_index.row());
        case QAccessible::Description:
            return fullTime(m_index.data(roles::Time).toDateTime().toLocalTime());
        default:
            return {};
        }
    }
    void setText(QAccessible::Text, const QString &) override { }
    [[nodiscard]] QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect bubble = m_view->bubbleRect(m_index.row());
        return bubble.translated(m_view->viewport()->mapToGlobal(QPoint(0, 0)));
    }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        state.focusable = true;
        state.readOnly = true;
        state.selectable = true;
        state.multiLine = true;
        state.focused = m_view->hasFocus() && m_view->currentRow() == m_index.row();
        state.checkable = m_view->isPicking();
        state.checked = state.checkable && m_view->isPicked(m_index.row());
        state.selected = state.checkable ? state.checked : state.focused;
        const QRect seen = m_view->viewport()->rect();
        if (!m_view->isVisible())
            state.invisible = true;
        else if (!m_view->bubbleRect(m_index.row()).intersects(seen))
            state.offscreen = true;
        return state;
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::ActionInterface)
            return static_cast<QAccessibleActionInterface *>(this);
        return nullptr;
    }

    [[nodiscard]] QStringList actionNames() const override
    {
        if (!isValid())
            return {};
        QStringList names{pressAction(), showMenuAction(), setFocusAction()};
        if (const auto gap = gapAt(m_index))
            names << GapRow::spokenAction(gap->state);
        for (const MessageAction action : MessageActions::of(m_index)) {
            if (MessageActions::isEnabled(action, m_index))
                names << MessageActions::name(action);
        }
        return names;
    }
    [[nodiscard]] QString localizedActionName(const QString &name) const override
    {
        const QString standard = QAccessibleActionInterface::localizedActionName(name);
        return standard.isEmpty() ? name : standard;
    }
    [[nodiscard]] QString localizedActionDescription(const QString &name) const override
    {
        return localizedActionName(name);
    }
    [[nodiscard]] QStringList keyBindingsForAction(const QString &) const override { return {}; }
    void doAction(const QString &name) override
    {
        if (!isValid())
            return;
        const int row = m_index.row();
        if (name == pressAction()) {
            m_view->activateRow(row);
        } else if (name == showMenuAction()) {
            m_view->openContextMenu(row, rect().center());
        } else if (name == setFocusAction()) {
            m_view->setFocus(Qt::OtherFocusReason);
            m_view->setCurrentRow(row);
        } else if (const auto gap = gapAt(m_index); gap && name == GapRow::spokenAction(gap->state)) {
            Q_EMIT m_view->gapPressed(*gap);
        } else {
            for (const MessageAction action : MessageActions::of(m_index)) {
                if (name == MessageActions::name(action)) {
                    m_view->act(row, action);
                    return;
                }
            }
        }
    }

    [[nodiscard]] int row() const { return m_index.isValid() ? m_index.row() : -1; }

private:
    QPointer<TimelineView> m_view;
    QPersistentModelIndex m_index;
};

class ListInterface : public QAccessibleWidget
{
public:
    explicit ListInterface(TimelineView *view)
        : QAccessibleWidget(view, QAccessible::List)
        , m_view(view)
    {
        lists().insert(view, this);
    }
    ~ListInterface() override
    {
        lists().remove(m_view);
        forgetItems();
    }

    /// The interfaces that were asked for; making one only to tell it something would be waste.
    static QHash<const TimelineView *, ListInterface *> &lists()
    {
        static QHash<const TimelineView *, ListInterface *> all;
        return all;
    }

    /// The messages, and behind them the button that leads to the newest, while there is one.
    [[nodiscard]] int childCount() const override
    {
        return m_view->rowCount() + (m_view->jumpButton()->isHidden() ? 0 : 1);
    }
    [[nodiscard]] QAccessibleInterface *child(int row) const override
    {
        if (row == m_view->rowCount() && !m_view->jumpButton()->isHidden())
            return QAccessible::queryAccessibleInterface(m_view->jumpButton());
        if (row < 0 || row >= m_view->rowCount())
            return nullptr;
        const QModelIndex index = m_view->model()->index(row, 0);
        const qint64 id = index.data(roles::MessageId).toLongLong();
        if (const auto known = m_items.constFind(id); known != m_items.cend()) {
            auto *item = static_cast<ItemInterface *>(QAccessible::accessibleInterface(*known));
            if (item && item->row() == row)
                return item;
            QAccessible::deleteAccessibleInterface(*known);
        }
        auto *item = new ItemInterface(m_view, index);
        m_items.insert(id, QAccessible::registerAccessibleInterface(item));
        return item;
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override
    {
        if (child->object() == m_view->jumpButton())
            return m_view->jumpButton()->isHidden() ? -1 : m_view->rowCount();
        const auto *item = dynamic_cast<const ItemInterface *>(child);
        return item ? item->row() : -1;
    }
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override
    {
        const QPoint point = m_view->viewport()->mapFromGlobal(QPoint(x, y));
        return m_view->viewport()->rect().contains(point) ? child(m_view->rowAt(point)) : nullptr;
    }
    [[nodiscard]] QAccessibleInterface *focusChild() const override
    {
        return m_view->hasFocus() ? child(m_view->currentRow()) : nullptr;
    }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.focusable = true;
        state.readOnly = true;
        return state;
    }

    // Without messages the list itself is where they are loaded.
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        const auto gap = m_view->emptyGap();
        return kind == QAccessible::Description && gap ? GapRow::text(gap->state)
                                                       : QAccessibleWidget::text(kind);
    }
    [[nodiscard]] QStringList actionNames() const override
    {
        QStringList names = QAccessibleWidget::actionNames();
        if (const auto gap = m_view->emptyGap())
            names << GapRow::spokenAction(gap->state);
        return names;
    }
    [[nodiscard]] QString localizedActionName(const QString &name) const override
    {
        const QString standard = QAccessibleWidget::localizedActionName(name);
        return standard.isEmpty() ? name : standard;
    }
    void doAction(const QString &name) override
    {
        if (const auto gap = m_view->emptyGap(); gap && name == GapRow::spokenAction(gap->state))
            Q_EMIT m_view->gapPressed(*gap);
        else
            QAccessibleWidget::doAction(name);
    }

    void forgetItems()
    {
        for (const QAccessible::Id id : std::as_const(m_items))
            QAccessible::deleteAccessibleInterface(id);
        m_items.clear();
    }

private:
    TimelineView *m_view;
    mutable QHash<qint64, QAccessible::Id> m_items;
};

QAccessibleInterface *timelineFactory(const QString &className, QObject *object)
{
    if (className == QLatin1String(TimelineView::staticMetaObject.className()))
        return new ListInterface(static_cast<TimelineView *>(object));
    return nullptr;
}

void tell(TimelineView *view, int row, QAccessible::Event type)
{
    if (row < 0)
        return;
    QAccessibleEvent event(view, type);
    event.setChild(row);
    QAccessible::updateAccessibility(&event);
}

} // namespace

void installTimelineAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory(timelineFactory);
        return true;
    }();
    Q_UNUSED(installed)
}

void timelineFocused(TimelineView *view, int row)
{
    if (view->hasFocus())
        tell(view, row, QAccessible::Focus);
}

void timelineChosen(TimelineView *view, int row)
{
    tell(view, row, QAccessible::Alert);
}

void timelineNamesChanged(TimelineView *view, int first, int last)
{
    if (!ListInterface::lists().contains(view))
        return;
    // A page that changes at once is not worth a hundred messages to the screen reader.
    for (int row = first; row <= qMin(last, first + 5); ++row)
        tell(view, row, QAccessible::NameChanged);
}

void timelinePicked(TimelineView *view, int first, int last)
{
    if (!ListInterface::lists().contains(view))
        return;
    QAccessible::State changed;
    changed.checkable = true;
    changed.checked = true;
    for (int row = first; row <= qMin(last, first + 5); ++row) {
        QAccessibleStateChangeEvent event(view, changed);
        event.setChild(row);
        QAccessible::updateAccessibility(&event);
    }
}

void timelineReset(TimelineView *view)
{
    if (ListInterface *list = ListInterface::lists().value(view))
        list->forgetItems();
}

void timelineAnnounce(TimelineView *view, int row)
{
    tell(view, row, QAccessible::ObjectCreated);
    tell(view, row, QAccessible::Alert);
}

QString TimelineView::accessibleText(int row) const
{
    const QModelIndex index = m_model->index(row, 0);
    QStringList parts{accessibleWords(row)};
    if (const QVariant gap = index.data(roles::GapAbove); gap.isValid())
        parts.prepend(GapRow::text(gap.value<ArchiveGap>().state));
    if (const QVariant gap = index.data(roles::GapBelow); gap.isValid())
        parts.append(GapRow::text(gap.value<ArchiveGap>().state));
    return parts.join(QStringLiteral(". "));
}

QString TimelineView::accessibleWords(int row) const
{
    const QModelIndex index = m_model->index(row, 0);
    const QString body = textOf(row).text;
    QStringList parts{shownName(index.data(roles::SenderName).toString()),
                      clockTime(index.data(roles::Time).toDateTime().toLocalTime())};
    if (index.data(roles::Delayed).toBool())
        parts[1] = tr("%1, delayed").arg(parts[1]);
    const bool retracted = index.data(roles::Retracted).toBool();
    if (const auto quote = QuotedMessage::read(index); quote && !retracted) {
        const QString original = QuoteLayout::text(*quote);
        parts << (quote->senderName.isEmpty() ? tr("reply to: %1").arg(original)
                                              : tr("reply to %1: %2", "a person and what they said")
                                                    .arg(shownName(quote->senderName), original));
    }
    if (index.data(roles::IsSpoiler).toBool() && !retracted) {
        const QString spoiler = spoilerText(index.data(roles::SpoilerHint).toString());
        parts << (body.isEmpty() ? tr("%1, hidden", "a spoiler").arg(spoiler) : spoiler);
    }
    if (!body.isEmpty() || parts.size() == 2)
        parts << QString(body).replace(QChar::LineSeparator, u' ');
    if (retracted)
        return parts.join(QStringLiteral(", "));
    if (index.data(roles::Edited).toDateTime().isValid())
        parts << tr("edited");
    const auto state = DeliveryState(index.data(roles::State).toInt());
    const QDateTime sendAt = index.data(roles::SendAt).toDateTime().toLocalTime();
    if (const QString text = MessageLayout::stateText(state, sendAt); !text.isEmpty())
        parts << text;
    if (index.data(roles::Saved).toBool())
        parts << MessageLayout::markText();
    for (const ReactionSummary &reaction : index.data(roles::Reactions).value<QList<ReactionSummary>>())
        parts << ReactionChips::spokenText(reaction);
    if (index.data(roles::ChangePending).toBool())
        parts << MessageLayout::changePendingText();
    return parts.join(QStringLiteral(", "));
}

} // namespace tertulia
