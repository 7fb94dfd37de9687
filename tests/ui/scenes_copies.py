# SPDX-License-Identifier: GPL-3.0-or-later
"""An old copy of the library, which looks as what it is: not to be changed."""
import shutil

import harness
from harness import re
from scenes_boards import WORKSHOP, make_board

DATE = '2026-03-12T140500'


def keep_copy(library):
    """As the program does it before a large import."""
    folder = library.with_name(library.name + '-copies')
    folder.mkdir()
    shutil.copy(library, folder / f'{DATE}.db')


def make_copy(make):
    def prepare(library):
        make(library)
        keep_copy(library)
    return prepare


def open_copy(app, workshop):
    """By the menu, in a window of its own that fills the screen."""
    menu = app.find('push button', re.compile('^(Main menu|Hauptmenü)$'))
    menu.find('push button').choose(re.compile('^(Open an Old|Alte Kopie)'))
    app.find('list item', re.compile('2026, ')).click()
    copy = re.compile(r'\((copy of|Kopie vom)')
    harness.wait_for(lambda: copy.search(harness.xdotool('getactivewindow', 'getwindowname')), 'the copy in front')
    frame = app.find('frame', copy)
    frame.find('list item', workshop)

    def is_full():
        harness.xdotool('windowsize', app.window(), '100%', '100%', 'windowmove', app.window(), 0, 0)
        return app.geometry()[2] == app.display.width and app.display.width - frame.size[0] < 16

    # It may still have to say how large it wants to be itself.
    harness.wait_for(is_full, 'a copy that fills the screen')
    frame.find('list item', workshop).click()
    return app.find('frame', re.compile('^' + re.escape(workshop) + r' \('))


def show_details(app):
    frame = open_copy(app, WORKSHOP)
    frame.find('list item', re.compile('^Werkzeuge')).mouse()
    app.key('ctrl+Return')
    frame.find('text', 'Text')


SCENES = {
    'copy-details': (make_copy(make_board), show_details),
}
