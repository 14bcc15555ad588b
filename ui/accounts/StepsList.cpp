// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/StepsList.h"

#include "ui/accessibility/AccessibleRole.h"
#include "ui/accounts/StepMark.h"
#include "ui/accounts/StepText.h"
#include "ui/text/ErrorText.h"
#include "ui/theme/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

#include <algorithm>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

/// One step as a row that a screen reader reads as one item.
class StepRow : public QWidget
{
public:
    StepRow(const StepReport &report, QWidget *parent)
        : QWidget(parent)
    {
        announceAsListItem(this);
        auto *layout = new QHBoxLayout(this);
        layout->setContentsMargins(0, 4, 0, 4);
        layout->setSpacing(Theme::current().px(12));
        layout->addWidget(new StepMark(report.state, this), 0, Qt::AlignTop);
        auto *words = new QVBoxLayout;
        words->setSpacing(1);
        const QString text = stepText(report);
        const QString remedy = stepRemedy(report);
        words->addWidget(makeLabel(text, false));
        if (!remedy.isEmpty())
            words->addWidget(makeLabel(remedy, true));
        layout->addLayout(words, 1);
        setAccessibleName(remedy.isEmpty() ? text : text + u' ' + remedy);
    }

private:
    QLabel *makeLabel(const QString &text, bool soft)
    {
        auto *label = new QLabel(this);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setText(text);
        if (soft)
            label->setForegroundRole(QPalette::PlaceholderText);
        return label;
    }
};

} // namespace

StepsList::StepsList(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QVBoxLayout(this))
{
    announceAsList(this);
    setAccessibleName(tr("Connection steps"));
    m_rows->setContentsMargins(16, 10, 16, 10);
    m_rows->setSpacing(0);
    connect(&Theme::current(), &Theme::changed, this, &StepsList::rebuild);
    setVisible(false);
}

void StepsList::setSteps(const QList<StepReport> &steps)
{
    if (steps == m_steps)
        return;
    m_steps = steps;
    rebuild();
}

void StepsList::update(const StepReport &report)
{
    const auto same
        = std::ranges::find_if(m_steps, [&](const StepReport &step) { return step.step == report.step; });
    if (same == m_steps.end()) {
        m_steps.append(report);
    } else {
        // A step that begins anew takes back what came after it: another server is being tried.
        *same = report;
        if (report.state == StepState::Running)
            m_steps.erase(same + 1, m_steps.end());
    }
    rebuild();
}

void StepsList::setError(const Error &error)
{
    for (StepReport &step : m_steps) {
        if (step.state != StepState::Failed)
            continue;
        step.error = error;
        rebuild();
        return;
    }
    StepReport report;
    report.step = m_steps.isEmpty() ? ConnectionStep::FindServer : m_steps.constLast().step;
    report.state = StepState::Failed;
    report.error = error;
    if (!m_steps.isEmpty() && m_steps.constLast().state == StepState::Running)
        m_steps.last() = report;
    else
        m_steps.append(report);
    rebuild();
}

void StepsList::clear()
{
    m_steps.clear();
    rebuild();
}

bool StepsList::isEmpty() const
{
    return m_steps.isEmpty();
}

void StepsList::rebuild()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        if (QWidget *row = item->widget()) {
            row->hide();
            row->deleteLater();
        }
        delete item;
    }
    for (const StepReport &report : std::as_const(m_steps))
        if (report.state != StepState::Waiting)
            m_rows->addWidget(new StepRow(report, this));
    setVisible(m_rows->count() > 0);
}

void StepsList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Theme::current().isHighContrast() ? QPen(Theme::current().palette().line)
                                                     : QPen(Qt::NoPen));
    painter.setBrush(Theme::current().palette().pane);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10);
}

} // namespace tertulia
