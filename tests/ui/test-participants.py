#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The people who take part: typed, pasted, edited, sorted, filtered, checked in."""
import re
import subprocess

import harness
from scenes_people import make_people, show_people


def names(app):
    """The names in the table, from top to bottom."""
    return [node.name.removeprefix('Name: ') for node in app.look('table cell', re.compile('^Name: '))]


def wait_names(app, *wanted):
    harness.wait_for(lambda: names(app)[:len(wanted)] == list(wanted), f'{wanted} in the table')


def start(app):
    make_people(app.library, 6)
    app.start()
    show_people(app)


def copy_elsewhere(text):
    """As another program does it: xclip keeps it until somebody else copies."""
    subprocess.run(['xclip', '-selection', 'clipboard', '-in'], input=text.encode(), check=True,
                   stdout=subprocess.DEVNULL)


@harness.options(workshops=1)
def test_typed(app):
    """People are added by typing, one after the other"""
    app.find('label', 'Zukunftswerkstatt Mobilität').mouse()
    app.find('frame', 'Zukunftswerkstatt Mobilität')
    app.key('alt+3')
    app.find('label', 'Who is coming?')
    app.find('text', 'New person').mouse()
    for line in ('Klaus; Imkerverein; Wirtschaft', 'Ines', 'Bea; Stadt Bonn; Verwaltung; Amtsleitung'):
        app.type(line)
        app.key('Return')
    wait_names(app, 'Klaus', 'Ines', 'Bea')
    app.find('table cell', 'Sector: Business')
    app.find('table cell', 'Role: Amtsleitung')
    app.find(None, re.compile('^3 people'))

    app.key('ctrl+z')
    app.find(None, re.compile('^2 people'))


@harness.options(start=False)
def test_edited(app):
    """Enter edits a cell, Tab goes on, Escape leaves it as it was"""
    start(app)
    app.find('table cell', 'Name: Ayşe Demir').mouse()
    app.key('Return', 'ctrl+a')
    app.type('Aylin Demir')
    app.key('Tab')
    app.find('text', re.compile('Demir, Organisation$'))
    app.key('ctrl+a')
    app.type('Werkhof')
    app.key('Return')
    app.find('table cell', 'Name: Aylin Demir')
    app.find('table cell', 'Organisation: Werkhof')

    app.find('table cell', 'Name: Aylin Demir').mouse()
    app.type('x')
    app.find('text', 'Aylin Demir, Name')
    app.key('Escape')
    app.find('table cell', 'Name: Aylin Demir')


@harness.options(start=False)
def test_sorted_and_filtered(app):
    """One entry filters, the menu sorts"""
    start(app)
    entry = app.find('entry', 'Filter people')
    entry.mouse()
    app.type('koeln')
    wait_names(app, 'Samuel Okafor')
    assert len(names(app)) == 1, names(app)
    app.key('Escape')
    harness.wait_for(lambda: len(names(app)) == 6, 'everybody')

    app.find('label', 'Name').mouse()
    wait_names(app, 'Ayşe Demir', 'Jörg Großmann', 'Lena Weiß', 'Mirjam von der Heydt', 'Samuel Okafor')


@harness.options(start=False)
def test_present(app):
    """A switch says who is here, and the count follows"""
    start(app)
    app.find(None, re.compile('4 present'))
    app.find('check box', 'Ayşe Demir, Present').mouse()
    app.find(None, re.compile('5 present'))
    app.find('check box', 'Jörg Großmann, Consent').mouse()
    app.find(None, re.compile('4 with consent'))
    app.key('ctrl+z')
    app.find(None, re.compile('3 with consent'))


def focus_by(app, key, role, name=''):
    """One press, and what then has the focus."""
    app.key(key)
    return harness.wait_for(lambda: (node := app.focused()) and re.search(role, node.role) and re.search(name, node.name) and node,
                            f'the focus on {role} “{name}” by {key}, not on {app.focused()!r}')


