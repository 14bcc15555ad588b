// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/search/TypedSearch.h"

#include <QWidget>

namespace tertulia
{

/// The filters of a search as chips: those that stand in the text, each with a cross that takes it out, then
/// those that can be added.
class FilterChips : public QWidget
{
    Q_OBJECT
public:
    explicit FilterChips(QWidget *parent = nullptr);

    void setFilters(const QList<TypedFilter> &filters);

Q_SIGNALS:
    void removed(const tertulia::TypedFilter &filter);
    /// With a value, or without one, which is to be typed.
    void added(tertulia::TypedFilter::Kind kind, const QString &value);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();

    QList<TypedFilter> m_filters;
};

} // namespace tertulia
