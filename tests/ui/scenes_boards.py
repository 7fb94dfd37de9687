# SPDX-License-Identifier: GPL-3.0-or-later
import functools
import os
import subprocess

import harness
from beamer import fill_screen, open_beamer

SAMPLE = harness.BUILD / 'tests/ui/sample-board'
WORKSHOP = 'Zukunftswerkstatt Mobilität'
# At the top of its column, in sight in every window.
FIRST_CARD = 'Werkzeuge im Kiez teilen: eine Ausleihe, die auch sonntags offen ist'
QUESTIONS = ['Wer haftet, wenn ein geliehenes Werkzeug kaputtgeht?', 'Gibt es dafür schon einen Fördertopf?']
LATER = ['Nächstes Mal mehr Zeit für die Vorstellung',
         'Der Repair-Bus ist 2024 an der Versicherung gescheitert: zuerst dort fragen']


def make_board(library, plain=0):
    """One workshop with a board of cards of all kinds, and so many plain ones more."""
    library.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run([str(SAMPLE), str(library), str(plain)], check=True,
                   env={**os.environ, 'XDG_DATA_HOME': str(library.parent)})


def open_board(app):
    app.find('label', WORKSHOP).mouse()
    app.find('frame', WORKSHOP)
    app.find('list item', FIRST_CARD)


def on_board(test):
    """Starts with the sample board open."""
    @functools.wraps(test)
    def run(app):
        make_board(app.library)
        app.start()
        open_board(app)
        test(app)
    run.options = {'start': False}
    return run


def column(app, title):
    return app.find('panel', title)


def cards(app, title):
    """What lies in an area, from top to bottom, as a screen reader says it."""
    return [node.name for node in column(app, title).look('list item') if node.name]


def wait_cards(app, title, expected):
    harness.wait_for(lambda: cards(app, title) == expected, f'{expected} in {title}, not {cards(app, title)}')


def status(app):
    return app.find('status bar').name


def wait_said(app, part):
    harness.wait_for(lambda: part in status(app), f'“{part}” said, not “{status(app)}”')


def wait_described(node, description):
    harness.wait_for(lambda: node.description == description, f'“{description}” of {node!r}, not “{node.description}”')


def open_details(app):
    open_board(app)
    app.find('list item', harness.re.compile('^Werkzeuge')).mouse()
    app.key('ctrl+Return')
    app.find('text', harness.re.compile('^Text$'))


def open_list(app):
    app.find('label', WORKSHOP).mouse()
    app.find('frame', WORKSHOP)
    app.find('list item', FIRST_CARD)
    # Named in the language of the picture: it is the toggle beside the board's menu.
    app.find(name=harness.re.compile('as a list|als Liste')).click()
    app.find('table row')


def show_on_beamer(app):
    open_board(app)
    open_beamer(app)
    fill_screen(app)


SCENES = {
    'beamer-board': (make_board, show_on_beamer),
    'board': (make_board, open_board),
    'board-details': (make_board, open_details),
    'board-list': (make_board, open_list),
}
