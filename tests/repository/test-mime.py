#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop that has our MIME types recognises bundles and libraries by name and by content."""
import ctypes
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from checks import check, finish, skip_all

BUNDLE = 'application/vnd.plenum.bundle+json'
LIBRARY = 'application/vnd.plenum.library'
IN_OPEN = 0x20


def content_type(path, data):
    environment = {**os.environ, 'XDG_DATA_HOME': str(data)}
    output = subprocess.run(['gio', 'info', '-a', 'standard::content-type', str(path)], env=environment,
                            capture_output=True, text=True, check=True).stdout
    return output.rsplit('standard::content-type: ', 1)[1].split('\n')[0].strip()


def is_opened_by(path, action):
    """Whether the action makes any program open the file."""
    libc = ctypes.CDLL(None, use_errno=True)
    notes = libc.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
    if notes < 0 or libc.inotify_add_watch(notes, os.fsencode(path), IN_OPEN) < 0:
        raise OSError(ctypes.get_errno(), 'inotify')
    try:
        action()
        return len(os.read(notes, 4096)) > 0
    except BlockingIOError:
        return False
    finally:
        os.close(notes)


def main():
    if shutil.which('update-mime-database') is None or shutil.which('gio') is None:
        skip_all('shared-mime-info or gio is missing')
    built = pathlib.Path(sys.argv[1]) / 'data' / 'org.plenum.Plenum.xml'
    with tempfile.TemporaryDirectory() as folder:
        data = pathlib.Path(folder)
        packages = data / 'mime' / 'packages'
        packages.mkdir(parents=True)
        shutil.copy(built, packages)
        made = subprocess.run(['update-mime-database', str(data / 'mime')], capture_output=True, text=True)
        complaints = [line for line in made.stderr.splitlines() if 'org.plenum.Plenum.xml' in line or 'vnd.plenum' in line]
        check('the MIME database takes it', complaints if made.returncode == 0 else made.stderr.splitlines())

        for name, content, expected in [
                ('minutes.plenum.json', b'{}', BUNDLE),
                ('minutes.plenum.json.gz', b'\x1f\x8b\x08\0', BUNDLE),
                ('without-suffix', b'{"format":"plenum-bundle","version":1', BUNDLE),
                ('other.json', b'{"format":"other"}', 'application/json'),
                ('library.db', b'SQLite format 3\0', LIBRARY),
                ('copy', b'SQLite format 3\0' + bytes(52) + b'Plnm' + bytes(28), LIBRARY)]:
            path = data / name
            path.write_bytes(content)
            found = content_type(path, data)
            check(f'{name} is {expected}', [] if found == expected else [f'found {found}'])

        for name in ['library.db', 'library.db-wal', 'library.db-shm']:
            path = data / name
            path.write_bytes(b'SQLite format 3\0')
            opened = is_opened_by(path, lambda: content_type(path, data))
            check(f'{name} is left alone by who lists it', ['it was opened'] if opened else [])
        check('other files are opened, as this test sees',
              [] if is_opened_by(data / 'copy', lambda: content_type(data / 'copy', data)) else ['it was not'])
    finish()


if __name__ == '__main__':
    main()
