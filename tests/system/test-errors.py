#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every command says what is wrong, leaves with the right status, and leaves the library alone."""
import os
import re
import signal
import subprocess
import sys
import threading

from plenum_cli import run_tests

NOWHERE = '01a2060f-0000-7000-8000-000000000000'
MOST_MEMORY = 600 * 1024  # KiB; sanitizers take their share

WRONG_CALLS = [
    [], ['frobnicate'], ['workshop'], ['workshop', 'new'], ['workshop', 'show'], ['workshop', 'list', 'extra'],
    ['workshop', 'show', 'a', 'b'], ['workshop', 'list', '--frobnicate'], ['workshop', 'delete'],
    ['board', 'picture'], ['board', 'picture', 'W'], ['board', 'picture', 'W', '-o', 'x.gif'], ['idea', 'add'],
    ['idea', 'add', 'W'], ['idea', 'add', 'W', '--text', 'x', '--kind', 'joke'], ['idea', 'list'],
    ['participant', 'import', 'W'], ['participant', 'list'], ['import'], ['import', 'x.csv', '--from', 'excel'],
    ['export', 'W'], ['export', '-o', 'x.json'], ['export', 'W', '--all', '-o', 'x.json'],
    ['export', 'W', '-o', 'x.json', '--privacy', 'secret'], ['verify'], ['history'], ['undo'], ['undo', 'W', '0'],
    ['undo', 'W', '-1'], ['redo', 'W', 'many'], ['check', 'extra'], ['poll'], ['poll', 'new', 'W'], ['poll', 'list'],
    ['poll', 'show'], ['poll', 'cast'], ['poll', 'new', 'W', '--question', 'Q', '--method', 'dots', '--setting', 'points'],
    ['tally'], ['poll', 'withdraw', 'P'], ['poll', 'receipts'], ['poll', 'export', 'P'],
    ['poll', 'export', 'P', '-o', 'x.txt'], ['tally', 'P', '--seats', '2'], ['--library'],
    ['cluster'], ['duplicates'], ['report', 'W', '-o', 'x.pdf'], ['remote', 'add', 'N'],
    ['remote', 'list', 'extra'], ['remote', 'remove'], ['send'], ['receive'], ['receive', 'N', 'W'], ['serve', 'W'],
]

COMMANDS = ['workshop new', 'workshop list', 'workshop show', 'workshop delete', 'board picture', 'idea add', 'idea list',
            'participant import', 'participant list', 'import', 'export', 'verify', 'poll new', 'poll list', 'poll show',
            'poll open', 'poll cast', 'poll withdraw', 'poll close', 'poll receipts', 'poll export', 'tally', 'history', 'undo', 'redo',
            'check', 'cluster', 'duplicates', 'remote add', 'remote list', 'remote remove', 'send', 'receive']


def test_names_only(cli):
    """Where only participants vote, a ballot without one is refused, and so is what does not go with it"""
    workshop = cli.json('workshop', 'new', '--title', 'W')['id']
    new = ('poll', 'new', workshop, '--question', 'Q', '--method', 'approval', '--option', 'A', '--option', 'B', '--names-only')
    cli.fails(1, *new, '--four-eyes')
    poll = cli.json(*new)['id']
    assert cli.json('poll', 'show', poll)['names_only'] is True
    cli.json('poll', 'open', poll)
    cli.fails(1, 'poll', 'cast', poll, '1')
    assert cli.json('poll', 'show', poll)['ballots'] == 0


def make_library(cli):
    workshop = cli.json('workshop', 'new', '--title', 'W')['id']
    cli.json('idea', 'add', workshop, '--text', 'Karte')
    poll = cli.json('poll', 'new', workshop, '--question', 'Q', '--method', 'dots', '--setting', 'points=2',
                    '--option', 'A', '--option', 'B')['id']
    return workshop, poll


def test_called_wrongly(cli):
    make_library(cli)
    for call in WRONG_CALLS:
        cli.fails(2, *call)
        cli.fails(2, '--json', *call)


