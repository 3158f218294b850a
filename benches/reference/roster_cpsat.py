"""OR-Tools CP-SAT on one INRC-II instance, all weeks at once: a peer of `leon roster plan --format inrc2`.

    roster_cpsat.py DATA INSTANCE SECONDS SEED OUT

DATA is the folder of the data sets, OUT a folder for one solution file a week. One worker. The plain model: a variable
for each nurse, day, shift and skill; runs by windows that are too long and by runs of each length that is too short.
Prints one line of JSON.
"""
import json
import pathlib
import re
import sys
import time

from importlib.metadata import version

from ortools.sat.python import cp_model

DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]


def pair(text):
    return tuple(map(int, re.fullmatch(r"\((\d+),(\d+)\)", text).groups()))


def sections(path, titles):
    found, current = {}, None
    for line in path.read_text().splitlines():
        title = line.split("=")[0].strip()
        if title in titles:
            current = found.setdefault(title, [])
        elif line.strip() and current is not None:
            current.append(line.split())
    return found


class Rows:
    """Terms of the objective on the runs of one nurse's row of 0/1 variables."""

    def __init__(self, model, cost):
        self.model, self.cost = model, cost

    def runs(self, row, before, least, most, weight):
        """`before` days of the run are in the history."""
        known = min(before, max(most, least))
        line = [0] + [1] * known + row
        for end in range(known + 1, len(line)):
            window = line[max(0, end - most):end + 1]
            if len(window) == most + 1:
                extra = self.model.new_bool_var("")
                self.model.add(sum(window) - most <= extra)
                self.cost.append(weight * extra)
        for length in range(1, least):
            for start in range(1, len(line) - length):
                if start + length < known + 1:
                    continue
                run = line[start:start + length]
                short = self.model.new_bool_var("")
                self.model.add(sum(run) - line[start - 1] - line[start + length] - (length - 1) <= short)
                self.cost.append(weight * (least - length) * short)


def main():
    data, instance, seconds, seed = pathlib.Path(sys.argv[1]), sys.argv[2], float(sys.argv[3]), int(sys.argv[4])
    out = pathlib.Path(sys.argv[5])
    start = time.perf_counter()
    name, history_index, weeks = re.fullmatch(r"(n\d+w\d+)_(\d+)_([\d-]+)", instance).groups()
    folder = data / name
    scenario = sections(folder / f"Sc-{name}.txt", ["SCENARIO", "WEEKS", "SKILLS", "SHIFT_TYPES",
                        "FORBIDDEN_SHIFT_TYPES_SUCCESSIONS", "CONTRACTS", "NURSES"])
    history = sections(folder / f"H0-{name}-{history_index}.txt", ["HISTORY", "NURSE_HISTORY"])["NURSE_HISTORY"]
    history = {line[0]: line for line in history}
    weeks = [sections(folder / f"WD-{name}-{week}.txt", ["WEEK_DATA", "REQUIREMENTS", "SHIFT_OFF_REQUESTS"])
             for week in weeks.split("-")]
    shifts = {line[0]: pair(line[1]) for line in scenario["SHIFT_TYPES"]}
    after = {line[0]: line[2:] for line in scenario["FORBIDDEN_SHIFT_TYPES_SUCCESSIONS"]}
    contracts = {line[0]: line for line in scenario["CONTRACTS"]}
    days = range(7 * len(weeks))

    model = cp_model.CpModel()
    cost, x, on = [], {}, {}
    rows = Rows(model, cost)
    for nurse, contract, _, *skills in scenario["NURSES"]:
        for day in days:
            for shift in shifts:
                for skill in skills:
                    x[nurse, day, shift, skill] = model.new_bool_var("")
                on[nurse, day, shift] = model.new_bool_var("")
                model.add(sum(x[nurse, day, shift, skill] for skill in skills) == on[nurse, day, shift])
        _, total, work_run, off_run, weekends, complete = contracts[contract]
        _, done, weekends_done, last, same, worked, off = history[nurse]
        work, free = [], []
        for day in days:
            work.append(model.new_bool_var(""))
            free.append(work[day].negated())
            model.add(sum(on[nurse, day, shift] for shift in shifts) == work[day])
        for day in days:
            for shift in shifts:
                forbidden = [on[nurse, day, it] for it in after.get(shift, [])]
                if day == 0 and last == shift:
                    model.add(sum(forbidden) == 0)
                elif day > 0 and forbidden:
                    model.add(sum(forbidden) + on[nurse, day - 1, shift] <= 1)
        rows.runs(work, int(worked) if last != "None" else 0, *pair(work_run), 30)
        rows.runs(free, int(off) if last == "None" else 0, *pair(off_run), 30)
        for shift, (least, most) in shifts.items():
            rows.runs([on[nurse, day, shift] for day in days], int(same) if last == shift else 0, least, most, 15)
        any_weekend = []
        for week in range(len(weeks)):
            saturday, sunday = work[7 * week + 5], work[7 * week + 6]
            weekend = model.new_bool_var("")
            model.add_max_equality(weekend, [saturday, sunday])
            any_weekend.append(weekend)
            if complete == "1":
                cost.append(30 * (2 * weekend - saturday - sunday))
        for number, earlier, least, most, weight in [
            (sum(work), int(done), *pair(total), 20),
            (sum(any_weekend), int(weekends_done), 0, int(weekends), 30),
        ]:
            short, long = model.new_int_var(0, 10_000, ""), model.new_int_var(0, 10_000, "")
            model.add(short >= least - earlier - number)
            model.add(long >= earlier + number - most)
            cost.append(weight * (short + long))
    for week, lines in enumerate(weeks):
        for shift, skill, *wanted in lines["REQUIREMENTS"]:
            for day, (least, best) in enumerate(map(pair, wanted)):
                here = [it for (_, d, s, k), it in x.items() if (d, s, k) == (7 * week + day, shift, skill)]
                short = model.new_int_var(0, best, "")
                model.add(sum(here) >= least)
                model.add(short >= best - sum(here))
                cost.append(30 * short)
        for nurse, shift, day in lines["SHIFT_OFF_REQUESTS"]:
            cost += [10 * on[nurse, 7 * week + DAYS.index(day), it] for it in shifts if shift in ("Any", it)]
    model.minimize(sum(cost))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = seed
    solver.parameters.max_time_in_seconds = max(1.0, seconds - (time.perf_counter() - start))
    status = solver.solve(model)
    found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    bound = solver.best_objective_bound
    if found:
        # A roster that is not proved best may be charged more than it costs: its terms are only bounded from below.
        for it in list(x.values()):
            model.add(it == solver.value(it))
        solver.parameters.max_time_in_seconds = 60
        if solver.solve(model) != cp_model.OPTIMAL:
            raise SystemExit("the cost of a known roster is not settled")
        out.mkdir(parents=True, exist_ok=True)
        for week in range(len(weeks)):
            lines = [f"{nurse} {DAYS[day % 7]} {shift} {skill}" for (nurse, day, shift, skill), it in x.items()
                     if day // 7 == week and solver.value(it)]
            text = f"SOLUTION\n{week} {name}\n\nASSIGNMENTS = {len(lines)}\n" + "\n".join(lines) + "\n"
            (out / f"sol-week{week}.txt").write_text(text)
    print(json.dumps({"ortools": version("ortools"), "found": found, "cost": solver.objective_value if found else None,
                      "bound": bound, "wall_s": round(time.perf_counter() - start, 2)}))


main()
