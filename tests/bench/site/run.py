#!/usr/bin/env python3
"""Times whole builds of a project with all four models, several programs in turn, and prints ratios.
usage: run.py PROGRAM [PROGRAM...]     the first one is what the others are compared with"""

import pathlib
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROUNDS = 15
ROOT = pathlib.Path(__file__).resolve().parents[3]
MODELS = ["ecommerce-ai", "ai-automation", "ai-customer-experience", "ecommerce"]


def project_in(folder):
    """The example project, but with every model that comes with the program."""
    project = folder / "project"
    shutil.copytree(ROOT / "site", project, ignore=shutil.ignore_patterns("public", ".stagecraft"))
    settings = project / "site.yaml"
    text, found = re.subn(r"^models: .*$", f"models: [{', '.join(MODELS)}]", settings.read_text(), flags=re.M)
    assert found == 1, "site/site.yaml names its models in another way"
    settings.write_text(text)
    return project


def build(program, project, output):
    """Of one build into a new folder: CPU and wall milliseconds, and the last line that it printed."""
    shutil.rmtree(output, ignore_errors=True)
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    run = subprocess.run([program, "build", project, "-o", output], capture_output=True, text=True, check=True)
    elapsed, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = (after.ru_utime - before.ru_utime) + (after.ru_stime - before.ru_stime)
    return cpu * 1000, elapsed * 1000, run.stdout.splitlines()[0]


def main():
    programs = [pathlib.Path(word).resolve() for word in sys.argv[1:]]
    if not programs:
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as folder:
        project = project_in(pathlib.Path(folder))
        runs = {program: [] for program in programs}
        for _ in range(ROUNDS):
            for program in programs:  # in turn, so that a busy machine is unfair to all of them
                runs[program].append(build(program, project, pathlib.Path(folder) / "public"))
    medians = {program: [statistics.median(run[what] for run in runs[program]) for what in (0, 1)]
               for program in programs}
    for program in programs:
        (cpu, wall), first = medians[program], medians[programs[0]]
        print(f"{cpu:7.1f} ms CPU {cpu / first[0]:5.2f} x {wall:7.1f} ms wall {wall / first[1]:5.2f} x  {program}")
        print(f"{'':8}{runs[program][-1][2]}")


if __name__ == "__main__":
    main()
