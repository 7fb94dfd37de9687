# SPDX-License-Identifier: GPL-3.0-or-later
"""A display with a window manager and a bus of its own, and how to wait on it."""
import contextlib
import ctypes
import functools
import os
import pathlib
import select
import shutil
import signal
import subprocess
import tempfile
import time

from reader import Reader
from screen import Screen, png

# Meant for the programs under test; the accessibility library warns about trifles.
os.environ.pop('G_DEBUG', None)

WAIT = 10
POLL = 0.02


class Missing(AssertionError):
    """What was waited for did not come."""


def wait_for(get, what, seconds=WAIT):
    """Calls get() until it returns something true, and returns that."""
    end = time.monotonic() + seconds
    while True:
        problem, asked = None, time.monotonic()
        try:
            found = get()
            if found:
                return found
        except (*_gone(), subprocess.CalledProcessError) as error:
            problem = error
        now = time.monotonic()
        if now > end:
            raise Missing(f'{what}: not within {seconds} s') from problem
        # The program that has to answer is the one that is waited for: leave it half of the time.
        time.sleep(max(POLL, min(now - asked, 0.2)))


def _gone():
    """What reading a thing raises that has gone meanwhile."""
    from gi.repository import GLib
    return (GLib.Error,)


def _atspi():
    """The names of roles and states, which are the accessibility library's."""
    import gi
    gi.require_version('Atspi', '2.0')
    from gi.repository import Atspi
    return Atspi


@functools.cache
def role_name(role):
    return _atspi().role_get_name(_atspi().Role(role)) or ''


@functools.cache
def state_bit(state):
    return 1 << int(getattr(_atspi().StateType, state.upper()))


class Display:
    """An X server with a window manager, a session bus and the accessibility bus."""

    def __init__(self, width=1280, height=800):
        self.width, self.height = width, height
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='plenum-ui-'))
        self.processes = []

    def __enter__(self):
        try:
            self._start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def _spawn(self, *command, **more):
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, env=self.environment,
                                   stderr=subprocess.DEVNULL, start_new_session=True,
                                   preexec_fn=die_with_us, **more)
        self.processes.append(process)
        return process

    def _start(self):
        run = self.folder / 'run'
        run.mkdir(mode=0o700)
        self.environment = {
            'PATH': os.environ['PATH'], 'HOME': str(self.folder), 'XDG_RUNTIME_DIR': str(run),
            'LC_ALL': 'C.UTF-8', 'TZ': 'Europe/Berlin', 'NO_AT_BRIDGE': '0',
        }
        ours, theirs = os.pipe()
        self._spawn('Xvfb', '-displayfd', str(theirs), '-screen', '0',
                    f'{self.width}x{self.height}x24', '-nolisten', 'tcp', '-noreset', pass_fds=(theirs,))
        os.close(theirs)
        self.environment['DISPLAY'] = ':' + self._read_line(ours)
        os.close(ours)
        self.screen = Screen(self.environment['DISPLAY'])
        bus = self._spawn('dbus-daemon', '--session', '--nofork', '--print-address=1',
                          stdout=subprocess.PIPE)
        self.environment['DBUS_SESSION_BUS_ADDRESS'] = bus.stdout.readline().decode().strip()
        # Keys for umlauts: a key that has to be bound first may be typed before it is.
        subprocess.run(['setxkbmap', 'de'], env=self.environment, check=True)
        self._spawn('openbox', stdout=subprocess.DEVNULL)
        os.environ.update(self.environment)
        self.reader = Reader(self.environment['DBUS_SESSION_BUS_ADDRESS'])
        wait_for(lambda: 'window id' in subprocess.run(
            ['xprop', '-root', '_NET_SUPPORTING_WM_CHECK'], capture_output=True, text=True).stdout, 'a window manager')

    def pixels(self):
        """What is shown at this moment."""
        return self.screen.pixels(0, 0, self.width, self.height)

    def brightness(self, left, top, width, height):
        """Of what can be seen of a rectangle, on the average, from 0 to 255."""
        right, bottom = min(left + width, self.width), min(top + height, self.height)
        left, top = max(left, 0), max(top, 0)
        # Four bytes a pixel, blue first; green is enough, and so is every seventh.
        greens = self.screen.pixels(left, top, right - left, bottom - top)[1::28]
        return sum(greens) / len(greens)

    def picture(self, path):
        """A picture of the whole screen, once nothing changes on it any more."""
        path = pathlib.Path(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(png(self.screen.still_pixels(self.width, self.height), self.width, self.height))
        return path

    @staticmethod
    def _read_line(pipe):
        line = b''
        while not line.endswith(b'\n'):
            if not select.select([pipe], [], [], WAIT)[0]:
                raise Missing('a display')
            read = os.read(pipe, 16)
            if not read:
                raise Missing('a display')
            line += read
        return line.decode().strip()

    def __exit__(self, *_):
        for process in reversed(self.processes):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGTERM)
        for process in self.processes:
            try:
                process.wait(3)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            if process.stdout is not None:
                process.stdout.close()
        shutil.rmtree(self.folder, ignore_errors=True)


def die_with_us():
    """In a new process: whatever ends the tests ends what they started."""
    ctypes.CDLL(None).prctl(1, signal.SIGTERM)


def xdotool(*arguments):
    return subprocess.run(['xdotool', *map(str, arguments)], check=True, capture_output=True, text=True).stdout
