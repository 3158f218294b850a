"""Measures `leon roster plan` on public research instances, under the protocol in PROTOCOL.md.

    roster_research.py inrc2      INSTANCES LEON OUT.jsonl [--seconds S]... [--seeds N] [--only TEXT] [--python PYTHON]
    roster_research.py shiftsched INSTANCES LEON OUT.jsonl [--seconds S]... [--seeds N] [--only TEXT]

INSTANCES is a folder with the instances, best known values and independent checkers, laid out as `inrc2/<dataset>/`,
`inrc2/best_known.csv`, `check_inrc2.py`, `shiftsched/Instance*.txt`, `shiftsched/best_known.csv`,
`check_shiftsched.py`. Every roster is read by the independent checker; the line holds the checker's cost, not Leon's.
With --python, an interpreter that has OR-Tools, CP-SAT plans each INRC-II instance in turn with Leon. `cpu_s` is the
processor time of the process: on a machine with other work it says more than the clock.
"""
import argparse
import csv
import json
import os
import pathlib
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time


def timed(command):
    start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True)
    cpu = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
    return done, {"wall_s": round(time.perf_counter() - start, 2), "cpu_s": round(cpu, 2)}


def checked(words):
    done, _ = timed([sys.executable] + words)
    found = re.search(r"feasible=(\w+) cost=(\d+)", done.stdout)
    if done.returncode or not found:
        raise SystemExit(f"the checker refuses {words}: {done.stdout}{done.stderr}")
    return int(found.group(2))


def leon(args, kind, words, seconds, seed, out):
    command = [args.leon, "roster", "plan", "--format", kind, *words, "--seconds", seconds, "--seed", seed,
               "--threads", 1, "--out", out, "--lang", "en"]
    done, spent = timed(command)
    if done.returncode:
        raise SystemExit(f"leon on {words}: {done.stderr}")
    return spent


def inrc2(args, keep):
    root = args.instances / "inrc2"
    for row in csv.DictReader(open(root / "best_known.csv")):
        name, nurses = row["instance"], int(row["instance"][1:4])
        # The test data sets have sample rosters, which are no measure.
        if nurses < 30 or (args.only and not re.search(args.only, name)):
            continue
        for seconds in args.seconds:
            for seed in range(1, args.seeds + 1):
                for who in ["leon"] + (["cp-sat"] if args.python else []):
                    with tempfile.TemporaryDirectory() as out:
                        if who == "leon":
                            spent = leon(args, "inrc2", ["--data", root, "--instance", name], seconds, seed, out)
                        else:
                            script = pathlib.Path(__file__).parent / "reference/roster_cpsat.py"
                            done, spent = timed([args.python, script, root, name, seconds, seed, out])
                            if done.returncode:
                                raise SystemExit(f"cp-sat on {name}: {done.stderr}")
                            if not json.loads(done.stdout)["found"]:
                                keep({"set": "inrc2", "instance": name, "size": nurses, "who": who,
                                      "seconds": seconds, "seed": seed, **spent, "cost": None, "gap": None})
                                continue
                        words = [args.instances / "check_inrc2.py", "--data", root, "--instance", name]
                        cost = checked(words + ["--sol-dir", out])
                    keep({"set": "inrc2", "instance": name, "size": nurses, "who": who, "seconds": seconds,
                          "seed": seed, **spent, "cost": cost, "gap": cost / int(row["ub"]) - 1})


def shiftsched(args, keep):
    root = args.instances / "shiftsched"
    for row in csv.DictReader(open(root / "best_known.csv")):
        path = root / f"{row['instance']}.txt"
        if not path.exists() or (args.only and not re.search(args.only, path.stem)):
            continue
        for seconds in args.seconds:
            for seed in range(1, args.seeds + 1):
                with tempfile.TemporaryDirectory() as folder:
                    out = pathlib.Path(folder) / "roster.csv"
                    spent = leon(args, "shiftsched", [path], seconds, seed, out)
                    cost = checked([args.instances / "check_shiftsched.py", path, out])
                keep({"set": "shiftsched", "instance": path.stem, "size": int(row["employees"]), "who": "leon",
                      "seconds": seconds, "seed": seed, **spent, "cost": cost,
                      "gap": cost / int(row["upper_bound"]) - 1})


def summary(lines):
    groups = {}
    for line in lines:
        groups.setdefault((line["set"], line["who"], line["seconds"]), []).append(line)
    for key, group in sorted(groups.items(), key=str):
        gaps = [100 * line["gap"] for line in group if line["gap"] is not None]
        if gaps:
            print(*key, f"n={len(group)} mean gap {statistics.mean(gaps):+.2f} % worst {max(gaps):+.2f} %",
                  f"without a roster {len(group) - len(gaps)}")


def machine():
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True).stdout.strip()
    with open("/proc/cpuinfo") as file:
        cpu = next((line.split(":")[1].strip() for line in file if line.startswith("model name")), None)
    return {"commit": commit, "cores": os.cpu_count(), "cpu": cpu, "load": os.getloadavg()[0]}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["inrc2", "shiftsched"])
    parser.add_argument("instances", type=pathlib.Path)
    parser.add_argument("leon")
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--seconds", type=float, action="append")
    parser.add_argument("--seeds", type=int, default=1)
    parser.add_argument("--only")
    parser.add_argument("--python")
    args = parser.parse_args()
    args.seconds = args.seconds or [60.0]
    lines = []
    with open(args.out, "a") as raw:
        print(json.dumps(machine()), file=raw)
        def keep(line):
            lines.append(line)
            print(json.dumps(line), file=raw, flush=True)
            gap = "no roster" if line["gap"] is None else f"{line['cost']:8} {100 * line['gap']:+.2f} %"
            print(f"{line['who']:6} {line['instance']:24} {line['seconds']:5} s seed {line['seed']} {gap}"
                  f" ({line['cpu_s']} s of processor)", flush=True)
        {"inrc2": inrc2, "shiftsched": shiftsched}[args.what](args, keep)
    summary(lines)


main()
