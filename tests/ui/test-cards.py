#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Cards: merged and split, copied, linked, tagged and found; areas: folded, hidden, limited, moved."""
import harness
from scenes_boards import LATER, QUESTIONS, column, cards, on_board, wait_cards, wait_said


def select_both(app, first, second):
    app.find('list item', first).mouse()
    app.find('list item', first).wait_state('selected')
    harness.xdotool('keydown', 'ctrl')
    app.find('list item', second).mouse()
    harness.xdotool('keyup', 'ctrl')
    app.find('list item', second).wait_state('selected')


def wait_focused(app, name):
    harness.wait_for(lambda: app.focused().name == name, f'the focus on {name}, not {app.focused()!r}')


@on_board
def test_merge_and_copy(app):
    """Two cards are merged and split again; a card is duplicated, copied and pasted; a list becomes cards"""
    both = '\n'.join(QUESTIONS)
    select_both(app, *QUESTIONS)
    app.key('ctrl+m')
    wait_cards(app, 'Offene Fragen', [both])
    card = app.find('list item', both).wait_state('focused')
    harness.wait_for(lambda: 'from 2 cards' in card.description, 'what it was merged from said')
    app.key('ctrl+Return')
    app.find('push button', 'Split')
    app.key('Escape')
    wait_focused(app, both)
    app.key('ctrl+shift+m')
    wait_cards(app, 'Offene Fragen', QUESTIONS)

    app.find('list item', QUESTIONS[0]).mouse()
    app.key('ctrl+d')
    wait_cards(app, 'Offene Fragen', [QUESTIONS[0]] + QUESTIONS)
    app.key('ctrl+z')
    wait_cards(app, 'Offene Fragen', QUESTIONS)
    app.find('list item', QUESTIONS[0]).mouse()
    app.key('ctrl+c')
    wait_said(app, '1 card copied')
    app.find('list item', LATER[0]).mouse()
    app.key('ctrl+v')
    wait_cards(app, 'Themenspeicher', [LATER[0], QUESTIONS[0], LATER[1]])

    column(app, 'Offene Fragen').find('text', 'New idea').mouse()
    app.type('* eins')
    app.key('shift+Return')
    app.type('* zwei')
    app.key('ctrl+a', 'ctrl+x')
    app.find('list item', LATER[1]).mouse()
    app.key('ctrl+v')
    wait_cards(app, 'Themenspeicher', [LATER[0], QUESTIONS[0], LATER[1], 'eins', 'zwei'])
    app.key('ctrl+z')
    wait_cards(app, 'Themenspeicher', [LATER[0], QUESTIONS[0], LATER[1]])


@on_board
def test_link_tag_find(app):
    """Cards are tagged together in one step, linked, found from anywhere, and moved by the menu"""
    select_both(app, *QUESTIONS)
    app.key('ctrl+shift+t')
    app.find('frame', 'Tags of 2 cards')
    app.type('Bus, Rad')
    app.key('Return')
    for question in QUESTIONS:
        card = app.find('list item', question)
        harness.wait_for(lambda node=card: 'Bus' in node.description and 'Rad' in node.description, 'both tags')
    app.key('ctrl+z')
    harness.wait_for(lambda: 'Bus' not in card.description, 'no tag of the two')

    app.find('list item', LATER[0]).mouse()
    app.key('ctrl+k')
    app.find('frame', 'What does it build on?')
    app.type('geliehenes')
    app.key('Return')
    app.find('list item', LATER[0]).mouse()
    app.key('ctrl+Return')
    app.find('label', 'This card builds on it')
    app.key('Escape')

    app.key('ctrl+j')
    app.find('frame', 'Go to a card')
    app.type('Repair-Bus ist')
    app.key('Return')
    wait_focused(app, LATER[1])
    app.key('Menu')
    app.find('menu item', 'Draw a lesson from it').click()
    app.find('text', 'Text of the card').wait_state('focused')
    app.type('Zuerst versichern')
    app.key('Return')
    wait_cards(app, 'Themenspeicher', LATER + ['Zuerst versichern'])


@on_board
def test_areas(app):
    """An area is renamed, moved, limited, folded and hidden, and all of it undone"""
    def menu(area):
        app.find('push button', f'Menu of the area “{area}”').click()

    def titles():
        return [node.name for node in app.look('panel') if node.name in ('Ideen', 'Fragen', 'Themenspeicher', 'Offene Fragen')]

    menu('Offene Fragen')
    app.find('menu item', 'Hide until revealed').click()
    app.find('label', 'Hidden from the beamer')
    column(app, 'Offene Fragen').find('push button', 'Reveal').click()
    harness.wait_for(lambda: not app.look('label', 'Hidden from the beamer'), 'it revealed')
    menu('Offene Fragen')
    app.find('menu item', 'Limit…').click()
    app.find('spin button').wait_state('focused')
    app.key('ctrl+a')
    app.type('1')
    app.key('Tab', 'Return')
    app.find('label', '2 cards, at most 1')
    menu('Offene Fragen')
    app.find('menu item', 'Fold').click()
    harness.wait_for(lambda: not app.look('list item', QUESTIONS[0]), 'no card of a folded area')
    app.key('ctrl+z')
    app.find('list item', QUESTIONS[0])

    before = titles()
    column(app, 'Offene Fragen').find('text', 'New idea').mouse()
    app.key('shift+Tab')
    harness.wait_for(lambda: app.focused().name == 'Menu of the area “Offene Fragen”', 'the focus on the title')
    app.key('ctrl+Left')
    harness.wait_for(lambda: titles() != before, 'it moved')
    app.key('F2')
    app.type('Fragen')
    app.key('Return')
    column(app, 'Fragen')
    app.key('ctrl+z', 'ctrl+z')
    harness.wait_for(lambda: titles() == before, f'{before}, not {titles()}')
    assert cards(app, 'Offene Fragen') == QUESTIONS, cards(app, 'Offene Fragen')


harness.main(test_merge_and_copy, test_link_tag_find, test_areas)
