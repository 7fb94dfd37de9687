#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long it takes from start to the first window that is drawn, beside a peer.

Plenum with a library of 200 workshops, and GNOME's text editor, in turn on one
display with software rendering. A window counts as drawn when the first pixel in
the middle of the screen is no longer the black of the empty display, which both
windows cover. Several rounds, medians.

    tests/bench/first-window.py BUILD
"""
import ctypes
import os
import pathlib
import shutil
import signal
import statistics
import subprocess
import sys
import time

ROUNDS = 11
WORKSHOPS = 200
PEER = 'gnome-text-editor'
PATIENCE = 20  # seconds
Z_PIXMAP = 2


class Middle:
    """The pixel in the middle of the screen."""

    def __init__(self, name, width, height):
        self.x11 = ctypes.CDLL('libX11.so.6')
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.x11.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
        self.x11.XDefaultRootWindow.restype = ctypes.c_ulong
        self.x11.XGetImage.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_int,
                                       ctypes.c_uint, ctypes.c_uint, ctypes.c_ulong, ctypes.c_int]
        self.x11.XGetImage.restype = ctypes.c_void_p
        self.x11.XGetPixel.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_int]
        self.x11.XGetPixel.restype = ctypes.c_ulong
        self.x11.XDestroyImage.argtypes = [ctypes.c_void_p]
        self.display = self.x11.XOpenDisplay(name.encode())
        self.root = self.x11.XDefaultRootWindow(self.display)
        self.place = (width // 2, height // 2)

    def is_black(self):
        image = self.x11.XGetImage(self.display, self.root, *self.place, 1, 1, 0xffffffff, Z_PIXMAP)
        pixel = self.x11.XGetPixel(image, 0, 0) & 0xffffff
        self.x11.XDestroyImage(image)
        return pixel == 0

    def wait(self, black):
        end = time.monotonic() + PATIENCE
        while self.is_black() != black:
            if time.monotonic() > end:
                sys.exit(f'no window was drawn' if not black else 'the window did not go')
            time.sleep(0.001)


def start_and_stop(command, environment, middle):
    middle.wait(black=True)
    began = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    middle.wait(black=False)
    seconds = time.perf_counter() - began
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    return seconds


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    os.environ['PLENUM_BUILD'] = str(build)
    sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'ui'))
    import harness

    if shutil.which(PEER) is None:
        print(f'skipped: {PEER} is not installed')
        return
    with harness.Display(1280, 800) as display:
        app = harness.App(display)
        harness.make_library(app.library, WORKSHOPS)
        environment = {key: value for key, value in app.environment().items() if key != 'G_DEBUG'}
        middle = Middle(display.environment['DISPLAY'], display.width, display.height)
        ours, theirs = [], []
        for number in range(ROUNDS + 1):
            our = start_and_stop([app.program], environment, middle)
            their = start_and_stop([PEER, '--standalone'], environment, middle)
            if number > 0:  # the first round warms the page cache
                ours.append(our)
                theirs.append(their)
    ratios = [our / their for our, their in zip(ours, theirs)]
    for name, values, unit in (('plenum', ours, ' s'), (PEER, theirs, ' s'), ('ratio', ratios, '')):
        print(f'{name:18} median {statistics.median(values):.3f}{unit}  ({min(values):.3f} to {max(values):.3f})')


if __name__ == '__main__':
    main()
