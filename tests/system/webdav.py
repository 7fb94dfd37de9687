# SPDX-License-Identifier: GPL-3.0-or-later
"""A small WebDAV server that does, at a chosen request and byte, what bad networks and servers do."""
import base64
import email.utils
import hashlib
import os
import socketserver
import threading
import urllib.parse
from xml.sax.saxutils import escape

DAY = 24 * 60 * 60
PASSWORD = 'geheim & lang'

# No keyring of whoever runs this, and none at all unless a test makes one.
os.environ['DBUS_SESSION_BUS_ADDRESS'] = 'unix:path=/nonexistent'
os.environ['no_proxy'] = '*'
os.environ['PLENUM_PASSWORD'] = PASSWORD


def add_remote(cli, server, *options):
    return cli.json('remote', 'add', 'bund', server.address, '--user', 'klara', *options)


def make_workshop(cli, title='W'):
    workshop = cli.json('workshop', 'new', '--title', title)['id']
    cli.json('idea', 'add', workshop, '--text', 'Karte')
    return workshop


class Fault:
    """What happens at one request, counted from 0; once, or every time."""

    def __init__(self, request, kind, value=None, headers=(), always=False):
        self.request, self.kind, self.value, self.headers, self.always = request, kind, value, list(headers), always

    def __repr__(self):
        return f'{self.kind} {self.value} at request {self.request}'


class Handler(socketserver.StreamRequestHandler):
    def handle(self):
        while self.answer_one():
            pass

    def answer_one(self):
        line = self.rfile.readline(65536).decode('latin-1').split()
        if len(line) != 3:
            return False
        headers = {}
        while (text := self.rfile.readline(65536).decode('latin-1').strip()):
            name, value = text.split(':', 1)
            headers[name.lower()] = value.strip()
        self.method, self.headers = line[0], headers
        self.path = urllib.parse.unquote(line[1])
        return self.server.take(self)

    def read_body(self, most=None):
        length = int(self.headers.get('content-length', 0))
        return self.rfile.read(length if most is None else min(most, length))

    def send(self, status, headers=(), body=b'', only=None):
        """The answer, or its first bytes; whether the connection can go on."""
        lines = [f'HTTP/1.1 {status} Said', 'Server: test', f'Content-Length: {len(body)}',
                 *(f'{name}: {value}' for name, value in headers)]
        answer = '\r\n'.join(lines).encode() + b'\r\n\r\n' + body
        self.server.answers.append(len(answer))
        self.wfile.write(answer if only is None else answer[:only])
        return only is None


