"""The base match of a case, built and solved once by Python and HiGHS: the peer that Leon is timed beside.

The same linear programme as Leon's first: severity-weighted unmet need, with bought hours at a small
weight, under the bindings in force. Prints one line of JSON: seconds to read, build and solve, size,
optimum, and peak memory.

Usage: match_highspy.py CASE
"""

import csv
import json
import math
import resource
import sys
import time
from pathlib import Path

import highspy
import numpy as np

INF = highspy.kHighsInf
COMPLEXITIES = ("low", "medium", "high")


def table(case, name):
    path = case / f"{name}.csv"
    if not path.exists():
        return []
    with open(path, newline="", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def number(row, column, default=0.0):
    return float(row[column]) if row.get(column) else default


def words(row, column):
    return frozenset(row[column].split())


class Rows:
    def __init__(self):
        self.lower, self.upper = [], []

    def add(self, lower, upper):
        self.lower.append(lower)
        self.upper.append(upper)
        return len(self.lower) - 1


def distance_km(a, b):
    lat1, lon1, lat2, lon2 = (math.radians(float(x)) for x in (a["latitude"], a["longitude"], b["latitude"], b["longitude"]))
    chord = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371.0088 * math.asin(min(1.0, math.sqrt(chord)))


class Case:
    def __init__(self, folder):
        names = (
            "parameters places settings complexities staff_groups staff_group_competences tasks needs capacity "
            "extra_hours prices pools continuity bindings technologies"
        ).split()
        for name in names:
            setattr(self, name, table(folder, name))
        parameters = {row["id"]: float(row["value"]) for row in self.parameters}
        self.fte_week = parameters.get("fte_hours_per_year", 1924.0) / parameters.get("weeks_per_year", 52.0)
        parent = {row["id"]: row["parent"] for row in self.places}
        self.above = {}
        for place in parent:
            chain, here = {place}, parent[place]
            while here:
                chain.add(here)
                here = parent[here]
            self.above[place] = chain


def build(case):
    factor = {row["complexity"]: float(row["severity_factor"]) for row in case.complexities}
    tasks = {row["id"]: row for row in case.tasks}
    places = {row["id"]: row for row in case.places}
    rows = Rows()
    need_row = [rows.add(float(n["hours_per_week"]), float(n["hours_per_week"])) for n in case.needs]
    own, share, capacity_row = {}, {}, {}
    for c in case.capacity:
        key = (c["place"], c["setting"], c["staff_group"])
        share[key] = float(c["net_care_share"])
        own[key] = float(c["fte"]) * case.fte_week * share[key]
        capacity_row[key] = rows.add(-INF, own[key])
    continuity = {(c["setting"], c["complexity"]): (words(c, "staff_groups"), float(c["share_min"])) for c in case.continuity}
    continuity_row = {}

    closing, limiting = [], []
    for b in (b for b in case.bindings if b["in_force"] == "true"):
        scope = {name: words(b, name) for name in ("places", "settings", "tasks", "task_levels", "complexities",
                                                    "competences", "staff_groups", "through", "technologies", "pools")}
        limit = number(b, "limit")
        at_most = b["kind"] != "presence_min"
        (closing if at_most and limit == 0 else limiting).append((b["kind"], scope, limit, {}))

    def has_need(scope, n, task, competence):
        return (
            (not scope["places"] or scope["places"] & case.above[n["place"]])
            and (not scope["settings"] or n["setting"] in scope["settings"])
            and (not scope["tasks"] or n["task"] in scope["tasks"])
            and (not scope["task_levels"] or task["level"] in scope["task_levels"])
            and (not scope["complexities"] or n["complexity"] in scope["complexities"])
            and (not scope["competences"] or competence in scope["competences"])
        )

    def has_holding(scope, h):
        return (not scope["staff_groups"] or h["staff_group"] in scope["staff_groups"]) and (
            not scope["through"] or h["through"] in scope["through"]
        )

    holdings = {}
    for h in case.staff_group_competences:
        holdings.setdefault(h["competence"], []).append(h)

    severities = {factor[c] * float(t["severity"]) for t in case.tasks for c in COMPLEXITIES} - {0.0}
    dearest = max((float(p["dkk_per_hour"]) for p in case.prices), default=1.0)
    dkk_weight = 0.01 * min(severities) / max(dearest, 1.0)

    starts, index, value, cost, upper = [0], [], [], [], []

    def column(c, most, entries):
        for row, entry in entries:
            index.append(row)
            value.append(entry)
        starts.append(len(index))
        cost.append(c)
        upper.append(most)

    # Which bindings speak of a task in a setting at a complexity is the same for every place but for its scope.
    technologies = [t for t in case.technologies if t["own_hours_group"]]
    for t in technologies:
        t["scope"] = words(t, "tasks"), words(t, "settings"), words(t, "complexities")
        t["most"] = float(t["eligible_share"]) * float(t["adoption"]) * float(t["freed_share"])
    for at, n in enumerate(case.needs):
        place, setting, complexity = n["place"], n["setting"], n["complexity"]
        task = tasks[n["task"]]
        competence = task[f"competence_{complexity}"]
        closed = [scope for kind, scope, _, _ in closing if kind in ("forbid", "share_max", "hours_max") and has_need(scope, n, task, competence)]
        limited = []
        for kind, scope, limit, known in limiting:
            if kind in ("share_max", "presence_min", "hours_max") and has_need(scope, n, task, competence):
                cell = (place, setting, complexity if kind == "presence_min" else "")
                if cell not in known:
                    bound = limit if kind == "hours_max" else 0.0
                    known[cell] = rows.add(bound, INF) if kind == "presence_min" else rows.add(-INF, bound)
                limited.append((known[cell], scope, 0.0 if kind == "hours_max" else limit))
        rule = continuity.get((setting, complexity))
        if rule and (place, setting, complexity) not in continuity_row:
            continuity_row[place, setting, complexity] = rows.add(0.0, INF)
        for h in holdings.get(competence, ()):
            key = (place, setting, h["staff_group"])
            if key not in capacity_row or any(has_holding(scope, h) for scope in closed):
                continue
            entries = [(need_row[at], 1.0), (capacity_row[key], 1.0 + number(h, "training_share"))]
            if h["delegator"]:
                delegator = (place, setting, h["delegator"])
                if delegator not in capacity_row:
                    continue
                entries.append((capacity_row[delegator], number(h, "supervision_share")))
            if rule:
                entries.append((continuity_row[place, setting, complexity], float(h["staff_group"] in rule[0]) - rule[1]))
            for row, scope, limit in limited:
                entries.append((row, float(has_holding(scope, h)) - limit))
            column(0.0, INF, entries)
        for t in technologies:
            in_tasks, in_settings, in_complexities = t["scope"]
            if n["task"] not in in_tasks or (in_settings and setting not in in_settings):
                continue
            if in_complexities and complexity not in in_complexities:
                continue
            if any(kind == "forbid_technology" and (not scope["technologies"] or t["id"] in scope["technologies"])
                   and has_need(scope, n, task, competence) for kind, scope, _, _ in closing):
                continue
            operator = (place, setting, t["own_hours_group"])
            if operator not in capacity_row:
                continue
            entries = [(need_row[at], 1.0), (capacity_row[operator], float(t["own_hours_share"]))]
            column(0.0, float(n["hours_per_week"]) * t["most"], entries)
        column(factor[complexity] * float(task["severity"]), INF, [(need_row[at], 1.0)])

    price = {(p["staff_group"], p["kind"]): float(p["dkk_per_hour"]) for p in case.prices}
    for e in case.extra_hours:
        key = (e["place"], e["setting"], e["staff_group"])
        most = float(e["fte_max"]) * case.fte_week * share[key]
        column(dkk_weight * price[e["staff_group"], e["kind"]], most, [(capacity_row[key], -1.0)])

    for p in case.pools:
        def lends(key):
            scope_of = lambda scope: (
                (not scope["pools"] or p["id"] in scope["pools"])
                and (not scope["places"] or scope["places"] & case.above[key[0]])
                and (not scope["settings"] or key[1] in scope["settings"])
                and (not scope["staff_groups"] or key[2] in scope["staff_groups"])
            )
            return not any(kind == "lending_max" and scope_of(scope) for kind, scope, _, _ in closing)

        settings = words(p, "settings")
        members = [
            key for key in own
            if key[2] == p["staff_group"] and p["place"] in case.above[key[0]] and (not settings or key[1] in settings)
        ]
        if p["reach"] == "remote":
            assert not any(own[key] > 0 and lends(key) for key in members), "open remote pools are not in this peer"
            continue
        for lender in (key for key in members if own[key] > 0 and lends(key)):
            most = float(p["share_max"]) * own[lender]
            limit = rows.add(-INF, most)
            for to in members:
                if p["reach"] == "same_place":
                    reached = lender[0] == to[0] and lender[1] != to[1]
                else:
                    reached = (lender[1] == to[1] and lender[0] != to[0]
                               and distance_km(places[lender[0]], places[to[0]]) <= float(p["distance_km_max"]))
                if reached:
                    kept = 1.0 - float(p["loss_share"])
                    column(0.0, most, [(capacity_row[lender], 1.0), (capacity_row[to], -kept), (limit, 1.0)])
    return rows, starts, index, value, cost, upper


def main():
    start = time.perf_counter()
    case = Case(Path(sys.argv[1]))
    read = time.perf_counter()
    rows, starts, index, value, cost, upper = build(case)
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(cost), len(rows.lower)
    lp.col_cost_ = np.array(cost)
    lp.col_lower_, lp.col_upper_ = np.zeros(len(cost)), np.array(upper)
    lp.row_lower_, lp.row_upper_ = np.array(rows.lower), np.array(rows.upper)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    lp.a_matrix_.start_ = np.array(starts, dtype=np.int32)
    lp.a_matrix_.index_ = np.array(index, dtype=np.int32)
    lp.a_matrix_.value_ = np.array(value)
    highs = highspy.Highs()
    highs.setOptionValue("output_flag", False)
    highs.setOptionValue("threads", 1)
    highs.passModel(lp)
    built = time.perf_counter()
    highs.run()
    solved = time.perf_counter()
    assert highs.getModelStatus() == highspy.HighsModelStatus.kOptimal
    print(json.dumps({
        "read_s": round(read - start, 3),
        "build_s": round(built - read, 3),
        "solve_s": round(solved - built, 3),
        "columns": len(cost),
        "rows": len(rows.lower),
        "optimum": highs.getInfo().objective_function_value,
        "peak_mib": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
    }))


if __name__ == "__main__":
    main()
