#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes pictures of every view, as people meet it: light, dark, German, high contrast,
a phone's width and a projector's.

Each folder of views brings a file scenes_NAME.py beside this one with

    SCENES = {'library': (prepare, show), …}

prepare(library) makes what there is to see, before the program starts; show(app) leads
to the view. Arguments choose scenes by name; what comes out is in BUILD/pictures.
"""
import importlib
import os
import pathlib
import subprocess
import sys

import harness

DARK = {'ADW_DEBUG_COLOR_SCHEME': 'prefer-dark'}
CONTRAST = {'ADW_DEBUG_HIGH_CONTRAST': '1'}

# Name, width and height of the screen, variables; the window fills the screen.
VARIANTS = (
    ('1280', 1280, 800, {}),
    ('1280-dark', 1280, 800, DARK),
    ('1280-german', 1280, 800, 'german'),
    ('1280-contrast', 1280, 800, CONTRAST),
    ('1920', 1920, 1080, {}),
    ('360', 360, 720, {}),
    ('360-german-dark', 360, 720, 'german-dark'),
)


def collect():
    scenes = {}
    for path in sorted(pathlib.Path(__file__).parent.glob('scenes_*.py')):
        scenes.update(importlib.import_module(path.stem).SCENES)
    return scenes


def fill_screen(app):
    """As large as the screen, and without openbox's frame around it."""
    subprocess.run(['xdotool', 'getactivewindow', 'windowsize', '100%', '100%', 'windowmove', '0', '0'],
                   check=True, capture_output=True)
    harness.wait_for(lambda: abs(app.geometry()[2] - app.display.width) < 40, 'a window as wide as the screen')


def take(display, name, scene, variant, environment):
    prepare, show = scene
    app = harness.App(display, environment=environment)
    app.library.parent.mkdir(parents=True, exist_ok=True)
    try:
        prepare(app.library)
        app.start()
        fill_screen(app)
        show(app)
        return app.picture(harness.PICTURES / f'{name}-{variant}.png')
    finally:
        app.quit()


def variables(what):
    if isinstance(what, dict):
        return what
    return {**harness.locale('de_DE.UTF-8'), **(DARK if 'dark' in what else {})}


def take_all(variant, names):
    """All scenes of one variant, in a process of its own: a process has one accessibility bus."""
    _, width, height, what = next(v for v in VARIANTS if v[0] == variant)
    scenes = collect()
    failed = 0
    with harness.Display(width, height) as display:
        for name in names:
            try:
                print('ok', take(display, name, scenes[name], variant, variables(what)), flush=True)
            except Exception as error:
                failed += 1
                print(f'not ok {name}-{variant}\n# {error!r}', flush=True)
    return failed


def main():
    scenes = collect()
    unknown = set(sys.argv[1:]) - set(scenes)
    if unknown:
        sys.exit(f'pictures.py: no such view: {", ".join(sorted(unknown))}. There are: {", ".join(scenes)}')
    reason = harness.skip_reason()
    if reason is not None:
        print(f'1..0 # SKIP {reason}')
        return
    names = sys.argv[1:] or list(scenes)
    print(f'1..{len(names) * len(VARIANTS)}', flush=True)
    failed = 0
    for variant, *_ in VARIANTS:
        child = os.fork()
        if child == 0:
            os._exit(min(take_all(variant, names), 100))
        failed += os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main()
