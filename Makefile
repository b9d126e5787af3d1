# Two commands matter: `make run` and `make test`. Both do their own set-up on Debian and Ubuntu.

SHELL := /bin/bash
CARGO_TARGET_DIR ?= $(CURDIR)/target
export CARGO_TARGET_DIR
# Last, and empty unless scripts/setup.sh had to choose among Ubuntu's compilers.
export PATH := $(PATH):$(HOME)/.cache/satchel/rust

# Warnings are errors up to this Clippy: what a newer one has learnt is shown, and fails nobody's run.
clippy_known := 1.97
strict = $(shell newest=$$(printf '%s\n' $(clippy_known) $$(cargo --version | cut -d' ' -f2) | sort -V | tail -1); \
	case $$newest in ($(clippy_known)*) echo -Dwarnings ;; esac)

# The programs as the Rust tests have built them: a build of their own would unify features differently and
# compile half of the libraries a second time.
programs := cargo test --workspace --no-run --quiet

.PHONY: run test setup-run setup-test setup-mobile check-mobile android ios icons fmt format lint build-linted test-rust test-css test-e2e test-desktop screens licences css map bench cold-start help

help: ## what there is
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## / — /'

run: setup-run ## the app with its demo company: a window where there is a display, else a local address
	@scripts/run.sh $(ARGS)

# In a whole run Clippy lints what is built for the tests while it is built: alone it would read every library once
# more. How it is put in the compiler's place, and told what is an error, is what `cargo clippy` does itself.
test: export RUSTC_WORKSPACE_WRAPPER = clippy-driver
test: export CLIPPY_ARGS = $(strict)__CLIPPY_HACKERY__
test: setup-test format build-linted test-rust test-css test-e2e test-desktop ## everything CI runs
	@echo "All stages passed."

setup-run:
	@scripts/setup.sh run

setup-test:
	@scripts/setup.sh test

setup-mobile:
	@scripts/setup.sh mobile

fmt: ## format
	cargo fmt --all

lint: setup-test format ## format check and Clippy, warnings are errors
	cargo clippy --workspace --all-targets -- $(strict)

format: setup-test
	cargo fmt --all --check
	node scripts/licences.mjs --check

build-linted: setup-test
	cargo test --workspace --all-targets --no-run --quiet

test-rust: setup-test ## every Rust test
	cargo test --workspace

test-css: setup-test ## the committed style sheet and map are what their sources give
	npm run --silent css:check
	npm run --silent map:check

test-e2e: setup-test ## a rep's day by tapping in a headless browser, with a practice site beside it
	@$(programs)
	node tests/e2e/run.mjs

test-desktop: setup-test ## the real window, under a virtual display
	@$(programs)
	scripts/desktop-smoke.sh

check-mobile: setup-mobile ## what Linux can check of the phone apps: types and lints for both, Java, package, property lists
	@scripts/check-mobile.sh

android: ## the release for Android, where its SDK and NDK are
	@scripts/mobile/release-android.sh

ios: ## the release for iOS, on a Mac with Xcode
	@scripts/mobile/release-ios.sh

icons: setup-test ## draw the phones' icons again
	node scripts/mobile/icons.mjs

screens: setup-test ## new pictures for docs/screens
	@$(programs)
	SCREENS=docs/screens node tests/e2e/run.mjs

licences: setup-test ## write the list of libraries and their licences that About shows
	node scripts/licences.mjs

map: setup-test ## take the map's libraries and outline from their packages
	npm run --silent map

css: setup-test ## build the style sheet after a change of classes or theme
	npm run --silent css

bench: ## figures for docs/performance.md
	cargo bench -p satchel-tests

cold-start: setup-test ## time from a dead process to Today, and memory, with 100,000 items
	cargo build --release -p satchel-mobile --bin satchel -p satchel-tests --bin large-profile
	node tests/e2e/start.mjs
