// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ActivationToken.h"
#include "app/Application.h"
#include "app/CommandLine.h"
#include "app/Demonstration.h"
#include "app/EarlyStart.h"
#include "app/FileLocations.h"
#include "app/LogFile.h"
#include "app/Names.h"
#include "app/SingleInstance.h"
#include "core/history/HistoryExport.h"
#include "core/store/AccountsTable.h"
#include "core/store/Store.h"
#include "ui/accessibility/AccessibleComboBox.h"
#include "ui/accessibility/AccessibleScrollArea.h"
#include "ui/history/HistoryText.h"
#include "ui/text/ErrorText.h"
#include "ui/text/Translations.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Resources.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ReadingOrder.h"

#include <QApplication>
#include <QFile>
#include <QLocale>
#include <QLoggingCategory>

#include <chrono>
#include <cstdio>
#include <memory>
#include <optional>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

/// A long history takes its time.
constexpr auto kLongestExport = std::chrono::minutes(10);

void print(FILE *file, const QString &text)
{
    const QByteArray bytes = text.toLocal8Bit();
    std::fputs(bytes.constData(), file);
    if (!bytes.isEmpty() && !bytes.endsWith('\n'))
        std::fputc('\n', file);
}

/// What is known once the command line was read and no window is needed to answer it.
struct Start {
    CommandLine line;
    FileLocations locations;
    std::unique_ptr<SingleInstance> instance;
};

/// Asks the copy that has the profile to do what this start was to do, and returns its exit code.
int handOver(const CommandLine &line, const FileLocations &locations)
{
    QJsonObject request = line.toJson();
    QString token = qEnvironmentVariable("XDG_ACTIVATION_TOKEN");
    if (token.isEmpty())
        token = qEnvironmentVariable("DESKTOP_STARTUP_ID");
    request.insert(u"activation-token"_s, token);
    InstanceCall call(locations.socketFile(), request);
    if (!line.exported.isEmpty())
        call.setPatience(kLongestExport);
    call.start().then(&call, [](Result<InstanceAnswer> answer) {
        if (answer) {
            print(answer->code == 0 ? stdout : stderr, answer->text);
        } else {
            print(stderr,
                  QCoreApplication::translate("main",
                                              "Tertulia is running with this profile, but it "
                                              "does not answer."));
        }
        QCoreApplication::exit(answer ? answer->code : 1);
    });
    return QCoreApplication::exec();
}

/// Writes a history of a profile that is not open.
int exportHistory(const CommandLine &line, const FileLocations &locations)
{
    const auto store = Store::open(locations.storeFile());
    if (!store) {
        print(stderr, errorLine(store.error()));
        return 1;
    }
    const auto peer = Jid::parse(line.exported);
    WorkProgress progress;
    const ExportRequest request{
        .peer = peer ? peer->bare() : Jid(), .file = line.exportFile, .words = HistoryText::exportWords()};
    const auto count = peer ? exportHistory(locations.storeFile(), request, progress) : Failure(peer.error());
    print(count ? stdout : stderr,
          count ? HistoryText::written(*count) : HistoryText::notWritten(count.error()));
    return count ? 0 : 1;
}

/// Lists the accounts of a profile that is not open.
int listAccounts(const FileLocations &locations)
{
    const auto store = Store::open(locations.storeFile());
    const auto accounts = store ? (*store)->accounts().all() : Failure(store.error());
    if (!accounts) {
        print(stderr, errorLine(accounts.error()));
        return 1;
    }
    for (const AccountRecord &account : *accounts)
        print(stdout, account.jid.toString());
    return 0;
}

