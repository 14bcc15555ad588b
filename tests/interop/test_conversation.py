#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tertulia authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ana uses Tertulia, by its windows; Bruno another client. They meet on a real server, talk, and part.

usage: test_conversation.py PROGRAM SERVER_PROGRAM prosody|ejabberd starttls|direct
"""
import re
import sys
import time
import traceback
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / 'lib'))
from desk import Desk
from friend import Friend
from program import Program
from server import Server

SECURITY = {'starttls': 'STARTTLS', 'direct': 'Direct TLS'}


def step(words):
    print(f'{time.strftime("%H:%M:%S")} {words}', flush=True)


def sign_in(ana, server, way):
    ana.click('I have an account')
    ana.type('Address', f'ana@{server.domain}')
    ana.type('Password', 'sesame')
    ana.click('Connection options')
    ana.type('Host', server.host)
    ana.set_number('Port', server.direct_tls_port if way == 'direct' else server.port)
    ana.choose('Security', SECURITY[way])
    ana.click('Log in')
    # The authority is the test's own: the person is asked, and the answer is remembered.
    ana.click('Trust this certificate only')


def main(program, server_program, kind, way):
    with Desk() as desk, Server(server_program, kind) as server:
        bruno = Friend(server, 'bruno', direct_tls=way == 'direct')
        log = desk.folder / 'tertulia.log'
        ana = Program([program, '--profile', str(desk.folder / 'profile')], log)
        try:
            talk(ana, bruno, server, way)
        except BaseException:
            traceback.print_exc()
            pictures = Path('interop-pictures')
            pictures.mkdir(exist_ok=True)
            desk.picture(pictures / f'{kind}-{way}.png')
            print('--- what the program printed\n' + log.read_text(errors='replace')[-6000:])
            return 1
        finally:
            ana.stop()
            bruno.close()
    return 0


def talk(ana, bruno, server, way):
    me = f'ana@{server.domain}'
    step('signs in')
    sign_in(ana, server, way)
    ana.find('combo box|push button|push button menu|button menu|toggle button', 'Status')
    ana.find('list', 'Chats')

    step('adds a contact; the request arrives there')
    ana.click('New chat')
    ana.type('Address or link', bruno.jid)
    ana.click('Add contact')
    bruno.sees(me, 'subscribe')
    bruno.presence(me, 'subscribed')
    bruno.presence(me, 'subscribe')

    step('accepts theirs, if it was not taken as agreed already')
    ana.until(lambda: ana.look('push button|button', 'Accept') or any(
        p[:2] == (me, 'subscribed') for p in bruno.presences), 'no request from bruno')
    if not any(p[:2] == (me, 'subscribed') for p in bruno.presences):
        ana.click('Accept')
    bruno.sees(me, 'subscribed')
    bruno.sees(me, 'available')

    step('sees presence change')
    bruno.show('dnd', 'In a meeting')
    ana.click('Contacts', role='page tab|radio button|toggle button|push button')
    ana.find('tree', 'Contacts')
    ana.reads('In a meeting')
    bruno.show(None, 'Free again')
    ana.reads('Free again')

    step('is away, with a message')
    set_status(ana, 'Away', 'Back at four')
    bruno.sees(me, 'away', 'Back at four')

    step('writes and is answered')
    open_chat(ana, bruno)
    ana.type('Message to .*', 'Are you coming to the tertulia?')
    ana.click('Send')
    bruno.hears(me, 'Are you coming to the tertulia?')
    bruno.say(me, 'Yes <b>of course</b> — ¡claro! 🎉')
    ana.reads(re.escape('Yes <b>of course</b> — ¡claro! 🎉'))
    for number in range(5):
        bruno.say(me, f'And {number}')
    ana.reads('And 4')

    step('leaves; that is seen at once')
    started = time.monotonic()
    ana.key('ctrl+q', window='Tertulia')
    bruno.sees(me, 'unavailable', patience=5)
    seen = [p[3] for p in bruno.presences if p[:2] == (me, 'unavailable')][-1]
    assert ana.wait(10) == 0, f'the program ended with {ana.child.returncode}'
    print(f'offline after {seen - started:.2f} s')
    assert seen - started < 2, f'only after {seen - started:.2f} s'


def set_status(ana, show, message):
    ana.choose('Status', show)
    ana.type('Status message', message)
    ana.key('Return')


def open_chat(ana, friend):
    ana.click('New chat')
    ana.type('Address or link', friend.jid)
    ana.click('Start chat')
    ana.find('text|entry|editbar', 'Message to .*')


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
