# SPDX-License-Identifier: GPL-3.0-or-later
import harness


def save_as(app, window, path):
    """Answer the dialog that asks where a file goes."""
    app.wait_window(window)
    app.key('ctrl+a')
    app.type(str(path))
    app.key('Return')
    harness.wait_for(path.exists, f'{path} written')
