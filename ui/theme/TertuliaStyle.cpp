// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/TertuliaStyle.h"

#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QStyleFactory>
#include <QStyleOption>
#include <QToolButton>

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

QRect TertuliaStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                    SubControl subControl, const QWidget *widget) const
{
    const Theme &theme = Theme::current();
    if (control == CC_ScrollBar) {
        // No arrow buttons: the groove is the whole bar.
        const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (!slider)
            return {};
        const bool upright = slider->orientation == Qt::Vertical;
        const int length = upright ? slider->rect.height() : slider->rect.width();
        const qint64 range = qint64(slider->maximum) - slider->minimum;
        const int least = std::min(length, theme.px(32));
        const int thumb = range <= 0
            ? length
            : std::max<int>(least,
                            static_cast<int>(qint64(length) * slider->pageStep / (range + slider->pageStep)));
        const int start = sliderPositionFromValue(slider->minimum, slider->maximum, slider->sliderPosition,
                                                  length - thumb, slider->upsideDown);
        const auto part = [&](int from, int size) {
            return upright
                ? QRect(slider->rect.left(), slider->rect.top() + from, slider->rect.width(), size)
                : QRect(slider->rect.left() + from, slider->rect.top(), size, slider->rect.height());
        };
        switch (subControl) {
        case SC_ScrollBarSlider:
            return part(start, thumb);
        case SC_ScrollBarGroove:
            return slider->rect;
        case SC_ScrollBarSubPage:
            return part(0, start);
        case SC_ScrollBarAddPage:
            return part(start + thumb, length - start - thumb);
        default:
            return {};
        }
    }
    if (control == CC_ComboBox) {
        const int arrow = theme.px(is(widget, "flat") ? 20 : 28);
        const QRect rect = option->rect;
        switch (subControl) {
        case SC_ComboBoxArrow:
            return visualRect(option->direction, rect,
                              QRect(rect.right() - arrow, rect.top(), arrow, rect.height()));
        case SC_ComboBoxEditField:
            return visualRect(option->direction, rect,
                              rect.adjusted(is(widget, "flat") ? 2 : theme.px(10), 2, -arrow, -2));
        default:
            break;
        }
    }
    if (control == CC_SpinBox) {
        const QRect rect = option->rect;
        const int width = theme.px(24);
        const auto placed = [&](const QRect &r) { return visualRect(option->direction, rect, r); };
        switch (subControl) {
        case SC_SpinBoxUp:
            return placed(QRect(rect.right() - width - 1, rect.top() + 3, width, rect.height() / 2 - 3));
        case SC_SpinBoxDown:
            return placed(QRect(rect.right() - width - 1, rect.top() + rect.height() / 2, width,
                                rect.height() / 2 - 3));
        case SC_SpinBoxEditField:
            return placed(rect.adjusted(theme.px(8), 2, -width - 2, -2));
        default:
            break;
        }
    }
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

QRect TertuliaStyle::subElementRect(SubElement element, const QStyleOption *option,
                                    const QWidget *widget) const
{
    switch (element) {
    case SE_PushButtonFocusRect:
    case SE_ToolBoxTabContents:
        return option->rect;
    case SE_CheckBoxFocusRect:
    case SE_RadioButtonFocusRect:
        return option->rect;
    case SE_LineEditContents: {
        if (is(widget, "paper")
            || qobject_cast<const QAbstractSpinBox *>(widget ? widget->parentWidget() : nullptr)
            || qobject_cast<const QComboBox *>(widget ? widget->parentWidget() : nullptr))
            break;
        const int side = Theme::current().px(9);
        return option->rect.adjusted(side, 2, -side, -2);
    }
    default:
        break;
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QSize TertuliaStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                      const QWidget *widget) const
{
    const Theme &theme = Theme::current();
    switch (type) {
    case CT_PushButton: {
        QSize result = size;
        const bool chip = is(widget, "chip");
        const bool small = chip || is(widget, "onWarning");
        if (is(widget, "answer"))
            return {size.width() + theme.px(10), std::max(size.height(), theme.px(24))};
        result.rwidth() += theme.px(chip ? 22 : 28);
        result.setHeight(std::max(size.height() + theme.px(small ? 6 : 12), theme.px(small ? 26 : 34)));
        return result;
    }
    case CT_LineEdit:
        return {size.width() + theme.px(16), std::max(size.height() + theme.px(12), theme.px(36))};
    case CT_ComboBox:
    case CT_SpinBox: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        if (is(widget, "flat"))
            return {base.width() + theme.px(4), theme.px(26)};
        return {base.width() + theme.px(18), std::max(theme.px(36), base.height())};
    }
    case CT_MenuItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        if (!item)
            break;
        if (item->menuItemType == QStyleOptionMenuItem::Separator)
            return {size.width(), theme.px(9)};
        const QFontMetrics metrics(item->font);
        const int text = metrics.horizontalAdvance(item->text.section(u'\t', 0, 0));
        const QString shortcut = item->text.section(u'\t', 1, 1);
        const int right = shortcut.isEmpty() ? 0 : metrics.horizontalAdvance(shortcut) + theme.px(28);
        return {theme.px(12 + 18 + 10 + 12 + 16) + text + right,
                std::max(metrics.height() + theme.px(10), theme.px(30))};
    }
    case CT_MenuBarItem:
        return {size.width() + theme.px(16), size.height() + theme.px(11)};
    case CT_ToolButton:
        return {std::max(size.width() + theme.px(8), theme.px(32)),
                std::max(size.height() + theme.px(8), theme.px(32))};
    case CT_TabBarTab:
        return {size.width() + theme.px(24), std::max(size.height(), theme.px(40))};
    case CT_ItemViewItem: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {base.width(), std::max(base.height(), theme.px(30))};
    }
    default:
        break;
    }
    return QProxyStyle::sizeFromContents(type, option, size, widget);
}

int TertuliaStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    const Theme &theme = Theme::current();
    switch (metric) {
    case PM_ScrollBarExtent:
        return 11;
    case PM_ScrollBarSliderMin:
        return theme.px(32);
    case PM_ScrollView_ScrollBarSpacing:
        return 0;
    case PM_SplitterWidth:
        return 1;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return theme.px(18);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return theme.px(8);
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
    case PM_ListViewIconSize:
        return theme.px(18);
    case PM_ToolBarIconSize:
        return theme.px(20);
    case PM_MenuVMargin:
        return 5;
    case PM_MenuHMargin:
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuBarPanelWidth:
    case PM_MenuBarVMargin:
    case PM_MenuBarItemSpacing:
        return 0;
    case PM_MenuBarHMargin:
        return theme.px(4);
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabOverlap:
    case PM_TabBarBaseHeight:
    case PM_TabBarBaseOverlap:
        return 0;
    case PM_ToolTipLabelFrameWidth:
        return theme.px(6);
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return theme.px(8);
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int TertuliaStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                             QStyleHintReturn *returned) const
{
    switch (hint) {
    case SH_Widget_Animate:
    case SH_Widget_Animation_Duration:
        return Theme::current().motionMs();
    case SH_UnderlineShortcut:
        return m_mnemonics ? 1 : 0;
    case SH_LineEdit_PasswordCharacter:
        return 0x2022;
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ComboBox_Popup:
    case SH_ScrollBar_ContextMenu:
        return 0;
    case SH_ScrollBar_LeftClickAbsolutePosition:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_FormLayoutLabelAlignment:
        return Qt::AlignLeading;
    case SH_DialogButtonLayout:
        return QProxyStyle::styleHint(hint, option, widget, returned);
    default:
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

} // namespace tertulia
