#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual is valid Mallard, its links lead somewhere, and every language has every page."""
import shutil
import subprocess

from checks import ROOT, check, finish, skip_all

HELP = ROOT / 'help'


def main():
    languages = sorted({page.parent for page in HELP.glob('*/*.page')})
    if not languages:
        skip_all('there is no manual')
    if shutil.which('yelp-check') is None:
        skip_all('yelp-check is missing')

    pages = {folder.name: {page.name for page in folder.glob('*.page')} for folder in languages}
    every = set().union(*pages.values())
    for folder in languages:
        check(f'{folder.name} has every page', sorted(every - pages[folder.name]))
        for what in ('validate', 'ids', 'links', 'media', 'orphans'):
            run = subprocess.run(['yelp-check', what, str(folder)], capture_output=True, text=True)
            output = (run.stdout + run.stderr).splitlines()
            check(f'{folder.name}: yelp-check {what}', output or (['failed'] if run.returncode else []))
    finish()


if __name__ == '__main__':
    main()
