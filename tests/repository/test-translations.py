#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every string a person sees can be translated, and German is complete.

Called with the arguments that xgettext gets in the build."""
import pathlib
import re
import subprocess
import sys
import tempfile

from checks import ROOT, check, finish, tracked_files

SEEN = ('.c', '.h', '.ui', '.desktop.in', '.metainfo.xml.in', '.mime.xml.in', '.gschema.xml')


def words(path):
    return [line for line in path.read_text(encoding='utf-8').splitlines() if line and not line.startswith('#')]


def extract(names, output):
    """What xgettext finds in the files: one catalog, or None where there is nothing."""
    if names:
        subprocess.run(['xgettext', *sys.argv[1:], '--force-po', '-o', str(output), *names],
                       cwd=ROOT, check=True, capture_output=True)
    return output.read_text(encoding='utf-8') if names else ''


def messages(catalog):
    """Context, message and plural of every entry of a catalog, without its header."""
    entries = set()
    for block in re.split(r'\n\s*\n', catalog):
        block = '\n'.join(line for line in block.split('\n') if not line.startswith('#'))
        parts = [''.join(re.findall(r'"((?:[^"\\]|\\.)*)"', part))
                 for part in re.findall(r'^msg(?:ctxt|id|id_plural)\s+((?:"(?:[^"\\]|\\.)*"\s*)+)', block, re.M)]
        if parts and parts != ['']:
            entries.add(tuple(parts))
    return entries


def main():
    listed = words(ROOT / 'po' / 'POTFILES.in')
    languages = words(ROOT / 'po' / 'LINGUAS')
    names = [name for name in tracked_files() if name.startswith(('src/', 'data/')) and name.endswith(SEEN)]

    check('POTFILES.in is sorted, and names files that exist',
          [f'{name} does not exist' for name in listed if not (ROOT / name).is_file()]
          + ([] if listed == sorted(listed) else ['not sorted']))

    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        forgotten = extract([name for name in names if name not in listed], folder / 'forgotten.pot')
        check('POTFILES.in names every file with strings',
              sorted({place.rsplit(':', 1)[0] for line in re.findall(r'^#: (.*)$', forgotten, re.M)
                      for place in line.split()}))

        fresh = folder / 'plenum.pot'
        wanted = messages(extract(listed, fresh))
        # xgettext ends a string at a macro, so "%" G_GINT64_FORMAT " cards" becomes "%".
        check('no string is cut by a macro',
              [' / '.join(entry) for entry in sorted(wanted)
               if any(re.search(r'(?<!%)(%%)*%$', part) for part in entry)])
        template = ROOT / 'po' / 'plenum.pot'
        kept = messages(template.read_text(encoding='utf-8'))
        check('plenum.pot is up to date (meson compile -C .build plenum-pot)',
              [f'missing: {" / ".join(entry)}' for entry in sorted(wanted - kept)]
              + [f'gone: {" / ".join(entry)}' for entry in sorted(kept - wanted)])

        for language in languages:
            catalog = ROOT / 'po' / f'{language}.po'
            formed = subprocess.run(['msgfmt', '-c', '-o', '/dev/null', str(catalog)], capture_output=True, text=True)
            check(f'{language}.po is well formed', formed.stderr.splitlines() if formed.returncode else [])
            merged = folder / f'{language}.po'
            subprocess.run(['msgmerge', '--quiet', '--no-fuzzy-matching', '-o', str(merged), str(catalog), str(fresh)],
                           check=True)
            for kind, option in (('untranslated', '--untranslated'), ('fuzzy', '--only-fuzzy')):
                left = subprocess.run(['msgattrib', option, '--no-obsolete', str(merged)],
                                      capture_output=True, text=True, check=True).stdout
                check(f'{language}.po has nothing {kind}', [' / '.join(entry) for entry in sorted(messages(left))])
    finish()


if __name__ == '__main__':
    main()