@harness.options(start=False)
def test_check_in(app):
    """At the door a name is found by a few letters and checked in by Enter"""
    start(app)
    app.key('ctrl+i')
    window = app.find('frame', 'Check in')
    entry = window.find('entry', 'Find a name')
    harness.wait_for(lambda: app.focused().name == 'Find a name', 'the entry for names focused')
    app.type('okafor')
    app.key('Return')
    window.find('check box', re.compile('^Samuel Okafor')).wait_state('checked')
    entry.wait_text('')
    app.type('Neue Person')
    window.find('push button', 'Add Neue Person and check in').click()
    window.find('check box', 'Neue Person').wait_state('checked')

    # The list is one stop for Tab, with its row's check; the space bar ticks the row itself.
    entry.wait_text('')
    name = focus_by(app, 'Tab', 'list item', '.').name
    check = window.find('check box', name)
    before = check.is_('checked')
    app.key('space')
    check.wait_state('checked', not before)
    app.key('space')
    check.wait_state('checked', before)
    focus_by(app, 'Up', 'list item', f'^(?!{name})')
    focus_by(app, 'Down', 'list item', name)
    focus_by(app, 'Tab', 'check box', name)
    focus_by(app, 'Tab', '^(?!list item|check box)')
    app.key('Escape')
    app.find(None, re.compile('^7 people'))


@harness.options(start=False)
def test_pasted(app):
    """Rows that are copied are pasted as rows, and one cell into another"""
    start(app)
    app.find('table cell', 'Name: Ayşe Demir').mouse()
    app.key('shift+Down', 'ctrl+c')
    app.find('text', 'New person').mouse()
    app.key('ctrl+v')
    app.find(None, re.compile('^8 people'))
    wait_names(app, 'Ayşe Demir', 'Jörg Großmann', 'Lena Weiß')

    app.find('table cell', 'Name: Lena Weiß').mouse()
    app.key('ctrl+c', 'Right', 'ctrl+v')
    app.find('table cell', 'Organisation: Lena Weiß')
    app.key('ctrl+z')
    app.wait_gone('table cell', 'Organisation: Lena Weiß')

    app.find('table cell', 'Name: Lena Weiß').mouse()
    app.key('ctrl+c', 'Right', 'shift+Down', 'shift+Down', 'ctrl+v')
    harness.wait_for(lambda: len(app.look('table cell', 'Organisation: Lena Weiß')) == 3, 'three cells filled')
    app.key('ctrl+z')
    app.wait_gone('table cell', 'Organisation: Lena Weiß')

    copy_elsewhere('Noor Haddad\tWerkhof\tWirtschaft\nElif Kaya\t"Büro für\tRaum"\n')
    app.find('text', 'New person').mouse()
    app.key('ctrl+v')
    app.find(None, re.compile('^10 people'))
    wait_names(app, 'Ayşe Demir')
    app.find('table cell', 'Name: Noor Haddad')
    app.find('table cell', 'Organisation: Büro für Raum')


@harness.options(start=False)
def test_imported(app):
    """A file of people is looked at before anything changes"""
    start(app)
    path = app.home / 'leute.csv'
    path.write_text('Name;Organisation;Lieblingsfarbe\nAyşe Demir;Werkhof;rot\nNoor Haddad;Uni Köln;blau\n;Niemand;\n',
                    encoding='utf-8')
    app.find('push button', 'More about people').find('push button', 'More about people').choose(re.compile('^Import'))
    app.wait_window('Import people')
    app.type(str(path))
    app.key('Return')
    app.find('label', '1 person is new, 1 changes')
    app.find('label', re.compile('left out: Lieblingsfarbe'))
    app.find('push button', '1 row is left out')
    app.wait_gone('push button', 'Open')
    for _ in range(6):
        if app.focused().role == 'list item':
            break
        before = app.focused()
        app.key('Tab')
        harness.wait_for(lambda: app.focused() != before, f'the focus to leave {before!r}')
    assert re.search('^(Ayşe Demir|Noor Haddad)', app.focused().name), app.focused()
    focus_by(app, 'Tab', '^(?!list item)')
    app.find(None, re.compile('^6 people'))
    app.find('push button', 'Import').click()
    app.find(None, re.compile('^7 people'))
    app.find('table cell', 'Organisation: Werkhof')
    app.key('ctrl+z')
    app.find(None, re.compile('^6 people'))
    app.wait_gone('table cell', 'Organisation: Werkhof')


@harness.options(start=False)
def test_deleted(app):
    """Delete takes a row away, and undo brings it back"""
    start(app)
    app.find('table cell', 'Name: Ayşe Demir').mouse()
    app.key('Delete')
    app.find('label', 'Deleted 1 person')
    app.find(None, re.compile('^5 people'))
    app.key('ctrl+z')
    app.find(None, re.compile('^6 people'))


harness.main(test_typed, test_edited, test_sorted_and_filtered, test_present, test_check_in,
             test_pasted, test_imported, test_deleted)
