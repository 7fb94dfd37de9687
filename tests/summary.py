#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Count what test runs said: summary.py PHASES_THAT_FAILED LOGS…

Each subtest of a TAP test counts as one, as does each test that has none. So does
each phase that failed other than by its tests (a build, a crash of the runner), so
that a red run never looks green."""
import itertools
import json
import pathlib
import sys
import xml.etree.ElementTree as ElementTree

# Lines that are shown of why a part of a test failed, and of what a sanitizer said.
REASONS = 30
TRACE = 40


def count(folder):
    """Passed, failed and skipped of one run; nothing of a run that did not happen."""
    passed = failed = skipped = 0
    junit = folder / 'testlog.junit.xml'
    if junit.is_file():
        for case in ElementTree.parse(junit).getroot().iter('testcase'):
            if case.find('failure') is not None or case.find('error') is not None:
                failed += 1
            elif case.find('skipped') is not None:
                skipped += 1
            else:
                passed += 1
    log = folder / 'testlog.json'
    if log.is_file():
        results = [json.loads(line)['result'] for line in log.read_text(encoding='utf-8').splitlines() if line]
        # A program that died, ran out of time or broke its plan may have no failed subtest.
        failed = max(failed, sum(result not in ('OK', 'SKIP', 'EXPECTEDFAIL') for result in results))
    return passed, failed, skipped


def explain(folder):
    """What the tests that failed said of it, as far as a person can take it in at once."""
    log = folder / 'testlog.json'
    for line in log.read_text(encoding='utf-8').splitlines() if log.is_file() else ():
        test = json.loads(line)
        if test['result'] in ('OK', 'SKIP', 'EXPECTEDFAIL'):
            continue
        print(f'{test["name"]}: {test["result"]}')
        said = test.get('stdout', '').splitlines()
        for number, text in enumerate(said):
            if text.startswith(('not ok', 'Bail out!')):
                reasons = itertools.takewhile(lambda reason: reason.startswith('#'), said[number + 1:])
                for reason in (text, *itertools.islice(reasons, REASONS)):
                    print(f'  {reason}')
        said = test.get('stderr', '').splitlines()
        first = next((number for number, text in enumerate(said) if 'ERROR' in text), len(said))
        for text in said[first:first + TRACE]:
            print(f'  {text}')


def main():
    phases = sys.argv[1].splitlines()
    for name in sys.argv[2:]:
        explain(pathlib.Path(name))
    passed, failed, skipped = (sum(column) for column in zip(*(count(pathlib.Path(name)) for name in sys.argv[2:])))
    builds = [phase for phase in phases if not phase.startswith('Tests')]
    failed += len(builds)
    if phases and not failed:
        failed = len(phases)
    if not passed and not failed:
        failed = 1
    print(f'{passed} passed, {failed} failed, {skipped} skipped')
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main()
