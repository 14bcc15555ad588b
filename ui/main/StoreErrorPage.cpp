// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/StoreErrorPage.h"

#include "core/session/StoreRescue.h"
#include "ui/history/WorkDialog.h"
#include "ui/text/ErrorText.h"
#include "ui/text/PlainText.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"

#include <QCloseEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace tertulia
{

namespace
{

QLabel *plainLabel(const QString &text)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

StoreErrorPage::StoreErrorPage(const Error &error, const QString &path, QWidget *parent)
    : QWidget(parent)
    , m_path(path)
    , m_title(plainLabel(tr("Your messages cannot be opened")))
    , m_promise(plainLabel(tr("Nothing was changed or replaced.")))
    , m_progress(new QProgressBar)
    , m_salvage(new QPushButton(tr("&Save what can be read")))
    , m_stop(new QPushButton(tr("Cancel")))
    , m_retry(new QPushButton(tr("&Try again")))
{
    const Theme &theme = Theme::current();
    setWindowTitle(tr("Tertulia"));

    auto *sign = new QLabel;
    sign->setPixmap(icon(Icons::Warning, Tint::Warning).pixmap(theme.px(40), theme.px(40)));
    m_title->setFont(theme.font(1.5, QFont::DemiBold));
    const ErrorText text = errorText(error);
    m_cause = plainLabel(text.sentence);
    m_remedy = plainLabel(text.remedy);
    m_remedy->setHidden(text.remedy.isEmpty());
    auto *file = plainLabel(shownAddress(path));
    file->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    file->setAccessibleName(tr("File"));
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setTextVisible(false);

    auto *folder = new QPushButton(tr("&Open folder"));
    auto *quit = new QPushButton(tr("&Quit"));
    m_retry->setProperty("primary", true);
    m_retry->setDefault(true);
    connect(folder, &QPushButton::clicked, this, &StoreErrorPage::openFolderRequested);
    connect(m_retry, &QPushButton::clicked, this, &StoreErrorPage::retryRequested);
    connect(quit, &QPushButton::clicked, this, &StoreErrorPage::quitRequested);
    connect(m_salvage, &QPushButton::clicked, this, &StoreErrorPage::salvage);
    connect(m_stop, &QPushButton::clicked, &m_work, &LongWork::cancel);
    connect(&m_work, &LongWork::progressed, this,
            [this](qint64 done, qint64 all) { showProgress(*m_progress, done, all); });
    // Nothing can be saved of a log alone.
    const bool damaged = error.code == ErrorCode::StoreCorrupted && QFileInfo::exists(path);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme.px(8));
    buttons->addStretch();
    buttons->addWidget(quit);
    buttons->addWidget(m_stop);
    buttons->addWidget(m_salvage);
    buttons->addWidget(m_retry);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(32), theme.px(28), theme.px(32), theme.px(24));
    layout->setSpacing(theme.px(12));
    layout->addWidget(sign);
    layout->addWidget(m_title);
    layout->addWidget(m_cause);
    layout->addWidget(m_remedy);
    layout->addWidget(file);
    layout->addWidget(folder, 0, Qt::AlignLeading);
    layout->addWidget(m_promise);
    layout->addWidget(m_progress);
    layout->addStretch();
    layout->addLayout(buttons);
    setMinimumWidth(theme.px(460));
    resize(theme.px(600), theme.px(400));
    setBusy(false);
    m_salvage->setVisible(damaged);
}

void StoreErrorPage::setBusy(bool busy)
{
    m_progress->setVisible(busy);
    m_stop->setVisible(busy);
    m_salvage->setVisible(!busy);
    m_remedy->setVisible(!busy && !m_remedy->text().isEmpty());
    m_retry->setEnabled(!busy);
}

void StoreErrorPage::salvage()
{
    showProgress(*m_progress, 0, 0);
    setBusy(true);
    m_promise->setText(tr("Reading what can be read…"));
    m_work.start<Salvaged>([path = m_path](WorkProgress &progress) { return salvageStore(path, progress); })
        .then(this, [this](const Result<Salvaged> &saved) {
            setBusy(false);
            if (!saved) {
                m_promise->setText(saved.error().code == ErrorCode::Cancelled
                                       ? tr("Nothing was changed or replaced.")
                                       : errorLine(saved.error()));
                return;
            }
            m_salvage->hide();
            m_remedy->hide();
            m_title->setText(saved->whole || saved->messages > 0 || saved->accounts > 0
                                 ? tr("Your messages were saved")
                                 : tr("Nothing could be read"));
            const QString rest = saved->whole
                ? tr("All of them could be read.")
                : tr("Some could not be read. What your server still keeps is fetched again.");
            m_cause->setText(tr("%n message(s) were saved.", nullptr, int(saved->messages)) + u' ' + rest);
            QStringList promise{tr("The damaged file was kept as %1.")
                                    .arg(shownAddress(QFileInfo(saved->keptAs).fileName()))};
            if (saved->remade > 0)
                promise.prepend(
                    tr("The settings of %n account(s) are lost: turn on “Use this account” again.", nullptr,
                       int(saved->remade)));
            m_promise->setText(promise.join(u'\n'));
            m_retry->setText(tr("&Start"));
            m_retry->setFocus();
        });
}

void StoreErrorPage::closeEvent(QCloseEvent *event)
{
    event->accept();
    Q_EMIT quitRequested();
}

} // namespace tertulia
