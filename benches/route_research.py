"""Measures `leon route plan` on public research instances, under the protocol in PROTOCOL.md.

    route_research.py hhcrsp INSTANCES LEON OUT.jsonl [--seconds S]... [--seeds N] [--first-seed N] [--only TEXT]
    route_research.py vrptw  INSTANCES LEON OUT.jsonl [--seconds S]... [--seeds N] [--first-seed N] [--only TEXT] [--python PYTHON]

INSTANCES is a folder with the instances, best known values and independent checkers, laid out as
`hhcrsp/instances/*/*.json`, `hhcrsp/best_known.csv`, `check_hhcrsp.py`, `vrptw/*.vrp`, `vrptw/bks.csv`,
`check_vrptw.py`. Every answer is read by the independent checker; the line holds the checker's cost, not Leon's.
"""
import argparse
import csv
import json
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time


def timed(command):
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True)
    return done, round(time.perf_counter() - start, 2)


def leon(args, kind, instance, seconds, seed, out):
    command = [args.leon, "route", "plan", "--format", kind, instance, "--seconds", seconds, "--seed", seed]
    done, wall = timed([str(word) for word in command + ["--threads", 1, "--out", out, "--lang", "en"]])
    if done.returncode:
        raise SystemExit(f"leon on {instance}: {done.stderr}")
    return wall


def cost_by_checker(words, pattern):
    done, _ = timed([sys.executable] + [str(word) for word in words])
    found = re.search(pattern, done.stdout)
    if done.returncode or not found:
        raise SystemExit(f"the checker refuses {words}: {done.stdout}{done.stderr}")
    return float(found.group(1))


def hhcrsp(args, keep):
    root = args.instances / "hhcrsp"
    best = {row["instance"]: row for row in csv.DictReader(open(root / "best_known.csv"))}
    for path in sorted((root / "instances").glob("*/*.json")):
        if args.only and not re.search(args.only, path.stem):
            continue
        row = best[path.stem]
        for seconds in args.seconds:
            for seed in range(args.first_seed, args.first_seed + args.seeds):
                with tempfile.NamedTemporaryFile(suffix=".json") as out:
                    wall = leon(args, "hhcrsp", path, seconds, seed, out.name)
                    words = [args.instances / "check_hhcrsp.py", path, out.name, "--json"]
                    cost = cost_by_checker(words, r'"cost": ([0-9.]+)')
                known, least = float(row["best_known"]), float(row["reference"])
                brkga = float(row["brkga_mean_of_15"]) if row["brkga_mean_of_15"] else None
                keep({"set": row["set"], "instance": path.stem, "patients": int(row["patients"]), "who": "leon",
                      "seconds": seconds, "seed": seed, "wall_s": wall, "cost": cost,
                      "gap_to_best_known": cost / known - 1, "gap_to_reference": cost / least - 1,
                      "worse_than_brkga_mean": bool(brkga and cost > brkga + 0.005)})


def vrptw(args, keep):
    root = args.instances / "vrptw"
    best = {row["instance"]: float(row["best_known"]) for row in csv.DictReader(open(root / "bks.csv"))}
    for path in sorted(root.glob("*.vrp")):
        if args.only and not re.search(args.only, path.stem):
            continue
        for seconds in args.seconds:
            for seed in range(args.first_seed, args.first_seed + args.seeds):
                for who in ("leon", "pyvrp"):
                    with tempfile.NamedTemporaryFile(suffix=".sol") as out:
                        if who == "leon":
                            wall = leon(args, "vrplib", path, seconds, seed, out.name)
                        else:
                            script = pathlib.Path(__file__).parent / "reference/vrptw_pyvrp.py"
                            words = [args.python, script, path, seconds, seed, out.name]
                            done, wall = timed([str(word) for word in words])
                            if done.returncode:
                                raise SystemExit(f"pyvrp on {path}: {done.stderr}")
                        words = [args.instances / "check_vrptw.py", path, out.name, "--bks", best[path.stem]]
                        cost = cost_by_checker(words, r"cost: ([0-9.]+)")
                    keep({"set": "gehring-homberger", "instance": path.stem, "who": who, "seconds": seconds,
                          "seed": seed, "wall_s": wall, "cost": cost, "gap_to_best_known": cost / best[path.stem] - 1})


def summary(lines):
    groups = {}
    for line in lines:
        key = (line["who"], line["seconds"], line.get("set", ""), line.get("patients", ""))
        groups.setdefault(key, []).append(line)
    for key, group in sorted(groups.items(), key=str):
        gaps = [100 * line["gap_to_best_known"] for line in group]
        print(*key, f"n={len(gaps)} mean gap {statistics.mean(gaps):+.2f} % worst {max(gaps):+.2f} %",
              f"worse than BRKGA's mean: {sum(line.get('worse_than_brkga_mean', False) for line in group)}")


def machine():
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True).stdout.strip()
    with open("/proc/cpuinfo") as file:
        cpu = next((line.split(":")[1].strip() for line in file if line.startswith("model name")), None)
    return {"commit": commit, "cores": os.cpu_count(), "cpu": cpu, "load": os.getloadavg()[0]}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["hhcrsp", "vrptw"])
    parser.add_argument("instances", type=pathlib.Path)
    parser.add_argument("leon")
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--seconds", type=float, action="append")
    parser.add_argument("--seeds", type=int, default=1)
    parser.add_argument("--first-seed", type=int, default=1)
    parser.add_argument("--only")
    parser.add_argument("--python", default=sys.executable)
    args = parser.parse_args()
    args.seconds = args.seconds or [60.0]
    lines = []
    with open(args.out, "a") as raw:
        print(json.dumps(machine()), file=raw)
        def keep(line):
            lines.append(line)
            print(json.dumps(line), file=raw, flush=True)
            print(f"{line['who']:6} {line['instance']:28} {line['seconds']:5} s seed {line['seed']} "
                  f"{line['cost']:12.3f} {100 * line['gap_to_best_known']:+.2f} %", flush=True)
        {"hhcrsp": hhcrsp, "vrptw": vrptw}[args.what](args, keep)
    summary(lines)


main()
