// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/switcher/Switcher.h"

#include "ui/keys/KeyMap.h"
#include "ui/switcher/SwitcherList.h"
#include "ui/text/PlainText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/SearchField.h"

#include <QGraphicsDropShadowEffect>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace tertulia
{

namespace
{

QColor shade(const QWidget &widget, int alpha)
{
    QColor color = widget.palette().color(QPalette::Shadow);
    color.setAlpha(alpha);
    return color;
}

/// Rounded paper with a border, on which field and results lie.
class Panel : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Palette &p = Theme::current().palette();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(p.line);
        painter.setBrush(p.pane);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 14, 14);
    }
};

} // namespace

Switcher::Switcher(SwitcherModel &model, QWidget *window)
    : QWidget(window)
    , m_model(model)
    , m_panel(new Panel(this))
    , m_field(new SearchField(tr("Search or jump"), m_panel))
    , m_list(new SwitcherList(&model, m_panel))
    , m_nothing(new QLabel(m_panel))
    , m_hint(new QLabel(m_panel))
    , m_focusBefore(window->focusWidget())
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("Quick switcher"));
    m_nothing->setTextFormat(Qt::PlainText);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_hint->setFont(Theme::current().font(12 / 14.0));
    const QString own = KeyMap::current().key(KeyId::OpenInOwnWindow).toString(QKeySequence::NativeText);
    // Both as Qt calls them, which is not Enter everywhere.
    const QString key = QKeySequence(Qt::Key_Return).toString(QKeySequence::NativeText);
    m_hint->setText(own.isEmpty() ? tr("%1 opens", "key").arg(key)
                                  : tr("%1 opens, %2 in its own window", "keys").arg(key, own));
    m_hint->setAlignment(Qt::AlignCenter);
    m_list->setProperty("rounded", true);
    auto *layout = new QVBoxLayout(m_panel);
    layout->setContentsMargins(12, 12, 12, 10);
    layout->setSpacing(8);
    layout->addWidget(m_field);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_nothing, 1);
    layout->addWidget(m_hint);
    if (!Theme::current().isHighContrast()) {
        auto *shadow = new QGraphicsDropShadowEffect(m_panel);
        shadow->setBlurRadius(36);
        shadow->setOffset(0, 8);
        shadow->setColor(shade(*this, 70));
        m_panel->setGraphicsEffect(shadow);
    }
    window->installEventFilter(this);
    m_field->installEventFilter(this);
    m_list->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) { m_model.setText(text); });
    connect(m_field, &SearchField::escaped, this, &Switcher::dismiss);
    connect(m_field, &QLineEdit::returnPressed, this, [this] { m_list->choose(false); });
    connect(m_list, &SwitcherList::chosen, this, [this](const SwitcherEntry &entry, bool ownWindow) {
        dismiss();
        Q_EMIT chosen(entry, ownWindow);
    });
    for (const auto signal : {&SwitcherModel::refilled, &SwitcherModel::messagesFound})
        connect(&model, signal, this, &Switcher::showState);
    connect(&Theme::current(), &Theme::changed, this, &Switcher::arrange);
}

void Switcher::open(const QString &typed)
{
    m_field->setPlaceholderText(tr("Chats, people, messages and commands"));
    m_field->setText(typed);
    m_model.setText(typed);
    showState();
    arrange();
    show();
    raise();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void Switcher::dismiss()
{
    if (std::exchange(m_dismissed, true))
        return;
    hide();
    if (m_focusBefore && m_focusBefore->isVisible())
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    deleteLater();
}

void Switcher::arrange()
{
    const QWidget *window = parentWidget();
    setGeometry(window->rect());
    const int margin = 16;
    const int width = std::min(Theme::current().px(620), window->width() - 2 * margin);
    const int height = std::min(Theme::current().px(480), window->height() - 2 * margin);
    const int top
        = std::clamp(window->height() / 8, margin, std::max(margin, window->height() - height - margin));
    m_panel->setGeometry((window->width() - width) / 2, top, width, height);
}

void Switcher::showState()
{
    const bool any = m_model.firstChoosable() >= 0;
    m_list->setVisible(any);
    m_nothing->setVisible(!any);
    const QString typed = m_model.text().simplified();
    if (typed.isEmpty())
        m_nothing->setText(tr("Type what you are looking for."));
    else if (m_model.isSearching())
        m_nothing->setText(QString());
    else
        m_nothing->setText(tr("Nothing found for “%1”.").arg(shownLine(typed, 60)));
}

bool Switcher::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget()) {
        if (event->type() == QEvent::Resize)
            arrange();
        return false;
    }
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape) {
            dismiss();
            return true;
        }
        // The keyboard stays in here.
        if (key->key() == Qt::Key_Tab || key->key() == Qt::Key_Backtab) {
            QWidget *next
                = watched == m_field && m_list->isVisible() ? static_cast<QWidget *>(m_list) : m_field;
            next->setFocus(Qt::TabFocusReason);
            return true;
        }
        if (watched == m_field && m_list->takeKey(*key))
            return true;
        if (watched == m_field && KeyMap::current().matches(*key, KeyId::OpenInOwnWindow)) {
            m_list->choose(true);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void Switcher::paintEvent(QPaintEvent *)
{
    // What lies behind steps back.
    QPainter(this).fillRect(rect(), shade(*this, Theme::current().isDark() ? 110 : 60));
}

void Switcher::mousePressEvent(QMouseEvent *event)
{
    if (!m_panel->geometry().contains(event->position().toPoint()))
        dismiss();
}

} // namespace tertulia
