# SPDX-License-Identifier: GPL-3.0-or-later
import functools
import re

import harness
from beamer import bring_to_front, fill_screen, find_beamer, open_beamer
from scenes_canvas import WORKSHOP, make_wall


def show_on_beamer(app):
    """The wall, beside the facilitator's window, whose number comes back."""
    app.find('label', WORKSHOP).mouse()
    app.find('frame', WORKSHOP)
    app.find('list')
    return open_beamer(app)


def show_wall(app, turns=0):
    show_on_beamer(app)
    find_beamer(app)
    fill_screen(app)
    for _ in range(turns):
        app.key('space')


def show_time(app, large):
    main = show_on_beamer(app)
    find_beamer(app)
    harness.xdotool('windowactivate', '--sync', main)
    app.key('ctrl+t')
    app.find('push button', re.compile('^10 ')).click()
    find_beamer(app).find('status bar', re.compile('10 '))
    if large:
        app.key('ctrl+F5')
    # The clock stands still for the picture.
    app.find('push button', re.compile('^(Pause the timer|Uhr anhalten|Zeit anhalten|Timer anhalten)')).click()
    bring_to_front()
    fill_screen(app)


SCENES = {
    'beamer-canvas': (make_wall, show_wall),
    'beamer-canvas-area': (make_wall, functools.partial(show_wall, turns=2)),
    'beamer-canvas-many': (functools.partial(make_wall, plain=300), show_wall),
    'beamer-time': (make_wall, functools.partial(show_time, large=False)),
    'beamer-time-large': (make_wall, functools.partial(show_time, large=True)),
    'beamer-matrix': (functools.partial(make_wall, layout='matrix'), show_wall),
}
