#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A vote from the first option to the result, and what the beamer shows of it."""
import re

import harness
from beamer import find_beamer, open_beamer
from scenes_people import OPEN, WORKSHOP, make_people, show_people, show_result, show_running, show_votes

VOTER = 'Lena Weiß'
OPTIONS = ('Bike lanes', 'Open kitchen', 'Library of things')


def make_draft(app, method):
    make_people(app.library)
    app.start()
    show_votes(app)
    app.find('push button', method).click()
    app.find('text', re.compile('^Add an option')).mouse()
    for option in OPTIONS:
        app.type(option)
        app.key('Return')
    app.find('text', 'Option 3')


def make_poll(app, method):
    make_draft(app, method)
    app.find('push button', 'Open the vote').click()


def vote(app, *options):
    for option in options:
        app.find('push button', f'Give a point to {option}').click()
    app.find('push button', 'Cast the ballot').click()
    app.find('push button', 'Next person')


@harness.options(start=False)
def test_dots(app):
    """Dots: on screen, on paper and by show of hands, counted together, shown when closed"""
    make_poll(app, 'Dots')
    app.find('push button', 'Vote here').click()
    app.find('label', 'Who votes?')
    app.type('lena weiss')
    app.key('Return')
    app.find('label', VOTER)
    vote(app, OPTIONS[0], OPTIONS[0], OPTIONS[1])
    app.find('push button', 'Next person').click()
    app.find('push button', 'Vote without a name').click()
    app.find('label', 'Without a name')
    vote(app, OPTIONS[2])
    app.find('push button', 'Next person').click()

    # Nobody votes twice: a ballot can be taken back, and cast again.
    app.find('label', 'Has voted')
    harness.wait_for(lambda: app.focused().name == 'Find a name', 'the name to be typed')
    app.type('lena weiss')
    app.key('Return')
    app.find('label', f'{VOTER} has voted already')
    app.find('push button', 'Take it back').click()
    app.wait_gone('label', 'Has voted')
    app.find('push button', 'Vote without a name')
    harness.wait_for(lambda: app.focused().name == 'Find a name', 'the name to be typed again')
    app.key('Return')
    app.find('label', VOTER)
    vote(app, OPTIONS[0], OPTIONS[0], OPTIONS[1])
    app.key('Escape')
    app.wait_gone('push button', 'Next person')

    app.find('push button', 'Enter paper').click()
    entry = app.find('text', 'One paper ballot')
    app.type('1 1 3x2')
    app.key('Return')
    app.find(None, '1 ballot entered')
    app.type('1x9')
    app.find(None, re.compile('is more than the ballot has'))
    app.key('ctrl+a', 'BackSpace', 'Escape')
    app.wait_gone('text', 'One paper ballot')
    app.find(None, re.compile('^3 of 16'))

    app.find('push button', 'Show of hands').click()
    app.find('spin button', 'People who took part')
    for _ in range(2):
        app.key('ctrl+a')
        app.type('4')
        app.key('Tab')
    app.find('push button', 'Enter').click()
    app.find(None, re.compile('^7 of 16'))

    harness.wait_for(lambda: not [node for node in app.walk() if 'points' in node.name],
                     'a running vote that says nothing of points')

    # Closing is undone as long as nobody has seen the result, the room neither.
    main = open_beamer(app)
    beamer = find_beamer(app)
    harness.xdotool('windowactivate', '--sync', main)
    beamer.find(None, re.compile('^7 of 16'))
    app.find('push button', 'Close the vote').click()
    app.find('push button', 'Show the result')
    beamer.wait_gone(None, re.compile('^7 of 16'))
    assert not beamer.look('label', '8 points')
    app.key('ctrl+z')
    app.find('push button', 'Vote here')
    app.find('push button', 'Close the vote').click()
    app.find('push button', 'Show the result').click()
    beamer.find('label', '8 points')
    app.find('label', re.compile('^“Bike lanes” leads with 8 of'))
    app.find('label', 'How it was counted')

    # What was seen cannot be unseen: the vote stays closed.
    app.key('ctrl+z')
    app.find(None, re.compile('stays closed'))
    app.find('label', 'How it was counted')