/// What is said of a profile that is not there, whose name may be mistyped: nothing is made where there is
/// nothing to list, to export or to end. Nothing if it is there, or may be made.
std::optional<int> answerWithoutProfile(const CommandLine &line, const FileLocations &locations)
{
    const QString store = locations.storeFile();
    if (!line.exported.isEmpty() && !QFile::exists(store)) {
        print(stderr, HistoryText::emptyProfile(store));
        return 1;
    }
    if (line.listAccounts && !QFile::exists(store)) {
        print(stderr,
              QCoreApplication::translate("main", "There are no accounts in this profile: %1 does not exist.")
                  .arg(store));
        return 1;
    }
    if (line.quit && !QFile::exists(locations.lockFile()))
        return 0;
    return {};
}

/// All that needs no window: an exit code, or what to go on with.
std::expected<Start, int> prepare(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const Translations translations{QLocale()};
    const auto line = CommandLine::parse(QCoreApplication::arguments());
    if (!line) {
        print(stderr, line.error());
        return std::unexpected(2);
    }
    if (line->showHelp || line->showVersion) {
        print(stdout, line->showHelp ? CommandLine::helpText() : CommandLine::versionText());
        return std::unexpected(0);
    }
    const auto environment = QProcessEnvironment::systemEnvironment();
    Start start{*line,
                line->profile.isEmpty() ? FileLocations::ofDesktop(environment)
                                        : FileLocations::inProfile(line->profile, environment),
                nullptr};
    if (line->demo)
        return start;

    if (const auto code = answerWithoutProfile(start.line, start.locations))
        return std::unexpected(*code);
    const auto created = start.locations.create();
    if (!created) {
        print(stderr, errorLine(created.error()));
        return std::unexpected(1);
    }
    start.instance
        = std::make_unique<SingleInstance>(start.locations.lockFile(), start.locations.socketFile());
    const auto role = start.instance->claim();
    if (!role) {
        print(stderr, errorLine(role.error()));
        return std::unexpected(1);
    }
    if (*role == SingleInstance::Role::Second)
        return std::unexpected(handOver(*line, start.locations));
    if (line->quit)
        return std::unexpected(0);
    if (line->listAccounts)
        return std::unexpected(listAccounts(start.locations));
    if (!line->exported.isEmpty())
        return std::unexpected(exportHistory(*line, start.locations));
    return start;
}

bool hasDisplay()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    return qEnvironmentVariableIsSet("QT_QPA_PLATFORM") || !qEnvironmentVariableIsEmpty("DISPLAY")
        || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
#else
    return true;
#endif
}

} // namespace

int main(int argc, char **argv)
{
    makeProcessPrivate();
    // "C" is nobody's language: it has times with seconds and dates that no person writes.
    if (QLocale().language() == QLocale::C)
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QCoreApplication::setApplicationName(u"tertulia"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(TERTULIA_VERSION));

    const auto start = prepare(argc, argv);
    if (!start)
        return start.error();
    if (!hasDisplay()) {
        print(stderr, u"There is no display here for Tertulia to open a window on."_s);
        return 1;
    }

    const CommandLine &line = start->line;
    if (!line.log.isEmpty())
        QLoggingCategory::setFilterRules(QString(line.log).replace(u';', u'\n'));
    std::optional<LogFile> log;
    if (start->instance) {
        log.emplace(start->locations.logFile());
        log->install(!line.log.isEmpty());
    }

    std::optional<EarlyStart> early;
    if (!line.demo)
        early.emplace();
    QApplication application(argc, argv);
    if (early)
        early->begin();
    QGuiApplication::setDesktopFileName(kApplicationId);
    QGuiApplication::setApplicationDisplayName(u"Tertulia"_s);
    initResources();
    Translations translations{QLocale()};
    applyTheme(application);
    application.installEventFilter(new ReadingOrder(&application));
    takeTokensOnX11();
    giveComboBoxesTheirNames();
    giveScrollAreasCheckedChildren();

    if (line.demo) {
        QApplication::setWindowIcon(applicationIcon());
        Demonstration demonstration(line.script, line.pictures);
        demonstration.start();
        return QApplication::exec();
    }
    Application program(line, start->locations, *start->instance, *early);
    program.start();
    return QApplication::exec();
}
