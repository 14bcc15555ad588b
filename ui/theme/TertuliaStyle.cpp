// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/TertuliaStyle.h"

#include "ui/theme/Icons.h"
#include "ui/theme/StyleShapes.h"
#include "ui/theme/Theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>
#include <QToolButton>

namespace tertulia
{

using namespace shapes;

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

void TertuliaStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                  const QWidget *widget) const
{
    const Palette &p = tokens();
    switch (element) {
    case PE_PanelButtonCommand:
        drawButton(option, painter, widget);
        return;
    case PE_PanelButtonTool:
        drawToolButtonPanel(option, painter, widget);
        return;
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->lineWidth > 0)
            drawField(option, painter, widget);
        return;
    case PE_FrameLineEdit:
        drawField(option, painter, widget);
        return;
    case PE_Frame:
        drawFrame(option, painter, widget);
        return;
    case PE_FrameFocusRect:
        drawFocusRing(option, painter, widget);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawCheckMark(option, painter);
        return;
    case PE_IndicatorRadioButton:
        drawRadioMark(option, painter);
        return;
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
    case PE_PanelItemViewItem:
        drawRow(option, painter);
        return;
    case PE_FrameTabBarBase:
        if (const auto *base = qstyleoption_cast<const QStyleOptionTabBarBase *>(option);
            base && base->shape == QTabBar::RoundedNorth)
            painter->fillRect(QRect(base->rect.left(), base->rect.top() - 1, base->rect.width(), 1), p.line);
        return;
    case PE_IndicatorTabTearLeft:
    case PE_IndicatorTabTearRight:
    case PE_PanelScrollAreaCorner:
    case PE_FrameStatusBarItem:
    case PE_PanelMenuBar:
    case PE_FrameTabWidget:
        return;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
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
        drawMenuBarItem(option, painter, widget);
        return;
    case CE_PushButtonLabel:
        drawButtonLabel(option, painter, widget);
        return;
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
    case CC_Slider:
        drawSlider(option, painter);
        return;
    case CC_SpinBox:
        drawSpinBox(option, painter, widget);
        return;
    case CC_ToolButton:
        // What it shows tells that it opens something; Fusion's arrow in its corner is a speck.
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
            button && button->features.testFlag(QStyleOptionToolButton::HasMenu)) {
            QStyleOptionToolButton copy = *button;
            copy.features.setFlag(QStyleOptionToolButton::HasMenu, false);
            QProxyStyle::drawComplexControl(control, &copy, painter, widget);
            return;
        }
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        return;
    default:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

QIcon TertuliaStyle::standardIcon(StandardPixmap standardIcon, const QStyleOption *option,
                                  const QWidget *widget) const
{
    switch (standardIcon) {
    case SP_ArrowLeft:
    case SP_ArrowRight:
        return icon(Icons::ChevronRight, Tint::Soft, standardIcon == SP_ArrowLeft);
    case SP_ArrowUp:
        return icon(Icons::ChevronUp);
    case SP_ArrowDown:
        return icon(Icons::ChevronDown);
    default:
        return QProxyStyle::standardIcon(standardIcon, option, widget);
    }
}

} // namespace tertulia
