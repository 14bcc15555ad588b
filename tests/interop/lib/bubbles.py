# SPDX-FileCopyrightText: 2026 The Tertulia authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The notification service of a desktop (org.freedesktop.Notifications 1.2), which shows nothing and remembers all.

`with Bubbles() as bubbles:` within a Desk. Run as a program it is the service: it prints a line of JSON for each call, and
emits what the lines it reads tell it to.
"""
import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

PATIENCE = 20
PATH = '/org/freedesktop/Notifications'
NAME = 'org.freedesktop.Notifications'
INTERFACE = '''<node><interface name="org.freedesktop.Notifications">
  <method name="Notify">
    <arg direction="in" type="s"/><arg direction="in" type="u"/><arg direction="in" type="s"/>
    <arg direction="in" type="s"/><arg direction="in" type="s"/><arg direction="in" type="as"/>
    <arg direction="in" type="a{sv}"/><arg direction="in" type="i"/><arg direction="out" type="u"/>
  </method>
  <method name="CloseNotification"><arg direction="in" type="u"/></method>
  <method name="GetCapabilities"><arg direction="out" type="as"/></method>
  <method name="GetServerInformation">
    <arg direction="out" type="s"/><arg direction="out" type="s"/><arg direction="out" type="s"/>
    <arg direction="out" type="s"/>
  </method>
  <signal name="NotificationClosed"><arg type="u"/><arg type="u"/></signal>
  <signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
  <signal name="ActivationToken"><arg type="u"/><arg type="s"/></signal>
  <signal name="NotificationReplied"><arg type="u"/><arg type="s"/></signal>
  <property name="Inhibited" type="b" access="read"/>
</interface></node>'''
CAPABILITIES = ['body', 'body-markup', 'actions', 'inline-reply', 'persistence', 'icon-static']


class Bubbles:
    def __enter__(self):
        import desk
        self.shown = {}  # by id: {'summary', 'body', 'actions', 'hints'}
        self.all = []  # every one that was ever shown, in order
        self.ready = threading.Event()
        self.child = desk.start([sys.executable, __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        threading.Thread(target=self._listen, daemon=True).start()
        if not self.ready.wait(PATIENCE):
            raise AssertionError('the notification service did not start')
        return self

    def _listen(self):
        for line in self.child.stdout:
            told = json.loads(line)
            if 'ready' in told:
                self.ready.set()
            elif 'closed' in told:
                self.shown.pop(told['closed'], None)
            else:
                self.shown[told['id']] = told
                self.all.append(told)

    def wait_for(self, question, what):
        """The first one for which question(bubble) holds, among those that are shown."""
        end = time.monotonic() + PATIENCE
        while True:
            found = next((bubble for bubble in list(self.shown.values()) if question(bubble)), None)
            if found:
                return found
            if time.monotonic() > end:
                raise AssertionError(f'{what}; shown {list(self.shown.values())}')
            time.sleep(0.05)

    def _emit(self, signal, identifier, word):
        self.child.stdin.write(json.dumps([signal, identifier, word]) + '\n')
        self.child.stdin.flush()

    def press(self, bubble, action='default', token='token-of-the-test'):
        self._emit('ActivationToken', bubble['id'], token)
        self._emit('ActionInvoked', bubble['id'], action)

    def reply(self, bubble, text):
        self._emit('NotificationReplied', bubble['id'], text)

    def __exit__(self, *_):
        import desk
        desk.stop(self.child)


def serve():
    import gi
    gi.require_version('Gio', '2.0')
    from gi.repository import Gio, GLib

    loop = GLib.MainLoop()
    last = [0]

    def tell(**facts):
        print(json.dumps(facts), flush=True)

    def called(connection, _sender, _path, _interface, method, arguments, invocation):
        values = arguments.unpack()
        if method == 'Notify':
            last[0] = values[1] or last[0] + 1
            hints = {key: value for key, value in values[6].items() if isinstance(value, (str, int, bool))}
            tell(id=last[0], summary=values[3], body=values[4], actions=values[5], hints=hints)
            invocation.return_value(GLib.Variant('(u)', (last[0],)))
        elif method == 'CloseNotification':
            tell(closed=values[0])
            connection.emit_signal(None, PATH, NAME, 'NotificationClosed', GLib.Variant('(uu)', (values[0], 3)))
            invocation.return_value(None)
        elif method == 'GetCapabilities':
            invocation.return_value(GLib.Variant('(as)', (CAPABILITIES,)))
        else:
            invocation.return_value(GLib.Variant('(ssss)', ('of the tests', 'Tertulia', '1', '1.2')))

    connection = Gio.bus_get_sync(Gio.BusType.SESSION, None)
    connection.register_object(PATH, Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces[0], called,
                               lambda *_: GLib.Variant('b', False), None)

    unread = [b'']

    def order(descriptor, _condition):
        piece = os.read(descriptor, 65536)
        if not piece:
            loop.quit()
            return False
        *lines, unread[0] = (unread[0] + piece).split(b'\n')
        for line in lines:
            signal, identifier, word = json.loads(line)
            connection.emit_signal(None, PATH, NAME, signal, GLib.Variant('(us)', (identifier, word)))
        return True
    GLib.io_add_watch(sys.stdin.fileno(), GLib.PRIORITY_DEFAULT, GLib.IO_IN | GLib.IO_HUP, order)
    Gio.bus_own_name_on_connection(connection, NAME, Gio.BusNameOwnerFlags.NONE, lambda *_: tell(ready=True), None)
    loop.run()


if __name__ == '__main__':
    sys.path.remove(str(Path(__file__).parent))  # desk.py and the like are no modules of the service's
    serve()
