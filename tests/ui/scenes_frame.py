# SPDX-License-Identifier: GPL-3.0-or-later
import harness
from harness import re
from scenes_boards import make_board, open_board


def open_history(app):
    """The history with something undone, and something undone for good."""
    open_board(app)
    undone = app.look('push button', re.compile('^(Undo|Rückgängig): '))[0].name
    app.key('ctrl+z')
    app.wait_gone('push button', undone)
    app.find('text', re.compile('^(New idea|Neue Idee)$')).mouse()
    app.type('Doch noch eine Idee')
    app.key('Return')
    app.find('list item', 'Doch noch eine Idee')
    app.key('ctrl+z')
    app.wait_gone('list item', 'Doch noch eine Idee')
    app.key('ctrl+h')
    app.find('list', re.compile('^(What was done|Was getan wurde)')).find('list item')


SCENES = {
    'history': (make_board, open_history),
}
