#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Paper, both ways: a board is printed, photographed, and hangs as it hung."""
import functools
import subprocess

import harness
from harness import re
from saving import save_as
from scenes_boards import make_board, on_board, open_board

SAMPLE_PHOTO = harness.BUILD / 'tests/report/sample-photo'


def with_photo(test):
    """Starts with the sample board open, and a photo of some of its cards on a wall."""
    @functools.wraps(test)
    def run(app):
        make_board(app.library)
        photo = app.home / 'wand.png'
        subprocess.run([str(SAMPLE_PHOTO), str(app.library), str(photo)], check=True)
        app.start()
        open_board(app)
        test(app, photo)
    run.options = {'start': False}
    return run


def choose_in_board_menu(app, item):
    name = 'Boards of this workshop'
    app.find('push button', name).find('push button', name).choose(item)


def cards(app, title):
    return [node.name for node in app.find('panel', title).look('list item') if node.name]


@with_photo
def test_both_ways(app, photo):
    """Cards are saved as PDF, the board as a picture; a photo is looked at, hung, and undone"""
    app.find('list item', re.compile('^Fahrradstraßen')).mouse()
    app.key('ctrl+p')
    app.find('label', re.compile('^[0-9]+ pages?. The code'))
    app.find('push button', 'Save as PDF…').click()
    pdf = app.home / 'karten.pdf'
    save_as(app, 'Save as PDF', pdf)
    app.find('label', re.compile('pages saved as karten.pdf'))
    assert pdf.read_bytes().startswith(b'%PDF')

    choose_in_board_menu(app, 'Export as picture…')
    picture = app.home / 'tafel.svg'
    save_as(app, 'Export as Picture', picture)
    app.find('label', re.compile('exported to tafel.svg'))
    harness.wait_for(lambda: '</svg>' in picture.read_text(encoding='utf-8'), 'the whole picture')

    before = cards(app, 'Ideen')
    choose_in_board_menu(app, 'Import photo of the wall…')
    app.wait_window('Import Photo of the Wall')
    app.type(str(photo))
    app.key('Return')
    app.find('label', '4 cards were found', seconds=30)
    app.find('label', '1 card is new')
    app.find('label', re.compile('cards of the board were not found'))
    assert cards(app, 'Ideen') == before, 'something was hung before it was confirmed'
    app.find('push button', 'Hang Cards').click()
    app.find('label', '5 cards hang as on the photo.')
    app.find('panel', 'Ideen').find('label', '7 cards')
    assert cards(app, 'Ideen') != before
    app.key('ctrl+z')
    harness.wait_for(lambda: cards(app, 'Ideen') == before, f'{before}, not {cards(app, "Ideen")}')


def choose_blank(app):
    """The dialog begins with what is printed: that is changed by keys."""
    dialog = app.wait_window('Print')
    app.key('Return')
    app.find('label', 'The board as a poster')
    app.key('Down', 'Return')
    dialog.find('spin button', 'How many')
    return dialog


@on_board
def test_blank_cards(app):
    """Blank cards are asked for from wherever the focus is, and no number is printed twice"""
    # In the sidebar, beside the board.
    app.find('label', 'Sammeln').mouse()
    app.key('ctrl+p')
    dialog = choose_blank(app)
    dialog.find('spin button', 'Numbers from').wait_text('1')
    dialog.find('spin button', 'How many').wait_text('40')
    dialog.find('push button', 'Save as PDF…').click()
    save_as(app, 'Save as PDF', app.home / 'blanko.pdf')
    app.find('label', re.compile('10 pages saved as blanko.pdf'))

    app.find('label', 'Sammeln').mouse()
    app.key('ctrl+p')
    dialog = choose_blank(app)
    dialog.find('spin button', 'Numbers from').wait_text('41')


harness.main(test_both_ways, test_blank_cards)
