#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How soon a vote of 522 options and 61,000 ballots shows its result in the window,
and how long the window keeps somebody waiting meanwhile.

The poll of klimarat-konsum is imported, its vote is chosen by a click, and the
result's sentence is waited for. All the while another thread asks the program for
its actions over the bus, which it answers between two turns of its main loop: the
longest answer is the longest that a key or a click would have had to wait.

    tests/bench/result.py BUILD DATA/klimarat-konsum
"""
import os
import pathlib
import re
import statistics
import subprocess
import sys
import time

from pulse import Pulse

ROUNDS = 5


def measure(app, harness, question):
    pulse = Pulse()
    row = app.find('list item', re.compile('^' + re.escape(question)))
    pulse.start()
    began = time.perf_counter()
    row.click()
    app.find('label', 'How it was counted')
    shown = time.perf_counter() - began
    return shown * 1000, pulse.stop()


def main():
    build, data = (pathlib.Path(argument).resolve() for argument in sys.argv[1:])
    os.environ['PLENUM_BUILD'] = str(build)
    sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'ui'))
    import harness

    with harness.Display(1280, 800) as display:
        app = harness.App(display)
        app.library.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run([str(build / 'src/cli/plenum-cli'), '--library', str(app.library), 'import',
                        *map(str, sorted(data.glob('*.csv')))], check=True, stdout=subprocess.DEVNULL)
        title, question = subprocess.run(['sqlite3', '-separator', '\n', str(app.library),
                                          'SELECT workshop.title, poll.question FROM poll JOIN workshop ON workshop.id = workshop'],
                                         capture_output=True, text=True, check=True).stdout.splitlines()
        shown, waits = [], []
        for _ in range(ROUNDS):
            app.start()
            app.find('label', title).mouse()
            app.find('frame', title)
            app.key('alt+4')
            milliseconds, pulse = measure(app, harness, question)
            shown.append(milliseconds)
            waits.append(max(pulse))
            app.quit()
    print(f'from the click to the result: median {statistics.median(shown):.0f} ms, longest {max(shown):.0f} ms')
    print(f'longest wait of the window meanwhile: median {statistics.median(waits):.0f} ms, longest {max(waits):.0f} ms')


if __name__ == '__main__':
    main()
