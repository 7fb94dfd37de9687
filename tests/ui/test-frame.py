#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The frame: the way between the library and its workshops."""
import harness


@harness.options(workshops=12)
def test_opens_a_workshop(app):
    """A workshop opens by a click and leads back"""
    app.find('label', 'World Café Bildung').mouse()
    app.find('frame', 'World Café Bildung')
    app.find('push button', 'All workshops').click()
    app.find('frame', 'Plenum')


harness.main(test_opens_a_workshop)
