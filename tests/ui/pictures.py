#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes pictures of every view, as people meet it: light, dark, German, high contrast,
a phone's width and a projector's, and text twice as large.

What is shown in light and then in dark is shown once: the style changes while one looks,
as it does in the evening.

Each folder of views brings a file scenes_NAME.py beside this one with

    SCENES = {'library': (prepare, show), …}

prepare(library) makes what there is to see, before the program starts; show(app) leads
to the view. Arguments choose scenes by name; what comes out is in BUILD/pictures.
"""
import argparse
import contextlib
import importlib
import pathlib
import subprocess
import sys

import beamer
import harness

DARK = {'ADW_DEBUG_COLOR_SCHEME': 'prefer-dark'}
CONTRAST = {'ADW_DEBUG_HIGH_CONTRAST': '1'}

# Name, width and height of the screen, and words for the language, the style and text twice
# as large; the window fills the screen.
VARIANTS = (
    ('1280', 1280, 800, 'then-dark'),
    ('1280-german', 1280, 800, 'german'),
    ('1280-contrast', 1280, 800, 'contrast'),
    ('1920', 1920, 1080, ''),
    ('360', 360, 720, ''),
    ('360-german-dark', 360, 720, 'german dark'),
    ('1280-large', 1280, 800, 'large'),
    ('360-german-large', 360, 720, 'german large'),
)


def collect():
    scenes = {}
    for path in sorted(pathlib.Path(__file__).parent.glob('scenes_*.py')):
        scenes.update(importlib.import_module(path.stem).SCENES)
    return scenes


def fill_screen(app):
    """As large as the screen, and without openbox's frame around it."""
    harness.xdotool('windowsize', app.window(), '100%', '100%', 'windowmove', app.window(), 0, 0)
    # First the window is so large, then what is in it.
    harness.wait_for(lambda: app.geometry()[2] == app.display.width, 'a window as wide as the screen')
    harness.wait_for(lambda: app.display.width - app.find('frame').size[0] < 16, 'a window that is filled')


def set_style(app, style):
    """As the preferences would, beside what else is set: "light" or "dark"."""
    from gi.repository import GLib
    path = app.home / 'config/glib-2.0/settings/keyfile'
    path.parent.mkdir(parents=True, exist_ok=True)
    settings = GLib.KeyFile()
    if path.exists():
        settings.load_from_file(str(path), GLib.KeyFileFlags.KEEP_COMMENTS)
    with contextlib.suppress(GLib.Error):
        if settings.get_value('org/plenum/Plenum', 'style') == f"'{style}'":
            return
    settings.set_value('org/plenum/Plenum', 'style', f"'{style}'")
    settings.save_to_file(str(path))


def darken(app):
    """From light to dark, and until it is seen."""
    light = app.brightness()
    # Its ground is the room's, whatever the rest of the program is.
    on_beamer = beamer.in_front()
    if on_beamer:
        app.key('d')

    def is_dark():
        # The program may have written the size of its window over it at that moment.
        if not on_beamer:
            set_style(app, 'dark')
        return app.brightness() < 0.6 * light

    harness.wait_for(is_dark, 'a dark style')


def take(display, name, scene, variant, what):
    """Makes the picture or two of a scene; returns their paths."""
    prepare, show = scene
    app = harness.App(display, environment=variables(what))
    app.library.parent.mkdir(parents=True, exist_ok=True)
    try:
        prepare(app.library)
        app.start()
        fill_screen(app)
        show(app)
        pictures = [display.picture(harness.PICTURES / f'{name}-{variant}.png')]
        if 'then-dark' in what:
            darken(app)
            pictures.append(display.picture(harness.PICTURES / f'{name}-{variant}-dark.png'))
        if app.geometry()[2] > display.width:
            raise harness.Missing(f'a window that fits, not one {app.geometry()[2]} wide')
        if app.complaints():
            raise harness.Missing('a program that does not complain: ' + '; '.join(app.complaints()))
        return pictures
    finally:
        app.quit()


def variables(what):
    return {**(harness.locale('de_DE.UTF-8') if 'german' in what else {}),
            **(DARK if 'dark' in what else {}), **(CONTRAST if 'contrast' in what else {})}


def main():
    parser = argparse.ArgumentParser(description='Makes pictures of every view.')
    parser.add_argument('--variant', choices=[variant[0] for variant in VARIANTS],
                        help='only this one; else each in a process of its own')
    scenes = collect()
    parser.add_argument('scene', nargs='*', help=f'one of: {", ".join(scenes)}')
    arguments = parser.parse_args()
    names = arguments.scene or list(scenes)
    reason = harness.skip_reason()
    if reason is not None:
        print(f'1..0 # SKIP {reason}')
        return
    if arguments.variant is None:
        # A process can speak to one accessibility bus only.
        sys.exit(max(subprocess.run([sys.executable, __file__, '--variant', variant[0], *names]).returncode
                     for variant in VARIANTS))

    variant, width, height, words = next(v for v in VARIANTS if v[0] == arguments.variant)
    what = words.split()
    print(f'1..{len(names)}', flush=True)
    failed = 0
    with harness.Display(width, height) as display:
        if 'large' in what:
            subprocess.run(['xrdb', '-nocpp', '-merge'], input=b'Xft.dpi: 192\n', check=True)
        for number, name in enumerate(names, 1):
            try:
                pictures = take(display, name, scenes[name], variant, what)
                print(f'ok {number}', *pictures, flush=True)
            except Exception as error:
                failed += 1
                print(f'not ok {number} {name}-{variant}\n# {error!r}', flush=True)
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main()
