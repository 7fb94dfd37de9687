#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a wall of 10,000 cards costs: see canvas.c, which measures it.

    tests/bench/canvas.py BUILD [CARDS]
"""
import os
import pathlib
import sqlite3
import subprocess
import sys


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    cards = int(sys.argv[2]) if len(sys.argv) > 2 else 10000
    os.environ['PLENUM_BUILD'] = str(build)
    sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'ui'))
    import harness
    from scenes_canvas import make_wall

    with harness.Display(1920, 1080) as display:
        app = harness.App(display)
        make_wall(app.library, plain=cards)
        with sqlite3.connect(app.library) as library:
            workshop, board = library.execute('SELECT workshop, id FROM board').fetchone()
        subprocess.run([build / 'tests/bench/bench-canvas', app.library, workshop, board, str(cards)],
                       env=app.environment(), check=True)


if __name__ == '__main__':
    main()