@harness.options(start=False)
def test_approval(app):
    """Approval: number keys choose, and a draft shows the ballot"""
    make_poll(app, 'Approval')
    app.find('push button', 'Vote here').click()
    app.find('push button', 'Vote without a name').click()
    app.find('check box', OPTIONS[0])
    app.key('2', '3')
    app.find(None, '2 chosen')
    app.find('push button', 'Cast the ballot').click()
    app.find('push button', 'Next person')
    app.key('Escape')
    app.wait_gone('push button', 'Next person')
    app.find('push button', 'Close the vote').click()
    app.find('push button', 'Show the result').click()
    app.find('label', re.compile('are tied for'))


@harness.options(start=False)
def test_ranking(app):
    """A ranking by keys, by buttons and on paper; the rows stand in its order"""
    make_poll(app, 'Instant runoff')
    app.find('push button', 'Vote here').click()
    app.find('push button', 'Vote without a name').click()
    app.find('panel', f'{OPTIONS[0]}: without a place')
    harness.wait_for(lambda: app.focused().name.startswith(OPTIONS[0]), 'the first option focused')
    app.key('Down', 'Down', 'plus')
    app.find('panel', f'{OPTIONS[2]}: place 1')
    app.find('push button', f'Put {OPTIONS[0]} one place forward').click()
    app.find('panel', f'{OPTIONS[0]}: place 2')
    # The focus is still on what is first now; the digit says which place it takes.
    app.key('2')
    app.find('panel', f'{OPTIONS[0]}: place 1')
    names = [node.name.split(':')[0] for node in app.look('panel', re.compile(': (place|without)'))]
    assert names == [OPTIONS[0], OPTIONS[2], OPTIONS[1]], names
    app.find(None, '2 of 3 in order')
    app.find('push button', 'Cast the ballot').click()
    app.find('push button', 'Next person')
    app.key('Escape')
    app.wait_gone('push button', 'Next person')

    app.find('push button', 'Enter paper').click()
    app.find('text', 'One paper ballot')
    app.type('1 3')
    app.key('Return')
    app.find(None, '1 ballot entered')
    app.key('Escape')
    app.find('push button', 'Close the vote').click()
    app.find('push button', 'Show the result').click()
    app.find('label', re.compile('Bike lanes'))


@harness.options(start=False)
def test_resistances(app):
    """Resistances by digits and by slider, and the gallery by what one wants to know"""
    make_people(app.library)
    app.start()
    show_votes(app)
    app.find('label', 'Find what hurts least')
    app.find('label', 'Choose one')
    app.find('push button', 'Systemic consensing').click()
    app.find('text', re.compile('^Add an option')).mouse()
    for option in OPTIONS:
        app.type(option)
        app.key('Return')
    app.find('text', 'Option 3')
    app.find('push button', 'Open the vote').click()
    app.find('push button', 'Vote here').click()
    app.find('push button', 'Vote without a name').click()
    app.find('slider', OPTIONS[0])
    harness.wait_for(lambda: app.focused().name == OPTIONS[0], 'the first option focused')
    app.key('1', '0', 'Down', '7', 'Down', 'plus')
    app.find(None, '3 of 3 answered')
    app.find('push button', 'Cast the ballot').click()
    app.find('push button', 'Next person')
    app.key('Escape')
    app.wait_gone('push button', 'Next person')
    app.find('push button', 'Close the vote').click()
    app.find('push button', 'Show the result').click()
    app.find('label', f'“{OPTIONS[2]}” is chosen.')
    app.find('label', 'resistance 10')


def line_height(node):
    return node.size[1]


