// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/PidginLogs.h"

#include "core/history/LogMarkup.h"

#include <QDir>
#include <QDirIterator>
#include <QRegularExpression>
#include <QUrl>
#include <QXmlStreamReader>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

constexpr QStringView kSent = u"#16569E";
constexpr QStringView kAction = u"#062585";
constexpr qsizetype kLongestHead = 4096;
constexpr qsizetype kLongestBody = 256 * 1024;
constexpr qint64 kHalfADay = 12 * 60 * 60;
constexpr qint64 kLargestAccounts = 4 * 1024 * 1024;

bool isLogFile(const QString &name)
{
    return name.endsWith(".html"_L1) || name.endsWith(".txt"_L1);
}

QStringList filesBelow(const QString &folder)
{
    QStringList files;
    QDirIterator all(folder, QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const QString path = all.next();
        if (isLogFile(path) && !all.fileInfo().dir().dirName().endsWith(".chat"_L1))
            files.append(path);
    }
    files.sort();
    return files;
}

/// What the person calls itself in the account, by accounts.xml.
QStringList aliasesOf(const Jid &account, const QString &purple)
{
    QFile file(purple + u"/accounts.xml"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader reader(file.read(kLargestAccounts));
    QStringList aliases;
    QString name;
    int depth = 0;
    while (!reader.atEnd() && reader.tokenType() != QXmlStreamReader::DTD) {
        reader.readNext();
        if (reader.isEndElement())
            --depth;
        if (!reader.isStartElement())
            continue;
        ++depth;
        const bool isName = reader.name() == "name"_L1;
        if (depth != 3 || (!isName && reader.name() != "alias"_L1))
            continue;
        const QString text = reader.readElementText(QXmlStreamReader::SkipChildElements);
        --depth;
        if (isName)
            name = text;
        else if (const auto jid = Jid::parse(name); jid && jid->bare() == account)
            aliases.append(text);
    }
    return aliases;
}

} // namespace

PidginLogs::PidginLogs(const QString &folder, const LogPlace &place)
    : LogFiles(filesBelow(folder), place)
    , m_folder(folder)
{
    const QString name = QUrl::fromPercentEncoding(QDir(folder).dirName().toUtf8());
    if (const auto account = Jid::parse(name))
        m_ownNames = aliasesOf(account->bare(), QDir::cleanPath(folder + u"/../../.."_s));
    m_ownNames.append(name);
}

QList<FoundLog> PidginLogs::find(const QString &purple)
{
    QList<FoundLog> found;
    const QDir logs(purple + u"/logs/jabber"_s);
    for (const QString &account : logs.entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks)) {
        FoundLog log{.program = LogProgram::Pidgin, .path = logs.filePath(account)};
        if (const auto jid = Jid::parse(QUrl::fromPercentEncoding(account.toUtf8())))
            log.account = jid->bare();
        QSet<QString> chats;
        for (const QString &file : filesBelow(log.path)) {
            const QFileInfo info(file);
            log.bytes += info.size();
            chats.insert(info.path());
        }
        log.chats = int(chats.size());
        if (log.chats > 0)
            found.append(log);
    }
    return found;
}

bool PidginLogs::begin(const QString &path)
{
    const QFileInfo info(path);
    const auto peer = Jid::parse(QUrl::fromPercentEncoding(info.dir().dirName().toUtf8()));
    // With a resource it is somebody in a room.
    if (!peer || !peer->resource().isEmpty())
        return false;
    m_peer = peer->bare();
    m_html = path.endsWith(".html"_L1);
    m_line.reset();
    // 2026-11-30.042701+0100CET.html
    static const QRegularExpression kName(u"^(\\d{4}-\\d\\d-\\d\\d\\.\\d{6})([+-]\\d{4})?"_s);
    const auto name = kName.match(info.fileName());
    m_start = QDateTime::fromString(name.captured(1), u"yyyy-MM-dd.HHmmss"_s);
    if (!m_start.isValid()) {
        noteDamage();
        return false;
    }
    if (const QString zone = name.captured(2); !zone.isEmpty()) {
        const int minutes = zone.mid(1, 2).toInt() * 60 + zone.mid(3, 2).toInt();
        m_start.setOffsetFromUtc((zone.startsWith(u'-') ? -minutes : minutes) * 60);
    }
    m_last = m_start;
    // "... on ana@example.org/Desk (jabber)", in the language of the program.
    m_fullAccount.clear();
    if (const auto title = nextLine()) {
        static const QRegularExpression kAccount(u"(\\S+) \\(jabber\\)"_s);
        const QString head = title->left(kLongestHead);
        m_fullAccount = kAccount.match(m_html ? wordsOfMarkup(head) : head).captured(1);
    }
    return true;
}

