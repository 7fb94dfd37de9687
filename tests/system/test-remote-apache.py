#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A server that is not ours: Apache with mod_dav and basic authentication over TLS, on loopback."""
import base64
import hashlib
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import time

from plenum_cli import Cli, run_tests, skip_all
from webdav import PASSWORD, make_workshop

# The sanitizer's search for leaks stops all threads, and breaks down itself where GnuTLS and
# GIO are just ending theirs. What this layer allocates is searched by the tests of its units.
os.environ['ASAN_OPTIONS'] = 'detect_leaks=0'

MODULES = pathlib.Path('/usr/lib/apache2/modules')
WANTED = ['mpm_event', 'authn_core', 'authn_file', 'auth_basic', 'authz_core', 'authz_user', 'dav', 'dav_fs', 'ssl']
CONFIGURATION = '''
ServerRoot {folder}
PidFile {folder}/pid
ErrorLog {folder}/errors
ServerName localhost
User nobody
Group nogroup
Mutex file:{folder}/locks
Listen 127.0.0.1:{port}
{modules}
SSLEngine on
SSLCertificateFile {folder}/server.pem
SSLCertificateKeyFile {folder}/server.key
DocumentRoot {folder}/files
DavLockDB {folder}/locks/dav
<Directory {folder}/files>
  Dav On
  AuthType Basic
  AuthName platform
  AuthUserFile {folder}/users
  Require user klara
</Directory>
<Directory {folder}/files/closed>
  Require user nobody-at-all
</Directory>
'''


def find_apache():
    program = shutil.which('apache2', path=os.environ.get('PATH', '') + ':/usr/sbin')
    if program is None:
        skip_all('apache2 is missing (Debian package apache2-bin)')
    if shutil.which('openssl') is None:
        skip_all('openssl is missing')
    missing = [name for name in WANTED if not (MODULES / f'mod_{name}.so').exists()]
    if missing:
        skip_all(f'apache2 has no {", ".join(missing)}')
    return program


def make_certificate(folder, name, host):
    subprocess.run(['openssl', 'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2',
                    '-keyout', folder / f'{name}.key', '-out', folder / f'{name}.pem', '-subj', '/CN=test',
                    '-addext', f'subjectAltName={host}'], check=True, capture_output=True)


class Apache:
    def __init__(self, folder, host='IP:127.0.0.1'):
        self.folder = folder / 'apache'
        self.files = self.folder / 'files'
        (self.files / 'platform').mkdir(parents=True)
        (self.files / 'closed').mkdir()
        (self.folder / 'locks').mkdir()
        # As root, it serves as somebody else, who has to get there.
        folder.chmod(0o711)
        for path in (self.folder, self.files, *self.files.iterdir(), self.folder / 'locks'):
            path.chmod(0o777)
        make_certificate(self.folder, 'server', host)
        make_certificate(self.folder, 'other', host)
        digest = base64.b64encode(hashlib.sha1(PASSWORD.encode()).digest()).decode()
        (self.folder / 'users').write_text(f'klara:{{SHA}}{digest}\n')
        with socket.socket() as probe:
            probe.bind(('127.0.0.1', 0))
            self.port = probe.getsockname()[1]
        modules = '\n'.join(f'LoadModule {name}_module {MODULES}/mod_{name}.so' for name in WANTED)
        (self.folder / 'conf').write_text(CONFIGURATION.format(folder=self.folder, port=self.port, modules=modules))
        self.address = f'https://127.0.0.1:{self.port}/platform/'

    def __enter__(self):
        self.process = subprocess.Popen([APACHE, '-DFOREGROUND', '-f', self.folder / 'conf'], stderr=subprocess.PIPE)
        deadline = time.monotonic() + 20
        while True:
            try:
                socket.create_connection(('127.0.0.1', self.port)).close()
                return self
            except OSError:
                assert self.process.poll() is None and time.monotonic() < deadline, self.say()
                time.sleep(0.01)

    def say(self):
        log = self.folder / 'errors'
        return (self.process.stderr.read().decode() if self.process.poll() is not None else '') + (
            log.read_text() if log.exists() else '')

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        self.process.stderr.close()

    def list(self, place):
        return sorted(path.name for path in (self.files / 'platform' / place).iterdir())


