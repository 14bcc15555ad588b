# SPDX-FileCopyrightText: 2026 The Tertulia authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A device on which Ana uses Tertulia: tertulia_test_person, a session over its store without the windows."""
import json
import queue
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import desk
from server import Server

PATIENCE = 30


def until(question, what):
    end = time.monotonic() + PATIENCE
    while not (answer := question()):
        if time.monotonic() > end:
            raise AssertionError(what() if callable(what) else what)
        time.sleep(0.05)
    return answer


class Device:
    """A device of Ana's with a chat with Bruno open; `with Device(...) as desk:` ends it in any case."""

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

    def hears(self, what):
        """The value of the next line that tells it."""
        while what not in (told := self.told.get(timeout=PATIENCE)):
            pass
        return told[what]

    def ask(self, what):
        self.say(what)
        return self.hears(what)

    def rows(self):
        return self.ask('rows')

    def unread(self):
        return self.ask('unread')

    def peer(self):
        return self.ask('peer')

    def row(self, number):
        rows = self.rows()
        return rows[number] if number < len(rows) else {}

    def shows(self, number, **facts):
        until(lambda: all(self.row(number).get(key) == value for key, value in facts.items()),
              lambda: f'row {number} is not {facts}: {self.rows()}')

    def shows_of_peer(self, **facts):
        until(lambda: all(self.peer().get(key) == value for key, value in facts.items()),
              lambda: f'the peer is not {facts}: {self.peer()}')

    def stop(self):
        self.child.stdin.close()
        self.child.wait(PATIENCE)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.child.poll() is None:
            self.stop()


def play(scene):
    """Runs scene(server, person_program, folder) as the arguments say, and tells what the devices printed if it fails."""
    server_program, person_program, kind = sys.argv[2:5]
    with tempfile.TemporaryDirectory(prefix='tertulia-devices-') as folder, Server(server_program, kind) as server:
        try:
            scene(server, person_program, Path(folder))
        except BaseException:
            for log in Path(folder).glob('*.log'):
                print(log.name, log.read_text(errors='replace')[-3000:])
            raise
