#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tertulia authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of attacks and the tests that play them name each other."""
import re
import sys

sys.path.insert(0, __file__.rsplit('/', 1)[0] + '/lib')
import tree

PAGE = 'tests/ATTACKS.md'
ROW = re.compile(r'^\| (A\d+) \| ([^|]+) \| ([^|]*) \| ([^|]*)\|$', re.M)
NAMED = re.compile(r'SECURITY ([A-Z]\d+(?:(?:, | and )(?:[A-Z]\d+))*)')
# What must be played before anybody else uses the program.
NEEDED = ([f'A{n:02}' for n in range(1, 68 + 1)
           if n not in (9, 20, 25, 43, 58, 60, 64, 66)])


def main():
    played = {}  # row -> names of tests
    for name in tree.files('tests', suffixes={'.cpp', '.py'}):
        if name.startswith(('tests/support/', 'tests/architecture/')):
            continue
        test = name.rsplit('/', 1)[1].rsplit('.', 1)[0]
        for match in NAMED.finditer(tree.text(name)):
            for row in re.findall(r'A\d+', match.group(1)):
                played.setdefault(row, set()).add(test)

    problems = []
    listed = {}
    for row, _, tests, _ in ROW.findall(tree.text(PAGE)):
        if row in listed:
            problems.append(f'{PAGE}: {row} twice')
        listed[row] = {test.strip() for test in tests.split(',') if test.strip()}
    problems += [f'{PAGE}: {row} is missing' for row in NEEDED if row not in listed]
    for row, tests in sorted(listed.items()):
        if not tests:
            problems.append(f'{PAGE}: {row} is played by no test')
        problems += [f'{PAGE}: {row} is said to be played by {test}, which does not name it'
                     for test in sorted(tests - played.get(row, set()))]
    for row, tests in sorted(played.items()):
        problems += [f'{PAGE}: {test} plays {row}, which is not said' for test in sorted(tests - listed.get(row, set()))]
    tree.finish(problems, f'{len(listed)} attacks')


main()
