// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/WindowAudit.h"

#include "tests/support/PseudoTranslator.h"
#include "ui/theme/Palette.h"
#include "ui/widgets/ElidedLabel.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyleOption>
#include <QTabBar>
#include <QTextDocumentFragment>
#include <QTextEdit>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tertulia::test
{

namespace
{

QRect placeIn(const QWidget &window, const QWidget &widget, const QRect &part)
{
    return {widget.mapTo(&window, part.topLeft()), part.size()};
}

QString nameOf(const QWidget &widget)
{
    const auto *interface = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(&widget));
    return interface ? const_cast<QAccessibleInterface *>(interface)->text(QAccessible::Name) : QString();
}

/// How a line of the report calls it.
QString called(const QWidget &widget)
{
    QString text = QString::fromLatin1(widget.metaObject()->className());
    if (!widget.objectName().isEmpty())
        text += u" #"_s + widget.objectName();
    if (const QString name = nameOf(widget); !name.isEmpty())
        text += u" \""_s + name.left(60) + u'"';
    return text;
}

/// Visible descendants of a type, without what toolkit classes are made of.
template <class W>
QList<W *> shown(const QWidget &window)
{
    QList<W *> widgets;
    for (W *widget : window.findChildren<W *>()) {
        if (widget->isVisible() && widget->window() == &window && !widget->objectName().startsWith(u"qt_"_s))
            widgets.append(widget);
    }
    return widgets;
}

/// Those to which the Tab key goes, in its order.
QList<QWidget *> tabChain(const QWidget &window)
{
    QList<QWidget *> chain;
    const auto *start = &window;
    for (QWidget *widget = start->nextInFocusChain(); widget && widget != start;
         widget = widget->nextInFocusChain()) {
        const bool stops = (widget->focusPolicy() & Qt::TabFocus) && widget->isVisibleTo(&window)
            && widget->isEnabled() && widget->window() == &window && !widget->focusProxy();
        if (stops)
            chain.append(widget);
    }
    return chain;
}

/// Below their common ancestor, those that hold the one and the other.
std::pair<const QWidget *, const QWidget *> siblingsAbove(const QWidget *a, const QWidget *b)
{
    QList<const QWidget *> above;
    for (const QWidget *w = a; w; w = w->parentWidget())
        above.append(w);
    for (const QWidget *w = b; w; w = w->parentWidget()) {
        const qsizetype at = above.indexOf(w->parentWidget());
        if (at > 0)
            return {above[at - 1], w};
    }
    return {a, b};
}

/// Room for a text within a control, in the control's coordinates.
QRect textRect(const QWidget &widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        return label->contentsRect();
    if (qobject_cast<const QCheckBox *>(&widget) || qobject_cast<const QRadioButton *>(&widget)) {
        QStyleOptionButton option;
        option.initFrom(&widget);
        return widget.style()->subElementRect(qobject_cast<const QCheckBox *>(&widget)
                                                  ? QStyle::SE_CheckBoxContents
                                                  : QStyle::SE_RadioButtonContents,
                                              &option, &widget);
    }
    return widget.rect().adjusted(4, 4, -4, -4);
}

QString shownText(const QWidget &widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(&widget)) {
        if (!label->pixmap(Qt::ReturnByValue).isNull())
            return {};
        return label->textFormat() == Qt::PlainText
            ? label->text()
            : QTextDocumentFragment::fromHtml(label->text()).toPlainText();
    }
    if (const auto *button = qobject_cast<const QToolButton *>(&widget))
        return button->toolButtonStyle() == Qt::ToolButtonIconOnly ? QString() : button->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        return button->text();
    return {};
}

double contrastIn(const QImage &picture, const QRect &rect)
{
    QHash<QRgb, int> counts;
    for (int y = rect.top(); y <= rect.bottom(); ++y) {
        for (int x = rect.left(); x <= rect.right(); ++x)
            ++counts[picture.pixel(x, y)];
    }
    QRgb background = 0;
    int most = 0;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        if (it.value() > most) {
            most = it.value();
            background = it.key();
        }
    }
    double best = 1;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        best = std::max(best, contrastRatio(QColor(it.key()), QColor(background)));
    return best;
}

} // namespace

