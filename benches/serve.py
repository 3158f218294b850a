"""What `leon serve` stands: 200 people reading at once, and a thrown switch. Needs wrk.

    python3 benches/serve.py LEON RESULTS.jsonl [--seconds N] [--people N]

The demo's pages and addresses of the interface are read by wrk from as many connections as there are people, each as
fast as it is answered, with no pause to think and no limit on how often: first each address alone, then all of them by
turns. A file that needs no work (`/assets/leon.js`) is read in the same way beside them: what the machine, the network
stack and wrk allow.
Then every binding of the case is lifted alone, once each, and the seconds from asking to the whole page are kept. Last,
Chromium opens the page of a roster of 60 people and 8 weeks and that of a plan of 500 visits, five times each: the
milliseconds until one can work with it (`domInteractive` of Navigation Timing), until it is whole, and until the map
of the plan can be moved (drawn without a graphics card).
"""

import argparse
import json
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

# By turns, and so that what is not a plain answer is counted.
SCRIPT = """
local paths = { %s }
local at = 0
request = function()
  at = at %% #paths + 1
  return wrk.format("GET", paths[at])
end
done = function(summary, latency)
  local it = summary.errors
  io.write(string.format("FOUND %%d %%d %%d %%f %%f %%f\\n", summary.requests, summary.duration,
    it.connect + it.read + it.write + it.status + it.timeout,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, latency.max / 1000))
end
"""
CASE = Path(__file__).resolve().parent.parent / "cases/denmark"
NO_WORK = "/assets/leon.js"
# When the page's map was first whole.
MAP = """
const done = arguments[0];
const look = () => {
  const [mark] = performance.getEntriesByName("map");
  if (mark || !document.querySelector(".maps")) done(mark ? mark.startTime : null);
  else setTimeout(look, 20);
};
look();
"""


def post(address, body):
    headers = {"Content-Type": "application/json"}
    with urllib.request.urlopen(urllib.request.Request(address, json.dumps(body).encode(), headers)) as answer:
        return json.load(answer)


def get(address):
    with urllib.request.urlopen(address, timeout=60) as answer:
        return answer.read().decode()


def first(address, pattern):
    """The first address of a pattern that stands in a page, once there is one."""
    for _ in range(120):
        found = re.search(f'href="({pattern})"', get(address))
        if found:
            return found.group(1)
        time.sleep(0.5)
    sys.exit(f"{address} has no {pattern}")


def read(served, paths, people, seconds):
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(SCRIPT % ", ".join(f'"{it}"' for it in paths))
        script.flush()
        # One thread, so that wrk leaves a core to Leon.
        wrk = ["wrk", "-t1", f"-c{people}", f"-d{seconds}s", "--timeout", "10s", "-s", script.name, served]
        said = subprocess.run(wrk, check=True, capture_output=True, text=True).stdout
    words = re.search(r"FOUND (.*)", said).group(1).split()
    requests, micros, errors = (int(it) for it in words[:3])
    p50, p99, most = (float(it) for it in words[3:])
    return {
        "people": people,
        "seconds": seconds,
        "requests": requests,
        "per_second": round(requests / micros * 1e6),
        "errors": errors,
        "p50_ms": round(p50, 1),
        "p99_ms": round(p99, 1),
        "max_ms": round(most, 1),
    }


def switches(served):
    """Seconds for each binding that can be lifted alone."""
    bindings = re.findall(r'name="lift" value="([^"]+)"', get(f"{served}/gap"))
    seconds = []
    for binding in bindings:
        begun = time.perf_counter()
        get(f"{served}/gap?lift={binding}")
        seconds.append(time.perf_counter() - begun)
    return {
        "what": "switch",
        "bindings": len(seconds),
        "median_s": round(statistics.median(seconds), 2),
        "max_s": round(max(seconds), 2),
    }


