#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Themes of a library and of a file."""
import sys

from plenum_cli import run_tests

LIGHTS = ['Die Ampel ist für Fahrräder immer rot', 'Ampel schaltet zu spät auf grün', 'Rote Ampel, und man wartet ewig',
          'Die Ampel wird erst grün, wenn Autos warten', 'An der roten Ampel warten']
ROADS = ['Der Belag des Radwegs hat Schlaglöcher', 'Schlaglöcher und Wurzeln im Belag', 'Der Radweg hat Wurzeln und Schlaglöcher',
         'Radweg mit schlechtem Belag', 'Belag, Wurzeln, Radweg: alles kaputt']
CALL = ['cluster', '--text-column', 'text', '--id-column', 'id', '--input']


def write(cli, name, backwards=False):
    texts = [text for pair in zip(LIGHTS, ROADS) for text in pair] + ['🚲']
    rows = [f'x{number},"{text}"' for number, text in enumerate(texts)]
    cli.write(name, '\n'.join(['id,text'] + (rows[::-1] if backwards else rows)))


def test_file(cli):
    """Every text is in one theme or in none; the order of the rows does not matter."""
    write(cli, 'a.csv')
    write(cli, 'b.csv', backwards=True)
    found = cli.json(*CALL, 'a.csv', '--themes', '2')
    assert set(found) == {'themes', 'unassigned', 'seed'} and found['unassigned'] == ['x10'], found
    lights, roads = sorted(found['themes'], key=lambda theme: theme['members'])
    assert lights['members'] == ['x0', 'x2', 'x4', 'x6', 'x8'] and lights['size'] == 5, found
    assert roads['members'] == ['x1', 'x3', 'x5', 'x7', 'x9'], found
    assert 'Ampel' in lights['keywords'] and 'Ampel' in lights['label'] and lights['representative'] in lights['members']
    assert not set(lights['keywords']) & set(roads['keywords'])
    assert cli.text('--json', *CALL, 'a.csv', '--themes', '2') == cli.text('--json', *CALL, 'b.csv', '--themes', '2')
    numbered = cli.json('cluster', '--text-column', 'text', '--input', 'a.csv', '--themes', '2')
    assert numbered['unassigned'] == ['11'], numbered
    said = cli.text(*CALL, 'a.csv', '--themes', '2', '--language', 'de')
    assert 'Ampel' in said and '(5 texts)' in said and '1 text belongs to no theme' in said, said


def test_workshop(cli):
    workshop = cli.json('workshop', 'new', '--title', 'W', '--language', 'de')['id']
    cards = [cli.json('idea', 'add', 'W', '--text', text)['id'] for text in LIGHTS + ROADS]
    before = cli.state()
    found = cli.json('cluster', workshop, '--themes', '2')
    assert sorted(theme['members'] for theme in found['themes']) == [cards[:5], cards[5:]], found
    assert cli.state() == before

    # Accepted twice, they are there once; one step back, and again as before.
    for _ in range(2):
        assert cli.json('cluster', 'W', '--themes', '2', '--accept')['themes'] == found['themes']
        kept = {idea['id']: idea['theme'] for idea in cli.json('idea', 'list', 'W')}
        assert kept == {card: theme['label'] for theme in found['themes'] for card in theme['members']}, kept
    cli.json('undo', 'W')
    cli.json('undo', 'W')
    assert not any(idea['theme'] for idea in cli.json('idea', 'list', 'W'))
    cli.write('a.csv', 'id,text\nx,a\n')
    assert '--accept' in cli.fails(2, 'cluster', '--input', 'a.csv', '--text-column', 'text', '--accept')


def test_nothing(cli):
    """There is nothing to group, and that is said in the same form."""
    for text in ('id,text\n', 'id,text\nx,\ny,""\n', 'id,text\nx,🙂\ny,🚲\n'):
        cli.write('a.csv', text)
        found = cli.json(*CALL, 'a.csv')
        assert found['themes'] == [] and len(found['unassigned']) == text.count('\n') - 1, found


def test_faults(cli):
    write(cli, 'a.csv')
    cli.write('twice.csv', 'id,text\nx,a\nx,b\n')
    cli.write('empty.csv', '')
    for call, start in ((['a.csv', '--text-column', 'body'], 'plenum-cli: a.csv:1: '),
                        (['twice.csv', '--text-column', 'text', '--id-column', 'id'], 'plenum-cli: twice.csv: '),
                        (['empty.csv', '--text-column', 'text'], 'plenum-cli: empty.csv'),
                        (['none.csv', '--text-column', 'text'], 'plenum-cli: none.csv')):
        assert cli.fails(1, 'cluster', '--input', *call).startswith(start), call
    for call in (['--themes', '0'], ['--themes', '-1'], ['--themes', '201'], ['--themes', 'two'], ['--language', 'fr'], ['W']):
        cli.fails(2, *CALL, 'a.csv', *call)
    for call in ([], ['--input', 'a.csv'], ['W', '--text-column', 'text']):
        cli.fails(2, 'cluster', *call)


run_tests(sys.modules[__name__])
