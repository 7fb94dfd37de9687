#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Several programs have one library open and change it at the same time."""
import subprocess
import sys

from plenum_cli import run_tests

EACH = 12
WRITERS = 4


def test_writers(cli):
    workshop = cli.json('workshop', 'new', '--title', 'W')['id']
    loop = 'for n in $(seq $1); do "$2" --library "$3" --quiet idea add "$4" --text "writer $5 card $n" || exit 1; done'
    program = cli.start('--version').args[0]
    writers = [subprocess.Popen(['sh', '-c', loop, 'sh', str(EACH), program, cli.library, workshop, str(writer)],
                                stderr=subprocess.PIPE) for writer in range(WRITERS)]
    reads = 0
    while any(writer.poll() is None for writer in writers):
        texts = [idea['text'] for idea in cli.json('idea', 'list', workshop)]
        assert len(texts) == len(set(texts)) and len(texts) >= reads
        reads = len(texts)
    for writer in writers:
        assert writer.wait() == 0, writer.stderr.read()
        writer.stderr.close()

    texts = [idea['text'] for idea in cli.json('idea', 'list', workshop)]
    assert sorted(texts) == sorted(f'writer {w} card {n}' for w in range(WRITERS) for n in range(1, EACH + 1))
    for writer in range(WRITERS):
        own = [text for text in texts if text.startswith(f'writer {writer} ')]
        assert own == [f'writer {writer} card {n}' for n in range(1, EACH + 1)], own
    assert len(cli.json('history', workshop)) == EACH * WRITERS + 1
    assert cli.json('check')['ok']


def test_undo_what_another_did(cli):
    workshop = cli.json('workshop', 'new', '--title', 'W')['id']
    cli.json('idea', 'add', workshop, '--text', 'eins')
    cli.json('idea', 'add', workshop, '--text', 'zwei')
    cli.json('undo', workshop, 2)
    assert cli.json('idea', 'list', workshop) == []
    cli.json('redo', workshop)
    assert [idea['text'] for idea in cli.json('idea', 'list', workshop)] == ['eins']


run_tests(sys.modules[__name__])
