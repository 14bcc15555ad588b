#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tertulia authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What people do with the program and expect of it, from the first start (UI e.17, by their numbers there; 2 is
test_restart.py, 10 tst_screenshots), at a real server.

usage: test_scenarios.py PROGRAM SERVER_PROGRAM SCENARIO
"""
import asyncio
import os
import re
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / 'lib'))
from ana import Ana, play, step
from bubbles import Bubbles
from friend import Friend
from wire import Wire

RIGHT_TO_LEFT_OVERRIDE = '\u202e'


def keychainless(desk, server, program):
    """1: without a keychain the password is asked for once a start, and nothing on disk holds it (SECURITY A125)."""
    with Ana(program, desk, server) as ana:
        step('adds an account where there is no keychain')
        ana.sign_in()
        ana.key('ctrl+q', window='Tertulia')
        assert ana.wait(10) == 0
    with Ana(program, desk, server) as ana:
        step('starts again and is asked')
        ana.type('Password', 'sesame', role='password text')
        ana.click('Log in')
        ana.reads('Available')
        ana.gone('password text', 'Password')
        with Friend(server, 'bruno') as bruno:
            bruno.say(ana.jid, 'so you are there')
            ana.reads('so you are there')
        ana.key('ctrl+q', window='Tertulia')
        assert ana.wait(10) == 0
    step('looks for the password on the disk')
    holding = [path for path in desk.folder.rglob('*') if path.is_file() and b'sesame' in path.read_bytes()]
    assert not holding, f'the password is in {holding}'


def scrolled(desk, server, program):
    """3: what is being read stays under the eye whatever arrives and however the window changes."""
    with Friend(server, 'bruno') as bruno, Ana(program, desk, server) as ana:
        ana.sign_in()
        ana.meet(bruno)
        step('has heard 560 messages and scrolls up 500 of them')
        # The chat is open meanwhile: one with unread messages opens at the first of them.
        ana.start_chat(bruno.jid)
        log = ana.find('list', 'Conversation with .*')
        for number in range(560):
            bruno.say(ana.jid, f'message {number}' + ' and on it goes' * (number % 9) + '.')
        ana.until(lambda: row(ana, log, 559), 'the last message is not there', patience=60)
        ana.point_at(log)
        # Older ones are loaded on the way.
        ana.until(lambda: ana.key('ctrl+Home') or row(ana, log, 60), 'the older messages are not there', patience=60)
        read = row(ana, log, 60)
        ana.until(lambda: on_screen(log, read) or ana.key('Page_Up' if offset(log, read) < 0 else 'Page_Down'),
                  'cannot scroll to 60', patience=60)
        settled(ana, lambda: offset(log, read))
        # The eye is where reading begins, at the top.
        visible = [each for number in range(30, 90) if (each := row(ana, log, number)) and offset(log, each) >= 0]
        read = min(visible, key=lambda each: offset(log, each))
        place = offset(log, read)

        step('reads while 50 more arrive')
        for number in range(560, 610):
            bruno.say(ana.jid, f'message {number}' + '\nline' * (number % 5) + '.')
        jump = ana.until(lambda: last_button(log), 'no button leads to the newest message', patience=60)
        ana.until(lambda: '50' in (jump.description or ''), 'the button does not count 50', patience=60)
        now = settled(ana, lambda: offset(log, read))
        assert now == place, f'what is read stood at {place}, stands at {now}: {read.name}'

        step('resizes the window and changes the size of the text')
        window = subprocess.run(['xdotool', 'getactivewindow'], capture_output=True, text=True, check=True).stdout.strip()
        subprocess.run(['xdotool', 'windowsize', '--sync', window, '900', '600'], check=True, timeout=20)
        ana.until(lambda: on_screen(log, read), 'what is read has left the window that was resized')
        ana.key('ctrl+plus')
        ana.until(lambda: on_screen(log, read), 'what is read has left the window with larger text')
        assert '50' in (jump.description or ''), 'the button has forgotten the 50'


def last_button(log):
    """The button behind the messages that leads to the newest, if it is there."""
    last = log.getChildAtIndex(log.childCount - 1)
    return last if last is not None and 'button' in last.getRoleName() else None


def row(ana, log, number):
    """The item of the conversation that says so, if it is loaded."""
    count = log.childCount
    for index in range(count) if number < 100 else range(count - 1, -1, -1):
        try:
            item = log.getChildAtIndex(index)
            if re.search(rf'message {number}\b', item.name or ''):
                return item
        except Exception:  # the list changes while it is read
            return None
    return None


def offset(log, item):
    import pyatspi
    return (item.queryComponent().getExtents(pyatspi.DESKTOP_COORDS).y
            - log.queryComponent().getExtents(pyatspi.DESKTOP_COORDS).y)


def on_screen(log, item):
    import pyatspi
    if item is None:
        return False
    area = log.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    place = item.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    return place.y + place.height > area.y and place.y < area.y + area.height


def settled(ana, question):
    """The answer, once it has been the same for half a second: what scrolls does so softly."""
    last = [question(), time.monotonic()]

    def same():
        now = question()
        if now != last[0]:
            last[:] = [now, time.monotonic()]
        return time.monotonic() - last[1] > 0.5
    ana.until(same, 'it does not come to rest')
    return last[0]


def asleep(desk, server, program):
    """4: what was read on the phone while this machine slept makes no bubble, and its badges go."""
    with Friend(server, 'bruno') as bruno, Friend(server, 'ana', device='phone') as phone, LineToServer(server) as line, \
            Bubbles() as bubbles, Ana(program, desk, server) as ana:
        ana.sign_in()
        ana.meet(bruno)
        ana.start_chat(f'carla@{server.domain}')
        bruno.say(ana.jid, 'before you sleep')
        ana.reads('before you sleep')
        bubbles.wait_for(lambda bubble: 'before you sleep' in bubble['body'], 'no bubble while awake')
        told = len(bubbles.all)
        step('falls asleep; the phone reads 200 messages')
        os.kill(ana.child.pid, signal.SIGSTOP)
        line.cut()
        for number in range(200):
            bruno.say(ana.jid, f'while you sleep {number}')
        phone.hears(bruno.jid, 'while you sleep 199', patience=60)
        phone.has_read(bruno.jid)
        step('wakes')
        os.kill(ana.child.pid, signal.SIGCONT)
        ana.reads('while you sleep 199', patience=60)
        ana.until(lambda: not re.search('bruno.*unread', ana.words()), 'the chat still counts unread messages')
        bruno.say(ana.jid, 'good morning')
        bubbles.wait_for(lambda bubble: 'good morning' in bubble['body'], 'no bubble after waking')
        late = [bubble['body'] for bubble in bubbles.all[told:] if 'while you sleep' in bubble['body']]
        assert not late, f'bubbles of what was read on the phone: {late}'


class LineToServer:
    """What Ana's program has in place of the server: a line that can be cut."""

    def __init__(self, server):
        self.server = server

    def __enter__(self):
        self.loop = asyncio.new_event_loop()
        threading.Thread(target=self.loop.run_forever, daemon=True).start()
        self.wire = Wire(self.server.port)
        asyncio.run_coroutine_threadsafe(self.wire.open(), self.loop).result(10)
        self.port, self.server.port = self.server.port, self.wire.port
        return self

    def cut(self):
        async def cut():
            self.wire.cut()
        asyncio.run_coroutine_threadsafe(cut(), self.loop).result(10)

    def __exit__(self, *_):
        self.server.port = self.port
        self.loop.call_soon_threadsafe(self.loop.stop)


