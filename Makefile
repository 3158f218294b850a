# The front door. `make demo` answers the national case, `make test` runs everything.
#
# Both first look for what HiGHS, the solver, is built with, and install what is missing with apt-get
# where they may. The daily way is plain cargo, see README.md.

export PATH := $(HOME)/.cargo/bin:$(PATH)
CARGO_TARGET_DIR ?= target

# Programs that tests and benches compare Leon with.
PEERS := frictionless==5.21.0 icalendar==7.3.0 highspy==1.15.1 numpy==2.4.6 ortools==9.15.6755 pyvrp==0.14.1 schemathesis==4.32.5
VENV := target/venv
# The same from the npm registry, in the versions of peers/package-lock.json.
NPM := target/npm
# Styles that reports and browsers share.
STYLES := $(wildcard crates/leon-pages/src/*/*.css crates/leon-pages/src/*/*/*.css crates/leon-server/src/assets/*.css)

.PHONY: help demo serve web sql test-sql test bench bench-project bench-route bench-roster bench-measure bench-serve setup setup-test fuzz

help:
	@echo "make demo    answer the national case; the report is in target/demo/report.html"
	@echo "make serve   open Leon in the browser, with the national case"
	@echo "make web     bundle what browsers get, for the next build"
	@echo "make sql     build what leon sql asks with, apart from the rest for it is large"
	@echo "make test    format, lints, tests, documents, and 90 seconds of fuzzing"
	@echo "make bench   measure speed and memory, see benches/PROTOCOL.md"
	@echo "make bench-project   the same for projections"
	@echo "make bench-route INSTANCES=folder   the same for days of visits"
	@echo "make bench-roster INSTANCES=folder   the same for rosters, on research instances"
	@echo "make bench-measure   the same for every measure of the national case"
	@echo "make bench-serve   the same for Leon in the browser, with 200 people at once"

demo: setup
	cargo run --release --locked -- match cases/denmark --out target/demo
	@echo "The report: $(CURDIR)/target/demo/report.html"

serve: setup web
	cargo run --release --locked -- serve --demo --data target/serve

# What browsers get: style, scripts and maps, held in the binary. Without them pages work, but plainly.
web: web/dist/leon.js

web/dist/leon.js: web/node_modules/.package-lock.json web/build.mjs web/tsconfig.json $(wildcard web/src/*) $(STYLES)
	cd web && npm run --silent build

web/node_modules/.package-lock.json: web/package.json web/package-lock.json
	$(look) \
	see nodejs command -v node; \
	see npm command -v npm; \
	$(install)
	@cd web && npm ci --no-audit --no-fund --loglevel=error && touch node_modules/.package-lock.json

# DataFusion is more to build than all of Leon: see docs/decisions/2026-11-22-sql-in-a-workspace-of-its-own.md.
sql:
	cargo build --release --locked --manifest-path sql/Cargo.toml --target-dir "$(CARGO_TARGET_DIR)/sql"
	mkdir -p "$(CARGO_TARGET_DIR)/release"
	cp "$(CARGO_TARGET_DIR)/sql/release/leon-sql" "$(CARGO_TARGET_DIR)/release/leon-sql"

test-sql:
	cd sql && cargo fmt --check
	cargo clippy --release --locked --manifest-path sql/Cargo.toml --target-dir "$(CARGO_TARGET_DIR)/sql" \
	  --all-targets -- -D warnings
	cargo test --release --locked --manifest-path sql/Cargo.toml --target-dir "$(CARGO_TARGET_DIR)/sql"

test: export LEON_REQUIRE_PEERS := 1
test: setup-test
	cargo fmt --all --check
	cargo clippy --release --locked --workspace --all-targets -- -D warnings
	cargo test --release --locked --workspace
	RUSTDOCFLAGS="-D warnings" cargo doc --release --locked --workspace --no-deps
	cargo build --release --locked --workspace
	"$(CARGO_TARGET_DIR)/release/xtask" directions
	"$(CARGO_TARGET_DIR)/release/xtask" generate --check
	$(MAKE) fuzz

# Always the whole workspace or its default members, never `-p`: another choice of crates has other features,
# and HiGHS would be built a second time.
bench: setup $(VENV)/peers
	cargo build --release --locked --workspace
	"$(CARGO_TARGET_DIR)/release/leon-bench"

# Ten minutes: see benches/PROTOCOL.md. DRAWS="0 10" is the quick way.
DRAWS ?= 0 25 50 100 200
bench-project: setup $(VENV)/peers
	cargo build --release --locked --workspace
	PATH="$(CURDIR)/$(VENV)/bin:$(PATH)" "$(CARGO_TARGET_DIR)/release/leon-bench-project"
	$(VENV)/bin/python benches/project_national.py "$(CARGO_TARGET_DIR)/release/leon" benches/results/project.jsonl \
	  --draws $(DRAWS)

# Hours: see benches/PROTOCOL.md. INSTANCES holds the public instances and their checkers; without it only made-up
# days are planned.
bench-route: setup $(VENV)/peers
	cargo build --release --locked --workspace
	"$(CARGO_TARGET_DIR)/release/leon-bench-route" days | tee benches/results/route_days.jsonl
ifdef INSTANCES
	$(VENV)/bin/python benches/route_research.py vrptw "$(INSTANCES)" "$(CARGO_TARGET_DIR)/release/leon" \
	  benches/results/route_vrptw.jsonl
	$(VENV)/bin/python benches/route_research.py hhcrsp "$(INSTANCES)" "$(CARGO_TARGET_DIR)/release/leon" \
	  benches/results/route_hhcrsp.jsonl
endif

# Hours: see benches/PROTOCOL.md.
bench-measure: setup
	cargo build --release --locked --workspace
	python3 benches/measure.py "$(CARGO_TARGET_DIR)/release/leon" benches/results/measure.jsonl

# Five minutes: see benches/PROTOCOL.md. Needs wrk and Chromium.
bench-serve: setup web
	$(look) \
	see wrk command -v wrk; \
	see chromium command -v chromium; \
	see chromium-driver command -v chromedriver; \
	$(install)
	cargo build --release --locked --workspace
	python3 benches/serve.py "$(CARGO_TARGET_DIR)/release/leon" benches/results/serve.jsonl

# Hours: see benches/PROTOCOL.md.
bench-roster: setup $(VENV)/peers
	@test -d "$(INSTANCES)" || { echo "INSTANCES=folder: the public instances and their checkers"; exit 1; }
	cargo build --release --locked --workspace
	$(VENV)/bin/python benches/roster_research.py inrc2 "$(INSTANCES)" "$(CARGO_TARGET_DIR)/release/leon" \
	  benches/results/roster_inrc2.jsonl --seconds 60 --seconds 300 --seeds 3 --only w4 --python $(VENV)/bin/python
	$(VENV)/bin/python benches/roster_research.py shiftsched "$(INSTANCES)" "$(CARGO_TARGET_DIR)/release/leon" \
	  benches/results/roster_shiftsched.jsonl --seconds 60
	$(VENV)/bin/python benches/roster_research.py shiftsched "$(INSTANCES)" "$(CARGO_TARGET_DIR)/release/leon" \
	  benches/results/roster_shiftsched.jsonl --seconds 300 --only 'Instance(9|10|11|12)$$'

# As fuzz/README.md tells it. Ten seconds for each reader, over the examples and what earlier runs have found.
fuzz:
	cd fuzz && ./seed.sh && RUSTFLAGS="-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
	  -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table --cfg fuzzing" \
	  CARGO_TARGET_DIR=target cargo build --release --locked --target "$$(rustc -vV | sed -n 's/^host: //p')"
	cd fuzz && for reader in read_case read_day read_period read_lists read_toml read_hhcrsp read_vrplib \
	    read_inrc2 read_shiftsched; do \
	  "target/$$(rustc -vV | sed -n 's/^host: //p')/release/$$reader" \
	    -max_total_time=10 -max_len=16384 -timeout=10 -verbosity=0 "corpus/$$reader" || exit 1; done

# What must be there: a test that succeeds when it is, and the Debian package that brings it.
define look
	@missing=; \
	see() { package=$$1; shift; "$$@" >/dev/null 2>&1 || missing="$$missing $$package"; };
endef
define install
	if [ -z "$$missing" ]; then exit 0; fi; \
	if ! command -v apt-get >/dev/null; then root=none; \
	elif [ "$$(id -u)" = 0 ]; then root=; \
	elif sudo -n true 2>/dev/null; then root="sudo -n"; \
	else root=none; fi; \
	if [ "$$root" = none ]; then echo "Leon needs$$missing (Debian's names). Install them and run make again." >&2; exit 1; fi; \
	echo "Installing$$missing"; \
	$$root apt-get update -q && $$root env DEBIAN_FRONTEND=noninteractive apt-get install -qy $$missing
endef
libclang := { for name in libclang.so libclang-[0-9]; do ls "$$LIBCLANG_PATH"/$$name* /usr/lib*/$$name* \
	/usr/lib*/*/$$name* /usr/lib*/llvm*/lib/$$name*; done; ls /Library/Developer/CommandLineTools/usr/lib/libclang.dylib; }

