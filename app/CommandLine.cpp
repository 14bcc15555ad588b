// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CommandLine.h"

#include <QCommandLineParser>
#include <QDir>

#include <array>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

struct StatusWord {
    QLatin1String word;
    Availability availability;
};
constexpr std::array<StatusWord, 6> kStatusWords{{
    {QLatin1String("online"), Availability::Available},
    {QLatin1String("chat"), Availability::Chat},
    {QLatin1String("away"), Availability::Away},
    {QLatin1String("xa"), Availability::ExtendedAway},
    {QLatin1String("dnd"), Availability::DoNotDisturb},
    {QLatin1String("offline"), Availability::Offline},
}};

/// Longest value that is passed on: an address has at most 3,071 bytes, a link some more.
constexpr qsizetype kLongestValue = 8192;

std::optional<Availability> availabilityOf(const QString &word)
{
    for (const StatusWord &known : kStatusWords) {
        if (word == known.word)
            return known.availability;
    }
    return std::nullopt;
}

void defineOptions(QCommandLineParser &parser)
{
    const auto option = [&](const QString &name, const QString &text, const QString &value = {}) {
        parser.addOption(QCommandLineOption(name, text, value));
    };
    parser.setApplicationDescription(CommandLine::tr("Tertulia, a messenger for XMPP."));
    option(u"profile"_s, CommandLine::tr("Keep settings, messages and logs in this folder."), u"DIR"_s);
    option(u"hidden"_s, CommandLine::tr("Start without a window if there is a tray."));
    option(u"offline"_s, CommandLine::tr("Start without connecting."));
    option(u"chat"_s, CommandLine::tr("Open the chat with this address."), u"JID"_s);
    option(u"new-window"_s, CommandLine::tr("Open the chat in a window of its own."), u"JID"_s);
    option(u"status"_s, CommandLine::tr("Be online, chat, away, xa, dnd or offline."), u"STATUS"_s);
    option(u"message"_s, CommandLine::tr("Status message to show with it."), u"TEXT"_s);
    option(u"export-history"_s,
           CommandLine::tr("Write what was said with this address to the file named after it, and exit."),
           u"JID"_s);
    option(u"list-accounts"_s, CommandLine::tr("List the accounts of this profile and exit."));
    option(u"quit"_s, CommandLine::tr("End the running copy."));
    option(u"log"_s, CommandLine::tr("Log by these rules, such as \"tertulia.*=true\"."), u"RULES"_s);
    option(u"demo"_s, CommandLine::tr("Try it out: a server on this computer, with two people signed in."));
    option(u"script"_s, CommandLine::tr("With --demo: play a conversation, take pictures of it, and exit."));
    option(u"pictures"_s, CommandLine::tr("With --script: the folder for the pictures."), u"DIR"_s);
    parser.addOption(
        QCommandLineOption({u"h"_s, u"help"_s}, CommandLine::tr("Show these options and exit.")));
    parser.addOption(
        QCommandLineOption({u"v"_s, u"version"_s}, CommandLine::tr("Show the version and exit.")));
    parser.addPositionalArgument(u"xmpp-uri"_s, CommandLine::tr("An xmpp: link to open."), u"[xmpp-uri]"_s);
}

} // namespace

