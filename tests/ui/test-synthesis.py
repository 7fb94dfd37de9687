#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Many workshops read together: begun from the menu, cards put into themes by key and
by mouse, themes merged and taken apart, all of it undone."""
import csv
import re

import harness
from saving import save_as
from scenes_synthesis import FIRST, IN_THEME, MERGED, SYNTHESIS, THEMES, make_synthesis, open_synthesis, show_form


def synthesis(test):
    """Starts with the sample synthesis in the library."""
    def run(app):
        make_synthesis(app.library)
        app.start()
        test(app)
    run.__name__, run.__doc__ = test.__name__, test.__doc__
    run.options = {'start': False}
    return run


def wait_summary(app, title, cards, workshops):
    summary = f'{cards} card{"s" if cards != 1 else ""} from {workshops} workshop{"s" if workshops != 1 else ""}'
    app.find('frame', SYNTHESIS).find('label', title)
    # How much the cards of a theme have in common is found out a little later.
    app.find('label', re.compile(f'^{summary}( · cohesion [0-9]+ %)?$'))


def go_to(app, place, cards, workshops):
    app.find('list item', place).mouse()
    wait_summary(app, place, cards, workshops)


@synthesis
def test_keys(app):
    """Cards are put into themes by keys alone, the next one coming up each time; all is undone"""
    open_synthesis(app)
    go_to(app, 'Not in a theme yet', 6, 4)
    app.find('list item', FIRST).mouse()
    app.find('list item', FIRST).wait_state('selected')
    app.key('n')
    app.find('text', 'Name of the new theme')
    app.type('Miteinander')
    app.key('Return')
    app.find('list item', 'Miteinander')
    wait_summary(app, 'Not in a theme yet', 5, 4)
    # The next card is there without a key.
    app.find('list item', re.compile('^Bänke')).wait_state('selected')
    app.key('t')
    app.find('entry', 'Name of a theme')
    app.type('mitein')
    app.key('Return')
    wait_summary(app, 'Not in a theme yet', 4, 3)
    # The last of that workshop was decided to be in none; J goes on.
    app.find('list item', re.compile('^Ein Termin am Samstag')).wait_state('selected')
    app.key('j')
    app.find('list item', re.compile('^Schulhöfe')).wait_state('selected')
    app.key('k')
    app.find('list item', re.compile('^Ein Termin am Samstag')).wait_state('selected')
    app.key('x')
    wait_summary(app, 'Not in a theme yet', 3, 2)
    go_to(app, 'In none of the themes', 2, 2)
    go_to(app, 'Miteinander', 2, 1)
    for left in ('Move card to “Miteinander”', 'Add theme “Miteinander”'):
        app.key('ctrl+z')
        app.find('push button', f'Undo: {left}')
    app.key('ctrl+z')
    app.wait_gone('list item', 'Miteinander')
    wait_summary(app, 'All cards', 16, 4)
    go_to(app, 'Not in a theme yet', 6, 4)


@synthesis
def test_mouse_and_themes(app):
    """Several cards are dragged to a theme; themes are renamed, merged and taken apart"""
    open_synthesis(app)
    go_to(app, THEMES[2], 2, 2)
    app.find('list item', re.compile('^Der Bus zum Rathaus')).drag_to(app.find('list item', THEMES[0]), linger=6)
    wait_summary(app, THEMES[2], 1, 1)
    go_to(app, THEMES[0], 5, 3)
    app.key('F2')
    app.find('text', 'Name of the theme')
    app.key('ctrl+a')
    app.type('Unterwegs')
    app.key('Return')
    wait_summary(app, 'Unterwegs', 5, 3)

    menu = app.find('push button', 'What can be done here')
    menu.find('push button', 'What can be done here').choose(re.compile('^Merge into'))
    app.find('entry', 'Name of a theme')
    app.type('Bus')
    app.key('Return')
    app.wait_gone('list item', 'Unterwegs')
    go_to(app, THEMES[2], 6, 3)
    menu.find('push button', 'What can be done here').choose(re.compile('^Take theme apart'))
    app.wait_gone('list item', THEMES[2])
    wait_summary(app, 'All cards', 16, 4)
    for _ in range(4):
        app.key('ctrl+z')
    app.find('list item', THEMES[0])
    go_to(app, THEMES[2], 2, 2)


@synthesis
def test_begin(app):
    """A synthesis is begun from the menu; one of its workshops is left out later, and a card leads to its own"""
    show_form(app)
    app.find('text', 'Title').mouse()
    app.type('Nur die Verwaltung')
    app.find('push button', 'Choose None').click()
    app.find('push button', 'Create').wait_state('sensitive', False)
    app.find('label', re.compile('^0 workshops chosen'))

    # All that are found by a place are chosen at once; what is not shown stays as it is.
    app.find('entry', 'Search workshops').mouse()
    app.type('leverkusen')
    app.wait_gone('check box', 'World Café Bildung')
    app.find('push button', 'Choose All').click()
    app.find('label', '1 workshop chosen · 4 ideas')
    app.key('ctrl+a')
    app.type('world cafe')
    app.wait_gone('check box', 'Offene Verwaltung')
    app.find('push button', 'Choose All').click()
    app.find('label', '2 workshops chosen · 8 ideas')
    app.find('push button', 'Create').click()
    app.find('frame', 'Nur die Verwaltung')
    app.find('label', '8 cards from 2 workshops')

    menu = app.find('push button', 'What can be done here')
    menu.find('push button', 'What can be done here').choose(re.compile('^Export as table'))
    table = app.library.parent / 'themes.csv'
    save_as(app, 'Export Cards and Themes', table)
    with table.open(encoding='utf-8-sig', newline='') as file:
        rows = list(csv.DictReader(file))
    assert [row['workshop'] for row in rows] == ['Offene Verwaltung'] * 4 + ['World Café Bildung'] * 4
    assert {row['sector'] for row in rows} == {'administration', 'science', ''}
    assert not any('Demir' in value for row in rows for value in row.values())

    menu.find('push button', 'What can be done here').choose(re.compile('^Choose workshops'))
    app.find('check box', 'World Café Bildung').click()
    app.find('push button', 'Choose').click()
    app.find('label', '4 cards from 1 workshop')
    app.find('list item', re.compile('^Anträge von zu Hause')).mouse()
    app.find('label', re.compile('^Offene Verwaltung · .* · Leverkusen$')).mouse()
    app.find('frame', 'Offene Verwaltung')
    app.find('list item', re.compile('^Board'))


@synthesis
def test_split(app):
    """A theme is split in two by what its cards say, and whole again after one undo"""
    open_synthesis(app)
    go_to(app, THEMES[0], 4, 2)
    app.find('push button', 'What can be done here').choose(re.compile('^Split theme in two'))
    told = app.find('label', re.compile('^[12] cards? went to the new theme “.+”$')).name
    count, name = re.match('([12]) cards? went to the new theme “(.+)”', told).groups()
    app.find('list item', name)
    app.find('label', re.compile(f'^{4 - int(count)} cards from '))
    app.key('ctrl+z')
    wait_summary(app, THEMES[0], 4, 2)
    app.wait_gone('list item', name)


@synthesis
def test_reasons(app):
    """A card says why it is in its theme, with nothing proposed before, and goes to the next best one"""
    open_synthesis(app)
    go_to(app, THEMES[0], 4, 2)
    app.find('label', re.compile('^4 cards from 2 workshops · cohesion [0-9]+ %$'))
    app.find('list item', re.compile('^Fahrradstraßen')).mouse()
    app.find('label', 'Why it is there')
    app.find('label', re.compile('^(Words that weigh most: .*(Rad|Brücke).*|It shares no word .*)'))
    app.find('label', 'Next best theme')
    app.find('push button', 'Move There').click()
    wait_summary(app, THEMES[0], 3, 2)
    app.key('ctrl+z')
    wait_summary(app, THEMES[0], 4, 2)


@synthesis
def test_answer(app):
    """Those who wrote cards are told what became of them; it is undone and taken back, and stands on the card"""
    open_synthesis(app)
    app.find('list item', IN_THEME).mouse()
    app.find('push button', 'Answer…')
    app.key('a')
    form = app.find('frame', 'Answer 1 Card')
    assert not form.find('push button', 'Answer').is_('sensitive')
    app.type('Ab 2027 an allen Orten.')
    form.find('combo box', 'What became of it').mouse()
    app.find('label', 'Funded').mouse()
    form.find('combo box', 'What became of it').find('label', 'Funded')
    form.find('text', re.compile('^Who answers')).mouse()
    app.type('Bundesministerium')
    form.find('push button', 'Answer').click()
    app.find('label', '1 card was answered.')
    app.find('list', 'What became of it').find('label', 'Funded')
    app.find('label', re.compile('^Ab 2027 an allen Orten.\nTheme: Formulare.*\nBundesministerium, '))

    app.key('ctrl+z')
    app.wait_gone('list', 'What became of it')
    app.key('ctrl+shift+z')
    app.find('list', 'What became of it').find('push button', 'Take the answer back').click()
    app.find('label', 'The answer was taken back.')
    app.wait_gone('list', 'What became of it')
    app.key('ctrl+z')
    app.find('list', 'What became of it')

    # The table says it of each card.
    menu = app.find('push button', 'What can be done here')
    menu.find('push button', 'What can be done here').choose(re.compile('^Export as table'))
    table = app.library.parent / 'answers.csv'
    save_as(app, 'Export Cards and Themes', table)
    with table.open(encoding='utf-8-sig', newline='') as file:
        answered = [row for row in csv.DictReader(file) if row['answer']]
    assert [(row['answer'], row['answer_text'], row['answered_by']) for row in answered] == [
        ('funded', 'Ab 2027 an allen Orten.', 'Bundesministerium')]
    assert answered[0]['text'].startswith('Anträge von zu Hause')

    # Where the card was written its foot says it, and its details say why.
    app.find('list item', re.compile('^From the workshop')).mouse()
    app.find('label', 'Funded')


@synthesis
def test_votes(app):
    """A card says what it got in votes that are over, and where it was merged, what each original got"""
    open_synthesis(app)
    app.find('list item', FIRST).mouse()
    app.find('label', 'Was gehen wir zuerst an?')
    app.find('label', re.compile(r'^.* · 5 points · place 1 \(of 4 options\)$'))
    # The other vote is still open.
    app.wait_gone('label', 'Wo helfen Sie mit?')
    go_to(app, 'In none of the themes', 1, 1)
    app.find('list item', MERGED).mouse()
    app.find('label', 'Merged in: Werkzeuge im Kiez teilen')
    app.find('label', re.compile(r'^.* · 2 points · place 3, shared \(of 4 options\)$'))
    app.find('label', 'Merged in: Ein Leihladen für Werkzeug')
    app.find('label', re.compile(r'^.* · 3 points · place 2 \(of 4 options\)$'))
    go_to(app, THEMES[0], 4, 2)
    app.find('list item', re.compile('^Fahrradstraßen')).mouse()
    app.wait_gone('label', 'Votes')


def propose(app):
    app.find('push button', 'Propose Themes').wait_state('sensitive').click()
    app.find('label', re.compile('^[0-9]+ themes are proposed'))
    app.find('push button', 'Accept').wait_state('sensitive')


@synthesis
def test_propose(app):
    """Proposed themes change nothing until they are accepted; what was decided by hand holds"""
    open_synthesis(app)
    propose(app)
    app.wait_gone('list item', THEMES[0])
    # What is only proposed cannot be changed.
    app.find('push button', 'Propose Themes').wait_state('sensitive', False)
    app.find('push button', 'Discard').click()
    app.find('list item', THEMES[0])
    go_to(app, THEMES[2], 2, 2)

    # One card is moved by hand, into a theme that thereby stays; the other cards of
    # the theme may go elsewhere.
    app.find('list item', re.compile('^Der Bus zum Rathaus')).mouse()
    app.key('t')
    app.find('entry', 'Name of a theme')
    app.type('Formulare und Antr')
    app.key('Return')
    wait_summary(app, THEMES[2], 1, 1)
    propose(app)
    app.find('list item', THEMES[1])
    app.find('push button', 'Accept').click()
    app.wait_gone('push button', 'Accept')
    app.wait_gone('list item', THEMES[0])
    app.find('list item', THEMES[1]).mouse()
    app.find('label', THEMES[1])
    app.find('list item', re.compile('^Der Bus zum Rathaus'))
    go_to(app, 'In none of the themes', 1, 1)

    # One step back, all of it.
    app.key('ctrl+z')
    app.find('list item', THEMES[0])
    go_to(app, THEMES[2], 1, 1)


harness.main(test_keys, test_mouse_and_themes, test_begin, test_split, test_reasons, test_answer, test_votes, test_propose)
