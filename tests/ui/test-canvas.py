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
    wait_described(app, '1 of 3 in Bedarfe. Answered by: Formulare in Leichter Sprache. Right: Jugendliche haben abends keinen Raum')

    app.key('n')
    app.find('text', 'New idea')
    for text in NEW:
        app.type(text)
        app.key('Return')
        app.find('list item', text)
    app.key('Escape')
    wait_focused(app, '^Karte der Toiletten')
    app.key('Home')
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

    # Both are still selected: they are put in order. Their frame goes and grows by keys, too.
    edges = place(app.find('list item', re.compile('^Wer keinen Drucker')))
    app.key('shift+l')
    wait_said(app, '2 cards arranged')
    harness.wait_for(lambda: place(app.find('list item', re.compile('^Jugendliche')))[0] == edges[0], 'both at the same left edge')
    app.key('ctrl+z')
    harness.wait_for(lambda: place(app.find('list item', re.compile('^Jugendliche')))[0] > edges[0], 'both as before')
    app.find('push button', 'Arrange the cards').choose('Distribute down')
    harness.wait_for(lambda: place(app.find('list item', re.compile('^Jugendliche')))[1] > edges[1], 'one below the other')
    app.key('ctrl+z')
    harness.wait_for(lambda: place(app.find('list item', re.compile('^Jugendliche')))[1] == edges[1], 'both as before')
    app.find('list item', re.compile('^Wer keinen Drucker')).reach('Tab')
    for key, said, undo in (('ctrl+Down', 'moved', 'Move'), ('ctrl+shift+Down', 'resized', 'Resize')):
        app.key(key)
        wait_said(app, f'Area “Bedarfe” {said}')
        app.find('push button', f'Undo: {undo} area “Bedarfe”')
        app.key('ctrl+z')
        app.find('push button', f'Redo: {undo} area “Bedarfe”')

    # Now they become one card.
    app.key('ctrl+m')
    app.wait_gone('list item', re.compile('^Jugendliche'))
    app.key('ctrl+z')
    app.find('list item', re.compile('^Jugendliche'))
    app.key('F5')
    harness.wait_for(lambda: len(app.windows()) > 1, 'the beamer')
    app.find('frame', 'Beamer').find('label', 'Verwaltung zum Anfassen')


test_build_a_wall.options = {'start': False}


BOARD = {
    'Bedarfe': ['Kein Raum am Abend', 'Kein Bus am Abend', 'Kein Amt ist offen', 'Kein Schatten'],
    'Ideen': ['Sommerkino', 'Nachtbus', 'Rufbus', 'Amt im Laden'],
    'Speicher': ['Wer zahlt?', 'Wer fehlt?', 'Was gab es schon?', 'Was noch?'],
}


def tab_to(app, name):
    """Goes there as people do who see nothing: they hear each stop."""
    heard = []
    while name not in heard:
        assert len(heard) < 30, heard
        before = app.focused()
        app.key('Tab')
        harness.wait_for(lambda: app.focused() != before, f'the focus to leave “{before.name}”')
        heard.append(app.focused().name)


def type_cards(app, area):
    app.key('n')
    wait_focused(app, '^New idea')
    for number, text in enumerate(BOARD[area], 1):
        app.type(text)
        app.key('Return')
        wait_said(app, f'Card {number} in “{area}”')
    app.key('Escape')
    wait_focused(app, f'^{BOARD[area][-1]}')
    wait_described(app, f'Idea. 4 of 4 in {area}. Left: {BOARD[area][2]}')


def name_area(app, title):
    wait_focused(app, '^Title of the area')
    app.type(title)
    app.key('Return')
    wait_focused(app, f'^{title}$')
    wait_described(app, 'Title of the area')


