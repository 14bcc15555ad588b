#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tertulia authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Three chats in windows of their own and a draft survive a kill: all is back before there is a network.

usage: test_restart.py PROGRAM SERVER_PROGRAM
"""
import re
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / 'lib'))
from ana import Ana, play, step
from friend import Friend

PEOPLE = ('bruno', 'carla', 'dani')
DRAFT = 'I wanted to say that'


def title_of(name):
    return rf'(\([0-9]+\) )?{name}\S* — Tertulia'


def places(ana):
    """Position and size of each chat's window."""
    found = {}
    for name in PEOPLE:
        window = subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', f'^{title_of(name)}$'],
                                capture_output=True, text=True, check=False).stdout.split()
        if window:
            told = subprocess.run(['xdotool', 'getwindowgeometry', '--shell', window[0]], capture_output=True,
                                  text=True, check=True).stdout
            found[name] = tuple(int(re.search(rf'{key}=(-?\d+)', told).group(1)) for key in ('X', 'Y', 'WIDTH', 'HEIGHT'))
    return found


def move(name, x, y, width, height):
    window = subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', f'^{title_of(name)}$'],
                            capture_output=True, text=True, check=True).stdout.split()[0]
    subprocess.run(['xdotool', 'windowmove', '--sync', window, str(x), str(y)], check=True, timeout=20)
    subprocess.run(['xdotool', 'windowsize', '--sync', window, str(width), str(height)], check=True, timeout=20)


def scene(desk, server, program):
    with Friend(server, 'bruno') as bruno, Ana(program, desk, server) as ana:
        step('signs in and opens three chats in windows of their own')
        ana.sign_in()
        for index, name in enumerate(PEOPLE):
            ana.start_chat(f'{name}@{server.domain}')
            ana.message_field(f'{name}.*')
            ana.click('Open in own window')
            ana.find('frame|window', title_of(name))
            move(name, 60 + 200 * index, 80 + 90 * index, 520 + 20 * index, 430)
        bruno.say(ana.jid, 'Can you read this after the power cut?')
        ana.reads('Can you read this after the power cut')
        ana.type('Message to bruno.*', DRAFT)
        before = ana.until(lambda: len(places(ana)) == 3 and places(ana), 'not three windows')
        # What a person sees as done is on disk a moment later; nothing on the screen says when.
        profile = desk.folder / 'profile'
        ana.until(lambda: any(DRAFT.encode() in path.read_bytes() for path in profile.rglob('*') if path.is_file()),
                  'the draft is nowhere on disk')
        step('loses power; the network is gone too')
        ana.kill()
    server.__exit__()

    with Ana(program, desk, server) as again:
        for name in PEOPLE:
            again.find('frame|window', title_of(name))
        step('reads the draft and what was said')
        again.until(lambda: again.text_of(again.message_field('bruno.*')) == DRAFT, 'the draft is not in its field')
        again.reads('Can you read this after the power cut')
        step('finds the windows where they were')
        again.until(lambda: places(again) == before, f'windows were at {before}, are at {places(again)}')


if __name__ == '__main__':
    program, server_program = sys.argv[1:]
    sys.exit(play(scene, program, server_program, 'prosody'))
