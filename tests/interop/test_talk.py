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
import queue
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / 'lib'))
import desk
from ana import step
from friend import Friend
from server import Server

PATIENCE = 30
DELIVERED, DISPLAYED = 3, 4  # DeliveryState
REPLY = '{urn:xmpp:reply:0}reply'
REPLACE = '{urn:xmpp:message-correct:0}replace'
RETRACT = '{urn:xmpp:message-retract:1}retract'
REACTIONS = '{urn:xmpp:reactions:0}reactions'
SEEN = '{urn:xmpp:chat-markers:0}displayed'


class Device:
    def __init__(self, program, folder, server, name):
        self.arguments = [program, str(folder / name), f'ana@{server.domain}', f'bruno@{server.domain}',
                          str(server.direct_tls_port), server.authority_file, name]
        self.log = folder / f'{name}.log'
        (folder / name).mkdir()
        self.start()

    def start(self):
        self.state = None
        self.told = queue.Queue()
        with open(self.log, 'ab') as log:
            self.child = desk.start(self.arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True)
        threading.Thread(target=self._listen, args=(self.child,), daemon=True).start()
        until(lambda: self.state == 'Online', 'a device does not come online')

    def _listen(self, child):
        for line in child.stdout:
            told = json.loads(line)
            if 'state' in told:
                self.state = told['state']
            else:
                self.told.put(told)

    def say(self, line):
        self.child.stdin.write(line + '\n')
        self.child.stdin.flush()

    def rows(self):
        self.say('rows')
        while 'rows' not in (told := self.told.get(timeout=PATIENCE)):
            pass
        return told['rows']

    def row(self, number):
        rows = self.rows()
        return rows[number] if number < len(rows) else {}

    def stop(self):
        self.child.stdin.close()
        self.child.wait(PATIENCE)


def until(question, what):
    end = time.monotonic() + PATIENCE
    while not (answer := question()):
        if time.monotonic() > end:
            raise AssertionError(what)
        time.sleep(0.05)
    return answer


def scene(server, person_program, folder):
    with Friend(server, 'bruno') as bruno:
        desk_, laptop = (Device(person_program, folder, server, name) for name in ('desk', 'laptop'))
        devices = [desk_, laptop]
        ana = f'ana@{server.domain}'

        def shows(number, **facts):
            for device in devices:
                until(lambda: all(device.row(number).get(key) == value for key, value in facts.items()),
                      f'row {number} is not {facts} on {device.arguments[-1]}: {device.rows()}')

        def tells(tag, question=lambda stanza: True):
            """The newest stanza that Bruno got with such a payload."""
            return until(lambda: [s for s in bruno.stanzas if s.find(tag) is not None and question(s)],
                         f'bruno got no {tag}')[-1]

        def send(identity, inside):
            bruno.raw(f"<message to='{ana}' type='chat' id='{identity}'>{inside}</message>")

        step('become contacts')
        bruno.sees(ana, 'subscribe')
        bruno.presence(ana, 'subscribed')
        bruno.presence(ana, 'subscribe')
        bruno.sees(ana, 'subscribed')

        step('answers, there and here')
        desk_.say('say Cake?')
        bruno.hears(ana, 'Cake?')
        first = bruno.stanzas[-1].get('id')
        shows(0, body='Cake?', outgoing=True)
        send('b1', f"<body>&gt; Cake?\nYes!</body><reply xmlns='urn:xmpp:reply:0' to='{ana}' id='{first}'/>"
                   "<fallback xmlns='urn:xmpp:fallback:0' for='urn:xmpp:reply:0'><body start='0' end='8'/></fallback>"
                   "<markable xmlns='urn:xmpp:chat-markers:0'/>")
        shows(1, body='Yes!', answers='Cake?')
        laptop.say('answer 1 Which one?')
        answer = tells(REPLY)
        assert answer.find(REPLY).get('id') == 'b1'
        assert answer.find('{jabber:client}body').text == '> Yes!\nWhich one?', answer.find('{jabber:client}body').text
        shows(2, body='Which one?', answers='Yes!', outgoing=True)

        step('reactions')
        send('b2', f"<reactions xmlns='urn:xmpp:reactions:0' id='{first}'><reaction>🎂</reaction></reactions>"
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

        step('forged changes')
        before = desk_.rows()
        for tag in (f"<body>forged</body><replace xmlns='urn:xmpp:message-correct:0' id='{first}'/>",
                    f"<body>/me</body><retract xmlns='urn:xmpp:message-retract:1' id='{first}'/>"
                    "<fallback xmlns='urn:xmpp:fallback:0' for='urn:xmpp:message-retract:1'/>"):
            send('f' + str(len(tag)), tag)
        shows(3, body='forged', outgoing=False)
        assert desk_.rows()[:3] == before[:3]

        step('one device is away')
        laptop.stop()
        devices.remove(laptop)
        desk_.say('say Not for you')
        bruno.hears(ana, 'Not for you')
        shows(4, body='Not for you')
        desk_.say('retract 4')
        tells(RETRACT)
        send('b5', "<body>&gt; A chocolate cake?\nOf course</body>"
                   f"<reply xmlns='urn:xmpp:reply:0' to='{ana}' id='{first}'/>"
                   "<fallback xmlns='urn:xmpp:feature-fallback:0' for='urn:xmpp:reply:0'><body start='0' end='20'/>"
                   "</fallback>")
        shows(5, body='Of course')
        send('b6', "<body>Naturally</body><replace xmlns='urn:xmpp:message-correct:0' id='b5'/>")
        send('b7', "<body>oops</body>")
        shows(6, body='oops')
        send('b8', "<body>/me retracted</body><retract xmlns='urn:xmpp:message-retract:1' id='b7'/>"
                   "<fallback xmlns='urn:xmpp:fallback:0' for='urn:xmpp:message-retract:1'/>"
                   "<store xmlns='urn:xmpp:hints'/>")
        send('b9', "<reactions xmlns='urn:xmpp:reactions:0' id='b1'><reaction>😋</reaction></reactions>"
                   "<store xmlns='urn:xmpp:hints'/>")
        shows(1, reactions=[['👍', 1, True, ''], ['🎉', 1, True, ''], ['😋', 1, False, bruno.jid]])
        shows(6, retracted=True, body='')

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


def main():
    server_program, person_program, kind = sys.argv[2:5]
    with tempfile.TemporaryDirectory(prefix='tertulia-talk-') as folder, Server(server_program, kind) as server:
        try:
            scene(server, person_program, Path(folder))
        except BaseException:
            for log in Path(folder).glob('*.log'):
                print(log.name, log.read_text(errors='replace')[-3000:])
            raise


if __name__ == '__main__':
    main()
