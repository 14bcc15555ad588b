#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tertulia authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ana uses Tertulia, by its windows; Bruno another client. They meet on a real server, talk, and part.

usage: test_conversation.py PROGRAM SERVER_PROGRAM prosody|ejabberd starttls|direct
"""
import re
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / 'lib'))
from ana import Ana, play, step
from friend import Friend

ANSWER = 'Yes <b>of course</b> — ¡claro! 🎉'


def scene(desk, server, program, way):
    with Friend(server, 'bruno', direct_tls=way == 'direct') as bruno, Ana(program, desk, server) as ana:
        step('signs in')
        ana.sign_in(way)
        step('adds a contact, and accepts their request')
        ana.meet(bruno)
        watch(ana, bruno)
        talk(ana, bruno)
        part(ana, bruno)


def watch(ana, bruno):
    step('sees presence change')
    bruno.show('dnd', 'In a meeting')
    ana.click('Contacts')
    ana.find('tree', 'Contacts')
    ana.reads('In a meeting')
    bruno.show(None, 'Free again')
    ana.reads('Free again')

    step('is away, with a message')
    ana.set_status('Away', 'Back at four')
    bruno.sees(ana.jid, 'away', 'Back at four')


def talk(ana, bruno):
    step('writes and is answered')
    ana.start_chat(bruno.jid)
    ana.type('Message to .*', 'Are you coming to the tertulia?')
    ana.click('Send')
    bruno.hears(ana.jid, 'Are you coming to the tertulia?')
    ana.reads('Are you coming to the tertulia\\?, received')
    bruno.say(ana.jid, ANSWER)
    ana.reads(re.escape(ANSWER))
    for number in range(5):
        bruno.say(ana.jid, f'And {number}')
    ana.reads('And 4')


def part(ana, bruno):
    step('leaves; that is seen at once')
    started = time.monotonic()
    ana.key('ctrl+q', window='Tertulia')
    bruno.sees(ana.jid, 'unavailable', patience=5)
    seen = [p[3] for p in bruno.presences if p[:2] == (ana.jid, 'unavailable')][-1]
    print(f'offline after {seen - started:.2f} s')
    assert seen - started < 2, f'only after {seen - started:.2f} s'
    assert ana.wait(10) == 0, f'the program ended with {ana.child.returncode}'


if __name__ == '__main__':
    program, server_program, kind, way = sys.argv[1:]
    sys.exit(play(scene, program, server_program, kind, way=way))
