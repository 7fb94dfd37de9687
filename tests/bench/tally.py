#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long large elections take to count.

A million ranked ballots of 50 options, twice: ballots as people cast them (few options each, of
some 200 opinions, so that many are equal), and all 50 options in a random order each (so that all
are different). Beside it awk, which only counts equal lines. And a budget of 160 projects and
90,000 voters by equal shares, beside the same count in Python's fractions, which groups equal
ballots. In turn, several rounds, medians; what was bought is compared.

    tests/bench/tally.py PLENUM_CLI [ROUNDS]
"""
import collections
import fractions
import json
import os
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile
import time

OPTIONS, BALLOTS = 50, 1_000_000
METHODS = {'schulze': [], 'irv': [], 'stv': ['--seats', '5'], 'ranked-pairs': []}
PROJECTS, VOTERS, BUDGET = 160, 90_000, 4_000_000


def measured(command):
    """Seconds, MiB that were resident at most, and what it printed."""
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=output)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            sys.exit(f'{command[0]} failed')
        output.seek(0)
        return seconds, usage.ru_maxrss / 1024, output.read()


def write_election(path, rankings):
    with open(path, 'w', encoding='utf-8') as file:
        file.write(f'# FILE NAME: {path.name}\n# TITLE: Generated\n# DATA TYPE: {path.suffix[1:]}\n'
                   f'# NUMBER ALTERNATIVES: {OPTIONS}\n# NUMBER VOTERS: {BALLOTS}\n# NUMBER UNIQUE ORDERS: {BALLOTS}\n')
        file.writelines(f'# ALTERNATIVE NAME {i}: Option {i}\n' for i in range(1, OPTIONS + 1))
        file.writelines(f'1: {",".join(map(str, ranking))}\n' for ranking in rankings)


def opinions(chance):
    """Few options each, neighbours sometimes the other way round."""
    liked = [chance.paretovariate(1.2) for _ in range(OPTIONS)]
    orders = [sorted(range(1, OPTIONS + 1), key=lambda i: -chance.random() ** (1 / liked[i - 1])) for _ in range(200)]
    for _ in range(BALLOTS):
        ranking = chance.choice(orders)[:min(OPTIONS, 1 + int(chance.expovariate(1 / 6)))]
        if len(ranking) > 1 and chance.random() < 0.5:
            i = chance.randrange(len(ranking) - 1)
            ranking[i:i + 2] = ranking[i:i + 2][::-1]
        yield ranking


def shuffled(chance):
    options = list(range(1, OPTIONS + 1))
    for _ in range(BALLOTS):
        chance.shuffle(options)
        yield options


def make_budget(chance):
    """Each votes for up to ten projects of one of 20 districts, the known ones more often."""
    costs = [chance.randint(2, 60) * 5000 for _ in range(PROJECTS)]
    known = [chance.paretovariate(1.1) for _ in range(PROJECTS)]
    votes = []
    for _ in range(VOTERS):
        district = chance.randrange(20)
        near = [p for p in range(PROJECTS) if p % 20 == district or p % 7 == district % 7]
        votes.append(tuple(sorted(set(chance.choices(near, [known[p] for p in near], k=chance.randint(1, 10))))))
    return costs, votes


def write_budget(path, costs, votes):
    with open(path, 'w', encoding='utf-8') as file:
        file.write(f'META\nkey;value\ndescription;Generated\nnum_projects;{PROJECTS}\nnum_votes;{VOTERS}\n'
                   f'budget;{BUDGET}\nvote_type;approval\nrule;greedy\nPROJECTS\nproject_id;cost;name\n')
        file.writelines(f'{p + 1};{cost};Project {p + 1}\n' for p, cost in enumerate(costs))
        file.write('VOTES\nvoter_id;vote\n')
        file.writelines(f'{i};{",".join(str(p + 1) for p in vote)}\n' for i, vote in enumerate(votes, 1))


def read_budget(path):
    costs, groups, section = {}, collections.Counter(), ''
    for line in open(path, encoding='utf-8'):
        cells = line.rstrip('\n').split(';')
        if len(cells) == 1:
            section = cells[0]
        elif section == 'PROJECTS' and cells[0].isdigit():
            costs[cells[0]] = int(cells[1])
        elif section == 'VOTES' and cells[0].isdigit():
            groups[tuple(cells[1].split(','))] += 1
    return costs, groups


def price_of(supporters, left, groups, cost):
    """What each supporter pays, or None if they have too little: those with the least give all."""
    money, voters = fractions.Fraction(cost), sum(groups[g] for g in supporters)
    if sum(left[g] * groups[g] for g in supporters) < money:
        return None
    for g in sorted(supporters, key=left.__getitem__):
        if left[g] * voters >= money:
            return money / voters
        money -= left[g] * groups[g]
        voters -= groups[g]
    return None


def fractions_shares(path):
    """The peer: equal shares, utility = cost, exact, groups of equal ballots; a project whose last
    price is above the best of this round is not looked at, since prices only rise."""
    costs, counter = read_budget(path)
    groups = list(counter.values())
    supporters = collections.defaultdict(list)
    for g, ballot in enumerate(counter):
        for project in ballot:
            supporters[project].append(g)
    left = [fractions.Fraction(BUDGET, VOTERS)] * len(groups)
    last = {p: fractions.Fraction(0) for p in supporters}
    bought = []
    while last:
        best = None
        for project in sorted(last, key=lambda p: (last[p], int(p))):
            if best is not None and last[project] > best[0]:
                break
            payment = price_of(supporters[project], left, groups, costs[project])
            if payment is None:
                del last[project]
                continue
            last[project] = payment / costs[project]
            if best is None or (last[project], int(project)) < best[:2]:
                best = last[project], int(project), payment, project
        if best is None:
            break
        bought.append(best[3])
        del last[best[3]]
        for g in supporters[best[3]]:
            left[g] -= min(left[g], best[2])
    return bought


def report(name, seconds, peer=None, memory=None):
    beside = '' if peer is None else f', ratio {statistics.median(a / b for a, b in zip(seconds, peer)):.3f}'
    most = '' if memory is None else f', {max(memory):.0f} MiB'
    print(f'{name:28} median {statistics.median(seconds):.2f} s ({min(seconds):.2f} to {max(seconds):.2f}){beside}{most}')


def count_rankings(cli, folder, rounds):
    for name, rankings in (('cast.soi', opinions), ('different.soc', shuffled)):
        path = pathlib.Path(folder) / name
        write_election(path, rankings(random.Random(1)))
        awk, ours = [], {method: [] for method in METHODS}
        for _ in range(rounds):
            awk.append(measured(['awk', '{n[$0]++}', path])[:2])
            for method, options in METHODS.items():
                ours[method].append(measured([cli, '--json', 'tally', '--method', method, *options, path])[:2])
        report(f'{name}: awk', [run[0] for run in awk], memory=[run[1] for run in awk])
        for method, runs in ours.items():
            report(f'{name}: {method}', [run[0] for run in runs], memory=[run[1] for run in runs])
            over = statistics.median(run[0] - peer[0] for run, peer in zip(runs, awk))
            print(f'{"":28} {over:+.2f} s beside awk, where 1 s is the bar')


def count_budget(cli, folder, rounds):
    path = pathlib.Path(folder) / 'budget.pb'
    write_budget(path, *make_budget(random.Random(1)))
    times = collections.defaultdict(list)
    for _ in range(rounds):
        start = time.perf_counter()
        theirs = fractions_shares(path)
        times['fractions'].append(time.perf_counter() - start)
        for completion in ('none', 'add1u'):
            seconds, memory, output = measured([cli, '--json', 'tally', '--method', 'equal-shares', '--option',
                                                f'completion={completion}', path])
            times[completion].append(seconds)
            times[completion, 'memory'].append(memory)
            if completion == 'none' and sorted(json.loads(output)['winners']) != sorted(theirs):
                sys.exit('equal-shares and the count in fractions bought different projects')
    report('budget: fractions', times['fractions'])
    for completion in ('none', 'add1u'):
        report(f'budget: {completion}', times[completion], times['fractions'], times[completion, 'memory'])
    print(f'{len(theirs)} projects bought by both')


def main():
    cli = pathlib.Path(sys.argv[1]).resolve()
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    with tempfile.TemporaryDirectory(prefix='plenum-bench-') as folder:
        count_budget(cli, folder, rounds)
        count_rankings(cli, folder, rounds)


if __name__ == '__main__':
    main()
