#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Between boards and over time: cards go from one board to another, areas are dragged to
another place, authors are hidden, and a card's details tell what was done to it."""
import harness
from harness import re
from scenes_boards import FIRST_CARD, LATER, QUESTIONS, WORKSHOP, column, on_board, wait_cards

THEME = 'Theme: Verwaltung zum Anfassen'
IN_THEME = 'Formulare in Leichter Sprache'
AREAS = ['Ideen', 'Offene Fragen', 'Themenspeicher']


def choose_board(app, title):
    app.find('push button', 'Boards of this workshop').choose(title)


def areas(app):
    return [node.name for node in app.look('panel') if node.name in AREAS]


def wait_areas(app, *expected):
    harness.wait_for(lambda: areas(app) == list(expected), f'{expected}, not {areas(app)}')


@on_board
def test_cut_and_drag(app):
    """Cards that are cut are pasted on another board, an area is dragged by its title, and each is undone"""
    app.find('list item', LATER[0]).mouse()
    app.key('ctrl+x')
    wait_cards(app, 'Themenspeicher', LATER[1:])
    choose_board(app, 'Nächste Schritte')
    app.wait_gone('panel', 'Themenspeicher')
    app.key('ctrl+v')
    app.find('list item', LATER[0]).wait_state('focused')
    choose_board(app, 'Sammeln')
    wait_cards(app, 'Themenspeicher', LATER[1:])
    app.key('ctrl+z', 'ctrl+z')
    wait_cards(app, 'Themenspeicher', LATER)

    # A theme goes with its cards, and comes with them.
    app.find('list item', THEME).mouse()
    app.key('ctrl+x')
    app.wait_gone('list item', THEME)
    assert not app.look('list item', IN_THEME)
    app.find('list', 'This workshop').find('label', 'Nächste Schritte').mouse()
    app.wait_gone('panel', 'Themenspeicher')
    app.key('ctrl+v')
    app.find('list item', THEME)
    harness.wait_for(lambda: app.find('list item', THEME).description.startswith('2 cards'), 'both cards in it')
    choose_board(app, 'Sammeln')
    app.key('ctrl+z', 'ctrl+z')
    app.find('list item', THEME)

    wait_areas(app, *AREAS)
    title = column(app, 'Themenspeicher').find('label', 'Themenspeicher')
    title.drag_to(column(app, 'Ideen'), x=0.1, y=0.4)
    wait_areas(app, 'Themenspeicher', 'Ideen', 'Offene Fragen')
    wait_cards(app, 'Themenspeicher', LATER)
    app.key('ctrl+z')
    wait_areas(app, *AREAS)


def author_is_said(app):
    return 'Ayşe Demir' in app.find('list item', FIRST_CARD).description


def past(app):
    """What the details list of a card's past, the newest first, with what became of it."""
    rows = app.find('list', 'History of the card').look('list item')
    return [[label.text for label in row.look('label')] for row in rows]


def wait_past(app, *newest, state=None):
    def is_so():
        steps = past(app)
        return ([step[0] for step in steps[:len(newest)]] == list(newest)
                and all(state is None or state in step[1] for step in steps[:len(newest)]))
    harness.wait_for(is_so, f'{newest} ({state}), not {past(app)}')


def details(app, card):
    app.find('list item', card).mouse()
    app.key('ctrl+Return')
    app.find('text', re.compile('^Text$')).wait_state('focused')


@on_board
def test_authors_and_past(app):
    """Authors are hidden and shown again; a card's details tell what was done to it, and what was undone"""
    assert author_is_said(app)
    app.find('push button', 'Boards of this workshop').choose('Hide authors')
    harness.wait_for(lambda: not author_is_said(app), 'no author said')
    details(app, FIRST_CARD)
    assert not app.look(name=re.compile('Ayşe Demir')), app.look(name=re.compile('Ayşe Demir'))
    app.key('Escape', 'ctrl+z')
    harness.wait_for(lambda: author_is_said(app), 'the author said again')

    # More was done to it than is listed.
    app.find('list item', QUESTIONS[0]).mouse()
    app.key('c')
    app.find('text', 'Add a comment').wait_state('focused')
    for number in range(21):
        app.type(f'{number}')
        app.key('Return')
    app.find('push button', 'History of the card').click()
    wait_past(app, 'Comment “20”', 'Comment “19”')
    app.find('push button', re.compile('^Undo')).click()
    wait_past(app, 'Comment “20”', state='Undone')
    assert len(past(app)) == 20, past(app)


harness.main(test_cut_and_drag, test_authors_and_past)