class WebDav(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    block_on_close = False

    def __init__(self, user='klara', password=PASSWORD):
        super().__init__(('127.0.0.1', 0), Handler)
        self.files = {'/dav': None}  # path → bytes, None of a folder
        self.right = 'Basic ' + base64.b64encode(f'{user}:{password}'.encode()).decode() if user else None
        self.log, self.answers, self.sizes = [], [], []
        self.fault = None
        self.ranges = True
        self.etags = True
        self.weak = ''
        self.lock = threading.Lock()
        self.stop = threading.Event()
        self.address = f'http://127.0.0.1:{self.server_address[1]}/dav/'
        threading.Thread(target=self.serve_forever, kwargs={'poll_interval': 0.01}, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop.set()
        self.shutdown()
        self.server_close()

    def handle_error(self, request, client_address):
        """Clients hang up; that is what is tested."""

    def restart(self, fault=None):
        """Counts requests from 0 again."""
        self.log, self.answers, self.sizes, self.fault = [], [], [], fault

    def tree(self):
        return {path: content for path, content in self.files.items() if content is not None}

    def put(self, path, content):
        """What somebody else wrote there."""
        parts = path.split('/')
        for n in range(2, len(parts)):
            self.files.setdefault('/'.join(parts[:n]), None)
        self.files[path] = content

    def take(self, handler):
        with self.lock:
            number = len(self.log)
            self.log.append((handler.method, handler.path.rstrip('/'), handler.headers))
            self.sizes.append(int(handler.headers.get('content-length', 0)))
            fault = self.fault
        if fault is not None and (number == fault.request or (fault.always and number >= fault.request)):
            return self.misbehave(handler, fault)
        return handler.send(*self.serve(handler, handler.read_body())) and handler.headers.get('connection') != 'close'

    def misbehave(self, handler, fault):
        kind = fault.kind
        if kind == 'hang up':
            return False
        if kind == 'half a request':  # and a server that keeps the half
            body = handler.read_body(fault.value)
            if handler.method == 'PUT':
                self.files[handler.path] = body
            return False
        body = handler.read_body()
        if kind == 'status':
            return handler.send(fault.value, fault.headers, b'<p>Sorry</p>')
        if kind == 'half an answer':
            return handler.send(*self.serve(handler, body), only=fault.value)
        if kind == 'lie':  # it took a part and says that it took all
            self.files[handler.path] = body[:fault.value]
            return handler.send(201)
        if kind == 'body':
            return handler.send(207, [], fault.value)
        return self.never_end(handler, kind)

    def never_end(self, handler, kind):
        start, again = {
            'silence': (b'', b''),
            'drip': (b'HTTP/1.1 207 Said\r\nX-A: ', b'a'),
            'drip body': (b'HTTP/1.1 207 Said\r\nContent-Length: 999999\r\n\r\n', b'<'),
            'flood': (b'HTTP/1.1 207 Said\r\nTransfer-Encoding: chunked\r\n\r\n', b'10000\r\n' + b' ' * 0x10000 + b'\r\n'),
            'flood of headers': (b'HTTP/1.1 207 Said\r\n', b'X-A: ' + b'a' * 0x10000 + b'\r\n'),
        }[kind]
        handler.wfile.write(start)
        while not self.stop.wait(0 if kind.startswith('flood') else 0.02):
            handler.wfile.write(again)
        return False

    def etag(self, path):
        return f'"{hashlib.sha256(path.encode() + self.files[path]).hexdigest()[:16]}"'

    def serve(self, handler, body):
        path = handler.path.rstrip('/')
        if self.right is not None and handler.headers.get('authorization') != self.right:
            return 401, [('WWW-Authenticate', 'Basic realm="x"')]
        return getattr(self, 'do_' + handler.method.lower())(path, handler.headers, body)

    def do_propfind(self, path, headers, body):
        if path not in self.files:
            return 404,
        listed = [path]
        if headers.get('depth') == '1':
            listed += sorted(other for other in self.files if other.rpartition('/')[0] == path)
        parts = ['<?xml version="1.0"?><D:multistatus xmlns:D="DAV:">']
        for other in listed:
            content = self.files[other]
            href = urllib.parse.quote(other) + ('/' if content is None else '')
            properties = '<D:resourcetype><D:collection/></D:resourcetype>' if content is None else (
                f'<D:resourcetype/><D:getcontentlength>{len(content)}</D:getcontentlength>'
                + (f'<D:getetag>{escape(self.weak + self.etag(other))}</D:getetag>' if self.etags else ''))
            parts.append(f'<D:response><D:href>{escape(href)}</D:href><D:propstat><D:prop>{properties}</D:prop>'
                         '<D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>')
        return 207, [('Content-Type', 'application/xml')], (''.join(parts) + '</D:multistatus>').encode()

    def do_mkcol(self, path, headers, body):
        if path in self.files:
            return 405,
        if self.files.get(path.rpartition('/')[0], b'') is not None:
            return 409,
        self.files[path] = None
        return 201,

    def do_put(self, path, headers, body):
        if headers.get('if-none-match') == '*' and path in self.files:
            return 412,
        if self.files.get(path.rpartition('/')[0], b'') is not None:
            return 409,
        self.files[path] = body
        return 201,

    def do_move(self, path, headers, body):
        target = urllib.parse.unquote(urllib.parse.urlparse(headers['destination']).path)
        if path not in self.files:
            return 404,
        if headers.get('overwrite') == 'F' and target in self.files:
            return 412,
        self.files[target] = self.files.pop(path)
        return 201,

    def do_delete(self, path, headers, body):
        return (204,) if self.files.pop(path, self) is not self else (404,)

    def do_get(self, path, headers, body):
        content = self.files.get(path)
        if content is None:
            return 404,
        shown = [('ETag', self.etag(path)), ('Date', email.utils.formatdate(DAY, usegmt=True))]
        wanted = headers.get('range')
        if wanted and self.ranges and headers.get('if-range') == self.etag(path):
            start = int(wanted.removeprefix('bytes=').rstrip('-'))
            if start >= len(content):
                return 416, shown
            shown.append(('Content-Range', f'bytes {start}-{len(content) - 1}/{len(content)}'))
            return 206, shown, content[start:]
        return 200, shown, content
