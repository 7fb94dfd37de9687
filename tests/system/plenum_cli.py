# SPDX-License-Identifier: GPL-3.0-or-later
"""plenum-cli as a script uses it: run it, read its JSON, look at what it left."""
import hashlib
import inspect
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import traceback

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'repository'))
from checks import ROOT, check, finish, skip_all  # noqa: E402, F401

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
DATA = ROOT.parent / 'shared' / 'data'
# One in how many is tried of what else is tried very many times: with sanitizers all is slow.
PART = int(os.environ.get('PLENUM_TESTS_PART', 1))


class Cli:
    """plenum-cli on a library of its own, in a folder that goes when the test ends."""

    def __init__(self, folder, name='library.db'):
        self.folder = pathlib.Path(folder)
        self.library = self.folder / name

    def start(self, *arguments, **options):
        """Start it and give the process, to feed, to interrupt or to wait for."""
        environment = dict(os.environ, XDG_DATA_HOME=str(self.folder / 'data'), HOME=str(self.folder))
        return subprocess.Popen([PROGRAM, '--library', self.library, *map(str, arguments)], cwd=self.folder,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, **options)

    def run(self, *arguments, stdin=b''):
        process = self.start(*arguments, stdin=subprocess.PIPE)
        output, errors = process.communicate(stdin)
        return process.returncode, output.decode(), errors.decode()

    def text(self, *arguments, stdin=b''):
        """Run what must succeed, without a word on standard error."""
        status, output, errors = self.run(*arguments, stdin=stdin)
        assert status == 0, f'{arguments} left with {status}: {errors}'
        assert errors == '', f'{arguments} said: {errors}'
        return output

    def json(self, *arguments, stdin=b''):
        """As text(), and standard output is exactly one JSON document."""
        return json.loads(self.text('--json', *arguments, stdin=stdin))

    def fails(self, status, *arguments, stdin=b''):
        """Run what must fail so, leave the library as it was, and say why in lines of ours."""
        before = self.state()
        left, output, errors = self.run(*arguments, stdin=stdin)
        assert left == status, f'{arguments} left with {left}, not {status}: {errors}'
        lines = errors.splitlines()
        assert lines and all(line.startswith('plenum-cli: ') for line in lines), f'{arguments} said: {errors!r}'
        assert len(lines[-1]) > len('plenum-cli: ') + 10, f'{arguments} said too little: {errors!r}'
        assert self.state() == before, f'{arguments} changed the library'
        return errors

    def state(self):
        """A digest of all that stands in the library, None if there is none."""
        if not self.library.exists():
            return None
        digest = hashlib.sha256()
        with sqlite3.connect(f'file:{self.library}?mode=ro', uri=True) as connection:
            tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'"
                                        " AND name NOT LIKE 'idea_search%' AND name NOT LIKE 'sqlite_%' ORDER BY name")
            for (table,) in tables.fetchall():
                # A setting is no part of any workshop; the clock and the key may go on.
                if table != 'setting':
                    for row in connection.execute(f'SELECT * FROM {table} ORDER BY 1, 2'):
                        digest.update(repr((table, row)).encode())
        connection.close()
        return digest.hexdigest()

    def write(self, name, content):
        """Write a file into the test's folder and give its path."""
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path


def run_tests(module):
    """Run each test_… function of a module, in its order, with a Cli of its own if it takes one."""
    for name, function in list(vars(module).items()):
        if not name.startswith('test_') or not callable(function):
            continue
        folder = tempfile.mkdtemp(prefix='plenum-system-')
        problems = []
        try:
            function(*([Cli(folder)] if inspect.signature(function).parameters else []))
        except Exception:
            problems = traceback.format_exc().splitlines()
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        check(name.removeprefix('test_').replace('_', ' '), problems)
    finish()
