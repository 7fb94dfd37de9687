# SPDX-License-Identifier: GPL-3.0-or-later
import os
import re
import subprocess

import harness
from beamer import fill_screen, find_beamer, open_beamer

SAMPLE = harness.BUILD / 'tests/ui/sample-people'
WORKSHOP = 'Ideenmarkt Tannenbusch'
DRAFT = 'Was packen wir als Erstes an?'
OPEN = 'Womit fangen wir im Frühjahr an?'
CLOSED = 'Was soll es im Quartier dauerhaft geben?'


def make_people(library, people=24):
    """One workshop with people and votes in every state."""
    library.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run([str(SAMPLE), str(library), str(people)], check=True,
                   env={**os.environ, 'XDG_DATA_HOME': str(library.parent)})


def open_view(app, number):
    app.find('label', WORKSHOP).mouse()
    app.find('frame', WORKSHOP)
    app.key(f'alt+{number}')


def show_people(app):
    open_view(app, 3)
    # A cell of the table, or a row of the list where it is narrow.
    app.find(None, re.compile('Ayşe Demir'))


def show_check_in(app):
    show_people(app)
    app.find('push button', re.compile('^(Check in|Einlass)$')).click()
    app.find('frame', re.compile('^(Check in|Einlass)$'))


def show_votes(app):
    open_view(app, 4)
    app.find('label', OPEN)


def show_vote(app, question):
    show_votes(app)
    app.find('list item', re.compile('^' + re.escape(question))).click()


def show_draft(app):
    show_vote(app, DRAFT)
    app.find('text', re.compile('8$'))


def show_running(app):
    show_vote(app, OPEN)
    app.find(None, re.compile('^11 '))


def show_voter(app):
    show_running(app)
    app.key('Return')
    app.find('label', re.compile('^Ayşe'))


def show_booth(app):
    show_voter(app)
    app.find('push button', re.compile('^(Vote without a name|Ohne Namen abstimmen)$')).click()
    app.find('panel', re.compile('^Offene Küche'))


def show_result(app):
    show_vote(app, CLOSED)
    app.find('panel', 'Offene Küche')


def show_beamer(app, lead, last):
    """Until the last line that it fills itself with is there."""
    lead(app)
    open_beamer(app)
    fill_screen(app)
    find_beamer(app).find('label', re.compile(last))


def show_bar(app):
    """The facilitator's window beside the beamer, with the time."""
    show_running(app)
    app.key('ctrl+t')
    app.find('push button', re.compile('^10 (minutes|Minuten)$')).click()
    app.find(None, re.compile('^10 (minutes are|Minuten)'))
    main = open_beamer(app)
    harness.xdotool('windowactivate', '--sync', main)
    harness.wait_for(lambda: app.window() == main, 'the first window in front')


SCENES = {
    'beamer-bar': (make_people, show_bar),
    'participants': (make_people, show_people),
    'check-in': (make_people, show_check_in),
    'votes': (make_people, show_votes),
    'vote-draft': (make_people, show_draft),
    'vote-running': (make_people, show_running),
    'vote-who': (make_people, show_voter),
    'vote-booth': (make_people, show_booth),
    'vote-result': (make_people, show_result),
    'beamer': (make_people, lambda app: show_beamer(app, show_people, 'zusammenleben')),
    'beamer-running': (make_people, lambda app: show_beamer(app, show_running, '^1–')),
    'beamer-result': (make_people, lambda app: show_beamer(app, show_result, '^1–')),
}
