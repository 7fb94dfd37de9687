# SPDX-License-Identifier: GPL-3.0-or-later
import os
import re
import subprocess

import harness

SAMPLE = harness.BUILD / 'tests/ui/sample-synthesis'
SYNTHESIS = 'Was die Region bewegt'
THEMES = ('Radwege, Rad, Brücke', 'Formulare und Anträge ohne Hürden', 'Bus')
IN_THEME = re.compile('^Anträge von zu Hause')
FIRST = re.compile('^Ein Besuchsdienst')
MERGED = re.compile('^Werkzeuge im Kiez')


def make_synthesis(library, plain=0):
    """Four workshops, read together, with three themes."""
    library.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run([str(SAMPLE), str(library), str(plain)], check=True,
                   env={**os.environ, 'XDG_DATA_HOME': str(library.parent)})


def open_synthesis(app):
    app.find('label', SYNTHESIS).mouse()
    app.find('frame', SYNTHESIS)
    app.find('list item', FIRST)


def show_card(app):
    open_synthesis(app)
    app.find('list item', IN_THEME).mouse()
    if app.display.width < 700:
        app.wait_gone('list item', IN_THEME)
    else:
        app.find('push button', re.compile('^(Move There|Dorthin verschieben)$'))


def show_votes(app):
    """Of a card that was merged after the room had voted."""
    open_synthesis(app)
    app.find('list item', MERGED).mouse()
    if app.display.width < 700:
        app.wait_gone('list item', MERGED)
    else:
        app.find('label', re.compile('^(Merged in|Darin zusammengeführt): Ein Leihladen'))


def show_answer_form(app):
    open_synthesis(app)
    app.find('list item', FIRST).mouse()
    if app.display.width < 700:
        app.wait_gone('list item', FIRST)
    app.key('a')
    app.find('text', re.compile('^(Who answers|Wer antwortet)'))
    app.type('Wird ab 2027 an drei Orten erprobt.')


def show_answer(app):
    show_answer_form(app)
    app.find('push button', re.compile('^(Answer|Antworten)$')).click()
    app.find('label', re.compile('^1 (card was answered|Karte wurde beantwortet)'))


def show_answered_card(app):
    """On the board where it was written."""
    show_answer(app)
    app.key('ctrl+l')
    app.find('label', re.compile('^Nachbarschaft')).mouse()
    app.find('label', re.compile('^(Being considered|Wird geprüft)'))


def show_themes(app):
    """Where it is narrow they are a page of their own."""
    open_synthesis(app)
    if app.display.width < 700:
        app.key('alt+Left')
        app.find('label', THEMES[0])
    else:
        app.find('list item', re.compile('^' + THEMES[0])).mouse()


def show_form(app):
    app.find('label', SYNTHESIS)
    app.key('F10')
    app.find('menu item', re.compile('^(New Synthesis…|Neue Auswertung …)$')).click()
    app.find('check box')


def show_proposal(app):
    open_synthesis(app)
    app.find('push button', re.compile('^(Propose Themes|Themen vorschlagen)$')).click()
    app.find('label', re.compile('(proposed|vorgeschlagen)'))


SCENES = {
    'synthesis': (make_synthesis, open_synthesis),
    'synthesis-card': (make_synthesis, show_card),
    'synthesis-votes': (make_synthesis, show_votes),
    'synthesis-themes': (make_synthesis, show_themes),
    'synthesis-form': (make_synthesis, show_form),
    'synthesis-proposal': (make_synthesis, show_proposal),
    'synthesis-answer-form': (make_synthesis, show_answer_form),
    'synthesis-answer': (make_synthesis, show_answer),
    'board-answer': (make_synthesis, show_answered_card),
}
