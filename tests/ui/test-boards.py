#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Boards: cards are typed, dragged, moved by keys, put into themes, and all of it undone."""
import harness
from scenes_boards import LATER, QUESTIONS, cards, column, on_board, wait_cards, wait_described, wait_said


@on_board
def test_ten_in_a_row(app):
    """Ten cards are typed in a row without the mouse, and undone one by one"""
    column(app, 'Offene Fragen').find('text', 'New idea').mouse()
    for i in range(10):
        app.type(f'Frage {i}')
        app.key('Return')
    typed = [f'Frage {i}' for i in reversed(range(10))]
    wait_cards(app, 'Offene Fragen', typed + QUESTIONS)
    node = column(app, 'Offene Fragen').find('list item', 'Frage 9')
    wait_described(node, 'Question. 1 of 12 in Offene Fragen')
    node.mouse()
    for i in range(10):
        app.key('ctrl+z')
        wait_cards(app, 'Offene Fragen', typed[i + 1:] + QUESTIONS)
    app.key('ctrl+shift+z')
    wait_cards(app, 'Offene Fragen', ['Frage 0'] + QUESTIONS)


@on_board
def test_thirty_undone(app):
    """Ctrl+Z thirty times as fast as a keyboard repeats undoes thirty steps"""
    column(app, 'Offene Fragen').find('text', 'New idea').mouse()
    for i in range(30):
        app.type(f'{i}')
        app.key('Return')
    app.find('push button', 'Undo: Add card “29”')
    app.find('list item', '29').mouse()
    app.find('list item', '29').wait_state('focused')
    harness.xdotool('key', '--delay', 3, *['ctrl+z'] * 30)
    wait_cards(app, 'Offene Fragen', QUESTIONS)
    app.find('push button', 'Redo: Add card “0”')
    harness.xdotool('key', '--delay', 3, *['ctrl+shift+z'] * 30)
    app.find('push button', 'Undo: Add card “29”')
    app.find('list item', '29')


@on_board
def test_drag(app):
    """A card is dragged into another area by the mouse, and undone"""
    card = app.find('list item', QUESTIONS[1])
    card.drag_to(app.find('list item', LATER[0]), y=0.05)
    wait_cards(app, 'Themenspeicher', [QUESTIONS[1]] + LATER)
    wait_cards(app, 'Offene Fragen', QUESTIONS[:1])
    app.key('ctrl+z')
    wait_cards(app, 'Offene Fragen', QUESTIONS)


@on_board
def test_drag_many(app):
    """What is selected is dragged together"""
    app.find('list item', QUESTIONS[0]).mouse()
    app.find('list item', QUESTIONS[0]).wait_state('selected')
    harness.xdotool('keydown', 'ctrl')
    app.find('list item', QUESTIONS[1]).mouse()
    harness.xdotool('keyup', 'ctrl')
    app.find('list item', QUESTIONS[1]).wait_state('selected')
    wait_said(app, '2 cards selected')
    app.find('list item', QUESTIONS[1]).drag_to(app.find('list item', LATER[1]), y=0.05)
    wait_cards(app, 'Themenspeicher', [LATER[0]] + QUESTIONS + [LATER[1]])


@on_board
def test_keyboard_move(app):
    """A card is moved by keys, and every step is said"""
    app.find('list item', QUESTIONS[0]).mouse()
    app.key('m')
    wait_said(app, '1 card picked up')
    app.key('Right')
    wait_said(app, 'Themenspeicher, place 1 of 3')
    app.key('Down')
    wait_said(app, 'Themenspeicher, place 2 of 3')
    app.key('Return')
    wait_cards(app, 'Themenspeicher', [LATER[0], QUESTIONS[0], LATER[1]])
    wait_described(app.find('list item', QUESTIONS[0]).wait_state('focused'), 'Question. 3 comments. 2 of 3 in Themenspeicher')
    app.key('m', 'Left')
    wait_said(app, 'Offene Fragen')
    app.key('Escape')
    wait_said(app, 'Not moved')
    wait_cards(app, 'Themenspeicher', [LATER[0], QUESTIONS[0], LATER[1]])


