#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long it takes from start to the first window that is drawn, beside a peer.

Plenum with a library of 200 workshops, and GNOME's text editor, in turn on one
display with software rendering. A window counts as drawn when the first pixel in
the middle of the screen is no longer the black of the empty display, which both
windows cover. Several rounds, medians.

    tests/bench/first-window.py BUILD
"""
import os
import pathlib
import shutil
import signal
import statistics
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'ui'))

ROUNDS = 11
WORKSHOPS = 200
PEER = 'gnome-text-editor'
PATIENCE = 20  # seconds
BLACK = b'\0\0\0'


def wait_for_black(screen, place, black):
    if screen.wait(lambda: (screen.pixels(*place)[:3] == BLACK) == black, PATIENCE) is None:
        sys.exit('no window was drawn' if not black else 'the window did not go')


def start_and_stop(command, environment, screen, place):
    wait_for_black(screen, place, True)
    began = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    wait_for_black(screen, place, False)
    seconds = time.perf_counter() - began
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    return seconds


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    os.environ['PLENUM_BUILD'] = str(build)
    import harness

    if shutil.which(PEER) is None:
        print(f'skipped: {PEER} is not installed')
        return
    with harness.Display(1280, 800) as display:
        app = harness.App(display)
        harness.make_library(app.library, WORKSHOPS)
        environment = {key: value for key, value in app.environment().items() if key != 'G_DEBUG'}
        screen = display.screen
        place = (display.width // 2, display.height // 2)
        ours, theirs = [], []
        for number in range(ROUNDS + 1):
            our = start_and_stop([app.program], environment, screen, place)
            their = start_and_stop([PEER, '--standalone'], environment, screen, place)
            if number > 0:  # the first round warms the page cache
                ours.append(our)
                theirs.append(their)
    ratios = [our / their for our, their in zip(ours, theirs)]
    for name, values, unit in (('plenum', ours, ' s'), (PEER, theirs, ' s'), ('ratio', ratios, '')):
        print(f'{name:18} median {statistics.median(values):.3f}{unit}  ({min(values):.3f} to {max(values):.3f})')


if __name__ == '__main__':
    main()
