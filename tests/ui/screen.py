# SPDX-License-Identifier: GPL-3.0-or-later
"""What the X server shows, read quickly, and keys that come as from a keyboard."""
import ctypes
import struct
import time
import zlib

Z_PIXMAP = 2
RETURN = 0xff0d


# How long a screen has to stay as it is before it counts as finished, and how often one looks.
STILL = 0.15
LOOK = 0.03


class _Image(ctypes.Structure):
    _fields_ = [('width', ctypes.c_int), ('height', ctypes.c_int), ('xoffset', ctypes.c_int),
                ('format', ctypes.c_int), ('data', ctypes.POINTER(ctypes.c_char)),
                ('byte_order', ctypes.c_int), ('bitmap_unit', ctypes.c_int), ('bitmap_bit_order', ctypes.c_int),
                ('bitmap_pad', ctypes.c_int), ('depth', ctypes.c_int), ('bytes_per_line', ctypes.c_int)]


class Screen:
    def __init__(self, name):
        self.x11 = ctypes.CDLL('libX11.so.6')
        self.xtst = ctypes.CDLL('libXtst.so.6')
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.x11.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
        self.x11.XDefaultRootWindow.restype = ctypes.c_ulong
        self.x11.XGetImage.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_int,
                                       ctypes.c_uint, ctypes.c_uint, ctypes.c_ulong, ctypes.c_int]
        self.x11.XGetImage.restype = ctypes.POINTER(_Image)
        self.x11.XDestroyImage.argtypes = [ctypes.POINTER(_Image)]
        self.x11.XKeysymToKeycode.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
        self.x11.XFlush.argtypes = [ctypes.c_void_p]
        self.xtst.XTestFakeKeyEvent.argtypes = [ctypes.c_void_p, ctypes.c_uint, ctypes.c_int, ctypes.c_ulong]
        self.display = self.x11.XOpenDisplay(name.encode())
        self.root = self.x11.XDefaultRootWindow(self.display)

    def pixels(self, x, y, width=1, height=1):
        """The bytes of a part of the screen."""
        image = self.x11.XGetImage(self.display, self.root, x, y, width, height, 0xffffffff, Z_PIXMAP)
        data = ctypes.string_at(image.contents.data, image.contents.bytes_per_line * height)
        self.x11.XDestroyImage(image)
        return data

    def still_pixels(self, width, height, patience=6):
        """The bytes of the screen once nothing changes on it any more, or patience is at its end."""
        began = since = time.monotonic()
        last = self.pixels(0, 0, width, height)
        while time.monotonic() - since < STILL and time.monotonic() - began < patience:
            time.sleep(LOOK)
            now = self.pixels(0, 0, width, height)
            if now != last:
                last, since = now, time.monotonic()
        return last

    def press(self, keysym):
        """A key down and up."""
        code = self.x11.XKeysymToKeycode(self.display, keysym)
        for down in (1, 0):
            self.xtst.XTestFakeKeyEvent(self.display, code, down, 0)
        self.x11.XFlush(self.display)

    def type(self, text):
        """What needs no second key, as fast as the server takes it; a line feed is Enter."""
        for letter in text:
            self.press(RETURN if letter == '\n' else ord(letter))

    @staticmethod
    def wait(condition, patience=20):
        """Seconds until it is so; None if it never is."""
        began = time.perf_counter()
        while not condition():
            if time.perf_counter() - began > patience:
                return None
            time.sleep(0.0005)
        return time.perf_counter() - began


def png(pixels, width, height):
    """A picture file of what a screen of 24 bits showed."""
    colours = bytearray(width * height * 3)
    # The server has blue first, and a fourth byte that says nothing.
    for i in range(3):
        colours[i::3] = pixels[2 - i::4]
    row = width * 3
    # Each row says first how it is packed: as it is.
    rows = b''.join(b'\0' + colours[start:start + row] for start in range(0, len(colours), row))

    def chunk(name, data):
        return struct.pack('>I', len(data)) + name + data + struct.pack('>I', zlib.crc32(name + data))

    return (b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', width, height, 8, 2, 0, 0, 0))
            + chunk(b'IDAT', zlib.compress(rows, 6)) + chunk(b'IEND', b''))
