#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: duplicates.py PLENUM-CLI SUBMISSIONS.csv [N…]

Finds planted variants among real submissions, beside MinHash (128 hashes, 32 bands) in numpy.
Submissions: a CSV file with a column "text"; where they do not suffice, others are made of their sentences.
A tenth of the N texts are variants: typos, word order, umlaut spelling, a dropped or added sentence, a changed date.
Real duplicates count against the result. Needs python3-numpy."""
import csv
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import time
import zlib

import numpy

KINDS = ['typos', 'order', 'umlauts', 'dropped', 'added', 'date']


def read_texts(path, n, chance):
    with open(path, encoding='utf-8', newline='') as file:
        texts = [' '.join(row['text'].split()) for row in csv.DictReader(file)]
    texts = list(dict.fromkeys(text for text in texts if len(text) >= 120))
    sentences = [s for text in texts for s in re.split(r'(?<=[.!?]) +', text) if len(s) > 30]
    chance.shuffle(texts)
    while len(texts) < n:
        texts.append(' '.join(chance.sample(sentences, chance.randint(3, 6))))
    return texts[:n], sentences


def vary(text, kind, sentences, chance):
    parts = re.split(r'(?<=[.!?]) +', text)
    words = text.split(' ')
    if kind == 'typos':
        for _ in range(max(1, len(words) // 12)):
            i = chance.randrange(len(words))
            at = chance.randrange(len(words[i]) + 1)
            words[i] = words[i][:at] + chance.choice('enrtis') + words[i][at + chance.randint(0, 1):]
        return ' '.join(words)
    if kind == 'order':
        for _ in range(max(1, len(words) // 12)):
            i = chance.randrange(max(1, len(words) - 1))
            words[i:i + 2] = words[i:i + 2][::-1]
        return ' '.join(words)
    if kind == 'umlauts':
        for a, b in zip('äöüÄÖÜß', ('ae', 'oe', 'ue', 'Ae', 'Oe', 'Ue', 'ss')):
            text = text.replace(a, b)
        return text + ' Vielen Dank!'
    if kind == 'dropped' and len(parts) > 2:
        del parts[chance.randrange(len(parts))]
        return ' '.join(parts)
    if kind == 'added':
        parts.insert(chance.randrange(len(parts) + 1), chance.choice(sentences))
        return ' '.join(parts)
    return re.sub(r'\d+', lambda m: str(int(m.group()) + 1), text) + f' Bonn, {chance.randint(1, 28)}.9.2017'


def numpy_minhash(texts):
    """The peer: candidate pairs of 32 bands of 4 hashes."""
    chance = numpy.random.default_rng(1)
    factors = chance.integers(1, 2 ** 32, 128, dtype=numpy.uint64) | numpy.uint64(1)
    terms = chance.integers(0, 2 ** 32, 128, dtype=numpy.uint64)
    signatures = numpy.empty((len(texts), 128), dtype=numpy.uint32)
    for row, text in enumerate(texts):
        text = text.lower()
        shingles = {zlib.crc32(text[i:i + 4].encode()) for i in range(max(1, len(text) - 3))}
        hashes = numpy.fromiter(shingles, dtype=numpy.uint64)
        signatures[row] = ((hashes[:, None] * factors + terms) >> numpy.uint64(32)).min(axis=0)
    pairs = set()
    for band in range(32):
        buckets = {}
        for row, key in enumerate(signatures[:, band * 4:band * 4 + 4]):
            buckets.setdefault(key.tobytes(), []).append(row)
        for bucket in buckets.values():
            pairs.update((a, b) for i, a in enumerate(bucket[:64]) for b in bucket[i + 1:64])
    return pairs


def measure(found, planted):
    hits = len(found & planted)
    precision, recall = hits / max(1, len(found)), hits / len(planted)
    return 2 * precision * recall / max(1e-9, precision + recall), precision, recall


def run(program, path, n):
    chance = random.Random(n)
    texts, sentences = read_texts(path, n - n // 10, chance)
    planted = set()
    for i, original in enumerate(chance.sample(range(len(texts)), n // 10)):
        planted.add((original, len(texts)))
        texts.append(vary(texts[original], KINDS[i % len(KINDS)], sentences, chance))
    with tempfile.TemporaryDirectory() as folder:
        table = pathlib.Path(folder) / 'texts.csv'
        with open(table, 'w', encoding='utf-8', newline='') as file:
            csv.writer(file).writerows([['text']] + [[text] for text in texts])
        begin = time.monotonic()
        call = [program, '--json', '--quiet', 'duplicates', '--input', table, '--text-column', 'text']
        found = json.loads(subprocess.run(call, check=True, capture_output=True).stdout)
        ours = time.monotonic() - begin
        scores = [(p['similarity'], (min(int(p['a']), int(p['b'])) - 1, max(int(p['a']), int(p['b'])) - 1))
                  for p in json.loads(subprocess.run(call + ['--threshold', '0.3'], check=True,
                                                     capture_output=True).stdout)['pairs']]
    begin = time.monotonic()
    numpy_minhash(texts)
    theirs = time.monotonic() - begin
    pairs = {tuple(sorted((int(p['a']) - 1, int(p['b']) - 1))) for p in found['pairs']}
    f1, precision, recall = measure(pairs, planted)
    best = max((measure({pair for s, pair in scores if s >= t / 50}, planted)[0], t / 50) for t in range(15, 45))
    lowest = min((p['similarity'] for p in found['pairs']), default=1)
    print(f'{n}: F1 {f1:.3f} (precision {precision:.3f}, recall {recall:.3f}, from {lowest:.2f} on; '
          f'best {best[0]:.3f} at {best[1]:.2f}), {ours:.2f} s; numpy {theirs:.2f} s, ratio {ours / theirs:.3f}')


for size in sys.argv[3:] or ['1000', '10000', '50000']:
    run(sys.argv[1], sys.argv[2], int(size))