@harness.options(start=False)
def test_beamer(app):
    """The beamer's text is large, follows the vote, and says nothing about who or what before it is closed"""
    make_people(app.library)
    app.start()
    show_running(app)
    app.key('F5')
    window = app.find('frame', 'Beamer')
    title = window.find('label', OPEN)
    option = window.find('label', 'Offene Küche' if window.look('label', 'Offene Küche') else 'Formulare in leichter Sprache')
    height = window.size[1]
    assert line_height(title) >= height / 14, (title.size, height)
    assert line_height(option) >= height / 24, (option.size, height)
    assert not [node for node in window.walk() if re.search('Demir|points', node.name)]

    harness.wait_for(lambda: harness.xdotool('getwindowname', app.window()).strip() == 'Beamer', 'the beamer in front')
    app.key('space')
    window.find('label', 'Scheitern erzählen')
    app.key('Left')
    window.find('label', 'Repair-Café im Rathausfoyer')
    app.key('Escape')
    app.wait_gone('frame', 'Beamer')


@harness.options(start=False)
def test_beamer_follows(app):
    """The beamer follows or stands still, shows a result, a board and one card, and the time goes on"""
    make_people(app.library)
    app.start()
    show_result(app)
    main, number = app.find('frame', WORKSHOP), app.window()
    app.key('F5')
    window = app.find('frame', 'Beamer')
    window.find('label', '12 points')
    main.find(None, 'The beamer shows what you work on')

    # Frozen, it stays; set free, it shows what is worked on by now.
    freeze = main.find(None, 'Freeze the beamer')
    freeze.click()
    main.find(None, 'The beamer is frozen')
    harness.xdotool('windowactivate', '--sync', number)
    app.key('alt+2')
    entry = main.find('text', 'New idea')
    window.find('label', '12 points')
    entry.mouse(y=0.4)
    for text in ('Eine Werkstatt für alle', 'Mehr Bänke'):
        app.type(text)
        app.key('Return')
    main.find('list item', re.compile('Mehr Bänke'))
    assert not window.look('label', 'Mehr Bänke')
    freeze.click()
    window.find('label', 'Mehr Bänke')
    window.find('label', 'Eine Werkstatt für alle')

    # One card alone, and the time above it, which outlives the beamer.
    main.find('list item', re.compile('Mehr Bänke')).mouse()
    app.key('shift+F5')
    window.wait_gone('label', 'Eine Werkstatt für alle')
    window.find('label', 'Mehr Bänke')
    app.key('ctrl+t')
    main.find('push button', '5 minutes').click()
    window.find(None, '5 minutes are left')
    main.find(None, '5 minutes are left')
    main.find('push button', 'Leave the beamer').click()
    app.wait_gone('frame', 'Beamer')
    app.key('alt+3')
    main.find(None, re.compile('minutes are left'))
    main.find('push button', 'Pause the timer').click()
    main.find('push button', 'Stop the timer').click()
    main.wait_gone('push button', 'Stop the timer')


@harness.options(start=False)
def test_budget(app):
    """A budget by keys: costs in the draft, errors beside them, what was chosen and what it costs"""
    make_people(app.library)
    app.start()
    show_votes(app)
    app.find('push button', 'Most votes first').click()
    app.find('text', re.compile('^Add an option')).mouse()
    for option in OPTIONS:
        app.type(option)
        app.key('Return')
    app.find(None, re.compile('^There is nothing to spend yet'))
    # One after the other, by Tab; what is no amount is said, and not taken.
    app.find('text', OPTIONS[0]).reach('Tab')
    app.type('12.000')
    app.key('Return')
    app.find('label', re.compile('^Type a number without points'))
    app.key('ctrl+a')
    app.type('12 000\t')
    app.wait_gone('label', re.compile('^Type a number without points'))
    for option, cost in zip(OPTIONS[1:], ('7000', '900')):
        app.find('text', option).reach('Tab')
        app.type(cost)
        app.key('Return')
    app.find('text', 'Budget').reach('Tab')
    app.type('13000')
    app.key('Return')
    app.wait_gone(None, re.compile('^(There is nothing to spend|It is not known)'))
    app.find('push button', 'Open the vote').click()
    app.find('push button', 'Vote here').click()
    app.find('push button', 'Vote without a name').click()
    app.find('check box', f'{OPTIONS[0]}: costs 12000')
    app.key('1', '3')
    app.find(None, '2 chosen, which cost 12900. The budget is 13000.')
    app.find('push button', 'Cast the ballot').click()
    app.find('push button', 'Next person')
    app.key('Escape')
    app.wait_gone('push button', 'Next person')
    app.find('push button', 'Close the vote').click()
    app.find('push button', 'Show the result').click()
    app.find('label', 'How it was counted')


