#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long an import of a real consultation takes, beside SQLite's own shell.

Both read the same comments.csv and votes.csv into a new, durable database file:
plenum-cli as a workshop with its poll, the sqlite3 shell into two plain tables,
indexed by statement and by voter. In turn, several rounds, medians. And how much
memory each took.

    tests/bench/import.py PLENUM_CLI [FOLDER]
"""
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

ROUNDS = 7
DEFAULT = pathlib.Path(__file__).resolve().parents[2] / ".." / "shared" / "data" / "klimarat-konsum"

SHELL_SCRIPT = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
CREATE TABLE comments (timestamp INTEGER, datetime TEXT, comment_id INTEGER PRIMARY KEY, author_id INTEGER,
  agrees INTEGER, disagrees INTEGER, moderated INTEGER, body TEXT);
CREATE TABLE votes (timestamp INTEGER, datetime TEXT, comment_id INTEGER, voter_id INTEGER, vote INTEGER);
CREATE INDEX votes_comment ON votes (comment_id);
CREATE INDEX votes_voter ON votes (voter_id);
.import --csv --skip 1 "{comments}" comments
.import --csv --skip 1 "{votes}" votes
"""


def measured(command, text=None):
    """Seconds, and the most memory that was resident, in MiB."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
    process.stdin.write((text or "").encode())
    process.stdin.close()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command[0]} failed")
    return seconds, usage.ru_maxrss / 1024


def main():
    cli = sys.argv[1]
    folder = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else DEFAULT)
    if not folder.is_dir():
        print(f"skipped: {folder} is not here")
        return
    files = [str(path) for path in sorted(folder.glob("*.csv"))]
    script = SHELL_SCRIPT.format(comments=folder / "comments.csv", votes=folder / "votes.csv")
    ours, theirs, memory = [], [], {"plenum-cli": [], "sqlite3": []}
    with tempfile.TemporaryDirectory(prefix="plenum-bench-") as scratch:
        for number in range(ROUNDS + 1):
            library = os.path.join(scratch, f"library-{number}.db")
            plain = os.path.join(scratch, f"plain-{number}.db")
            our, our_memory = measured([cli, "--library", library, "--quiet", "import", *files])
            their, their_memory = measured(["sqlite3", "-bail", plain], script)
            if number > 0:  # the first round warms the page cache
                ours.append(our)
                theirs.append(their)
                memory["plenum-cli"].append(our_memory)
                memory["sqlite3"].append(their_memory)
    ratios = [our / their for our, their in zip(ours, theirs)]
    for name, values, unit in (("plenum-cli import", ours, " s"), ("sqlite3 shell", theirs, " s"), ("ratio", ratios, "")):
        print(f"{name:18} median {statistics.median(values):.3f}{unit}  ({min(values):.3f} to {max(values):.3f})")
    for name, values in memory.items():
        print(f"{name + ' memory':18} at most {max(values):.0f} MiB")


if __name__ == "__main__":
    main()
