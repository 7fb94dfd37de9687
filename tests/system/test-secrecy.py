#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who has everything that was ever on the disk cannot join the voters of a secret poll to their ballots.

Thirty people vote one after the other, each otherwise than the others. The attacker knows the order in
which they came and has the library and its write-ahead log after each of them, copies, bundles, the
history and all that was printed. Each way to put the ballots into an order, or to see which one is new, is
held against what was really cast. By chance one of thirty is right and ranks do not go together. The same
attacker is let loose on an open poll, where every way must succeed that fails here.
"""
import itertools
import json
import random
import sqlite3
import statistics
import subprocess
import sys

from plenum_cli import Cli, run_tests

VOTERS = 30
OPTIONS = 5  # so many subsets that all differ
POLLS = 3
# 3 polls of 30 give 3 right by chance; 15 or more come about once in a million times.
MOST_RIGHT = 14
# The mean of 3 rank correlations spreads by 0.107 around 0: five times that.
MOST_RANK = 0.54


class Disk:
    """All that the attacker has."""

    def __init__(self):
        self.states = []   # what is new in the log after each voter
        self.copies = []   # the ballots that an SQL query finds in each state
        self.texts = []    # bundles, history and what was printed, while the poll is open
        self.end = b''
        self.log = b''


def query(path, sql, *values):
    with sqlite3.connect(f'file:{path}?mode=ro', uri=True) as connection:
        rows = connection.execute(sql, values).fetchall()
    connection.close()
    return rows


def snapshot(cli, disk):
    log = cli.library.with_name(cli.library.name + '-wal')
    disk.log += (new := log.read_bytes()[len(disk.log):])
    disk.states.append(new)
    disk.copies.append([row[0] for row in query(cli.library, 'SELECT choices FROM ballot')])


def vote(cli, secret, seed):
    """Hold a poll; give the disk, the voters' choices in the order in which they came, the poll, closed, and the reader."""
    rng = random.Random(seed)
    people = ''.join(f'Person {i}\n' for i in range(VOTERS))
    workshop = cli.json('workshop', 'new', '--title', f'W{seed}')['id']
    cli.json('participant', 'import', workshop, cli.write('people.csv', 'name\n' + people))
    reader = keep_log(cli)
    options = list(itertools.chain.from_iterable(('--option', f'Option {i}') for i in range(OPTIONS)))
    poll = cli.json('poll', 'new', workshop, '--question', 'Q', '--method', 'approval', *options,
                    *(['--secret'] if secret else []))['id']
    cli.json('poll', 'open', poll)
    ids = [option['id'] for option in cli.json('poll', 'show', poll)['options']]

    masks = rng.sample(range(1, 2 ** OPTIONS), VOTERS)
    order = rng.sample(range(VOTERS), VOTERS)
    disk = Disk()
    cast = []
    receipts = []
    for turn, person in enumerate(order):
        chosen = [i for i in range(OPTIONS) if masks[person] >> i & 1]
        rng.shuffle(chosen)
        given = cli.json('poll', 'cast', poll, *(i + 1 for i in chosen), '--participant', f'Person {person}')
        receipts.append(given.get('receipt'))
        cast.append(frozenset(ids[i] for i in chosen))
        snapshot(cli, disk)
        if turn % 10 == 4:
            bundle = cli.folder / f'{turn}.plenum.json'
            cli.json('export', workshop, '-o', bundle)
            cli.json('export', workshop, '-o', cli.folder / 'anonymous.json', '--privacy', 'anonymous')
            disk.texts += [bundle.read_bytes(), (cli.folder / 'anonymous.json').read_bytes(),
                           cli.text('history', workshop).encode(), cli.text('--json', 'poll', 'show', poll).encode()]
    if secret:
        keys = list(cli.folder.glob('library.db-urns/*'))
        assert len(keys) == 1 and keys[0].stat().st_mode & 0o777 == 0o600, keys
        disk.key = keys[0].read_bytes()
        disk.receipts = receipts
    cli.json('poll', 'close', poll)
    return disk, cast, poll, reader


def count(cli, disk, poll, reader):
    cli.json('tally', poll)
    bundle = cli.folder / 'end.plenum.json'
    cli.json('export', '--all', '-o', bundle)
    disk.bundle = bundle.read_text()
    snapshot(cli, disk)
    # The log goes into the file when the last one leaves.
    reader.communicate()
    cli.json('check')
    disk.end = cli.library.read_bytes()
    disk.history = query(cli.library, 'SELECT changeset FROM action WHERE changeset IS NOT NULL ORDER BY id')


def read_ballots(cli, poll):
    return query(cli.library, 'SELECT rowid, id, choices, receipt FROM ballot WHERE poll = ? ORDER BY choices', poll)