QStringList namelessControls(const QWidget &window)
{
    QStringList faults;
    for (const QWidget *widget : tabChain(window)) {
        auto *interface = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
        if (!interface || interface->text(QAccessible::Name).trimmed().isEmpty())
            faults.append(u"no name: "_s + called(*widget));
        else if (interface->role() == QAccessible::NoRole || interface->role() == QAccessible::Client)
            faults.append(u"no role: "_s + called(*widget));
    }
    for (const QAbstractButton *button : shown<QAbstractButton>(window)) {
        if (nameOf(*button).trimmed().isEmpty())
            faults.append(u"no name: "_s + called(*button));
    }
    return faults;
}

QStringList tabFaults(const QWidget &window)
{
    QStringList faults;
    const QList<QWidget *> chain = tabChain(window);
    const bool mirrored = window.layoutDirection() == Qt::RightToLeft;
    for (qsizetype i = 0; i < chain.size(); ++i) {
        const QWidget *next = chain[(i + 1) % chain.size()];
        const auto [from, to] = siblingsAbove(chain[i], next);
        const QRect a = placeIn(window, *from, from->rect());
        const QRect b = placeIn(window, *to, to->rect());
        const bool sameRow = a.top() <= b.bottom() && b.top() <= a.bottom();
        const bool sameColumn = a.left() <= b.right() && b.left() <= a.right();
        const bool up = !sameRow && sameColumn && b.bottom() < a.top();
        const bool back = sameRow && !sameColumn && (mirrored ? b.left() > a.right() : b.right() < a.left());
        if (up || back)
            faults.append(u"Tab goes back from "_s + called(*chain[i]) + u" to "_s + called(*next));
    }
    // From the last one it goes to the first one.
    if (faults.size() == 1)
        faults.clear();
    for (const QWidget *widget : chain) {
        const auto *text = qobject_cast<const QTextEdit *>(widget);
        const auto *plain = qobject_cast<const QPlainTextEdit *>(widget);
        if ((text && !text->tabChangesFocus()) || (plain && !plain->tabChangesFocus()))
            faults.append(u"Tab is caught by "_s + called(*widget));
    }
    return faults;
}

QStringList smallTargets(const QWidget &window)
{
    constexpr int kSmallest = 24;
    QStringList faults;
    for (const QAbstractButton *button : shown<QAbstractButton>(window)) {
        // Within a text field, which is around it.
        if (qobject_cast<const QLineEdit *>(button->parentWidget()))
            continue;
        if (button->width() < kSmallest || button->height() < kSmallest)
            faults.append(u"%1 by %2: "_s.arg(button->width()).arg(button->height()) + called(*button));
    }
    return faults;
}

QStringList clippedTexts(const QWidget &window)
{
    QStringList faults;
    const auto report = [&](const QWidget &widget, int has, int needs) {
        if (has < needs)
            faults.append(u"has %1, needs %2: "_s.arg(has).arg(needs) + called(widget));
    };
    for (const QLabel *label : shown<QLabel>(window)) {
        if (shownText(*label).isEmpty() || qobject_cast<const ElidedLabel *>(label))
            continue;
        if (label->wordWrap())
            report(*label, label->height(), label->heightForWidth(label->width()));
        else
            report(*label, label->width(), label->sizeHint().width());
    }
    for (const QAbstractButton *button : shown<QAbstractButton>(window)) {
        if (!shownText(*button).isEmpty())
            report(*button, button->width(), button->minimumSizeHint().width());
    }
    for (const QComboBox *box : shown<QComboBox>(window)) {
        QStyleOptionComboBox option;
        option.initFrom(box);
        const QRect field
            = box->style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, box);
        report(*box, field.width(), box->fontMetrics().horizontalAdvance(box->currentText()));
    }
    for (const QScrollArea *area : shown<QScrollArea>(window)) {
        if (area->widget() && area->horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff)
            report(*area, area->viewport()->width(), area->widget()->width());
    }
    for (const QTabBar *tabs : shown<QTabBar>(window)) {
        if (!tabs->usesScrollButtons())
            report(*tabs, tabs->width(), tabs->sizeHint().width());
    }
    return faults;
}

