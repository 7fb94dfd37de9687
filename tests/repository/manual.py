# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checks of the manual share: its pages, its translations, and the keys of the program."""
import ast
import re
import subprocess

from checks import ROOT

HELP = ROOT / 'help'
PAGES = sorted((HELP / 'C').glob('*.page'))

# How the page of keys calls them, where it is not how GTK does. None: said by another name already.
KEY_NAMES = {'Control': 'Ctrl', 'Return': 'Enter', 'KP_Enter': None, 'space': 'Space', 'question': '?',
             'comma': ',', 'Page_Down': 'Page Down', 'Page_Up': 'Page Up', 'BackSpace': 'Backspace',
             'Escape': 'Esc', 'plus': '+', 'minus': '-', 'equal': None, 'KP_Add': None, 'KP_Subtract': None,
             'KP_0': None}


def languages():
    lines = (HELP / 'LINGUAS').read_text().splitlines()
    return [word for line in lines for word in line.partition('#')[0].split()]


def without_mnemonic(text):
    return text.replace('_', '')


def blocks(page):
    return re.findall(r'<(?:p|title|desc)>(.*?)</(?:p|title|desc)>', page.read_text(), re.S)


def marked(page, element):
    """What stands in each such element of a page, without further markup."""
    found = re.findall(rf'<{element}(?: [^>]*)?>(.*?)</{element}>', page.read_text(), re.S)
    return [' '.join(re.sub('<.*?>', '', text).split()) for text in found]


def translate(language, folder):
    """Make the pages of a language as the build does; returns them."""
    catalog = folder / f'{language}.mo'
    subprocess.run(['msgfmt', '-o', str(catalog), str(HELP / language / f'{language}.po')], check=True)
    subprocess.run(['itstool', '-m', str(catalog), '-l', language, '-o', str(folder), *map(str, PAGES)], check=True)
    return sorted(folder.glob('*.page'))


def name_key(accelerator):
    parts = re.findall(r'<(\w+)>', accelerator) + [re.sub(r'<\w+>', '', accelerator)]
    names = [KEY_NAMES.get(part, part) for part in parts]
    return None if None in names else '+'.join(name.upper() if len(name) == 1 else name for name in names)


def read_keys():
    """What the program does on keys, from its table: (title, (key, …)), named as the manual names them."""
    source = (ROOT / 'src' / 'ui' / 'plenum-keys.c').read_text()
    table = re.search(r'PlenumKey table\[\] = \{(.*?)\n\};', source, re.S)[1]
    rows = re.findall(r'\{ N_\("[^"]+"\), N_\(("[^"]+")\), "[^"]+", (?:NULL|"[^"]*"), "([^"]+)" \}', table)
    assert len(rows) == table.count('{ N_('), 'a row of the table of keys was not understood'
    return [(ast.literal_eval(title), tuple(filter(None, map(name_key, keys.split())))) for title, keys in rows]
