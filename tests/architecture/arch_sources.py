#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tertulia authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every file says whose it is, and nothing calls what the project does not allow itself."""
import re
import sys

sys.path.insert(0, __file__.rsplit('/', 1)[0] + '/lib')
import tree

# (pattern, where, why). Matched against code without comments.
FORBIDDEN = [
    (r'\bQEventLoop\b', 'core ui app', 'a nested event loop'),
    # A query is executed, too: the store has no dialogs.
    (r'(?:->|\.)exec\(\)', 'core/base core/net core/stream core/modules core/chat core/models core/session ui app',
     'a nested event loop (QDialog, QMenu or QEventLoop exec)'),
    (r'\bprocessEvents\s*\(', 'core ui app', 'a nested event loop'),
    (r'\bwaitFor(?:Connected|Disconnected|Encrypted|ReadyRead|BytesWritten|Started|Done)\s*\(', 'core ui app',
     'waits instead of listening'),
    (r'\bQ(?:Message|Input|File|Color|Font)(?:Box|Dialog)::(?:information|question|warning|critical|get\w+)\s*\(',
     'core ui app', 'a nested event loop (static dialog)'),
    (r'\bignoreSslErrors\s*\(\s*\)', 'core ui app tests', 'accepts every certificate'),
    (r'\bVerifyNone\b|\bQueryPeer\b', 'core ui app', 'accepts every certificate'),
    (r'\bsetInsecureFallback\s*\(\s*true', 'core ui app tests', 'writes passwords to a file'),
    (r'jabber:iq:auth', 'core ui app', 'sends passwords by a protocol that is obsolete (XEP-0078)'),
    (r'\bsetHtml\s*\(|\binsertHtml\s*\(|Qt::RichText|Qt::AutoText|Qt::MarkdownText|\bsetMarkdown\s*\(', 'core ui app',
     'may show remote text as HTML'),
    (r'\bQXml(?:Simple)?Reader\b|\bQDomDocument\b', 'core ui app', 'an XML parser that is not behind the guard'),
    (r'\bqsrand\b|\brand\s*\(\s*\)|\bsrand\s*\(', 'core ui app', 'a guessable source of numbers'),
    (r'(?<![:\w>.])system\s*\((?!\))|\bstd::system\s*\(|\bpopen\s*\(', 'core ui app tests', 'a shell'),
    (r'\bQThread::(?:m|u)?sleep\s*\(|\b(?:u|nano)?sleep\s*\(|\bQTest::qSleep\s*\(', 'core ui app tests',
     'sleeps'),
    (r'\bQSKIP\s*\(', 'tests', 'a test that passes without testing'),
    (r'\busing namespace std\s*;', 'core ui app tests', 'all of std'),
    (r'\bforeach\s*\(|\bQ_FOREACH\b', 'core ui app tests', 'copies'),
    (r'\bqDebug\s*\(\s*\)', 'core ui app', 'a log without a category'),
    # Backtracking on remote text (SECURITY A124). Logs of other programs are read by the line, by a worker.
    (r'\bQRegularExpression\b', 'core/base core/xml core/stanza core/stream core/modules core/store core/chat core/models '
     'core/session ui/text ui/timeline ui/chat ui/main ui/contacts ui/notifications ui/search ui/switcher', 'may look at remote text again and again'),
    (r'\bprintf\s*\(|\bstd::cout\b', 'core ui', 'prints'),
]
# Made of the names in the schema that the program has just written itself, whatever tables there are.
SQL_OF_OWN_SCHEMA = {'core/store/SalvagedTable.cpp'}
SQL_WORD = re.compile(
    r'"[^"\n]*\b(?:SELECT\b[^"]*\bFROM|INSERT\s+(?:OR\s+\w+\s+)?INTO|UPDATE\b[^"]*\bSET|DELETE\s+FROM)\b[^"\n]*"'
    r'(?:_s|_L1)?\s*\)?\s*(?:\+|%|\.arg\s*\()', re.I)
BAD_NAME = re.compile(r'\bclass\s+(?:\w+\s+)?(\w+(?:Manager|Helper|Util|Utils|Handler|Data))\b(?!\s*;)')
BAD_FOLDER = re.compile(r'(^|/)(utils?|common|helpers?|misc)(/|$)')

SPDX = ('SPDX-FileCopyrightText: ', 'SPDX-License-Identifier: ')
# Kinds of file that cannot say it themselves have NAME.license beside them.
COMMENTED = {'.h', '.cpp', '.py', '.sh', '.cmake', '.txt', '.qrc', '.ts', '.svg', '.xml', '.md', '.desktop', '.doap',
             '.service', '.in', '.yml', '.1', '.supp', ''}
LICENSED_BY_SIDE_FILE = {'.png', '.jpg', '.pem', '.db', '.json', '.dict', '.ogg', '.wav', '.bin', '.gz'}
WITHOUT = re.compile(r'^(LICENSE|\.clang-format|\.clang-tidy|\.editorconfig|\.gitignore|LICENSES/.*|REUSE\.toml)$'
                     r'|^tests/(fuzz/corpus|data)/|\.license$|^\.reuse/')


def main():
    problems = []
    names = tree.files()
    for name in names:
        if BAD_FOLDER.search(name.rsplit('/', 1)[0] if '/' in name else ''):
            problems.append(f'{name}: a folder whose name says nothing')
        if WITHOUT.search(name):
            continue
        suffix = '.' + name.rsplit('.', 1)[1] if '.' in name.rsplit('/', 1)[-1] else ''
        if suffix in LICENSED_BY_SIDE_FILE:
            if name + '.license' not in names:
                problems.append(f'{name}: no {name}.license with its SPDX lines')
            continue
        head = tree.text(name)[:2000]
        for wanted in SPDX:
            if wanted not in head:
                problems.append(f'{name}: no line "{wanted}…"')
    sources = [name for name in names if name.endswith(('.h', '.cpp'))]
    for name in sources:
        content = tree.code(name)
        bare = tree.code(name, keep_strings=False)
        for pattern, where, why in FORBIDDEN:
            if not any(name.startswith(folder + '/') for folder in where.split()):
                continue
            for match in re.finditer(pattern, content if ':' in pattern and 'jabber' in pattern else bare):
                problems.append(f'{name}:{tree.line_of(content, match.start())}: {match.group(0)}: {why}')
        if not name.startswith('tests/') and name not in SQL_OF_OWN_SCHEMA:
            for match in SQL_WORD.finditer(content):
                problems.append(f'{name}:{tree.line_of(content, match.start())}: SQL put together from pieces')
            for match in BAD_NAME.finditer(bare):
                problems.append(f'{name}:{tree.line_of(bare, match.start())}: the name {match.group(1)} says nothing')
        if name.endswith('.h') and '#pragma once' not in content:
            problems.append(f'{name}: no #pragma once')
    tree.finish(problems, f'{len(names)} files')


main()
