#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Workshops to a platform and back: incremental, by whom, and what is left in files."""
import gzip
import json
import os
import re
import stat
import sys

from plenum_cli import Cli, run_tests
from webdav import PASSWORD, Fault, WebDav, add_remote, make_workshop

NAME = re.compile(r'\d{8}T\d{6}Z-[0-9a-f-]{36}-[0-9a-f]{64}\.plenum\.json\.gz')

class without_variable:
    def __enter__(self):
        del os.environ['PLENUM_PASSWORD']

    def __exit__(self, *_):
        os.environ['PLENUM_PASSWORD'] = PASSWORD


class keyring:
    """libsecret's own, in a file; it leaks a few bytes when it writes that."""

    def __init__(self, cli):
        self.settings = {'SECRET_BACKEND': 'file', 'SECRET_FILE_TEST_PATH': str(cli.folder / 'keyring'),
                         'SECRET_FILE_TEST_PASSWORD': 'x', 'ASAN_OPTIONS': 'detect_leaks=0'}
        self.before = {name: os.environ.get(name) for name in self.settings}

    def __enter__(self):
        os.environ.update(self.settings)

    def __exit__(self, *_):
        for name, value in self.before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def texts(cli, workshop):
    return sorted(idea['text'] for idea in cli.json('idea', 'list', workshop))


def methods(server):
    return [method for method, _, _ in server.log]


def test_send_is_incremental(cli):
    workshop = make_workshop(cli)
    with WebDav() as server:
        added = add_remote(cli, server)
        assert added['name'] == 'bund' and added['address'] == server.address and added['waiting'] == []
        first = cli.json('send', 'bund', 'W')
        assert first['received'] == [] and first['unchanged'] == 0 and first['waiting'] == 0, first
        (sent,) = first['sent']
        folder, _, name = sent['path'].rpartition('/')
        assert sent['workshop'] == workshop and folder == f'inbox/{workshop}' and NAME.fullmatch(name), sent
        assert sent['digest'].removeprefix('sha256:') in name
        assert list(server.tree()) == [f'/dav/{sent["path"]}'], server.tree()
        put = next(headers for method, _, headers in server.log if method == 'PUT')
        move = next(headers for method, _, headers in server.log if method == 'MOVE')
        assert put['if-none-match'] == '*' and move['overwrite'] == 'F', (put, move)

        server.restart()
        assert cli.json('send', 'bund', 'W') == {'sent': [], 'received': [], 'unchanged': 1, 'waiting': 0}
        cli.json('idea', 'add', workshop, '--text', 'Noch eine')
        assert len(cli.json('send', 'bund', 'W')['sent']) == 1
        assert len(server.tree()) == 2 and 'MKCOL' not in methods(server)
        cli.write('bundle.json.gz', server.tree()[max(server.tree())])
        (verified,) = cli.json('verify', 'bundle.json.gz')
        assert verified['valid'] and verified['signed_by'], verified


def test_what_the_platform_has_is_not_sent_again(cli):
    """Also when the list beside the library is lost."""
    make_workshop(cli)
    with WebDav() as server:
        add_remote(cli, server)
        cli.json('send', 'bund', 'W')
        before = server.tree()
        (cli.folder / 'library.db-remotes' / 'remotes.json').unlink()
        add_remote(cli, server)
        cli.json('send', 'bund', 'W')
        assert server.tree() == before


def test_there_and_back(cli):
    """A ministry answers: nothing of the workshop is lost by what it does not know."""
    workshop = make_workshop(cli)
    cli.write('people.csv', 'name,email,organisation,sector\nErika Mustermann,e@example.org,Amt für Alles,civil\n')
    cli.json('participant', 'import', 'W', 'people.csv')
    before = cli.json('participant', 'list', 'W')
    ministry = Cli(cli.folder, 'ministry.db')
    with WebDav() as server:
        add_remote(cli, server)
        add_remote(ministry, server, '--central')
        cli.json('send', 'bund', 'W')
        got = ministry.json('receive', 'bund')
        assert got['received'][0]['workshops'] == [workshop] and got['received'][0]['added']['idea'] == 1, got
        assert 'Mustermann' not in json.dumps(ministry.json('participant', 'list', 'W'))
        ministry.json('idea', 'add', 'W', '--text', 'Wird gefördert')
        ministry.json('send', 'bund', 'W', '--privacy', 'full')
        back = cli.json('receive', 'bund')
        assert back['received'][0]['added'] == {'idea': 1} and back['received'][0]['conflicts'] == 0, back
        assert texts(cli, 'W') == ['Karte', 'Wird gefördert']
        # What people are called there is all that is new about them.
        after = cli.json('participant', 'list', 'W')
        assert [dict(one, pseudonym=None) for one in after] == before, (before, after)
        assert cli.json('receive', 'bund') == {'sent': [], 'received': [], 'unchanged': 1, 'problems': []}
        assert ministry.json('receive', 'bund')['unchanged'] == 1


