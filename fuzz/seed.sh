#!/bin/sh
# Writes first inputs. The example's files: a byte that chooses the file, then the file.
# The order is that of `EXAMPLE_FILES`.
set -eu
cd "$(dirname "$0")"
mkdir -p corpus/read_case
number=0
for name in $(sed -n '/EXAMPLE_FILES/,/];/s/^    "\(.*\)",$/\1/p' ../crates/leon-formats/src/example.rs); do
    # shellcheck disable=SC2059
    { printf "\\$(printf %03o "$number")"; cat "../crates/leon-formats/example/$name"; } >"corpus/read_case/$name"
    number=$((number + 1))
done

# The research files of the tests.
mkdir -p corpus/read_hhcrsp corpus/read_vrplib
cp ../crates/leon-formats/tests/it/research/*.json corpus/read_hhcrsp/
cp ../crates/leon-formats/tests/it/research/*.vrp ../crates/leon-formats/tests/it/research/*.sol corpus/read_vrplib/

# A day's files: the example of the format, and a plan and events of the tests.
mkdir -p corpus/read_day
cp ../crates/leon-formats/src/day/example.json corpus/read_day/
for snapshot in ../crates/leon-formats/tests/it/snapshots/it__day_files__*.snap; do
    sed 1,4d "$snapshot" >"corpus/read_day/$(basename "$snapshot" .snap).json"
done

# A period and rosters: the example of the format, and a roster of the tests.
mkdir -p corpus/read_period
cp ../crates/leon-formats/src/period/example.json ../crates/leon-formats/tests/it/roster.json corpus/read_period/
printf '%s\n' '{"schema": "leon/roster-events/1", "events": [' \
    '{"kind": "absent", "person": "s01", "first": "2026-11-24", "last": "2026-11-26"},' \
    '{"kind": "cover", "row": 2, "first": "2026-12-03", "min": 2, "target": 3}]}' >corpus/read_period/events.json

# The research files of rosters.
mkdir -p corpus/read_inrc2 corpus/read_shiftsched
cp ../crates/leon-formats/tests/it/research/rosters/*-n003w1*.txt corpus/read_inrc2/
cp ../crates/leon-formats/tests/it/research/rosters/three.txt corpus/read_shiftsched/

# Lists: the example's visits and carers with an empty line between, and a list of demand.
mkdir -p corpus/read_lists
lists=../crates/leon-formats/src/day
{ cat "$lists/visits.csv"; echo; cat "$lists/carers.csv"; } >corpus/read_lists/day.csv
printf '%s\n' 'date,from,to,unit,groups,competences,staff,care_minutes,public_holiday' \
    '2026-09-07,07:00,15:00,m1,nurse ssa,,4.5,,' '2026-09-07,23:00,07:00,m1,nurse,coordination,,480,' \
    >corpus/read_lists/demand.csv

# The scenarios and measures of Denmark.
mkdir -p corpus/read_toml
for kind in scenarios measures; do
    for file in ../cases/denmark/"$kind"/*.toml; do
        cp "$file" "corpus/read_toml/$kind-$(basename "$file")"
    done
done