setup:
	@command -v cargo >/dev/null || { echo "Leon needs Rust: see https://rustup.rs" >&2; exit 1; }
	$(look) \
	see cmake command -v cmake; \
	see g++ command -v c++; \
	see libclang-dev sh -c '$(libclang) | grep -q libclang'; \
	$(install)

setup-test: setup web $(VENV)/peers $(NPM)/node_modules/.package-lock.json
	$(look) \
	see postgresql sh -c 'ls /usr/lib/postgresql/*/bin/initdb'; \
	see chromium command -v chromium; \
	see chromium-driver command -v chromedriver; \
	$(install)
	@cargo fmt --version >/dev/null && cargo clippy --version >/dev/null || rustup component add rustfmt clippy

# Installed anew when the versions above change.
$(VENV)/peers: Makefile
	$(look) \
	see python3-venv python3 -c 'import ensurepip, venv'; \
	see python3 command -v python3; \
	$(install)
	@if [ "$$(cat $@ 2>/dev/null)" != "$(PEERS)" ]; then \
	  python3 -m venv --clear $(VENV) && \
	  $(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --no-input $(PEERS) && \
	  echo "$(PEERS)" >$@; \
	fi
	@touch $@

$(NPM)/node_modules/.package-lock.json: peers/package.json peers/package-lock.json
	$(look) \
	see nodejs command -v node; \
	see npm command -v npm; \
	$(install)
	@mkdir -p $(NPM) && cp peers/package.json peers/package-lock.json $(NPM)/
	@cd $(NPM) && npm ci --no-audit --no-fund --loglevel=error && touch node_modules/.package-lock.json