class Chromium:
    """Chromium by its own driver, as much of WebDriver as is needed here."""

    def __enter__(self):
        self.driver = subprocess.Popen(["chromedriver", "--port=0"], stdout=subprocess.PIPE, text=True)
        port = next(it for it in (re.search(r"successfully on port (\d+)", line) for line in self.driver.stdout) if it).group(1)
        self.address = f"http://127.0.0.1:{port}/session"
        options = {"args": ["--headless=new", "--no-sandbox", "--enable-unsafe-swiftshader", "--disable-dev-shm-usage"]}
        wanted = {"capabilities": {"alwaysMatch": {"goog:chromeOptions": options}}}
        self.address += "/" + self.ask("POST", "", wanted)["sessionId"]
        return self

    def __exit__(self, *_):
        self.ask("DELETE", "", None)
        self.driver.terminate()
        self.driver.wait()

    def ask(self, method, path, body):
        data = None if body is None else json.dumps(body).encode()
        with urllib.request.urlopen(urllib.request.Request(self.address + path, data, method=method)) as answer:
            return json.load(answer)["value"]

    def opened(self, address):
        """Milliseconds until the page is interactive, until it is whole, and until its map is there (`None` without)."""
        self.ask("POST", "/url", {"url": address})
        script = "const it = performance.getEntriesByType('navigation')[0]; return [it.domInteractive, it.loadEventEnd]"
        times = self.ask("POST", "/execute/sync", {"script": script, "args": []})
        return [*times, self.ask("POST", "/execute/async", {"script": MAP, "args": []})]


def pages(leon, served, folder):
    """How soon one can work with large pages."""
    made = {"day": folder / "day.json", "period": folder / "period.json"}
    generate = [leon, "generate"]
    subprocess.run([*generate, "day", CASE, "--municipality", "751", "--visits", "500", "--out", made["day"]], check=True)
    subprocess.run([*generate, "roster", "--units", "1", "--people", "60", "--weeks", "8", "--out", made["period"]], check=True)
    with Chromium() as chromium:
        for kind, file in made.items():
            document = post(f"{served}/api/documents", {"kind": kind, "place": "751", "content": json.loads(file.read_text())})
            job = post(f"{served}/api/documents/{document['id']}/jobs", {"seed": 1, "seconds": 20})
            while job["state"] in ("waiting", "running"):
                time.sleep(1)
                job = json.loads(get(f"{served}/api/jobs/{job['id']}"))
            address = f"{served}/{'plans' if kind == 'day' else 'shifts'}/{job['answer']}"
            times = [chromium.opened(address) for _ in range(5)]
            yield {
                "what": f"page of a {kind}",
                "bytes": len(get(address)),
                "interactive_ms": [round(it[0]) for it in times],
                "whole_ms": [round(it[1]) for it in times],
                "map_ms": [it[2] and round(it[2]) for it in times],
            }


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("leon")
    parser.add_argument("results", type=Path)
    parser.add_argument("--people", type=int, default=200)
    parser.add_argument("--seconds", type=int, default=20)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as data, options.results.open("a", encoding="utf-8") as results:
        leon = [options.leon, "serve", "--demo", "--data", data, "--listen", "127.0.0.1:0", "--requests-a-minute", "0"]
        process = subprocess.Popen(leon, stderr=subprocess.PIPE, text=True)
        served = re.search(r"http://[0-9.:]+[0-9]", process.stderr.readline()).group()
        try:
            day, period = first(f"{served}/routes", "/routes/[^\"]+"), first(f"{served}/rosters", "/rosters/[^\"]+")
            plan, roster = first(served + day, "/plans/[^\"#]+"), first(served + period, "/shifts/[^\"#]+")
            paths = ["/", "/hours/care", "/gap", "/projection", "/measures", "/routes", day, plan,
                     "/rosters", period, roster, "/jobs", "/api/gap", "/api/documents",
                     f"/api/documents/{day.split('/')[-1]}/answers", f"/api/answers/{plan.split('/')[-1]}"]

            def write(line):
                print(json.dumps(line), flush=True)
                results.write(json.dumps(line) + "\n")

            for path in paths:
                get(served + path)
            # The value of every binding is reckoned in the background; it would be counted in.
            while 'role="status"' in get(f"{served}/gap"):
                time.sleep(1)
            for path in [NO_WORK, *paths]:
                name = re.sub(r"[0-9a-f]{32}", "…", path)
                write({"what": name, "bytes": len(get(served + path)), **read(served, [path], options.people, 5)})
            write({"what": "by turns", **read(served, paths, options.people, options.seconds)})
            write({"what": NO_WORK, **read(served, [NO_WORK], options.people, options.seconds)})
            write(switches(served))
            for line in pages(options.leon, served, Path(data)):
                write(line)
        finally:
            process.terminate()
            process.wait()


if __name__ == "__main__":
    main()
