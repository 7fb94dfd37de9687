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


SCENES = {
    'beamer-canvas': (make_wall, show_wall),
    'beamer-canvas-area': (make_wall, functools.partial(show_wall, turns=2)),
    'beamer-canvas-many': (functools.partial(make_wall, plain=300), show_wall),
    'beamer-matrix': (functools.partial(make_wall, layout='matrix'), show_wall),
}
