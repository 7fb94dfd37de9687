#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Real consultations in and out, each figure counted again from the files they came in."""
import collections
import csv
import json
import sys

from plenum_cli import DATA, Cli, run_tests, skip_all

KONSUM = DATA / 'klimarat-konsum'
BONN = DATA / 'raddialog-bonn' / 'submissions.csv'

if not KONSUM.is_dir() or not BONN.is_file():
    skip_all('the real data is not there')


def read(path):
    with open(path, encoding='utf-8', newline='') as file:
        return list(csv.DictReader(file))


def last_votes():
    """A person's later vote on a statement replaces the earlier."""
    votes = {}
    for row in sorted(read(KONSUM / 'votes.csv'), key=lambda row: int(row['timestamp'])):
        votes[row['voter-id'], row['comment-id']] = int(row['vote'])
    return votes


def import_konsum(cli):
    return cli.json('import', *(KONSUM / name for name in ('comments.csv', 'votes.csv', 'summary.csv')))['bundles']


def test_konsum(cli):
    bundles = import_konsum(cli)
    votes = last_votes()
    statements = read(KONSUM / 'comments.csv')
    voters = {voter for voter, _ in votes}
    assert len(statements) == 522 and len(votes) == 61384 and len(voters) == 1116
    assert len(bundles) == 1 and bundles[0]['added']['idea'] == 522 and bundles[0]['added']['ballot'] == 1116, bundles

    workshops = cli.json('workshop', 'list')
    assert [(w['title'], w['ideas'], w['polls']) for w in workshops] == [('Produktion und Konsum', 522, 1)], workshops
    workshop = workshops[0]['id']
    ideas = {idea['id']: idea for idea in cli.json('idea', 'list', workshop)}
    texts = {row['comment-id']: row['comment-body'] for row in statements}
    assert {idea['source']['id']: idea['text'] for idea in ideas.values()} == {
        number: text.strip() for number, text in texts.items()}

    poll = cli.json('poll', 'list', workshop)[0]
    assert poll['method'] == 'agreement' and poll['state'] == 'closed' and poll['ballots'] == 1116, poll
    shown = cli.json('poll', 'show', poll['id'])
    statement_of = {option['id']: ideas[option['idea']]['source']['id'] for option in shown['options']}
    expected = {number: collections.Counter() for number in texts}
    for (_, number), vote in votes.items():
        expected[number][vote] += 1
    tally = cli.json('tally', poll['id'])
    assert len(tally['counts']) == 522
    for option, counts in tally['counts'].items():
        real = expected[statement_of[option]]
        assert counts == {'agree': real[1], 'disagree': real[-1], 'pass': real[0]}, (statement_of[option], counts, real)
    assert sum(sum(counts.values()) for counts in tally['counts'].values()) == 61384

    # What the platform itself counted: +1 is agreement.
    same = sum(expected[row['comment-id']][1] == int(row['agrees']) for row in statements)
    opposite = sum(expected[row['comment-id']][-1] == int(row['agrees']) for row in statements)
    assert same > opposite, (same, opposite)


def test_konsum_twice(cli):
    import_konsum(cli)
    before = cli.state()
    again = import_konsum(cli)
    assert again[0]['added'] == {} and again[0]['changed'] == {} and again[0]['unchanged']['ballot'] == 1116
    assert cli.state() == before
    workshop = cli.json('workshop', 'list')[0]['id']
    cli.json('undo', workshop)
    assert cli.json('workshop', 'list') == []
    cli.json('redo', workshop)
    assert cli.json('workshop', 'list')[0]['ideas'] == 522
    assert cli.json('check')['ok']


def test_bonn(cli):
    rows = read(BONN)
    assert len(rows) == 2314
    added = cli.json('import', BONN)['bundles'][0]['added']
    assert added['idea'] == 2314 and added['theme'] == len({row['topic'] for row in rows}), added
    workshop = cli.json('workshop', 'list')[0]['id']
    ideas = {idea['source']['id']: idea for idea in cli.json('idea', 'list', workshop)}
    assert len(ideas) == 2314
    for row in rows:
        idea = ideas[row['id']]
        assert (idea['title'] or '') == row['title'].strip(), (idea, row)
        assert idea['text'].split() == row['text'].split(), (idea, row)
        assert idea['theme'] == row['topic'] and idea['source']['url'] == row['url'], (idea, row)
    assert cli.json('check')['ok']


def records_of(path):
    """The lines of the records, as they stand in the file."""
    with open(path, encoding='utf-8') as file:
        lines = file.read().split('"records":[', 1)[1].rsplit('],', 1)[0]
    return lines.strip().split('\n')


def test_there_and_back(cli):
    import_konsum(cli)
    cli.json('import', BONN)
    first = cli.json('export', '--all', '-o', 'first.json')
    other = Cli(cli.folder, 'other.db')
    other.json('import', 'first.json')
    second = other.json('export', '--all', '-o', 'second.json')
    assert first['digest'] == second['digest'] and first['records'] == second['records']
    assert records_of(cli.folder / 'first.json') == records_of(cli.folder / 'second.json')
    headers = [json.loads((cli.folder / name).read_text()) for name in ('first.json', 'second.json')]
    differing = {key for key in headers[0] if headers[0][key] != headers[1][key]}
    assert differing <= {'id', 'created', 'node'}, differing
    cli.fails(1, 'import', 'second.json', 'nowhere.json')
    unchanged = cli.json('import', 'second.json')['bundles'][0]
    assert unchanged['added'] == {} and unchanged['changed'] == {} and unchanged['conflicts'] == 0
    assert all(entry['valid'] for entry in cli.json('verify', 'first.json', 'second.json'))


run_tests(sys.modules[__name__])
