#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills a working program with SIGKILL at 200 random moments, all in one library.

After each: the library opens, its check is clean, and every action that was
acknowledged is there. The one action that was under way may be there or not.
"""
import os
import random
import subprocess
import sys
import tempfile
import threading

KILLS = 200
LONGEST_RUN = 0.08  # seconds; most of a run is spent in the middle of an action


def run_and_kill(session, library, seed, delay):
    """Starts the session, kills it, and gives the lines it acknowledged."""
    process = subprocess.Popen([session, library, str(seed)], stdout=subprocess.PIPE, text=True)
    first = process.stdout.readline()
    timer = threading.Timer(delay, process.kill)
    timer.start()
    rest = process.stdout.read()  # until it is dead
    process.wait()
    timer.join()
    if process.returncode != -9:
        sys.exit(f"Bail out! the session ended by itself: {process.returncode}")
    lines = (first + rest).split("\n")
    return [line for line in lines[:-1] if line]  # what follows the last line feed was never acknowledged


def read(session, library):
    """The cards by id, and what the check complains about."""
    output = subprocess.run([session, "--list", library], stdout=subprocess.PIPE, text=True, check=True).stdout
    problems = [line for line in output.splitlines() if line.startswith("problem ")]
    cards = dict(line.split(" ", 2)[1:] for line in output.splitlines() if line.startswith("card "))
    return cards, problems


def apply(cards, line):
    what, identifier, text = line.split(" ", 2)
    if what in ("add", "edit"):
        cards[identifier] = text
    elif what == "delete":
        del cards[identifier]


def differences(expected, found):
    return {i for i in expected.keys() | found.keys() if expected.get(i) != found.get(i)}


def main():
    session = sys.argv[1]
    chance = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 20261123)
    acknowledged = 0
    print("1..1")
    with tempfile.TemporaryDirectory(prefix="plenum-kill-") as folder:
        library = os.path.join(folder, "library.db")
        expected = {}
        for kill in range(KILLS):
            lines = run_and_kill(session, library, chance.randrange(2**31), chance.random() * LONGEST_RUN)
            for line in lines:
                apply(expected, line)
            acknowledged += len(lines)
            found, problems = read(session, library)
            wrong = differences(expected, found)
            # One action may have been stored without its line: one card is new, other, gone,
            # or, in the middle of undo and redo, as it was before the last action.
            if problems or len(wrong) > 1:
                print(f"# kill {kill}: {len(wrong)} cards differ {sorted(wrong)[:5]}, {problems}")
                print("not ok 1 - nothing acknowledged is lost")
                return 1
            expected = found
    print(f"# {KILLS} kills, {acknowledged} acknowledged actions")
    print("ok 1 - nothing acknowledged is lost")
    return 0


if __name__ == "__main__":
    sys.exit(main())
