#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A wall by keyboard alone: cards are typed, found, moved to another area, merged and
presented, four are placed on a matrix; every step is read as a screen reader reads it."""
import re

import harness
from scenes_canvas import WORKSHOP, make_wall

NEW = ['Bänke im Schatten', 'Trinkbrunnen am Markt', 'Karte der Toiletten']


def status(app):
    return app.find('status bar').name


def wait_said(app, part):
    harness.wait_for(lambda: part in status(app), f'“{part}” said, not “{status(app)}”')


def wait_described(app, part):
    harness.wait_for(lambda: part in app.focused().description, f'“{part}” of what has the focus, not “{app.focused().description}”')


def wait_focused(app, name):
    harness.wait_for(lambda: re.search(name, app.focused().name), f'the focus on {name}, not on “{app.focused().name}”')


def open_by_keys(app, layout):
    app.find('list item', WORKSHOP).reach()
    app.key('Return')
    app.find('frame', WORKSHOP)
    app.find('list', re.compile('^Matrix' if layout == 'matrix' else '^Wall'))


def test_build_a_wall(app):
    """Cards are typed, walked through, carried to another area, merged and presented by keys"""
    make_wall(app.library)
    app.start()
    open_by_keys(app, 'canvas')
    first = app.find('list item', re.compile('^Wer keinen Drucker'))
    first.reach('Tab')
    wait_described(app, '1 of 3 in Bedarfe. Right: Jugendliche haben abends keinen Raum')

    app.key('n')
    app.find('text', 'New idea')
    for text in NEW:
        app.type(text)
        app.key('Return')
        app.find('list item', text)
    app.key('Escape')
    wait_focused(app, '^Wer keinen Drucker')

    app.key('Right')
    wait_focused(app, '^Jugendliche')
    app.key('space')
    wait_said(app, '1 card selected')
    app.key('Left')
    wait_focused(app, '^Wer keinen Drucker')
    app.key('space')
    wait_said(app, '2 cards selected')
    app.key('m')
    wait_said(app, '2 cards picked up')
    for _ in range(4):
        app.key('shift+Right')
    wait_said(app, 'Ideen. Enter drops')
    app.key('Return')
    wait_described(app, 'in Ideen')
    app.find('push button', 'Undo: Move 2 cards to “Ideen”')
    app.key('ctrl+z')
    wait_described(app, 'in Bedarfe')

    # Both are still selected: they become one card.
    app.key('ctrl+m')
    app.wait_gone('list item', re.compile('^Jugendliche'))
    app.key('ctrl+z')
    app.find('list item', re.compile('^Jugendliche'))
    app.key('F5')
    harness.wait_for(lambda: len(app.windows()) > 1, 'the beamer')
    app.find('label', 'Verwaltung zum Anfassen (2)')


test_build_a_wall.options = {'start': False}


def test_place_on_the_matrix(app):
    """Four cards go from the tray to the matrix by keys, and say how far along both axes they are"""
    make_wall(app.library, 'matrix')
    app.start()
    open_by_keys(app, 'matrix')
    app.find('list item', re.compile('^Wer keinen Drucker')).reach('Tab')
    wait_described(app, 'in Not placed yet')
    for steps in range(1, 5):
        app.key('m')
        wait_said(app, '1 card picked up')
        for _ in range(steps):
            app.key('Right')
        wait_said(app, f'Aufwand: {50 + 5 * steps} of 100, Wirkung: 50 of 100')
        app.key('Return')
        wait_described(app, f'Aufwand: {50 + 5 * steps} of 100, Wirkung: 50 of 100')
        app.key('shift+Tab')
        wait_described(app, 'in Not placed yet')


test_place_on_the_matrix.options = {'start': False}

harness.main(test_build_a_wall, test_place_on_the_matrix)
