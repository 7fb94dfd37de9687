#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From a template to a counted vote to a file that travels, without a display."""
import gzip
import json
import os
import subprocess
import sys

from plenum_cli import PROGRAM, Cli, run_tests

CARDS = ['Ein Reparaturcafé in der alten Post', 'Bänke für alle', 'Lastenräder an jeder Straße']


def make_workshop(cli):
    workshop = cli.json('workshop', 'new', '--title', 'Quartier', '--template', 'brainstorming-dots', '--language', 'de')['id']
    for card in CARDS:
        cli.json('idea', 'add', workshop, '--text', card)
    return workshop


def test_main_job(cli):
    workshop = make_workshop(cli)
    ideas = cli.json('idea', 'list', workshop)
    assert [idea['text'] for idea in ideas] == CARDS
    assert all(idea['kind'] == 'idea' and idea['area'] == 'Ideen' and 'source' not in idea for idea in ideas), ideas

    poll = cli.json('poll', 'new', workshop, '--question', 'Was zuerst?', '--method', 'dots',
                    '--setting', 'points=3', '--setting', 'most=2', '--ideas')['id']
    shown = cli.json('poll', 'show', poll)
    assert shown['settings'] == {'points': 3, 'most': 2}, shown
    assert [option['idea'] for option in shown['options']] == [idea['id'] for idea in ideas]
    cli.text('poll', 'open', poll)
    cli.text('poll', 'cast', poll, '1=2', f'{CARDS[2]}=1')
    cli.text('poll', 'cast', poll, '3=2', '1')
    cli.text('poll', 'cast', poll, '2=2')
    assert 'not closed' in cli.fails(1, 'tally', poll)
    cli.text('poll', 'close', poll)

    # Closing can be undone until somebody has seen the result.
    cli.text('undo', workshop)
    assert cli.json('poll', 'show', poll)['state'] == 'open'
    cli.text('poll', 'close', poll)
    result = cli.json('tally', poll)
    assert 'stays closed' in cli.fails(1, 'undo', workshop)
    ids = [option['id'] for option in shown['options']]
    assert result['ballots'] == 3 and result['method'] == 'dots'
    assert result['scores'] == {ids[0]: '3', ids[1]: '2', ids[2]: '3'}, result
    assert result['ranking'] == [[ids[0], ids[2]], [ids[1]]]
    assert result['ties'][0]['options'] == [ids[0], ids[2]]
    assert result == cli.json('tally', poll)
    assert {'id': poll, 'question': 'Was zuerst?', 'method': 'dots', 'state': 'closed', 'ballots': 3} \
        in cli.json('poll', 'list', workshop)

    written = cli.json('export', workshop, '-o', 'quartier.plenum.json.gz')
    assert written['records']['ballot'] == 3 and written['digest'].startswith('sha256:')
    assert cli.json('verify', 'quartier.plenum.json.gz') == [
        {'file': 'quartier.plenum.json.gz', 'valid': True, 'signed_by': None, 'problems': []}]
    other = Cli(cli.folder, 'other.db')
    tried = other.json('import', '--dry-run', 'quartier.plenum.json.gz')
    assert tried['dry_run'] and tried['bundles'][0]['added'] == written['records']
    assert other.json('workshop', 'list') == []
    assert other.json('import', 'quartier.plenum.json.gz')['bundles'] == tried['bundles']
    assert other.json('import', '--dry-run', 'quartier.plenum.json.gz')['bundles'][0]['added'] == {}
    assert other.json('tally', poll) == result
    assert other.json('idea', 'list', workshop) == ideas
    assert cli.json('check') == other.json('check') == {'ok': True, 'problems': []}


def test_workshops(cli):
    assert cli.json('workshop', 'list') == []
    first = cli.json('workshop', 'new', '--title', 'Erster')['id']
    second = cli.json('workshop', 'new', '--title', 'Zweiter')['id']
    listed = cli.json('workshop', 'list')
    assert [workshop['id'] for workshop in listed] == sorted([first, second])
    assert set(listed[0]) == {'id', 'title', 'date', 'state', 'ideas', 'participants', 'polls'}
    assert listed == cli.json('workshop', 'list')
    shown = cli.json('workshop', 'show', 'Erster')
    assert shown['id'] == first and len(shown['boards']) == 1 and len(shown['boards'][0]['areas']) == 1
    assert cli.json('workshop', 'delete', 'Erster') == {'deleted': first}
    assert [workshop['id'] for workshop in cli.json('workshop', 'list')] == [second]
    cli.json('undo', first)
    assert len(cli.json('workshop', 'list')) == 2


def test_erase_leaves_nothing(cli):
    workshop = cli.json('workshop', 'new', '--title', 'Geheimnis Unverwechselbar')['id']
    cli.json('idea', 'add', workshop, '--text', 'Wortlaut Unauffindbar')
    cli.json('workshop', 'delete', workshop, '--erase')
    left = b''.join(path.read_bytes() for path in cli.folder.rglob('*') if path.is_file())
    assert b'Unverwechselbar' not in left and b'Unauffindbar' not in left and b'unauffindbar' not in left
    assert 'no workshop' in cli.fails(1, 'undo', workshop)
    assert cli.json('check')['ok']