std::optional<LoggedMessage> PidginLogs::read()
{
    while (true) {
        const auto line = m_line ? std::exchange(m_line, {}) : nextLine();
        if (!line)
            return {};
        const auto head = headIn(*line);
        if (!head)
            continue;
        QString body = head->body.toString();
        while ((m_line = nextLine())) {
            if (headIn(*m_line) || isEvent(*m_line, m_html))
                break;
            if (body.size() + m_line->size() > kLongestBody)
                noteDamage();
            else
                body += u'\n' + *m_line;
        }
        if (m_html) {
            // The message's own line breaks are "<br/>"; "<br>" and a new line end it.
            const qsizetype end = body.lastIndexOf("<br>"_L1);
            body = wordsOfMarkup(QStringView(body).first(end < 0 ? body.size() : end)).trimmed();
        }
        if (head->action)
            body.prepend(u"/me "_s);
        const QDateTime time = timeOf(head->time);
        if (time.isValid() && !body.isEmpty())
            return LoggedMessage{m_peer, {.outgoing = head->outgoing, .time = time.toUTC(), .body = body}};
        noteDamage();
    }
}

std::optional<PidginLogs::Head> PidginLogs::headIn(const QString &line) const
{
    return m_html ? htmlHeadIn(line) : textHeadIn(line);
}

/// `<span style="color: #A82F2F"><span style="font-size: smaller">(04:27:01)</span> <b>NAME:</b></span>
/// BODY`, or with `<font color="#A82F2F"><font size="2">` before version 2.14.
std::optional<PidginLogs::Head> PidginLogs::htmlHeadIn(const QString &line) const
{
    if (!line.startsWith("<span style=\"color: #"_L1) && !line.startsWith("<font color=\"#"_L1))
        return {};
    const QStringView view(line);
    const qsizetype nameEnd = view.first(std::min(kLongestHead, view.size())).indexOf(u"</b>");
    if (nameEnd < 0)
        return {};
    const QStringView start = view.first(nameEnd);
    const qsizetype open = start.indexOf(u'(');
    const qsizetype close = start.indexOf(u')', open + 1);
    const qsizetype bold = start.indexOf(u"<b>", close + 1);
    if (open < 0 || close < 0 || bold < 0)
        return {};
    const qsizetype bodyAt = view.indexOf(u'>', nameEnd + 4);
    if (bodyAt < 0)
        return {};
    Head head;
    head.time = start.sliced(open + 1, close - open - 1);
    head.name = wordsOfMarkup(start.sliced(bold + 3));
    head.body = view.sliced(bodyAt + 1);
    const QStringView colour = start.sliced(start.indexOf(u'#'), 7);
    head.action = colour == kAction;
    if (head.action) {
        if (!head.name.startsWith(u"***"))
            return {};
        head.name.remove(0, 3);
    }
    head.outgoing = head.action ? isOwnName(head.name) : colour == kSent;
    return head;
}

