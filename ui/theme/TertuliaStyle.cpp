// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/TertuliaStyle.h"

#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

namespace tertulia
{

namespace
{

constexpr qreal kFieldRadius = 9;
constexpr qreal kSmallRadius = 6;

const Palette &tokens()
{
    return Theme::current().palette();
}

bool is(const QWidget *widget, const char *property)
{
    return widget && widget->property(property).toBool();
}

/// A rounded rectangle with a border that falls on whole pixels.
void roundedBox(QPainter &painter, const QRectF &rect, qreal radius, const QColor &fill, const QColor &border,
                qreal width = 1)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter.setPen(border.isValid() ? QPen(border, width) : QPen(Qt::NoPen));
    const qreal inset = border.isValid() ? width / 2 : 0;
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius);
    painter.restore();
}

QColor mixed(const QColor &a, const QColor &b, float share)
{
    const float rest = 1 - share;
    return QColor::fromRgbF(a.redF() * rest + b.redF() * share, a.greenF() * rest + b.greenF() * share,
                            a.blueF() * rest + b.blueF() * share);
}

bool keyboardFocus(const QStyleOption *option)
{
    return option->state.testFlag(QStyle::State_HasFocus) && option->state.testFlag(QStyle::State_Enabled);
}

} // namespace

TertuliaStyle::TertuliaStyle()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
    setObjectName(QStringLiteral("tertulia"));
}

void TertuliaStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget)
        || qobject_cast<QLineEdit *>(widget) || qobject_cast<QAbstractSpinBox *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (qobject_cast<QMenu *>(widget))
        widget->setAttribute(Qt::WA_TranslucentBackground);
}

// Fusion would put its own colours here; the theme sets the application's palette.
void TertuliaStyle::polish(QPalette &) { }

void TertuliaStyle::polish(QApplication *application)
{
    QProxyStyle::polish(application);
    application->installEventFilter(this);
}

void TertuliaStyle::unpolish(QApplication *application)
{
    application->removeEventFilter(this);
    QProxyStyle::unpolish(application);
}

bool TertuliaStyle::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::KeyRelease:
        if (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Alt)
            showMnemonics(event->type() == QEvent::KeyPress);
        break;
    case QEvent::ApplicationStateChange:
        showMnemonics(false);
        break;
    default:
        break;
    }
    return QProxyStyle::eventFilter(watched, event);
}

void TertuliaStyle::showMnemonics(bool show)
{
    if (show == m_mnemonics)
        return;
    m_mnemonics = show;
    for (QWidget *window : QApplication::topLevelWidgets())
        if (window->isVisible())
            for (QWidget *widget : window->findChildren<QWidget *>())
                if (widget->isVisible())
                    widget->update();
}

void TertuliaStyle::drawButton(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const Palette &p = tokens();
    const bool enabled = option->state.testFlag(State_Enabled);
    const bool down = option->state.testAnyFlags(State_Sunken);
    const bool hover = enabled && option->state.testFlag(State_MouseOver);
    const bool checked = option->state.testFlag(State_On);
    const qreal radius = is(widget, "chip") ? option->rect.height() / 2.0 : kFieldRadius;
    QColor fill = p.field;
    QColor border = p.line;
    if (is(widget, "primary")) {
        fill = enabled ? p.accent : mixed(p.accent, p.pane, 0.55F);
        border = QColor();
        if (hover)
            fill = mixed(fill, p.ink, 0.1F);
        if (down)
            fill = mixed(p.accent, p.ink, 0.22F);
    } else if (is(widget, "onWarning")) {
        border = p.warningInk;
        fill = mixed(p.warning, p.warningInk, down ? 0.2F : hover ? 0.1F : 0.0F);
    } else if (is(widget, "chip")) {
        fill = checked ? p.selection : hover ? p.hover : QColor(Qt::transparent);
        border = checked ? (Theme::current().isHighContrast() ? p.line : QColor()) : p.line;
    } else if (is(widget, "flat")) {
        fill = down || checked ? mixed(p.hover, p.ink, 0.06F) : hover ? p.hover : QColor(Qt::transparent);
        border = QColor();
    } else {
        if (hover)
            fill = mixed(p.field, p.hover, 0.7F);
        if (down || checked)
            fill = mixed(p.hover, p.ink, 0.05F);
    }
    roundedBox(*painter, option->rect, radius, fill, border);
}