def merge_two(app):
    """Both buses are one idea: the card says what became of it."""
    app.key('Home')
    wait_focused(app, '^Sommerkino')
    wait_described(app, '1 of 4 in Ideen. Left: Kein Bus am Abend. Right: Nachtbus. Below: Rufbus')
    app.key('Right')
    wait_focused(app, '^Nachtbus')
    app.key('space')
    wait_said(app, '1 card selected')
    assert app.focused().is_('selected')
    app.key('Left', 'Down')
    wait_focused(app, '^Rufbus')
    app.key('space')
    wait_said(app, '2 cards selected')
    app.key('ctrl+m')
    app.find('label', '2 cards are one now. What they said is in its details.')
    wait_focused(app, '^Nachtbus')
    wait_described(app, 'Idea. from 2 cards. ')
    wait_described(app, 'of 3 in Ideen')


def place_four(app):
    """Each says where it is while it is carried, and where it lies."""
    for number in range(1, 5):
        wait_described(app, f'of {12 - number} in Not placed yet')
        name = app.focused().name
        app.key('m')
        wait_said(app, '1 card picked up. The arrow keys move it, Enter drops, Esc cancels.')
        app.key(*['Right'] * number, *['Up'] * number)
        wait_said(app, f'Aufwand: {50 + 5 * number} of 100, Wirkung: {50 + 5 * number} of 100. Enter drops')
        app.key('Return')
        wait_said(app, 'Dropped: Aufwand')
        wait_focused(app, f'^{name}')
        wait_described(app, f'Aufwand: {50 + 5 * number} of 100, Wirkung: {50 + 5 * number} of 100')
        app.key('shift+Tab')


def test_from_nothing(app):
    """Keys alone make an empty workshop a wall of 12 cards in 3 areas, merge two, place four on a matrix, present"""
    app.key('ctrl+n')
    app.wait_window('New Workshop')
    app.type('Ohne Maus')
    app.key('Return')
    app.find('frame', 'Ohne Maus')
    tab_to(app, 'Boards of this workshop')
    app.key('space')
    app.find('menu item', 'Canvas')
    app.key('v')
    app.find('list', 'Wall of cards')
    tab_to(app, 'Ideas')
    app.key('F2')
    for area in BOARD:
        name_area(app, area)
        type_cards(app, area)
        if area == 'Ideen':
            merge_two(app)
        if area != 'Speicher':
            app.key('ctrl+shift+n')

    tab_to(app, 'Boards of this workshop')
    app.key('space')
    app.find('menu item', 'Matrix')
    app.key('m')
    app.find('list', 'Matrix of cards')
    tab_to(app, BOARD['Speicher'][-1])
    app.key('x')
    wait_focused(app, '^To the right')
    app.type('Aufwand')
    app.key('Tab')
    wait_focused(app, '^Upwards')
    app.type('Wirkung')
    app.key('Return')
    app.find('push button', '↑ Wirkung')
    wait_focused(app, f'^{re.escape(BOARD["Speicher"][-1])}')
    place_four(app)

    app.key('F5')
    app.find('frame', 'Beamer')
    app.find('frame', 'Beamer').find('label', 'Was noch?')


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

    # Three cards go where the room put them in two polls, in one step.
    card = app.find('list item', re.compile('^Werkzeuge im Kiez'))
    assert 'Aufwand: 20 of 100, Wirkung: 85 of 100' in card.description, card.description
    app.find('push button', 'Arrange the cards').choose('Place by a poll…')
    wait_focused(app, '^Aufwand')
    # Each list is open, or closed again, before the next key.
    app.key('space')
    wait_focused(app, '^(?!Aufwand: As)')
    app.key('Down', 'Return')
    wait_focused(app, '^Aufwand: Wie viel Aufwand')
    app.key('Tab')
    wait_focused(app, '^Wirkung')
    app.key('space')
    wait_focused(app, '^(?!Wirkung: As)')
    app.key('Down', 'Down', 'Return')
    wait_focused(app, '^Wirkung: Wie viel Wirkung')
    app.find('push button', 'Place the cards').click()
    wait_said(app, '3 cards are where the room put them.')
    harness.wait_for(lambda: 'Aufwand: 20 of 100, Wirkung: 90 of 100' in card.description, 'the card where the room put it')
    assert 'Aufwand: 90 of 100, Wirkung: 50 of 100' in app.find('list item', re.compile('^Sprechstunde')).description
    app.key('ctrl+z')
    harness.wait_for(lambda: 'Aufwand: 20 of 100, Wirkung: 85 of 100' in card.description, 'all of it undone')


