// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How large things are and where their parts lie; TertuliaStyle.cpp paints them.
#include "ui/theme/StyleShapes.h"
#include "ui/theme/TertuliaStyle.h"
#include "ui/theme/Theme.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QStyleOption>

namespace tertulia
{

using namespace shapes;

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
    if (control == CC_Slider) {
        const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (!slider || slider->orientation != Qt::Horizontal)
            return QProxyStyle::subControlRect(control, option, subControl, widget);
        if (subControl != SC_SliderHandle)
            return slider->rect;
        const int side = theme.px(16);
        const int reached = sliderPositionFromValue(slider->minimum, slider->maximum, slider->sliderPosition,
                                                    slider->rect.width() - side, slider->upsideDown);
        return {slider->rect.left() + reached, slider->rect.center().y() - side / 2, side, side};
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
    case SE_ItemViewItemFocusRect:
        return option->rect.adjusted(0, 1, 0, -1);
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
        // Room for the heavier letters that it has once it is chosen, so that it need not grow then.
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        const auto *pressed = qobject_cast<const QAbstractButton *>(widget);
        if (chip && button && pressed && pressed->isCheckable()) {
            QFont bold = widget->font();
            bold.setWeight(QFont::DemiBold);
            result.rwidth() += std::max(0,
                                        QFontMetrics(bold).horizontalAdvance(button->text)
                                            - QFontMetrics(widget->font()).horizontalAdvance(button->text));
        }
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
        // The words need what SC_ComboBoxEditField leaves them, at every text size.
        const int least = type == CT_ComboBox ? size.width() + theme.px(10 + 28) + theme.px(4) : 0;
        return {std::max(base.width() + theme.px(18), least), std::max(theme.px(36), base.height())};
    }
    case CT_CheckBox:
    case CT_RadioButton: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {base.width(), std::max(base.height(), theme.px(24))};
    }
    case CT_MenuItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        if (!item)
            break;
        if (item->menuItemType == QStyleOptionMenuItem::Separator && !item->text.isEmpty()) {
            const QFontMetrics title(theme.font(12.0 / 14.0, QFont::Bold));
            return {title.horizontalAdvance(item->text) + theme.px(24), title.height() + theme.px(8)};
        }
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
    case PM_DefaultFrameWidth:
        // Room for the round corners around a square viewport.
        return qobject_cast<const QAbstractScrollArea *>(widget)
            ? 4
            : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_SliderThickness:
    case PM_SliderControlThickness:
        return theme.px(24);
    case PM_SliderLength:
        return theme.px(16);
    case PM_TabBarScrollButtonWidth:
        return theme.px(28);
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
    case SH_Menu_SupportsSections:
        return 1;
    case SH_Menu_Mask:
        // Behind the corners is nothing: black, where no compositor puts the window behind it there.
        if (auto *mask = qstyleoption_cast<QStyleHintReturnMask *>(returned); mask && option) {
            mask->region = roundedRegion(option->rect, kFieldRadius);
            return 1;
        }
        return 0;
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
        // As in the dialogs that lay their buttons themselves: what goes on stands last.
        return QDialogButtonBox::GnomeLayout;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

} // namespace tertulia
