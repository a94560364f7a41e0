"""Runs the functions of a script whose names start with `test_` and counts them.

A failed assert (or any exception) fails that one test; raising Skipped says why it cannot run
here. The last line is `N passed, N failed`, which scripts/test adds up.
"""

import sys
import time
import traceback


class Skipped(Exception):
    pass


def sentence(function):
    return function.__name__.removeprefix("test_").replace("_", " ")


def closing_line(passed, failed):
    print(f"{passed} passed, {failed} failed", flush=True)
    return 1 if failed else 0


def run_tests(names, wanted=()):
    """Runs the tests among `names` (a script's globals()); with `wanted`, those that hold a word of it."""
    passed = failed = 0
    for name, test in list(names.items()):
        if not name.startswith("test_") or not callable(test):
            continue
        if wanted and not any(word in sentence(test) for word in wanted):
            continue
        start = time.monotonic()
        try:
            test()
        except Skipped as reason:
            print(f"skipped: {sentence(test)}: {reason}", flush=True)
            continue
        except AssertionError as error:
            failed += 1
            print(f"FAILED: {sentence(test)}\n{error}", flush=True)
        except Exception:
            failed += 1
            print(f"FAILED: {sentence(test)}\n{traceback.format_exc()}", flush=True)
        else:
            passed += 1
            print(f"ok: {sentence(test)} ({time.monotonic() - start:.1f} s)", flush=True)
    return closing_line(passed, failed)


def main(names):
    sys.exit(run_tests(names, sys.argv[1:]))
