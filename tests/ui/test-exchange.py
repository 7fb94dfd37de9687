#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files in: by the menu, with a look at what is in them before anything changes."""
import contextlib

import harness
from harness import re
from scenes_boards import make_board, open_board

TABLE = 'id;text;thema\n1;Mehr Bänke im Park;Stadtgrün\n2;Werkzeuge teilen;Nachbarschaft\n'


def open_menu_item(app, name):
    app.find('push button', 'Main menu').find('push button', 'Main menu').choose(name)


def choose_file(app, path):
    """In the platform's file chooser, whose entry for a path opens with a slash."""
    app.wait_window('Import')
    app.type(str(path))
    app.key('Return')


def test_import_by_menu(app):
    """A table comes in by the menu, is looked at first, and goes by one undo"""
    path = app.home / 'ideen.csv'
    path.write_text(TABLE, encoding='utf-8')
    open_menu_item(app, re.compile('^Import'))
    choose_file(app, path)
    app.find('label', 'Columns')
    app.find('label', re.compile('Mehr Bänke im Park'))
    app.find('push button', 'Import').click()
    app.find('list item', re.compile('ideen', re.I))
    app.find('label', '2 ideas')
    app.key('ctrl+z')
    app.find('label', 'Bring the whole room together')


@contextlib.contextmanager
def file_manager(app, path):
    """Where a file can be dragged from, at the lower right of the screen."""
    files = harness.App(app.display, path, program=harness.BUILD / 'tests/ui/file-drag')
    try:
        files.start()
        left = app.display.width - 220
        harness.xdotool('windowmove', files.window(), left, app.display.height - 140)
        harness.wait_for(lambda: abs(files.geometry()[0] - left) < 40, 'the file manager at the right')
        yield files.find('label', str(path))
    finally:
        files.quit()


@harness.options(start=False)
def test_drop(app):
    """A file that is dropped on any view is looked at first, then taken in"""
    path = app.home / 'ideen.csv'
    path.write_text(TABLE, encoding='utf-8')
    make_board(app.library)
    app.start()
    app.resize(1000, 600)
    open_board(app)
    for view, target in (('boards', ('panel', 'Offene Fragen')), ('participants', (None, re.compile('Ayşe Demir'))),
                         ('voting', ('push button', 'Dots'))):
        app.key(f'alt+{1 + ("boards", "participants", "voting").index(view)}')
        node = app.find(*target)
        with file_manager(app, path) as file:
            file.drag_to(node, linger=4)
            app.find('label', 'Columns')
        app.find('push button', 'Cancel').click()
        app.wait_gone('label', 'Columns')


def test_damaged_file(app):
    """A file that is damaged is refused with the place, and changes nothing"""
    path = app.home / 'kaputt.plenum.json'
    path.write_text('{"format":"plenum-bundle","version":1,', encoding='utf-8')
    open_menu_item(app, re.compile('^Import'))
    choose_file(app, path)
    app.find('label', 'Nothing was imported')
    app.find('label', re.compile(re.escape('kaputt.plenum.json') + ':[0-9]+'))
    app.find('push button', 'Close')
    app.key('Escape')
    app.find('label', 'Bring the whole room together')


harness.main(test_import_by_menu, test_drop, test_damaged_file)
