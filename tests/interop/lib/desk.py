# SPDX-FileCopyrightText: 2026 The Tertulia authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop of the test's own: screen, session bus, window manager and accessibility bus, gone with the test."""
import ctypes
import os
import signal
import shutil
import subprocess
import tempfile
from pathlib import Path

PR_SET_PDEATHSIG = 1

# A bus that starts no service by itself: a keyring of the machine would ask questions in the middle of a test.
BUS = '''<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
  "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
'''


def _die_with_parent():
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def start(arguments, **more):
    """A child that ends when the test does, however the test ends."""
    return subprocess.Popen(arguments, preexec_fn=_die_with_parent, **more)


def stop(child, patience=5):
    if child.poll() is None:
        child.terminate()
        try:
            child.wait(patience)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()


class Desk:
    """`with Desk() as desk:`; while inside, os.environ points at it, which pyatspi needs before it is imported."""

    def __init__(self, width=1280, height=800):
        self.geometry = f'{width}x{height}x24'
        self.children = []

    def __enter__(self):
        self.folder = Path(tempfile.mkdtemp(prefix='tertulia-desk-'))
        runtime = self.folder / 'runtime'
        runtime.mkdir(mode=0o700)
        for name in ('QT_QPA_PLATFORM', 'WAYLAND_DISPLAY', 'AT_SPI_BUS_ADDRESS', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME',
                     'XDG_CACHE_HOME', 'XDG_STATE_HOME'):
            os.environ.pop(name, None)
        os.environ.update(XDG_RUNTIME_DIR=str(runtime), HOME=str(self.folder), LC_ALL='C.UTF-8', TZ='UTC',
                          QT_LINUX_ACCESSIBILITY_ALWAYS_ON='1', QT_ACCESSIBILITY='1', QT_QPA_PLATFORM='xcb')
        try:
            self._start_all()
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def _start_all(self):
        self.log = open(self.folder / 'desk.log', 'wb')
        number, out = os.pipe()
        self._child(['Xvfb', '-displayfd', str(out), '-screen', '0', self.geometry, '-nolisten', 'tcp', '-noreset'],
                    pass_fds=[out])
        os.close(out)
        with os.fdopen(number) as pipe:
            display = pipe.readline().strip()
        if not display:
            raise RuntimeError('Xvfb did not start')
        os.environ['DISPLAY'] = ':' + display

        bus = self.folder / 'bus.conf'
        bus.write_text(BUS)
        address, out = os.pipe()
        self._child(['dbus-daemon', f'--config-file={bus}', '--nofork', f'--print-address={out}'], pass_fds=[out])
        os.close(out)
        with os.fdopen(address) as pipe:
            os.environ['DBUS_SESSION_BUS_ADDRESS'] = pipe.readline().strip()
        self._child(['openbox'])
        self._child(['/usr/libexec/at-spi-bus-launcher', '--launch-immediately'])

    def _child(self, arguments, **more):
        self.children.append(start(arguments, stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log, **more))

    def picture(self, path):
        """What is on the screen, as a PNG; only where ImageMagick is."""
        if shutil.which('import'):
            subprocess.run(['import', '-window', 'root', str(path)], check=False)

    def __exit__(self, *_):
        for child in reversed(self.children):
            stop(child)
        self.log.close()
        shutil.rmtree(self.folder, ignore_errors=True)
