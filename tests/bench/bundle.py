#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long a bundle of 100,000 ideas takes to be written, checked and read in, beside
jq, which only reads the document and prints it again.

The ideas are invented: 44 words of a vocabulary of 20,000 with German letters, from a
table that is imported first. In turn, several rounds, medians of the wall's clock and
of the time on the processors, which other work on the machine disturbs less; and the
most memory that was resident.

    tests/bench/bundle.py PLENUM_CLI [IDEAS]
"""
import csv
import json
import os
import pathlib
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROUNDS = 5
WORDS = 44


def measured(command):
    """Seconds on the wall, seconds of processors, MiB."""
    start = time.perf_counter()
    process = subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command} failed")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def write_table(path, ideas):
    """Words come as often as in a language: the tenth a tenth as often as the first."""
    draw = random.Random(1)
    syllables = [c + v for c in "bcdfghklmnprstwz" for v in "aeiouäöü"]
    words = ["".join(draw.choices(syllables, k=draw.randint(2, 5))) for _ in range(20_000)]
    weights = [1 / (place + 10) for place in range(len(words))]
    with open(path, "w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["id", "title", "text"])
        for number in range(ideas):
            text = draw.choices(words, weights, k=WORDS)
            table.writerow([number + 1, " ".join(text[:4]), " ".join(text[4:])])


def remove_library(path):
    for file in path.parent.glob(path.name + "*"):
        shutil.rmtree(file) if file.is_dir() else file.unlink()


def main():
    cli = pathlib.Path(sys.argv[1]).resolve()
    ideas = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
    taken = {}
    with tempfile.TemporaryDirectory(prefix="plenum-bench-") as scratch:
        folder = pathlib.Path(scratch)
        library, other = folder / "library.db", folder / "other.db"
        table, bundle, packed = folder / "ideas.csv", folder / "b.plenum.json", folder / "c.plenum.json.gz"
        write_table(table, ideas)
        measured([cli, "--quiet", "--library", library, "import", "--from", "table", table])
        listed = subprocess.run([cli, "--json", "--library", library, "workshop", "list"], check=True, capture_output=True)
        workshop = json.loads(listed.stdout)[0]["id"]
        for number in range(ROUNDS + 1):
            remove_library(other)
            steps = {
                "export": [cli, "--quiet", "--library", library, "export", workshop, "-o", bundle],
                "jq": ["jq", "-c", ".", bundle],
                "verify": [cli, "--quiet", "verify", bundle],
                "import": [cli, "--quiet", "--library", other, "import", bundle],
                "import again": [cli, "--quiet", "--library", other, "import", bundle],
                "export, packed": [cli, "--quiet", "--library", library, "export", workshop, "-o", packed],
                "verify, packed": [cli, "--quiet", "verify", packed],
            }
            for name, command in steps.items():
                result = measured(command)
                if number > 0:  # the first round warms the files
                    taken.setdefault(name, []).append(result)
        print(f"{ideas} ideas, {bundle.stat().st_size / 1e6:.0f} MB, packed {packed.stat().st_size / 1e6:.0f} MB; medians of {ROUNDS}")
    medians = {name: [statistics.median(column) for column in zip(*rounds)] for name, rounds in taken.items()}
    for name, (seconds, processor, memory) in medians.items():
        base = "import" if name == "import again" else "jq"
        print(f"{name:15} {seconds:6.2f} s, {seconds / medians[base][0]:5.2f} × {base}; processors {processor:6.2f} s, "
              f"{processor / medians[base][1]:5.2f} ×; {memory:4.0f} MiB")


if __name__ == "__main__":
    main()
