#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every file says its licence, lies where it belongs, and is short enough to be read."""
import fnmatch
import re

from checks import ROOT, check, finish, tracked_files

TOP = {'src', 'data', 'po', 'help', 'tests', 'meson.build', 'README.md', 'COPYING', 'LICENSES',
       '.ci', '.editorconfig', '.gitignore', '.reuse'}
FILE_LINES = 500
FUNCTION_LINES = 60
TEXT = ('.c', '.h', '.py', '.sh', '.build', '.css', '.ui', '.xml', '.svg', '.md', '.json', '.sql', '.page', '.in')


def without_licence(names):
    paragraphs = re.findall(r'^Files:\s*(.*?)(?=^\S)', (ROOT / '.reuse' / 'dep5').read_text() + '\n.', re.M | re.S)
    # The first paragraph names who holds the rights in all files; what licence a file
    # has is said in the file, wherever it can say so.
    covered = [pattern for pattern in ' '.join(paragraphs).split() if pattern != '*']
    for name in names:
        if name == 'COPYING' or name.startswith('LICENSES/') or name.endswith('.license') or name + '.license' in names:
            continue
        if any(fnmatch.fnmatch(name, pattern) for pattern in covered):
            continue
        with open(ROOT / name, 'rb') as file:
            if b'SPDX-License-Identifier:' not in b''.join(file.readline(2000) for _ in range(6)):
                yield f'{name}: no SPDX-License-Identifier in its first lines, nor in .reuse/dep5'


def long_functions(name):
    lines = (ROOT / name).read_text(encoding='utf-8').split('\n')
    start = None
    for number, line in enumerate(lines, 1):
        if line == '{':
            start = number
        elif line == '}' and start is not None:
            if number - start - 1 > FUNCTION_LINES:
                yield f'{name}:{start}: a function of {number - start - 1} lines, more than {FUNCTION_LINES}'
            start = None


def untidy(names):
    for name in names:
        if not name.endswith(TEXT) or name.startswith('tests/data/'):
            continue
        text = (ROOT / name).read_bytes()
        if b'\r' in text:
            yield f'{name}: carriage returns'
        if text and not text.endswith(b'\n'):
            yield f'{name}: no newline at the end'
        for number, line in enumerate(text.split(b'\n'), 1):
            if line != line.rstrip():
                yield f'{name}:{number}: white space at the end'
                break


def unfinished(names):
    words = re.compile(rb'\b(TO' + rb'DO|FIX' + rb'ME|XX' + rb'X)\b')
    for name in names:
        if name.endswith(('.c', '.h', '.py', '.ui', '.css', '.build', '.sql')):
            for number, line in enumerate((ROOT / name).read_bytes().split(b'\n'), 1):
                if words.search(line):
                    yield f'{name}:{number}: something left to do'


def main():
    names = tracked_files()
    code = [name for name in names if name.endswith(('.c', '.h', '.py')) and not name.startswith('tests/data/')]

    check('nothing lies at the top that does not belong there',
          sorted({name.split('/')[0] for name in names} - TOP))
    check('every file says its licence', without_licence(names))
    check(f'no file is longer than {FILE_LINES} lines',
          [f'{name}: {lines} lines' for name in code
           if (lines := len((ROOT / name).read_bytes().split(b'\n')) - 1) > FILE_LINES])
    check(f'no function is longer than {FUNCTION_LINES} lines',
          [problem for name in code if name.endswith('.c') for problem in long_functions(name)])
    check('text files are tidy', untidy(names))
    check('nothing is left unfinished', unfinished(names))
    finish()


if __name__ == '__main__':
    main()
