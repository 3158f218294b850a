"""What a projection of the nation costs: whole processes of `leon project`, with more and more draws.

    python3 benches/project_national.py LEON RESULTS.jsonl

Each line has seconds on the clock and of processor, and the most memory held. The files of 1 and 2 threads are compared.
"""

import filecmp
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

DRAWS = [0, 25, 50, 100, 200]
ROOT = Path(__file__).resolve().parent.parent


def run(leon, draws, threads, out):
    begun = time.perf_counter()
    arguments = [leon, "project", ROOT / "cases/denmark", "--draws", str(draws), "--threads", str(threads), "--out", out]
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


def main(leon, results):
    with open(results, "w") as lines, tempfile.TemporaryDirectory() as folder:

        def keep(line):
            text = json.dumps(line)
            print(text, flush=True)
            print(text, file=lines, flush=True)

        commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True)
        keep({"commit": commit.stdout.strip(), "cores": os.cpu_count(), "load": os.getloadavg()[0]})
        for draws in DRAWS:
            keep(run(leon, draws, 2, Path(folder) / f"two-{draws}"))
        keep(run(leon, DRAWS[1], 1, Path(folder) / "one"))
        one, two = Path(folder) / "one", Path(folder) / f"two-{DRAWS[1]}"
        names = sorted(it.name for it in one.iterdir())
        same = filecmp.cmpfiles(one, two, names, shallow=False)[0]
        keep({"files": len(names), "same_on_1_and_2_threads": len(same)})


main(*sys.argv[1:])
