#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a frame costs while 2,000 cards are scrolled: see scroll.c, which measures it.

    tests/bench/scroll.py BUILD [CARDS]
"""
import os
import pathlib
import sqlite3
import subprocess
import sys


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    cards = int(sys.argv[2]) if len(sys.argv) > 2 else 2000
    os.environ['PLENUM_BUILD'] = str(build)
    sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'ui'))
    import harness
    from scenes_boards import make_board

    with harness.Display(1280, 800) as display:
        app = harness.App(display)
        make_board(app.library, cards)
        with sqlite3.connect(app.library) as library:
            workshop, board = library.execute('SELECT workshop, id FROM board LIMIT 1').fetchone()
        subprocess.run([build / 'tests/bench/bench-scroll', app.library, workshop, board],
                       env=app.environment(), check=True)


if __name__ == '__main__':
    main()
