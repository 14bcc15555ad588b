// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/FactsGrid.h"

#include "ui/theme/Theme.h"

#include <QFontDatabase>
#include <QGridLayout>
#include <QLabel>

namespace tertulia
{

using namespace Qt::StringLiterals;

FactsGrid::FactsGrid(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setColumnStretch(1, 1);
    m_grid->setHorizontalSpacing(14);
    m_grid->setVerticalSpacing(4);
    connect(&Theme::current(), &Theme::changed, this, &FactsGrid::build);
}

void FactsGrid::setFacts(const QList<Fact> &facts)
{
    if (facts == m_facts)
        return;
    m_facts = facts;
    build();
}

void FactsGrid::setForPane()
{
    m_forPane = true;
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(11);
    build();
}

void FactsGrid::build()
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    const Theme &theme = Theme::current();
    int row = 0;
    const auto label = [this, &theme](const QString &text) {
        auto *made = new QLabel(this);
        if (m_forPane)
            made->setFont(theme.font(0.93));
        made->setTextFormat(Qt::PlainText);
        made->setText(text);
        return made;
    };
    for (const Fact &fact : std::as_const(m_facts)) {
        if (fact.value.isEmpty()) {
            auto *heading = label(fact.name);
            heading->setFont(theme.font(1.0, QFont::DemiBold));
            heading->setContentsMargins(0, row == 0 ? 0 : 10, 0, 0);
            m_grid->addWidget(heading, row++, 0, 1, 2);
            continue;
        }
        auto *value = label(fact.value);
        value->setWordWrap(true);
        value->setMinimumWidth(1);
        if (m_forPane)
            value->setAlignment(Qt::AlignTrailing | Qt::AlignTop);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        value->setFocusPolicy(Qt::StrongFocus);
        value->setAccessibleName(fact.name.isEmpty() ? fact.value : fact.name + u": "_s + fact.value);
        if (fact.code) {
            QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
            font.setPixelSize(theme.px(12.5));
            value->setFont(font);
            value->setLayoutDirection(Qt::LeftToRight);
        }
        if (fact.name.isEmpty()) {
            m_grid->addWidget(value, row++, 0, 1, 2);
            continue;
        }
        auto *name = label(fact.name);
        name->setForegroundRole(QPalette::PlaceholderText);
        if (fact.code) {
            // Lines to compare keep their length as long as there is room.
            m_grid->addWidget(name, row++, 0, 1, 2);
            m_grid->addWidget(value, row++, 0, 1, 2);
            continue;
        }
        m_grid->addWidget(name, row, 0, Qt::AlignTop);
        m_grid->addWidget(value, row++, 1, Qt::AlignTop);
    }
}

} // namespace tertulia
