#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The frame: from the first start to a workshop, and back again whatever was done."""
import contextlib

import harness
from focus import tab
from harness import re


def new_workshop(app, title):
    """By the menu, the keys, or the large button: all lead to the same form."""
    dialog = app.wait_window('New Workshop')
    app.type(title)
    dialog.find('text', 'Title').wait_text(title)
    return dialog


def test_first_start(app):
    """The first start leads to a first workshop from a template"""
    app.find('label', 'Bring the whole room together')
    assert len([n for n in app.find('table', 'Templates').children]) >= 4
    app.find('push button', 'New Workshop').click()
    dialog = new_workshop(app, 'Müll im Kiez: wäre es nicht schön?')
    dialog.find('table', 'Templates').find('table cell', 'World Café').mouse()
    dialog.find('push button', 'Create').click()
    app.find('frame', 'Müll im Kiez: wäre es nicht schön?')
    app.find('label', 'Table rounds')
    app.find('label', 'Harvest')


def test_undo_of_everything(app):
    """What was just done is undone, step by step, and done again"""
    app.key('ctrl+n')
    new_workshop(app, 'Erster Versuch')
    app.key('Return')
    app.find('frame', 'Erster Versuch')
    app.key('ctrl+l')
    app.find('list item', 'Erster Versuch').reach()
    app.key('F2')
    dialog = app.wait_window('Edit Workshop')
    entry = dialog.find('text', 'Title').wait_text('Erster Versuch')
    app.key('ctrl+a')
    app.type('Zweiter Versuch')
    # The entry has something to take back itself, and comes first.
    app.key('ctrl+z')
    harness.wait_for(lambda: entry.text != 'Zweiter Versuch', 'the entry to take back what was typed')
    app.key('ctrl+a')
    app.type('Zweiter Versuch')
    dialog.find('push button', 'Save').click()
    app.find('list item', 'Zweiter Versuch').reach()
    app.key('Delete')
    app.wait_gone('list item', 'Zweiter Versuch')
    app.find('push button', 'Undo').click()
    app.find('list item', 'Zweiter Versuch')
    app.key('ctrl+z')
    app.find('list item', 'Erster Versuch')
    app.key('ctrl+z')
    app.find('label', 'Bring the whole room together')
    app.key('ctrl+shift+z')
    app.find('list item', 'Erster Versuch')


def test_states(app):
    """By the keyboard a workshop is started, finished, and all of it taken back"""
    app.key('ctrl+n')
    new_workshop(app, 'Ein Tag')
    app.key('Return')
    app.find('frame', 'Ein Tag')
    app.key('ctrl+l')
    for item, state in (('Start', 'Running'), ('Finish', 'Finished'), ('Start Again', 'Running'), ('Set Back to Planned', 'Planned')):
        app.find('list item', 'Ein Tag').reach()
        app.key('shift+F10')
        app.find('menu item', item).click()
        app.find('list item', 'Ein Tag').find('label', state)
    for state in ('Running', 'Finished', 'Running', 'Planned'):
        app.key('ctrl+z')
        app.find('list item', 'Ein Tag').find('label', state)


def test_preferences_and_export(app):
    """Preferences open by their key and say where the library is; the choices of the export have a name"""
    app.key('ctrl+comma')
    window = app.wait_window('Preferences')
    window.find('label', 'Light or dark')
    window.find('label', re.compile('library.db'))
    app.key('Escape')
    app.wait_window('Plenum')
    app.key('ctrl+n')
    new_workshop(app, 'Ein Tag')
    app.key('Return')
    app.find('frame', 'Ein Tag')
    app.key('ctrl+l')
    app.find('list item', 'Ein Tag').reach()
    app.key('shift+F10')
    app.find('menu item', 'Export…').click()
    app.find('list', 'What the file says about people')


def without_help_viewer(app):
    """A desktop on which nothing opens help, whatever is installed."""
    path = app.home / 'config/mimeapps.list'
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text('[Removed Associations]\nx-scheme-handler/help=yelp.desktop;\n')


@harness.options(start=False)
def test_help_and_style(app):
    """F1 says what is missing where no help viewer is; dark, once chosen, is dark after a restart"""
    without_help_viewer(app)
    app.start()
    app.find('label', 'Bring the whole room together')
    app.key('F1')
    app.find('label', 'To read the help, please install the help viewer “Yelp”.')
    assert app.process.poll() is None

    harness.wait_for(lambda: app.brightness() > 180, 'a light window')
    app.key('ctrl+comma')
    window = app.wait_window('Preferences')
    window.find('combo box', 'Light or dark').click()
    window.find('label', 'Dark').mouse()
    harness.wait_for(lambda: app.brightness() < 80, 'a dark window')
    # The menu may take the first Escape while it is still closing.
    for _ in range(2):
        app.key('Escape')
        with contextlib.suppress(harness.Missing):
            app.wait_window('Plenum', 3)
            break
    app.wait_window('Plenum')
    app.restart()
    app.find('label', 'Bring the whole room together')
    harness.wait_for(lambda: app.brightness() < 80, 'a window that is dark again')
    app.key('ctrl+comma')
    harness.wait_for(lambda: app.wait_window('Preferences').find('combo box', 'Light or dark').look('label', 'Dark'), 'dark chosen')


