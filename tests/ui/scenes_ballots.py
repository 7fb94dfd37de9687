# SPDX-License-Identifier: GPL-3.0-or-later
import json
import re
import subprocess

import harness
from scenes_people import make_people, show_vote

CLI = harness.BUILD / 'src/cli/plenum-cli'
QUESTION = 'Wofür geben wir das Geld aus?'
OPTIONS = ('Repair-Café im Rathausfoyer', 'Ein Fonds für kleine Anfänge',
           'Bibliothek der Dinge: Werkzeug, Beamer und Lastenräder ausleihen wie Bücher')
COSTS = ('12000', '8000', '15000')


def make_vote(method, *arguments, costs=(), steps=('open',)):
    def prepare(library):
        def cli(*words):
            return json.loads(subprocess.run([CLI, '--library', library, '--json', *words],
                                             check=True, capture_output=True).stdout)
        make_people(library)
        workshop = cli('workshop', 'list')[0]['id']
        texts = [part for option in OPTIONS for part in ('--option', option)]
        prices = [part for option, cost in zip(OPTIONS, costs) for part in ('--cost', f'{option}={cost}')]
        poll = cli('poll', 'new', workshop, '--question', QUESTION, '--method', method, *arguments, *texts, *prices)['id']
        for step in steps:
            cli('poll', step, poll)
    return prepare


def show_draft(app):
    show_vote(app, QUESTION)
    app.find('text', re.compile('^Budget$'))


def show_booth(app):
    show_vote(app, QUESTION)
    app.find('push button', re.compile('^(Vote here|Hier abstimmen)$')).click()
    app.find('push button', re.compile('^(Vote without a name|Ohne Namen abstimmen)$')).click()


def show_budget(app):
    show_booth(app)
    app.find('check box', re.compile(re.escape(OPTIONS[0])))
    app.key('1', '2')
    app.find(None, re.compile('^2 '))


def show_pairs(app):
    show_booth(app)
    app.find(None, re.compile('^0 (of|von) 3'))
    app.key('Left')
    app.find(None, re.compile('^1 (of|von) 3'))


def show_reason(app):
    show_booth(app)
    harness.wait_for(lambda: app.focused().name in ('Consent', 'Zustimmung', 'Konsent'), 'the first proposal focused')
    app.key('3')
    app.find('text', re.compile(re.escape(OPTIONS[0]))).reach('Tab')
    app.type('Abends ist dort kein Licht.')


BUDGET = ('--setting', 'budget=25000')
SCENES = {
    'ballot-budget-draft': (make_vote('equal-shares', *BUDGET, costs=COSTS, steps=()), show_draft),
    'ballot-budget': (make_vote('equal-shares', *BUDGET, costs=COSTS), show_budget),
    'ballot-reason': (make_vote('consent'), show_reason),
    'ballot-pairs': (make_vote('pairwise'), show_pairs),
}
