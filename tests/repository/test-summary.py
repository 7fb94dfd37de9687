#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The last line of tests/run counts right, above all where something went wrong."""
import pathlib
import subprocess
import sys
import tempfile

from checks import ROOT, check, finish

CASE = '<testcase name="a"/>'
FAILED = '<testcase name="b"><failure/></testcase>'
SKIPPED = '<testcase name="c"><skipped/></testcase>'


def summary(phases, cases, results):
    with tempfile.TemporaryDirectory() as folder:
        if cases is not None:
            (pathlib.Path(folder) / 'testlog.junit.xml').write_text(
                f'<testsuites><testsuite>{"".join(cases)}</testsuite></testsuites>')
            (pathlib.Path(folder) / 'testlog.json').write_text(
                ''.join(f'{{"name": "t", "result": "{result}"}}\n' for result in results))
        run = subprocess.run([sys.executable, ROOT / 'tests' / 'summary.py', phases, folder, folder + '/none'],
                             capture_output=True, text=True)
        return run.stdout.strip(), run.returncode


def main():
    for name, arguments, line, status in [
            ('all is well', ('', [CASE, CASE, SKIPPED], ['OK', 'SKIP']), '2 passed, 0 failed, 1 skipped', 0),
            ('a subtest failed', ('Tests\n', [CASE, FAILED], ['FAIL']), '1 passed, 1 failed, 0 skipped', 1),
            ('a program died after its subtests', ('Tests\n', [CASE], ['ERROR']), '1 passed, 1 failed, 0 skipped', 1),
            ('a program ran out of time', ('Tests\n', [CASE], ['TIMEOUT']), '1 passed, 1 failed, 0 skipped', 1),
            ('a build failed, the tests did not', ('Build\n', [CASE], ['OK']), '1 passed, 1 failed, 0 skipped', 1),
            ('the runner failed', ('Tests\n', [CASE], ['OK']), '1 passed, 1 failed, 0 skipped', 1),
            ('nothing ran', ('', None, []), '0 passed, 1 failed, 0 skipped', 1)]:
        found = summary(*arguments)
        check(name, [] if found == (line, status) else [f'found {found}'])
    finish()


if __name__ == '__main__':
    main()
