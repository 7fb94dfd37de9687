# SPDX-License-Identifier: GPL-3.0-or-later
"""Elections counted once more, in the plainest way and sharing nothing with the program."""
from fractions import Fraction

FULL = 100000  # a ballot, in the five decimals of SSI 2007/42


def read_blt(path):
    """Number of options, seats, ballots as (number, options), withdrawn options."""
    lines = path.read_text(encoding='utf-8', errors='replace').split('\n')
    n, seats = map(int, lines[0].split())
    withdrawn, ballots, at = set(), [], 1
    while lines[at].startswith('-'):
        withdrawn |= {-int(number) for number in lines[at].split()}
        at += 1
    while lines[at].strip() != '0':
        number, *options = map(int, lines[at].split())
        ballots.append((number, [option for option in options[:-1] if option not in withdrawn]))
        at += 1
    return n, seats, ballots, withdrawn


class Scottish:
    """Rules 45 to 52 of schedule 1, ballot by ballot. A tie that earlier stages do not decide sets open_tie."""

    def __init__(self, n, seats, ballots, withdrawn=()):
        self.seats = seats
        self.papers = [[number, options, FULL] for number, options in ballots if options]
        self.quota = sum(paper[0] for paper in self.papers) // (seats + 1) + 1
        self.left = [option for option in range(1, n + 1) if option not in withdrawn]
        self.piles = {option: [] for option in self.left}
        self.settled, self.elected, self.surplus, self.stages = {}, [], [], []
        self.open_tie = False
        for paper in self.papers:
            self.piles[paper[1][0]].append(paper)

    def votes(self, option):
        if option in self.settled:
            return self.settled[option]
        return Fraction(sum(number * value for number, _, value in self.piles[option]), FULL)

    def pick(self, options, extreme):
        for stage in reversed(self.stages):
            most = extreme(stage[option] for option in options)
            options = [option for option in options if stage[option] == most]
        self.open_tie |= len(options) > 1
        return options[0]

    def move(self, option, worth):
        for paper in self.piles[option]:
            paper[2] = worth(paper[2])
            goal = next((other for other in paper[1] if other in self.left), None)
            if goal:
                self.piles[goal].append(paper)
        self.piles[option] = []

    def transfer(self):
        now = self.stages[-1]
        if self.surplus:
            option = self.pick(self.surplus, max)
            self.surplus.remove(option)
            self.move(option, lambda value: int((now[option] - self.quota) * value / now[option]))
            self.settled[option] = Fraction(self.quota)
        else:
            option = self.pick(self.left, min)
            self.left.remove(option)
            self.move(option, lambda value: value)

    def count(self):
        while True:
            self.stages.append({option: self.votes(option) for option in self.piles})
            now = self.stages[-1]
            for option in sorted((option for option in self.left if now[option] >= self.quota), key=lambda o: -now[o]):
                self.left.remove(option)
                self.elected.append(option)
                if now[option] > self.quota:
                    self.surplus.append(option)
                else:
                    self.settled[option] = Fraction(self.quota)
            if len(self.elected) >= self.seats:
                return self.elected
            if len(self.elected) + len(self.left) <= self.seats:
                return self.elected + sorted(self.left, key=lambda o: -now[o])
            self.transfer()