/// `(04:27:01 AM) NAME: BODY`, `(04:27:01 AM) ***NAME BODY`.
std::optional<PidginLogs::Head> PidginLogs::textHeadIn(const QString &line) const
{
    const QStringView view(line);
    const qsizetype close = view.first(std::min<qsizetype>(40, view.size())).indexOf(u") ");
    if (!line.startsWith(u'(') || close < 0 || !line.at(1).isDigit())
        return {};
    Head head;
    head.time = view.sliced(1, close - 1);
    const QStringView rest = view.sliced(close + 2);
    if (rest.startsWith(u"***")) {
        // Names have spaces; which one ends it is known of those that are known.
        for (const QString &known : m_ownNames + QStringList{m_fullAccount, m_peer.toString()}) {
            if (!known.isEmpty() && rest.sliced(3).startsWith(QString(known + u' ')))
                head.name = known;
        }
        if (head.name.isEmpty())
            head.name = rest.sliced(3, std::max<qsizetype>(0, rest.indexOf(u' ') - 3)).toString();
        head.body = rest.sliced(std::min(rest.size(), 4 + head.name.size()));
        head.action = true;
    } else {
        const qsizetype colon = rest.first(std::min(kLongestHead, rest.size())).indexOf(u": ");
        if (colon <= 0)
            return {};
        head.name = rest.first(colon).toString();
        head.body = rest.sliced(colon + 2);
    }
    head.outgoing = isOwnName(head.name);
    return head;
}

/// Something that the program said itself, which is not part of the message before.
bool PidginLogs::isEvent(const QString &line, bool html)
{
    if (html)
        return line.startsWith("<span style=\"font-size: smaller\">("_L1) || line.startsWith("<font size="_L1)
            || line.startsWith("</p>"_L1) || line.startsWith("</body>"_L1);
    static const QRegularExpression kTime(u"^\\(\\d{1,2}:\\d\\d:\\d\\d( [AP]M)?\\) "_s);
    return kTime.match(line.left(20)).hasMatch();
}

bool PidginLogs::isOwnName(const QString &name) const
{
    return m_ownNames.contains(name) || (!m_fullAccount.isEmpty() && name == m_fullAccount);
}

/// "04:27:01", "04:27:01 AM"; for what is not of today or yesterday with a date before it, written as the
/// person's country does. Of what that can mean the day that is next before the conversation is taken.
QDateTime PidginLogs::timeOf(QStringView text)
{
    static const QRegularExpression kTime(
        u"^(?:(\\d{1,4})[-/.](\\d{1,2})[-/.](\\d{1,4}) )?(\\d{1,2}):(\\d\\d):(\\d\\d)(?: ([AaPp])\\.?[Mm]\\.?)?$"_s);
    const auto match = kTime.match(text.first(std::min<qsizetype>(60, text.size())).toString());
    if (!match.hasMatch())
        return {};
    int hour = match.captured(4).toInt();
    if (const QString half = match.captured(7).toLower(); !half.isEmpty())
        hour = hour % 12 + (half == "p"_L1 ? 12 : 0);
    const QTime time(hour, match.captured(5).toInt(), match.captured(6).toInt());
    const auto on = [&](const QDate &day) {
        QDateTime moment = m_start;
        moment.setDate(day);
        moment.setTime(time);
        return moment;
    };
    if (match.captured(1).isEmpty()) {
        QDateTime moment = on(m_last.date());
        // Behind midnight; a clock that was put back is not.
        if (moment.isValid() && moment.secsTo(m_last) > kHalfADay)
            moment = moment.addDays(1);
        if (moment.isValid())
            m_last = moment;
        return moment;
    }
    const std::array<int, 3> parts{match.captured(1).toInt(), match.captured(2).toInt(),
                                   match.captured(3).toInt()};
    const auto full = [](int year) { return year < 100 ? 2000 + year : year; };
    QDateTime best;
    for (const QDate &day :
         {QDate(full(parts[2]), parts[0], parts[1]), QDate(full(parts[2]), parts[1], parts[0]),
          QDate(full(parts[0]), parts[1], parts[2])}) {
        const QDateTime moment = on(day);
        if (day.isValid() && moment.isValid() && moment <= m_start.addDays(1)
            && (!best.isValid() || moment > best))
            best = moment;
    }
    return best;
}

} // namespace tertulia
