#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tertulia authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Resources exist and are used; the translations are complete."""
import re
import shutil
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

sys.path.insert(0, __file__.rsplit('/', 1)[0] + '/lib')
import tree

PLACEHOLDER = re.compile(r'%(?:L?\d+|n)')
MNEMONIC = re.compile(r'&(?=\w)')


def resources():
    problems = []
    listed = set()
    for name in tree.files('resources', suffixes={'.qrc'}):
        folder = name.rsplit('/', 1)[0]
        for entry in ElementTree.fromstring(tree.text(name)).iter('file'):
            target = f'{folder}/{entry.text}'
            listed.add(target)
            if not (tree.root() / target).is_file():
                problems.append(f'{name}: {entry.text} does not exist')
    for name in tree.files('resources', suffixes={'.svg', '.png', '.ogg', '.wav'}):
        if listed and name not in listed and '/screenshots/' not in name:
            problems.append(f'{name}: in no .qrc file')
    for name in tree.files('resources', 'packaging', suffixes={'.svg'}):
        try:
            ElementTree.fromstring(tree.text(name))
        except ElementTree.ParseError as error:
            problems.append(f'{name}: {error}')
    return problems


def forms_of(message):
    translation = message.find('translation')
    forms = translation.findall('numerusform')
    return translation, [form.text or '' for form in forms] if forms else [translation.text or '']


def translations():
    """The catalogues as they are once every word of the sources is in them."""
    with tempfile.TemporaryDirectory() as folder:
        names = tree.files('translations', suffixes={'.ts'})
        for name in names:
            shutil.copy(tree.root() / name, folder)
        fine, output = tree.run(str(tree.root() / 'translations/update'), folder)
        if not fine:
            return [output]
        return [problem for name in names
                for problem in incomplete(name, ElementTree.parse(f'{folder}/{name.rsplit("/", 1)[1]}').getroot())]


def incomplete(name, catalogue):
    problems = []
    language = catalogue.get('language', '')
    plurals_only = language.startswith('en')
    for context in catalogue.iter('context'):
        for message in context.iter('message'):
            source = message.findtext('source') or ''
            where = f'{name}: {context.findtext("name")}: "{source}"'
            translation, forms = forms_of(message)
            kind = translation.get('type')
            if kind in ('vanished', 'obsolete'):
                problems.append(f'{where}: not in the program any more (translations/update)')
                continue
            if plurals_only and message.get('numerus') != 'yes':
                continue
            if kind == 'unfinished' or not all(form.strip() for form in forms):
                problems.append(f'{where}: not translated')
                continue
            for form in forms:
                wanted = set(PLACEHOLDER.findall(source))
                present = set(PLACEHOLDER.findall(form))
                if message.get('numerus') == 'yes':
                    wanted.discard('%n')
                    present.discard('%n')
                if wanted != present:
                    problems.append(f'{where}: other placeholders in "{form}"')
                if source.endswith('…') != form.endswith('…') or source.endswith(':') != form.endswith(':'):
                    problems.append(f'{where}: ends otherwise than "{form}"')
                if bool(MNEMONIC.search(source)) != bool(MNEMONIC.search(form)):
                    problems.append(f'{where}: one has a mnemonic, "{form}" not')
    return problems


def main():
    tree.finish(resources() + translations(), 'resources and translations')


main()