def test_there_and_back(cli):
    workshop = make_workshop(cli)
    ministry = Cli(cli.folder, 'ministry.db')
    with Apache(cli.folder) as server:
        own = ['--user', 'klara', '--certificate', server.folder / 'server.pem']
        cli.json('remote', 'add', 'bund', server.address, *own)
        ministry.json('remote', 'add', 'bund', server.address, *own, '--central')
        assert cli.json('receive', 'bund')['received'] == []
        assert len(cli.json('send', 'bund', 'W')['sent']) == 1, server.say()
        (name,) = server.list(f'inbox/{workshop}')
        assert name.endswith('.plenum.json.gz'), name
        cli.json('idea', 'add', workshop, '--text', 'Zweite Karte')
        cli.json('send', 'bund', 'W')
        assert len(server.list(f'inbox/{workshop}')) == 2 and server.list('') == ['inbox']

        got = ministry.json('receive', 'bund')
        assert sum(one['added'].get('idea', 0) for one in got['received']) == 2 and got['unchanged'] == 0, got
        assert ministry.json('receive', 'bund')['unchanged'] == 2
        ministry.json('idea', 'add', 'W', '--text', 'Antwort')
        ministry.json('send', 'bund', 'W')
        assert cli.json('receive', 'bund')['received'][0]['added'] == {'idea': 1}
        assert sorted(idea['text'] for idea in cli.json('idea', 'list', 'W')) == ['Antwort', 'Karte', 'Zweite Karte']


def test_refused(cli):
    make_workshop(cli)
    with Apache(cli.folder) as server:
        own = ['--user', 'klara', '--certificate', server.folder / 'server.pem']
        cli.json('remote', 'add', 'fremd', server.address, '--user', 'klara')
        cli.json('remote', 'add', 'anders', server.address, '--user', 'klara', '--certificate', server.folder / 'other.pem')
        for name in ('fremd', 'anders'):
            for call in (['send', name, 'W'], ['receive', name]):
                assert 'certificate' in cli.fails(1, *call), (name, call)
        cli.json('remote', 'add', 'bund', server.address, *own)
        os.environ['PLENUM_PASSWORD'] = 'falsch'
        try:
            assert '401' in cli.fails(1, 'send', 'bund', 'W')
        finally:
            os.environ['PLENUM_PASSWORD'] = PASSWORD
        cli.json('remote', 'add', 'zu', server.address.replace('platform', 'closed'), *own)
        cli.json('remote', 'add', 'nirgends', server.address + 'nowhere', *own)
        assert '40' in cli.fails(1, 'send', 'zu', 'W')
        assert '404' in cli.fails(1, 'send', 'nirgends', 'W')
        assert '404' in cli.fails(1, 'receive', 'nirgends')
        (server.files / 'platform').chmod(0o555)
        assert 'plenum-cli' in cli.fails(1, 'send', 'bund', 'W', '--retries', '0')
        (server.files / 'platform').chmod(0o777)
        assert server.list('') == []
        assert len(cli.json('send', 'bund')['sent']) == 1
        for wrong in (cli.write('x.pem', 'x'), server.folder / 'server.key', 'nirgends.pem'):
            assert '.pem: ' in cli.fails(1, 'remote', 'add', 'leer', server.address, '--certificate', wrong).replace('.key', '.pem')


def test_certificate_of_another_host(cli):
    make_workshop(cli)
    with Apache(cli.folder, 'DNS:example.org') as server:
        cli.json('remote', 'add', 'bund', server.address, '--user', 'klara', '--certificate', server.folder / 'server.pem')
        assert 'certificate' in cli.fails(1, 'send', 'bund', 'W')
        assert server.list('') == []


APACHE = find_apache()
run_tests(sys.modules[__name__])
