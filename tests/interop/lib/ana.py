# SPDX-FileCopyrightText: 2026 The Tertulia authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ana, who uses Tertulia: what she does again and again, in the names of the interface."""
import subprocess
import sys
import time
import traceback
from pathlib import Path

from desk import Desk
from program import Program
from server import Server

SECURITY = {'starttls': 'STARTTLS', 'direct': 'Direct TLS'}


def step(words):
    print(f'{time.strftime("%H:%M:%S")} {words}', flush=True)


class Ana(Program):
    def __init__(self, program, desk, server, environment=None):
        super().__init__([program, '--profile', str(desk.folder / 'profile')], desk.folder / 'tertulia.log', environment)
        self.desk = desk
        self.server = server
        self.jid = f'ana@{server.domain}'

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        if kind:
            pictures = Path('interop-pictures')
            pictures.mkdir(exist_ok=True)
            self.desk.picture(pictures / f'{Path(sys.argv[0]).stem}-{"-".join(sys.argv[3:])}.png')
        self.stop()

    def sign_in(self, way='starttls'):
        server = self.server
        self.click('I have an account')
        self.type('Address', self.jid)
        self.type('Password', 'sesame')
        self.click('Connection options')
        self.type('Host', server.host)
        self.set_number('Port', server.direct_tls_port if way == 'direct' else server.port)
        self.choose('Security', SECURITY[way])
        self.click('Log in')
        # The authority is the test's own: the person is asked, and the answer is remembered.
        self.click('Trust this certificate only')
        self.find('.*', 'Status')
        self.find('page tab', 'Chats')

    def set_status(self, show, message):
        self.choose('Status', show)
        field = self.find('text|entry', 'Status message')
        self.point_at(field)
        self.until(lambda: field.getState().contains(self.spi.STATE_FOCUSED), 'the status message has no focus')
        self.type('Status message', message)
        self.key('Return')

    def start_chat(self, address, button='Start chat'):
        self.click('New chat')
        self.type('Address or link', address)
        self.click(button)

    def meet(self, friend):
        """Both are contacts of each other in the end."""
        self.start_chat(friend.jid, button='Add contact')
        friend.sees(self.jid, 'subscribe')
        friend.presence(self.jid, 'subscribed')
        friend.presence(self.jid, 'subscribe')

        def accepted():
            return any(p[:2] == (self.jid, 'subscribed') for p in friend.presences)
        # If it was not taken as agreed already.
        self.until(lambda: accepted() or self.look('push button|button', 'Accept'), f'no request from {friend.jid}')
        if not accepted():
            self.click('Accept')
        friend.sees(self.jid, 'subscribed')
        friend.sees(self.jid, 'available')

    def message_field(self, name):
        return self.find('text|entry|editbar', f'Message to {name}')


def play(scene, program, server_program, kind, **more):
    """Runs scene(desk, server, program) and tells what went wrong, and what the program printed; Ana leaves a picture."""
    with Desk() as desk, Server(server_program, kind) as server:
        try:
            scene(desk, server, program, **more)
            return 0
        except BaseException:
            traceback.print_exc(file=sys.stdout)
            log = desk.folder / 'tertulia.log'
            if log.exists():
                print('--- what the program printed\n' + log.read_text(errors='replace')[-6000:])
            return 1