QStringList faintTexts(const QWidget &window, const QImage &picture)
{
    // A thin stroke is painted a little paler than its colour.
    constexpr double kLeast = 4.5 * 0.95;
    QStringList faults;
    QList<const QWidget *> texts;
    for (const QLabel *label : shown<QLabel>(window))
        texts.append(label);
    for (const QAbstractButton *button : shown<QAbstractButton>(window))
        texts.append(button);
    for (const QWidget *widget : texts) {
        if (!widget->isEnabled() || shownText(*widget).trimmed().isEmpty())
            continue;
        // What is scrolled out of sight in part may have its text there.
        const QRect part = textRect(*widget);
        if (!widget->visibleRegion().boundingRect().contains(part))
            continue;
        const QRect place = placeIn(window, *widget, part) & picture.rect();
        if (place.width() < 8 || place.height() < 6)
            continue;
        const double contrast = contrastIn(picture, place);
        if (contrast < kLeast)
            faults.append(u"%1 to 1: "_s.arg(contrast, 0, 'f', 2) + called(*widget));
    }
    return faults;
}

QStringList untranslatedTexts(const QWidget &window, const QStringList &data)
{
    static const QRegularExpression word(u"\\p{L}{3,}"_s);
    QStringList faults;
    const auto look = [&](const QWidget &widget, QString text) {
        if (PseudoTranslator::isPseudo(text))
            return;
        for (const QString &known : data)
            text.remove(known, Qt::CaseInsensitive);
        // Addresses, names of mechanisms and files, fingerprints, dates.
        static const QRegularExpression datum(
            u"\\S+@\\S+|\\S+\\.(org|net|example)\\S*|\\S*[/\\\\:_]\\S*|[A-Z]+-\\S+|\\b[0-9a-f]{4}\\b|\\d+ \\p{L}+ \\d{4}"_s);
        text.remove(datum);
        if (text.contains(word))
            faults.append(u"\""_s + text.simplified().left(80) + u"\" in "_s + called(widget));
    };
    static const QRegularExpression letters(u"\\p{L}"_s);
    for (const QWidget *widget : shown<QWidget>(window)) {
        const auto *button = qobject_cast<const QToolButton *>(widget);
        if (button && !button->text().isEmpty() && !button->text().contains(letters))
            continue;
        look(*widget, shownText(*widget));
        look(*widget, widget->toolTip());
        if (!widget->accessibleName().isEmpty())
            look(*widget, widget->accessibleName());
        if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
            look(*widget, edit->placeholderText());
        if (const auto *box = qobject_cast<const QComboBox *>(widget)) {
            for (int i = 0; i < box->count(); ++i)
                look(*widget, box->itemText(i));
        }
        if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
            for (int i = 0; i < tabs->count(); ++i)
                look(*widget, tabs->tabText(i));
        }
    }
    const auto *menu = qobject_cast<const QMenu *>(&window);
    for (const QAction *action : menu ? menu->actions() : QList<QAction *>())
        look(window, action->text());
    look(window, window.windowTitle());
    return faults;
}

Geometry geometryOf(const QWidget &window)
{
    Geometry places;
    const std::function<void(const QWidget &, const QString &)> collect
        = [&](const QWidget &widget, const QString &path) {
              QHash<QString, int> seen;
              for (const QObject *child : widget.children()) {
                  const auto *inner = qobject_cast<const QWidget *>(child);
                  if (!inner || inner->isWindow() || !inner->isVisible())
                      continue;
                  const QString type = QString::fromLatin1(inner->metaObject()->className());
                  const QString at = path + u'/' + type + QString::number(seen[type]++);
                  // What a scroll area holds moves with its bar, and bars stand where the style wants them.
                  if (qobject_cast<const QScrollBar *>(inner))
                      continue;
                  places.insert(at, placeIn(window, *inner, inner->rect()));
                  collect(*inner, at);
              }
          };
    collect(window, {});
    return places;
}

QStringList unmirrored(const Geometry &leftToRight, const Geometry &rightToLeft, int windowWidth)
{
    // Margins need not be the same on both sides, and a scroll bar may stand on one.
    constexpr int kTolerance = 8;
    QStringList faults;
    for (auto it = leftToRight.cbegin(); it != leftToRight.cend(); ++it) {
        const auto other = rightToLeft.constFind(it.key());
        if (other == rightToLeft.cend() || it->width() != other->width() || it->width() == 0)
            continue;
        const int expected = windowWidth - 1 - it->right();
        if (std::abs(other->left() - expected) > kTolerance)
            faults.append(u"at %1, not %2: "_s.arg(other->left()).arg(expected) + it.key());
    }
    faults.sort();
    return faults;
}

} // namespace tertulia::test