test_place_on_the_matrix.options = {'start': False}

def test_areas_links_far(app):
    """Areas are folded and hidden, links are said and followed, and from far away all is reached by keys still"""
    make_wall(app.library)
    app.start()
    open_by_keys(app, 'canvas')
    tab_to(app, 'Bedarfe')
    app.key('ctrl+minus')
    app.wait_gone('list item', re.compile('^Wer keinen Drucker'))
    app.find('push button', 'Unfold the area “Bedarfe”').click()
    app.find('list item', re.compile('^Wer keinen Drucker'))
    app.find('push button', 'Menu of the area “Themenspeicher”').click()
    app.find('menu item', 'Hide until revealed').click()
    app.find('push button', 'Hidden from the beamer. Click to reveal it.')
    lesson = app.find('list item', re.compile('^Der Repair-Bus'))
    harness.wait_for(lambda: 'Hidden from the beamer' in lesson.description, 'it said of a card')
    app.find('push button', 'Hidden from the beamer. Click to reveal it.').click()
    harness.wait_for(lambda: 'Hidden from the beamer' not in lesson.description, 'it said no longer')

    app.find('list item', re.compile('^Formulare in')).mouse()
    wait_described(app, 'Answers the need: Wer keinen Drucker hat')
    app.key('k')
    wait_focused(app, '^Wer keinen Drucker')
    wait_described(app, 'Answered by: Formulare in Leichter Sprache')
    app.key('k')
    wait_focused(app, '^Formulare in')
    app.key('shift+Left')
    wait_focused(app, '^Sprechstunde')
    harness.wait_for(lambda: all(app.find('list item', re.compile(name)).is_('selected') for name in ('^Sprechstunde', '^Formulare in')), 'both selected')
    app.key('Right')
    wait_focused(app, '^Formulare in')

    for _ in range(12):
        app.key('ctrl+minus')
    wait_said(app, '4 %')
    harness.wait_for(lambda: len(app.find('list', 'Wall of cards').look('list item')) == 1, 'only what has the focus')
    app.key('Left')
    wait_focused(app, '^Sprechstunde')
    app.key('shift+Tab')
    wait_focused(app, '^Wer keinen Drucker')
    wait_described(app, '1 of 3 in Bedarfe. Answered by')


test_areas_links_far.options = {'start': False}

def place(node):
    """Left, top, width and height on the screen; the window stays where it is."""
    if not hasattr(node.app, 'origin'):
        node.app.origin = node.app.window_origin(node)
    left, top, width, height = node.extents
    return left + node.app.origin[0], top + node.app.origin[1], width, height


def drag(start, end, *modifiers):
    """As a hand does: the first steps are small."""
    for key in modifiers:
        harness.xdotool('keydown', key)
    harness.xdotool('mousemove', *start, 'mousedown', 1)
    try:
        for i in range(1, 16):
            harness.xdotool('mousemove', *(round(a + (b - a) * i / 15) for a, b in zip(start, end)), 'sleep', 0.02)
    finally:
        harness.xdotool('mouseup', 1)
        for key in modifiers:
            harness.xdotool('keyup', key)


def shifted(point, right, down):
    return point[0] + right, point[1] + down


def wait_moved(node, before, right, down):
    """By so much, or what snapping makes of it."""
    def is_there():
        now = place(node)
        return abs(now[0] - before[0] - right) <= 8 and abs(now[1] - before[1] - down) <= 8
    harness.wait_for(is_there, f'{node!r} moved by {right}, {down} from {before}, not at {place(node)}')