def steps(window):
    """What the history lists, without the times."""
    return [re.sub(', [0-9]{2}:[0-9]{2}', '', node.name) for node in window.look('list item') if node.name]


def wait_steps(window, *expected):
    harness.wait_for(lambda: steps(window) == list(expected), f'{expected}, not {steps(window)}')


def test_history(app):
    """The history lists what was done, follows, and leads back to any of it and forth again"""
    app.key('ctrl+n')
    new_workshop(app, 'Rückblick')
    app.key('Return')
    frame = app.find('frame', 'Rückblick')
    for idea in ('Eins', 'Zwei'):
        entry = app.find('panel', 'Ideas').find('text', 'New idea')
        entry.mouse()
        app.type(idea)
        app.key('Return')
        app.find('list item', idea)
    app.find('push button', 'Undo: Add card “Zwei”')
    app.key('ctrl+h')
    window = app.wait_window('History')
    made = 'Add workshop “Rückblick”'
    wait_steps(window, 'Add card “Zwei”, You are here', 'Add card “Eins”', made)
    window.find('list item', re.compile('Eins')).find('push button', 'Undo back to here').click()
    wait_steps(window, 'Add card “Zwei”, Undone', 'Add card “Eins”, You are here', made)
    assert not frame.look('list item', 'Zwei') and frame.look('list item', 'Eins')

    # By keys: the list has the focus, Enter leads to where it is.
    window.find('list item', re.compile('Zwei')).reach('Up')
    app.key('Return')
    wait_steps(window, 'Add card “Zwei”, You are here', 'Add card “Eins”', made)
    frame.find('list item', 'Zwei')
    app.key('ctrl+z', 'ctrl+z')
    wait_steps(window, 'Add card “Zwei”, Undone', 'Add card “Eins”, Undone', made + ', You are here')
    app.key('Escape')
    app.wait_window('Rückblick')
    frame.find('panel', 'Ideas').find('text', 'New idea').mouse()
    app.type('Drei')
    app.key('Return', 'ctrl+h')
    window = app.wait_window('History')
    for_good = ', Undone for good: something else was done after that'
    wait_steps(window, 'Add card “Drei”, You are here', 'Add card “Zwei”' + for_good, 'Add card “Eins”' + for_good, made)
    # From the one where one is Tab leads out of the list, and back to it.
    window.find('list item', re.compile('Drei')).wait_state('focused')
    tab(app, 'Undo: .*')
    tab(app, 'Add card “Drei”.*', 'shift+Tab')


@harness.options(workshops=12)
def test_tab(app):
    """A list is one stop for Tab: through what is in its row, and out of it again"""
    sidebar = app.find('list', 'Library')
    app.find('list item', 'World Café Bildung').reach()
    tab(app, 'Menu of this workshop')
    tab(app, 'World Café Bildung', 'shift+Tab')
    tab(app, 'Menu of this workshop')
    app.key('Tab')
    harness.wait_for(lambda: app.focused().parent == sidebar, 'the focus on the next list')
    tab(app, 'Undo: .*')
    app.key('shift+Tab')
    harness.wait_for(lambda: app.focused().parent == sidebar, 'the focus on the list before')
    tab(app, 'World Café Bildung', 'shift+Tab')
    tab(app, 'Main menu', 'shift+Tab')


@harness.options(workshops=12)
def test_search(app):
    """Search finds what is in the archive too, and folds German letters"""
    app.find('list item', 'World Café Bildung')
    app.key('ctrl+f')
    app.type('koeln')
    app.wait_gone('list item', 'World Café Bildung')
    app.find('list item', 'Beteiligung am Radverkehr')
    app.key('Escape')
    app.find('list item', 'World Café Bildung')


@harness.options(workshops=12)
def test_kill(app):
    """After a power cut nothing is lost and the workshop is open again"""
    app.find('list item', 'World Café Bildung').mouse()
    app.find('frame', 'World Café Bildung')
    app.kill()
    app.start()
    app.find('frame', 'World Café Bildung')
    app.find('push button', 'All workshops').click()
    app.find('list item', 'Offene Verwaltung')


@harness.options(workshops=12, environment=harness.locale)
def test_german(app):
    """In German the window is German"""
    app.find('label', re.compile('Juli 2026'))


harness.main(test_first_start, test_undo_of_everything, test_states, test_preferences_and_export, test_help_and_style, test_history, test_tab, test_search, test_kill, test_german)
