#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tertulia authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes beside the program is well formed and says the same as the program. Second argument: the program."""
import os
import re
import sys
import xml.etree.ElementTree as ElementTree

sys.path.insert(0, __file__.rsplit('/', 1)[0] + '/lib')
import tree

ID = 'im.tertulia.Tertulia'
LINUX = 'packaging/linux'


def options_in(content):
    return set(re.findall(r'--([a-z][a-z-]+)', content))


def checked(*command):
    fine, output = tree.run(*command)
    return [] if fine and not re.search(r'ERROR|WARNING', output) else [f'{" ".join(command)}:\n{output}']


def version_problems(version):
    metainfo = ElementTree.fromstring(tree.text(f'{LINUX}/{ID}.metainfo.xml'))
    released = [release.get('version') for release in metainfo.iter('release')]
    problems = []
    if released[:1] != [version]:
        problems.append(f'{LINUX}/{ID}.metainfo.xml: the newest release is {released[:1]}, the project is {version}')
    if f'[{version}]' not in tree.text('packaging/CHANGELOG.md'):
        problems.append(f'packaging/CHANGELOG.md: nothing about {version}')
    return problems


def main():
    folder = tree.root() / LINUX
    problems = checked('desktop-file-validate', str(folder / f'{ID}.desktop'))
    problems += checked('appstreamcli', 'validate', '--no-net', str(folder / f'{ID}.metainfo.xml'))
    problems += checked('mandoc', '-T', 'lint', '-W', 'warning', str(folder / 'man/tertulia.1'))
    # mandoc knows English section names only.
    problems += checked('mandoc', '-T', 'lint', '-W', 'error', str(folder / 'man/es/tertulia.1'))

    version = re.search(r'project\(Tertulia VERSION ([\d.]+)', tree.text('CMakeLists.txt')).group(1)
    problems += version_problems(version)

    os.environ.update(QT_QPA_PLATFORM='offscreen', LC_ALL='C.UTF-8')
    fine, told = tree.run(sys.argv[2], '--help')
    if not fine:
        problems.append(f'--help ended with an error:\n{told}')
    # Qt's own: --help-all is added by QCommandLineParser.
    known = options_in(told) - {'help-all'}
    for name in (f'{LINUX}/man/tertulia.1', f'{LINUX}/man/es/tertulia.1'):
        described = set(re.findall(r'Fl -([a-z][a-z-]+)', tree.text(name)))
        problems += [f'{name}: --{option} is missing' for option in sorted(known - described)]
        problems += [f'{name}: --{option} is no option' for option in sorted(described - known)]
    for name in tree.files(f'{LINUX}/completions'):
        content = tree.text(name)
        described = options_in(content) | set(re.findall(r'-l ([a-z][a-z-]+)', content))
        described |= {'help', 'version'} if '{-h,--help}' in content else set()
        problems += [f'{name}: --{option} is missing' for option in sorted(known - described)]
    fine, told = tree.run(sys.argv[2], '--version')
    if not fine or version not in told:
        problems.append(f'--version says {told!r}, the project is {version}')
    tree.finish(problems, 'packaging')


main()
