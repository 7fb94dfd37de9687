#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The public schema of the bundle names every field, and every bundle that is
written follows it, by a validator, a hash and a canonical form that are not ours."""

import base64
import copy
import hashlib
import json
import pathlib
import subprocess
import sys
import tempfile

try:
    import jsonschema
except ImportError:
    print('1..0 # SKIP python3-jsonschema is missing')
    sys.exit(0)

SCHEMA = pathlib.Path(__file__).parents[2] / 'data' / 'plenum-bundle.schema.json'
number = 0
failed = False


def check(what, problems):
    global number, failed
    number += 1
    print(f'{"not ok" if problems else "ok"} {number} {what}')
    for problem in problems[:10]:
        print(f'# {problem}')
    failed |= bool(problems)


def canonical(value):
    # Python's floats are not written as RFC 8785 wants, so the test's numbers are few and plain.
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(',', ':'))


def check_fields(schema, lines):
    kinds = {'text': 'string', 'boolean': 'boolean', 'json': 'object'}
    references = {'integer': '#/$defs/integer', 'time': '#/$defs/time', 'reference': '#/$defs/uuid'}
    problems, known = [], {}
    for kind_of_record, field, kind, required, merged in (line.split() for line in lines):
        record = schema['$defs'].get(kind_of_record)
        if record is None:
            problems.append(f'no type {kind_of_record}')
            continue
        if field == 'extra':
            continue
        known.setdefault(kind_of_record, {'id', 'type'} | ({'stamps'} if merged == 'merged' else set())).add(field)
        member = record['properties'].get(field)
        if member is None:
            problems.append(f'{kind_of_record} has no {field}')
            continue
        if kind in kinds and member.get('type') != kinds[kind] and member.get('$ref') != '#/$defs/position':
            problems.append(f'{kind_of_record}.{field} is no {kinds[kind]}')
        if kind in references and member.get('$ref') != references[kind]:
            problems.append(f'{kind_of_record}.{field} does not refer to {references[kind]}')
        if (field in record['required']) != (required == 'required'):
            problems.append(f'{kind_of_record}.{field} is {required}')
    for kind_of_record, fields in known.items():
        problems += [f'{kind_of_record}.{field} is no field' for field in schema['$defs'][kind_of_record]['properties'].keys() - fields]
    check('the schema has the fields of the table of types, no more and no less', problems)


def check_bundle(path, validator):
    text = path.read_text(encoding='utf-8')
    bundle = json.loads(text)
    problems = [f'{"/".join(map(str, error.path))}: {error.message}' for error in validator.iter_errors(bundle)]

    digest = hashlib.sha256()
    for record in bundle['records']:
        digest.update(canonical(record).encode() + b'\n')
        if canonical(record) not in text:
            problems.append(f'{record["id"]} is not canonical')
    if bundle['digest'] != 'sha256:' + digest.hexdigest():
        problems.append('the digest is another')
    lines = text.split('\n')
    start = lines.index('"records":[') + 1
    if [json.loads(line.rstrip(',')) for line in lines[start:start + len(bundle['records'])]] != bundle['records']:
        problems.append('there is not one record a line')

    order = list(bundle['counts'])
    keys = [(order.index(record['type']), record['id']) for record in bundle['records']]
    if keys != sorted(keys):
        problems.append('the records are not ordered')
    if len(base64.b64decode(bundle['signature']['value'])) != 64:
        problems.append('the signature is not 64 bytes')
    check(f'{path.name} follows the schema', problems)

    return bundle


def check_refusals(bundle, validator):
    """A schema that accepts everything would be no test."""
    idea = next(i for i, record in enumerate(bundle['records']) if record['type'] == 'idea')
    changes = {
        'another format': lambda b: b.update(format='x'),
        'a higher version': lambda b: b.update(version=2),
        'no digest': lambda b: b.pop('digest'),
        'a short digest': lambda b: b.update(digest='sha256:00'),
        'a record without type': lambda b: b['records'][0].pop('type'),
        'an idea without text': lambda b: b['records'][idea].pop('text'),
        'an idea with a number for text': lambda b: b['records'][idea].update(text=1),
        'a wrong stamp': lambda b: b['records'][idea]['stamps'].update(text='now'),
        'a wrong reference': lambda b: b['records'][idea].update(area='x'),
    }
    problems = []
    for what, change in changes.items():
        changed = copy.deepcopy(bundle)
        change(changed)
        if validator.is_valid(changed):
            problems.append(f'{what} is accepted')
    later = copy.deepcopy(bundle)
    later['records'][idea]['mood'] = {'a': 1}
    later['records'].append({'id': bundle['id'], 'type': 'pledge', 'price': 5})
    problems += [f'unknown members are refused: {error.message}' for error in validator.iter_errors(later)]
    check('the schema refuses what is wrong and accepts what is newer', problems)


def main():
    schema = json.loads(SCHEMA.read_text(encoding='utf-8'))
    validator = jsonschema.Draft202012Validator(schema)
    jsonschema.Draft202012Validator.check_schema(schema)
    with tempfile.TemporaryDirectory() as folder:
        lines = subprocess.run([sys.argv[1], folder], check=True, capture_output=True, text=True).stdout.splitlines()
        check_fields(schema, lines)
        bundles = {path.name: check_bundle(path, validator) for path in sorted(pathlib.Path(folder).iterdir())}
    check_refusals(bundles['random-1-full.plenum.json'], validator)
    print(f'1..{number}')
    sys.exit(failed)


main()
