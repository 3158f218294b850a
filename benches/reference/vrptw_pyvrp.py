"""PyVRP on one VRPLIB instance with time windows, DIMACS distances: a peer of `leon route plan --format vrplib`.

    vrptw_pyvrp.py INSTANCE.vrp SECONDS SEED SOLUTION.sol

Writes the solution in VRPLIB form and prints one line of JSON.
"""
import json
import sys
import time

from importlib.metadata import version

from pyvrp import read, solve
from pyvrp.stop import MaxRuntime


def main() -> None:
    instance, seconds, seed, out = sys.argv[1], float(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
    data = read(instance, round_func="dimacs")
    start = time.perf_counter()
    result = solve(data, stop=MaxRuntime(seconds), seed=seed, display=False)
    wall = time.perf_counter() - start
    with open(out, "w") as file:
        for number, route in enumerate(result.best.routes(), start=1):
            # PyVRP counts clients from 0, VRPLIB's solutions from 1.
            customers = [activity.idx + 1 for activity in route if activity.is_client()]
            print(f"Route #{number}:", *customers, file=file)
        print(f"Cost {result.cost() / 10}", file=file)
    print(json.dumps({"pyvrp": version("pyvrp"), "cost": result.cost() / 10, "wall_s": round(wall, 2)}))


main()
