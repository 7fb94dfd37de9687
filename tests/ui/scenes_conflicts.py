# SPDX-License-Identifier: GPL-3.0-or-later
import os
import subprocess

import harness
from harness import re
from scenes_boards import WORKSHOP, make_board

SAMPLE = harness.BUILD / 'tests/ui/sample-conflict'
HERE = 'Werkzeuge im Kiez teilen: eine Ausleihe, die auch sonntags und abends offen ist'
THERE = 'Werkzeuge im Kiez teilen: eine Ausleihe am Bahnhof, die samstags offen ist'


def make_conflict(library):
    """The board of the other tests, with two texts that somebody else wrote at the same time."""
    make_board(library)
    subprocess.run([str(SAMPLE), str(library)], check=True, env={**os.environ, 'XDG_DATA_HOME': str(library.parent)})


def show_bar(app):
    app.find('label', WORKSHOP).mouse()
    app.find('label', re.compile('^(2 texts were written|2 Texte haben)'))


def show_conflicts(app):
    show_bar(app)
    app.find('push button', re.compile('^(Compare…|Vergleichen …)$')).click()
    app.wait_window('Texts Written Twice' if app.look('push button', 'Compare…') else 'Doppelt geschriebene Texte')
    app.find('label', THERE)


SCENES = {
    'conflict-bar': (make_conflict, show_bar),
    'conflicts': (make_conflict, show_conflicts),
}
