# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real window: a display, a bus and a home of its own for each program
of tests, people's ways in (names, clicks, keys, drags), and TAP on standard output.

    import harness

    def test_something(app):
        app.find('push button', 'New workshop').click()
        app.type('Repair café')
        app.key('Return')
        app.find('label', 'Repair café')

    harness.main(test_something)

Nothing here sleeps for a fixed time: what a test asks for is waited for, and a test
fails when it does not come within WAIT seconds.
"""
import contextlib
import functools
import inspect
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback

import display
from display import WAIT, Display, Missing, die_with_us, wait_for, xdotool
from reader import Look, first_label

BUILD = pathlib.Path(os.environ.get('PLENUM_BUILD', pathlib.Path(__file__).resolve().parents[2] / '.build'))
PROGRAM = BUILD / 'src/ui/plenum'
SAMPLE = BUILD / 'tests/ui/sample-library'
PICTURES = BUILD / 'pictures'

TOOLS = ('Xvfb', 'dbus-daemon', 'openbox', 'xdotool', 'import', 'localedef')

# What the platform says about itself and not about us.
HARMLESS = re.compile('|'.join((
    r'Unable to acquire', r'dconf', r'GLib-GIO.*module', r'xkbcomp', r'Failed to set fd limit',
    r'dbind', r'theme_hackeries', r'Unknown key gtk-',
)))


class Node:
    """One thing that a screen reader would find."""

    def __init__(self, path, app):
        self.path, self.app = path, app

    def __repr__(self):
        return f'<{self.role} “{self.name}”>'

    def __eq__(self, other):
        return isinstance(other, Node) and self.path == other.path

    def __hash__(self):
        return hash(self.path)

    @property
    def place(self):
        return self.app.program_name, self.path

    def ask(self, interface, method, signature='()', *arguments):
        return self.app.display.reader.ask(self.place, interface, method, signature, *arguments)

    def get(self, interface, member):
        return self.app.display.reader.get(self.place, interface, member)

    def can(self, interface):
        return 'org.a11y.atspi.' + interface in self.ask('Accessible', 'GetInterfaces')

    @property
    def role(self):
        return display.role_name(self.ask('Accessible', 'GetRole'))

    @property
    def name(self):
        return first_label(self.get('Accessible', 'Name'))

    @property
    def description(self):
        return self.get('Accessible', 'Description')

    @property
    def text(self):
        """What stands in an entry or a label, and else its name."""
        if not self.can('Text'):
            for child in self.children:
                if child.role in ('text', 'entry') and child.can('Text'):
                    return child.text
            return self.name
        return self.ask('Text', 'GetText', '(ii)', 0, self.get('Text', 'CharacterCount'))

    def is_(self, state):
        """Whether it is in a state, for example 'focused', 'checked', 'sensitive', 'selected'."""
        low, high = self.ask('Accessible', 'GetState')
        return bool((low | high << 32) & display.state_bit(state))

    @property
    def extents(self):
        """Left, top, width and height in its window."""
        return self.ask('Component', 'GetExtents', '(u)', 1)

    @property
    def size(self):
        # A page of a stack is there, and has no place of its own.
        return self.extents[2:] if self.can('Component') else (1, 1)

    @property
    def visible(self):
        return self.is_('visible') and min(self.size) > 0

    @property
    def children(self):
        return [Node(path, self.app) for _, path in self.app.display.reader.children(self.place)]

    @property
    def parent(self):
        return Node(self.get('Accessible', 'Parent')[1], self.app)

    def _walk(self, look, hidden):
        """Paths of itself and all below with what is above them; sizes are not looked at."""
        visible = display.state_bit('visible')
        return look.walk(self.path, lambda path: hidden or look.item(path).states & visible)

    def walk(self, hidden=False):
        """Itself and all below that can be seen, in the order of the tree."""
        look = Look(self.app.display.reader, self.app.program_name)
        unseen = set()
        for path, above in self._walk(look, hidden):
            # A frame has no size of its own before it is drawn.
            if not hidden and path != self.path and (not unseen.isdisjoint(above) or not look.has_size(path)):
                unseen.add(path)
            else:
                yield Node(path, self.app)

    def look(self, role=None, name=None, hidden=False, state=None):
        """All that match now; name is a string, or a compiled pattern."""
        return list(self._search(role, name, hidden, state))

    def _search(self, role, name, hidden=False, state=None):
        look = Look(self.app.display.reader, self.app.program_name)
        bit = display.state_bit(state) if state is not None else 0
        for path, above in self._walk(look, hidden):
            item = look.item(path)
            if (role is not None and display.role_name(item.role) != role or item.states & bit != bit
                    or not (name is None or (name.search(item.name) if isinstance(name, re.Pattern) else item.name == name))):
                continue
            if hidden or all(look.has_size(place) for place in (*above[1:], path) if place != self.path):
                yield Node(path, self.app)

    def find(self, role=None, name=None, seconds=WAIT):
        """The first that matches, as soon as there is one."""
        return wait_for(lambda: next(self._search(role, name), None),
                        f'{role or "anything"} “{getattr(name, "pattern", name)}” in {self!r}', seconds)

    def wait_gone(self, role=None, name=None):
        wait_for(lambda: not self.look(role, name), f'{role or "anything"} “{name}” gone')

    def wait_state(self, state, value=True):
        wait_for(lambda: self.is_(state) == value, f'{self!r} {"" if value else "not "}{state}')
        return self

    def wait_text(self, text):
        wait_for(lambda: self.text == text, f'“{text}” in {self!r}')
        return self

    def click(self):
        """Does what a click does, by the accessibility action."""
        if not self.can('Action') or self.get('Action', 'NActions') == 0:
            return self.mouse()
        self.wait_state('sensitive')
        is_button = self.role.endswith('button')
        self.ask('Action', 'DoAction', '(i)', 0)
        # A button that is clicked this way goes down, comes up after a quarter of a second, and
        # only then does what it says; a second click meanwhile is not heard.
        up = time.monotonic() + 0.26
        wait_for(lambda: not is_button or time.monotonic() > up, 'the button to come up')
        return self

    def point(self, x=0.5, y=0.5):
        """Where on the screen a share of its width and height is."""
        across, down, width, height = self.extents
        left, top = self.app.window_origin(self)
        return round(left + across + width * x), round(top + down + height * y)

    def mouse(self, button=1, count=1, x=0.5, y=0.5):
        """A true click of the mouse."""
        xdotool('mousemove', *self.point(x, y), 'click', '--repeat', count, '--delay', 40, button)
        return self

    def drag_to(self, other, x=0.5, y=0.5, linger=0):
        """Mouse down here, moves as a hand does, mouse up on the other, where it may linger:
        two programs have to agree first on what is dropped."""
        (x0, y0), (x1, y1) = self.point(), other.point(x, y)
        steps = 15
        xdotool('mousemove', x0, y0, 'mousedown', 1)
        try:
            for i in range(1, steps + 1):
                xdotool('mousemove', round(x0 + (x1 - x0) * i / steps), round(y0 + (y1 - y0) * i / steps),
                        'sleep', 0.03)
            for i in range(linger):
                xdotool('mousemove', x1 + i % 2, y1, 'sleep', 0.05)
        finally:
            xdotool('mouseup', 1)
        return self

    def reach(self, key='Down', presses=40):
        """Presses a key until it has the focus: GTK 4.8 gives it to nobody who only asks."""
        if self.is_('focused'):
            return self
        before = self.app.focused_now()
        for _ in range(presses):
            self.app.key(key)
            with contextlib.suppress(Missing):
                wait_for(lambda: self.is_('focused') or before and not before.is_('focused'), 'the focus', 0.3)
            before = self.app.focused_now()
            if before == self or self.is_('focused'):
                return self
        raise Missing(f'the focus does not come to {self!r} by {key}')

    def choose(self, item):
        """Opens the menu of a menu button and chooses an item; a menu may close when
        the window manager still has something to do. A key goes to the menu until it is gone."""
        for _ in range(4):
            self.click()
            with contextlib.suppress(Missing):
                self.app.find('menu item', item, seconds=2).click()
                break
        else:
            raise Missing(f'menu item “{item}” of {self!r}')
        self.app.wait_gone('menu item', item)

    def tree(self, depth=0, out=None):
        """What is there, for those who read why a test failed."""
        out = [] if out is None else out
        # Boxes that only hold others say nothing.
        says = not (self.role in ('panel', 'filler') and self.name in ('', 'GtkStackPage', 'AdwGizmo'))
        if says:
            width, height = self.size
            out.append(f'{"  " * depth}{self.role} “{self.name}” {width}×{height}')
        for child in self.children:
            if child.visible:
                child.tree(depth + says, out)
        return out


class App(Node):
    """The running program. What it keeps is in .home until the test is over."""

    def __init__(self, screen, *arguments, home=None, library=None, environment=None, program=None):
        self.display = screen
        self.home = home if home is not None else pathlib.Path(tempfile.mkdtemp(dir=screen.folder))
        self.library = library if library is not None else self.home / 'data/plenum/library.db'
        self.arguments = [str(argument) for argument in arguments]
        self.program = str(program or PROGRAM)
        self.extra = environment or {}
        self.app = self
        self.process = None
        self._log = None
        self.program_name, self.path = None, None

    def environment(self):
        settings = self.home / 'config/gtk-4.0/settings.ini'
        settings.parent.mkdir(parents=True, exist_ok=True)
        settings.write_text('[Settings]\ngtk-font-name=Cantarell 11\ngtk-enable-animations=0\n'
                            'gtk-cursor-blink=0\ngtk-decoration-layout=:close\n')
        (self.home / 'data').mkdir(exist_ok=True)
        return {
            **self.display.environment,
            'HOME': str(self.home), 'XDG_CONFIG_HOME': str(self.home / 'config'),
            'XDG_DATA_HOME': str(self.home / 'data'), 'XDG_CACHE_HOME': str(self.home / 'cache'),
            'GDK_BACKEND': 'x11', 'GSK_RENDERER': 'cairo', 'GTK_A11Y': 'atspi',
            'GSETTINGS_BACKEND': 'keyfile', 'GSETTINGS_SCHEMA_DIR': str(BUILD / 'data'),
            'GTK_USE_PORTAL': '0', 'ADW_DISABLE_PORTAL': '1', 'G_DEBUG': 'fatal-criticals',
            'PLENUM_LOCALE_DIR': str(BUILD / 'po'),
            **{key: os.environ[key] for key in ('ASAN_OPTIONS', 'UBSAN_OPTIONS', 'XDG_DATA_DIRS') if key in os.environ},
            **self.extra,
        }

    def start(self):
        self._log = open(self.home / 'log', 'a+', encoding='utf-8')
        self.process = subprocess.Popen([self.program, *self.arguments], env=self.environment(),
                                        stdin=subprocess.DEVNULL, stdout=self._log, stderr=self._log,
                                        start_new_session=True, preexec_fn=die_with_us)
        self.program_name, self.path = wait_for(self._find_self, 'the program on the accessibility bus')
        self.find('frame')
        # Popovers close, and keys go nowhere, while another window is in front.
        wait_for(lambda: xdotool('getactivewindow', 'getwindowpid').strip() == str(self.process.pid),
                 'its window in front')
        return self

    def _find_self(self):
        if self.process.poll() is not None:
            raise Missing(f'the program left with {self.process.returncode}: {self.log()[-2000:]}')
        return self.display.reader.find_program(self.process.pid)

    @property
    def visible(self):
        return True

    @property
    def size(self):
        return self.display.width, self.display.height

    def window(self):
        """The window in front, by its number."""
        return wait_for(lambda: xdotool('getactivewindow').strip(), 'a window in front')

    def wait_window(self, name, seconds=WAIT):
        """Until the keys go to the window of that name."""
        wait_for(lambda: xdotool('getactivewindow', 'getwindowname').strip() == name, f'the window “{name}” in front', seconds)
        return wait_for(lambda: next((n for n in self.children if n.name == name), None), f'the window “{name}”')

    def windows(self):
        """Numbers of the visible windows of the program."""
        found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(self.process.pid), '--name', '.*'],
                               capture_output=True, text=True).stdout.split()
        return found

    def geometry(self, window=None):
        """Left, top, width and height of a window."""
        shell = xdotool('getwindowgeometry', '--shell', window or self.window())
        values = dict(line.split('=') for line in shell.split())
        return tuple(int(values[key]) for key in ('X', 'Y', 'WIDTH', 'HEIGHT'))

    def brightness(self):
        """Of the window in front, from 0 to 255."""
        return self.display.brightness(*self.geometry())

    def window_origin(self, node):
        """Where the window that a node is in begins; GTK's own count leaves its frame out."""
        top = node
        while top.role not in ('frame', 'dialog', 'window') and top.path != self.path:
            top = top.parent
        for window in self.windows():
            name = xdotool('getwindowname', window).strip()
            if name == top.name:
                left, upper, _, _ = self.geometry(window)
                return left, upper
        left, upper, _, _ = self.geometry()
        return left, upper

    def resize(self, width, height=None):
        window = self.window()
        xdotool('windowsize', window, width, height or self.display.height)
        wait_for(lambda: self.geometry(window)[2] == width, f'a window {width} wide')
        return self

    def key(self, *keys):
        xdotool('key', '--delay', 15, *keys)
        return self

    def type(self, text):
        xdotool('type', '--delay', 8, text)
        return self

    def focused(self):
        """What the keys go to."""
        return wait_for(self.focused_now, 'something focused')

    def focused_now(self):
        """What the keys go to, or None while the focus moves."""
        return next((node for node in self.look(state='focused')
                     if node.role not in ('frame', 'dialog', 'window', 'application')), None)

    def log(self):
        self._log.flush()
        return (self.home / 'log').read_text(encoding='utf-8', errors='replace')

    def complaints(self):
        return [line for line in self.log().splitlines()
                if re.search(r'CRITICAL|WARNING|ERROR|runtime error', line) and not HARMLESS.search(line)]

    def kill(self):
        """As a power cut would."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def quit(self):
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(5)
            except subprocess.TimeoutExpired:
                self.kill()

    def restart(self):
        self.quit()
        return self.start()


def make_library(path, workshops=0, *more):
    """A library with sample workshops, always the same ones."""
    path = pathlib.Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run([str(SAMPLE), str(path), str(workshops), *map(str, more)], check=True,
                   env={**os.environ, 'XDG_DATA_HOME': str(path.parent)})
    return path


def plenum_cli(library, *arguments):
    """What it says, read from its JSON."""
    call = [BUILD / 'src/cli/plenum-cli', '--library', library, '--json', *arguments]
    return json.loads(subprocess.run(call, check=True, capture_output=True).stdout)


@functools.cache
def locale(name='de_DE.UTF-8', language=None):
    """Variables for a language, whose locale is made in the build folder if need be."""
    folder = BUILD / 'tests/ui/locale'
    if not (folder / name).is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        scratch = folder / f'{name}.{os.getpid()}'
        subprocess.run(['localedef', '--no-archive', '-i', name.split('.')[0], '-f', 'UTF-8', str(scratch)], check=True,
                       stderr=subprocess.DEVNULL)
        with contextlib.suppress(OSError):
            scratch.rename(folder / name)
        shutil.rmtree(scratch, ignore_errors=True)
    return {'LOCPATH': str(folder), 'LC_ALL': name, 'LANGUAGE': language or name.split('_')[0]}


def skip_reason():
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if missing:
        return 'not installed: ' + ', '.join(missing)
    try:
        import gi
        gi.require_version('Atspi', '2.0')
    except (ImportError, ValueError):
        return 'not installed: python3-gi, gir1.2-atspi-2.0'
    return None


def _run_one(screen, test):
    options = getattr(test, 'options', {})
    app = App(screen, **{key: value() if callable(value) else value for key, value in options.items()
                          if key in ('environment', 'library', 'home')})
    problem = None
    try:
        if 'workshops' in options:
            make_library(app.library, options['workshops'])
        if options.get('start', True):
            app.start()
        test(app)
        complaints = app.complaints() if app._log is not None else []
        if complaints:
            problem = 'the program complained:\n' + '\n'.join(complaints)
    except Exception:
        problem = traceback.format_exc()
        with contextlib.suppress(Exception):
            picture = screen.picture(PICTURES / 'failed' / f'{test.__name__}.png')
            picture.with_suffix('.txt').write_text('\n'.join(app.tree()) + '\n', encoding='utf-8')
            problem += f'\npicture: {picture}\nwhat there was: {picture.with_suffix(".txt")}'
        with contextlib.suppress(Exception):
            problem += '\nlog:\n' + app.log()[-3000:]
    finally:
        app.quit()
        if app._log is not None:
            app._log.close()
        shutil.rmtree(app.home, ignore_errors=True)
    return problem


def options(**values):
    """Before a test: environment (or a function that returns it), workshops (how many
    sample workshops the library has), start (False: the test starts the program)."""
    def set_options(test):
        test.options = values
        return test
    return set_options


def main(*tests, width=1280, height=800):
    """Runs each test with a program of its own and prints TAP; arguments choose tests by name."""
    reason = skip_reason()
    if reason is not None:
        print(f'1..0 # SKIP {reason}')
        return
    chosen = [test for test in tests if not sys.argv[1:] or test.__name__ in sys.argv[1:]]
    failed = 0
    print(f'1..{len(chosen)}', flush=True)
    with Display(width, height) as screen:
        for number, test in enumerate(chosen, 1):
            began = time.monotonic()
            problem = _run_one(screen, test)
            title = (inspect.getdoc(test) or test.__name__).splitlines()[0]
            print(f'{"ok" if problem is None else "not ok"} {number} {title} ({time.monotonic() - began:.1f} s)')
            for line in (problem or '').splitlines():
                print('#', line)
            sys.stdout.flush()
            failed += problem is not None
    sys.exit(1 if failed else 0)
