# SPDX-License-Identifier: GPL-3.0-or-later
"""The window for the room, opened and filled as a facilitator does."""
import re

import harness

NAME = re.compile('^(Beamer|Leinwand)$')


def in_front():
    return NAME.search(harness.xdotool('getactivewindow', 'getwindowname').strip())


def open_beamer(app):
    """In front of the facilitator's window, whose number comes back."""
    main = app.window()
    app.key('F5')
    harness.wait_for(in_front, 'the beamer in front')
    return main


def find_beamer(app):
    return app.find('frame', NAME)


def bring_to_front():
    """Keys go to it from now on."""
    harness.xdotool('search', '--name', NAME.pattern, 'windowactivate', '--sync')
    harness.wait_for(in_front, 'the beamer in front')


def fill_screen(app):
    harness.wait_for(in_front, 'the beamer in front')
    app.key('F11')
    harness.wait_for(lambda: app.geometry()[2:] == (app.display.width, app.display.height), 'a full screen')
