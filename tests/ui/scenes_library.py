# SPDX-License-Identifier: GPL-3.0-or-later
import harness


def nothing(library):
    pass


def some(library):
    harness.make_library(library, 12)



SCENES = {
    'library-empty': (nothing, lambda app: None),
    'library': (some, lambda app: app.find('label', 'Zukunftswerkstatt Mobilität')),
}
