#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The beamer: a wall as a wall, what is hidden and who wrote it kept from the room, the
facilitator followed, the picture frozen."""
import contextlib
import subprocess

import harness
from beamer import bring_to_front, find_beamer, open_beamer
from harness import re
from scenes_boards import LATER, QUESTIONS, WORKSHOP, on_board
from scenes_canvas import make_wall
from scenes_presenter import show_on_beamer


def in_front(number):
    """Keys go to that window."""
    harness.xdotool('windowactivate', '--sync', number)


def show_as(app, layout):
    name = 'Boards of this workshop'
    app.find('push button', name).find('push button', name).choose(layout)


def zoom_until(app, key, done, what):
    """A look closer at a time."""
    for _ in range(12):
        app.key(key)
        with contextlib.suppress(harness.Missing):
            return harness.wait_for(done, what, 1)
    raise harness.Missing(what)


@on_board
def test_canvas(app):
    """A canvas is shown with its areas and themes, without what is hidden and who wrote it; it follows and stands still"""
    main = app.find('frame', WORKSHOP)
    number = app.window()
    show_as(app, 'Canvas')
    wall = app.find('list', 'Wall of cards')
    app.key('F5')
    window = find_beamer(app)
    area = window.find('label', 'Ideen')
    window.find('label', 'Verwaltung zum Anfassen')
    window.find('label', QUESTIONS[0])
    height = window.size[1]
    assert area.size[1] >= height / 24, (area.size, height)
    assert not [node for node in window.walk() if re.search('Demir|Ayşe|AD', node.name + node.description)]

    # Hidden until revealed, with its cards.
    wall.find('push button', 'Menu of the area “Offene Fragen”').choose('Hide until revealed')
    window.wait_gone('label', 'Offene Fragen')
    assert not window.look('label', QUESTIONS[0]) and window.look('label', LATER[0])
    wall.find('push button', 'Menu of the area “Offene Fragen”').choose('Reveal')
    window.find('label', QUESTIONS[0])

    # It goes where the facilitator goes, and back to the whole.
    in_front(number)
    wall.find('list item', re.compile('^Werkzeuge')).mouse()
    zoom_until(app, 'ctrl+plus', lambda: not window.look('label', 'Themenspeicher'), 'a closer look on the beamer')
    window.find('label', re.compile('^Werkzeuge'))
    app.key('f')
    window.find('label', 'Themenspeicher')

    # Frozen it shows what was there, and set free what is there by then.
    freeze = main.find(None, 'Freeze the beamer')
    freeze.click()
    main.find(None, 'The beamer is frozen')
    in_front(number)
    wall.find('list item', re.compile('^Werkzeuge')).mouse()
    app.key('n')
    wall.find('text', 'New idea')
    app.type('Mehr Schatten')
    app.key('Return', 'Escape')
    wall.find('list item', 'Mehr Schatten')
    wall.find('list item', LATER[0]).mouse()
    app.key('Delete')
    wall.wait_gone('list item', LATER[0])
    assert window.look('label', LATER[0]) and not window.look('label', 'Mehr Schatten')
    freeze.click()
    window.find('label', 'Mehr Schatten')
    window.wait_gone('label', LATER[0])

    # By pages: one area alone.
    bring_to_front()
    app.key('space')
    window.wait_gone('label', 'Themenspeicher')
    window.find('label', 'Ideen')
    app.key('BackSpace')
    window.find('label', 'Themenspeicher')


@harness.options(start=False)
def test_matrix(app):
    """A matrix is shown between its axes, with what has no place only told of"""
    make_wall(app.library, 'matrix')
    app.start()
    show_on_beamer(app)
    window = find_beamer(app)
    up, right = window.find('label', '↑ Wirkung'), window.find('label', 'Aufwand →')
    window.find('label', '6 cards are not placed yet')
    assert not window.look('label', 'Bedarfe') and not window.look('label', re.compile('^Wer keinen'))
    # Little effort and a great effect is to the left and above, much effort to the right.
    little, much = window.find('label', re.compile('^Sprechstunde')), window.find('label', re.compile('^Fahrrad'))
    assert little.point()[0] < much.point()[0] and much.point()[1] < little.point()[1], (little.extents, much.extents)
    assert up.point()[1] < much.point()[1] < right.point()[1]


@on_board
def test_time(app):
    """The time is small above what is shown or fills the beamer, and runs on when the workshop is left and opened again"""
    main, number = app.find('frame', WORKSHOP), app.window()
    app.key('F5')
    window = find_beamer(app)
    page = window.find('label', 'Sammeln')
    in_front(number)
    app.key('ctrl+t')
    main.find('push button', '10 minutes').click()
    small = window.find('status bar', '10 minutes are left')
    figures = window.find('label', re.compile('^(10:00|9:5[0-9])$'))
    main.find('label', '10 minutes are left')
    height, top = window.size[1], page.extents[1]
    assert small.extents[1] + small.size[1] <= top, 'the time is over what is shown'
    assert figures.size[1] >= height / 28, (figures.size, height)

    # It fills the beamer: nothing beside it, figures for the last row, and back.
    in_front(number)
    app.key('ctrl+F5')
    window.wait_gone('label', 'Ideen')
    figures = window.find('label', re.compile('^(10:00|9:[0-9]{2})$'))
    assert figures.size[1] >= height / 6, (figures.size, height)
    large = main.find(None, 'Fill the beamer with the time').wait_state('pressed')
    main.find('push button', 'Pause the timer').click()
    window.find('label', 'Paused')
    main.find('push button', 'Go on with the timer').click()
    window.wait_gone('label', 'Paused')
    large.click()
    window.find('label', 'Ideen')
    bring_to_front()
    app.key('t')
    window.wait_gone('label', 'Ideen')
    app.key('t')
    window.find('label', 'Ideen')

    # Whoever leaves the workshop and comes back finds the time that has gone on.
    main.find('push button', 'One minute more').click()
    window.find('status bar', re.compile('^1[01] minutes are left'))
    in_front(number)
    app.key('ctrl+l')
    app.find('list item', WORKSHOP)
    window.find('status bar', re.compile('^1[01] minutes are left'))
    app.find('list item', WORKSHOP).mouse()
    app.find('frame', WORKSHOP)
    app.find('label', re.compile('^1[01] minutes are left'))
    app.find('push button', 'Stop the timer').click()
    window.wait_gone('status bar', re.compile('minutes are left'))


def find_red(place):
    """Left, top, width and height of all that is red like the spot and the ring, or None."""
    left, top, width, height = place
    pixels = subprocess.run(['import', '-silent', '-window', 'root', '-crop', f'{width}x{height}+{left}+{top}', '-depth', '8',
                             'rgb:-'], check=True, capture_output=True).stdout
    red = [(x, y) for y in range(0, height, 3) for x in range(0, width, 3)
           for at in [3 * (y * width + x)] if pixels[at] > 150 and pixels[at + 1] < 90 and pixels[at + 2] < 90]
    if not red:
        return None
    x0, y0 = min(x for x, _ in red), min(y for _, y in red)
    return x0, y0, max(x for x, _ in red) - x0, max(y for _, y in red) - y0


@on_board
def test_ground(app):
    """The ground is light as the windows are, dark for a dark room, and so again the next day"""
    open_beamer(app)
    harness.wait_for(lambda: app.brightness() > 180, 'a light beamer')
    app.key('d')
    harness.wait_for(lambda: app.brightness() < 80, 'a dark beamer')
    app.restart()
    open_beamer(app)
    harness.wait_for(lambda: app.brightness() < 80, 'a beamer that is dark again')
    app.key('d')
    harness.wait_for(lambda: app.brightness() > 180, 'a light beamer')


@on_board
def test_point(app):
    """The mouse over the small picture is a spot on the beamer, a click puts a ring there; keys do the same"""
    main, number = app.find('frame', WORKSHOP), app.window()
    app.key('F5')
    window = find_beamer(app)
    window.find('label', 'Ideen')
    bring_to_front()
    place = app.geometry()
    width, height = place[2:]

    def is_spot():
        red = find_red(place)
        return red is not None and max(red[2:]) < height * 0.05

    def is_ring():
        red = find_red(place)
        return red is not None and min(red[2:]) > height * 0.15

    # Both windows have to be in sight.
    harness.xdotool('windowmove', '--sync', number, width + 20, 0)
    small = main.find('image', re.compile('^The beamer'))
    assert find_red(place) is None
    harness.xdotool('mousemove', *small.point(0.3, 0.4), 'sleep', 0.05, 'mousemove', *small.point())
    harness.wait_for(is_spot, 'a spot on the beamer')
    left, top, *_ = find_red(place)
    assert abs(left / width - 0.5) < 0.12 and abs(top / height - 0.5) < 0.12, (left, top, width, height)
    harness.xdotool('click', 1)
    harness.wait_for(is_ring, 'a ring around it')
    harness.xdotool('mousemove', *main.find('label', 'Offene Fragen').point(), 'sleep', 0.05)
    assert is_ring(), 'the ring went with the spot'

    # By keys: Escape takes both away, an arrow brings the spot, Enter the ring.
    in_front(number)
    app.key('Escape')
    harness.wait_for(lambda: find_red(place) is None, 'the ring gone')
    app.key('Right')
    harness.wait_for(is_spot, 'the spot by keys')
    app.key('Return')
    harness.wait_for(is_ring, 'the ring by keys')


harness.main(test_canvas, test_matrix, test_time, test_ground, test_point, width=2600, height=820)
