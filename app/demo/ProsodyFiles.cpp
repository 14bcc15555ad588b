// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/ProsodyFiles.h"

#include <QCryptographicHash>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

/// A string as Lua reads it.
QByteArray lua(const QByteArray &text)
{
    QByteArray result = "\"";
    for (const char byte : text) {
        if (byte == '"' || byte == '\\')
            result += '\\';
        if (byte == '\n')
            result += "\\n";
        else
            result += byte;
    }
    return result + '"';
}

QByteArray lua(const QString &text)
{
    return lua(text.toUtf8());
}

/// How Prosody writes a name as a file name: everything but letters and digits (and underscores in the name
/// of a store) as %xx.
QString fileName(const QString &name, bool store)
{
    QString result;
    const QByteArray bytes = name.toUtf8();
    for (const char byte : bytes) {
        const bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z')
            || (byte >= '0' && byte <= '9') || (store && byte == '_');
        result += plain ? QString(QLatin1Char(byte))
                        : u"%%1"_s.arg(static_cast<uchar>(byte), 2, 16, QLatin1Char('0'));
    }
    return result;
}

} // namespace

ProsodyFiles::ProsodyFiles(const QString &folder, const QString &domain)
    : m_folder(folder)
    , m_domain(domain)
{
}

QString ProsodyFiles::storePath(const QString &store, const QString &user, const QString &suffix) const
{
    return u"data/"_s + fileName(m_domain, false) + u'/' + fileName(store, true) + u'/'
        + fileName(user, false) + suffix;
}

void ProsodyFiles::addConfiguration(quint16 port)
{
    const auto inFolder
        = [this](const char *name) { return lua(QString(m_folder + QLatin1StringView(name))); };
    m_files.insert(
        u"prosody.cfg.lua"_s,
        "run_as_root = true\n"
        "pidfile = "
            + inFolder("/prosody.pid")
            + "\n"
              "data_path = "
            + inFolder("/data")
            + "\n"
              "certificates = "
            + inFolder("/certificates")
            + "\n"
              "log = { warn = "
            + inFolder("/prosody.log")
            + " }\n"
              "interfaces = { \"127.0.0.1\" }\n"
              "c2s_ports = { "
            + QByteArray::number(port)
            + " }\n"
              "c2s_require_encryption = true\n"
              "authentication = \"internal_plain\"\n"
              "storage = \"internal\"\n"
              "ssl = { certificate = "
            + inFolder("/server.pem") + ", key = " + inFolder("/server.key")
            + " }\n"
              "modules_enabled = { \"roster\", \"saslauth\", \"tls\", \"disco\", \"carbons\", \"pep\",\n"
              "  \"blocklist\", \"vcard4\", \"vcard_legacy\", \"ping\", \"time\", \"version\", \"smacks\",\n"
              "  \"mam\", \"csi_simple\", \"bookmarks\" }\n"
              "modules_disabled = { \"s2s\", \"s2s_auth_certs\", \"http\", \"https\" }\n"
              "VirtualHost "
            + lua(m_domain)
            + "\n"
              "Component "
            + lua(QString(u"rooms."_s + m_domain)) + " \"muc\"\n");
}

void ProsodyFiles::addPerson(const DemoPerson &person, const QString &password,
                             const QList<DemoPerson> &everybody)
{
    m_files.insert(storePath(u"accounts"_s, person.name, u".dat"_s),
                   "return { [\"password\"] = " + lua(password) + "; };\n");

    QByteArray roster = "return { [false] = { [\"version\"] = 1; [\"pending\"] = {}; };\n";
    for (const DemoPerson &other : everybody) {
        if (other.name == person.name)
            continue;
        roster += '[' + lua(QString(other.name + u'@' + m_domain))
            + "] = { [\"subscription\"] = \"both\"; [\"name\"] = " + lua(other.fullName)
            + "; [\"groups\"] = { ";
        for (const QString &group : other.groups)
            roster += '[' + lua(group) + "] = true; ";
        roster += "}; };\n";
    }
    m_files.insert(storePath(u"roster"_s, person.name, u".dat"_s), roster + "};\n");
    addAvatar(person);
}

void ProsodyFiles::addAvatar(const DemoPerson &person)
{
    const QByteArray hash = QCryptographicHash::hash(person.avatar, QCryptographicHash::Sha1).toHex();
    const QByteArray publisher = lua(QString(person.name + u'@' + m_domain));
    // What is kept of an item is its payload; the item's id is the key.
    const auto node = [&](const QString &name, const QByteArray &element, const QByteArray &content) {
        m_files.insert(storePath(u"pep_"_s + name, person.name, u".list"_s),
                       "item({ [\"name\"] = \"" + element + "\"; [\"attr\"] = { [\"xmlns\"] = " + lua(name)
                           + "; }; " + content + " [\"key\"] = \"" + hash
                           + "\"; [\"when\"] = 1700000000; [\"with\"] = " + publisher + "; });\n");
    };
    node(u"urn:xmpp:avatar:data"_s, "data", lua(person.avatar.toBase64()) + ';');
    node(u"urn:xmpp:avatar:metadata"_s, "metadata",
         "{ [\"name\"] = \"info\"; [\"attr\"] = { [\"id\"] = \"" + hash
             + "\"; [\"type\"] = \"image/png\"; "
               "[\"bytes\"] = \""
             + QByteArray::number(person.avatar.size())
             + "\"; [\"width\"] = \"128\"; [\"height\"] = \"128\"; }; };");
    m_files.insert(storePath(u"pep"_s, person.name, u".dat"_s),
                   "return { [\"urn:xmpp:avatar:data\"] = true; [\"urn:xmpp:avatar:metadata\"] = true; };\n");
}

void ProsodyFiles::addMessages(const QList<DemoMessage> &messages)
{
    int number = 0;
    for (const DemoMessage &message : messages) {
        const QByteArray id = "waiting-" + QByteArray::number(++number);
        m_files[storePath(u"offline"_s, message.to, u".list"_s)]
            += "item({ [\"name\"] = \"message\"; [\"attr\"] = { [\"type\"] = \"chat\"; [\"id\"] = \"" + id
            + "\"; [\"from\"] = " + lua(QString(message.from + u'@' + m_domain + u"/home"_s))
            + "; [\"to\"] = " + lua(QString(message.to + u'@' + m_domain)) + "; [\"stamp\"] = \""
            + message.sent.toUTC().toString(Qt::ISODate).toLatin1()
            + "\"; }; { [\"name\"] = \"body\"; [\"attr\"] = {}; " + lua(message.body) + "; }; [\"key\"] = \""
            + id + "\"; [\"with\"] = \"\"; [\"when\"] = "
            + QByteArray::number(message.sent.toSecsSinceEpoch()) + "; });\n";
    }
}

} // namespace tertulia
