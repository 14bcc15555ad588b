# SPDX-FileCopyrightText: 2026 The Tertulia authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A real server for a test in Python; tertulia_test_server does the work."""
import json
import subprocess

import desk


class Server:
    """`with Server(program, 'prosody') as server:`; ana, bruno and carla at server.domain, all with "sesame"."""

    def __init__(self, program, kind):
        self.command = [program, kind]

    def __enter__(self):
        self.child = desk.start(self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        told = self.child.stdout.readline()
        if not told:
            raise RuntimeError(f'{self.command} did not start')
        facts = json.loads(told)
        self.domain = facts['domain']
        self.host = facts['host']
        self.port = facts['port']
        self.direct_tls_port = facts['directTlsPort']
        self.authority_file = facts['authorityFile']
        return self

    def do(self, what):
        """"stop" lets it say goodbye, "kill" does not, "start" brings it back on the same ports with the same data."""
        self.child.stdin.write(what + '\n')
        self.child.stdin.flush()
        if self.child.stdout.readline() != 'done\n':
            raise RuntimeError(f'the server did not {what}')

    def __exit__(self, *_):
        """Also called by a test that wants the network to be gone."""
        if self.child.poll() is not None:
            return
        self.child.stdin.close()
        try:
            self.child.wait(20)
        except subprocess.TimeoutExpired:
            desk.stop(self.child)
