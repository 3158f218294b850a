"""How long it takes to read what is published, of a hundred published days, and to change a plan of 500 visits.

    python3 benches/published.py LEON RESULTS.jsonl [--days N] [--visits N]

One after another, from one connection: `first` is the first time after Leon was started, `again` the median of nine more.
The days are made up and lie one after another; their plans are searched for ten rounds, for what stands in them does not
matter here. The employee is called as a carer who is in every day. A change is somebody sick, in a plan that was searched
for two thousand rounds. `memory_mib` is what Leon has resident when all is read.
"""

import argparse
import datetime
import json
import re
import statistics
import subprocess
import tempfile
import time
import urllib.parse
import urllib.request
from pathlib import Path

CASE = Path(__file__).resolve().parent.parent / "cases/denmark"
PASSWORD = "korrekt hest batteri"
MUNICIPALITY = "751"


class Asked:
    """Somebody who asks: by a token, or by a cookie."""

    def __init__(self, served, headers):
        self.served, self.headers = served, headers

    def __call__(self, path, body=None, headers=None):
        data = body if body is None or isinstance(body, bytes) else json.dumps(body).encode()
        kind = {} if data is None else {"Content-Type": "application/json"}
        request = urllib.request.Request(self.served + path, data, {**kind, **self.headers, **(headers or {})})
        with urllib.request.urlopen(request, timeout=120) as answer:
            return answer.read().decode()

    def json(self, *asked):
        return json.loads(self(*asked))

    def seconds(self, path, times=10):
        taken = []
        for _ in range(times):
            begun = time.perf_counter()
            self(path)
            taken.append(time.perf_counter() - begun)
        return {"what": re.sub(r"[0-9a-f]{32}", "…", path.split(".ics")[0][:48]), "first_ms": round(taken[0] * 1000),
                "again_ms": round(statistics.median(taken[1:]) * 1000, 1)}


def started(leon, data):
    command = [leon, "serve", "--data", data, "--case", CASE, "--listen", "127.0.0.1:0", "--workers", "2"]
    # Earlier versions had no limit.
    if "--requests-a-minute" in subprocess.run([leon, "serve", "--help"], capture_output=True, text=True).stdout:
        command += ["--requests-a-minute", "0"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    return process, re.search(r"http://[0-9.:]+[0-9]", process.stderr.readline()).group()


def account(leon, data, name, role):
    command = [leon, "user", "add", name, "--role", role, "--data", data]
    subprocess.run(command, input=PASSWORD + "\n", text=True, check=True, capture_output=True)


def by_token(leon, data, served, name):
    token = subprocess.run([leon, "user", "token", name, "--data", data], text=True, check=True, capture_output=True)
    return Asked(served, {"Authorization": f"Bearer {token.stdout.strip()}"})


def signed_in(served, name):
    class Stay(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *_):
            return None

    form = urllib.parse.urlencode({"name": name, "password": PASSWORD, "back": "/"}).encode()
    try:
        urllib.request.build_opener(Stay).open(f"{served}/sign-in", form)
    except urllib.error.HTTPError as answer:
        return Asked(served, {"Cookie": answer.headers["Set-Cookie"].split(";")[0]})


def day(leon, file, seed, date, visits):
    command = [leon, "generate", "day", CASE, "--municipality", MUNICIPALITY, "--visits", str(visits)]
    subprocess.run([*command, "--seed", str(seed), "--date", str(date), "--out", file], check=True, capture_output=True)
    return json.loads(Path(file).read_text())


def planned(planner, content, rounds):
    """The document and the plan of a day."""
    document = planner.json("/api/documents", {"kind": "day", "place": MUNICIPALITY, "content": content})["id"]
    job = planner.json(f"/api/documents/{document}/jobs", {"seed": 1, "iterations": rounds})
    while job["state"] in ("waiting", "running"):
        time.sleep(0.05)
        job = planner.json(f"/api/jobs/{job['id']}")
    return document, job["answer"]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("leon")
    parser.add_argument("results", type=Path)
    parser.add_argument("--days", type=int, default=100)
    parser.add_argument("--visits", type=int, default=120)
    options = parser.parse_args()
    leon, begins = options.leon, datetime.date(2026, 11, 23)
    with tempfile.TemporaryDirectory() as folder, options.results.open("a", encoding="utf-8") as results:

        def write(line):
            print(json.dumps(line), flush=True)
            results.write(json.dumps(line) + "\n")

        data, file = f"{folder}/data", f"{folder}/day.json"
        contents = [day(leon, file, 1 + it, begins + datetime.timedelta(it), options.visits) for it in range(options.days)]
        carer = contents[0]["carers"][0]["id"]
        account(leon, data, "planner", "planner")
        account(leon, data, carer, "employee")
        process, served = started(leon, data)
        planner = by_token(leon, data, served, "planner")
        for content in contents:
            document, answer = planned(planner, content, 10)
            planner(f"/api/documents/{document}/publications", {"answer": answer}, {"If-Match": '"0"'})
        employee = signed_in(served, carer)
        page = employee("/my-calendar", b"", {"Content-Type": "application/x-www-form-urlencoded"})
        calendar = re.search(r"/calendar/[^<\"]+", page).group()
        middle = begins + datetime.timedelta(options.days // 2)
        paths = [(planner, f"/fhir/Appointment?date={middle}"), (planner, "/fhir/Slot?_count=200"), (planner, "/fhir/metadata"),
                 (employee, calendar), (employee, "/my-route"), (employee, "/my-shifts")]
        for asker, path in paths:
            # Each as the first after a start, so that none finds what another has read.
            process.terminate()
            process.wait()
            process, served = started(leon, data)
            asker.served = served
            write({"days": options.days, "visits": options.visits, **asker.seconds(path)})
        for asker, path in paths:
            asker.served = served
            asker(path)
        status = Path(f"/proc/{process.pid}/status").read_text()
        write({"what": "memory", "memory_mib": round(int(re.search(r"VmRSS:\s+(\d+)", status).group(1)) / 1024)})

        content = day(leon, file, 1, begins, 500)
        _, answer = planned(planner, content, 2000)
        editor = signed_in(served, "planner")
        taken = []
        for who in content["carers"][:5]:
            form = urllib.parse.urlencode({"what": "sick", "carer": who["id"]}).encode()
            begun = time.perf_counter()
            editor(f"/plans/{answer}/change", form, {"Content-Type": "application/x-www-form-urlencoded"})
            taken.append(round(time.perf_counter() - begun, 2))
        write({"what": "change of 500 visits, with its page", "carers": len(content["carers"]), "seconds": taken})
        process.terminate()
        process.wait()


if __name__ == "__main__":
    main()
