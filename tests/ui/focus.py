# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the keys go, followed as by somebody who has no mouse."""
import harness
from harness import re


def tab(app, name, key='Tab'):
    """A press leads there, by its name."""
    app.key(key)
    harness.wait_for(lambda: re.fullmatch(name, app.focused().name), f'the focus on “{name}”, not on “{app.focused().name}”')
