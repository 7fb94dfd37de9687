#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The agenda: planned by typing, gone through on the day, shown on the beamer."""
import re

import harness
from beamer import bring_to_front, find_beamer, open_beamer
from scenes_agenda import make_agenda, make_empty, show_agenda

CLOCK = r'\d\d:\d\d'


def rows(app):
    """The names of the steps, from top to bottom."""
    return [row.name for row in app.find('list', 'Steps of the agenda').look('list item')]


def wait_rows(app, *wanted):
    harness.wait_for(lambda: len(rows(app)) == len(wanted)
                     and all(re.search(want, row) for want, row in zip(wanted, rows(app))), f'{wanted} in the agenda')


def wait_focus(app, role, name):
    app.find(role, name).wait_state('focused')


def start_empty(app):
    make_empty(app.library)
    app.start()
    return show_agenda(app)


@harness.options(start=False)
def test_typed(app):
    """Steps are typed one after the other, with their times"""
    entry = start_empty(app)
    app.find('label', 'No agenda yet')
    for line in ('9:00 Arrival; 15', 'Collect ideas', '12:00 Lunch; 60'):
        app.type(line)
        app.key('Return')
        harness.wait_for(lambda: entry.text == '', 'an empty entry')
    wait_rows(app, '^09:00, Arrival, 15 minutes$', '^09:15, Collect ideas, 30 minutes$', '^12:00, Lunch, 1 hour$')
    app.find('label', '1 h 45 min planned')
    app.find('label', 'Ends at 13:00')

    # Without a name there is no step.
    app.type('  ')
    app.key('Return', 'ctrl+a', 'BackSpace')
    app.key('ctrl+z')
    wait_rows(app, 'Arrival', 'Collect')


@harness.options(start=False)
def test_day(app):
    """The day is gone through, step by step, and undone"""
    start_empty(app)
    for line in ('Arrival; 15', 'Collect ideas; 45', 'Vote; 10'):
        app.type(line)
        app.key('Return')
    wait_rows(app, '^Arrival', '^Collect ideas', '^Vote')
    app.find('push button', 'Begin').click()
    wait_rows(app, r'Arrival, 15 minutes, Running$', r'Collect ideas, 45 minutes$', 'Vote, 10 minutes$')
    app.find('label', re.compile(rf'^15 minutes left, then Collect ideas at {CLOCK}$'))
    app.find('label', re.compile(rf'^On time\. Ends at {CLOCK}$'))
    # Wherever one is, the sidebar says what goes on.
    app.key('alt+2')
    app.find('list item', 'Arrival')
    app.key('alt+1')

    # The room sees how long it still takes.
    menu = app.find('list item', re.compile('Arrival, 15 minutes')).find('push button', 'What can be done with this step')
    menu.find('push button', 'What can be done with this step').choose('Start a timer for the rest')
    app.find('label', re.compile('^1[45] minutes are left'))

    app.find('push button', 'Next Step').click()
    wait_rows(app, 'Arrival, 15 minutes, Done$', 'Collect ideas, 45 minutes, Running$', 'Vote')
    app.find('label', re.compile(r'^15 minutes ahead\. Ends at about'))
    app.key('ctrl+z')
    wait_rows(app, 'Arrival, 15 minutes, Running$', 'Collect ideas, 45 minutes$', 'Vote')
    app.key('ctrl+shift+z')
    app.find('push button', 'Next Step').click()
    app.find('push button', 'Finish').click()
    app.find('label', 'All steps are done')
    wait_rows(app, 'Done$', 'Done$', 'Done$')

    menu = app.find('push button', 'What can be done with the agenda')
    menu.find('push button', 'What can be done with the agenda').choose('Set back to the beginning')
    app.find('push button', 'Begin')
    wait_rows(app, 'Arrival, 15 minutes$', 'Collect ideas, 45 minutes$', 'Vote, 10 minutes$')


