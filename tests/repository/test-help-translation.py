#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every translation of the manual is complete, and calls controls as the program does in that language."""
import pathlib
import re
import shutil
import subprocess
import tempfile

from checks import ROOT, check, finish, skip_all
from manual import HELP, PAGES, languages, read_keys, without_mnemonic


def unquote(field):
    text = ''.join(re.findall(r'"((?:[^"\\]|\\.)*)"', field))
    return re.sub(r'\\(.)', lambda match: '\n' if match[1] == 'n' else match[1], text)


def read_catalog(path):
    """A list of (msgid, msgstr), from what gettext makes of a catalog: no fuzzy or obsolete ones."""
    text = subprocess.run(['msgattrib', '--translated', '--no-fuzzy', '--no-obsolete', '--no-wrap', str(path)],
                          capture_output=True, text=True, check=True).stdout
    entries = re.findall(r'^msgid ((?:".*"\n)+)(?:msgid_plural .*\n(?:".*"\n)*)?msgstr(?:\[0\])? ((?:".*"\n?)+)', text, re.M)
    return [(unquote(source), unquote(target)) for source, target in entries]


def list_messages():
    with tempfile.TemporaryDirectory() as folder:
        template = pathlib.Path(folder) / 'manual.pot'
        subprocess.run(['itstool', '-o', str(template), *map(str, PAGES)], check=True)
        filled = subprocess.run(['msgen', '--no-wrap', str(template)], capture_output=True, text=True, check=True).stdout
        template.write_text(filled)
        return {source for source, target in read_catalog(template) if source not in ('', 'translator-credits')}


def controls(text):
    return [re.sub('<.*?>', '', name) for name in re.findall(r'<gui(?: [^>]*)?>(.*?)</gui>', text)]


def check_controls(language, catalog):
    """Controls, and what keys do; what the program does not translate yet is free."""
    program = {}
    for source, target in read_catalog(ROOT / 'po' / f'{language}.po'):
        program.setdefault(without_mnemonic(source), set()).add(without_mnemonic(target))

    problems = []
    for source, target in catalog:
        said = controls(target)
        if len(controls(source)) != len(said):
            problems.append(f'not all controls of “{source}” are named')
        for name in controls(source):
            if name in program and not program[name] & set(said):
                problems.append(f'“{name}” is {" or ".join(sorted(program[name]))} in the program, not one of {said}')
    titles = {title for title, keys in read_keys()}
    problems += [f'“{source}” is {" or ".join(sorted(program[source]))} in the program, not “{target}”'
                 for source, target in catalog
                 if source in titles and source in program and target not in program[source]]
    check(f'{language}: controls are called as in the program', sorted(set(problems)))


def main():
    if not PAGES:
        skip_all('there is no manual')
    for program in ('itstool', 'msgattrib', 'msgen'):
        if shutil.which(program) is None:
            skip_all(f'{program} is missing')

    messages = list_messages()
    for language in languages():
        catalog = read_catalog(HELP / language / f'{language}.po')
        done = {source for source, target in catalog}
        check(f'{language}: everything is translated', sorted(messages - done))
        check(f'{language}: nothing is translated that is not said', sorted(done - messages - {'', 'translator-credits'}))
        check_controls(language, catalog)
    finish()


if __name__ == '__main__':
    main()
