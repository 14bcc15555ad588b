# SPDX-FileCopyrightText: 2026 The Tertulia authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody who uses another client: slixmpp in a thread of its own."""
import asyncio
import logging
import threading
import time
import xml.etree.ElementTree as ET

import slixmpp
from slixmpp.xmlstream.handler import Callback
from slixmpp.xmlstream.matcher import MatchXPath

PATIENCE = 20
logging.getLogger('slixmpp').setLevel(logging.ERROR)


class Friend:
    def __init__(self, server, name, password='sesame', direct_tls=False, device='elsewhere', plugins=()):
        """`plugins`: of slixmpp, beside those that everybody has."""
        self.jid = f'{name}@{server.domain}'
        self.messages = []  # (bare sender, body)
        self.stanzas = []  # message stanzas as they came (xml.etree elements)
        self.receipts = []  # ids that were confirmed to us
        self.presences = []  # (bare sender, type or show, status, seconds)
        self._device = device
        self._plugins = plugins
        self._online = threading.Event()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, args=(server, password, direct_tls), daemon=True)
        self._thread.start()
        if not self._online.wait(PATIENCE):
            raise AssertionError(f'{self.jid} could not sign in')

    def _run(self, server, password, direct_tls):
        asyncio.set_event_loop(self._loop)
        self.client = client = slixmpp.ClientXMPP(f'{self.jid}/{self._device}', password)
        client.loop = self._loop
        client.ca_certs = server.authority_file
        client.auto_authorize = None  # asked in the test
        client.auto_subscribe = False
        for plugin in ('xep_0030', 'xep_0085', 'xep_0115', 'xep_0184', 'xep_0199', *self._plugins):
            client.register_plugin(plugin)
        client.plugin['xep_0184'].auto_ack = True
        client.plugin['xep_0184'].auto_request = True
        client.add_event_handler('session_start', self._started)
        client.add_event_handler('message', self._message)  # those with a body
        client.register_handler(Callback('every message', MatchXPath('{jabber:client}message'),
                                         lambda message: self.stanzas.append(message.xml)))
        client.add_event_handler('receipt_received', lambda message: self.receipts.append(message['receipt']))
        # slixmpp names the event of a presence by its type, or by what it shows if it has none.
        for kind in ('available', 'away', 'chat', 'dnd', 'xa', 'unavailable', 'subscribe', 'subscribed',
                     'unsubscribe', 'unsubscribed'):
            client.add_event_handler('presence_' + kind, self._presence)
        client.connect((server.host, server.direct_tls_port if direct_tls else server.port), use_ssl=direct_tls,
                       disable_starttls=direct_tls)
        self._loop.run_forever()
        left = asyncio.all_tasks(self._loop)
        for task in left:
            task.cancel()
        self._loop.run_until_complete(asyncio.gather(*left, return_exceptions=True))
        self._loop.close()

    async def _started(self, _):
        await self.client.get_roster()
        self.client.send_presence()
        self._online.set()

    def _message(self, message):
        if message['type'] in ('chat', 'normal') and message['body']:
            self.messages.append((message['from'].bare, message['body']))

    def _presence(self, presence):
        self.presences.append((presence['from'].bare, presence['type'], presence['status'], time.monotonic()))

    def _do(self, what):
        done = threading.Event()
        self._loop.call_soon_threadsafe(lambda: (what(), done.set()))
        if not done.wait(PATIENCE):
            raise AssertionError(f'{self.jid} is stuck')

    def run(self, ask):
        """What ask(), a request to slixmpp, comes back with."""
        async def asked():
            return await ask()
        return asyncio.run_coroutine_threadsafe(asked(), self._loop).result(PATIENCE)

    def say(self, to, body):
        self._do(lambda: self.client.send_message(mto=to, mbody=body, mtype='chat'))

    def raw(self, xml):
        self._do(lambda: self.client.send_raw(xml))

    def has_read(self, who):
        """Tells the other devices of this account that the chat was read up to the last message (XEP-0490)."""
        last = [stanza for stanza in self.stanzas if stanza.get('from', '').startswith(who)
                and stanza.find('{jabber:client}body') is not None][-1]
        place = last.find('{urn:xmpp:sid:0}stanza-id')
        self.raw(f'''<iq type="set" id="read"><pubsub xmlns="http://jabber.org/protocol/pubsub">
            <publish node="urn:xmpp:mds:displayed:0"><item id="{who}"><displayed xmlns="urn:xmpp:mds:displayed:0">
            <stanza-id xmlns="urn:xmpp:sid:0" by="{place.get('by')}" id="{place.get('id')}"/></displayed></item></publish>
            <publish-options><x xmlns="jabber:x:data" type="submit">
            <field var="FORM_TYPE" type="hidden"><value>http://jabber.org/protocol/pubsub#publish-options</value></field>
            <field var="pubsub#persist_items"><value>true</value></field>
            <field var="pubsub#max_items"><value>max</value></field>
            <field var="pubsub#send_last_published_item"><value>never</value></field>
            <field var="pubsub#access_model"><value>whitelist</value></field></x></publish-options></pubsub></iq>''')

    def ask(self, to, payload, patience=PATIENCE):
        """Sends a get with this payload and gives the whole answer, whatever it is, as an element."""
        answers = []

        def send():
            iq = self.client.make_iq_get(ito=to)
            iq.append(ET.fromstring(payload))
            iq.send(callback=lambda answer: answers.append(answer.xml), timeout=patience)
        self._do(send)
        self.until(lambda: answers, f'{to} does not answer', patience)
        return answers[0]

    def show(self, show=None, status=None):
        self._do(lambda: self.client.send_presence(pshow=show, pstatus=status))

    def presence(self, to, kind):
        self._do(lambda: self.client.send_presence(pto=to, ptype=kind))

    def become_contact(self, who):
        """Of somebody who has asked for it, and accepts the same from us."""
        self.sees(who, 'subscribe')
        self.presence(who, 'subscribed')
        self.presence(who, 'subscribe')
        self.sees(who, 'subscribed')

    def until(self, question, what, patience=PATIENCE):
        end = time.monotonic() + patience
        while not question():
            if time.monotonic() > end:
                raise AssertionError(f'{self.jid}: {what}; messages {self.messages}, presences {self.presences}')
            time.sleep(0.02)

    def hears(self, sender, body, patience=PATIENCE):
        self.until(lambda: (sender, body) in self.messages, f'no "{body}" from {sender}', patience)

    def sees(self, who, kind, status=None, patience=PATIENCE):
        self.until(lambda: any(p[0] == who and p[1] == kind and status in (None, p[2]) for p in self.presences),
                   f'{who} is not seen {kind} {status or ""}', patience)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        def leave():
            self.client.disconnect()
            self._loop.call_later(1, self._loop.stop)
        self._loop.call_soon_threadsafe(leave)
        self._thread.join(5)
