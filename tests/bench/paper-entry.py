#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long after each key the form for paper ballots shows what it was.

A hundred ballots with dots on twenty options are typed key by key into the real
window. After each key the entry and the ballot below it are watched until they look
different; Enter is answered when the entry is empty again. In the end the ballots
are compared with what the library has.

    tests/bench/paper-entry.py BUILD
"""
import os
import pathlib
import statistics
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'ui'))
from screen import RETURN  # noqa: E402

BALLOTS = 100
WORKSHOP = 'Bürgerhaushalt'


def press(screen, region, key):
    """Milliseconds until it shows; the next key comes when nothing changes any more."""
    before = screen.pixels(*region)
    screen.press(key)
    seconds = screen.wait(lambda: screen.pixels(*region) != before, 5)
    if seconds is None:
        sys.exit('a key was not answered')
    before = None
    while before != (now := screen.pixels(*region)):
        before = now
        screen.wait(lambda: False, 0.03)
    return seconds * 1000


def main():
    os.environ['PLENUM_BUILD'] = str(pathlib.Path(sys.argv[1]).resolve())
    import harness
    from sample_paper import QUESTION, make_ballots, make_vote, read_ballots, spell

    with harness.Display(1280, 800) as display:
        app = harness.App(display)
        make_vote(app.library, WORKSHOP)
        app.start()
        app.find('label', WORKSHOP).mouse()
        app.key('alt+4')
        app.find('label', QUESTION).mouse()
        app.find('push button', 'Enter paper').click()
        entry = app.find('text', 'One paper ballot')
        screen = display.screen
        x, y = entry.point(0, 0)
        region = (int(x), int(y), 560, 520)
        ballots = make_ballots(BALLOTS)
        keys, enters = [], []
        for ballot in ballots:
            keys += [press(screen, region, ord(letter)) for letter in spell(ballot)]
            enters.append(press(screen, region, RETURN))
        app.find(None, f'{BALLOTS} ballots entered')
        if read_ballots(app.library) != ballots:
            sys.exit('what is stored is not what was typed')
        app.quit()
    for name, times in (('keys', keys), ('Enter', enters)):
        times.sort()
        print(f'{len(times)} times {name}: median {statistics.median(times):.0f} ms, '
              f'99 % under {times[int(len(times) * 0.99) - 1]:.0f} ms, longest {times[-1]:.0f} ms')


if __name__ == '__main__':
    main()
