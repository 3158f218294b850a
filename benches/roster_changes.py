#!/usr/bin/env python3
"""How long a planner waits: repair, recommend and explain on a made-up ward with the whole Danish pack of rules.

    roster_changes.py LEON OUT.jsonl

A ward of 40 people over 16 weeks is planned for ten seconds. Then somebody falls ill for three days, a duty needs
somebody else, and a shift that is short is explained: one process each, files read, processor time. See PROTOCOL.md.
"""

import json
import sys
import tempfile
from pathlib import Path

from roster_wards import run

SEEDS = [1, 2, 3]
TIMES = 5


def best(leon, *words):
    """The least processor time of some runs."""
    return min(run(leon, *words)[2] for _ in range(TIMES))


def main():
    leon, out = sys.argv[1], Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder, out.open("w") as lines:
        for seed in SEEDS:
            period, roster = f"{folder}/period.json", f"{folder}/roster.json"
            run(leon, "generate", "roster", "--kind", "ward", "--seed", str(seed), "--out", period)
            run(leon, "roster", "plan", period, "--seconds", "10", "--seed", "1", "--out", roster)
            planned = json.loads(Path(roster).read_text())
            dates = sorted({it["date"] for it in planned["assignments"]})
            ill, told = dates[45:48], ["--told", f"{dates[43]}T12:00"]
            person = next(it["person"] for it in planned["assignments"] if it["date"] == ill[0])
            absent = ["--absent", person, ill[0], ill[-1]]
            line = {
                "seed": seed,
                "check": best(leon, "roster", "check", period, roster),
                "repair": best(leon, "roster", "repair", period, roster, *told, *absent, "--iterations", "50000"),
                "recommend": best(leon, "roster", "recommend", period, roster, *told, "--person", person, "--date", ill[0]),
            }
            for short in planned.get("uncovered", [])[:1]:
                row = f"--uncovered={short['cover']}@{short['date']}"
                line["explain"] = best(leon, "roster", "explain", period, roster, row)
            lines.write(json.dumps(line) + "\n")
            lines.flush()
            print(line)


if __name__ == "__main__":
    main()