std::expected<CommandLine, QString> CommandLine::parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    defineOptions(parser);
    if (!parser.parse(arguments))
        return std::unexpected(parser.errorText());

    CommandLine line;
    line.showHelp = parser.isSet(u"help"_s);
    line.showVersion = parser.isSet(u"version"_s);
    line.profile = parser.value(u"profile"_s);
    if (parser.isSet(u"profile"_s) && line.profile.isEmpty())
        return std::unexpected(tr("--profile needs a folder."));
    // The log-in starts it again, from another folder.
    if (!line.profile.isEmpty())
        line.profile = QDir::cleanPath(QDir::current().absoluteFilePath(line.profile));
    line.hidden = parser.isSet(u"hidden"_s);
    line.offline = parser.isSet(u"offline"_s);
    line.quit = parser.isSet(u"quit"_s);
    line.listAccounts = parser.isSet(u"list-accounts"_s);
    line.chat = parser.value(u"chat"_s);
    line.newWindow = parser.value(u"new-window"_s);
    line.log = parser.value(u"log"_s);
    line.demo = parser.isSet(u"demo"_s);
    line.script = parser.isSet(u"script"_s);
    line.pictures = parser.value(u"pictures"_s);
    if (line.script && !line.demo)
        return std::unexpected(tr("--script works with --demo only."));
    if (parser.isSet(u"status"_s)) {
        line.status = availabilityOf(parser.value(u"status"_s));
        if (!line.status)
            return std::unexpected(tr("--status knows online, chat, away, xa, dnd and offline."));
    }
    if (parser.isSet(u"message"_s))
        line.message = parser.value(u"message"_s);

    const QStringList rest = parser.positionalArguments();
    if (parser.isSet(u"export-history"_s)) {
        line.exported = parser.value(u"export-history"_s);
        if (line.exported.isEmpty() || rest.size() != 1 || rest.first().isEmpty())
            return std::unexpected(tr("--export-history needs an address and a file."));
        // The running copy, which may have to do it, is in another folder.
        line.exportFile = QDir::current().absoluteFilePath(rest.first());
        return line;
    }
    if (rest.size() > 1)
        return std::unexpected(tr("Only one link can be opened at a time."));
    if (!rest.isEmpty()) {
        line.uri = rest.first();
        if (!line.uri.startsWith("xmpp:"_L1, Qt::CaseInsensitive))
            return std::unexpected(tr("Only xmpp: links can be opened."));
    }
    return line;
}

QString CommandLine::helpText()
{
    QCommandLineParser parser;
    defineOptions(parser);
    return parser.helpText();
}

QString CommandLine::versionText()
{
    return u"Tertulia "_s + QStringLiteral(TERTULIA_VERSION);
}

QJsonObject CommandLine::toJson() const
{
    QJsonObject object;
    const auto put = [&](const QString &key, const QString &value) {
        if (!value.isEmpty() && value.size() <= kLongestValue)
            object.insert(key, value);
    };
    put(u"chat"_s, chat);
    put(u"new-window"_s, newWindow);
    put(u"uri"_s, uri);
    put(u"export-history"_s, exported);
    put(u"file"_s, exportFile);
    if (message)
        object.insert(u"message"_s, message->left(kLongestValue));
    if (status) {
        for (const StatusWord &known : kStatusWords) {
            if (known.availability == *status)
                object.insert(u"status"_s, QString(known.word));
        }
    }
    if (hidden)
        object.insert(u"hidden"_s, true);
    if (quit)
        object.insert(u"quit"_s, true);
    if (listAccounts)
        object.insert(u"list-accounts"_s, true);
    return object;
}

CommandLine CommandLine::fromJson(const QJsonObject &object)
{
    const auto text = [&](const QString &key) {
        const QString value = object.value(key).toString();
        return value.size() <= kLongestValue ? value : QString();
    };
    CommandLine line;
    line.chat = text(u"chat"_s);
    line.newWindow = text(u"new-window"_s);
    line.uri = text(u"uri"_s);
    if (!line.uri.startsWith("xmpp:"_L1, Qt::CaseInsensitive))
        line.uri.clear();
    line.exported = text(u"export-history"_s);
    line.exportFile = text(u"file"_s);
    if (!QDir::isAbsolutePath(line.exportFile) || line.exported.isEmpty()) {
        line.exported.clear();
        line.exportFile.clear();
    }
    if (object.value(u"message"_s).isString())
        line.message = text(u"message"_s);
    line.status = availabilityOf(text(u"status"_s));
    line.hidden = object.value(u"hidden"_s).toBool();
    line.quit = object.value(u"quit"_s).toBool();
    line.listAccounts = object.value(u"list-accounts"_s).toBool();
    return line;
}

} // namespace tertulia
