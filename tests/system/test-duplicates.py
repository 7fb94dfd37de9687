#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Near-duplicates of a library and of a file."""
import sys

from plenum_cli import run_tests

TEXT = 'Der Radweg an der Godesberger Allee ist nach jedem Regen eine Pfütze und im Winter glatt.'
OTHER = 'Am Bahnhof fehlen überdachte Abstellplätze für Fahrräder, bitte stellen Sie welche auf.'


def test_file(cli):
    """Ids of the column, or numbers of rows; the order of the rows does not matter."""
    rows = [f'x1,"{TEXT}"', f'x2,"{OTHER}"', f'x3,"{TEXT.replace("ü", "ue")}"', 'x4,']
    cli.write('a.csv', '\n'.join(['id,text'] + rows))
    cli.write('b.csv', '\n'.join(['id,text'] + rows[::-1]))
    call = ['duplicates', '--text-column', 'text', '--id-column', 'id', '--input']
    found = cli.json(*call, 'a.csv')
    assert found['groups'] == [['x1', 'x3']], found
    assert [(pair['a'], pair['b'], pair['similarity']) for pair in found['pairs']] == [('x1', 'x3', 1.0)]
    assert 'Radweg' in found['pairs'][0]['shared'] and set(found) == {'pairs', 'groups'}
    assert cli.text('--json', *call, 'a.csv') == cli.text('--json', *call, 'b.csv')
    assert cli.json('duplicates', '--text-column', 'text', '--input', 'a.csv')['groups'] == [['1', '3']]
    assert cli.json('duplicates', '--text-column', 'id', '--input', 'a.csv') == {'pairs': [], 'groups': []}
    assert TEXT in cli.text(*call, 'a.csv')


def test_workshop(cli):
    workshop = cli.json('workshop', 'new', '--title', 'W')['id']
    cards = [cli.json('idea', 'add', 'W', '--text', text)['id'] for text in (TEXT, OTHER, TEXT + ' Danke!')]
    before = cli.state()
    found = cli.json('duplicates', workshop, 'W')
    assert found['groups'] == [[cards[0], cards[2]]], found
    assert 0.8 < found['pairs'][0]['similarity'] < 1
    assert cli.json('duplicates', 'W', '--threshold', '1')['groups'] == []
    assert cli.state() == before


def test_faults(cli):
    cli.write('a.csv', f'id,text\nx,"{TEXT}"\nx,"{OTHER}"\n')
    cli.write('b.csv', f'id,text\nx,"{TEXT}"\n,"{OTHER}"\n')
    cli.write('c.csv', '')
    for call, start in ((['a.csv', '--text-column', 'body'], 'plenum-cli: a.csv:1: '),
                        (['a.csv', '--text-column', 'text', '--id-column', 'id'], 'plenum-cli: a.csv: '),
                        (['b.csv', '--text-column', 'text', '--id-column', 'id'], 'plenum-cli: b.csv:3: '),
                        (['c.csv', '--text-column', 'text'], 'plenum-cli: c.csv'),
                        (['none.csv', '--text-column', 'text'], 'plenum-cli: none.csv')):
        assert cli.fails(1, 'duplicates', '--input', *call).startswith(start), call
    for call in ([], ['W', '--input', 'a.csv', '--text-column', 'text'], ['--input', 'a.csv'], ['W', '--text-column', 'text'],
                 ['--input', 'a.csv', '--text-column', 'text', '--threshold', '2']):
        cli.fails(2, 'duplicates', *call)


run_tests(sys.modules[__name__])
