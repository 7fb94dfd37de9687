#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A platform behind a bad network: whatever is cut off where, after the next try it and the
library have exactly what they should, nothing doubled, nothing half."""
import gzip
import json
import random
import shutil
import signal
import sys
import time

from plenum_cli import PART, Cli, run_tests
from webdav import Fault, WebDav, add_remote, make_workshop

ONCE = ['--retries', '0', '--timeout', '20']
STATUSES = {401: 'password', 403: 'right', 404: 'no such', 405: 'WebDAV', 412: 'already', 418: '418', 423: 'locked', 429: 'pause',
            500: 'fault', 502: 'fault', 503: 'fault', 507: 'no room', 413: 'no room', 301: 'WebDAV', 200: 'WebDAV'}


def every_cut(server, step):
    """The faults at every request that was made since the last restart."""
    faults = []
    for request, (answer, body) in enumerate(zip(list(server.answers), list(server.sizes))):
        faults.append(Fault(request, 'hang up'))
        faults += [Fault(request, 'half an answer', at) for at in [*range(0, answer, step), answer - 1]]
        if body:
            faults += [Fault(request, 'half a request', at) for at in [*range(0, body, 2 * step), body - 1]]
        if server.log[request][0] == 'PUT':
            faults.append(Fault(request, 'lie', body // 2))
    return faults


class Sender:
    """A workshop that has never been sent, again and again."""

    def __init__(self, cli, server):
        self.cli, self.server = cli, server
        self.workshop = make_workshop(cli)
        add_remote(cli, server)
        self.list = cli.folder / 'library.db-remotes' / 'remotes.json'
        self.before = self.list.read_text()
        server.restart()
        cli.json('send', 'bund', 'W')
        self.records = self.read()

    def read(self):
        """The records that are there, of exactly one whole file and no other."""
        tree = self.server.tree()
        assert len(tree) == 1 and list(tree)[0].endswith('.plenum.json.gz'), list(tree)
        (content,) = tree.values()
        return json.loads(gzip.decompress(content))['records']

    def send(self, fault):
        """Once with the fault; what it said, or nothing if it was done all the same."""
        self.list.write_text(self.before)
        self.server.files = {'/dav': None}
        self.server.restart(fault)
        status, output, errors = self.cli.run('send', 'bund', 'W', *ONCE)
        assert (status == 1) == (errors != ''), (fault, status, errors)
        self.server.restart()
        return errors

    def again(self, fault):
        """What waits is sent, and the platform has it once."""
        said = self.cli.json('send', 'bund')
        assert said['waiting'] == 0, (fault, said)
        assert self.read() == self.records, (fault, said)
        self.cli.json('send', 'bund', 'W')
        assert self.read() == self.records, fault


def test_send_cut_off_everywhere(cli):
    with WebDav() as server:
        sender = Sender(cli, server)
        state = cli.state()
        failed = 0
        for fault in every_cut(server, 113 * PART):
            errors = sender.send(fault)
            assert 'waits' in errors and 'plenum-cli send bund' in errors or not errors, (fault, errors)
            failed += errors != ''
            sender.again(fault)
        assert failed > 20 / PART, failed
        assert cli.state() == state


def test_send_answered_with(cli):
    with WebDav() as server:
        sender = Sender(cli, server)
        for n, (status, words) in enumerate(STATUSES.items()):
            for request in (n % 6, (n + 3) % 6):
                fault = Fault(request, 'status', status)
                errors = sender.send(fault)
                # One says that a folder was made, one that it is there: the next request sees better.
                assert not errors or words in errors or status in (200, 405), (fault, errors)
                sender.again(fault)


class Receiver:
    """A library that has never received anything, again and again."""

    def __init__(self, cli, server):
        self.cli, self.server = cli, server
        self.workshop = make_workshop(cli)
        add_remote(cli, server)
        self.other = Cli(cli.folder, 'other.db')
        cli.json('export', 'W', '-o', 'start.json')
        self.other.json('import', 'start.json')
        for n in range(2):
            self.other.json('idea', 'add', 'W', '--text', f'Antwort {n}')
            self.other.json('export', 'W', '-o', f'{n}.plenum.json.gz')
            server.put(f'/dav/outbox/{self.workshop}/{n}.plenum.json.gz', (cli.folder / f'{n}.plenum.json.gz').read_bytes())
        self.files = [path for path in cli.folder.rglob('*') if path.is_file() and path.name.startswith(('library.db', 'remotes.json'))]
        self.list = cli.folder / 'library.db-remotes' / 'remotes.json'
        self.before = self.list.read_text()
        self.digest = self.other.json('export', 'W', '-o', 'end.json')['digest']
        self.saved = [(path, path.read_bytes()) for path in self.files]
        self.started = len(cli.json('history', 'W'))

    def receive(self, fault):
        for path in self.cli.folder.glob('library.db-*'):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        for path, content in self.saved:
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)
        self.server.restart(fault)
        status, _, errors = self.cli.run('receive', 'bund', *ONCE)
        assert (status == 1) == (errors != ''), (fault, status, errors)
        self.server.restart()
        return errors

    def again(self, fault):
        said = self.cli.json('receive', 'bund')
        assert self.cli.json('export', 'W', '-o', 'end.json')['digest'] == self.digest, (fault, said)
        assert len(self.cli.json('history', 'W')) == self.started + 2, fault
        assert self.cli.json('receive', 'bund')['unchanged'] == 2, fault
        assert [path.name for path in (self.cli.folder / 'library.db-remotes').iterdir()] == ['remotes.json']


def test_receive_cut_off_everywhere(cli):
    with WebDav() as server:
        receiver = Receiver(cli, server)
        receiver.list.write_text(receiver.before)
        server.restart()
        cli.json('receive', 'bund')
        failed = 0
        for fault in every_cut(server, 211 * PART):
            failed += receiver.receive(fault) != ''
            receiver.again(fault)
        assert failed > 8 / PART, failed


def test_receive_answered_with(cli):
    with WebDav() as server:
        receiver = Receiver(cli, server)
        for n, (status, words) in enumerate(STATUSES.items()):
            for request in (n % 4, (n + 2) % 4):
                fault = Fault(request, 'status', status)
                errors = receiver.receive(fault)
                assert not errors or words in errors or status == 200, (fault, errors)
            receiver.again(fault)


def test_tries_again_by_itself(cli):
    """In the same call, after a pause; and it goes on where a file was cut off."""
    workshop = make_workshop(cli)
    chance = random.Random(7)
    for _ in range(4):
        cli.json('idea', 'add', workshop, '--text', ''.join(chance.choice('abcdefghijklmnop') for _ in range(99999)))
    cli.json('export', 'W', '-o', 'a.plenum.json.gz')
    content = (cli.folder / 'a.plenum.json.gz').read_bytes()
    with WebDav() as server:
        add_remote(cli, server)
        server.put(f'/dav/outbox/{workshop}/a.plenum.json.gz', content)
        for ranges, etags in ((True, True), (False, True)):
            server.ranges, server.etags = ranges, etags
            server.restart(Fault(2, 'half an answer', 150000))
            cli.json('receive', 'bund')
            gets = [headers for method, _, headers in server.log if method == 'GET']
            assert len(gets) == 2 and ('range' in gets[1]) == etags, gets
            assert (server.answers[3] < len(content)) == (ranges and etags), server.answers
            (cli.folder / 'library.db-remotes' / 'remotes.json').unlink()
            add_remote(cli, server)

        server.restart(Fault(3, 'half a request', 70000))
        assert len(cli.json('send', 'bund', 'W')['sent']) == 1
        assert sum(path.startswith('/dav/inbox/') for path in server.tree()) == 1, list(server.tree())


def test_pauses_that_are_asked_for(cli):
    make_workshop(cli)
    with WebDav() as server:
        add_remote(cli, server)
        for n, headers in enumerate(([('Retry-After', '0')],
                                     [('Date', 'Thu, 01 Jan 1970 00:00:05 GMT'), ('Retry-After', 'Thu, 01 Jan 1970 00:00:05 GMT')])):
            cli.json('idea', 'add', 'W', '--text', f'{n}')
            server.restart(Fault(0, 'status', 429, headers))
            began = time.monotonic()
            assert len(cli.json('send', 'bund', 'W')['sent']) == 1
            assert time.monotonic() - began < 1, 'it waited longer than the server wanted'
        server.restart(Fault(0, 'status', 503, [('Retry-After', '1')]))
        began = time.monotonic()
        cli.json('receive', 'bund')
        assert time.monotonic() - began >= 1, 'it did not wait'
        server.restart(Fault(0, 'status', 503, [('Retry-After', '3600')]))
        assert '503' in cli.fails(1, 'receive', 'bund')
        assert len(server.log) == 1


def test_answers_that_never_end(cli):
    make_workshop(cli)
    with WebDav() as server:
        add_remote(cli, server)
        for kind, words in (('silence', 'too long'), ('drip', 'too long'), ('drip body', 'too long'), ('flood', 'more than'),
                            ('flood of headers', 'connection')):
            server.restart(Fault(0, kind))
            began = time.monotonic()
            assert words in cli.fails(1, 'receive', 'bund', '--retries', '0', '--timeout', '1'), kind
            assert time.monotonic() - began < 10, kind


def test_sent_elsewhere(cli):
    """Neither a password nor a workshop goes where the server sends us."""
    make_workshop(cli)
    with WebDav() as server, WebDav() as elsewhere:
        add_remote(cli, server)
        for status in (301, 302, 303, 307, 308):
            for request in range(6):
                server.files = {'/dav': None}
                server.restart(Fault(request, 'status', status, [('Location', elsewhere.address)]))
                assert elsewhere.address in cli.fails(1, 'send', 'bund', 'W', *ONCE), (status, request)
        assert elsewhere.log == []


def test_answers_that_are_none(cli):
    make_workshop(cli)
    secret = cli.write('secret', 'geheim')
    start = '<?xml version="1.0"?>'
    bomb = '<!DOCTYPE a [<!ENTITY a "' + 'x' * 9999 + '"><!ENTITY b "' + '&a;' * 999 + '">]>'
    outside = f'<!DOCTYPE a [<!ENTITY a SYSTEM "file://{secret}">]>'
    many = '<multistatus xmlns="DAV:"><response><href>&{}</href></response></multistatus>'
    with WebDav() as server:
        add_remote(cli, server)
        for body in ('', 'x', '<html><body>Log in</body></html>', '<multistatus/>', start + bomb + many.format('b;'),
                     start + outside + many.format('a;'), '<a>' * 5000, '<multistatus xmlns="DAV:">'):
            server.restart(Fault(0, 'body', body.encode()))
            assert 'WebDAV' in cli.fails(1, 'receive', 'bund', *ONCE), body[:60]

        entry = ('<response><href>{}</href><propstat><prop><resourcetype><collection/></resourcetype></prop>'
                 '<status>HTTP/1.1 200 OK</status></propstat></response>')
        workshop = cli.json('workshop', 'list')[0]['id']
        odd = ['../../etc/', f'http://example.org/dav/outbox/{workshop}/', f'/dav/inbox/{workshop}/', '..', '.', '%2e%2e', '%ff', '',
               f'/dav/outbox/{workshop}%2Fa/', f'/{workshop}/', f'/dav/outbox/x/../{"a" * 3000}']
        # A server that calls the folder something else seems to have nothing in it.
        for names, status in ((['/dav/outbox/', *odd], 0), (['/dav/elsewhere/'], 1)):
            listed = ''.join(map(entry.format, names))
            server.restart(Fault(0, 'body', f'<multistatus xmlns="DAV:">{listed}</multistatus>'.encode()))
            left, _, errors = cli.run('receive', 'bund')
            assert left == status and ('WebDAV' in errors) == (status == 1), errors
            assert len(server.log) == 1, server.log


def test_nobody_there(cli):
    make_workshop(cli)
    with WebDav() as server:
        add_remote(cli, server)
        cli.json('remote', 'add', 'leer', server.address + 'nirgends')
    assert 'connection' in cli.fails(1, 'send', 'bund', 'W', '--retries', '0')
    assert cli.json('remote', 'list')[0]['waiting'][0]['problem']
    cli.json('remote', 'add', 'namenlos', 'https://nirgends.invalid/')
    assert 'connection' in cli.fails(1, 'receive', 'namenlos', '--retries', '0')


def test_platform_that_is_not_there(cli):
    make_workshop(cli)
    with WebDav() as server:
        server.files = {}
        add_remote(cli, server)
        for call in (['send', 'bund', 'W'], ['receive', 'bund']):
            assert 'Check the address' in cli.fails(1, *call)


def wait_for(condition):
    deadline = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < deadline, 'it did not come to that'
        time.sleep(0.005)


def test_interrupted_and_killed(cli):
    """Both leave it waiting, and the next call sends it once; meanwhile nobody else interferes."""
    make_workshop(cli)
    with WebDav() as server:
        add_remote(cli, server)
        for how in (signal.SIGINT, signal.SIGKILL):
            server.files = {'/dav': None}
            cli.json('idea', 'add', 'W', '--text', how.name)
            server.restart(Fault(4, 'silence'))
            process = cli.start('send', 'bund', 'W')
            wait_for(lambda: len(server.log) == 5)
            assert 'Another program' in cli.fails(1, 'receive', 'bund')
            assert len(cli.json('remote', 'list')[0]['waiting']) == 1
            process.send_signal(how)
            _, errors = process.communicate(timeout=20)
            assert process.returncode == (1 if how == signal.SIGINT else -how), errors
            assert how == signal.SIGKILL or b'cancelled' in errors, errors
            server.restart()
            assert len(cli.json('send', 'bund')['sent']) == 1
            (path,) = server.tree()
            assert path.endswith('.gz'), path
            assert [path.name for path in (cli.folder / 'library.db-remotes').iterdir()] == ['remotes.json']


def test_deleted_while_it_waited(cli):
    workshop = make_workshop(cli)
    with WebDav() as server:
        add_remote(cli, server)
        server.fault = Fault(0, 'hang up')
        cli.fails(1, 'send', 'bund', 'W', *ONCE)
        cli.json('workshop', 'delete', workshop, '--erase')
        server.restart()
        assert 'deleted' in cli.text('send', 'bund') and server.tree() == {} and server.log == []
        assert cli.json('remote', 'list')[0]['waiting'] == []


run_tests(sys.modules[__name__])