def test_privacy(cli):
    make_workshop(cli)
    cli.write('people.csv', 'name,email\nErika Mustermann,erika@example.org\n')
    cli.json('participant', 'import', 'W', 'people.csv')
    with WebDav() as server:
        add_remote(cli, server)
        for how, people in ((None, 1), ('anonymous', 0), ('full', 1)):
            (sent,) = cli.json('send', 'bund', 'W', *(['--privacy', how] if how else []))['sent']
            text = gzip.decompress(server.tree()[f'/dav/{sent["path"]}']).decode()
            assert text.count('"type":"participant"') == people, (how, text)
            assert ('Mustermann' in text) == ('erika@' in text) == (how == 'full'), (how, text)
        cli.fails(2, 'send', 'bund', 'W', '--privacy', 'secret')


def test_only_what_is_of_the_library(cli):
    """A workshop gets its own; who runs the platform gets all."""
    workshop = make_workshop(cli)
    other = Cli(cli.folder, 'other.db')
    strange = make_workshop(other, 'Fremd')
    other.json('export', 'Fremd', '-o', 'strange.plenum.json.gz')
    content = (cli.folder / 'strange.plenum.json.gz').read_bytes()
    with WebDav() as server:
        add_remote(cli, server)
        server.put(f'/dav/outbox/{strange}/a.plenum.json.gz', content)
        server.put('/dav/outbox/notes/a.plenum.json.gz', content)
        assert cli.json('receive', 'bund')['received'] == []
        assert not any(strange in path for _, path, _ in server.log)

        # In the folder of a workshop, nothing of another is taken, and the rest goes on.
        cli.json('export', 'W', '-o', 'own.plenum.json.gz', '--privacy', 'full')
        server.put(f'/dav/outbox/{workshop}/a.plenum.json.gz', content)
        server.put(f'/dav/outbox/{workshop}/b.plenum.json.gz', b'no bundle')
        server.put(f'/dav/outbox/{workshop}/c.plenum.json', gzip.decompress((cli.folder / 'own.plenum.json.gz').read_bytes()))
        server.put(f'/dav/outbox/{workshop}/readme.txt', b'not for us')
        before = cli.state()
        for _ in range(2):
            status, output, errors = cli.run('--json', 'receive', 'bund')
            said = json.loads(output)
            assert status == 1 and len(said['problems']) == 2 and len(errors.splitlines()) == 3, (output, errors)
            assert all(f'{server.address}outbox/{workshop}/{name}' in errors for name in 'ab'), errors
            assert cli.state() == before
        assert said['unchanged'] == 1, said
        server.weak = 'W/'
        assert json.loads(cli.run('--json', 'receive', 'bund')[1])['unchanged'] == 1
        assert [w['title'] for w in cli.json('workshop', 'list')] == ['W']


def test_addresses(cli):
    make_workshop(cli)
    for address in ('http://example.org/', 'ftp://example.org/', 'example.org', 'https://', 'https://klara:geheim@example.org/',
                    'https://example.org/?a=b', 'https://example.org/#a', 'http://localhost.example.org/', ''):
        errors = cli.fails(1, 'remote', 'add', 'x', address)
        assert 'geheim' not in errors, errors
    for name in ('', 'a b', 'x' * 65):
        cli.fails(1, 'remote', 'add', name, 'https://example.org/')
    for address in ('https://example.org/a', 'http://127.0.0.1:1/', 'http://[::1]/', 'http://localhost/'):
        assert cli.json('remote', 'add', address[-8:], address)['address'].startswith(address)
    cli.fails(1, 'remote', 'add', 'calhost/', 'https://example.org/')
    assert len(cli.json('remote', 'list')) == 4
    for call in (['send', 'nirgends', 'W'], ['receive', 'nirgends'], ['remote', 'remove', 'nirgends']):
        assert 'nirgends' in cli.fails(1, *call)


