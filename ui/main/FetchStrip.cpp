// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/FetchStrip.h"

#include "core/session/SessionMessages.h"
#include "core/session/XmppSession.h"
#include "ui/text/PlainText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Buttons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QProgressBar>
#include <QTimer>
#include <QVBoxLayout>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

/// What is over by then needs no strip; it would only flicker.
constexpr int kPatienceMs = 1500;
constexpr int kSteps = 1000;

} // namespace

FetchStrip::FetchStrip(XmppSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_fill(session.messages().archive())
    , m_text(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_pause(new FlatButton(QString(), this))
    , m_patience(new QTimer(this))
{
    m_text->setAccessibleName(tr("Fetching from the archive"));
    m_bar->setAccessibleName(tr("Messages fetched"));
    m_bar->setRange(0, kSteps);
    m_bar->setTextVisible(false);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setMinimumWidth(Theme::current().px(80));
    m_pause->setAutoDefault(false);
    m_patience->setSingleShot(true);
    m_patience->setInterval(kPatienceMs);
    auto *close = new IconButton(Icons::Close, tr("Close this line; fetching goes on"), this);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    row->addWidget(m_text, 1);
    row->addWidget(m_pause);
    row->addWidget(close);
    // As wide as the strip, so that the words have their room in a narrow window too.
    m_bar->setFixedHeight(6);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 4, 8, 8);
    layout->setSpacing(4);
    layout->addLayout(row);
    layout->addWidget(m_bar);

    connect(m_pause, &QPushButton::clicked, this, [this] { m_fill.setPaused(!m_fill.isPaused()); });
    connect(close, &QToolButton::clicked, this, [this] {
        m_putAway = true;
        refresh();
    });
    connect(&m_fill, &ArchiveFill::progressChanged, this, &FetchStrip::refresh);
    connect(m_patience, &QTimer::timeout, this, [this] {
        m_seen = true;
        refresh();
    });
    const auto fonts = [this] { m_text->setFont(Theme::current().font(13 / 14.0)); };
    connect(&Theme::current(), &Theme::changed, this, fonts);
    fonts();
    hide();
    refresh();
}

QString FetchStrip::words() const
{
    const ArchiveProgress progress = m_fill.progress();
    const QString since = QLocale().toString(progress.reached.toLocalTime().date(), QLocale::ShortFormat);
    return progress.state == ArchiveProgress::State::Paused
        ? tr("Fetching older messages is paused. Those since %1 are here.").arg(since)
        : tr("Fetching older messages. Those since %1 are here.").arg(since);
}

void FetchStrip::refresh()
{
    using State = ArchiveProgress::State;
    const ArchiveProgress progress = m_fill.progress();
    const bool fetching = progress.state == State::Fetching;
    // Who paused it here can go on here; that it was paused long ago is no news.
    const bool going = fetching || (progress.state == State::Paused && m_seen);
    if (!going) {
        m_patience->stop();
        m_seen = false;
    } else if (!m_seen && !m_patience->isActive()) {
        m_patience->start();
    }
    setVisible(going && m_seen && !m_putAway);
    if (isHidden())
        return;
    const QString line = shownAddress(m_session.address().toString()) + u": "_s + words();
    if (line != m_text->accessibleDescription()) {
        m_text->setText(line);
        m_text->setAccessibleDescription(line);
    }
    const auto share = progress.thousandths(QDateTime::currentDateTimeUtc());
    m_bar->setVisible(share.has_value());
    m_bar->setValue(share.value_or(0));
    m_pause->setText(fetching ? tr("Pause") : tr("Continue"));
}

void FetchStrip::paintEvent(QPaintEvent *)
{
    const Palette &p = Theme::current().palette();
    QPainter painter(this);
    painter.fillRect(rect(), p.pane);
    painter.fillRect(QRect(0, 0, width(), 1), p.line);
}

} // namespace tertulia
