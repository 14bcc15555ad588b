# SPDX-FileCopyrightText: 2026 The Tertulia authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Profanity, a client for the terminal: somebody types into it, and reads what stands on its screen (tmux is the terminal)."""
import os
import re
import subprocess
import time

import desk

PATIENCE = 20
WIDTH, HEIGHT = 150, 48
CHOICES = '''[ui]
splash=false
roster=false
[logging]
chlog=false
[chatstates]
enabled=true
outtype=true
[receipts]
send=true
request=true
[correction]
enabled=true
'''


class Profanity:
    """`with Profanity(server, 'bruno', folder) as bruno:`, signed in; `folder` is where it keeps what it keeps."""

    def __init__(self, server, name, folder, password='sesame'):
        self.jid = f'{name}@{server.domain}'
        self.folder = folder
        self.server = server
        self.password = password

    def __enter__(self):
        choices = self.folder / '.config' / 'profanity' / 'profrc'
        choices.parent.mkdir(parents=True)
        choices.write_text(CHOICES)
        self.socket = self.folder / 'terminal'
        environment = {'PATH': os.environ['PATH'], 'HOME': str(self.folder), 'LC_ALL': 'C.UTF-8', 'TERM': 'screen'}
        # Without -D it would be nobody's child, and outlive the test.
        self.child = desk.start(['tmux', '-D', '-u', '-S', str(self.socket), '-f', '/dev/null'], env=environment,
                                stdin=subprocess.DEVNULL)
        self._until(self.socket.exists, 'there is no terminal')
        self._tmux('new-session', '-d', '-s', 'one', '-x', str(WIDTH), '-y', str(HEIGHT), 'profanity', '-l', 'DEBUG')
        self.reads('/help')
        self.types(f'/connect {self.jid} server {self.server.host} port {self.server.port} tls trust')
        self.reads('Enter password')
        self.types(self.password)
        self.reads('logged in successfully')
        return self

    def __exit__(self, *_):
        desk.stop(self.child)

    def _tmux(self, *arguments):
        return subprocess.run(['tmux', '-S', str(self.socket), *arguments], check=True, timeout=PATIENCE,
                              stdout=subprocess.PIPE, text=True).stdout

    def writes(self, text):
        """Types without Return."""
        self._tmux('send-keys', '-t', 'one', '-l', text)

    def types(self, line):
        self.writes(line)
        self._tmux('send-keys', '-t', 'one', 'Enter')

    def screen(self):
        return self._tmux('capture-pane', '-t', 'one', '-p')

    def reads(self, pattern):
        """The match of a pattern in what stands there."""
        return self._until(lambda: re.search(pattern, self.screen()), f'nothing reads /{pattern}/')

    def _until(self, question, what):
        end = time.monotonic() + PATIENCE
        while not (answer := question()):
            if time.monotonic() > end:
                raise AssertionError(f'profanity: {what}; there is:\n{self.screen()}')
            time.sleep(0.05)
        return answer
