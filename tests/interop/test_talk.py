#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tertulia authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ana has two devices, Bruno another client. What they say of each other's messages (answers, corrections, retractions,
reactions, markers) goes through a real server, and in the end both of Ana's devices show the same; one of them was away
for a part of it and catches up from the archive.

Ana's programs are tertulia_test_person: a session over its store, as in Tertulia, without the windows.

usage: test_talk.py PROGRAM SERVER_PROGRAM PERSON_PROGRAM prosody|ejabberd
"""
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / 'lib'))
from ana import step
from device import Device, play, until
from friend import Friend

DELIVERED, DISPLAYED = 3, 4  # DeliveryState
REPLY = '{urn:xmpp:reply:0}reply'
REPLACE = '{urn:xmpp:message-correct:0}replace'
RETRACT = '{urn:xmpp:message-retract:1}retract'
REACTIONS = '{urn:xmpp:reactions:0}reactions'
SEEN = '{urn:xmpp:chat-markers:0}displayed'
SPOILER = '{urn:xmpp:spoiler:0}spoiler'


def scene(server, person_program, folder):
    with Friend(server, 'bruno') as bruno:
        desk_, laptop = (Device(person_program, folder, server, name) for name in ('desk', 'laptop'))
        devices = [desk_, laptop]
        ana = f'ana@{server.domain}'

        def shows(number, **facts):
            for device in devices:
                device.shows(number, **facts)

        def tells(tag, question=lambda stanza: True):
            """The newest stanza that Bruno got with such a payload."""
            return until(lambda: [s for s in bruno.stanzas if s.find(tag) is not None and question(s)],
                         f'bruno got no {tag}')[-1]

        def send(identity, inside):
            bruno.raw(f"<message to='{ana}' type='chat' id='{identity}'>{inside}</message>")

        step('become contacts')
        bruno.become_contact(ana)

        step('answers, there and here')
        desk_.say('say Cake?')
        bruno.hears(ana, 'Cake?')
        first = bruno.stanzas[-1].get('id')
        shows(0, body='Cake?', outgoing=True)
        # To the full address, as Dino names it.
        send('b1', f"<body>&gt; Cake?\nYes!</body><reply xmlns='urn:xmpp:reply:0' to='{ana}/desk' id='{first}'/>"
                   "<fallback xmlns='urn:xmpp:fallback:0' for='urn:xmpp:reply:0'><body start='0' end='8'/></fallback>"
                   "<markable xmlns='urn:xmpp:chat-markers:0'/>")
        shows(1, body='Yes!', answers='Cake?')
        laptop.say('answer 1 Which one?')
        answer = tells(REPLY)
        assert answer.find(REPLY).get('id') == 'b1'
        assert answer.find('{jabber:client}body').text == '> Yes!\nWhich one?', answer.find('{jabber:client}body').text
        shows(2, body='Which one?', answers='Yes!', outgoing=True)

        step('reactions')
        # With the sign for the style behind it, as Dino writes every emoji.
        send('b2', f"<reactions xmlns='urn:xmpp:reactions:0' id='{first}'><reaction>🎂\ufe0f</reaction></reactions>"
                   "<store xmlns='urn:xmpp:hints'/>")
        shows(0, reactions=[['🎂', 1, False, bruno.jid]])
        desk_.say('react 1 👍')
        assert tells(REACTIONS).find(REACTIONS).get('id') == 'b1'
        shows(1, reactions=[['👍', 1, True, '']])
        laptop.say('react 1 🎉')
        got = tells(REACTIONS, lambda s: len(s.find(REACTIONS)) == 2)
        assert [child.text for child in got.find(REACTIONS)] == ['👍', '🎉']
        shows(1, reactions=[['👍', 1, True, ''], ['🎉', 1, True, '']])

        step('corrections, there and here')
        send('b3', "<body>Yes, please!</body><replace xmlns='urn:xmpp:message-correct:0' id='b1'/>")
        shows(1, body='Yes, please!', edited=True)
        desk_.say('correct 0 A cake?')
        assert tells(REPLACE).find(REPLACE).get('id') == first
        shows(0, body='A cake?', edited=True, pending=False)
        # By the device that did not write it.
        laptop.say('correct 0 A chocolate cake?')
        tells(REPLACE, lambda s: s.find('{jabber:client}body').text == 'A chocolate cake?')
        shows(0, body='A chocolate cake?')

        step('what is seen')
        laptop.say('seen 1')
        assert tells(SEEN).find(SEEN).get('id') == 'b1'
        send('b4', f"<displayed xmlns='urn:xmpp:chat-markers:0' id='{first}'/>")
        shows(0, state=DISPLAYED)

        step('spoilers, and what is not to be styled')
        send('b5', "<body>&gt; _ &lt;</body><unstyled xmlns='urn:xmpp:styling:0'/>"
                   "<spoiler xmlns='urn:xmpp:spoiler:0'>A face</spoiler>")
        shows(3, body='> _ <', unstyled=True, spoiler=True, hint='A face')
        laptop.say('spoil It ends well.')
        assert tells(SPOILER).find(SPOILER).text == 'a hint'
        shows(4, body='It ends well.', unstyled=False, spoiler=True, hint='a hint')

        step('what one device has read, without a word to others')
        for device in devices:
            device.say('quiet')
        sent = len(bruno.stanzas)
        send('b6', '<body>Are you there?</body>')
        send('b7', '<body>Hello?</body>')
        shows(6, body='Hello?')
        until(lambda: [device.unread() for device in devices] == [2, 2], 'not all is unread')
        laptop.say('seen 5')
        until(lambda: desk_.unread() == 1, 'the desk does not hear what the laptop has read')
        laptop.say('seen 6')
        until(lambda: desk_.unread() == 0, 'the desk does not hear what the laptop has read')
        assert not [s for s in bruno.stanzas[sent:] if s.find(SEEN) is not None]

        step('forged changes')
        before = desk_.rows()
        for tag in (f"<body>forged</body><replace xmlns='urn:xmpp:message-correct:0' id='{first}'/>",
                    f"<body>/me</body><retract xmlns='urn:xmpp:message-retract:1' id='{first}'/>"
                    "<fallback xmlns='urn:xmpp:fallback:0' for='urn:xmpp:message-retract:1'/>"):
            send('f' + str(len(tag)), tag)
        shows(7, body='forged', outgoing=False)
        assert desk_.rows()[:7] == before[:7]

        step('one device is away')
        laptop.stop()
        devices.remove(laptop)
        desk_.say('say Not for you')
        bruno.hears(ana, 'Not for you')
        shows(8, body='Not for you')
        desk_.say('retract 8')
        tells(RETRACT)
        send('b9', "<body>&gt; A chocolate cake?\nOf course</body>"
                   f"<reply xmlns='urn:xmpp:reply:0' to='{ana}' id='{first}'/>"
                   "<fallback xmlns='urn:xmpp:feature-fallback:0' for='urn:xmpp:reply:0'><body start='0' end='20'/>"
                   "</fallback>")
        shows(9, body='Of course')
        send('b10', "<body>Naturally</body><replace xmlns='urn:xmpp:message-correct:0' id='b9'/>")
        send('b11', "<body>oops</body>")
        shows(10, body='oops')
        send('b12', "<body>/me retracted</body><retract xmlns='urn:xmpp:message-retract:1' id='b11'/>"
                   "<fallback xmlns='urn:xmpp:fallback:0' for='urn:xmpp:message-retract:1'/>"
                   "<store xmlns='urn:xmpp:hints'/>")
        send('b13', "<reactions xmlns='urn:xmpp:reactions:0' id='b1'><reaction>😋</reaction></reactions>"
                   "<store xmlns='urn:xmpp:hints'/>")
        shows(1, reactions=[['👍', 1, True, ''], ['🎉', 1, True, ''], ['😋', 1, False, bruno.jid]])
        shows(10, retracted=True, body='')

        step('and catches up')
        laptop.start()
        devices.append(laptop)

        def facts(device):
            # Archives stamp whole seconds: what two people said within one may stand the other way round.
            return sorted(json.dumps({key: value for key, value in row.items() if key != 'state'}, sort_keys=True)
                          for row in device.rows())

        until(lambda: facts(laptop) == facts(desk_), f'{laptop.rows()}\n{desk_.rows()}')
        for device in devices:
            device.stop()


if __name__ == '__main__':
    play(scene)
