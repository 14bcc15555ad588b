#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tertulia authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Includes point one way. Each folder lists what it may include; ui sees of the lower layers only values."""
import re
import sys

sys.path.insert(0, __file__.rsplit('/', 1)[0] + '/lib')
import tree

LOWER = ['core/base', 'core/xml', 'core/stanza', 'core/sasl', 'core/net', 'core/stream', 'core/modules']
MAY_INCLUDE = {
    'core/base': [],
    'core/xml': ['core/base'],
    'core/stanza': ['core/base', 'core/xml'],
    'core/sasl': ['core/base', 'core/xml'],
    'core/net': ['core/base', 'core/xml'],
    'core/stream': ['core/base', 'core/xml', 'core/stanza', 'core/sasl', 'core/net'],
    'core/modules': ['core/base', 'core/xml', 'core/stanza', 'core/stream'],
    'core/store': ['core/base'],
    'core/crypto': ['core/base', 'core/store'],
    'core/chat': LOWER + ['core/store', 'core/crypto'],
    'core/history': ['core/base', 'core/modules', 'core/store', 'core/chat'],
    'core/models': LOWER + ['core/store', 'core/crypto', 'core/chat'],
    'core/session': LOWER + ['core/store', 'core/crypto', 'core/chat', 'core/history', 'core/models'],
    'ui': ['core/base', 'core/modules', 'core/chat', 'core/history', 'core/models', 'core/session'],
    'app': LOWER + ['core/store', 'core/crypto', 'core/chat', 'core/history', 'core/models', 'core/session', 'ui'],
}
# Values that the session's own interface is made of; they carry no behaviour of the wire.
UI_VALUES = {
    'core/stanza/Presence.h',  # Availability
    'core/stanza/Subscription.h',
    'core/stream/ConnectionSettings.h',  # what a person enters, and the steps that are shown
    'core/net/Transport.h',  # CertificateProblem and TlsFacts, shown by the certificate question
}
# Qt modules by which a layer would reach beyond its task.
FORBIDDEN_QT = {
    'core': r'Qt(Widgets|Gui)/|QWidget|QPixmap|QIcon|QColor|QPainter|QFont\b|QApplication|QGuiApplication',
    'core/store': r'QNetwork|QSsl|QXml|QDom',
    'core/models': r'QNetwork|QSsl|QSql|QXml|QDom',
    'core/chat': r'QSql|QXml|QDom',
    'ui': r'QSql|QXmlStream|QDom|QSslSocket|QTcpSocket|QDBus|qt6keychain|QtDBus',
}

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.M)


def layer_of(name):
    parts = name.split('/')
    return '/'.join(parts[:2]) if parts[0] == 'core' else parts[0]


def folder_of(name):
    return name.rsplit('/', 1)[0]


def cycles(graph):
    """Strongly connected groups of more than one node (Tarjan)."""
    index, low, stack, on_stack, groups = {}, {}, [], set(), []

    def visit(node):
        index[node] = low[node] = len(index)
        stack.append(node)
        on_stack.add(node)
        for other in sorted(graph.get(node, ())):
            if other not in index:
                visit(other)
                low[node] = min(low[node], low[other])
            elif other in on_stack:
                low[node] = min(low[node], index[other])
        if low[node] == index[node]:
            group = []
            while True:
                member = stack.pop()
                on_stack.discard(member)
                group.append(member)
                if member == node:
                    break
            if len(group) > 1:
                groups.append(sorted(group))

    for node in sorted(graph):
        if node not in index:
            visit(node)
    return groups


def main():
    sys.setrecursionlimit(5000)
    problems, by_file, by_folder, example = [], {}, {}, {}
    names = tree.files('core', 'ui', 'app', suffixes={'.h', '.cpp'})
    known = set(names)
    for name in names:
        layer = layer_of(name)
        if layer not in MAY_INCLUDE:
            problems.append(f'{name}: {layer} is not a layer; add it to the table with what it may include')
            continue
        content = tree.code(name)
        for match in INCLUDE.finditer(content):
            where = f'{name}:{tree.line_of(content, match.start())}'
            target = match.group(2)
            if match.group(1) == '<' or re.match(r'(ui_|moc_)|.*\.moc$', target):
                for part, pattern in FORBIDDEN_QT.items():
                    if (name + '/').startswith(part + '/') and re.match(pattern, target):
                        problems.append(f'{where}: {part} includes <{target}>')
                continue
            if target not in known:
                problems.append(f'{where}: "{target}" is not a path from the root of the tree')
                continue
            other = layer_of(target)
            if other != layer and other not in MAY_INCLUDE[layer] and not (layer == 'ui' and target in UI_VALUES):
                problems.append(f'{where}: {layer} includes {target}, which it may not')
            by_file.setdefault(name, set()).add(target)
            if folder_of(name) != folder_of(target):
                by_folder.setdefault(folder_of(name), set()).add(folder_of(target))
                example.setdefault((folder_of(name), folder_of(target)), f'{where} -> {target}')
    for group in cycles(by_file):
        problems.append('files include each other: ' + ', '.join(group))
    for group in cycles(by_folder):
        members = set(group)
        problems.append('folders include each other: ' + ', '.join(group))
        problems += [f'    {place}' for (a, b), place in sorted(example.items()) if a in members and b in members]
    tree.finish(problems, f'includes of {len(names)} files')


main()
