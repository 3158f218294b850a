"""The stock-flow core of a projection in plain numpy: the peer that Leon is timed beside.

The same teams, ages, years and draws as `leon-bench-project core`; each draw is one array of teams × ages that
stays in cache. Prints one line of JSON: seconds, cell-years a second, and people at work in the last year.
"""

import json
import time

import numpy as np

TEAMS, AGES, YEARS, DRAWS = 98 * 9, 53, 20, 1000


def draw(number):
    retires = np.where(np.arange(AGES) < 42, 0.0, 0.15)
    ages = 1.0 + np.arange(AGES) % 7
    ages /= ages.sum()
    leaves, returns = 0.04 + number * 1e-6, 0.1
    stays, goes = (1 - retires) * (1 - leaves), (1 - retires) * leaves
    back, out = (1 - retires) * returns, (1 - retires) * (1 - returns)
    at_work = (100.0 + np.arange(TEAMS))[:, None] * ages
    outside = np.full(TEAMS, 30.0)[:, None] * ages
    new = 5.0 * ages
    for _ in range(YEARS):
        moved = at_work[:, :-1] * stays[:-1] + outside[:, :-1] * back[:-1] + new[1:]
        left = at_work[:, :-1] * goes[:-1] + outside[:, :-1] * out[:-1]
        at_work[:, 1:], at_work[:, 0] = moved, new[0]
        outside[:, 1:], outside[:, 0] = left, 0.0
        people = at_work.sum()
    return people


begun, used = time.perf_counter(), time.process_time()
people = sum(draw(number) for number in range(DRAWS))
seconds, processor_s = time.perf_counter() - begun, time.process_time() - used
line = {
    "who": "numpy",
    "threads": 1,
    "seconds": seconds,
    "processor_s": processor_s,
    "cell_years_per_processor_s": TEAMS * AGES * YEARS * DRAWS / processor_s,
    "people": people,
}
print(json.dumps(line))
