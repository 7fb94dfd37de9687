#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts that two people wrote at once: seen side by side and decided on, by keys alone."""
import harness
from harness import re
from scenes_conflicts import HERE, THERE, make_conflict, show_conflicts


def find(among, name, text):
    """The button of that name that is about this text."""
    return harness.wait_for(lambda: next((node for node in among.look('push button', name) if node.description == text), None),
                            f'“{name}” for “{text}”')


@harness.options(start=False)
def test_decide(app):
    """The other text is taken, undone, a third one is written; once all is decided nothing is said of it any more"""
    make_conflict(app.library)
    app.start()
    show_conflicts(app)
    texts = app.find('list', 'Texts to decide on')
    harness.wait_for(lambda: app.focused().name == 'Area: Title', 'the focus on the first')
    app.key('Down')
    find(texts, 'Take This', THERE).reach('Tab')
    app.key('space')
    app.wait_gone('label', 'Card: Text')
    # The keys are where the next decision is.
    harness.wait_for(lambda: app.focused().name == 'Area: Title', 'the focus on what is next')
    app.key('ctrl+z')
    find(texts, 'Take This', THERE)

    area = next(node for node in texts.look('list item') if node.name == 'Area: Title')
    area.find(None, 'Write Another…').click()
    app.key('ctrl+a')
    app.type('Fragen, auch an die Stadt')
    find(area, 'Save', 'Area: Title').click()
    app.wait_gone('label', 'Area: Title')
    find(texts, 'Keep This', HERE).click()
    app.find('label', 'All Decided')
    app.key('Escape')
    app.find('panel', 'Fragen, auch an die Stadt')
    app.find('list item', HERE)
    app.wait_gone('label', re.compile('written by two people'))

    # It stays decided.
    app.restart()
    app.find('list item', HERE)
    assert not app.look('label', re.compile('written by two people'))


harness.main(test_decide)
