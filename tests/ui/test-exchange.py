#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files in and out: by the menu, with a look at what is in them before anything changes;
workshops duplicated and archived; copies of the library."""
import contextlib
import pathlib
import stat
import subprocess

import harness
from harness import re
from scenes_boards import FIRST_CARD, WORKSHOP, make_board, open_board
from scenes_import import HERE, THERE, incoming_bundle, make_incoming

CLI = harness.BUILD / 'src/cli/plenum-cli'
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
        app.key(f'alt+{2 + ("boards", "participants", "voting").index(view)}')
        node = app.find(*target)
        with file_manager(app, path) as file:
            file.drag_to(node, linger=4)
            app.find('label', 'Columns')
        app.find('push button', 'Cancel').click()
        app.wait_gone('label', 'Columns')


def records(path):
    """What a bundle holds, without the line that says when and where it was made."""
    return path.read_text(encoding='utf-8').splitlines()[1:-1]


def workshop_menu(app, title, item):
    app.find('list item', title).mouse(button=3)
    app.find('menu item', item).click()


def open_copy(app):
    """The only copy there is, by the menu, in a window of its own."""
    open_menu_item(app, re.compile('^Open an Old'))
    dialog = app.wait_window('Open an Old Copy')
    dialog.find('list item', re.compile('[0-9]{4}, [0-9:]+')).click()
    harness.wait_for(lambda: '(copy of ' in harness.xdotool('getactivewindow', 'getwindowname'), 'the copy in front')
    return app.wait_window(harness.xdotool('getactivewindow', 'getwindowname').strip())


@harness.options(start=False)
def test_menu_of_a_workshop(app):
    """A workshop is exported as plenum-cli reads it back, duplicated, archived, and each of it undone"""
    make_board(app.library)
    app.start()
    bundle, other = app.home / 'werkstatt.plenum.json', app.home / 'other.plenum.json'
    app.find('list item', WORKSHOP).reach()
    app.key('Menu')
    app.find('menu item', re.compile('^Export')).click()
    app.wait_window('Export Workshop')
    app.find('check box', 'Everything').click()
    app.find('push button', re.compile('Export')).click()
    app.find('push button', 'Save')
    app.key('ctrl+a')
    app.type(str(bundle))
    app.key('Return')
    app.find('label', f'“{WORKSHOP}” exported to {bundle.name}')
    again = app.home / 'again.db'
    subprocess.run([CLI, '--library', again, '--quiet', 'import', bundle], check=True)
    subprocess.run([CLI, '--library', again, '--quiet', 'export', '--all', '-o', other], check=True)
    assert records(bundle) == records(other)

    workshop_menu(app, WORKSHOP, 'Duplicate')
    app.find('label', f'“{WORKSHOP}” duplicated, without people and ballots')
    app.find('list item', f'{WORKSHOP} (copy)')
    app.key('ctrl+z')
    app.wait_gone('list item', f'{WORKSHOP} (copy)')

    workshop_menu(app, WORKSHOP, 'Archive')
    app.find('label', 'All Workshops Are in the Archive')
    app.find('label', 'Archived').mouse()
    workshop_menu(app, WORKSHOP, 'Back from the Archive')
    app.find('label', f'“{WORKSHOP}” is back from the archive')
    app.find('label', 'The Archive Is Empty')
    app.key('ctrl+z')
    app.find('list item', WORKSHOP)


@harness.options(start=False)
def test_cancel_and_copy(app):
    """A long import that is cancelled changes nothing, and the copy made before it opens by the menu"""
    make_board(app.library)
    before = harness.plenum_cli(app.library, 'idea', 'list', WORKSHOP)
    path = app.home / 'lang.csv'
    path.write_text('id;text\n' + ''.join(f'{n};Vorschlag {n} für den Platz\n' for n in range(200000)), encoding='utf-8')
    app.start()
    app.find('list item', WORKSHOP)
    open_menu_item(app, re.compile('^Import'))
    choose_file(app, path)
    app.find('label', 'Columns', seconds=30)
    app.find('push button', 'Import').click()
    copies = app.library.with_name(app.library.name + '-copies')
    harness.wait_for(lambda: list(copies.glob('*.db')), 'a copy before the import')
    app.find('push button', 'Cancel').click()
    app.wait_gone('push button', 'Cancel')
    assert [workshop['title'] for workshop in harness.plenum_cli(app.library, 'workshop', 'list')] == [WORKSHOP]
    assert harness.plenum_cli(app.library, 'idea', 'list', WORKSHOP) == before
    assert not app.look('list item', re.compile('lang'))

    app.find('list item', WORKSHOP).reach()
    app.key('Delete')
    app.find('label', 'Bring the whole room together')
    copy = open_copy(app)
    copy.find('label', re.compile('^This is the copy of .*stays as it is'))
    assert not copy.find('push button', 'New workshop').is_('sensitive')
    row = copy.find('list item', WORKSHOP).reach()
    app.key('Delete')
    copy.find('label', re.compile('^This is an old copy, which stays as it is'))
    row.mouse(button=3)
    copy.find('menu item', 'Bring Back').click()
    window = app.wait_window(WORKSHOP)
    window.find('label', 'The workshop is back in your library')
    window.find('list item', FIRST_CARD)
    assert harness.plenum_cli(app.library, 'idea', 'list', WORKSHOP)[0].keys() == before[0].keys()
    texts = [[idea['text'] for idea in ideas] for ideas in (harness.plenum_cli(app.library, 'idea', 'list', WORKSHOP), before)]
    assert texts[0] == texts[1], texts
    app.key('ctrl+z')
    window = app.wait_window('Plenum')
    window.find('label', 'Bring the whole room together')
    app.key('ctrl+shift+z')
    window.find('list item', WORKSHOP)

    # It was laid out where nobody else may look, and goes with the program.
    place, = pathlib.Path(app.environment()['XDG_RUNTIME_DIR']).glob('plenum-copy-*')
    assert stat.S_IMODE(place.stat().st_mode) == 0o700
    app.key('ctrl+q')
    app.process.wait(5)
    assert not place.exists()


def look_only(app, copy):
    """Nothing in the workshop of a copy looks as if it could be changed, and no key changes it."""
    card = copy.find('list item', FIRST_CARD)
    card.mouse()
    card.wait_state('focused')
    app.key('F2', 'Delete', 'm', 'ctrl+x', 'ctrl+v')
    assert not copy.look('text', 'New idea') and not copy.look('text', 'Text of the card')
    card.mouse(button=3)
    for item, sensitive in (('Details', True), ('Copy', True), ('Edit', False), ('Delete', False), ('Paste', False)):
        assert copy.find('menu item', item).is_('sensitive') == sensitive, item
    app.key('Escape')
    card.wait_state('focused')
    app.key('ctrl+Return')
    copy.find('label', 'Details of the card')
    for field in ('Kind', 'Author'):
        assert not copy.find('combo box', field).is_('sensitive'), field
    assert not copy.look('text', 'Add a comment')
    app.key('alt+3')
    copy.find(None, re.compile('Ayşe Demir'))
    assert not copy.look('text', re.compile('^New person'))
    assert not copy.find('push button', 'Check in').is_('sensitive')
    app.key('alt+4')
    assert not copy.find(None, 'Ways to vote').is_('sensitive')
    app.key('alt+2')
    copy.find('list item', FIRST_CARD)
    assert not copy.look('label', re.compile('This is an old copy')), 'an attempt to change it was made'


@harness.options(start=False)
def test_second_from_copy(app):
    """A workshop that is still there comes from the copy as a second one, told by its day"""
    make_board(app.library)
    path = app.home / 'viele.csv'
    path.write_text('id;text\n' + ''.join(f'{n};Vorschlag {n}\n' for n in range(120)), encoding='utf-8')
    subprocess.run([CLI, '--library', app.library, '--quiet', 'import', path], check=True)
    app.start()
    app.find('list item', re.compile('viele'))
    copy = open_copy(app)
    assert not copy.look('list item', re.compile('viele'))
    copy.find('list item', WORKSHOP).mouse()
    look_only(app, copy)
    copy.find('push button', 'Bring Back').click()
    app.find('label', 'Bring Back as a Second Workshop?')
    app.find('label', re.compile(f'has a workshop “{WORKSHOP}”'))
    app.key('Return')
    harness.wait_for(lambda: len(harness.plenum_cli(app.library, 'workshop', 'list')) == 3, 'a third workshop')
    titles = [workshop['title'] for workshop in harness.plenum_cli(app.library, 'workshop', 'list')]
    assert WORKSHOP in titles and any(re.fullmatch(re.escape(WORKSHOP) + r' \(copy of \d+ \w+ \d{4}\)', title) for title in titles), titles


@harness.options(start=False)
def test_bundle_is_looked_at_first(app):
    """What of a bundle is new, changed, there already and in conflict is said before anything is written"""
    make_incoming(app.library)
    before = harness.plenum_cli(app.library, 'idea', 'list', WORKSHOP)
    texts = lambda: [idea['text'] for idea in harness.plenum_cli(app.library, 'idea', 'list', WORKSHOP)]
    assert HERE in texts()
    history = harness.plenum_cli(app.library, 'history', WORKSHOP)
    app.start()
    app.find('list item', WORKSHOP)
    open_menu_item(app, re.compile('^Import'))
    choose_file(app, incoming_bundle(app.library))
    app.find('label', '1 text differs from what is here; both are kept')
    app.find('label', f'1 new · 1 changed · {len(before) - 1} unchanged')
    app.find('push button', 'Cancel').click()
    app.wait_gone('label', re.compile('both are kept'))
    assert harness.plenum_cli(app.library, 'idea', 'list', WORKSHOP) == before
    assert harness.plenum_cli(app.library, 'history', WORKSHOP) == history

    open_menu_item(app, re.compile('^Import'))
    choose_file(app, incoming_bundle(app.library))
    app.find('label', '1 text differs from what is here; both are kept')
    app.find('push button', 'Import').click()
    app.find('label', re.compile('records imported or updated'))
    harness.wait_for(lambda: THERE in texts() and HERE not in texts(), 'the later text in the library')
    assert len(texts()) == len(before) + 1

    # The same again: there is nothing to do.
    open_menu_item(app, re.compile('^Import'))
    choose_file(app, incoming_bundle(app.library))
    app.find('label', 'Nothing is new: all of this is in the library already.')
    assert not app.look('label', re.compile(' new · '))


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


harness.main(test_import_by_menu, test_drop, test_menu_of_a_workshop, test_cancel_and_copy, test_second_from_copy,
             test_bundle_is_looked_at_first, test_damaged_file)
