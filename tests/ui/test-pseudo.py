#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every view in a language that nobody speaks: each string in brackets and 40 %
longer. A visible string without brackets cannot be translated, and a window that
is wider than its screen will be so in German."""
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess

import harness
from harness import re
from scenes_boards import make_board

WIDTH = int(os.environ.get('PLENUM_SCREEN_WIDTH', '1280'))

# What the platform itself says, and what no language changes.
PLATFORM = {'Close', 'Minimize', 'Maximize', 'Restore'}
SAME_EVERYWHERE = re.compile(
    r'^(\W*|[\d.,:/ %–-]+|org\.plenum\.Plenum|(Gtk|Adw|Plenum|Pango)\w+|[A-ZÄÖÜ]{1,3}'
    r'|\w+, \d+ \w+ \d{4}|\d+ \w+ \d{4}(, \d\d:\d\d)?)$')
# Whoever hears these without a name does not know what they do.
CONTROLS = {'push button', 'toggle button', 'check box', 'radio button', 'text', 'entry', 'combo box', 'menu item'}


def pseudo_language(app):
    folder = app.home / 'locale/qps/LC_MESSAGES'
    folder.mkdir(parents=True)
    shutil.copy(harness.BUILD / 'tests/ui/pseudo.mo', folder / 'plenum.mo')
    app.extra = {**harness.locale('en_GB.UTF-8', 'qps'), 'PLENUM_LOCALE_DIR': str(app.home / 'locale')}


def people_wrote(library):
    """All texts in the library: they are as people wrote them."""
    with sqlite3.connect(f'file:{library}?mode=ro', uri=True) as store:
        tables = [name for name, in store.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%search%' AND name NOT LIKE 'sqlite%'")]
        return {value for table in tables for row in store.execute(f'SELECT * FROM "{table}"')
                for value in row if isinstance(value, str)}


def templates_say():
    """All texts of the templates, which bring their own languages."""
    texts = set()

    def collect(value):
        if isinstance(value, str):
            texts.add(value)
        elif isinstance(value, (dict, list)):
            for item in value.values() if isinstance(value, dict) else value:
                collect(item)

    for path in (pathlib.Path(__file__).resolve().parents[2] / 'data/templates').glob('*.json'):
        collect(json.loads(path.read_text(encoding='utf-8')))
    return texts


def is_translatable(text, written):
    if text in written or text in PLATFORM or SAME_EVERYWHERE.match(text) or all(part in written for part in text.split(', ')):
        return True
    # Brackets within brackets: one sentence takes another, or what people wrote.
    rest, before = text, None
    while rest != before:
        rest, before = re.sub('⟦[^⟦⟧]*⟧', '', rest), rest
    return '⟦' in text and rest.strip(' \u2069\u2068·,–:') in {'', *written}


def problems_of(app, written):
    found = set()
    for node in app.walk():
        name = node.name
        if node.role in CONTROLS and (name == '' or re.match('^(Gtk|Adw)[A-Z]', name)) and not node.text:
            found.add(f'{node.role} without a name in {node.parent!r}')
        elif name and node.role != 'application' and not is_translatable(name, written):
            found.add(f'{node.role} “{name}”')
    return found


def look_at(app, view, written, problems):
    width = app.geometry()[2]
    if width > WIDTH:
        problems.append(f'{view}: the window is {width} wide on a screen of {WIDTH}')
    problems += [f'{view}: {problem}' for problem in sorted(problems_of(app, written))]


def fit(app):
    subprocess.run(['xdotool', 'windowsize', app.window(), '100%', '100%'], check=True)
    harness.wait_for(lambda: app.find('frame').size[0] < WIDTH + 60, 'a window as small as it gets')


@harness.options(start=False)
def test_every_view(app):
    """Each string of each view can be translated, and fits"""
    pseudo_language(app)
    problems = []
    app.start()
    fit(app)
    app.find('table', re.compile('⟦'))
    look_at(app, 'empty library', templates_say(), problems)
    app.quit()

    make_board(app.library)
    written = people_wrote(app.library) | templates_say()
    app.start()
    fit(app)
    row = app.find('list item', 'Zukunftswerkstatt Mobilität')
    look_at(app, 'library', written, problems)
    row.mouse(x=0.3)
    app.find('frame', 'Zukunftswerkstatt Mobilität')
    for view, key in (('agenda', 'alt+1'), ('boards', 'alt+2'), ('participants', 'alt+3'), ('voting', 'alt+4')):
        app.key(key)
        harness.wait_for(lambda: view_is_shown(app, view), f'the view {view}')
        look_at(app, view, written, problems)
    assert not problems, '\n'.join(problems)


def view_is_shown(app, view):
    names = {'agenda': 'PlenumAgendaView', 'boards': 'PlenumBoardsView', 'participants': 'PlenumParticipantsView', 'voting': 'PlenumVotingView'}
    return app.look('filler', names[view]) or app.look('panel', names[view])


harness.main(test_every_view, width=WIDTH, height=760)
