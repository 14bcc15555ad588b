#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tertulia authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ana uses Tertulia, by its windows; Bruno, whom she does not know, another client. He writes to her, is let in, is
blocked and comes back, and looks at her profile, on a real server.

usage: test_people.py PROGRAM SERVER_PROGRAM prosody|ejabberd
"""
import re
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / 'lib'))
from ana import Ana, play, step
from friend import Friend

RECEIPT = '{urn:xmpp:receipts}received'
CARD = 'vcard-temp'
CARD4 = 'urn:ietf:params:xml:ns:vcard-4.0'
CARD4_ITEMS = "<pubsub xmlns='http://jabber.org/protocol/pubsub'><items node='urn:xmpp:vcard4'/></pubsub>"


def scene(desk, server, program):
    with Friend(server, 'bruno') as bruno, Ana(program, desk, server) as ana:
        step('signs in')
        ana.sign_in()
        stranger(ana, bruno)
        blocked(ana, bruno)
        profile(ana, bruno)


def stranger(ana, bruno):
    step('a stranger writes: it waits among the requests, and he learns nothing')
    bruno.say(ana.jid, 'Hello, <b>Ana</b>?')
    ana.find('list item', f'{bruno.jid} wrote to you: Hello, <b>Ana</b>\\?')
    assert not ana.look('list item', f'{bruno.jid}, .*'), 'the stranger is among the chats'

    step('lets him in and answers')
    ana.click('Accept')
    ana.find('list item', f'{bruno.jid}.*')
    assert not bruno.receipts, 'a stranger got a receipt'
    ana.start_chat(bruno.jid)
    ana.type('Message to .*', 'Who are you?')
    ana.click('Send')
    bruno.hears(ana.jid, 'Who are you?')


def blocked(ana, bruno):
    step('blocks him from the list of the blocked, and lets him back')
    ana.key('ctrl+comma', window='Tertulia')
    ana.point_at(ana.find('list item', 'Privacy'))
    ana.type('Address or server to block', bruno.jid)
    ana.click('Block')
    row = ana.find('list item', bruno.jid)
    bruno.say(ana.jid, 'You do not hear this')
    ana.point_at(row)
    ana.click('Unblock')
    ana.gone('list item', bruno.jid)
    ana.key('Escape', window='Preferences')
    bruno.say(ana.jid, 'But this')
    ana.reads('But this')
    assert not ana.look('list item', '.*You do not hear this.*'), 'a blocked one was heard'


def profile(ana, bruno):
    step('writes her profile; others read of it what they may')
    ana.key('F10')
    ana.click('Contacts', role='menu item|menu')
    ana.click('My profile…', role='menu item')
    field = ana.find('text|entry', 'Full name')
    ana.until(lambda: field.getState().contains(ana.spi.STATE_ENABLED), 'the profile did not come')
    ana.type('Full name', 'Ana Torres')
    ana.type('Email', 'ana@example.org')
    ana.click('Save')
    ana.reads('Saved\\.')
    card = bruno.ask(ana.jid, f"<vCard xmlns='{CARD}'/>")
    # A server that makes the old card of the new one shows nothing of it to who may not see that.
    name = card.find(f'.//{{{CARD}}}FN')
    assert name is None or name.text == 'Ana Torres', 'the old card has another name'
    assert card.find(f'.//{{{CARD}}}EMAIL') is None, 'what is for contacts can be read by everybody'
    reply = bruno.ask(ana.jid, CARD4_ITEMS)
    assert reply.find(f'.//{{{CARD4}}}email') is None, 'somebody who is no contact reads the card for contacts'
    with Friend(ana.server, 'ana', device='phone') as phone:
        own = phone.ask(ana.jid, CARD4_ITEMS)
        assert own.find(f'.//{{{CARD4}}}email') is not None, 'the card for contacts has lost what was written into it'


if __name__ == '__main__':
    program, server_program, kind = sys.argv[1:]
    sys.exit(play(scene, program, server_program, kind))
