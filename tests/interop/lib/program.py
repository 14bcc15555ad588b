# SPDX-FileCopyrightText: 2026 The Tertulia authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives a program as a person with a screen reader does: by the role and the accessible name of what it shows."""
import os
import re
import subprocess
import time

import desk

PATIENCE = 20
BUTTON = 'push button|toggle button|menu item|check menu item|radio menu item|check box|radio button|page tab|button'
FIELD = 'text|password text|entry|editbar|spin button'
_MANY = 500


class NotSeen(AssertionError):
    pass


class Program:
    def __init__(self, arguments, log_file, environment=None):
        self.log_file = log_file
        self.log = open(log_file, 'ab')
        self.child = desk.start(arguments, env=dict(os.environ, **(environment or {})), stdin=subprocess.DEVNULL,
                                stdout=self.log, stderr=self.log)
        import pyatspi  # not before there is a bus
        self.spi = pyatspi
        self._application = None

    # What there is

    def _root(self):
        if self.child.poll() is not None:
            raise NotSeen(f'the program ended with {self.child.returncode}')
        if self._application is not None:
            return self._application
        for application in self.spi.Registry.getDesktop(0):
            try:
                if application is not None and application.get_process_id() == self.child.pid:
                    self._application = application
                    return application
            except Exception:  # it went away meanwhile
                continue
        return None

    def _walk(self, node, depth=0):
        if node is None or depth > 60:
            return
        yield depth, node
        try:
            count = min(node.childCount, _MANY)
        except Exception:
            return
        for index in range(count):
            try:
                child = node.getChildAtIndex(index)
            except Exception:
                continue
            yield from self._walk(child, depth + 1)

    def _matches(self, role, name, within=None):
        # A tree on the wire may change under the walk; what vanished is not there.
        for _, node in self._walk(within if within is not None else self._root()):
            try:
                if re.fullmatch(role, node.getRoleName()) and re.fullmatch(name, node.name or '', re.S):
                    if node.getState().contains(self.spi.STATE_SHOWING):
                        yield node
            except Exception:
                continue

    def look(self, role, name, within=None):
        return next(self._matches(role, name, within), None)

    def until(self, question, what, patience=PATIENCE):
        """The first answer of question() that is not false; it is asked again until then."""
        end = time.monotonic() + patience
        while True:
            answer = question()
            if answer:
                return answer
            if time.monotonic() > end:
                raise NotSeen(f'{what}; there is:\n{self.words()}')
            time.sleep(0.05)

    def find(self, role, name, within=None, patience=PATIENCE):
        return self.until(lambda: self.look(role, name, within), f'no {role} "{name}"', patience)

    def gone(self, role, name, patience=PATIENCE):
        self.until(lambda: not self.look(role, name), f'{role} "{name}" is still there', patience)

    def text_of(self, node):
        try:
            text = node.queryText()
            return text.getText(0, min(text.characterCount, 4000))
        except Exception:
            return ''

    def words(self):
        lines = []
        for depth, node in self._walk(self._root()):
            try:
                if not node.getState().contains(self.spi.STATE_SHOWING) and depth > 1:
                    continue
                words = ' | '.join(part for part in (node.name, self.text_of(node), node.description) if part)
                lines.append('  ' * depth + node.getRoleName() + ': ' + words)
            except Exception:
                continue
        return '\n'.join(lines)

    def reads(self, pattern, patience=PATIENCE):
        """Somewhere on the screen there is text that matches."""
        self.until(lambda: re.search(pattern, self.words()), f'nothing reads /{pattern}/', patience)

    # What a person does

    def click(self, name, role=BUTTON, within=None, patience=PATIENCE):
        def press():
            node = self.look(role, name, within)
            if node is None or not node.getState().contains(self.spi.STATE_SENSITIVE):
                return False
            actions = node.queryAction()
            wanted = [index for index in range(actions.nActions)
                      if actions.getName(index).lower() in ('press', 'toggle', 'click', 'jump')]
            return actions.doAction(wanted[0] if wanted else 0)
        self.until(press, f'no {role} "{name}" to click', patience)

    def type(self, name, text, role=FIELD, within=None):
        def fill():
            node = self.look(role, name, within)
            return node is not None and node.queryEditableText().setTextContents(text)
        self.until(fill, f'no {role} "{name}" to type into')

    def set_number(self, name, number):
        self.find('spin button', name).queryValue().currentValue = number

    def choose(self, name, item, role='combo box'):
        """Opens a combo box and picks an item by its first letters, as the keyboard does."""
        self.click(name, role=role)
        self.until(lambda: any(node.getState().contains(self.spi.STATE_SHOWING)
                               for _, node in self._walk(self.look(role, name)) if node.name == item),
                   f'no "{item}" in {role} "{name}"')
        subprocess.run(['xdotool', 'type', '--clearmodifiers', item], check=True, timeout=20)
        self.key('Return')

    def point_at(self, node):
        """A click with the mouse in the middle of it."""
        place = node.queryComponent().getExtents(self.spi.DESKTOP_COORDS)
        subprocess.run(['xdotool', 'mousemove', str(place.x + place.width // 2), str(place.y + place.height // 2),
                        'click', '1'], check=True, timeout=20)

    def key(self, combination, window=None):
        """Into the window that has the focus, or first into the one with this title."""
        if window:
            subprocess.run(['xdotool', 'search', '--sync', '--onlyvisible', '--name', window, 'windowactivate', '--sync'],
                           check=True, stdout=subprocess.DEVNULL, timeout=20)
        subprocess.run(['xdotool', 'key', '--clearmodifiers', combination], check=True, timeout=20)

    def windows(self):
        return [node.name for node in self._matches('frame|window|dialog', '.*')]

    # Its end

    def wait(self, patience=PATIENCE):
        return self.child.wait(patience)

    def stop(self):
        desk.stop(self.child, patience=10)
        self.log.close()

    def kill(self):
        """As a power cut."""
        self.child.kill()
        self.child.wait()
        self.log.close()
