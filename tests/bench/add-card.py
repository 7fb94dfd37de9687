#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long it takes from Enter to the frame that shows the new card, which is stored
durably by then, on a board with 2,000 cards and on one with 20.

Real keys, the real boards view, software rendering; measured inside the window.

    tests/bench/add-card.py BUILD
"""
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'ui'))
from display import Display  # noqa: E402

ROUNDS = 40
BAR = 50


def measure(build, folder, cards):
    library = folder / f'{cards}.db'
    environment = {**os.environ, 'XDG_DATA_HOME': str(folder), 'GDK_BACKEND': 'x11', 'GSK_RENDERER': 'cairo',
                   'GTK_A11Y': 'atspi', 'GSETTINGS_BACKEND': 'memory', 'GTK_USE_PORTAL': '0', 'ADW_DISABLE_PORTAL': '1'}
    subprocess.run([build / 'tests/ui/sample-board', library, str(cards)], check=True, env=environment)
    out = subprocess.run([build / 'tests/bench/add-card', library, str(ROUNDS)], check=True, env=environment,
                         stdout=subprocess.PIPE, text=True, timeout=60).stdout
    times = sorted(int(line.split()[0]) / 1000 for line in out.splitlines())
    median = statistics.median(times)
    print(f'{cards:>5} cards: median {median:5.1f} ms, 95 % within {times[int(len(times) * 0.95)]:5.1f} ms, '
          f'longest {times[-1]:5.1f} ms, {len(times)} cards typed (bar: {BAR} ms)', flush=True)
    return median


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    build = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as folder, Display(1280, 800):
        few = measure(build, pathlib.Path(folder), 20)
        many = measure(build, pathlib.Path(folder), 2000)
    print(f'2,000 cards take {many / few:.2f} times as long as 20')


if __name__ == '__main__':
    main()