def choices_of(row):
    return frozenset(json.loads(row[2]))


def places(haystack, rows):
    """The ballots in the order in which something of them stands in raw bytes: free pages, old frames."""
    found = [(haystack.find(text.encode()), row) for row in rows for text in (row[1], row[2], row[3]) if text]
    first = {}
    for at, row in sorted(found):
        if at >= 0:
            first.setdefault(row[1], row)
    return list(first.values())


def by_difference(disk, rows):
    """Which ballot is new in each state, in the raw bytes and to a query; none where nothing is."""
    seen = set()
    order = []
    for state, copy in zip(disk.states[:VOTERS], disk.copies):
        new = [row for row in rows if row[1] not in seen
               and (row[2] in copy or any(text and text.encode() in state for text in (row[1], row[2], row[3])))]
        seen.update(row[1] for row in new)
        order.append(new[0] if len(new) == 1 else None)
    return order


def by_history(disk, rows):
    order = []
    for (changeset,) in disk.history:
        order += [row for row in rows if row[1].encode() in changeset and row not in order]
    return order + [row for row in rows if row not in order]


def attack(disk, rows):
    """Every way to guess who cast what: ballots in the order of the voters, None where there is no guess."""
    by_id = {row[1]: row for row in rows}
    records = [record for record in json.loads(disk.bundle)['records'] if record['id'] in by_id]
    return {
        'row number': sorted(rows),
        'id': sorted(rows, key=lambda row: row[1]),
        'as the bundle lists them': [by_id[record['id']] for record in records],
        'place in the file': places(disk.end, rows),
        'first place in the log': places(disk.log, rows),
        'history': by_history(disk, rows),
        'what is new in each state': by_difference(disk, rows),
    }


def judge(guess, cast):
    """How many are right, and how the ranks go together."""
    right = sum(row is not None and choices_of(row) == choices for row, choices in zip(guess, cast))
    rank = {choices: i for i, choices in enumerate(cast)}
    pairs = [(i, rank[choices_of(row)]) for i, row in enumerate(guess) if row is not None]
    if len(pairs) < 3:
        return right, 0
    mean = (VOTERS - 1) / 2
    spread = sum((i - mean) ** 2 for i in range(VOTERS))
    return right, sum((a - mean) * (b - mean) for a, b in pairs) / spread


