# SPDX-License-Identifier: GPL-3.0-or-later
import functools
import os
import subprocess

import harness

SAMPLE = harness.BUILD / 'tests/ui/sample-wall'
WORKSHOP = 'Zukunftswerkstatt Mobilität'


def make_wall(library, layout='canvas', plain=0):
    """One workshop with a board of that layout, and so many plain cards more."""
    library.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run([str(SAMPLE), str(library), layout, str(plain)], check=True,
                   env={**os.environ, 'XDG_DATA_HOME': str(library.parent)})


def is_phone(app):
    """A phone begins where the wall does, and shows little of it."""
    return app.display.width <= 500


def open_wall(app):
    app.find('label', WORKSHOP).mouse()
    app.find('frame', WORKSHOP)
    app.find('list')
    app.find('list item', harness.re.compile('^Wer keinen' if is_phone(app) else '^Formulare'))


def open_far(app):
    app.find('label', WORKSHOP).mouse()
    app.find('frame', WORKSHOP)
    app.find('list')


def select_on_wall(app):
    open_wall(app)
    app.find('list item', harness.re.compile('^Wer keinen' if is_phone(app) else '^Sprechstunde')).mouse()
    app.key('shift+Down' if is_phone(app) else 'shift+Right', 'shift+Right')


SCENES = {
    'canvas': (make_wall, open_wall),
    'canvas-selected': (make_wall, select_on_wall),
    'canvas-many': (functools.partial(make_wall, plain=300), open_far),
    'canvas-far': (functools.partial(make_wall, plain=3000), open_far),
    'matrix': (functools.partial(make_wall, layout='matrix'), open_far),
}
