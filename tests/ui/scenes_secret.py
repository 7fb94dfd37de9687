# SPDX-License-Identifier: GPL-3.0-or-later
import re

import harness
from scenes_people import make_people, show_vote, show_votes

QUESTION = 'Wer vertritt uns im Beirat?'
OPTIONS = ('Ayşe Demir', 'Jörg Großmann', 'Mirjam von der Heydt')
BALLOTS = ((), (1,), (1, 2), (2,), (3,), (1, 3))
VOTERS = ('Jörg Großmann', 'Lena Weiß')


def make_secret(*steps, ballots=BALLOTS):
    """A secret vote that is open and has ballots, and what else is done with it."""
    def prepare(library):
        def cli(*arguments):
            return harness.plenum_cli(library, *arguments)
        make_people(library)
        workshop = cli('workshop', 'list')[0]['id']
        texts = [part for option in OPTIONS for part in ('--option', option)]
        poll = cli('poll', 'new', workshop, '--question', QUESTION, '--method', 'approval', '--secret', *texts)['id']
        cli('poll', 'open', poll)
        for number, ballot in enumerate(ballots):
            voter = ['--participant', VOTERS[number]] if number < len(VOTERS) else []
            cli('poll', 'cast', *voter, poll, *map(str, ballot))
        for step in steps:
            cli('poll', step, poll)
    return prepare


def show_draft(app):
    show_votes(app)
    app.find('push button', re.compile('^(Approval|Zustimmung)')).click()
    row = app.find('list item', re.compile('^(Secret vote|Geheime Abstimmung)$'))
    row.reach('Tab')
    app.key('Return')
    app.find('check box', row.name).wait_state('checked')


def show_running(app):
    show_vote(app, QUESTION)
    app.find(None, re.compile('^6 '))


def show_who(app):
    show_running(app)
    app.key('Return')
    app.find('label', re.compile('^Ayşe'))


def show_taking_back(app):
    show_who(app)
    app.type('lena weiss')
    app.key('Return')
    app.find('text', re.compile('^(Receipt of the ballot|Beleg des Stimmzettels)$'))


def show_receipt(app):
    show_who(app)
    app.find('push button', re.compile('^(Vote without a name|Ohne Namen abstimmen)$')).click()
    app.find('check box', OPTIONS[0])
    app.key('1')
    app.find(None, re.compile('^1 '))
    app.find('push button', re.compile('^(Cast the ballot|Stimmzettel abgeben)$')).click()
    app.find(None, re.compile('^[0-9A-Z]{5}-[0-9A-Z]{5}$'))


def show_sealed(app):
    show_vote(app, QUESTION)
    app.find('push button', re.compile('^(Show the result|Das Ergebnis zeigen)$'))


def show_too_few(app):
    show_vote(app, QUESTION)
    app.find('push button', re.compile('^(Open the vote again|Abstimmung wieder eröffnen)$'))


def show_result(app):
    show_vote(app, QUESTION)
    app.find('label', re.compile('^(How it was counted|So wurde gezählt)$'))


def show_receipts(app):
    show_result(app)
    app.find('push button', re.compile('^(Find a ballot by its receipt|Stimmzettel nach Beleg finden)$')).click()
    app.find('label', re.compile('^[0-9A-Z]{5}-[0-9A-Z]{5}'))


SCENES = {
    'secret-draft': (make_people, show_draft),
    'secret-running': (make_secret(), show_running),
    'secret-who': (make_secret(), show_who),
    'secret-taking-back': (make_secret(), show_taking_back),
    'secret-receipt': (make_secret(), show_receipt),
    'secret-sealed': (make_secret('close'), show_sealed),
    'secret-too-few': (make_secret('close', ballots=BALLOTS[:2]), show_too_few),
    'secret-result': (make_secret('close', 'receipts'), show_result),
    'secret-receipts': (make_secret('close', 'receipts'), show_receipts),
}
