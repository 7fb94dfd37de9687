#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A secret vote in the window: receipts, taking back, closing, showing, the published list."""
import re

import harness
from beamer import find_beamer, open_beamer
from saving import save_as
from scenes_people import make_people, show_votes

VOTERS = {'lena weiss': 'Lena Weiß', 'lena okafor': 'Lena Okafor'}
LENA, OTHER = VOTERS
OPTIONS = ('Bike lanes', 'Open kitchen')
RECEIPT = re.compile('^[0-9A-Z]{5}-[0-9A-Z]{5}$')


def make_secret_poll(app):
    make_people(app.library)
    app.start()
    show_votes(app)
    app.find('push button', 'Approval').reach('Tab')
    app.key('Return')
    # The first option can be typed at once.
    app.find('text', re.compile('^Add an option'))
    for option in OPTIONS:
        app.type(option)
        app.key('Return')
    app.find('text', 'Option 2')
    app.find('list item', 'Secret vote').reach('Tab')
    app.key('Tab', 'space')
    switch = app.find('check box', 'Secret vote').wait_state('checked')
    # And as a screen reader does it.
    switch.click().wait_state('checked', False)
    switch.click().wait_state('checked')
    app.key('alt+o')
    app.find(None, re.compile('^This vote is secret'))
    assert not app.look('push button', 'Show of hands')


def wait_for_name(app):
    harness.wait_for(lambda: app.focused().name == 'Find a name', 'a name to be typed')


def vote(app, typed, choices):
    """Returns the receipt."""
    wait_for_name(app)
    app.type(typed)
    app.key('Return')
    app.find('label', VOTERS[typed])
    app.find('check box', OPTIONS[0])
    app.key(*choices)
    app.find(None, f'{len(choices)} chosen')
    app.key('alt+c')
    app.find('push button', 'Noted, next person').wait_state('focused')
    receipt = app.find(None, RECEIPT).name
    app.key('Return')
    app.wait_gone(None, receipt)
    return receipt


def take_back(app, typed, receipt):
    """Who has voted is known, what they voted is not: only the receipt finds the ballot."""
    wait_for_name(app)
    app.find('label', 'Has voted')
    app.type(typed)
    app.key('Return')
    app.find('text', 'Receipt of the ballot')
    # Mistyped, it stands there to be looked at again, with the reason.
    app.type('00000-00000')
    app.key('Return')
    app.find(None, re.compile('^No ballot of this poll has the receipt'))
    app.find('text', 'Receipt of the ballot').wait_text('00000-00000')
    app.type(receipt.lower().replace('-', ' '))
    app.key('Return')
    app.wait_gone('text', 'Receipt of the ballot')
    app.find(None, 'The ballot is taken back')
    harness.wait_for(lambda: not app.look('label', 'Has voted'), 'nobody of that name who has voted')
    app.key('ctrl+a', 'BackSpace')


def enter_paper(app):
    app.find('push button', 'Enter paper')
    app.key('alt+p')
    app.find('text', 'One paper ballot')
    app.type('1')
    app.key('Return')
    app.find(None, re.compile('^1 ballot entered. Receipt of the last one: [0-9A-Z]{5}-'))
    app.find('push button', 'Take back the last one').click()
    app.find(None, '0 ballots entered')
    app.type('2')
    app.key('Return')
    said = app.find(None, re.compile('^1 ballot entered. Receipt')).name
    app.key('Escape')
    app.wait_gone('text', 'One paper ballot')
    return said.split()[-1]


def open_beside(app):
    """The beamer, with the keys going to the facilitator's window."""
    main = open_beamer(app)
    harness.xdotool('windowactivate', '--sync', main)
    return find_beamer(app)


@harness.options(start=False)
def test_secret(app):
    """By keys: a secret vote gives receipts, is taken back by them, closes for good when its result is shown"""
    make_secret_poll(app)
    app.find('push button', 'Vote here').wait_state('focused')
    app.key('Return')
    first = vote(app, LENA, ['1'])
    second = vote(app, OTHER, ['1', '2'])
    assert first != second
    take_back(app, LENA, first)
    again = vote(app, LENA, ['2'])
    wait_for_name(app)
    app.key('Escape')
    app.wait_gone('push button', 'Vote without a name')

    # Of so few no result is shown, and the way back is offered in its place.
    app.find(None, re.compile('^2 of 16'))
    app.key('alt+c')
    app.find('label', re.compile('from three ballots on'))
    app.find('push button', 'Open the vote again').wait_state('focused')
    app.key('Return')
    app.find(None, re.compile('^2 of 16'))
    beamer = open_beside(app)
    beamer.find(None, re.compile('^2 of 16'))
    paper = enter_paper(app)
    beamer.find(None, re.compile('^3 of 16'))

    # Whoever voted without a name has nothing but the receipt.
    app.find('push button', re.compile('^Take a ballot back')).click()
    app.find('text', 'Receipt of the ballot')
    app.type(paper)
    app.key('Return')
    beamer.find(None, re.compile('^2 of 16'))
    paper = enter_paper(app)
    beamer.find(None, re.compile('^3 of 16'))

    # Closing can be undone, as long as nobody has seen the result.
    app.key('alt+c')
    app.find('push button', 'Show the result').wait_state('focused')
    app.find(None, re.compile('still sealed'))
    beamer.wait_gone(None, re.compile('^3 of 16'))
    app.key('ctrl+z')
    beamer.find(None, re.compile('^3 of 16'))
    app.find('push button', 'Close the vote')
    app.key('alt+c')
    app.find('push button', 'Show the result').wait_state('focused')
    assert not app.look('label', '3 approvals')
    app.key('Return')
    app.find('label', 'How it was counted')
    beamer.find('label', '3 approvals')
    app.key('ctrl+z')
    app.find(None, re.compile('stays closed'))
    app.find('label', 'How it was counted')

    app.key('alt+f')
    app.find('label', second)
    app.find('label', 'Bike lanes · Open kitchen')
    assert not app.look('label', first)
    app.type(again.lower().replace('-', ''))
    app.wait_gone('label', second)
    app.find('label', again)
    app.find('label', 'Open kitchen')
    app.key('ctrl+a')
    app.type(first)
    app.find('label', 'No ballot has this receipt')

    saved = app.home / 'receipts.csv'
    app.find('push button', re.compile('^Save')).click()
    save_as(app, 'Save the ballots', saved)
    harness.wait_for(lambda: all(receipt in saved.read_text(encoding='utf-8') for receipt in (second, again, paper)),
                     'the ballots with their receipts')
    assert first not in saved.read_text(encoding='utf-8')


harness.main(test_secret)
