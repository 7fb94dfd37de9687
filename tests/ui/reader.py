# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader is told, asked for over its bus.

GTK answers for everything it was asked about before in one call, a hundred times
faster than thing by thing; only what is new has to be asked about by itself. Nothing
is remembered from one look to the next."""
import ast
import collections
import re

ROOT = '/org/a11y/atspi/accessible/root'
TIMEOUT = 30_000

# One thing as it is at one moment.
Item = collections.namedtuple('Item', 'parent index n_children interfaces name role description states')


# How GLib writes one item of the answer for all: a hundred times faster to read than
# the values one by one.
TEXT = r"""('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
ITEM = re.compile(r"\(\('[^']*', '([^']*)'\), \('[^']*', '[^']*'\), \('[^']*', '([^']*)'\), (-?\d+), (-?\d+), "
                  rf"\[([^\]]*)\], {TEXT}, (\d+), {TEXT}, \[(\d+), (\d+)\]\)")


def first_label(name):
    """GTK 4.8 says the label of a button twice, once with its underscore."""
    for i, letter in enumerate(name):
        if letter == ' ' and name[:i].replace('_', '') == name[i + 1:]:
            return name[i + 1:]
    return name


def read_text(text):
    """What GLib wrote as a string."""
    return ast.literal_eval(text) if '\\' in text else text[1:-1]


class Reader:
    """A connection to the accessibility bus of a session."""

    def __init__(self, session):
        # Only here, so that tests can say that it is missing.
        from gi.repository import Gio, GLib
        self.GLib = GLib
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self.connection = Gio.DBusConnection.new_for_address_sync(session, flags, None, None)
        address, = self.call('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress')
        self.connection = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)

    def call(self, name, path, interface, method, signature='()', *arguments):
        return self.connection.call_sync(name, path, interface, method, self.GLib.Variant(signature, arguments), None,
                                         0, TIMEOUT, None).unpack()

    def ask(self, place, interface, method, signature='()', *arguments):
        """Calls what a thing at a place can do; a place is a name on the bus and a path."""
        return self.call(*place, 'org.a11y.atspi.' + interface, method, signature, *arguments)[0]

    def children_of_all(self, program, paths):
        """Asks for the children of many things at once; what has gone has none."""
        children = {}

        def answered(connection, result, path):
            try:
                children[path] = [child for _, child in connection.call_finish(result).unpack()[0]]
            except self.GLib.Error:
                children[path] = []

        for path in paths:
            self.connection.call(program, path, 'org.a11y.atspi.Accessible', 'GetChildren', None, None, 0, TIMEOUT,
                                 None, answered, path)
        while len(children) < len(paths):
            self.GLib.MainContext.default().iteration(True)
        return children

    def read_all(self, program):
        """All that is known of a program, by path."""
        answer = self.connection.call_sync(program, '/org/a11y/atspi/cache', 'org.a11y.atspi.Cache', 'GetItems',
                                           None, None, 0, TIMEOUT, None)
        return {path: Item(parent, int(index), int(n_children), interfaces, first_label(read_text(name)), int(role),
                           read_text(description), int(low) | int(high) << 32)
                for path, parent, index, n_children, interfaces, name, role, description, low, high
                in ITEM.findall(answer.print_(False))}

    def get(self, place, interface, member):
        return self.call(*place, 'org.freedesktop.DBus.Properties', 'Get', '(ss)',
                         'org.a11y.atspi.' + interface, member)[0]

    def children(self, place):
        return [tuple(child) for child in self.ask(place, 'Accessible', 'GetChildren')]

    def find_program(self, pid):
        """The place of a running program's root."""
        for name, path in self.children(('org.a11y.atspi.Registry', ROOT)):
            if self.call('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus',
                         'GetConnectionUnixProcessID', '(s)', name)[0] == pid:
                return name, path
        return None

    def size(self, place):
        _, _, width, height = self.ask(place, 'Component', 'GetExtents', '(u)', 1)
        return width, height

    def read(self, place):
        """One thing by itself."""
        low, high = self.ask(place, 'Accessible', 'GetState')
        return Item(self.get(place, 'Accessible', 'Parent')[1], 0, self.get(place, 'Accessible', 'ChildCount'),
                    self.ask(place, 'Accessible', 'GetInterfaces'),
                    first_label(self.get(place, 'Accessible', 'Name')), self.ask(place, 'Accessible', 'GetRole'),
                    self.get(place, 'Accessible', 'Description'), low | high << 32)


class Look:
    """A program's things, all as they are now."""

    def __init__(self, reader, program):
        self.reader, self.program, self.sizes, self.below = reader, program, {}, {}
        self.items, asked, news = reader.read_all(program), {}, True
        unknown = self._complete(asked)
        while unknown and news:
            news = False
            # To be asked for it is what makes a thing known, and then all below it.
            while unknown:
                found = reader.children_of_all(program, unknown)
                asked.update(found)
                unknown = {child for children in found.values() for child in children
                           if child not in self.items and child not in asked}
                news = news or bool(unknown)
            if news:
                self.items = reader.read_all(program)
            unknown = self._complete(asked)

    def _complete(self, asked):
        """Finds the children of all; returns those things whose children are not all known."""
        below = collections.defaultdict(list)
        for path, item in self.items.items():
            below[item.parent].append(path)
        unknown = set()
        for path, item in self.items.items():
            children = below[path]
            if path == ROOT or len(children) != item.n_children:
                if path not in asked:
                    unknown.add(path)
                children = asked.get(path, children)
            elif len(children) > 1:
                children.sort(key=lambda child: self.items[child].index)
            self.below[path] = children
        return unknown

    def item(self, path):
        if path not in self.items:
            self.items[path] = self.reader.read((self.program, path))
        return self.items[path]

    def children(self, path):
        return self.below.get(path, [])

    def has_size(self, path):
        if path not in self.sizes:
            # A page of a stack is there, and has no place of its own.
            self.sizes[path] = ('org.a11y.atspi.Component' not in self.item(path).interfaces
                                or min(self.reader.size((self.program, path))) > 0)
        return self.sizes[path]

    def walk(self, path, is_shown, above=()):
        """A thing and all below it, in the order of the tree, each with what is above it."""
        yield path, above
        above = (*above, path)
        for child in self.children(path):
            if is_shown(child):
                yield from self.walk(child, is_shown, above)
