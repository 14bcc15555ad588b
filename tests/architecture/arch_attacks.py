#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tertulia authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The pages of attacks, faults and promises, and the tests that play them, name each other."""
import re
import sys

sys.path.insert(0, __file__.rsplit('/', 1)[0] + '/lib')
import tree

NAMED = re.compile(r'SECURITY ([A-Z]\d+(?:(?:, | and )(?:[A-Z]\d+))*)')
# What must be played before anybody else uses the program.
PAGES = {
    'tests/ATTACKS.md': {'A': [*(n for n in range(1, 68 + 1) if n not in (9, 20, 25, 43, 58, 60, 64, 66)), 69, 71, 73, 75,
                               77, 78, *range(95, 99), *range(100, 104), 105, 111, 112, *range(114, 118), 119, 120,
                               122, *range(124, 131)]},
    'tests/FAULTS.md': {'F': [n for n in (*range(1, 16), 21, *range(25, 31), 35, 36, *range(44, 49), 50, 51, 54, 56,
                                          *range(58, 61)) if n != 7]},
    'tests/PROMISES.md': {'B': range(1, 21), 'R': (*range(1, 18), 24, *range(29, 35))},
}


def main():
    played = {}  # row -> names of tests
    for name in tree.files('tests', suffixes={'.cpp', '.py'}):
        if name.startswith(('tests/support/', 'tests/architecture/')):
            continue
        test = name.rsplit('/', 1)[1].rsplit('.', 1)[0]
        for match in NAMED.finditer(tree.text(name)):
            for row in re.findall(r'[A-Z]\d+', match.group(1)):
                played.setdefault(row, set()).add(test)

    problems = []
    rows = 0
    for page, wanted in PAGES.items():
        listed = {}
        letters = tuple(wanted)
        row_of = re.compile(rf'^\| ([{"".join(letters)}]\d+) \| ([^|]+) \| ([^|]*) \| ([^|]*)\|$', re.M)
        for row, _, tests, waits in row_of.findall(tree.text(page)):
            if row in listed:
                problems.append(f'{page}: {row} twice')
            listed[row] = {test.strip() for test in tests.split(',') if test.strip()}
            if not listed[row] and not waits.strip():
                problems.append(f'{page}: {row} is played by no test, and waits for nothing')
        needed = [f'{letter}{n:02}' for letter, numbers in wanted.items() for n in numbers]
        problems += [f'{page}: {row} is missing' for row in needed if row not in listed]
        for row, tests in sorted(listed.items()):
            problems += [f'{page}: {row} is said to be played by {test}, which does not name it'
                         for test in sorted(tests - played.get(row, set()))]
        for row, tests in sorted(played.items()):
            if row.startswith(letters):
                problems += [f'{page}: {test} plays {row}, which is not said'
                             for test in sorted(tests - listed.get(row, set()))]
        rows += len(listed)
    tree.finish(problems, f'{rows} attacks, faults and promises')


main()
