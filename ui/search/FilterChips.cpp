// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/FilterChips.h"

#include "core/session/MessageSearch.h"
#include "ui/text/PlainText.h"
#include "ui/widgets/Buttons.h"
#include "ui/widgets/FlowLayout.h"

#include <QEvent>

namespace tertulia
{

using namespace Qt::StringLiterals;

FilterChips::FilterChips(QWidget *parent)
    : QWidget(parent)
{
    auto *flow = new FlowLayout(this);
    flow->setContentsMargins(12, 0, 12, 8);
    flow->setSpacing(6);
    fill();
}

void FilterChips::setFilters(const QList<TypedFilter> &filters)
{
    if (filters == m_filters)
        return;
    m_filters = filters;
    fill();
}

void FilterChips::fill()
{
    const bool hadFocus = isAncestorOf(focusWidget()) && focusWidget()->hasFocus();
    for (ChipButton *chip : findChildren<ChipButton *>(QString(), Qt::FindDirectChildrenOnly)) {
        chip->hide();
        layout()->removeWidget(chip);
        chip->deleteLater(); // it may be the one that was pressed
    }
    for (const TypedFilter &filter : std::as_const(m_filters)) {
        const QString text = shownLine(filterKey(filter.kind) + u": "_s + filter.value, 40);
        auto *chip = new ChipButton(withoutMnemonic(text) + u"  ×"_s, this);
        chip->setChecked(true);
        chip->setAccessibleName(tr("Remove the filter %1").arg(text));
        connect(chip, &QAbstractButton::clicked, this, [this, filter] { Q_EMIT removed(filter); });
        layout()->addWidget(chip);
        chip->show();
    }
    const auto offer = [this](TypedFilter::Kind kind, const QString &value, const QString &text,
                              const QString &name) {
        for (const TypedFilter &filter : std::as_const(m_filters)) {
            if (filter.kind == kind && (value.isEmpty() || contentOf(filter.value) == contentOf(value)))
                return;
        }
        auto *chip = new ChipButton(text, this);
        chip->setCheckable(false);
        chip->setAccessibleName(name);
        connect(chip, &QAbstractButton::clicked, this, [this, kind, value] { Q_EMIT added(kind, value); });
        layout()->addWidget(chip);
        chip->show();
    };
    offer(TypedFilter::Kind::From, {}, tr("From…"), tr("Only messages from somebody"));
    offer(TypedFilter::Kind::In, {}, tr("In…"), tr("Only messages in a chat"));
    offer(TypedFilter::Kind::After, {}, tr("After…"), tr("Only messages after a day"));
    offer(TypedFilter::Kind::Before, {}, tr("Before…"), tr("Only messages before a day"));
    offer(TypedFilter::Kind::Has, contentWord(MessageQuery::Image), tr("Images"),
          tr("Only messages with an image"));
    offer(TypedFilter::Kind::Has, contentWord(MessageQuery::File), tr("Files"),
          tr("Only messages with a file"));
    offer(TypedFilter::Kind::Has, contentWord(MessageQuery::Link), tr("Links"),
          tr("Only messages with a link"));
    if (hadFocus && layout()->count() > 0)
        layout()->itemAt(0)->widget()->setFocus(Qt::OtherFocusReason);
    updateGeometry();
}

void FilterChips::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fill();
}

} // namespace tertulia