@on_board
def test_theme(app):
    """Two cards dropped on each other become a theme, which is named, opened and taken apart without loss"""
    app.find('list item', LATER[1]).drag_to(app.find('list item', LATER[0]), y=0.5)
    app.find('text', 'Name of the theme').wait_state('focused')
    app.type('Fürs nächste Mal')
    app.key('Return')
    stack = app.find('list item', 'Theme: Fürs nächste Mal')
    wait_cards(app, 'Themenspeicher', ['Theme: Fürs nächste Mal'])
    wait_described(stack, '2 cards. 1 of 1 in Themenspeicher')
    app.key('Right')
    wait_cards(app, 'Themenspeicher', ['Theme: Fürs nächste Mal'] + LATER)
    app.find('list item', LATER[0]).mouse()
    app.key('ctrl+shift+g')
    wait_cards(app, 'Themenspeicher', ['Theme: Fürs nächste Mal', LATER[1], LATER[0]])
    app.find('list item', 'Theme: Fürs nächste Mal').mouse()
    app.key('Delete')
    wait_cards(app, 'Themenspeicher', [LATER[1], LATER[0]])
    app.key('ctrl+z')
    wait_cards(app, 'Themenspeicher', ['Theme: Fürs nächste Mal', LATER[0]])
    wait_described(app.find('list item', 'Theme: Fürs nächste Mal'), '1 card. 1 of 2 in Themenspeicher')


@on_board
def test_edit_delete_kind(app):
    """A card is edited in place, gets another kind, and is deleted with an offer to undo"""
    app.find('list item', LATER[0]).mouse()
    app.key('F2')
    app.find('text', 'Text of the card').wait_state('focused')
    app.key('ctrl+a')
    app.type('Kürzer vorstellen')
    app.key('Return')
    card = app.find('list item', 'Kürzer vorstellen')
    app.key('ctrl+2')
    harness.wait_for(lambda: card.description.startswith('Need.'), 'a need')
    app.key('Delete')
    wait_cards(app, 'Themenspeicher', LATER[1:])
    app.find('list item', LATER[1]).wait_state('focused')
    app.key('ctrl+z')
    wait_cards(app, 'Themenspeicher', ['Kürzer vorstellen', LATER[1]])


@on_board
def test_edit_beside_others(app):
    """Whoever edits a card goes on when another program changes what is above it"""
    column(app, 'Offene Fragen').find('text', 'New idea').mouse()
    app.type('Zuerst')
    app.key('Return')
    wait_cards(app, 'Offene Fragen', ['Zuerst', *QUESTIONS])
    app.find('list item', QUESTIONS[0]).mouse()
    app.key('F2', 'End')
    app.find('text', 'Text of the card').wait_state('focused')
    app.type(' Und')
    harness.plenum_cli(app.library, 'undo', harness.plenum_cli(app.library, 'workshop', 'list')[0]['id'])
    app.wait_gone('list item', 'Zuerst')
    app.type(' wer zahlt?')
    app.key('Return')
    wait_cards(app, 'Offene Fragen', [QUESTIONS[0] + ' Und wer zahlt?', *QUESTIONS[1:]])


@on_board
def test_search(app):
    """A search leaves what it finds, and says how much that is"""
    app.key('ctrl+f')
    app.type('strasse')
    wait_said(app, '1 card found')
    assert cards(app, 'Ideen') == ['Fahrradstraßen, die durchgehen'], cards(app, 'Ideen')
    app.key('Escape')
    harness.wait_for(lambda: len(cards(app, 'Ideen')) == 5, 'all cards again')


@on_board
def test_tab(app):
    """Tab goes from area to area, not from card to card"""
    column(app, 'Ideen').find('text', 'New idea').mouse()
    app.key('Tab')
    harness.wait_for(lambda: app.focused().role == 'list item', 'a card focused')
    app.key('Tab', 'Tab')
    harness.wait_for(lambda: app.focused().name == 'Menu of the area “Offene Fragen”', 'the next area')
    app.key('Tab', 'Tab')
    harness.wait_for(lambda: app.focused().name == QUESTIONS[0], 'its first card')


harness.main(test_ten_in_a_row, test_thirty_undone, test_drag, test_drag_many, test_keyboard_move, test_theme, test_edit_delete_kind,
             test_edit_beside_others, test_search, test_tab)
