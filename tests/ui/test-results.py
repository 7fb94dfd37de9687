#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What people read in a result: charts with the same as a table, for every kind of method."""
import harness
from harness import re
from saving import save_as
from scenes_results import COUNTED, WORKSHOP, make_polls

LIBRARY = 'Bibliothek der Dinge: Werkzeug, Beamer und Lastenräder ausleihen wie Bücher'


def show(app, method, first=False):
    if not first:
        app.find('push button', 'All votes').click()
        app.wait_gone('label', COUNTED)
    app.find('list item', re.compile(re.escape(f'({method})'))).click()
    app.find('label', re.compile(re.escape(f'({method})')))
    app.find('label', COUNTED)


def unfold(part):
    """The numbers of a chart, which stand below it when they are asked for."""
    part.find('push button', 'The same as a table').click()
    return part.find('tree table')


@harness.options(start=False)
def test_charts(app):
    """Transfers, pairs, answers and a budget, each as a chart and as a table; by sector, by other methods"""
    make_polls('stv', 'schulze', 'consensing', 'equal-shares')(app.library)
    app.start()
    app.find('label', WORKSHOP).mouse()
    app.find('frame', WORKSHOP)
    app.key('alt+4')

    show(app, 'stv', first=True)
    moved = app.find('panel', 'How votes moved')
    moved.find('image', re.compile('^How votes move from round to round'))
    unfold(moved).find('label', 'is elected')

    app.find('push button', 'Count by sector').click()
    app.find('panel', re.compile('^Civil society \\(8 people\\)$'))

    saved = app.home / 'again.blt'
    app.find('push button', 'Export ballots…').click()
    save_as(app, 'Export Ballots', saved)
    app.find('label', 'Ballots exported to again.blt')
    assert re.search(r'\n0\n(".*"\n)+$', saved.read_text(encoding='utf-8'))

    show(app, 'schulze')
    app.find('push button', 'Count by other methods').click()
    others = app.find('list', 'Results by other methods')
    others.find('label', 'another result')
    others.find('label', re.compile('It counts first choices only'))
    app.find('panel', 'The strongest paths').find('image', 'The strongest paths')
    unfold(app.find('panel', 'Every option against every other')).find('label', LIBRARY)

    show(app, 'consensing')
    app.find('panel', 'How often each answer was given').find('panel', LIBRARY).find('image', re.compile('^0: 2, 1: 1'))
    unfold(app.find('panel', 'Where people disagree most')).find('label', '48 % conflict')

    show(app, 'equal-shares')
    bought = app.find('panel', 'What was bought')
    bought.find('label', '36500 are spent, 13500 remain')
    unfold(bought).find('label', 'yes')


@harness.options(start=False)
def test_rounds(app):
    """The rounds of a count on the beamer, one after the other, by a key and by a button in the other window"""
    make_polls('irv')(app.library)
    app.start()
    app.find('label', WORKSHOP).mouse()
    app.find('frame', WORKSHOP)
    app.key('alt+4')
    show(app, 'irv', first=True)
    app.key('F5')
    beamer = app.wait_window('Beamer')
    beamer.find('label', re.compile('^Was tun wir zuerst'))
    app.key('space')
    beamer.find('label', '6–7 of 7')
    app.find('push button', 'Next page on the beamer').click()
    beamer.find('label', re.compile('^Round 1 of '))
    beamer.find('label', re.compile('^[1-6] of 7 options are shown$'))
    app.find('push button', 'Next page on the beamer').click()
    beamer.find('label', re.compile('^Round 2 of '))
    beamer.find('label', re.compile('^Round 2: .* drops out. Votes move: '))
    app.find('push button', 'Page before on the beamer').click()
    beamer.find('label', re.compile('^Round 1 of '))


harness.main(test_charts, test_rounds)