void TertuliaStyle::drawField(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    if (is(widget, "paper"))
        return;
    const Palette &p = tokens();
    const bool focused = keyboardFocus(option);
    const bool enabled = option->state.testFlag(State_Enabled);
    roundedBox(*painter, option->rect, kFieldRadius, enabled ? p.field : p.pane, focused ? p.focus : p.line,
               focused ? 2 : 1);
}

void TertuliaStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                  const QWidget *widget) const
{
    const Palette &p = tokens();
    switch (element) {
    case PE_PanelButtonCommand:
        drawButton(option, painter, widget);
        return;
    case PE_PanelButtonTool: {
        const bool active = option->state.testAnyFlags(State_Sunken | State_On)
            || (option->state.testFlag(State_MouseOver) && option->state.testFlag(State_Enabled));
        if (is(widget, "primary")) {
            drawButton(option, painter, widget);
        } else if (active) {
            const bool down = option->state.testAnyFlags(State_Sunken | State_On);
            roundedBox(*painter, option->rect, kFieldRadius - 1,
                       down ? mixed(p.hover, p.ink, 0.06F) : p.hover, QColor());
        }
        return;
    }
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->lineWidth > 0)
            drawField(option, painter, widget);
        return;
    case PE_FrameLineEdit:
        drawField(option, painter, widget);
        return;
    case PE_Frame: {
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->lineWidth > 0 && !is(widget, "paper"))
            // The viewport inside is square: a list's corners can only be slightly round.
            roundedBox(*painter, option->rect,
                       qobject_cast<const QAbstractItemView *>(widget) ? 3 : kFieldRadius, QColor(),
                       option->state.testFlag(State_HasFocus) ? p.focus : p.line,
                       option->state.testFlag(State_HasFocus) ? 2 : 1);
        return;
    }
    case PE_FrameFocusRect: {
        if (!option->state.testFlag(State_KeyboardFocusChange) && !keyboardFocus(option)
            && !qobject_cast<const QAbstractItemView *>(widget))
            return;
        const qreal radius = is(widget, "chip") ? option->rect.height() / 2.0 : kFieldRadius;
        const QColor ring = is(widget, "onWarning") ? p.warningInk : is(widget, "primary") ? p.ink : p.focus;
        roundedBox(*painter, option->rect, radius, QColor(), ring, 2);
        return;
    }
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: {
        const bool on = option->state.testFlag(State_On);
        const bool partly = option->state.testFlag(State_NoChange);
        const bool enabled = option->state.testFlag(State_Enabled);
        const QColor fill = !enabled ? p.line : on || partly ? p.accent : p.field;
        roundedBox(*painter, option->rect, 4, fill, on || partly ? fill : p.softInk, 1.5);
        if (on)
            paintIcon(*painter, QRectF(option->rect).adjusted(1, 1, -1, -1), Icons::Check, p.onAccent);
        else if (partly)
            painter->fillRect(
                QRectF(option->rect)
                    .adjusted(4, option->rect.height() / 2.0 - 1, -4, -option->rect.height() / 2.0 + 1),
                p.onAccent);
        return;
    }
    case PE_IndicatorRadioButton: {
        const QColor ring = option->state.testFlag(State_On) ? p.accent : p.softInk;
        roundedBox(*painter, option->rect, option->rect.width() / 2.0, p.field, ring, 1.5);
        if (option->state.testFlag(State_On)) {
            const QRectF inner = QRectF(option->rect).adjusted(4, 4, -4, -4);
            roundedBox(*painter, inner, inner.width() / 2, p.accent, QColor());
        }
        return;
    }
    case PE_IndicatorArrowDown:
    case PE_IndicatorArrowUp:
    case PE_IndicatorArrowRight:
    case PE_IndicatorArrowLeft: {
        const Icons which = element == PE_IndicatorArrowDown ? Icons::ChevronDown
            : element == PE_IndicatorArrowUp                 ? Icons::ChevronUp
                                                             : Icons::ChevronRight;
        const qreal side = std::min(option->rect.width(), option->rect.height());
        QRectF square(0, 0, side, side);
        square.moveCenter(QRectF(option->rect).center());
        paintIcon(*painter, square, which, p.softInk, element == PE_IndicatorArrowLeft);
        return;
    }
    case PE_IndicatorBranch: {
        if (!option->state.testFlag(State_Children))
            return;
        QRectF square(0, 0, 16, 16);
        square.moveCenter(QRectF(option->rect).center());
        paintIcon(*painter, square,
                  option->state.testFlag(State_Open) ? Icons::ChevronDown : Icons::ChevronRight, p.softInk,
                  option->direction == Qt::RightToLeft && !option->state.testFlag(State_Open));
        return;
    }
    case PE_PanelMenu:
        painter->save();
        painter->setCompositionMode(QPainter::CompositionMode_Source);
        painter->fillRect(option->rect, Qt::transparent);
        painter->restore();
        roundedBox(*painter, option->rect, kFieldRadius, p.field, p.line);
        return;
    case PE_FrameMenu:
        return;
    case PE_PanelTipLabel:
        roundedBox(*painter, option->rect, kSmallRadius, p.field, p.line);
        return;
    case PE_PanelItemViewRow:
        return;
    case PE_PanelItemViewItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
        if (!item)
            break;
        const bool selected = item->state.testFlag(State_Selected);
        if (!selected && !item->state.testFlag(State_MouseOver))
            return;
        roundedBox(*painter, QRectF(item->rect).adjusted(2, 1, -2, -1), kSmallRadius,
                   selected ? p.selection : p.hover, QColor());
        return;
    }
    case PE_FrameTabBarBase:
    case PE_FrameStatusBarItem:
    case PE_PanelMenuBar:
    case PE_FrameTabWidget:
        return;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void TertuliaStyle::drawMenuItem(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
    if (!item)
        return;
    const Palette &p = tokens();
    const Theme &theme = Theme::current();
    if (item->menuItemType == QStyleOptionMenuItem::Separator) {
        painter->fillRect(QRect(item->rect.left() + 8, item->rect.center().y(), item->rect.width() - 16, 1),
                          p.line);
        return;
    }
    const bool enabled = item->state.testFlag(State_Enabled);
    if (item->state.testFlag(State_Selected) && enabled)
        roundedBox(*painter, QRectF(item->rect).adjusted(4, 1, -4, -1), kSmallRadius, p.selection, QColor());
    const bool rightToLeft = item->direction == Qt::RightToLeft;
    const int side = theme.px(18);
    const int pad = theme.px(12);
    const auto placed = [&](const QRect &rect) { return visualRect(item->direction, item->rect, rect); };
    const QRect iconRect
        = placed(QRect(item->rect.left() + pad, item->rect.center().y() - side / 2 + 1, side, side));
    if (item->checkType != QStyleOptionMenuItem::NotCheckable) {
        if (item->checked)
            paintIcon(*painter, iconRect, Icons::Check, enabled ? p.accent : p.softInk);
    } else if (!item->icon.isNull()) {
        item->icon.paint(painter, iconRect, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    }
    painter->save();
    painter->setFont(item->font);
    painter->setPen(item->palette.color(enabled ? QPalette::Active : QPalette::Disabled, QPalette::Text));
    const QString text = item->text.section(u'\t', 0, 0);
    const QString shortcut = item->text.section(u'\t', 1, 1);
    const int lead = pad + side + theme.px(10);
    const QRect textRect = placed(item->rect.adjusted(lead, 0, -pad, 0));
    const int start = rightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    const int end = rightToLeft ? Qt::AlignLeft : Qt::AlignRight;
    const int mnemonic
        = styleHint(SH_UnderlineShortcut, option, widget) != 0 ? Qt::TextShowMnemonic : Qt::TextHideMnemonic;
    painter->drawText(textRect, start | Qt::AlignVCenter | Qt::TextSingleLine | mnemonic, text);
    if (!shortcut.isEmpty()) {
        painter->setPen(p.softInk);
        painter->drawText(textRect, end | Qt::AlignVCenter | Qt::TextSingleLine, shortcut);
    }
    painter->restore();
    if (item->menuItemType == QStyleOptionMenuItem::SubMenu) {
        const QRect arrow
            = placed(QRect(item->rect.right() - pad - theme.px(14) + 4,
                           item->rect.center().y() - theme.px(7) + 1, theme.px(14), theme.px(14)));
        paintIcon(*painter, arrow, Icons::ChevronRight, p.softInk, rightToLeft);
    }
}

void TertuliaStyle::drawTab(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option);
    if (!tab)
        return;
    const Palette &p = tokens();
    const bool selected = tab->state.testFlag(State_Selected);
    if (tab->state.testFlag(State_MouseOver) && !selected)
        painter->fillRect(tab->rect, p.hover);
    const bool south = tab->shape == QTabBar::RoundedSouth;
    painter->fillRect(
        QRect(tab->rect.left(), south ? tab->rect.top() : tab->rect.bottom(), tab->rect.width(), 1), p.line);
    if (selected)
        painter->fillRect(
            QRect(tab->rect.left(), south ? tab->rect.top() : tab->rect.bottom() - 1, tab->rect.width(), 2),
            p.accent);
    painter->save();
    QFont font = Theme::current().font(1.0, selected ? QFont::Bold : QFont::Normal);
    painter->setFont(font);
    painter->setPen(selected ? p.accent : p.softInk);
    painter->drawText(tab->rect, Qt::AlignCenter | Qt::TextHideMnemonic, tab->text);
    painter->restore();
    if (tab->state.testFlag(State_HasFocus))
        roundedBox(*painter, QRectF(tab->rect).adjusted(4, 4, -4, -4), kSmallRadius, QColor(), p.focus, 2);
    Q_UNUSED(widget)
}

void TertuliaStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                                const QWidget *widget) const
{
    const Palette &p = tokens();
    switch (element) {
    case CE_MenuItem:
        drawMenuItem(option, painter, widget);
        return;
    case CE_MenuEmptyArea:
    case CE_MenuBarEmptyArea:
        if (element == CE_MenuBarEmptyArea) {
            painter->fillRect(option->rect, p.pane);
            painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                              p.line);
        }
        return;
    case CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            painter->fillRect(item->rect, p.pane);
            painter->fillRect(QRect(item->rect.left(), item->rect.bottom(), item->rect.width(), 1), p.line);
            if (item->state.testAnyFlags(State_Selected | State_Sunken)
                && item->state.testFlag(State_Enabled))
                roundedBox(*painter, QRectF(item->rect).adjusted(1, 3, -1, -4), kSmallRadius, p.hover,
                           QColor());
            const int mnemonic = styleHint(SH_UnderlineShortcut, option, widget) != 0 ? Qt::TextShowMnemonic
                                                                                      : Qt::TextHideMnemonic;
            painter->save();
            painter->setPen(p.softInk);
            painter->drawText(item->rect, Qt::AlignCenter | Qt::TextSingleLine | mnemonic, item->text);
            painter->restore();
        }
        return;
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            QStyleOptionButton copy = *button;
            const bool enabled = button->state.testFlag(State_Enabled);
            QColor text = copy.palette.color(QPalette::ButtonText);
            if (is(widget, "primary"))
                text = p.onAccent;
            else if (is(widget, "onWarning"))
                text = p.warningInk;
            else if (is(widget, "danger"))
                text = p.danger;
            else if (is(widget, "link"))
                text = p.accent;
            else if ((is(widget, "chip") || is(widget, "flat")) && !button->state.testFlag(State_On))
                text = p.softInk;
            if (!enabled && !is(widget, "primary"))
                text.setAlphaF(0.5F);
            copy.palette.setColor(QPalette::ButtonText, text);
            copy.palette.setColor(QPalette::Disabled, QPalette::ButtonText, text);
            painter->save();
            if (is(widget, "primary") || (is(widget, "chip") && button->state.testFlag(State_On))) {
                QFont font = painter->font();
                font.setWeight(QFont::DemiBold);
                painter->setFont(font);
            }
            QProxyStyle::drawControl(element, &copy, painter, widget);
            painter->restore();
            return;
        }
        break;
    case CE_TabBarTab:
        drawTab(option, painter, widget);
        return;
    case CE_Splitter:
        painter->fillRect(option->rect, p.line);
        return;
    case CE_ShapedFrame:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && (frame->frameShape == QFrame::HLine || frame->frameShape == QFrame::VLine)) {
            const QPoint middle = option->rect.center();
            if (frame->frameShape == QFrame::HLine)
                painter->fillRect(QRect(option->rect.left(), middle.y(), option->rect.width(), 1), p.line);
            else
                painter->fillRect(QRect(middle.x(), option->rect.top(), 1, option->rect.height()), p.line);
            return;
        }
        break;
    case CE_ItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option)) {
            QStyleOptionViewItem copy = *item;
            // The selection is a pale surface, not an inverted one.
            for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled})
                copy.palette.setColor(group, QPalette::HighlightedText, p.ink);
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void TertuliaStyle::drawScrollBar(const QStyleOptionComplex *option, QPainter *painter,
                                  const QWidget *widget) const
{
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (!slider || slider->minimum == slider->maximum)
        return;
    const Palette &p = tokens();
    QRectF thumb = proxy()->subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget);
    const bool active
        = slider->state.testFlag(State_MouseOver) || slider->activeSubControls.testFlag(SC_ScrollBarSlider);
    const qreal inset = active ? 2 : 3;
    thumb.adjust(inset, inset, -inset, -inset);
    QColor color = p.softInk;
    if (!Theme::current().isHighContrast())
        color.setAlphaF(active ? 0.75F : 0.4F);
    const qreal radius = std::min(thumb.width(), thumb.height()) / 2;
    roundedBox(*painter, thumb, radius, color, QColor());
}

