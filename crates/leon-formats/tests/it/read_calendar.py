"""Reads a calendar from standard input with the public library icalendar, and says what it holds as JSON."""

import json
import sys
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from icalendar import Calendar

raw = sys.stdin.buffer.read()
lines = raw.split(b"\r\n")
calendar = Calendar.from_ical(raw)

# The time zone as the calendar itself tells it, against the machine's, on both sides of every change of the clock.
told, known = calendar.walk("VTIMEZONE")[0].to_tz(lookup_tzid=False), ZoneInfo("Europe/Copenhagen")
at, differences = datetime(2024, 1, 1, tzinfo=timezone.utc), []
while at.year < 2031:
    if at.astimezone(told).utcoffset() != at.astimezone(known).utcoffset():
        differences.append(at.isoformat())
    at += timedelta(hours=1)


def event(it):
    instant = lambda name: int(it.decoded(name).astimezone(timezone.utc).timestamp())
    return {
        "uid": str(it["UID"]),
        "summary": str(it["SUMMARY"]),
        "place": str(it.get("LOCATION", "")),
        "start": instant("DTSTART"),
        "end": instant("DTEND"),
        "zone": it["DTSTART"].params.get("TZID", "UTC"),
        "end_zone": it["DTEND"].params.get("TZID", "UTC"),
        "published": instant("LAST-MODIFIED"),
        "stamp": instant("DTSTAMP"),
        "sequence": int(it["SEQUENCE"]),
    }


print(
    json.dumps(
        {
            "longest_line": max(map(len, lines)),
            "bare_line_feeds": raw.count(b"\n") - raw.count(b"\r\n"),
            "zone_differences": differences,
            "errors": [str(error) for part in calendar.walk() for error in part.errors],
            "name": str(calendar["X-WR-CALNAME"]),
            "events": [event(it) for it in calendar.walk("VEVENT")],
        }
    )
)
