# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checks of the repository share: the root, and TAP on standard output."""
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]

_results = []


def check(name, problems):
    """Report one test: it passes when there are no problems, and says all there are."""
    problems = list(problems)
    _results.append(not problems)
    print('ok' if not problems else 'not ok', len(_results), name, flush=True)
    for problem in problems:
        print('#', problem, flush=True)


def finish():
    """Close the TAP stream and leave with what it says."""
    print(f'1..{len(_results)}', flush=True)
    sys.exit(0 if _results and all(_results) else 1)


def skip_all(reason):
    print(f'1..0 # SKIP {reason}', flush=True)
    sys.exit(0)


def tracked_files():
    """The files git knows, relative to the root; without git, all but hidden and build folders."""
    listing = subprocess.run(['git', '-c', f'safe.directory={ROOT}', 'ls-files', '-z'], cwd=ROOT, capture_output=True)
    if listing.returncode == 0:
        names = listing.stdout.decode().split('\0')
        return [name for name in names if name and (ROOT / name).exists()]
    return sorted(str(path.relative_to(ROOT)) for path in ROOT.rglob('*')
                  if path.is_file() and not path.relative_to(ROOT).parts[0].startswith(('.build', 'build', '.git')))
