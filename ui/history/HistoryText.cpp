// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/HistoryText.h"

#include "ui/text/ErrorText.h"
#include "ui/text/PlainText.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace tertulia
{

ExportWords HistoryText::exportWords()
{
    // Longer than any stanza.
    constexpr qsizetype kLongestBody = 4 * 1024 * 1024;
    return {.language = QLocale().bcp47Name(),
            .title = tr("Messages"),
            .takenBack = tr("taken back"),
            .edited = tr("edited"),
            .earlier = tr("before:"),
            .notSent = tr("not sent"),
            .notSentYet = tr("not sent yet"),
            .search = tr("Search"),
            .nothingFound = tr("Nothing found."),
            .shown = [](const QString &text) { return shownText(text, kLongestBody); }};
}

QString HistoryText::written(qint64 messages)
{
    return tr("%n message(s) written.", nullptr, int(messages));
}

QString HistoryText::notWritten(const Error &error)
{
    switch (error.code) {
    case ErrorCode::StanzaItemNotFound:
        return tr("There is no chat with %1.").arg(shownAddress(error.subject));
    case ErrorCode::StoreReadOnly:
        return tr("%1 cannot be written.").arg(shownLine(error.subject));
    default:
        return errorLine(error);
    }
}

QString HistoryText::emptyProfile(const QString &storeFile)
{
    return tr("There are no messages in this profile: %1 does not exist.").arg(shownLine(storeFile));
}

QString HistoryText::cleared(qint64 messages)
{
    return tr("%n message(s) removed.", nullptr, int(messages));
}

QString HistoryText::programName(LogProgram program)
{
    switch (program) {
    case LogProgram::Pidgin:
        return u"Pidgin"_s;
    case LogProgram::Gajim:
        return u"Gajim"_s;
    case LogProgram::Psi:
        return u"Psi"_s;
    }
    return {};
}

QString HistoryText::imported(const ImportOutcome &outcome)
{
    QStringList sentences{tr("%n message(s) brought in.", nullptr, int(outcome.added))};
    if (outcome.known > 0)
        sentences.append(tr("%n of them were here already.", nullptr, int(outcome.known)));
    if (outcome.damaged)
        sentences.append(tr("Some of it could not be read."));
    if (outcome.error)
        sentences.append(errorLine(*outcome.error));
    return sentences.join(u' ');
}

} // namespace tertulia
