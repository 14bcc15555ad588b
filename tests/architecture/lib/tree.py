# SPDX-FileCopyrightText: 2026 The Tertulia authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checks of the tree share: which files there are, C++ without comments, and how to say what is wrong."""
import re
import subprocess
import sys
from pathlib import Path

SKIPPED = re.compile(r'(^|/)(\.git|build|build-[^/]*|\.cache|__pycache__)(/|$)')


def root():
    return Path(sys.argv[1]).resolve()


def files(*folders, suffixes=None):
    """Files below the folders (all of the tree without any), as paths relative to the root, sorted."""
    top = root()
    found = []
    for folder in folders or ('.',):
        for path in (top / folder).rglob('*'):
            name = path.relative_to(top).as_posix()
            if path.is_file() and not SKIPPED.search(name) and (not suffixes or path.suffix in suffixes):
                found.append(name)
    return sorted(found)


def text(name):
    return (root() / name).read_text(encoding='utf-8')


_TOKEN = re.compile(r'//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'', re.S)


def code(name, keep_strings=True):
    """C++ text with comments (and, if asked, the content of strings) blanked out; lines stay where they are."""
    def blank(match):
        found = match.group(0)
        if keep_strings and not found.startswith('/'):
            return found
        return re.sub(r'[^\n]', ' ', found) if found.startswith('/') else '""' + '\n' * found.count('\n')
    return _TOKEN.sub(blank, text(name))


def line_of(content, position):
    return content.count('\n', 0, position) + 1


def finish(problems, what):
    for problem in problems:
        print(problem)
    print(f'{len(problems)} problems: {what}' if problems else f'fine: {what}')
    sys.exit(1 if problems else 0)


def run(*command):
    """A checking program's output, and whether it was content."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    return done.returncode == 0, done.stdout.strip()
