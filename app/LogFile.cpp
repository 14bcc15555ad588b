// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/LogFile.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QRandomGenerator>
#include <QRegularExpression>

#include <cstdio>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype kLongestLine = 4000;

LogFile *g_installed = nullptr;

void toInstalled(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if (g_installed)
        g_installed->write(type, context.category, text);
}

QLatin1StringView wordOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "debug"_L1;
    case QtInfoMsg:
        return "info"_L1;
    case QtWarningMsg:
        return "warning"_L1;
    case QtCriticalMsg:
        return "critical"_L1;
    case QtFatalMsg:
        return "fatal"_L1;
    }
    return "unknown"_L1;
}

QString withoutAddresses(const QString &line, const QByteArray &salt)
{
    static const QRegularExpression address(uR"([^\s"'<>@:;,=()\[\]]{1,256}@[^\s"'<>@:;,=()\[\]]{1,512})"_s);
    QString result;
    qsizetype done = 0;
    for (auto matches = address.globalMatch(line); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const QByteArray hash = QCryptographicHash::hash(QByteArray(salt + match.captured().toUtf8()),
                                                         QCryptographicHash::Sha256)
                                    .toHex()
                                    .left(8);
        result += QStringView(line).sliced(done, match.capturedStart() - done);
        result += "[address "_L1 + QLatin1StringView(hash) + ']'_L1;
        done = match.capturedEnd();
    }
    result += QStringView(line).sliced(done);
    return result;
}

} // namespace

QString redacted(const QString &line, const QByteArray &salt)
{
    static const QRegularExpression elementText(uR"(>[^<]+<)"_s);
    static const QRegularExpression attribute(uR"(=\s*("[^"]*"|'[^']*')(?=[^<>]*>))"_s);
    static const QRegularExpression named(
        uR"(((?:password|passwd|secret|token|auth|authorization|bearer|plain|key)["']?\s*[=: ]\s*)("[^"]*"|'[^']*'|\S+))"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression fragment(uR"(([a-z][a-z0-9+.-]{1,20}:[^\s#]{1,2000})#\S+)"_s,
                                             QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression encoded(uR"([A-Za-z0-9+/_-]{40,}={0,2})"_s);

    QString result = line.left(kLongestLine);
    result.replace(u'\n', u' ').replace(u'\r', u' ');
    if (result.contains(u'<')) {
        result.replace(attribute, u"=\"…\""_s);
        result.replace(elementText, u">…<"_s);
    }
    result.replace(named, u"\\1…"_s);
    result.replace(fragment, u"\\1#…"_s);
    result.replace(encoded, u"…"_s);
    return withoutAddresses(result, salt);
}

LogFile::LogFile(const QString &path, qint64 maximumSize, int files)
    : m_file(path)
    , m_maximumSize(maximumSize)
    , m_files(files)
    , m_salt(16, Qt::Uninitialized)
{
    for (char &byte : m_salt)
        byte = static_cast<char>(QRandomGenerator::system()->bounded(256));
    // A line could not be written: a log that fails must not stop the program.
    [[maybe_unused]] const bool open = m_file.open(QIODevice::WriteOnly | QIODevice::Append);
    m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

LogFile::~LogFile()
{
    if (g_installed == this) {
        qInstallMessageHandler(nullptr);
        g_installed = nullptr;
    }
}

void LogFile::install(bool alsoStandardError)
{
    m_alsoStandardError = alsoStandardError;
    g_installed = this;
    qInstallMessageHandler(toInstalled);
}

void LogFile::write(QtMsgType type, const char *category, const QString &text)
{
    const QString line = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs) + u' ' + wordOf(type)
        + u' ' + QLatin1StringView(category ? category : "default") + ": "_L1 + redacted(text, m_salt)
        + u'\n';
    const QByteArray bytes = line.toUtf8();
    const QMutexLocker lock(&m_mutex);
    if (m_alsoStandardError || type == QtFatalMsg)
        std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stderr);
    if (!m_file.isOpen())
        return;
    if (m_file.size() + bytes.size() > m_maximumSize)
        rotate();
    m_file.write(bytes);
    m_file.flush();
}

void LogFile::rotate()
{
    const QString path = m_file.fileName();
    const auto older = [&](int age) { return age == 0 ? path : QString(path + u'.' + QString::number(age)); };
    m_file.close();
    QFile::remove(older(m_files - 1));
    for (int age = m_files - 2; age >= 0; --age)
        QFile::rename(older(age), older(age + 1));
    [[maybe_unused]] const bool open = m_file.open(QIODevice::WriteOnly | QIODevice::Append);
    m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

} // namespace tertulia
