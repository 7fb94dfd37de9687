#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A stack of paper ballots, typed by keys alone and faster than anybody types."""
import re

import harness
from sample_paper import QUESTION, make_ballots, make_vote, read_ballots, spell

WORKSHOP = 'Bürgerhaushalt'


def show_vote(app):
    app.start()
    app.find('list item', WORKSHOP).reach()
    app.key('Return')
    app.find('frame', WORKSHOP)
    app.key('alt+4')
    # The list of what is in the workshop is one stop for Tab.
    app.find('list item', 'All steps').reach('Tab')
    app.find('list item', re.compile(f'^{re.escape(QUESTION)}')).reach('Down')
    app.key('Return')


@harness.options(start=False)
def test_hundred(app):
    """A hundred dot ballots of twenty options are stored just as they were typed, without the mouse"""
    make_vote(app.library, WORKSHOP)
    show_vote(app)
    app.find('push button', 'Enter paper').reach('Tab')
    app.key('Return')
    app.find('text', 'One paper ballot')

    ballots = make_ballots(100)
    # Not one key waits for the ballot before it to be stored.
    app.display.screen.type(''.join(spell(ballot) + '\n' for ballot in ballots))
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


def type_papers(app, *ballots):
    app.display.screen.type(''.join(ballot + '\n' for ballot in ballots))


@harness.options(start=False)
def test_four_eyes(app):
    """Two people type the same papers, see what differs, and settle it, without the mouse"""
    poll = make_vote(app.library, WORKSHOP, 4, opened=False)
    show_vote(app)
    app.find('list item', 'Papers are typed twice, by two people').reach('Tab')
    app.key('Tab', 'space')
    app.find('check box', 'Papers are typed twice, by two people').wait_state('checked')
    app.key('alt+o')
    app.find('push button', 'Enter paper').reach('Tab')
    app.key('Return')
    app.find('text', 'Your initials').wait_state('focused')
    app.key('Tab', 'Tab')
    type_papers(app, '3 3')
    app.find(None, 'Type your initials and the number of the paper first.')
    app.key('Tab', 'Tab', 'ctrl+a', 'BackSpace', 'shift+Tab', 'shift+Tab')
    type_papers(app, 'ab', '3 3', '1', '0')
    app.find(None, '0 papers count. 3 wait until two people have typed the same.')
    assert harness.plenum_cli(app.library, 'poll', 'show', poll)['ballots'] == 0

    # Somebody else types the same stack; one line is not the same.
    app.key('shift+Tab', 'shift+Tab')
    app.find('text', 'Your initials').wait_state('focused')
    app.key('ctrl+a')
    type_papers(app, 'cd', '3 3', '2', '0')
    app.find(None, re.compile('Paper 2: AB typed “1”, CD typed “2”'))
    app.find(None, '2 papers count. 1 waits until two people have typed the same.')
    shown = harness.plenum_cli(app.library, 'poll', 'show', poll)
    assert (shown['ballots'], shown['papers_waiting'], shown['papers_differing']) == (2, 1, 1), shown

    # The first was right, so the second types that paper once more.
    app.key('shift+Tab')
    app.find('text', 'Number of the paper').wait_state('focused')
    app.key('ctrl+a')
    type_papers(app, '2', '1')
    app.find(None, '3 papers count.')
    app.wait_gone(None, re.compile('Paper 2: '))
    assert sorted(map(spell, read_ballots(app.library))) == ['0', '1', '3 3']


harness.main(test_hundred, test_four_eyes)
