#!/usr/bin/env python3
"""Real rules: made-up wards, home care and a hospital, planned with the whole Danish pack of rules.

    roster_wards.py LEON OUT.jsonl [SECONDS ...]

For each period: a roster after each budget (one process, one thread), its processor time, and what the independent
check says of it. See PROTOCOL.md.
"""

import json
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PERIODS = [
    ("ward", ["--kind", "ward"], [1, 2, 3]),
    ("home care", ["--kind", "home-care"], [1]),
    ("hospital of 400", ["--people", "400", "--units", "12", "--weeks", "4"], [1]),
]


def run(leon, *words):
    """Standard output, seconds on the clock and of the processor; rules broken end a command with 1."""
    before, since = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    done = subprocess.run([leon, *words, "--lang", "en"], capture_output=True, text=True)
    if done.returncode not in (0, 1):
        sys.exit(f"{words}: {done.stderr}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return done.stdout, round(time.monotonic() - since, 3), round(after.ru_utime - before.ru_utime, 3)


def figures(printed):
    """The goals of a checked roster, by their names."""
    goals = re.findall(r"^ +– ([A-Z][^:]+): ([\d,.]+)$", printed, re.MULTILINE)
    kept = re.search(r"^([\d,]+) of ([\d,]+) wishes", printed, re.MULTILINE)
    return {
        "stands": "The roster keeps every rule." in printed,
        "wishes": [int(it.replace(",", "")) for it in kept.groups()] if kept else None,
        **{name: float(value.replace(",", "")) for name, value in goals},
    }


def main():
    leon, out, budgets = sys.argv[1], Path(sys.argv[2]), sys.argv[3:] or ["5", "60"]
    with tempfile.TemporaryDirectory() as folder, out.open("w") as lines:
        for name, options, seeds in PERIODS:
            for seed in seeds:
                period, roster = f"{folder}/period.json", f"{folder}/roster.json"
                run(leon, "generate", "roster", *options, "--seed", str(seed), "--out", period)
                for seconds in budgets:
                    words = ["roster", "plan", period, "--seconds", seconds, "--seed", "1", "--out", roster]
                    _, clock, processor = run(leon, *words)
                    checked, *_ = run(leon, "roster", "check", period, roster)
                    line = {"period": name, "seed": seed, "seconds": float(seconds), "clock": clock,
                            "processor": processor, **figures(checked)}
                    lines.write(json.dumps(line) + "\n")
                    lines.flush()
                    print(line)


if __name__ == "__main__":
    main()
