#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long after the Enter key a new card is on the screen, on a board with 2,000.

A card's text is typed into the real window, then Enter is pressed as by a keyboard
and the place of the column's first card is watched until it looks different. The
board shows only what the store has announced, and the store announces what is on
the disk: what is seen is stored. In the end the cards are counted in the library.

    tests/bench/keystroke.py BUILD
"""
import os
import pathlib
import statistics
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'ui'))

CARDS = 2000
ROUNDS = 40
RETURN = 0xff0d


def count_cards(library):
    return int(subprocess.run(['sqlite3', str(library), 'SELECT count(*) FROM idea'],
                              capture_output=True, text=True, check=True).stdout)


def settle(screen, region):
    """Until what is there looks the same twice in a row."""
    before = None
    while before != (now := screen.pixels(*region)):
        before = now
        screen.wait(lambda: False, 0.1)
    return now


def main():
    os.environ['PLENUM_BUILD'] = str(pathlib.Path(sys.argv[1]).resolve())
    import harness
    from scenes_boards import make_board, open_board

    with harness.Display(1280, 800) as display:
        app = harness.App(display)
        make_board(app.library, CARDS)
        before = count_cards(app.library)
        app.start()
        open_board(app)
        screen = display.screen
        entry = app.find('text', 'New idea')
        entry.mouse()
        x, y = entry.point(0, 1)
        region = (int(x), int(y) + 24, 200, 40)  # where the first card has its text
        times = []
        for number in range(ROUNDS):
            app.type(f'Karte {number:02} mit einem Satz')
            shown = settle(screen, region)
            screen.press(RETURN)
            seconds = screen.wait(lambda: screen.pixels(*region) != shown, 5)
            if seconds is None:
                sys.exit('the card was not shown')
            times.append(seconds * 1000)
        screen.wait(lambda: count_cards(app.library) == before + ROUNDS, 2)
        stored = count_cards(app.library) - before
        app.quit()
    times.sort()
    print(f'cards on the board {before}, typed {ROUNDS}, stored {stored}')
    print(f'from Enter to the screen: median {statistics.median(times):.0f} ms, '
          f'95 % under {times[int(len(times) * 0.95) - 1]:.0f} ms, longest {times[-1]:.0f} ms')


if __name__ == '__main__':
    main()
