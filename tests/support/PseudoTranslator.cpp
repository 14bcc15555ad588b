// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/PseudoTranslator.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace tertulia::test
{

namespace
{

constexpr QChar kOpen(u'⟦');
constexpr QChar kClose(u'⟧');

QChar accented(QChar c)
{
    static constexpr QStringView plain = u"aeiouncyAEIOUNCY";
    static constexpr QStringView marked = u"åéîöüñçýÅÉÎÖÜÑÇÝ";
    const qsizetype at = plain.indexOf(c);
    return at < 0 ? c : marked[at];
}

} // namespace

QString PseudoTranslator::translate(const char *context, const char *sourceText, const char *disambiguation,
                                    int n) const
{
    Q_UNUSED(disambiguation)
    // Qt's own names of keys are data; a text without letters says nothing.
    if (!sourceText || !*sourceText || qstrcmp(context, "QShortcut") == 0)
        return {};
    const QString source = QString::fromUtf8(sourceText);
    QString text(kOpen);
    bool markup = false;
    for (qsizetype i = 0; i < source.size(); ++i) {
        const QChar c = source[i];
        if (c == u'%' && i + 1 < source.size()) {
            if (source[i + 1] == u'n') {
                text += QString::number(n);
                ++i;
                continue;
            }
            text += c;
            text += source[++i];
            continue;
        }
        if (c == u'<')
            markup = true;
        text += markup ? c : accented(c);
        if (c == u'>')
            markup = false;
    }
    for (qsizetype i = 0; i < source.size() / 3; ++i)
        text += i % 6 == 5 ? u' ' : u'~';
    return text + kClose;
}

bool PseudoTranslator::isPseudo(const QString &text)
{
    return text.contains(kOpen);
}

} // namespace tertulia::test
