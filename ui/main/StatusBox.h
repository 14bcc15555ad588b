// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace tertulia
{

/// The presence selector's box: as wide as what it shows, not as its widest choice. It shows the choice, or
/// in its place why the choice has no effect yet. Without Q_OBJECT, so that it is a combo box to screen
/// readers.
class StatusBox : public QComboBox
{
public:
    using QComboBox::QComboBox;

    /// Shown instead of the choice; empty: the choice.
    void setStandIn(const QString &text);
    [[nodiscard]] QString standIn() const { return m_standIn; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }
    void showPopup() override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_standIn;
};

} // namespace tertulia
