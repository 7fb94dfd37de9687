# SPDX-License-Identifier: GPL-3.0-or-later
import re
import subprocess

import harness
from scenes_people import show_beamer

SAMPLE = harness.BUILD / 'tests/ui/sample-polls'
WORKSHOP = 'Ideenmarkt Tannenbusch'
COUNTED = re.compile('^(How it was counted|So wurde gezählt)$')


def make_polls(*methods):
    """One workshop with a closed vote by each of the methods."""
    def prepare(library):
        library.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run([str(SAMPLE), str(library), *methods], check=True)
    return prepare


def show_result(app, method):
    app.find('label', WORKSHOP).mouse()
    app.find('frame', WORKSHOP)
    app.key('alt+4')
    app.find('list item', re.compile(re.escape(f'({method})'))).click()
    app.find('label', COUNTED)


def scene(method):
    return make_polls(method), lambda app: show_result(app, method)


SCENES = {f'result-{method}': scene(method)
          for method in ('irv', 'stv', 'schulze', 'majority-judgement', 'consensing', 'equal-shares', 'agreement')}
SCENES['beamer-grades'] = (make_polls('majority-judgement'),
                           lambda app: show_beamer(app, lambda app: show_result(app, 'majority-judgement'), '^[Mm]edian'))
