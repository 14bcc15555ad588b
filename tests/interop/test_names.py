#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tertulia authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the accessibility bus tells of the windows of the real program: all that takes the focus, and all controls, have
a role and a name (R34, UI e.14).

usage: test_names.py PROGRAM SERVER_PROGRAM
"""
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / 'lib'))
from ana import Ana, play, step
from friend import Friend

CONTROLS = {'push button', 'toggle button', 'check box', 'radio button', 'combo box', 'spin button', 'slider', 'text',
            'entry', 'password text', 'list', 'list item', 'tree', 'table', 'page tab', 'menu item', 'progress bar'}
NO_ROLES = {'unknown', 'invalid', 'filler'}
PAGES = ('Accounts', 'Appearance', 'Chats and contacts', 'History', 'Spelling', 'Notifications', 'Status', 'Privacy',
         'Keyboard', 'System', 'Advanced')


def faults(ana):
    """One line for each thing that a screen reader could not tell."""
    found = []
    seen = 0
    for _, node in ana._walk(ana._root()):
        try:
            state = node.getState()
            if not state.contains(ana.spi.STATE_SHOWING):
                continue
            role = node.getRoleName()
            focusable = state.contains(ana.spi.STATE_FOCUSABLE)
            name = (node.name or '').strip()
            parent = f'{node.parent.getRoleName()} "{node.parent.name}"'
        except Exception:  # it went away meanwhile
            continue
        seen += 1
        if focusable and role in NO_ROLES:
            found.append(f'{role} "{name}" in {parent} takes the focus')
        if not name and (focusable or role in CONTROLS):
            found.append(f'{role} without a name in {parent}')
    assert seen > 10, f'nothing to look at: {ana.words()}'
    return found


def scene(desk, server, program):
    problems = []

    def look(where):
        step('looks at ' + where)
        problems.extend(f'{where}: {fault}' for fault in faults(ana))

    with Friend(server, 'bruno') as bruno, Ana(program, desk, server) as ana:
        ana.find('push button|button', 'I have an account.*')
        look('the first page')
        ana.sign_in()
        ana.meet(bruno)
        ana.start_chat(bruno.jid)
        bruno.say(ana.jid, 'which reader?')
        ana.reads('which reader')
        look('a chat')
        ana.key('ctrl+f')
        ana.find('text|entry', 'Find in chat')
        look('the bar that finds')
        ana.key('Escape')
        ana.key('ctrl+period')
        look('the details')
        ana.key('ctrl+period')
        ana.key('ctrl+shift+f')
        ana.type('Search everywhere', 'which')
        ana.find('list item', '.*which reader.*', within=ana.find('list', 'Search results'))
        ana.until(lambda: ana.find('label', 'Found').description == '1 message', 'nobody says how many were found')
        look('the search')
        ana.key('Escape')
        ana.key('ctrl+k')
        look('the switcher')
        ana.key('Escape')
        ana.click('Contacts', role='page tab')
        look('the contacts')
        ana.click('Chats', role='page tab')
        ana.key('ctrl+comma')
        ana.find('frame|window|dialog', 'Preferences')
        for page in PAGES:
            ana.until(lambda: turned_to(ana, ana.look('list item', page)), f'cannot turn to {page}')
            look(page)
            if page == 'Accounts':
                for tab in ('General', 'Security', 'Connection', 'Privacy', 'Archive'):
                    ana.click(tab, role='page tab')
                    look(f'{page}, {tab}')
    assert not problems, '\n'.join(problems)


def turned_to(ana, item):
    if item is None:
        return False
    if item.getState().contains(ana.spi.STATE_SELECTED):
        return True
    item.queryAction().doAction(0)
    return False


if __name__ == '__main__':
    program, server_program = sys.argv[1:]
    sys.exit(play(scene, program, server_program, 'prosody'))
