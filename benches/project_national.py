"""What a projection of the nation costs: whole processes of `leon project`, with more and more draws and places.

    python3 benches/project_national.py LEON RESULTS.jsonl [--draws 0 25 50 100 200]

Each line has seconds on the clock and of processor, and the most memory held. Places grow with the first number of draws
above 0, and the folders that 1 and 2 threads write with it are compared.
"""

import argparse
import csv
import filecmp
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

MUNICIPALITIES = [1, 7, 25, 49, 98]
ROOT = Path(__file__).resolve().parent.parent
NATION = ROOT / "cases/denmark"


def first_municipalities(count, folder):
    """The national case with the hours of its first municipalities only, as the protocol's parts for the match."""
    shutil.copytree(NATION, folder, ignore=shutil.ignore_patterns("inputs", "measures", "scenarios"))
    with open(NATION / "places.csv", newline="") as lines:
        places = [it["id"] for it in csv.DictReader(lines) if it["kind"] == "municipality"]
    if count == len(places):
        return
    kept = set(places[:count])
    for table in ["needs", "capacity", "extra_hours"]:
        with open(NATION / f"{table}.csv", newline="") as lines:
            rows = csv.DictReader(lines)
            wanted = [it for it in rows if it["place"] in kept]
        with open(folder / f"{table}.csv", "w", newline="") as lines:
            out = csv.DictWriter(lines, rows.fieldnames, lineterminator="\n")
            out.writeheader()
            out.writerows(wanted)


def run(leon, case, draws, threads, out):
    begun = time.perf_counter()
    arguments = [leon, "project", case, "--draws", str(draws), "--threads", str(threads), "--out", out]
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"leon project failed: {status}")
    return {
        "draws": draws,
        "threads": threads,
        "seconds": round(time.perf_counter() - begun, 2),
        "processor_s": round(usage.ru_utime + usage.ru_stime, 2),
        "memory_mib": round(usage.ru_maxrss / 1024),
    }


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("leon")
    parser.add_argument("results")
    parser.add_argument("--draws", type=int, nargs="+", default=[0, 25, 50, 100, 200])
    asked = parser.parse_args()
    some = next(it for it in asked.draws if it > 0)
    with open(asked.results, "w") as lines, tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)

        def keep(line):
            text = json.dumps(line)
            print(text, flush=True)
            print(text, file=lines, flush=True)

        commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True)
        keep({"commit": commit.stdout.strip(), "cores": os.cpu_count(), "load": os.getloadavg()[0]})
        for draws in asked.draws:
            keep({"what": "nation"} | run(asked.leon, NATION, draws, 2, folder / f"two-{draws}"))
        keep({"what": "nation"} | run(asked.leon, NATION, some, 1, folder / "one"))
        one, two = folder / "one", folder / f"two-{some}"
        names = sorted(it.name for it in one.iterdir())
        same = filecmp.cmpfiles(one, two, names, shallow=False)[0]
        keep({"what": "files", "files": len(names), "same_on_1_and_2_threads": len(same)})
        for count in MUNICIPALITIES:
            case = folder / f"case-{count}"
            first_municipalities(count, case)
            keep({"what": "places", "municipalities": count} | run(asked.leon, case, some, 1, folder / f"places-{count}"))


main()