def test_help(cli):
    everything = cli.text('--help')
    for command in COMMANDS:
        assert f'\n{command} ' in everything, command
        shown = cli.text(*command.split(), '--help')
        assert shown.startswith(f'Usage:\n  plenum-cli {command}'), shown
        assert '--library=FILE' in shown and '--json' in shown
    assert re.fullmatch(r'plenum-cli \d+\.\d+\.\d+\n', cli.text('--version'))
    assert not cli.library.exists()


def test_not_found(cli):
    _, poll = make_library(cli)
    for call in (['workshop', 'show'], ['workshop', 'delete'], ['idea', 'list'], ['idea', 'add', '--text', 'x'],
                 ['participant', 'list'], ['history'], ['undo'], ['redo'], ['poll', 'list'],
                 ['poll', 'new', '--question', 'Q', '--method', 'dots'], ['export', '-o', 'x.json']):
        for name in ('Nirgends', NOWHERE, NOWHERE[:8]):
            assert name in cli.fails(1, *call, name), call
    for command in ('show', 'open', 'close', 'cast'):
        cli.fails(1, 'poll', command, NOWHERE)
    cli.fails(1, 'tally', NOWHERE)
    cli.fails(1, 'idea', 'add', 'W', '--text', 'x', '--area', 'Nirgends')
    cli.fails(1, 'workshop', 'new', '--title', 'T', '--template', 'nirgends')
    cli.fails(1, 'poll', 'cast', poll, 'Nirgends')
    cli.fails(1, 'participant', 'import', 'W', 'nirgends.csv')
    cli.fails(1, 'import', 'nirgends.json')
    cli.fails(1, 'export', 'W', '-o', 'nirgends/x.json')
    cli.fails(1, 'board', 'picture', 'W', 'Keine', '-o', 'x.png')
    cli.fails(1, 'board', 'picture', 'W', '-o', 'nirgends/x.png')
    cli.fails(1, 'tally', '--method', 'dots', 'nirgends.csv')
    assert not (cli.folder / 'x.json').exists()


def test_ambiguous(cli):
    make_library(cli)
    cli.json('workshop', 'new', '--title', 'W')
    assert 'More than one' in cli.fails(1, 'workshop', 'show', 'W')


def test_rules(cli):
    workshop, poll = make_library(cli)
    cli.fails(1, 'workshop', 'new', '--title', '  ')
    cli.fails(1, 'idea', 'add', workshop, '--text', ' ')
    cli.fails(1, 'poll', 'cast', poll, 'A')
    cli.fails(1, 'poll', 'close', poll)
    cli.fails(1, 'poll', 'new', workshop, '--question', 'Q', '--method', 'oracle')
    cli.fails(1, 'poll', 'new', workshop, '--question', 'Q', '--method', 'dots', '--setting', 'points=none')
    cli.text('poll', 'open', poll)
    assert '2' in cli.fails(1, 'poll', 'cast', poll, 'A=3')
    cli.fails(2, 'poll', 'cast', poll, 'A', 'A')
    cli.fails(2, 'poll', 'cast', poll, 'A=viel')
    cli.fails(1, 'poll', 'cast', poll, 'A', '--participant', 'Niemand')
    cli.fails(1, 'poll', 'cast', poll, 'A', '--channel', 'pigeon')
    cli.fails(1, 'poll', 'open', poll)
    cli.fails(1, 'tally', poll)
    cli.fails(1, 'redo', workshop)


