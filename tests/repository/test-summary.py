#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The last line of tests/run counts right, above all where something went wrong, and
what stands above it says why."""
import json
import pathlib
import subprocess
import sys
import tempfile

from checks import ROOT, check, finish

CASE = '<testcase name="a"/>'
FAILED = '<testcase name="b"><failure/></testcase>'
SKIPPED = '<testcase name="c"><skipped/></testcase>'


def summary(phases, cases, results, **said):
    with tempfile.TemporaryDirectory() as folder:
        if cases is not None:
            (pathlib.Path(folder) / 'testlog.junit.xml').write_text(
                f'<testsuites><testsuite>{"".join(cases)}</testsuite></testsuites>')
            (pathlib.Path(folder) / 'testlog.json').write_text(
                ''.join(json.dumps({'name': 't', 'result': result, **said}) + '\n' for result in results))
        run = subprocess.run([sys.executable, ROOT / 'tests' / 'summary.py', phases, folder, folder + '/none'],
                             capture_output=True, text=True)
        return run.stdout.splitlines(), run.returncode


def check_reasons():
    lines, _ = summary('Tests\n', [FAILED], ['OK', 'FAIL'], stdout='ok 1 a\nnot ok 2 b\n# is 3, not 4\nok 3 c\n# all is well\n',
                       stderr='noise\nERROR: leaked\n  in main\n')
    expected = ['t: FAIL', '  not ok 2 b', '  # is 3, not 4', '  ERROR: leaked', '    in main']
    check('it says why', [] if lines[:-1] == expected else [f'found {lines}'])


def main():
    for name, arguments, line, status in [
            ('all is well', ('', [CASE, CASE, SKIPPED], ['OK', 'SKIP']), '2 passed, 0 failed, 1 skipped', 0),
            ('a subtest failed', ('Tests\n', [CASE, FAILED], ['FAIL']), '1 passed, 1 failed, 0 skipped', 1),
            ('a program died after its subtests', ('Tests\n', [CASE], ['ERROR']), '1 passed, 1 failed, 0 skipped', 1),
            ('a program ran out of time', ('Tests\n', [CASE], ['TIMEOUT']), '1 passed, 1 failed, 0 skipped', 1),
            ('a build failed, the tests did not', ('Build\n', [CASE], ['OK']), '1 passed, 1 failed, 0 skipped', 1),
            ('the runner failed', ('Tests\n', [CASE], ['OK']), '1 passed, 1 failed, 0 skipped', 1),
            ('nothing ran', ('', None, []), '0 passed, 1 failed, 0 skipped', 1)]:
        lines, left = summary(*arguments)
        check(name, [] if (lines[-1:], left) == ([line], status) else [f'found {lines}, {left}'])
    check_reasons()
    finish()


if __name__ == '__main__':
    main()
