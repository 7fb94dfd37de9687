# SPDX-License-Identifier: GPL-3.0-or-later
import subprocess

import harness
from scenes_boards import make_board, open_board

SAMPLE_PHOTO = harness.BUILD / 'tests/report/sample-photo'


def make_photo(library):
    make_board(library)
    subprocess.run([str(SAMPLE_PHOTO), str(library), str(library.with_name('wand.png'))], check=True)


def show_print(app):
    open_board(app)
    app.key('ctrl+p')
    harness.wait_for(lambda: len(app.windows()) > 1, 'the print dialog')


def show_photo(app):
    open_board(app)
    # The button in the board's header, in whatever language.
    button = app.find('push button', harness.re.compile('^(Boards of this workshop|Pinnwände dieses Workshops)$'))
    button.find('push button', button.name).choose(harness.re.compile('^(Import photo|Foto)'))
    harness.wait_for(lambda: len(app.windows()) > 1, 'a dialog for files')
    app.type(str(app.library.with_name('wand.png')))
    app.key('Return')
    app.find('label', harness.re.compile('^4 '), seconds=30)


SCENES = {
    'photo-preview': (make_photo, show_photo),
    'print': (make_board, show_print),
}
