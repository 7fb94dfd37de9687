# SPDX-License-Identifier: GPL-3.0-or-later
"""A look at what an import would do, before it does it."""
import hashlib
import json
import subprocess
import time

import harness
from harness import re
from scenes_boards import FIRST_CARD, make_board

CLI = harness.BUILD / 'src/cli/plenum-cli'
HERE = FIRST_CARD.replace('auch sonntags', 'abends und sonntags')
THERE = FIRST_CARD.replace('Werkzeuge', 'Werkzeuge und Lastenräder')


def write_bundle(path, lines, texts, stamp):
    """The bundle as a copy would send it on which somebody changed these texts at that moment."""
    first = next(n for n, line in enumerate(lines) if n > 0 and line.startswith('{'))
    records = []
    for line in (line for line in lines[first:] if line.startswith('{')):
        record = json.loads(line.rstrip(','))
        if record['type'] == 'idea' and record['text'] in texts:
            record['text'] = texts[record['text']]
            record['stamps']['text'] = stamp
        records.append(json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(',', ':')))
    digest = hashlib.sha256(''.join(record + '\n' for record in records).encode()).hexdigest()
    path.write_text('\n'.join([*lines[:first], ',\n'.join(records), f'],\n"digest":"sha256:{digest}"}}', '']), encoding='utf-8')


def incoming_bundle(library):
    """Away from the library: the platform's file chooser reads what lies in a folder it shows, and
    whoever in the same process closes the library's file takes SQLite's locks away."""
    return library.parent.parent / 'incoming' / 'Rathaus.plenum.json'


def make_incoming(library):
    """The sample board with a card that was changed, and a bundle in which others changed
    the same card and added one."""
    make_board(library)
    incoming = incoming_bundle(library)
    folder = incoming.parent
    folder.mkdir(parents=True, exist_ok=True)
    whole, other = folder / 'whole.plenum.json', folder / 'other.db'
    run = lambda library, *arguments: subprocess.run([CLI, '--library', library, '--quiet', *arguments], check=True,
                                                     stdout=subprocess.DEVNULL)
    run(library, 'export', '--all', '-o', whole, '--privacy', 'full')
    lines = whole.read_text(encoding='utf-8').splitlines()
    now = int(time.time() * 1000)
    for path, target, text, moment in ((folder / 'here.plenum.json', library, HERE, now), (folder / 'there.plenum.json', other, THERE, now + 1)):
        write_bundle(path, lines, {FIRST_CARD: text}, f'{moment:012x}-0000-{moment % 2 + 10:08x}')
        run(target, 'import', path)
    workshop = harness.plenum_cli(other, 'workshop', 'list')[0]['id']
    run(other, 'idea', 'add', workshop, '--text', 'Eine Werkbank im Rathaus')
    run(other, 'export', '--all', '-o', incoming, '--privacy', 'full')


def preview(app):
    app.find('push button', re.compile('^(Main menu|Hauptmenü)$')).find('push button').choose(re.compile('^(Import|Importieren) ?…'))
    app.find('push button', re.compile('^(Open|Öffnen)$'))
    app.type(str(incoming_bundle(app.library)))
    app.key('Return')
    app.find('label', re.compile('^(1 text differs|1 Text )'))


SCENES = {
    'import-preview': (make_incoming, preview),
}
