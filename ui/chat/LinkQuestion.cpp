// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/LinkQuestion.h"

#include "ui/settings/SettingKeys.h"
#include "ui/settings/UiSettings.h"
#include "ui/text/PlainText.h"
#include "ui/widgets/ConfirmDialog.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QUrl>

namespace tertulia
{

namespace
{

struct LinkQuestion {
    Q_DECLARE_TR_FUNCTIONS(tertulia::LinkQuestion)
};

constexpr qsizetype kLongest = 500;

} // namespace

void openLink(const QUrl &url, const UiSettings &settings, QWidget *window)
{
    if (!settings.value(settingkeys::kAskForLinks, false).toBool()) {
        QDesktopServices::openUrl(url);
        return;
    }
    // In ASCII: a host of foreign letters may look like another one.
    const Question question{.title = LinkQuestion::tr("Open this link?"),
                            .text = shownAddress(shownLine(url.toString(QUrl::FullyEncoded), kLongest)),
                            .action = LinkQuestion::tr("Open"),
                            .destructive = false};
    ConfirmDialog::ask(window, question, [url](int) { QDesktopServices::openUrl(url); });
}

} // namespace tertulia
