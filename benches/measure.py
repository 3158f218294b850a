"""What a measure of a sample of ten municipalities costs: whole processes of `leon measure`, one for each measure.

    python3 benches/measure.py LEON RESULTS.jsonl [--days N] [--visits N] [--iterations N] [--only PART]

Each line has seconds on the clock and of processor on two threads, and the most memory held, for days and rounds as
`leon measure` has them unless said otherwise; what is found, and what becomes of the promise. Then the measure runs twice more on small days,
on one thread and on two, and the files are compared byte by byte.
"""

import argparse
import csv
import filecmp
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CASE = ROOT / "cases/denmark"

# København, Gentofte, Odense, Aalborg, Aarhus, Haderslev, Lolland, Ringkøbing-Skjern, Bornholm and Samsø.
MUNICIPALITIES = ["101", "157", "461", "851", "751", "510", "360", "760", "400", "741"]
# Exit code where what was asked has no answer, as where a roster with the measure breaks more rules than without.
NO_ANSWER = 4
SMALL = ["--days", "2", "--visits", "20", "--iterations", "1000"]


def run(leon, measure, options, threads, out):
    """Measures, and gives what it cost."""
    begun = time.perf_counter()
    arguments = [leon, "measure", CASE, "--measure", measure, "--threads", str(threads), "--out", out, *options]
    for municipality in MUNICIPALITIES:
        arguments += ["--municipality", municipality]
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    answered = os.waitstatus_to_exitcode(status) != NO_ANSWER
    if status and answered:
        sys.exit(f"leon measure {measure} failed: {status}\n{errors.decode()}")
    return {
        "answered": answered,
        "seconds": round(time.perf_counter() - begun, 1),
        "processor_s": round(usage.ru_utime + usage.ru_stime, 1),
        "memory_mib": round(usage.ru_maxrss / 1024),
    }


def items(out):
    with open(out / "run.csv", encoding="utf-8", newline="") as rows:
        return {row["item"]: row["value"] for row in csv.DictReader(rows)}


def same(one, two):
    """How many files there are, and how many of them are alike."""
    names = sorted(it.name for it in one.iterdir())
    return len(names), len(filecmp.cmpfiles(one, two, names, shallow=False)[0])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("leon")
    parser.add_argument("results")
    for name in ["days", "visits", "iterations"]:
        parser.add_argument(f"--{name}")
    parser.add_argument("--only", default="", help="measures whose id holds this")
    asked = parser.parse_args()
    options = []
    for name in ["days", "visits", "iterations"]:
        if value := getattr(asked, name):
            options += [f"--{name}", value]
    with open(asked.results, "w", encoding="utf-8") as lines, tempfile.TemporaryDirectory() as folder:

        def keep(line):
            text = json.dumps(line)
            print(text, flush=True)
            print(text, file=lines, flush=True)

        commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True)
        head = {"commit": commit.stdout.strip(), "cores": os.cpu_count(), "load": os.getloadavg()[0]}
        keep({**head, "municipalities": len(MUNICIPALITIES), "options": options})
        for file in sorted((CASE / "measures").glob("*.toml")):
            measure = file.stem
            if asked.only not in measure:
                continue
            out, one, two = (Path(folder) / f"{measure}-{name}" for name in ["out", "one", "two"])
            cost = run(asked.leon, measure, options, 2, out)
            if not cost["answered"]:
                keep({"measure": measure, **cost})
                continue
            run(asked.leon, measure, SMALL, 1, one)
            run(asked.leon, measure, SMALL, 2, two)
            files, alike = same(one, two)
            found = items(out)
            keep(
                {
                    "measure": measure,
                    **cost,
                    "finding": found["finding"],
                    "verdict": found["verdict"],
                    "files": files,
                    "same_on_1_and_2_threads": alike,
                }
            )


main()