def test_mouse(app):
    """Cards, bands, frames and the wall are dragged, the wheel scrolls and zooms, and the menu is at the pointer"""
    make_wall(app.library)
    app.start()
    open_by_keys(app, 'canvas')
    wall = app.find('list', 'Wall of cards')
    lesson, circle = (app.find('list item', re.compile(name)) for name in ('^Der Repair-Bus', '^Gibt es dafür'))

    # A card into another area: it belongs there, stays where it was dropped, and undo brings it back.
    before, needs = place(lesson), place(app.find('push button', 'Bedarfe'))
    there = needs[0] + 180, needs[1] + 140
    drag(lesson.point(), there)
    harness.wait_for(lambda: 'of 4 in Bedarfe' in lesson.description, f'it in Bedarfe, not “{lesson.description}”')
    wait_moved(lesson, before, there[0] - lesson_middle(before)[0], there[1] - lesson_middle(before)[1])
    app.find('push button', re.compile('^Undo: Move card')).click()
    harness.wait_for(lambda: place(lesson) == before, f'{before}, not {place(lesson)}')

    # Near the edge of another it snaps to it.
    drag(lesson.point(), shifted(lesson.point(), 3, place(circle)[3] + 30))
    harness.wait_for(lambda: place(lesson)[1] != before[1], 'it moved')
    app.key('ctrl+z')
    harness.wait_for(lambda: place(lesson) == before, 'it back')

    # A band with Shift takes what it touches.
    drag(shifted((before[0] + before[2], before[1] + before[3]), 6, 20), shifted(before[:2], -20, 10), 'shift')
    wait_said(app, '2 cards selected')
    assert lesson.is_('selected') and circle.is_('selected')
    harness.xdotool('mousemove', *shifted(place(wall)[:2], 30, 30), 'click', 1)
    harness.wait_for(lambda: not lesson.is_('selected'), 'nothing selected')

    # A frame by its title takes its cards along; by its corner it grows.
    title = app.find('push button', 'Themenspeicher')
    drag(title.point(), shifted(title.point(), -30, 60))
    app.find('push button', 'Undo: Move area “Themenspeicher”')
    wait_moved(lesson, before, -30, 60)
    app.key('ctrl+z')
    wait_moved(lesson, before, 0, 0)
    percent = app.find('push button', 'Usual size').find('label').name
    zoom, width = int(percent.split()[0]) / 100, place(title)[2]
    corner = place(title)[0] + round(460 * zoom) - 20, place(title)[1] + round(340 * zoom) - 9
    drag(corner, shifted(corner, 25, 20))
    harness.wait_for(lambda: place(title)[2] > width + 10, 'a wider frame')
    app.find('push button', 'Undo: Resize area “Themenspeicher”')

    # The wheel scrolls, with Ctrl it looks closer at what is below the pointer.
    app.key('ctrl+z')
    before = place(lesson)
    harness.xdotool('mousemove', *shifted(place(wall)[:2], 20, 20), 'click', 5)
    wait_moved(lesson, before, 0, -60)
    harness.xdotool('click', 4)
    wait_moved(lesson, before, 0, 0)
    harness.xdotool('mousemove', *lesson.point(), 'keydown', 'ctrl', 'click', 4, 'keyup', 'ctrl')
    harness.wait_for(lambda: place(lesson)[2] > before[2], f'larger than {before}')
    assert app.find('push button', 'Usual size').find('label').name != percent
    wait_moved(lesson, before, (before[2] - place(lesson)[2]) / 2, (before[3] - place(lesson)[3]) / 2)
    harness.xdotool('keydown', 'ctrl', 'click', 5, 'keyup', 'ctrl')
    wait_moved(lesson, before, 0, 0)

    # The ground moves the wall, and nothing else.
    drag(shifted(place(wall)[:2], 40, 40), shifted(place(wall)[:2], 90, 75))
    wait_moved(lesson, before, 50, 35)
    lesson.mouse(3)
    app.find('menu item', 'Details')
    app.key('Escape')
    wait_focused(app, '^Der Repair-Bus')


def lesson_middle(rect):
    return rect[0] + rect[2] / 2, rect[1] + rect[3] / 2


test_mouse.options = {'start': False}

harness.main(test_mouse, test_areas_links_far, test_from_nothing, test_build_a_wall, test_place_on_the_matrix)
