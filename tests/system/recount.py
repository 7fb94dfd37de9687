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


def read_pb(path):
    """Budget, costs by project, how often each vote (project to points) was cast, what was selected."""
    sections, section = {}, None
    for line in path.read_text(encoding='utf-8').split('\n'):
        if line in ('META', 'PROJECTS', 'VOTES'):
            section = sections.setdefault(line, [])
        elif line:
            section.append(line.split(';'))
    meta = {row[0]: row[1] for row in sections['META']}
    head, *rows = sections['PROJECTS']
    projects = [dict(zip(head, row)) for row in rows]
    head, *rows = sections['VOTES']
    votes = {}
    for row in rows:
        row = dict(zip(head, row))
        projects_named = row['vote'].split(',')
        points = row['points'].split(',') if meta['vote_type'] == 'cumulative' else ['1'] * len(projects_named)
        vote = tuple(sorted((project, int(point)) for project, point in zip(projects_named, points)))
        votes[vote] = votes.get(vote, 0) + 1
    return (Fraction(meta['budget']), {project['project_id']: Fraction(project['cost']) for project in projects}, votes,
            {project['project_id'] for project in projects if project.get('selected') in ('1', '2')})


def read_projects(path):
    """Each project and what the file says of its funding: 0, 1, or 2 at a later stage."""
    lines = path.read_text(encoding='utf-8').split('\n')
    head, *rows = (line.split(';') for line in lines[lines.index('PROJECTS') + 1:lines.index('VOTES')])
    return [(row[head.index('project_id')], row[head.index('selected')]) for row in rows]


def read_published(path):
    """The points and the people of each project, as the city published them, and the points that
    everybody had; nothing where people only chose."""
    lines = path.read_text(encoding='utf-8').split('\n')
    meta = dict(line.split(';', 1) for line in lines[1:lines.index('PROJECTS')])
    head, *rows = (line.split(';') for line in lines[lines.index('PROJECTS') + 1:lines.index('VOTES')])
    if meta['vote_type'] != 'cumulative':
        return {}, 0
    return ({row[head.index('project_id')]: (int(row[head.index('score')]), int(row[head.index('votes')])) for row in rows},
            int(meta['max_sum_points']))


def greedy(budget, costs, votes, funded=()):
    """The most votes (or points) first, in the order of the list where equal, while it fits."""
    score = {project: sum(dict(vote).get(project, 0) * number for vote, number in votes.items()) for project in costs}
    funded = list(funded)
    for project in sorted(costs, key=lambda project: -score[project]):
        if project not in funded and score[project] and sum(map(costs.get, funded)) + costs[project] <= budget:
            funded.append(project)
    return funded


def price(project, cost, supporters, money):
    """Rich pay in proportion to points, the others what they have: tried from the poorest on."""
    supporters = sorted(supporters, key=lambda voter: money[voter[0]] / voter[2])
    left = cost
    points = sum(number * point for _, number, point in supporters)
    for vote, number, point in supporters:
        if left <= points * (money[vote] / point):
            return left / points
        left -= number * money[vote]
        points -= number * point
    return None


def equal_shares(costs, votes, share, by_cost=True):
    """Purchases of the method of equal shares with a given share of each voter."""
    money = {vote: Fraction(share) for vote in votes}
    supporters = {project: [(vote, number, dict(vote)[project]) for vote, number in votes.items() if dict(vote).get(project)]
                  for project in costs}
    bought = []
    while True:
        best = None
        for project, cost in costs.items():
            if project in bought or not supporters[project]:
                continue
            payment = price(project, cost, supporters[project], money)
            worth = None if payment is None else payment / cost if by_cost else payment
            if worth is not None and (best is None or worth < best[0]):
                best = worth, payment, project
        if best is None:
            return bought
        for vote, _, point in supporters[best[2]]:
            money[vote] -= min(money[vote], best[1] * point)
        bought.append(best[2])


def equal_shares_add1(budget, costs, votes, by_cost=True):
    """The share raised by one until one more would overspend."""
    share = budget / sum(votes.values())
    bought = equal_shares(costs, votes, share, by_cost)
    supported = {project for vote in votes for project, point in vote if point}
    while len(bought) < len(supported):
        share += 1
        more = equal_shares(costs, votes, share, by_cost)
        if sum(map(costs.get, more)) > budget:
            break
        bought = more
    return bought
