#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a synthesis of 10,000 cards costs: how soon it can be read, how soon the counts
of its themes are right after a card was moved by a key, how long a proposal of themes
takes, and how long the window keeps somebody waiting meanwhile.

    tests/bench/synthesis.py BUILD [CARDS]
"""
import os
import pathlib
import re
import statistics
import sys
import time

from pulse import Pulse

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'ui'))

from keystroke import settle  # noqa: E402

ROUNDS = 20


def main():
    os.environ['PLENUM_BUILD'] = str(pathlib.Path(sys.argv[1]).resolve())
    cards = int(sys.argv[2]) if len(sys.argv) > 2 else 10000
    import harness
    from scenes_synthesis import SYNTHESIS, make_synthesis

    with harness.Display(1280, 800) as display:
        app = harness.App(display)
        make_synthesis(app.library, cards)
        app.start()
        row = app.find('label', SYNTHESIS)
        began = time.perf_counter()
        row.mouse()
        app.find('label', re.compile(f'^{cards + 16} cards from'), seconds=60)
        print(f'opened: {(time.perf_counter() - began) * 1000:.0f} ms, with the time it takes to look')

        place = app.find('list item', 'Not in a theme yet')
        place.mouse()
        app.find('label', re.compile('^[0-9,]+ cards from'))
        screen = display.screen
        x, y = place.point(1, 0.5)
        region = (int(x) - 60, int(y) - 12, 60, 24)  # the count beside it
        app.key('j')
        app.find('push button', 'Move…')
        times = []
        for _ in range(ROUNDS):
            shown = settle(screen, region)
            screen.press(ord('x'))
            seconds = screen.wait(lambda: screen.pixels(*region) != shown, 5)
            if seconds is None:
                sys.exit('the count did not change')
            times.append(seconds * 1000)
        times.sort()
        print(f'from the key that moves a card to the new count on the screen: median {statistics.median(times):.0f} ms, '
              f'longest of {ROUNDS} {times[-1]:.0f} ms')

        button = app.find('push button', 'Propose Themes')
        pulse = Pulse()
        began = time.perf_counter()
        button.click()
        pulse.start()
        app.find('label', re.compile('themes are proposed'), seconds=120)
        seconds = time.perf_counter() - began
        waits = pulse.stop()
        print(f'proposed: {seconds:.1f} s; longest wait of the window meanwhile {max(waits):.0f} ms')
        app.quit()


if __name__ == '__main__':
    main()
