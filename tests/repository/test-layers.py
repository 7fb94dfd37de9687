#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A layer includes headers of the layers below it that it may use, and of no other.

The link probes see stolen symbols; this sees stolen types, macros and inline functions."""
import re

from checks import ROOT, check, finish, tracked_files

# A layer, which of ours it may use, and which library is its business alone (or almost).
MAY_USE = {
    'core': set(),
    'voting': {'core'},
    'analysis': {'core'},
    'store': {'core'},
    'bundle': {'core', 'store'},
    'remote': {'core', 'bundle'},
    'report': {'core', 'voting', 'analysis', 'store'},
    'join': {'core', 'voting', 'store'},
    'cli': {'core', 'voting', 'analysis', 'store', 'bundle', 'remote', 'report', 'join'},
    'ui': {'core', 'voting', 'analysis', 'store', 'bundle', 'remote', 'report', 'join'},
}
OUTSIDE = {
    r'gtk/|gdk/|gsk/|adwaita': {'ui'},
    r'graphene': {'report', 'ui'},
    r'sqlite3|fts5': {'store'},
    r'json-glib/': {'bundle', 'remote', 'cli'},
    r'sodium': {'bundle'},
    r'libsoup/': {'remote', 'join'},
    r'libsecret/': {'remote'},
    r'cairo|pango/': {'report', 'ui'},
    r'gdk-pixbuf/': {'report', 'ui'},
    r'qrencode|zbar': {'report'},
    r'libstemmer': {'analysis', 'store'},
    r'gmp': {'voting'},
}
INCLUDE = re.compile(r'^\s*#\s*include\s*(["<])([^">]+)[">]', re.MULTILINE)


def main():
    sources = [name for name in tracked_files()
               if name.startswith('src/') and name.endswith(('.c', '.h'))]
    homes = {}
    problems = {layer: [] for layer in MAY_USE}
    for name in sources:
        base = name.rsplit('/', 1)[1]
        if name.endswith('.h'):
            homes.setdefault(base, name)

    for name in sources:
        layer = name.split('/')[1]
        if layer not in MAY_USE:
            check(f'{name} lies in a layer', ['not a folder of the table of layers'])
            continue
        for line in INCLUDE.finditer((ROOT / name).read_text(encoding='utf-8')):
            mark, header = line.groups()
            home = homes.get(header.rsplit('/', 1)[-1]) if mark == '"' else None
            if home is not None:
                other = home.split('/')[1]
                if other != layer and other not in MAY_USE[layer]:
                    problems[layer].append(f'{name} includes {header}, which is of {other}')
                if other != layer and header.endswith('-private.h'):
                    problems[layer].append(f'{name} includes {header}, which is private to {other}')
            for pattern, allowed in OUTSIDE.items():
                if mark == '<' and re.match(pattern, header) and layer not in allowed:
                    problems[layer].append(f'{name} includes <{header}>, which is for {", ".join(sorted(allowed))}')

    check('there are sources', [] if sources else ['none found'])
    for layer, found in problems.items():
        if (ROOT / 'src' / layer).is_dir():
            check(f'{layer} uses only what it may', found)

    top = (ROOT / 'src' / 'meson.build').read_text(encoding='utf-8')
    check('src itself is no include directory', ['src/meson.build makes it one'] if 'include_directories' in top else [])
    finish()


if __name__ == '__main__':
    main()