def test_no_secret_in_files(cli):
    make_workshop(cli)
    with WebDav() as server, keyring(cli), without_variable():
        cli.json('remote', 'add', 'bund', server.address, '--user', 'klara', stdin=PASSWORD.encode() + b'\n')
        cli.json('send', 'bund', 'W')  # nothing on standard input: it is in the keyring
        (cli.folder / 'keyring').rename(cli.folder / 'elsewhere')
        assert 'PLENUM_PASSWORD' in cli.fails(1, 'receive', 'bund')
        (cli.folder / 'elsewhere').rename(cli.folder / 'keyring')
        cli.json('remote', 'add', 'auch', server.address, '--user', 'klara', stdin=PASSWORD.encode() + b'\n')
        cli.json('remote', 'remove', 'auch')
        cli.json('receive', 'bund')  # which has the same password
        cli.json('remote', 'remove', 'bund')
        cli.json('remote', 'add', 'bund', server.address, '--user', 'klara', stdin=b'falsch\n')
        assert '401' in cli.fails(1, 'receive', 'bund')
        cli.json('remote', 'remove', 'bund')
        cli.json('remote', 'add', 'bund', server.address)
        assert '401' in cli.fails(1, 'receive', 'bund')
    folder = cli.folder / 'library.db-remotes'
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert [path.name for path in folder.iterdir()] == ['remotes.json']
    assert stat.S_IMODE((folder / 'remotes.json').stat().st_mode) == 0o600
    for path in cli.folder.rglob('*'):
        assert path.is_dir() or PASSWORD.encode() not in path.read_bytes(), path


def test_without_a_keyring(cli):
    make_workshop(cli)
    with WebDav() as server, without_variable():
        status, _, errors = cli.run('remote', 'add', 'bund', server.address, '--user', 'klara', stdin=b'falsch\n')
        assert status == 0 and 'keyring' in errors and 'PLENUM_PASSWORD' in errors, errors
        cli.json('send', 'bund', 'W', stdin=PASSWORD.encode() + b'\n')
        assert '401' in cli.fails(1, 'receive', 'bund', stdin=b'falsch\n')
        assert 'klara' in cli.fails(1, 'receive', 'bund')


def test_list_and_remove(cli):
    make_workshop(cli)
    assert 'remote add' in cli.text('remote', 'list') and cli.json('remote', 'list') == []
    with WebDav() as server:
        add_remote(cli, server)
        server.fault = Fault(0, 'status', 500)
        cli.fails(1, 'send', 'bund', 'W', '--retries', '0')
        (listed,) = cli.json('remote', 'list')
        assert listed['waiting'][0]['privacy'] == 'pseudonymous' and '500' in listed['waiting'][0]['problem'], listed
        assert re.search(r'^bund .* klara +1$', cli.text('remote', 'list'), re.M)
        assert 'already' in cli.fails(1, 'remote', 'add', 'bund', server.address)
    cli.text('remote', 'remove', 'bund')
    assert cli.json('remote', 'list') == []


def test_list_that_is_damaged(cli):
    with WebDav() as server:
        add_remote(cli, server)
    path = cli.folder / 'library.db-remotes' / 'remotes.json'
    good = path.read_text()
    for bad in ('', '{', '[]', '{"version":2}', '{"version":"1"}', good.replace('http:', 'ftp:'), good.replace('"bund"', '7'),
                good.replace('"waiting" : []', '"waiting" : {}'), good.replace('"waiting" : []', '"waiting" : [{"remote":"x"}]'),
                good.replace('"sent" : []', '"sent" : [1]')):
        assert bad != good
        path.write_text(bad)
        for call in (['remote', 'list'], ['receive', 'bund'], ['remote', 'add', 'neu', 'https://example.org']):
            assert 'remotes.json' in cli.fails(1, *call), bad
        assert path.read_text() == bad


run_tests(sys.modules[__name__])
