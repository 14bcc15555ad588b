// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/HtmlExport.h"

#include <QCryptographicHash>
#include <QLocale>
#include <QRegularExpression>
#include <QUrl>

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
  let found = 0;
  for (const [row, text] of known) {
    const here = words.every(word => text.includes(word));
    row.hidden = !here;
    found += here;
  }
  document.body.classList.toggle('searching', words.length > 0);
  none.hidden = found > 0 || !words.length;
}
field.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(find, 150); });
)"_s;

const QString kStyle = uR"(
:root { color-scheme: light dark; --paper: #fdfcfa; --ink: #211c17; --soft: #6d655b; --line: #e4dfd8;
  --own: #f7e4d8; --other: #efece7; --accent: #a9491f; }
@media (prefers-color-scheme: dark) { :root { --paper: #181512; --ink: #ece6de; --soft: #a89f94;
  --line: #342e29; --own: #4b2c1d; --other: #2b2622; --accent: #e88f63; } }
body { background: var(--paper); color: var(--ink); font: 16px/1.4 system-ui, sans-serif;
  max-width: 46rem; margin: 0 auto; padding: 0 1rem 3rem; }
header { position: sticky; top: 0; background: var(--paper); padding: 1rem 0 .6rem;
  border-bottom: 1px solid var(--line); z-index: 1; }
h1 { font-size: 1.25rem; margin: 0 0 .6rem; } h2 { font-size: 1.1rem; margin: 2rem 0 0; }
h2 small { color: var(--soft); font-weight: normal; unicode-bidi: isolate; }
h3 { text-align: center; color: var(--soft); font-size: .8rem; font-weight: 600; margin: 1.2rem 0 .4rem; }
input { font: inherit; color: inherit; background: var(--other); border: 1px solid var(--line);
  border-radius: 9px; padding: .45rem .8rem; width: 100%; box-sizing: border-box; }
input:focus { outline: 2px solid var(--accent); outline-offset: -1px; }
article { background: var(--other); border-radius: 14px; border-start-start-radius: 4px;
  padding: .45rem .8rem; margin: .3rem 0; width: fit-content; max-width: 80%; }
article.own { background: var(--own); margin-inline-start: auto; border-start-start-radius: 14px;
  border-start-end-radius: 4px; }
article[hidden] { display: none; } .searching h3 { display: none; }
article b { font-size: .85rem; color: var(--accent); unicode-bidi: isolate; }
article time, article i, article small { font-size: .78rem; color: var(--soft); }
article p, article s, summary { margin: .1rem 0 0; white-space: pre-wrap; overflow-wrap: anywhere;
  unicode-bidi: plaintext; }
article s { display: block; color: var(--soft); } summary { cursor: pointer; }
a { color: var(--accent); } #none { color: var(--soft); text-align: center; }
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

/// `text`, escaped, with links to the web that can be clicked.
QString linked(const QString &text)
{
    static const QRegularExpression kLink(u"https?://[^\\s<>\"']+"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    QString html;
    qsizetype from = 0;
    auto links = kLink.globalMatch(text);
    while (links.hasNext()) {
        const auto link = links.next();
        const QUrl url(link.captured(), QUrl::StrictMode);
        html += QStringView(text).sliced(from, link.capturedStart() - from).toString().toHtmlEscaped();
        from = link.capturedEnd();
        const QString words = link.captured().toHtmlEscaped();
        if (!url.isValid() || url.host().isEmpty())
            html += words;
        else
            html += u"<a rel=\"noreferrer noopener\" href=\""_s
                + QString::fromLatin1(url.toEncoded()).toHtmlEscaped() + u"\">"_s + words + u"</a>"_s;
    }
    return html + text.sliced(from).toHtmlEscaped();
}

} // namespace

void HtmlExport::begin()
{
    const QString title = words().title.toHtmlEscaped();
    put(u"<!DOCTYPE html>\n<html lang=\""_s + words().language.toHtmlEscaped()
        + u"\"><head><meta charset=\"utf-8\">"
          "<meta http-equiv=\"Content-Security-Policy\" content=\""_s
        + policy()
        + u"\">"
          "<meta name=\"viewport\" content=\"width=device-width\"><meta name=\"referrer\" "
          "content=\"no-referrer\">"
          "<title>"_s
        + title + u"</title><style>"_s + kStyle + u"</style></head>\n<body><header><h1>"_s + title
        + u"</h1><input type=\"search\" aria-label=\""_s + words().search.toHtmlEscaped()
        + u"\" placeholder=\""_s + words().search.toHtmlEscaped()
        + u"\"></header>\n<main>\n<p id=\"none\" hidden>"_s + words().nothingFound.toHtmlEscaped()
        + u"</p>\n"_s);
}

void HtmlExport::beginChat(const ExportedChat &chat)
{
    m_day = {};
    const auto shown = [this](const QString &text) { return words().shown(text).toHtmlEscaped(); };
    const QString address = shown(chat.peer.toString());
    const QString name = shown(chat.peerName);
    put(u"<section><h2><bdi>"_s + name + u"</bdi> <small>"_s
        + (name == address ? QString() : QString(address + u" · "_s)) + shown(chat.account.toString())
        + u"</small></h2>\n"_s);
}

QString HtmlExport::bodyOf(const ExportedMessage &message) const
{
    const MessageRecord &record = message.record;
    if (record.retracted.isValid())
        return u"<p><i>"_s + words().takenBack.toHtmlEscaped() + u"</i></p>"_s;
    const QString body = u"<p>"_s + linked(words().shown(record.body)) + u"</p>"_s;
    if (!record.spoiler)
        return body;
    const QString hint = words().shown(*record.spoiler).toHtmlEscaped();
    return u"<details><summary>"_s + (hint.isEmpty() ? u"…"_s : hint) + u"</summary>"_s + body
        + u"</details>"_s;
}

void HtmlExport::write(const ExportedMessage &message)
{
    const MessageRecord &record = message.record;
    const QDateTime local = record.time.toLocalTime();
    const QLocale locale(words().language);
    QString html;
    if (local.date() != m_day) {
        m_day = local.date();
        html += u"<h3>"_s + locale.toString(m_day, QLocale::LongFormat).toHtmlEscaped() + u"</h3>\n"_s;
    }
    html += u"<article id=\"m"_s + QString::number(record.id)
        + (record.outgoing ? u"\" class=\"own\"><b>"_s : u"\"><b>"_s)
        + words().shown(message.senderName).toHtmlEscaped() + u"</b> "_s;
    if (message.answers)
        html += u"<a href=\"#m"_s + QString::number(message.answers) + u"\">↩</a> "_s;
    html += u"<time datetime=\""_s + record.time.toUTC().toString(Qt::ISODateWithMs) + u"\">"_s
        + locale.toString(local.time(), QLocale::ShortFormat).toHtmlEscaped() + u"</time>"_s;
    const auto aside = [&html](const QString &text) { html += u" <i>"_s + text.toHtmlEscaped() + u"</i>"_s; };
    if (record.edited.isValid())
        aside(words().edited);
    if (record.state == DeliveryState::Failed)
        aside(words().notSent);
    else if (record.state == DeliveryState::Queued)
        aside(words().notSentYet);
    html += bodyOf(message);
    for (const QString &text : message.earlier)
        html += u"<s>"_s + words().shown(text).toHtmlEscaped() + u"</s>"_s;
    if (!message.reactions.isEmpty()) {
        html += u"<small>"_s;
        for (const ReactionRecord &reaction : message.reactions)
            html += u"<span title=\""_s + words().shown(reaction.sender.toString()).toHtmlEscaped() + u"\">"_s
                + words().shown(reaction.emoji).toHtmlEscaped() + u"</span> "_s;
        html += u"</small>"_s;
    }
    put(html + u"</article>\n"_s);
}

void HtmlExport::endChat()
{
    put(u"</section>\n"_s);
}

void HtmlExport::end()
{
    put(u"</main><script>"_s + kScript + u"</script></body></html>\n"_s);
}

} // namespace tertulia
