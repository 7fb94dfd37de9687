# SPDX-License-Identifier: GPL-3.0-or-later
import re
import subprocess

import harness
from beamer import fill_screen, find_beamer, open_beamer

WORKSHOP = 'Zukunftswerkstatt Beuel'
CLI = harness.BUILD / 'src/cli/plenum-cli'


def make_agenda(library, template='zukunftswerkstatt'):
    """A workshop whose steps come from a template."""
    library.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run([str(CLI), '--library', str(library), 'workshop', 'new', '--title', WORKSHOP, '--template', template,
                    '--language', 'de'], check=True, stdout=subprocess.DEVNULL)


def make_empty(library):
    library.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run([str(CLI), '--library', str(library), 'workshop', 'new', '--title', WORKSHOP], check=True, stdout=subprocess.DEVNULL)


def show_agenda(app):
    app.find('label', WORKSHOP).mouse()
    app.find('frame', WORKSHOP)
    app.key('alt+1')
    return app.find('text', re.compile('^(New step|Neuer Schritt)$'))


def show_planned(app):
    """The day begins at nine."""
    show_agenda(app)
    app.find('list item', re.compile('^Ankommen und kennenlernen'))
    app.key('Return')
    app.find('text', re.compile('^(Begins at|Beginnt um)')).mouse()
    app.type('9:00')
    # Where it is narrow the details are in the place of the steps.
    app.key('Return', 'Escape')
    app.find('list item', re.compile('^(9|09):00, Ankommen'))


def show_running(app):
    show_planned(app)
    app.find('push button', re.compile('^(Begin|Beginnen)$')).click()
    app.find('push button', re.compile('^(Next Step|Nächster Schritt)$')).click()
    app.find('list item', re.compile('Kritik: sammeln.*, (Running|Läuft)'))


def show_details(app):
    show_planned(app)
    app.key('Return')
    app.find('text', re.compile('^(Begins at|Beginnt um)'))


def show_beamer(app, running):
    (show_running if running else show_agenda)(app)
    open_beamer(app)
    find_beamer(app)
    fill_screen(app)


SCENES = {
    'agenda': (make_agenda, show_running),
    'agenda-details': (make_agenda, show_details),
    'agenda-empty': (make_empty, show_agenda),
    'beamer-agenda': (make_agenda, lambda app: show_beamer(app, False)),
    'beamer-step': (make_agenda, lambda app: show_beamer(app, True)),
}