def keep_log(cli):
    """A reader that never goes on, so that the log keeps every frame."""
    code = ('import sqlite3, sys; reader = sqlite3.connect(sys.argv[1]); reader.execute("BEGIN");'
            'reader.execute("SELECT * FROM workshop").fetchall(); print("reads", flush=True); sys.stdin.read()')
    # Not in this process, which would drop the lock when it closes the file it copied.
    reader = subprocess.Popen([sys.executable, '-c', code, cli.library], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert reader.stdout.readline() == b'reads\n'
    return reader


def look_into_urn(cli):
    lengths = query(cli.library, 'SELECT length(content) FROM sealed_ballot')
    assert len(lengths) == VOTERS and len(set(lengths)) == 1, lengths


def look_at_ballots(cli):
    """No person, weight, time or channel on any; no stamp, no changeset; the list of voters stays here."""
    assert query(cli.library, 'SELECT count(*) FROM sealed_ballot') == [(0,)]
    assert query(cli.library, 'SELECT count(*) FROM turnout') == [(POLLS * VOTERS,)]
    assert set(query(cli.library, 'SELECT participant, weight, channel, voters, extra FROM ballot')) == {
        (None, None, 'secret', 1, None)}
    assert all(row[0][14] == '4' for row in query(cli.library, 'SELECT id FROM ballot'))
    assert query(cli.library, 'SELECT count(*) FROM stamp JOIN ballot ON id = record') == [(0,)]
    changesets = query(cli.library, "SELECT changeset FROM action WHERE label LIKE 'Cast%' OR label LIKE 'Show%'")
    assert len(changesets) == POLLS * (VOTERS + 1) and set(changesets) == {(None,)}
    bundle = cli.folder / 'bundle.json'
    cli.json('export', '--all', '-o', bundle)
    assert 'turnout' not in bundle.read_text() and 'sealed' not in bundle.read_text()
    assert cli.json('verify', bundle)[0]['valid']


def test_an_open_poll_is_joined(cli):
    disk, cast, poll, reader = vote(cli, False, 1)
    count(cli, disk, poll, reader)
    for way, guess in attack(disk, read_ballots(cli, poll)).items():
        right, rank = judge(guess, cast)
        # A page is filled from its end, so of several the order is not quite that of the rows.
        assert right == VOTERS or (way == 'place in the file' and abs(rank) > 0.5), (way, right, rank)


def test_a_secret_poll_is_not(cli):
    results = {}
    for seed in range(POLLS):
        disk, cast, poll, reader = vote(cli, True, seed)
        look_into_urn(cli)
        count(cli, disk, poll, reader)
        rows = read_ballots(cli, poll)
        assert sorted(map(sorted, map(choices_of, rows))) == sorted(map(sorted, cast))
        assert sorted(row[3] for row in rows) == sorted(disk.receipts)

        # Nothing of a ballot was anywhere before the count; the key was nowhere but in its file, and is gone.
        for text in disk.states[:VOTERS] + disk.texts:
            assert disk.key not in text
            for row in rows:
                assert row[1].encode() not in text and row[2].encode() not in text and row[3].encode() not in text
        assert disk.key not in disk.end and disk.key not in disk.log and disk.key not in disk.bundle.encode()
        assert not list(cli.folder.glob('library.db-urns/*'))

        for way, guess in attack(disk, rows).items():
            results.setdefault(way, []).append(judge(guess, cast))

    for way, found in results.items():
        right = sum(one[0] for one in found)
        rank = statistics.mean(one[1] for one in found)
        assert right <= MOST_RIGHT and abs(rank) <= MOST_RANK, (way, found)
    look_at_ballots(cli)


def test_the_commands(cli):
    """From the first ballot to the list of receipts, and on another computer."""
    workshop = cli.json('workshop', 'new', '--title', 'W')['id']
    cli.json('participant', 'import', workshop, cli.write('people.csv', 'name\nAda\nBea\n'))
    poll = cli.json('poll', 'new', workshop, '--secret', '--question', 'Q', '--method', 'dots', '--option', 'A', '--option', 'B')['id']
    cli.text('poll', 'open', poll)
    first = cli.json('poll', 'cast', poll, 'A=2', '--participant', 'Ada')
    assert set(first) == {'receipt'}
    assert 'voted already' in cli.fails(1, 'poll', 'cast', poll, 'B', '--participant', 'Ada')
    cli.text('poll', 'withdraw', poll, first['receipt'].lower(), '--participant', 'Ada')
    cli.fails(1, 'poll', 'withdraw', poll, first['receipt'], '--participant', 'Ada')
    receipts = [cli.json('poll', 'cast', poll, 'B=3', '--participant', name)['receipt'] for name in ('Ada', 'Bea')]
    shown = cli.json('poll', 'show', poll)
    assert (shown['secret'], shown['ballots'], shown['state']) == (True, 2, 'open')

    # Elsewhere nobody can vote in it, and nothing of it is known yet.
    cli.json('export', workshop, '-o', cli.folder / 'open.json')
    other = Cli(cli.folder, 'other.db')
    other.json('import', cli.folder / 'open.json')
    assert other.json('poll', 'show', poll)['ballots'] == 0
    assert 'where it was opened' in other.fails(1, 'poll', 'cast', poll, 'A')

    cli.text('poll', 'close', poll)
    assert 'three ballots' in cli.fails(1, 'tally', poll)
    cli.fails(1, 'poll', 'receipts', poll)
    cli.text('undo', workshop)
    receipts.append(cli.json('poll', 'cast', poll, 'A')['receipt'])
    cli.text('poll', 'close', poll)
    cli.fails(1, 'poll', 'receipts', poll, '-o', cli.folder / 'nowhere' / 'r.csv')
    cli.text('poll', 'receipts', poll, '-o', cli.folder / 'r.csv')
    rows = (cli.folder / 'r.csv').read_text().splitlines()
    assert rows[0] == 'Receipt,A,B'
    assert rows[1:] == sorted([receipts[0] + ',,3', receipts[1] + ',,3', receipts[2] + ',1,'])
    assert [row['receipt'] for row in cli.json('poll', 'receipts', poll)] == sorted(receipts)
    assert all(receipt in cli.text('poll', 'receipts', poll) for receipt in receipts)
    assert 'stays closed' in cli.fails(1, 'undo', workshop)

    # United by id, however often it comes.
    result = cli.json('tally', poll)
    assert result['ballots'] == 3
    cli.json('export', workshop, '-o', cli.folder / 'counted.json')
    for _ in range(2):
        other.json('import', cli.folder / 'counted.json')
        assert other.json('tally', poll) == result
        assert other.json('poll', 'receipts', poll) == cli.json('poll', 'receipts', poll)
    other.json('export', '--all', '-o', cli.folder / 'back.json')
    cli.json('import', cli.folder / 'back.json')
    assert cli.json('tally', poll) == result and cli.json('poll', 'show', poll)['ballots'] == 3


if __name__ == '__main__':
    run_tests(__import__('__main__'))