@harness.options(start=False)
def test_pairs(app):
    """Comparisons of two: by arrows and buttons, taken back, equal, not said, and on paper"""
    make_poll(app, 'Comparisons of two')
    app.find('push button', 'Vote here').click()
    app.find('push button', 'Vote without a name').click()
    app.find(None, '0 of 3 pairs')
    harness.wait_for(lambda: app.focused().name.endswith(' is better'), 'the first pair focused')
    app.key('Left')
    app.find(None, '1 of 3 pairs')
    app.key('Right')
    app.find(None, '2 of 3 pairs')
    app.key('BackSpace')
    app.find(None, '1 of 3 pairs')
    app.key('equal')
    app.find('label', re.compile('are equally good'))
    app.find('push button', 'Cannot say').click()
    app.find(None, '3 of 3 pairs')
    app.find('push button', 'Cast the ballot').click()
    app.find('push button', 'Next person')
    app.key('Escape')
    app.wait_gone('push button', 'Next person')
    app.find('push button', 'Enter paper').click()
    app.find('text', 'One paper ballot')
    app.type('1>2 1>3')
    app.find('label', re.compile(f'“{OPTIONS[0]}” is better than “{OPTIONS[2]}”'))
    app.key('Return')
    app.find(None, '1 ballot entered')
    app.key('Escape')
    app.wait_gone('text', 'One paper ballot')
    app.find('push button', 'Close the vote').click()
    app.find('push button', 'Show the result').click()
    app.find('label', 'How it was counted')


@harness.options(start=False)
def test_reasons(app):
    """Consent: an objection has a reason, which is shown with the result"""
    make_poll(app, re.compile('^Consent'))
    app.find('push button', 'Vote here').click()
    app.find('push button', 'Vote without a name').click()
    harness.wait_for(lambda: app.focused().name == 'Consent', 'the first proposal focused')
    app.key('3')
    app.find('text', f'Reason beside {OPTIONS[0]}').reach('Tab')
    app.type('Too steep for wheelchairs')
    app.find('push button', 'Cast the ballot').click()
    app.find('push button', 'Next person')
    app.key('Escape')
    app.wait_gone('push button', 'Next person')
    app.find('push button', 'Close the vote').click()
    app.find('push button', 'Show the result').click()
    app.find('label', re.compile('Too steep for wheelchairs'))


@harness.options(start=False)
def test_names_only(app):
    """Where only people on the list vote, there are neither papers nor hands nor a ballot without a name"""
    make_draft(app, 'Approval')
    app.find('check box', 'Only people on the list vote').click().wait_state('checked')
    # What goes with it and what does not.
    twice = app.find('check box', 'Papers are typed twice, by two people')
    harness.wait_for(lambda: not twice.is_('sensitive'), 'no papers to be typed')
    app.key('alt+o')
    app.find('push button', 'Vote here').click()
    for gone in ('Enter paper', 'Show of hands'):
        assert not app.look('push button', gone), gone
    booth = app.wait_window('Ballot')
    booth.find('label', re.compile('^Everybody votes with their name here'))
    assert not booth.look('push button', 'Vote without a name')
    app.type('lena weiss')
    app.key('Return')
    booth.find('label', 'Lena Weiß')
    app.key('1', 'alt+c')
    booth.find('label', 'Thank you')
    app.key('Return')
    booth.find('label', re.compile('^Everybody votes with their name here'))
    app.key('Escape')
    app.find(None, re.compile('^1 '))


harness.main(test_budget, test_pairs, test_reasons, test_dots, test_approval, test_ranking, test_resistances, test_beamer, test_beamer_follows, test_names_only)
