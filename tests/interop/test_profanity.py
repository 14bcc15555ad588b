#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tertulia authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ana uses Tertulia, Bruno profanity, a client for the terminal. They become contacts, talk, correct themselves, see each
other type and come and go, and one blocks the other; through a real server.

usage: test_profanity.py PROGRAM SERVER_PROGRAM PERSON_PROGRAM prosody|ejabberd
"""
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / 'lib'))
from ana import step
from device import Device, play
from profanity import Profanity

DELIVERED = 3  # DeliveryState
AVAILABLE, DO_NOT_DISTURB = 1, 4  # Availability
FACE = 'ñandú — ¡claro! 🎉 <b>&amp;</b> *bold* `x`'


def scene(server, person_program, folder):
    home = folder / 'home'
    home.mkdir()
    with Profanity(server, 'bruno', home) as bruno, Device(person_program, folder, server, 'desk') as ana:
        address = f'ana@{server.domain}'
        step('become contacts')
        bruno.reads('Received authorization request')
        bruno.types(f'/sub allow {address}')
        bruno.types(f'/sub request {address}')
        ana.shows_of_peer(availability=AVAILABLE)

        step('presence, both ways')
        bruno.types('/status set dnd "In a meeting"')
        ana.shows_of_peer(availability=DO_NOT_DISTURB, status='In a meeting')
        ana.say('away Back at four')
        bruno.reads('Back at four')

        step('messages and their receipts')
        ana.say(f'say {FACE}')
        bruno.types(f'/msg {address}')
        bruno.reads('ñandú — ¡claro! 🎉 *<b>&amp;</b> \\*bold\\* `x`')
        ana.shows(0, body=FACE, outgoing=True, state=DELIVERED)
        bruno.types('*Hola* _Ana_ 🎂 <i>')
        ana.shows(1, body='*Hola* _Ana_ 🎂 <i>', outgoing=False)

        step('typing')
        ana.say('typing yes')
        bruno.reads('ana.*typing')
        bruno.writes('I am')
        ana.shows_of_peer(typing=True)
        bruno.types(' here')
        ana.shows(2, body='I am here')
        ana.shows_of_peer(typing=False)

        step('corrections')
        ana.say('say Tomorow')
        bruno.reads('Tomorow')
        ana.say('correct 3 Tomorrow at six')
        bruno.reads('Tomorrow at six')
        bruno.types('/correct I am there')
        ana.shows(2, body='I am there', edited=True)

        step('an answer is a quote there')
        ana.say('answer 1 Hola, Bruno')
        bruno.reads('(?s)> \\*Hola\\* _Ana_ .*Hola, Bruno')

        step('blocks')
        ana.say('block')
        ana.shows_of_peer(blocked=True)
        bruno.types('Do you hear me?')
        # Its answer comes behind what was said: or the server might see that nobody is blocked any more.
        bruno.types('/ping')
        bruno.types('/win 1')
        bruno.reads('Ping response')
        bruno.types(f'/msg {address}')
        ana.say('unblock')
        ana.shows_of_peer(blocked=False)
        bruno.types('Again?')
        ana.shows(5, body='Again?')
        assert not [row for row in ana.rows() if row['body'] == 'Do you hear me?'], 'a blocked one was heard'


if __name__ == '__main__':
    play(scene)
