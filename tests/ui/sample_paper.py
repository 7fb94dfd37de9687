# SPDX-License-Identifier: GPL-3.0-or-later
"""A vote with dots on twenty options, and paper ballots for it."""
import collections
import contextlib
import json
import random
import sqlite3

import harness

QUESTION = 'Wofür geben wir das Geld aus?'
OPTIONS = [f'Vorschlag {number}' for number in range(1, 21)]
POINTS, MOST = 5, 3


def make_vote(library, workshop, n_options=len(OPTIONS), opened=True):
    """The vote is open, or a draft."""
    library.parent.mkdir(parents=True, exist_ok=True)
    made = harness.plenum_cli(library, 'workshop', 'new', '--title', workshop)['id']
    options = [part for option in OPTIONS[:n_options] for part in ('--option', option)]
    poll = harness.plenum_cli(library, 'poll', 'new', made, '--question', QUESTION, '--method', 'dots',
                              '--setting', f'points={POINTS}', '--setting', f'most={MOST}', *options)
    if opened:
        harness.plenum_cli(library, 'poll', 'open', poll['id'])
    return poll['id']


def make_ballots(number):
    """Each as points by the number of the option; the same ones each time. Some are blank."""
    chance = random.Random(7)
    dots = [*range(1, len(OPTIONS) + 1)] * MOST
    return [dict(collections.Counter(chance.sample(dots, chance.randint(0, POINTS)))) for _ in range(number)]


def spell(ballot):
    """As one types it: “3 3 17”, “3x2 17”; a blank one is “0”."""
    numbers = [f'{option}x{points}' if points > 2 else ' '.join([str(option)] * points)
               for option, points in ballot.items()]
    return ' '.join(numbers) or '0'


def read_ballots(library):
    """What is stored, in the order in which it came."""
    with contextlib.closing(sqlite3.connect(library)) as database:
        options = database.execute('SELECT id, text FROM option').fetchall()
        ballots = database.execute('SELECT choices FROM ballot ORDER BY rowid').fetchall()
    number = {option: OPTIONS.index(text) + 1 for option, text in options}
    return [{number[option]: points for option, points in json.loads(choices).items()} for choices, in ballots]
