#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: themes.py PLENUM-CLI agreement SUBMISSIONS.csv [TOPICS.csv…]
       themes.py PLENUM-CLI time SUBMISSIONS.csv [N…]

agreement: how well proposed themes agree with the topics that people coded (V-measure), beside scikit-learn with
German stop words, Snowball stems, TF-IDF, TruncatedSVD(100) and k-means, and the same with 3 to 5 characters in place of
words; medians of 5 seeds. A file has the columns "text", "topic" and, if it has one, "title". Words that belong to no
theme count as one theme more.
time: N texts of 40 words, made of the submissions', into 30 themes, beside TF-IDF, TruncatedSVD(100) and k-means with 10 starts.
Needs python3-sklearn and libstemmer, else it says so and measures nothing."""
import csv
import ctypes
import json
import pathlib
import random
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time

try:
    from sklearn.cluster import KMeans
    from sklearn.decomposition import TruncatedSVD
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.metrics import v_measure_score
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import Normalizer
except ImportError:
    print('skipped: python3-sklearn is not installed')
    sys.exit(0)

SOURCE = pathlib.Path(__file__).parents[2] / 'src/analysis/plenum-stop-words.c'
WORD = re.compile(r'[^\W\d_]{2,}')


class Stemmer:
    """Snowball's German stemmer."""

    def __init__(self):
        self.library = ctypes.CDLL('libstemmer.so.0d')
        self.library.sb_stemmer_new.restype = ctypes.c_void_p
        self.library.sb_stemmer_stem.restype = ctypes.c_char_p
        self.stemmer = ctypes.c_void_p(self.library.sb_stemmer_new(b'german', None))
        self.known = {}

    def __call__(self, word):
        if word not in self.known:
            coded = word.encode()
            self.known[word] = self.library.sb_stemmer_stem(self.stemmer, coded, len(coded)).decode()
        return self.known[word]


def read_stop_words():
    """Our own German list: a longer one than most, which is to the peer's advantage."""
    text = SOURCE.read_text(encoding='utf-8').partition('[PLENUM_LANGUAGE_GERMAN]')[2].partition('[PLENUM_LANGUAGE_ENGLISH]')[0]
    return set(' '.join(re.findall(r'"([^"]*)"', text)).split())


def make_analyzer():
    stem, stop_words = Stemmer(), read_stop_words()
    return lambda text: [stem(word) for word in WORD.findall(text.lower()) if word not in stop_words]


def run_peer(texts, vectorizer, n_themes, n_starts, seed):
    vectors = make_pipeline(vectorizer, TruncatedSVD(100, random_state=seed), Normalizer(copy=False)).fit_transform(texts)
    return KMeans(n_themes, n_init=n_starts, random_state=seed).fit_predict(vectors)


def run_plenum(program, texts, n_themes):
    """The labels of the texts, and what it took: seconds and MiB (of the largest child so far)."""
    with tempfile.TemporaryDirectory() as folder:
        table = pathlib.Path(folder) / 'texts.csv'
        with open(table, 'w', encoding='utf-8', newline='') as file:
            csv.writer(file).writerows([['text']] + [[text] for text in texts])
        begin = time.monotonic()
        found = json.loads(subprocess.run(
            [program, '--json', '--quiet', 'cluster', '--input', table, '--text-column', 'text', '--themes', str(n_themes)],
            check=True, capture_output=True).stdout)
        seconds = time.monotonic() - begin
    labels = [n_themes] * len(texts)
    for number, theme in enumerate(found['themes']):
        for member in theme['members']:
            labels[int(member) - 1] = number
    return labels, seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def measure_agreement(program, path):
    with open(path, encoding='utf-8', newline='') as file:
        rows = [row for row in csv.DictReader(file) if row['topic']]
    texts = [(row.get('title') or '') + '\n' + row['text'] for row in rows]
    topics = [row['topic'] for row in rows]
    n = len(set(topics))
    ours = v_measure_score(topics, run_plenum(program, texts, n)[0])
    peers = {'words': TfidfVectorizer(analyzer=make_analyzer(), sublinear_tf=True, min_df=2, max_df=0.5),
             'characters': TfidfVectorizer(analyzer='char_wb', ngram_range=(3, 5), sublinear_tf=True, min_df=2, max_df=0.5)}
    print(f'{path}: {len(texts)} texts, {n} topics: V-measure {ours:.3f}')
    for name, vectorizer in peers.items():
        theirs = statistics.median(v_measure_score(topics, run_peer(texts, vectorizer, n, 10, seed)) for seed in range(5))
        print(f'  scikit-learn, {name}: {theirs:.3f}, ratio {ours / theirs:.2f}')


def make_texts(path, n):
    chance = random.Random(n)
    with open(path, encoding='utf-8', newline='') as file:
        words = [words for row in csv.DictReader(file) if len(words := row['text'].split()) > 1]
    texts = []
    for _ in range(n):
        text = []
        while len(text) < 40:
            source = chance.choice(words)
            begin = chance.randrange(len(source))
            text += source[begin:begin + 40 - len(text)]
        texts.append(' '.join(text))
    return texts


def measure_time(program, path, n):
    texts = make_texts(path, n)
    seconds, memory = run_plenum(program, texts, 30)[1:]
    line = f'{n} texts, 30 themes: {seconds:.2f} s, {memory:.0f} MiB'
    if n <= 20000:
        begin = time.monotonic()
        run_peer(texts, TfidfVectorizer(), 30, 10, 1)
        theirs = time.monotonic() - begin
        line += f'; scikit-learn {theirs:.2f} s, ratio {seconds / theirs:.2f}'
    print(line)


if __name__ == '__main__':
    if len(sys.argv) < 4 or sys.argv[2] not in ('agreement', 'time'):
        sys.exit(__doc__)
    missing = [path for path in (sys.argv[3:] if sys.argv[2] == 'agreement' else sys.argv[3:4]) if not pathlib.Path(path).exists()]
    if missing:
        print('skipped: there is no', ', '.join(missing))
        sys.exit(0)
    if sys.argv[2] == 'agreement':
        for argument in sys.argv[3:]:
            measure_agreement(sys.argv[1], argument)
    else:
        for size in sys.argv[4:] or ['10000', '100000']:
            measure_time(sys.argv[1], sys.argv[3], int(size))
