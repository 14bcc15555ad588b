#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tertulia authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ana uses Tertulia on two devices, Bruno slixmpp. Their pictures go both ways through a real server: by XEP-0084, by the
old card (XEP-0153), which servers carry over (XEP-0398), another one, and none any more.

usage: test_pictures.py PROGRAM SERVER_PROGRAM PERSON_PROGRAM prosody|ejabberd
"""
import base64
import hashlib
import struct
import sys
import zlib
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / 'lib'))
from ana import step
from device import Device, play, until
from friend import Friend

CARD = 'vcard-temp'
METADATA = '{urn:xmpp:avatar:metadata}info'
SIDE = 96


def picture(red, green, blue):
    """A PNG of one colour (W3C PNG 5)."""
    def chunk(kind, data):
        return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))
    rows = (b'\0' + bytes((red, green, blue)) * SIDE) * SIDE
    return (b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', SIDE, SIDE, 8, 2, 0, 0, 0))
            + chunk(b'IDAT', zlib.compress(rows)) + chunk(b'IEND', b''))


def sha1(data):
    return hashlib.sha1(data).hexdigest()


RED, GREEN, BLUE = picture(200, 40, 40), picture(40, 160, 60), picture(30, 60, 200)


def scene(server, person_program, folder):
    with Friend(server, 'bruno', plugins=('xep_0054', 'xep_0084', 'xep_0153', 'xep_0163')) as bruno, \
            Device(person_program, folder, server, 'desk') as desk, \
            Device(person_program, folder, server, 'laptop') as laptop:
        ana = f'ana@{server.domain}'
        bruno.become_contact(ana)
        told = []  # the hash of each picture of Ana's that Bruno is told of; None for none
        bruno.client.add_event_handler('avatar_metadata_publish', lambda message: told.append(
            (message['from'].bare, next((info.get('id') for info in message.xml.iter(METADATA)), None))))

        async def listen():
            bruno.client['xep_0163'].add_interest('urn:xmpp:avatar:metadata')
            await bruno.client['xep_0115'].update_caps()
        bruno.run(listen)

        step('a picture in a node (XEP-0084)')
        avatars = bruno.client['xep_0084']
        bruno.run(lambda: avatars.publish_avatar(RED))
        bruno.run(lambda: avatars.publish_avatar_metadata([{
            'id': sha1(RED), 'type': 'image/png', 'bytes': str(len(RED)), 'width': str(SIDE), 'height': str(SIDE)}]))
        desk.shows_of_peer(picture=sha1(RED))
        laptop.shows_of_peer(picture=sha1(RED))

        step('another one, on the old card (XEP-0153)')
        bruno.run(lambda: bruno.client['xep_0153'].set_avatar(avatar=GREEN, mtype='image/png'))
        desk.shows_of_peer(picture=sha1(GREEN))

        step('none any more')
        bruno.run(avatars.stop)
        desk.shows_of_peer(picture='')

        step('one of Ana\'s, for contacts and for her other device')
        file = folder / 'blue.png'
        file.write_bytes(BLUE)
        desk.say(f'picture {file}')
        assert desk.hears('published')
        until(lambda: (ana, sha1(BLUE)) in told, lambda: f'Bruno is told of no picture: {told}')
        item = bruno.run(lambda: avatars.retrieve_avatar(ana, sha1(BLUE)))['pubsub']['items']['item']
        assert item['avatar_data']['value'] == BLUE
        laptop.shows_of_peer(**{'own picture': sha1(BLUE)})

        step('the same on her old card')
        card = bruno.ask(ana, f"<vCard xmlns='{CARD}'/>")
        photo = card.find(f'.//{{{CARD}}}PHOTO/{{{CARD}}}BINVAL')
        assert photo is not None and base64.b64decode(photo.text) == BLUE, 'the old card has another picture'

        step('none of hers any more')
        desk.say('picture')
        assert desk.hears('published')
        until(lambda: told[-1] == (ana, None), lambda: f'Bruno still sees a picture: {told}')
        laptop.shows_of_peer(**{'own picture': ''})


if __name__ == '__main__':
    play(scene)
