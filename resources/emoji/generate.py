#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tertulia authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes emoji.txt, the table of the emoji that the program offers, from Unicode's own data.

    apt-get install unicode-data unicode-cldr-core
    resources/emoji/generate.py

Run when a newer Unicode is wanted, not when building: the result is in the tree. A line for each emoji that
has no skin tone, in the order of emoji-test.txt; its fields, divided by tabs:

    group     one digit, the groups of emoji-test.txt in their order
    emoji     fully qualified
    toned     the same with "~" where the modifiers of skin tone stand; empty if it takes none
    English   the name in English
    Spanish   the name in Spanish
    words     what it is found by in both languages: folded words, a space before each
"""
import re
import sys
import unicodedata
import xml.etree.ElementTree as ElementTree
from pathlib import Path

FOLDER = Path('/usr/share/unicode')
GROUPS = ['Smileys & Emotion', 'People & Body', 'Animals & Nature', 'Food & Drink', 'Travel & Places', 'Activities',
          'Objects', 'Symbols', 'Flags']
TONES = [chr(code) for code in range(0x1f3fb, 0x1f400)]
EMOJI_STYLE = '\ufe0f'

# Those of Unicode 15, which the annotations of CLDR 41 do not have: names, then further words.
YOUNGER = {
    '🫨': ('shaking face|earthquake|shock|vibrate', 'cara temblando|temblor|terremoto|susto'),
    '🩷': ('pink heart|love|like', 'corazón rosa|amor|cariño'),
    '🩵': ('light blue heart|love|sky', 'corazón azul claro|amor|celeste'),
    '🩶': ('grey heart|gray|love|silver', 'corazón gris|amor|plata'),
    '🫷': ('leftwards pushing hand|high five|stop|wait', 'mano empujando a la izquierda|alto|espera|chócala'),
    '🫸': ('rightwards pushing hand|high five|stop|wait', 'mano empujando a la derecha|alto|espera|chócala'),
    '🫎': ('moose|animal|antlers|elk', 'alce|animal|cuernos'),
    '🫏': ('donkey|animal|burro|mule', 'burro|animal|asno|mula'),
    '🪽': ('wing|angel|bird|fly', 'ala|ángel|pájaro|volar'),
    '🐦‍⬛': ('black bird|crow|raven', 'pájaro negro|cuervo|mirlo'),
    '🪿': ('goose|bird|honk', 'ganso|ave|oca'),
    '🪼': ('jellyfish|sea|sting', 'medusa|mar|picadura'),
    '🪻': ('hyacinth|flower|lavender|lupin', 'jacinto|flor|lavanda'),
    '🫚': ('ginger root|spice', 'jengibre|especia|raíz'),
    '🫛': ('pea pod|beans|vegetable', 'vaina de guisantes|verdura|guisante'),
    '🪭': ('folding hand fan|cooling|hot', 'abanico|calor|aire'),
    '🪮': ('hair pick|afro|comb', 'peine afro|pelo|peinar'),
    '🪇': ('maracas|music|shake', 'maracas|música|instrumento'),
    '🪈': ('flute|music|recorder', 'flauta|música|instrumento'),
    '🪯': ('khanda|religion|Sikh', 'khanda|religión|sij'),
    '🛜': ('wireless|computer|internet|network|wifi', 'inalámbrico|internet|red|wifi'),
}

HEAD = '''\
# SPDX-FileCopyrightText: 1991-2022 Unicode, Inc.
# SPDX-License-Identifier: Unicode-DFS-2016
# Made by generate.py, which explains the fields, out of the emoji data of Unicode {unicode} and the annotations
# of CLDR {cldr}; put into another form, and not as Unicode, Inc. distributes them.
'''


def annotations(language):
    """What each emoji, without U+FE0F, is called, and its further words."""
    names, words = {}, {}
    for folder in ('annotations', 'annotationsDerived'):
        tree = ElementTree.parse(FOLDER / 'cldr/common' / folder / f'{language}.xml')
        for entry in tree.iter('annotation'):
            if entry.get('type') == 'tts':
                names[entry.get('cp')] = entry.text
            else:
                words[entry.get('cp')] = entry.text.split(' | ')
    for emoji, entries in YOUNGER.items():
        name, *more = entries[0 if language == 'en' else 1].split('|')
        names.setdefault(emoji, name)
        words.setdefault(emoji, more)
    return names, words


def sentence_name(name, language):
    """Flags and keys begin with a capital in the Spanish data, other names do not."""
    if language == 'es' and name.startswith(('Bandera: ', 'Teclas: ')):
        return name[0].lower() + name[1:]
    return name


def folded(text):
    plain = unicodedata.normalize('NFD', text.replace('\u2019', '').replace("'", ''))
    plain = ''.join(each for each in plain if unicodedata.category(each) != 'Mn').lower()
    return re.findall(r'\w+', plain)


def test_file():
    """(group, emoji) of those fully qualified, and the version of Unicode."""
    group, version, found = None, '', []
    for line in (FOLDER / 'emoji/emoji-test.txt').read_text(encoding='utf-8').splitlines():
        if line.startswith('# group: '):
            group = line.removeprefix('# group: ')
        elif line.startswith('# Version: '):
            version = line.removeprefix('# Version: ')
        elif '; fully-qualified' in line and group in GROUPS:
            points = line.split(';')[0].split()
            found.append((GROUPS.index(group), ''.join(chr(int(point, 16)) for point in points)))
    return found, version


def toned_forms(emoji):
    """Key without tones and style -> form with ~, for those where everybody has the same tone."""
    forms = {}
    for each in emoji:
        tones = {point for point in each if point in TONES}
        if tones == {TONES[0]}:
            form = each.replace(TONES[0], '~')
            forms[form.replace('~', '').replace(EMOJI_STYLE, '')] = form
    return forms


def main():
    found, version = test_file()
    cldr = re.search(r'cldrVersion CDATA #FIXED "(\d+)"',
                     (FOLDER / 'cldr/common/dtd/ldml.dtd').read_text(encoding='utf-8'))
    languages = {language: annotations(language) for language in ('en', 'es')}
    toned = toned_forms([emoji for _, emoji in found])
    lines = []
    for group, emoji in found:
        if any(tone in emoji for tone in TONES):
            continue
        key = emoji.replace(EMOJI_STYLE, '')
        fields = [str(group), emoji, toned.get(key, '')]
        words = []
        for language, (names, more) in languages.items():
            if key not in names:
                sys.exit(f'{emoji}: no name in {language}')
            fields.append(sentence_name(names[key], language))
            for text in [names[key]] + more.get(key, []):
                words += folded(text)
        fields.append(''.join(' ' + word for word in dict.fromkeys(words)))
        lines.append('\t'.join(fields))
    target = Path(__file__).resolve().parent / 'emoji.txt'
    target.write_text(HEAD.format(unicode=version, cldr=cldr.group(1)) + '\n'.join(lines) + '\n', encoding='utf-8')


main()