def bubble(desk, server, program):
    """6: pressing a bubble raises the window of its chat; a reply within it is sent; reading takes it away."""
    with Bubbles() as bubbles, Ana(program, desk, server) as ana, Friend(server, 'bruno') as bruno, \
            Friend(server, 'carla') as carla:
        ana.sign_in()
        for friend in (bruno, carla):
            ana.meet(friend)
            ana.start_chat(friend.jid)
            ana.message_field(f'{name_of(friend)}.*')
            ana.click('Open in own window')
            ana.find('frame|window', rf'.*{name_of(friend)}.* — Tertulia')
        active(ana, 'carla')
        step('presses the bubble of another chat')
        bruno.say(ana.jid, 'look here')
        shown = bubbles.wait_for(lambda each: 'look here' in each['body'], 'no bubble')
        bubbles.press(shown)
        active(ana, 'bruno', raised=True)
        ana.until(lambda: shown['id'] not in bubbles.shown, 'the bubble of what was read stays')
        step('replies within a bubble')
        carla.say(ana.jid, 'are you there?')
        shown = bubbles.wait_for(lambda each: 'are you there' in each['body'], 'no bubble')
        bubbles.reply(shown, 'here I am')
        carla.hears(ana.jid, 'here I am')
        assert 'carla' not in active_title(), 'a reply within the bubble raised the window'


def name_of(friend):
    return friend.jid.split('@')[0]


