// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/accounts/Facts.h"

#include <QWidget>

class QGridLayout;

namespace tertulia
{

/// Facts in two columns, names and values; each can be selected, reached by the keyboard and read aloud.
class FactsGrid : public QWidget
{
    Q_OBJECT
public:
    explicit FactsGrid(QWidget *parent = nullptr);

    /// Changes nothing where they are the same: what a person has selected stays.
    void setFacts(const QList<Fact> &facts);
    /// Smaller, and the values at the trailing edge, as a narrow pane has them.
    void setForPane();
    [[nodiscard]] const QList<Fact> &facts() const { return m_facts; }

private:
    void build();

    QGridLayout *m_grid;
    QList<Fact> m_facts;
    bool m_forPane = false;
};

} // namespace tertulia
