#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job by mouse and keys alone: from the first start to the first result,
and back again by undo until nothing is left."""
import harness
from focus import tab
from harness import re

IDEAS = ('Bänke, auf denen man sich trifft', 'Werkzeuge leihen statt kaufen', 'Ein Garten für alle')
QUESTION = 'Womit beginnen wir?'


def make_workshop(app):
    app.find('push button', 'New Workshop').click()
    dialog = app.wait_window('New Workshop')
    app.type('Unser Platz')
    dialog.find('text', 'Title').wait_text('Unser Platz')
    dialog.find('table', 'Templates').find('table cell', 'Brainstorming with dots').mouse()
    dialog.find('push button', 'Create').click()
    app.find('frame', 'Unser Platz')


def type_ideas(app):
    app.find('panel', 'Ideas').find('text', 'New idea').mouse()
    for idea in IDEAS:
        app.type(idea)
        app.key('Return')
    for idea in IDEAS:
        app.find('list item', idea)


def make_poll(app):
    app.key('alt+4')
    app.find('push button', 'Dots').click()
    question = app.find('text', 'Question')
    question.mouse()
    app.key('ctrl+a')
    app.type(QUESTION)
    app.key('Return')
    app.find('push button', 'Ideas…').click()
    picker = app.wait_window('Ideas to vote on')
    # A name can be typed at once; the list, however long, is one step.
    harness.wait_for(lambda: app.focused().name == 'Filter', 'the focus on the filter')
    for name in ('Choose all', '|'.join(IDEAS), 'Cancel', 'Filter'):
        tab(app, name)
    tab(app, 'Choose all')
    app.key('space')
    picker.find('push button', 'Add 3 options').click()
    app.find('text', 'Option 3')
    app.find('push button', 'Open the vote').click()


def vote(app):
    app.find('push button', 'Vote here').click()
    for idea in (IDEAS[2], IDEAS[2], IDEAS[0]):
        app.find('push button', f'Give a point to {idea}').click()
    app.find('push button', 'Cast the ballot').click()
    app.find('push button', 'Next person')
    app.key('Escape')
    app.wait_gone('push button', 'Next person')


def undo(app, what, role, name, gone=False):
    """Takes back one step, which the button names, and sees that it is taken back."""
    app.find('push button', f'Undo: {what}')
    app.key('ctrl+z')
    if gone:
        app.wait_gone(role, name)
    else:
        app.find(role, name)


def undo_all(app):
    undo(app, f'Close poll “{QUESTION}”', 'push button', 'Close the vote')
    app.find(None, '1 person has voted')
    undo(app, 'Cast ballot', None, '1 person has voted', gone=True)
    undo(app, f'Open poll “{QUESTION}”', 'push button', 'Open the vote')
    app.find('text', 'Option 3')
    undo(app, f'Edit poll “{QUESTION}”', 'text', 'Option 3', gone=True)
    undo(app, f'Edit poll “{QUESTION}”', 'push button', re.compile('^Undo: Add poll'))
    undo(app, 'Add poll “How can we …?”', 'push button', 'Dots')
    app.key('alt+2')
    for idea in reversed(IDEAS):
        undo(app, f'Add card “{idea}”', 'list item', idea, gone=True)
    undo(app, 'Add workshop “Unser Platz”', 'frame', 'Plenum')


def test_first_vote(app):
    """An empty library, a workshop, ideas, a vote with dots that is closed; then all of it undone"""
    make_workshop(app)
    type_ideas(app)
    make_poll(app)
    vote(app)
    app.find('push button', 'Close the vote').click()
    # Once it is shown the vote stays closed; test-voting.py looks at results.
    app.find('push button', 'Show the result')
    undo_all(app)
    app.find('label', 'Bring the whole room together')


harness.main(test_first_vote)