def test_search_folds(cli):
    workshop = make_workshop(cli)
    for query in ('strasse', 'STRASSE', 'straße', 'last'):
        found = cli.json('idea', 'list', workshop, '--search', query)
        assert [idea['text'] for idea in found] == [CARDS[2]], query
    for query in ('baenke', 'banke', 'Bänke'):
        assert [idea['text'] for idea in cli.json('idea', 'list', workshop, '--search', query)] == [CARDS[1]], query
    assert cli.json('idea', 'list', workshop, '--search', 'nirgends') == []


def test_history(cli):
    workshop = make_workshop(cli)
    history = cli.json('history', workshop)
    assert [entry['label'] for entry in history][1:] == [f'Add card “{card}”' for card in CARDS]
    assert set(history[0]) == {'id', 'time', 'label', 'undone'} and not any(entry['undone'] for entry in history)
    undone = cli.json('undo', workshop, 2)
    assert [entry['label'] for entry in undone] == [f'Add card “{card}”' for card in CARDS[1:]]
    assert all(entry['undone'] for entry in undone)
    assert [idea['text'] for idea in cli.json('idea', 'list', workshop)] == CARDS[:1]
    cli.fails(1, 'redo', workshop, 3)
    cli.json('redo', workshop, 2)
    assert cli.json('history', workshop) == history
    assert [idea['text'] for idea in cli.json('idea', 'list', workshop)] == CARDS
    cli.fails(1, 'undo', workshop, 100)


def test_privacy(cli):
    workshop = make_workshop(cli)
    cli.json('participant', 'import', workshop, '-', stdin='name,email\nErika Mustermann,erika@example.org\n'.encode())
    for privacy, known in (('full', True), ('pseudonymous', False), ('anonymous', False)):
        cli.json('export', workshop, '-o', f'{privacy}.json', '--privacy', privacy, '--sign')
        content = (cli.folder / f'{privacy}.json').read_text()
        assert ('Mustermann' in content) == known and ('erika@' in content) == known, privacy
        verified = cli.json('verify', f'{privacy}.json')[0]
        assert verified['valid'] and verified['signed_by'], verified


def test_cards_out(cli):
    """Tables of cards for other programs, beside bundles, and no word about people in them."""
    workshop = make_workshop(cli)
    written = cli.json('export', workshop, '-o', 'cards.csv', '--format', 'decidim')
    assert written['records'] == {'idea': len(CARDS)} and written['format'] == 'decidim', written
    assert all(set(loss) == {'column', 'why'} for loss in written['lost']), written
    assert (cli.folder / 'cards.csv').read_text().startswith('id;title/'), 'no columns of Decidim'
    assert cli.text('export', '--all', '-o', '-', '--format', 'polis').startswith('comment_text\r\n')
    assert 'cards.csv' in cli.text('export', workshop, '-o', 'cards.csv', '--format', 'table')
    other = Cli(cli.folder, 'other.db')
    assert other.json('import', 'cards.csv')['bundles'][0]['added']['idea'] == len(CARDS)
    assert cli.json('export', workshop, '-o', 'w.plenum.json', '--format', 'bundle')['digest']
    cli.fails(2, 'export', workshop, '-o', 'x.csv', '--format', 'excel')
    cli.fails(2, 'export', workshop, '-o', 'x.csv', '--format', 'polis', '--privacy', 'full')
    cli.fails(1, 'export', workshop, '-o', 'no/such/x.csv', '--format', 'polis')


def test_streams(cli):
    """"-" is standard output and standard input."""
    make_workshop(cli)
    bundle = cli.text('export', '--all', '-o', '-')
    assert json.loads(bundle)['format'] == 'plenum-bundle'
    other = Cli(cli.folder, 'other.db')
    assert other.json('import', '-', stdin=bundle.encode())['bundles'][0]['added']['idea'] == len(CARDS)
    assert other.json('import', '-', stdin=gzip.compress(bundle.encode()))['bundles'][0]['added'] == {}
    assert other.text('--quiet', 'workshop', 'new', '--title', 'still') == ''


def test_tally_files(cli):
    """Counted again by hand: 1. dots, 2. approval, 3. agreement."""
    dots = cli.json('tally', '--method', 'dots', '-', stdin=b'A,B,C\n3,1,1\n,2,3\n2,2,1\n')
    assert dots['scores'] == {'A': '5', 'B': '5', 'C': '5'} and dots['ranking'] == [['A', 'B', 'C']], dots
    approval = cli.json('tally', '--method', 'approval', '--seats', '2', '-', stdin=b'A;B;C\nx;x;\n1;0;0\n;;1\n;1;\n')
    assert approval['scores'] == {'A': '2', 'B': '2', 'C': '1'} and approval['winners'] == ['A', 'B'], approval
    agreement = cli.json('tally', '--method', 'agreement', '-', stdin=b'A,B\n1,-1\nagree,pass\n-1,disagree\n,0\n')
    assert agreement['counts'] == {'A': {'agree': 2, 'disagree': 1, 'pass': 0}, 'B': {'agree': 0, 'disagree': 2, 'pass': 2}}
    assert agreement['scores'] == {'A': '2/3', 'B': '0'}, agreement


def test_usual_library(cli):
    """Without --library it is the one in the data folder, made on first use."""
    cli.library = cli.folder / 'data' / 'plenum' / 'library.db'
    environment = dict(os.environ, XDG_DATA_HOME=str(cli.folder / 'data'))
    subprocess.run([PROGRAM, 'workshop', 'new', '--title', 'Mein'], env=environment, check=True, capture_output=True)
    assert [workshop['title'] for workshop in cli.json('workshop', 'list')] == ['Mein']


run_tests(sys.modules[__name__])
