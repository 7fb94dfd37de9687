#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The workshop templates follow their schema, and say sensible things."""
import json
import re

import jsonschema

from checks import ROOT, check, finish

FOLDER = ROOT / 'data' / 'templates'
LANGUAGES = {'en', 'de'}


def texts(value, where=''):
    """All the places where a human text stands, with its languages."""
    if isinstance(value, dict):
        if LANGUAGES <= value.keys():
            yield where, value
        else:
            for key, inner in value.items():
                yield from texts(inner, f'{where}/{key}')
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from texts(inner, f'{where}/{index}')


def wording(template):
    """What a validator cannot see in a text, but a reader would."""
    german_address = re.compile(r'\b(du|dich|dir|dein|euch|euer|eure)\b', re.IGNORECASE)
    for where, text in texts(template):
        for language, words in text.items():
            if '...' in words:
                yield f'{where}/{language}: three dots instead of an ellipsis (…)'
            if '"' in words or ' - ' in words:
                yield f'{where}/{language}: a typewriter quote or dash'
        if german_address.search(text['de']):
            yield f'{where}/de: people are addressed with Sie'


def settings(template):
    if template['group_size']['from'] > template['group_size']['to']:
        yield 'group_size: from is larger than to'
    for index, poll in enumerate(template['polls']):
        if poll['settings'].get('most', 0) > poll['settings'].get('points', 1000):
            yield f'polls/{index}: most on one option is more than all points'
    for board in template['boards']:
        titles = [area['title']['en'] for area in board['areas']]
        if len(titles) != len(set(titles)):
            yield f"board {board['title']['en']}: two areas with the same title"


def main():
    schema = json.loads((FOLDER / 'template.schema.json').read_text(encoding='utf-8'))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    files = sorted(path for path in FOLDER.glob('*.json') if path.name != 'template.schema.json')

    check('there are at least five templates', [] if len(files) >= 5 else [f'{len(files)} found'])
    for path in files:
        template = json.loads(path.read_text(encoding='utf-8'))
        problems = [f"{'/'.join(map(str, error.absolute_path))}: {error.message}"
                    for error in validator.iter_errors(template)]
        check(f'{path.stem} follows the schema', problems)
        if problems:
            continue
        check(f'{path.stem} is named by its id', [] if template['id'] == path.stem else [template['id']])
        check(f'{path.stem} has sensible settings', settings(template))
        check(f'{path.stem} is worded well', wording(template))
    broken = {'id': 'x', 'name': {'en': 'only English'}}
    check('the schema refuses a template without German', [] if not validator.is_valid(broken) else ['accepted'])
    finish()


if __name__ == '__main__':
    main()
