// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/ConnectionStrip.h"

#include "ui/accounts/StepText.h"
#include "ui/accounts/StepsList.h"
#include "ui/text/ErrorText.h"
#include "ui/text/OutageText.h"
#include "ui/text/PlainText.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTimer>
#include <QTimerEvent>

#include <algorithm>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

/// A connection that comes up at once needs no strip; it would only flicker.
constexpr int kPatienceMs = 1500;

class StripIcon : public QWidget
{
public:
    using QWidget::QWidget;
    [[nodiscard]] QSize sizeHint() const override
    {
        const int side = Theme::current().px(18);
        return {side, side};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const int side = sizeHint().width();
        paintIcon(painter, QRectF(0, (height() - side) / 2.0, side, side), Icons::Warning,
                  Theme::current().palette().warningInk);
    }
};

} // namespace

ConnectionStrip::ConnectionStrip(XmppSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_text(new QLabel(this))
    , m_outage(new QLabel(this))
    , m_remedy(new QLabel(this))
    , m_reconnect(nullptr)
    , m_logIn(nullptr)
    , m_type(nullptr)
    , m_details(nullptr)
    , m_more(nullptr)
    , m_steps(new StepsList(this))
{
    m_text->setAccessibleName(tr("Connection status"));
    m_outage->setAccessibleName(tr("What the server’s people say"));
    for (QLabel *label : {m_text, m_outage, m_remedy}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_text->setMinimumWidth(80);
    auto *mark = new StripIcon(this);
    mark->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    const auto makeButton = [this](const QString &text) {
        auto *button = new QPushButton(text, this);
        button->setProperty("onWarning", true);
        button->setAutoDefault(false);
        return button;
    };
    auto *reconnect = makeButton(tr("Reconnect now"));
    auto *logIn = makeButton(tr("Log in…"));
    auto *type = makeButton(tr("Type password"));
    auto *details = makeButton(tr("Details"));
    details->setCheckable(true);
    auto *more = makeButton(tr("Connection details…"));
    m_more = more;
    m_reconnect = reconnect;
    m_logIn = logIn;
    m_type = type;
    m_details = details;

    auto *row = new QHBoxLayout;
    row->setSpacing(10);
    row->addWidget(mark);
    row->addWidget(m_text, 1);
    row->addWidget(reconnect);
    row->addWidget(logIn);
    row->addWidget(type);
    row->addWidget(details);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 6, 12, 6);
    layout->addLayout(row);
    layout->addWidget(m_outage);
    layout->addWidget(m_remedy);
    layout->addWidget(m_steps);
    layout->addWidget(more, 0, Qt::AlignLeading);

    connect(reconnect, &QPushButton::clicked, &m_session, &XmppSession::reconnectNow);
    connect(logIn, &QPushButton::clicked, this, [this] { Q_EMIT logInRequested(&m_session); });
    connect(more, &QPushButton::clicked, this, [this] { Q_EMIT detailsRequested(&m_session); });
    connect(type, &QPushButton::clicked, this, [this] { Q_EMIT passwordOffered(&m_session); });
    connect(details, &QPushButton::toggled, this, [this](bool open) {
        m_open = open;
        refresh();
    });
    connect(&m_session, &XmppSession::stateChanged, this, [this] {
        if (m_session.state() == SessionState::Online)
            m_patient = true;
        QTimer::singleShot(kPatienceMs, this, [this] {
            m_patient = false;
            refresh();
        });
        refresh();
    });
    connect(&m_session, &XmppSession::stepChanged, this, &ConnectionStrip::refresh);
    connect(&m_session, &XmppSession::outageChanged, this, &ConnectionStrip::refresh);
    const auto colours = [this] {
        QPalette palette = m_text->palette();
        palette.setColor(QPalette::WindowText, Theme::current().palette().warningInk);
        for (QLabel *label : {m_text, m_outage, m_remedy}) {
            label->setPalette(palette);
            label->setFont(Theme::current().font(13 / 14.0));
        }
    };
    connect(&Theme::current(), &Theme::changed, this, colours);
    colours();
    refresh();
    QTimer::singleShot(kPatienceMs, this, [this] {
        m_patient = false;
        refresh();
    });
}

bool ConnectionStrip::isNeeded() const
{
    switch (m_session.state()) {
    case SessionState::Offline:
    case SessionState::Online:
    case SessionState::Disconnecting:
    case SessionState::NeedsPassword: // has a bar of its own
        return false;
    case SessionState::Connecting:
        return !m_patient;
    case SessionState::WaitingForKeychain:
    case SessionState::Waiting:
    case SessionState::Stopped:
        return true;
    }
    return false;
}

void ConnectionStrip::setSilent(bool silent)
{
    m_silent = silent;
    refresh();
}

void ConnectionStrip::refresh()
{
    const bool needed = isNeeded() && !m_silent;
    const bool was = !isHidden();
    const SessionState state = m_session.state();
    const QString line = shownAddress(m_session.address().toString()) + u": "_s + sessionLine(m_session);
    if (line != m_text->text()) {
        m_text->setText(line);
        m_text->setAccessibleDescription(line);
    }
    const std::optional<ServiceOutage> &outage = m_session.outage();
    const QString outageSays = outage ? outageText(*outage) : QString();
    m_outage->setText(outageSays);
    m_outage->setAccessibleDescription(outageSays);
    m_outage->setVisible(!outageSays.isEmpty());
    m_reconnect->setVisible(state == SessionState::Waiting || state == SessionState::Stopped);
    m_logIn->setVisible(state == SessionState::Stopped);
    m_type->setVisible(state == SessionState::WaitingForKeychain);
    m_details->setVisible(state != SessionState::WaitingForKeychain);
    // A step that failed says why and what to do; otherwise the line above does, or this one.
    const QList<StepReport> steps = m_session.steps();
    const bool stepSays = std::ranges::find(steps, StepState::Failed, &StepReport::state) != steps.end();
    const bool over = state == SessionState::Waiting || state == SessionState::Stopped;
    m_remedy->setText(errorLine(m_session.lastError()));
    m_remedy->setVisible(m_open && over && !stepSays);
    m_more->setVisible(m_open);
    if (m_open)
        m_steps->setSteps(steps);
    else
        m_steps->clear();
    if (state == SessionState::Waiting)
        m_second.start(1000, this);
    else
        m_second.stop();
    setVisible(needed);
    if (needed != was)
        Q_EMIT neededChanged();
}

void ConnectionStrip::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_second.timerId())
        refresh();
}

void ConnectionStrip::paintEvent(QPaintEvent *)
{
    const Palette &p = Theme::current().palette();
    QPainter painter(this);
    painter.fillRect(rect(), p.warning);
    if (Theme::current().isHighContrast())
        painter.fillRect(QRect(0, 0, width(), 1), p.line);
}

} // namespace tertulia