def active_title():
    return subprocess.run(['xdotool', 'getactivewindow', 'getwindowname'], capture_output=True, text=True,
                          check=False).stdout


def active(ana, name, raised=False):
    """Waits until the window with this name is the active one; brings it forward itself unless `raised`."""
    if not raised:
        subprocess.run(['xdotool', 'search', '--sync', '--onlyvisible', '--name', f'{name}.* — Tertulia$',
                        'windowactivate', '--sync'], check=True, stdout=subprocess.DEVNULL, timeout=20)
    ana.until(lambda: name in active_title(), f'the window of {name} is not the active one')


def keyboard(desk, server, program):
    """9: first run, a chat, a reply and a setting, with the keyboard alone."""
    with Friend(server, 'bruno') as bruno, Ana(program, desk, server) as ana:
        step('signs in')
        ana.find('push button|button', 'I have an account')
        subprocess.run(['xdotool', 'search', '--sync', '--onlyvisible', '--name', '^Tertulia$', 'windowactivate', '--sync'],
                       check=True, stdout=subprocess.DEVNULL, timeout=20)
        press(ana, 'I have an account')
        write(ana, 'Address', ana.jid)
        write(ana, 'Password', 'sesame')
        press(ana, 'Connection options', key='space')
        write(ana, 'Host', server.host)
        write(ana, 'Port', str(server.port))
        tab_to(ana, 'Security')
        type_text('STARTTLS')
        press(ana, 'Log in', key='space')
        press(ana, 'Trust this certificate only', key='space')
        ana.find('page tab', 'Chats')

        step('begins a chat')
        ana.key('ctrl+n')
        write(ana, 'Address or link', bruno.jid)
        ana.key('Return')
        ana.message_field('bruno.*')
        has_focus(ana, 'Message to .*')
        type_text('hello from the keyboard')
        ana.key('Return')
        bruno.hears(ana.jid, 'hello from the keyboard')

        step('answers')
        bruno.say(ana.jid, 'which keyboard?')
        ana.reads('which keyboard')
        ana.key('ctrl+shift+r')
        ana.reads('[Rr]eplying to')
        type_text('this one')
        ana.key('Return')
        bruno.until(lambda: any('this one' in body for _, body in bruno.messages), 'no answer')

        step('changes a setting')
        ana.key('ctrl+comma')
        ana.find('frame|window|dialog', 'Preferences')
        ana.until(lambda: 'Preferences' in active_title(), 'the preferences are not the active window')
        page = ana.find('list item', 'Appearance')
        ana.until(lambda: ana.key('Down') or page.getState().contains(ana.spi.STATE_SELECTED), 'cannot choose the page')
        switch = ana.find('check box', 'Compact list: one line for each chat')
        before = switch.getState().contains(ana.spi.STATE_CHECKED)
        press(ana, 'Compact list: one line for each chat', key='space')
        ana.until(lambda: switch.getState().contains(ana.spi.STATE_CHECKED) != before, 'the switch did not turn')


def type_text(text):
    subprocess.run(['xdotool', 'type', '--clearmodifiers', '--delay', '15', text], check=True, timeout=60)


def focused(ana):
    """The name of what has the keyboard."""
    for _, node in ana._walk(ana._root()):
        try:
            state = node.getState()
            # What passes its focus on to something within it has no name of its own.
            if not node.name or not {ana.spi.STATE_FOCUSED, ana.spi.STATE_SHOWING} <= set(state.getStates()):
                continue
            # Qt calls the current item of a list or tab bar focused, whether that is or not.
            item = node.getRole() in (ana.spi.ROLE_LIST_ITEM, ana.spi.ROLE_PAGE_TAB, ana.spi.ROLE_TREE_ITEM)
            if not item or node.parent.getState().contains(ana.spi.STATE_FOCUSED):
                return node.name
        except Exception:
            continue
    return ''


def has_focus(ana, name):
    try:
        ana.until(lambda: re.fullmatch(name, focused(ana)), f'{name} has no focus')
    except AssertionError as problem:
        raise AssertionError(f'{focused(ana)!r} has the focus in {active_title()!r}, not {name}') from problem


def tab_to(ana, name):
    ana.find('.*', name)
    for _ in range(40):
        if ana.until(lambda: focused(ana), 'nothing has the focus') == name:
            return
        before = focused(ana)
        ana.key('Tab')
        ana.until(lambda: focused(ana) not in ('', before), f'Tab does not leave {before}')
    raise AssertionError(f'Tab does not come to {name}')