void TertuliaStyle::drawComboBox(const QStyleOptionComplex *option, QPainter *painter,
                                 const QWidget *widget) const
{
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (!combo)
        return;
    const Palette &p = tokens();
    const bool enabled = combo->state.testFlag(State_Enabled);
    const bool hover = enabled && combo->state.testFlag(State_MouseOver);
    const bool focused = keyboardFocus(option);
    if (is(widget, "flat")) {
        roundedBox(*painter, combo->rect, kFieldRadius, hover ? p.hover : QColor(),
                   focused ? p.focus : QColor(), 2);
    } else {
        roundedBox(*painter, combo->rect, kFieldRadius,
                   enabled ? (hover && !combo->editable ? mixed(p.field, p.hover, 0.7F) : p.field) : p.pane,
                   focused ? p.focus : p.line, focused ? 2 : 1);
    }
    const QRect arrow = proxy()->subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
    const int side = Theme::current().px(16);
    QRectF square(0, 0, side, side);
    square.moveCenter(QRectF(arrow).center());
    paintIcon(*painter, square, Icons::ChevronDown, enabled ? p.softInk : p.line);
}

void TertuliaStyle::drawSpinBox(const QStyleOptionComplex *option, QPainter *painter,
                                const QWidget *widget) const
{
    const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    if (!spin)
        return;
    drawField(option, painter, widget);
    const Palette &p = tokens();
    for (const auto control : {SC_SpinBoxUp, SC_SpinBoxDown}) {
        const QRect rect = proxy()->subControlRect(CC_SpinBox, option, control, widget);
        const auto step
            = control == SC_SpinBoxUp ? QAbstractSpinBox::StepUpEnabled : QAbstractSpinBox::StepDownEnabled;
        QColor color = p.softInk;
        if (!spin->stepEnabled.testFlag(step))
            color.setAlphaF(0.4F);
        const int side = Theme::current().px(13);
        QRectF square(0, 0, side, side);
        square.moveCenter(QRectF(rect).center());
        if (spin->activeSubControls.testFlag(control) && spin->state.testFlag(State_MouseOver))
            roundedBox(*painter, QRectF(rect).adjusted(2, 1, -2, -1), 4, p.hover, QColor());
        paintIcon(*painter, square, control == SC_SpinBoxUp ? Icons::ChevronUp : Icons::ChevronDown, color);
    }
}

void TertuliaStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                       QPainter *painter, const QWidget *widget) const
{
    switch (control) {
    case CC_ScrollBar:
        drawScrollBar(option, painter, widget);
        return;
    case CC_ComboBox:
        drawComboBox(option, painter, widget);
        return;
    case CC_SpinBox:
        drawSpinBox(option, painter, widget);
        return;
    default:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

} // namespace tertulia
