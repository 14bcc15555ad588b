// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/HtmlExport.h"

#include "core/history/BodyHtml.h"

#include <QCryptographicHash>
#include <QHash>
#include <QLocale>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

/// Hides what does not hold the words that are typed, without accents and case.
const QString kScript = uR"(
const field = document.querySelector('input');
const none = document.querySelector('#none');
const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
let known = null, timer = 0;
function find() {
  known ??= [...document.querySelectorAll('article')].map(row => [row, plain(row.textContent)]);
  const words = plain(field.value).split(/\s+/).filter(word => word);
  const all = !words.length;
  document.body.classList.toggle('searching', !all);
  for (const group of document.querySelectorAll('section, section > div')) group.hidden = !all;
  let found = 0;
  for (const [row, text] of known) {
    const here = all || words.every(word => text.includes(word));
    row.hidden = !here;
    if (!here) continue;
    ++found;
    row.parentNode.hidden = row.parentNode.parentNode.hidden = false;
  }
  none.hidden = found > 0 || all;
  if (!all) scrollTo(0, 0);
}
field.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(find, 150); });
)"_s;

const QString kStyle = uR"(
:root { color-scheme: light dark; --paper: #fdfcfa; --ink: #211c17; --soft: #6d655b; --line: #e4dfd8;
  --own: #f7e4d8; --other: #efece7; --accent: #a9491f; --deep: #0000000d; }
@media (prefers-color-scheme: dark) { :root { --paper: #181512; --ink: #ece6de; --soft: #a89f94;
  --line: #342e29; --own: #4b2c1d; --other: #2b2622; --accent: #e88f63; --deep: #00000040; } }
html { scroll-padding-top: 7rem; }
body { background: var(--paper); color: var(--ink); font: 16px/1.4 system-ui, sans-serif;
  max-width: 46rem; margin: 0 auto; padding: 0 1rem 3rem; }
header { position: sticky; top: 0; background: var(--paper); padding: 1rem 0 .6rem;
  border-bottom: 1px solid var(--line); z-index: 1; }
h1 { font-size: 1.25rem; margin: 0 0 .6rem; } h2 { font-size: 1.1rem; margin: 2rem 0 0; }
h1, h2, nav { overflow-wrap: anywhere; unicode-bidi: plaintext; }
h2 small { color: var(--soft); font-weight: normal; unicode-bidi: isolate; }
h3 { text-align: center; color: var(--soft); font-size: .8rem; font-weight: 600; margin: 1.2rem 0 .4rem; }
nav { columns: 14rem; margin: 1rem 0; } nav a { display: block; } .searching nav { display: none; }
input { font: inherit; color: inherit; background: var(--other); border: 1px solid var(--line);
  border-radius: 9px; padding: .45rem .8rem; width: 100%; box-sizing: border-box; }
input:focus { outline: 2px solid var(--accent); outline-offset: -1px; }
section > div { content-visibility: auto; contain-intrinsic-size: auto 30rem; }
[hidden] { display: none !important; }
article { background: var(--other); border-radius: 14px; border-start-start-radius: 4px;
  padding: .4rem .8rem; margin: .5rem 0 0; width: fit-content; max-width: min(80%, 36rem);
  box-sizing: border-box; }
article.own { background: var(--own); margin-inline-start: auto; border-start-start-radius: 14px;
  border-start-end-radius: 4px; }
article.more { margin-top: .15rem; border-radius: 14px; } article.more > b { display: none; }
.searching article { margin-top: .5rem; } .searching article.more > b { display: block; }
article:target { outline: 2px solid var(--accent); }
article > b { display: block; font-size: .85rem; color: var(--accent); overflow-wrap: anywhere;
  unicode-bidi: plaintext; }
article footer, article small { font-size: .78rem; color: var(--soft); }
article p, article s, summary { margin: .1rem 0 0; white-space: pre-wrap; overflow-wrap: anywhere;
  unicode-bidi: plaintext; }
article s { display: block; color: var(--soft); } summary { cursor: pointer; }
article blockquote, .quote { margin: .15rem 0; padding: .05rem .6rem; color: var(--soft);
  border-inline-start: 3px solid var(--accent); }
.quote { display: block; font-size: .85rem; text-decoration: none; background: var(--deep);
  border-radius: 4px; unicode-bidi: plaintext; overflow-wrap: anywhere; }
.quote b { color: var(--accent); unicode-bidi: isolate; }
pre, code { font: .88em/1.4 ui-monospace, monospace; background: var(--deep); border-radius: 4px; }
pre { margin: .25rem 0; padding: .4rem .6rem; overflow-x: auto; tab-size: 4; }
small span { display: inline-block; margin: .2rem .3rem 0 0; padding: 0 .45rem; font-size: .85rem;
  border: 1px solid var(--line); border-radius: 99px; background: var(--paper); color: var(--ink); }
footer b { color: var(--ink); } article i { color: var(--soft); }
a { color: var(--accent); } #none { color: var(--soft); text-align: center; }
@media print { header { position: static; } input { display: none; } article { break-inside: avoid; } }
)"_s;

/// What a browser lets run and load: the style and the script above, and nothing else.
QString policy()
{
    const auto hash = [](const QString &text) {
        return QString(u"'sha256-"_s
                       + QString::fromLatin1(
                           QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toBase64())
                       + u'\'');
    };
    return u"default-src 'none'; style-src "_s + hash(kStyle) + u"; script-src "_s + hash(kScript);
}

/// So much of what an answer quotes is repeated.
constexpr qsizetype kLongestQuote = 160;
/// Who speaks on within this time is not named again.
constexpr qint64 kSameBreathSecs = 5 * 60;

QString beginningOf(const QString &text)
{
    const QString line = text.simplified();
    if (line.size() <= kLongestQuote)
        return line;
    const bool torn = line.at(kLongestQuote - 1).isHighSurrogate();
    return line.left(kLongestQuote - (torn ? 1 : 0)) + u'…';
}

} // namespace

QString HtmlExport::shown(const QString &text) const
{
    return words().shown(text).toHtmlEscaped();
}

void HtmlExport::begin(const QList<ExportedChat> &chats)
{
    const QString title = words().title.toHtmlEscaped();
    put(u"<!DOCTYPE html>\n<html lang=\""_s + words().language.toHtmlEscaped()
        + u"\"><head><meta charset=\"utf-8\">"
          "<meta http-equiv=\"Content-Security-Policy\" content=\""_s
        + policy()
        + u"\">"
          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
          "<meta name=\"referrer\" content=\"no-referrer\">"
          "<title>"_s
        + title + u"</title><style>"_s + kStyle + u"</style></head>\n<body><header><h1>"_s + title
        + u"</h1><input type=\"search\" aria-label=\""_s + words().search.toHtmlEscaped()
        + u"\" placeholder=\""_s + words().search.toHtmlEscaped()
        + u"\"></header>\n<main>\n<p id=\"none\" role=\"status\" hidden>"_s
        + words().nothingFound.toHtmlEscaped() + u"</p>\n"_s);
    if (chats.size() < 2)
        return;
    put(u"<nav>"_s);
    for (qsizetype i = 0; i < chats.size(); ++i)
        put(u"<a href=\"#c"_s + QString::number(i + 1) + u"\">"_s + shown(chats.at(i).peerName)
            + u"</a>\n"_s);
    put(u"</nav>\n"_s);
}

void HtmlExport::beginChat(const ExportedChat &chat)
{
    m_day = {};
    m_before = {};
    const QString address = shown(chat.peer.toString());
    const QString name = shown(chat.peerName);
    // The page's title has said it.
    const bool known = chat.peerName == words().title;
    put(u"<section id=\"c"_s + QString::number(++m_chat) + u"\"><h2>"_s
        + (known ? QString() : QString(u"<bdi>"_s + name + u"</bdi> "_s)) + u"<small>"_s
        + (name == address && !known ? QString() : QString(address + u" · "_s))
        + shown(chat.account.toString()) + u"</small></h2>\n"_s);
}

QString HtmlExport::bodyOf(const ExportedMessage &message) const
{
    const MessageRecord &record = message.record;
    if (record.retracted.isValid())
        return u"<p><i>"_s + words().takenBack.toHtmlEscaped() + u"</i></p>"_s;
    const QString body = bodyHtml(words().shown(record.body), record.unstyled);
    if (!record.spoiler)
        return body;
    const QString hint = shown(*record.spoiler);
    return u"<details><summary>"_s + (hint.isEmpty() ? u"…"_s : hint) + u"</summary>"_s + body
        + u"</details>"_s;
}

QString HtmlExport::quoteIn(const ExportedMessage &message) const
{
    if (message.answers == 0 && message.answered.text.isEmpty())
        return {};
    const QString link
        = message.answers ? u" href=\"#m"_s + QString::number(message.answers) + u'"' : QString();
    const QString text = message.answered.takenBack
        ? words().takenBack.toHtmlEscaped()
        : beginningOf(words().shown(message.answered.text)).toHtmlEscaped();
    return u"<a class=\"quote\""_s + link + u"><b>"_s + shown(message.answered.name) + u"</b> "_s + text
        + u"</a>"_s;
}

QString HtmlExport::reactionsTo(const ExportedMessage &message) const
{
    QStringList emojis;
    QHash<QString, QStringList> people;
    for (const ReactionRecord &reaction : message.reactions) {
        if (!people.contains(reaction.emoji))
            emojis.append(reaction.emoji);
        people[reaction.emoji].append(shown(reaction.sender.toString()));
    }
    QString html;
    for (const QString &emoji : std::as_const(emojis)) {
        const QStringList &who = people[emoji];
        html += u"<span title=\""_s + who.join(u", "_s) + u"\">"_s + shown(emoji)
            + (who.size() > 1 ? QString(u' ' + QString::number(who.size())) : QString()) + u"</span>"_s;
    }
    return html.isEmpty() ? QString() : QString(u"<small>"_s + html + u"</small>"_s);
}

void HtmlExport::write(const ExportedMessage &message)
{
    const MessageRecord &record = message.record;
    const QDateTime local = record.time.toLocalTime();
    const QLocale locale(words().language);
    QString html;
    const bool sameDay = local.date() == m_day;
    if (!sameDay) {
        html += (m_day.isValid() ? u"</div>\n"_s : QString()) + u"<div><h3>"_s
            + locale.toString(local.date(), QLocale::LongFormat).toHtmlEscaped() + u"</h3>\n"_s;
        m_day = local.date();
    }
    const bool more = sameDay && m_before.sender == record.sender
        && std::abs(m_before.time.secsTo(record.time)) < kSameBreathSecs;
    m_before = {record.sender, record.time};
    QStringList kinds;
    if (record.outgoing)
        kinds.append(u"own"_s);
    if (more)
        kinds.append(u"more"_s);
    html += u"<article id=\"m"_s + QString::number(record.id)
        + (kinds.isEmpty() ? QString() : QString(u"\" class=\""_s + kinds.join(u' '))) + u"\"><b>"_s
        + shown(message.senderName) + u"</b>"_s + quoteIn(message) + bodyOf(message);
    for (const QString &text : message.earlier)
        html += u"<s>"_s + shown(text) + u"</s>"_s;
    html += u"<footer><time datetime=\""_s + record.time.toUTC().toString(Qt::ISODateWithMs) + u"\">"_s
        + locale.toString(local.time(), QLocale::ShortFormat).toHtmlEscaped() + u"</time>"_s;
    if (record.edited.isValid())
        html += u" · "_s + words().edited.toHtmlEscaped();
    if (record.state == DeliveryState::Failed)
        html += u" · <b>"_s + words().notSent.toHtmlEscaped() + u"</b>"_s;
    else if (record.state == DeliveryState::Queued)
        html += u" · "_s + words().notSentYet.toHtmlEscaped();
    put(html + u"</footer>"_s + reactionsTo(message) + u"</article>\n"_s);
}

void HtmlExport::endChat()
{
    put(m_day.isValid() ? u"</div></section>\n"_s : u"</section>\n"_s);
}

void HtmlExport::end()
{
    put(u"</main><script>"_s + kScript + u"</script></body></html>\n"_s);
}

} // namespace tertulia