def write(ana, name, text):
    tab_to(ana, name)
    ana.key('ctrl+a')
    type_text(text)


def press(ana, name, key='Return'):
    tab_to(ana, name)
    ana.key(key)


def reader(desk, server, program):
    """9, again: the reply and the setting as a screen reader does them (the first run so is test_conversation.py)."""
    with Friend(server, 'bruno') as bruno, Ana(program, desk, server) as ana:
        ana.sign_in()
        ana.meet(bruno)
        ana.start_chat(bruno.jid)
        bruno.say(ana.jid, 'which reader?')
        log = ana.find('list', 'Conversation with .*')
        item = ana.find('list item', '.*which reader.*', within=log)
        step('lists what can be done with a message, and answers')
        actions = item.queryAction()
        names = [actions.getName(index) for index in range(actions.nActions)]
        assert {'Reply', 'React', 'Copy text'} <= set(names), names
        actions.doAction(names.index('Reply'))
        ana.reads('[Rr]eplying to')
        ana.type('Message to .*', 'this one')
        ana.click('Send')
        bruno.until(lambda: any('this one' in body for _, body in bruno.messages), 'no answer')
        step('changes a setting')
        ana.key('ctrl+comma')
        ana.find('frame|window|dialog', 'Preferences')
        ana.until(lambda: select(ana, ana.look('list item', 'Appearance')), 'cannot choose the page')
        switch = ana.find('check box', 'Compact list: one line for each chat')
        before = switch.getState().contains(ana.spi.STATE_CHECKED)
        ana.click('Compact list: one line for each chat')
        ana.until(lambda: switch.getState().contains(ana.spi.STATE_CHECKED) != before, 'the switch did not turn')


def select(ana, item):
    if item is None:
        return False
    if item.getState().contains(ana.spi.STATE_SELECTED):
        return True
    item.queryAction().doAction(0)
    return False


def hostile(desk, server, program):
    """12: a name full of markup, direction overrides and ten thousand characters is plain, isolated and short."""
    name = f'<b>Bruno</b>{RIGHT_TO_LEFT_OVERRIDE}&lt;' + 'x' * 10000
    with Bubbles() as bubbles, Friend(server, 'bruno') as bruno, Ana(program, desk, server) as ana:
        ana.sign_in()
        step('has a contact with such a name')
        ana.meet(bruno)
        bruno.raw('<iq type="set" id="nick"><pubsub xmlns="http://jabber.org/protocol/pubsub">'
                  '<publish node="http://jabber.org/protocol/nick"><item id="current">'
                  f'<nick xmlns="http://jabber.org/protocol/nick">{escaped(name)}</nick>'
                  '</item></publish></pubsub></iq>')
        step('sees it in a bubble')
        ana.click('Contacts', role='page tab')
        ana.until(lambda: 'Bruno</b>' in ana.words(), 'the name is not shown as it is')
        ana.start_chat(f'carla@{server.domain}')
        ana.message_field('carla.*')
        bruno.say(ana.jid, 'hello <i>you</i>')
        shown = bubbles.wait_for(lambda each: 'hello' in each['body'], 'no bubble')
        assert '&lt;i&gt;' in shown['body'], shown
        for each in bubbles.all:
            calm(each['summary'] + each['body'], 'a bubble')
        step('sees it in list, window and dialog')
        ana.start_chat(bruno.jid)
        ana.click('Open in own window')
        ana.until(lambda: any('Bruno' in title for title in ana.windows()), 'no window of its own')
        for title in ana.windows():
            calm(title, 'a title')
        ana.click('Contacts', role='page tab')
        calm(ana.words(), 'the windows')
        calm(ana.log_file.read_text(errors='replace'), 'the log')


def escaped(text):
    return text.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')


def calm(text, where):
    """No line of it is endless, and nothing turns the direction of what follows."""
    assert not re.search('x{1000}', text), f'{where}: not shortened'
    for line in text.splitlines():
        depth = 0
        for letter in line:
            depth += letter in '\u2066\u2067\u2068'
            depth -= letter == '\u2069'
            assert letter != RIGHT_TO_LEFT_OVERRIDE or depth > 0, f'{where}: an override that is not isolated: {line[:200]!r}'


SCENARIOS = {scene.__name__: scene for scene in (keychainless, scrolled, asleep, bubble, keyboard, reader, hostile)}

if __name__ == '__main__':
    program, server_program, name = sys.argv[1:]
    sys.exit(play(SCENARIOS[name], program, server_program, 'prosody'))
