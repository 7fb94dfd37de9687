# SPDX-License-Identifier: GPL-3.0-or-later
import functools
import re

import harness
from scenes_canvas import WORKSHOP, make_wall


def open_beamer(app):
    """The beamer beside the facilitator's window, whose number comes back."""
    app.find('label', WORKSHOP).mouse()
    app.find('frame', WORKSHOP)
    app.find('list')
    main = app.window()
    app.key('F5')
    harness.wait_for(lambda: len(app.windows()) > 1, 'a second window')
    return main


def beamer(app):
    return app.find('frame', re.compile('^(Beamer|Leinwand)$'))


def fill_screen(app):
    harness.wait_for(lambda: app.geometry()[2] == 1280 or app.display.width < 1280, 'the beamer in front')
    app.key('F11')
    harness.wait_for(lambda: app.geometry()[2] == app.display.width, 'a full screen')


def show_wall(app, turns=0):
    open_beamer(app)
    beamer(app)
    fill_screen(app)
    for _ in range(turns):
        app.key('space')


def show_time(app, large):
    main = open_beamer(app)
    beamer(app)
    harness.xdotool('windowactivate', '--sync', main)
    app.key('ctrl+t')
    app.find('push button', re.compile('^10 ')).click()
    beamer(app).find('status bar', re.compile('10 '))
    if large:
        app.key('ctrl+F5')
    # The clock stands still for the picture.
    app.find('push button', re.compile('^(Pause the timer|Uhr anhalten|Zeit anhalten|Timer anhalten)')).click()
    harness.xdotool('search', '--name', '^(Beamer|Leinwand)$', 'windowactivate', '--sync')
    fill_screen(app)


SCENES = {
    'beamer-canvas': (make_wall, show_wall),
    'beamer-canvas-area': (make_wall, functools.partial(show_wall, turns=2)),
    'beamer-canvas-many': (functools.partial(make_wall, plain=300), show_wall),
    'beamer-time': (make_wall, functools.partial(show_time, large=False)),
    'beamer-time-large': (make_wall, functools.partial(show_time, large=True)),
    'beamer-matrix': (functools.partial(make_wall, layout='matrix'), show_wall),
}
