#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files in: by the menu, with a look at what is in them before anything changes."""
import harness
from harness import re

TABLE = 'id;text;thema\n1;Mehr Bänke im Park;Stadtgrün\n2;Werkzeuge teilen;Nachbarschaft\n'


def open_menu_item(app, name):
    app.find('push button', 'Main menu').find('push button', 'Main menu').choose(name)


def choose_file(app, path):
    """In the platform's file chooser, whose entry for a path opens with a slash."""
    app.wait_window('Import')
    app.type(str(path))
    app.key('Return')


def test_import_by_menu(app):
    """A table comes in by the menu, is looked at first, and goes by one undo"""
    path = app.home / 'ideen.csv'
    path.write_text(TABLE, encoding='utf-8')
    open_menu_item(app, re.compile('^Import'))
    choose_file(app, path)
    app.find('label', 'Columns')
    app.find('label', re.compile('Mehr Bänke im Park'))
    app.find('push button', 'Import').click()
    app.find('list item', re.compile('ideen', re.I))
    app.find('label', '2 ideas')
    app.key('ctrl+z')
    app.find('label', 'Bring the whole room together')


def test_damaged_file(app):
    """A file that is damaged is refused with the place, and changes nothing"""
    path = app.home / 'kaputt.plenum.json'
    path.write_text('{"format":"plenum-bundle","version":1,', encoding='utf-8')
    open_menu_item(app, re.compile('^Import'))
    choose_file(app, path)
    app.find('label', 'Nothing was imported')
    app.find('label', re.compile(re.escape('kaputt.plenum.json') + ':[0-9]+'))
    app.find('push button', 'Close')
    app.key('Escape')
    app.find('label', 'Bring the whole room together')


harness.main(test_import_by_menu, test_damaged_file)
