#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop that has our MIME type recognises bundles by name and by content."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from checks import check, finish, skip_all

BUNDLE = 'application/vnd.plenum.bundle+json'


def content_type(path, data):
    environment = {**os.environ, 'XDG_DATA_HOME': str(data)}
    output = subprocess.run(['gio', 'info', '-a', 'standard::content-type', str(path)], env=environment,
                            capture_output=True, text=True, check=True).stdout
    return output.rsplit('standard::content-type: ', 1)[1].split('\n')[0].strip()


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
                ('other.json', b'{"format":"other"}', 'application/json')]:
            path = data / name
            path.write_bytes(content)
            found = content_type(path, data)
            check(f'{name} is {expected}', [] if found == expected else [f'found {found}'])
    finish()


if __name__ == '__main__':
    main()