@harness.options(start=False)
def test_keys(app):
    """All of it by keyboard: move, insert, delete, details, go to the board"""
    make_agenda(app.library, 'brainstorming-dots')
    app.start()
    show_agenda(app)
    wait_rows(app, 'Begrüßung', 'Ideen sammeln', 'Lesen', 'Punkte', 'Nächste', 'Abschluss')
    wait_focus(app, 'list item', re.compile('^Begrüßung'))
    app.key('alt+Down')
    wait_rows(app, 'Ideen sammeln', 'Begrüßung', 'Lesen', 'Punkte', 'Nächste', 'Abschluss')
    wait_focus(app, 'list item', re.compile('^Begrüßung'))
    app.key('alt+Up')
    wait_rows(app, 'Begrüßung', 'Ideen sammeln', 'Lesen', 'Punkte', 'Nächste', 'Abschluss')

    app.key('Down', 'n')
    wait_focus(app, 'text', 'New step')
    app.type('Kennenlernen; 20')
    app.key('Return')
    wait_rows(app, 'Begrüßung', 'Kennenlernen, 20 minutes', 'Ideen sammeln', 'Lesen', 'Punkte', 'Nächste', 'Abschluss')
    app.key('shift+Tab')
    wait_focus(app, 'list item', re.compile('^Ideen sammeln'))
    app.key('Up')
    wait_focus(app, 'list item', re.compile('^Kennenlernen'))
    app.key('Delete')
    wait_rows(app, 'Begrüßung', 'Ideen sammeln', 'Lesen', 'Punkte', 'Nächste', 'Abschluss')
    wait_focus(app, 'list item', re.compile('^Ideen sammeln'))

    app.key('s')
    wait_rows(app, 'Begrüßung.*Skipped$', 'Ideen sammeln.*Running$', 'Lesen', 'Punkte', 'Nächste', 'Abschluss')
    app.key('f')
    wait_rows(app, 'Begrüßung.*Skipped$', 'Ideen sammeln.*Done$', 'Lesen', 'Punkte', 'Nächste', 'Abschluss')
    app.key('b')
    app.find('list', 'Ideen')

    # What a step names may be renamed.
    app.find('push button', 'Boards of this workshop').find('push button', 'Boards of this workshop').choose('Rename board')
    app.key('ctrl+a')
    app.type('Sammlung')
    app.key('Return')
    app.find('list item', 'Sammlung')
    app.key('alt+1')
    wait_rows(app, 'Begrüßung', 'Ideen sammeln.* · Sammlung', 'Lesen', 'Punkte', 'Nächste', 'Abschluss')


@harness.options(start=False)
def test_details(app):
    """The details are stored as typed; a wrong time is refused and said"""
    make_agenda(app.library, 'brainstorming-dots')
    app.start()
    show_agenda(app)
    wait_focus(app, 'list item', re.compile('^Begrüßung'))
    app.key('Return')
    app.find('text', 'Name')
    app.key('End')
    app.type(' des Tages')
    app.find('text', 'Led by').mouse()
    app.type('Ines')
    app.key('Return')
    app.find('text', 'Begins at, such as 9:30').mouse()
    app.type('9:30')
    app.key('Return')
    wait_rows(app, '^09:30, Begrüßung und Frage des Tages, 10 minutes · Ines$', '^09:40, Ideen', '', '', '', '')
    app.key('ctrl+a')
    app.type('half past')
    app.key('Return')
    app.find('label', re.compile('^“half past” is no time of day'))
    harness.wait_for(lambda: app.find('text', 'Begins at, such as 9:30').text == '9:30', 'the time that is stored')
    app.find('text', 'Note').mouse()
    app.type('Do not forget the cake')
    app.key('Escape')
    wait_focus(app, 'list item', re.compile('^09:30, Begrüßung'))

    # It is where it was after a restart.
    app.restart()
    wait_rows(app, '^09:30, Begrüßung und Frage des Tages', '', '', '', '', '')
    app.find('list item', re.compile('^09:30, Begrüßung')).mouse(x=0.3)
    app.key('Escape')
    wait_focus(app, 'list item', re.compile('^09:30, Begrüßung'))

    # The room sees the step, and not what was noted.
    app.key('s')
    wait_rows(app, 'Running$', '', '', '', '', '')
    open_beamer(app)
    beamer = find_beamer(app)
    beamer.find('label', 'Begrüßung und Frage des Tages')
    beamer.find('label', re.compile(rf'^until {CLOCK}\s+then: Ideen sammeln$'))
    assert not beamer.look(None, re.compile('cake|Ines'))


harness.main(test_typed, test_day, test_keys, test_details)
