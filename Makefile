# Two commands do everything on a fresh machine: `make demo` and `make test`.

SWIFT ?= swift
# SwiftPM alone accepts imports that the manifest does not declare.
CHECKED = --explicit-target-dependency-import-check error
# One binary: the standard library and Foundation inside it. macOS has them in the system.
STATIC = $(if $(filter Linux,$(shell uname -s)),--static-swift-stdlib)
RELEASE = $(SWIFT) build -c release $(CHECKED) $(STATIC)
BINARY = $(shell $(RELEASE) --show-bin-path)/hearsay

.PHONY: demo test build setup format lint bench differential accept model clean

## build what is missing, run the bundled case, its questions and exports
demo: build
	$(BINARY) demo

## all tests that need nothing but this repository
test: setup
	$(SWIFT) build $(CHECKED)
	$(SWIFT) build --build-tests $(CHECKED)
	$(SWIFT) test --skip-build
	$$($(SWIFT) build --show-bin-path)/hearsay test queries --at-least 20

## the program, optimised
build: setup
	$(RELEASE) --product hearsay
	@echo "built $(BINARY)"

setup:
	@sh Tests/setup.sh

format:
	$(SWIFT) format --in-place --recursive --configuration .swift-format Package.swift Sources Tests

lint:
	$(SWIFT) format lint --strict --recursive --configuration .swift-format Package.swift Sources Tests

## queries against plain loops, then the workload of ../shared/bench, also side by side where other engines are installed
bench: build
	$(RELEASE) --product Benchmarks
	$(shell $(RELEASE) --show-bin-path)/Benchmarks
	$(shell $(RELEASE) --show-bin-path)/Benchmarks growth
	@sh Tests/acceptance/bench.sh "$(BINARY)"

## random queries against second opinions, at length; SEED and QUERIES say which and how many
differential: setup
	$(RELEASE) --product Benchmarks
	$(shell $(RELEASE) --show-bin-path)/Benchmarks differential --seed $(or $(SEED),1) --queries $(or $(QUERIES),1000000) --threads 2

## what is measured over ../shared; skips with a sentence where that is absent
accept: build
	BINARY="$(BINARY)" sh Tests/acceptance/run.sh

## the language model anew, the same bytes each time
model: setup
	@test -n "$(DATA)" || { echo "say where the treebanks are: make model DATA=../shared/treebanks"; exit 2; }
	$(RELEASE) --product ModelTraining
	$(shell $(RELEASE) --show-bin-path)/ModelTraining --data "$(DATA)" --output Sources/CEmbeddedFiles/model/english.model

clean:
	$(SWIFT) package clean
