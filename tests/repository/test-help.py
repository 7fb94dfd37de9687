#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual is valid Mallard, its links lead somewhere, in every language; and it says what is there:
each name of a control is in the program, and the page of keys has the keys of the program."""
import pathlib
import re
import shutil
import subprocess
import tempfile

from checks import ROOT, check, finish, skip_all
from manual import HELP, PAGES, blocks, languages, marked, read_keys, translate, without_mnemonic


def check_pages(folder, name):
    for what in ('validate', 'ids', 'links', 'media', 'orphans'):
        run = subprocess.run(['yelp-check', what, str(folder)], capture_output=True, text=True)
        output = (run.stdout + run.stderr).splitlines()
        check(f'{name}: yelp-check {what}', output or (['failed'] if run.returncode else []))


def check_translations():
    for language in languages():
        with tempfile.TemporaryDirectory() as folder:
            pages = translate(language, pathlib.Path(folder))
            missing = {page.name for page in PAGES} - {page.name for page in pages}
            check(f'{language} has every page', sorted(missing))
            check_pages(folder, language)


def check_installed():
    built = (HELP / 'meson.build').read_text()
    check('every page is installed', [page.name for page in PAGES if f"'{page.name}'" not in built])


def check_controls():
    """What the manual calls a control by is a string of the program, but for the mnemonic."""
    sources = [path for pattern in ('*.c', '*.h', '*.ui') for path in (ROOT / 'src').rglob(pattern)]
    program = without_mnemonic('\n'.join(path.read_text() for path in sources))
    names = {(page.name, name) for page in PAGES for name in marked(page, 'gui')}
    check('the manual names controls that exist',
          sorted(f'{page}: “{name}” is not in the program' for page, name in names
                 if f'"{name}"' not in program and f'>{name}<' not in program))


def check_keys():
    keys = read_keys()
    page = HELP / 'C' / 'keyboard.page'
    rows = re.findall(r'<td><p>([^<]*)</p></td>\s*<td><p>(.*?)</p></td>', page.read_text(), re.S)
    said = {(title, tuple('+'.join(re.findall('<key>(.*?)</key>', key)) for key in cell.split(', ')))
            for title, cell in rows[:len(keys)]}
    check('the page of keys has every key of the program',
          sorted(f'{title}: {", ".join(all_of)}' for title, all_of in set(keys) - said))
    check('the page of keys has no other key',
          sorted(f'{title}: {", ".join(all_of)}' for title, all_of in said - set(keys)))


def main():
    if not PAGES:
        skip_all('there is no manual')
    for program in ('yelp-check', 'itstool', 'msgfmt'):
        if shutil.which(program) is None:
            skip_all(f'{program} is missing')

    check('every page says something', [page.name for page in PAGES if len(blocks(page)) < 3])
    check_pages(HELP / 'C', 'C')
    check_translations()
    check_installed()
    check_controls()
    check_keys()
    finish()


if __name__ == '__main__':
    main()
