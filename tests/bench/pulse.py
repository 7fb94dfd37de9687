# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the running application keeps somebody waiting: another thread asks it for
its actions over the bus, which it answers between two turns of its main loop. The
longest answer is the longest that a key or a click would have had to wait."""
import threading
import time


class Pulse(threading.Thread):
    """Asks again and again, and remembers how long the answers took."""

    def __init__(self):
        super().__init__(daemon=True)
        self.times, self.stopped = [], threading.Event()

    def run(self):
        from gi.repository import Gio, GLib
        bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        # A moment between two questions, so that the asking itself is not what is measured.
        while not self.stopped.wait(0.001):
            began = time.perf_counter()
            bus.call_sync('org.plenum.Plenum', '/org/plenum/Plenum', 'org.gtk.Actions', 'List', None,
                          GLib.VariantType('(as)'), Gio.DBusCallFlags.NONE, 30000, None)
            self.times.append((time.perf_counter() - began) * 1000)

    def stop(self):
        self.stopped.set()
        self.join()
        return self.times
