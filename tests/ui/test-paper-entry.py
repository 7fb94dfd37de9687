#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A stack of paper ballots, typed by keys alone and faster than anybody types."""
import re

import harness
from sample_paper import QUESTION, make_ballots, make_vote, read_ballots, spell
from screen import Screen

WORKSHOP = 'Bürgerhaushalt'


@harness.options(start=False)
def test_hundred(app):
    """A hundred dot ballots of twenty options are stored just as they were typed, without the mouse"""
    make_vote(app.library, WORKSHOP)
    app.start()
    app.find('list item', WORKSHOP).reach()
    app.key('Return')
    app.find('frame', WORKSHOP)
    app.key('alt+3')
    app.find('list item', re.compile(f'^{re.escape(QUESTION)}')).reach('Tab')
    app.key('Return')
    app.find('push button', 'Enter paper').reach('Tab')
    app.key('Return')
    app.find('text', 'One paper ballot')

    ballots = make_ballots(100)
    # Not one key waits for the ballot before it to be stored.
    Screen(app.display.environment['DISPLAY']).type(''.join(spell(ballot) + '\n' for ballot in ballots))
    app.find(None, '100 ballots entered')
    assert read_ballots(app.library) == ballots

    # A slip is said, and neither it nor what is right in it is stored.
    app.type('1 99')
    app.key('Return')
    app.find(None, re.compile('99'))
    app.key('ctrl+a', 'BackSpace')
    app.find('push button', 'Take back the last one').reach('Tab')
    app.key('Return')
    app.find(None, '99 ballots entered')
    assert read_ballots(app.library) == ballots[:-1]
    app.key('Escape')
    app.find(None, re.compile('^99 '))


harness.main(test_hundred)