def test_files_that_are_none(cli):
    """A clear error with the place, the library unchanged, memory bounded."""
    make_library(cli)
    cli.json('export', '--all', '-o', 'good.json')
    good = (cli.folder / 'good.json').read_bytes()
    digest = good.index(b'sha256:') + len(b'sha256:')
    bad = {
        'truncated.json': good[:len(good) // 2],
        'digest.json': good[:digest] + (b'0' if good[digest:digest + 1] != b'0' else b'1') + good[digest + 1:],
        'changed.json': good.replace(b'Karte', b'Kartf'),
        'newer.json': good.replace(b'"version":1', b'"version":99'),
        'nested.json': b'[' * 1000000,
        'surrogate.json': good.replace(b'Karte', b'\\ud800'),
        'empty.json': b'',
        'noise.json': bytes(range(256)) * 16,
        'encodings.csv': 'id,text\n1,größer\n'.encode() + '2,größer\n'.encode('cp1252') + '3,größer €\n'.encode('utf-16-le')
                         + '4,größer\n'.encode('utf-8-sig') + '5,größer\n'.encode('cp437'),
        'quote.csv': b'id,text\n1,"never ends\n2,x\n',
    }
    for name, content in bad.items():
        cli.write(name, content)
        message = cli.fails(1, 'import', name)
        assert re.match(rf'plenum-cli: {re.escape(name)}(:\d+)?: ', message), message
        if name.endswith('.json'):
            verified = cli.run('--json', 'verify', name)
            assert verified[0] == 1 and '"valid":false' in verified[1], verified
    assert 'plenum-cli: quote.csv:' in cli.fails(1, 'participant', 'import', 'W', 'quote.csv')


def test_line_of_two_gigabytes(cli):
    make_library(cli)
    before = cli.state()
    block = b'x' * (1 << 20)
    for command in (['import', '-', '--from', 'table'], ['import', '-'], ['participant', 'import', 'W', '-'],
                    ['tally', '--method', 'dots', '-']):
        process = cli.start(*command, stdin=subprocess.PIPE)
        try:
            for _ in range(2048):
                process.stdin.write(block)
            process.stdin.close()
        except BrokenPipeError:
            pass  # it had seen enough
        process.stdin = None
        errors = process.stderr.read().decode()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        process.stdout.close()
        process.stderr.close()
        assert process.returncode == 1, (command, process.returncode, errors)
        assert re.match(r'plenum-cli: [^:]+:1: ', errors), errors
        assert usage.ru_maxrss < MOST_MEMORY, f'{command} took {usage.ru_maxrss} KiB'
    assert cli.state() == before


def test_no_table_to_count(cli):
    for content, line in ((b'', None), (b'A,B\n1,x\n', 2), (b'A,B\n1\n9999999999999999999,1\n', 3), (b'A,A\n', 1),
                          (b'A,\n1,1\n', 1), (b'A,B\n1,1,1\n', 2), (b'A,B\n1,1\n-1,0\n', 3)):
        message = cli.fails(1, 'tally', '--method', 'dots', '-', stdin=content)
        assert line is None or re.match(rf'plenum-cli: [^:]+:{line}: ', message), message
    for name, content in (('x.soi', b'# NUMBER ALTERNATIVES: 2\n1: 3\n'), ('x.blt', b'3 1\n1 4 0\n'), ('-', b'# TITLE: x\n1: 1\n')):
        if name != '-':
            cli.write(name, content)
        assert re.match(r'plenum-cli: [^:]+:2: ', cli.fails(1, 'tally', '--method', 'borda', name, stdin=content))


def test_output_that_fails(cli):
    make_library(cli)
    with open('/dev/full', 'wb') as full:
        done = subprocess.run(cli.start('workshop', 'list').args, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 1 and b'could not be written' in done.stderr, done


def test_library_that_is_none(cli):
    cli.library.write_bytes(b'This is no library. ' * 100)
    before = cli.library.read_bytes()
    status, _, errors = cli.run('workshop', 'list')
    assert status == 1 and errors.startswith('plenum-cli: '), errors
    assert cli.library.read_bytes() == before


def feed(process, rows):
    """Write rows until nobody reads them; they are more than a pipe holds."""
    try:
        for row in range(rows):
            process.stdin.write(f'{row},A card that goes on and on for a while, number {row}\n'.encode())
        process.stdin.flush()
    except (BrokenPipeError, ValueError):
        pass


def test_interrupt(cli):
    """Ctrl+C in the middle of an import leaves nothing."""
    make_library(cli)
    before = cli.state()
    process = cli.start('import', '-', '--from', 'table', stdin=subprocess.PIPE)
    feed(process, 4000)  # all of it has been read but the last 64 KiB, so it is at work
    process.send_signal(signal.SIGINT)
    writer = threading.Thread(target=process.stdin.close)
    writer.start()
    errors = process.stderr.read().decode()
    status = process.wait()
    writer.join()
    assert status == 1 and errors.startswith('plenum-cli: '), (status, errors)
    assert cli.state() == before


run_tests(sys.modules[__name__])
