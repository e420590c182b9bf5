# Two commands do everything on a fresh Debian 12 machine with Swift 6.3: `make demo` and `make test`.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

SWIFT ?= swift
SWIFT_FLAGS ?=
# More options of `swift test` alone, such as --filter or --xunit-output.
TEST_FLAGS ?=
# Builds that must come before `swift test`; set to `build release` when tests run the release executable.
BUILDS_FOR_TEST ?= build
LEXICON := .build/lexicon
export CARTEIRO_LEXICON_DIR ?= $(CURDIR)/$(LEXICON)

SCRIPTS = $(shell grep -rlIE '^\#(!/usr/bin/env bash|!/bin/sh| shellcheck shell=)' \
	$(wildcard .ci Benchmarks aws_scripts container local_test))
FORMATTED := Sources Tests Package.swift

.PHONY: help packages lexicon build release test lint format check check-mlflow demo image image-test scripts-test bench scale report-test clean \
	aws-test terraform-test

help: ## show the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  \1\t\2/' | expand -t 18

packages: ## install the Debian packages that are missing (SKIP_PACKAGES=1: trust that they are there)
	@$(if $(SKIP_PACKAGES),true,container/install_packages.sh build lexicon run test)

lexicon: release ## prepare the lexicon that lemmatizes words
	@$(MAKE) --no-print-directory $(LEXICON)/NOTICE \
		|| echo "warning: no lexicon; words are stemmed, not lemmatized (see container/lexicon.sh)" >&2

# The notice is written last, so it stands for the whole folder.
$(LEXICON)/NOTICE: container/lexicon.sh container/dictionaries.sh container/lexicon-NOTICE $(wildcard Sources/TextAnalysis/Lexicon/*.swift)
	@mkdir -p $(LEXICON)
	@container/lexicon.sh $(LEXICON) .build/release/carteiro

build: packages ## build everything for debugging
	@.ci/quietly "debug build" $(SWIFT) build $(SWIFT_FLAGS)

release: packages ## build the executable as it ships
	@.ci/quietly "release build" $(SWIFT) build -c release --product carteiro $(SWIFT_FLAGS)

test: lexicon $(BUILDS_FOR_TEST) ## run all tests
	@rm -f .build/test-summary
	@mkdir -p .build/test-results
	@$(SWIFT) test --disable-xctest $(SWIFT_FLAGS) $(TEST_FLAGS) 2>&1 | tee .build/test.log
	@grep -E 'Test run with [1-9][0-9]* tests?' .build/test.log | tail -1 > .build/test-summary \
		|| { echo "no test ran" >&2; exit 1; }

lint: packages ## check the format of the sources and the shell scripts
	@$(SWIFT) format lint --strict --recursive --configuration .swift-format $(FORMATTED)
	@shellcheck --external-sources $(SCRIPTS)
	@.ci/check_sources

format: ## format the sources in place
	@$(SWIFT) format --in-place --recursive --configuration .swift-format $(FORMATTED)

check: lint ## lint, check CircleCI's file, and let no target import what it does not declare
	@.ci/check_circleci
	@.ci/quietly "import check" $(SWIFT) build --build-tests --explicit-target-dependency-import-check error $(SWIFT_FLAGS)

check-mlflow: lexicon ## track a training by a real MLflow server (installs 850 MB outside the repository)
	@container/install_packages.sh bench
	@.ci/check_mlflow
aws-test: ## check the scripts for AWS: format, lint, types, tests against a stand-in
	@$(if $(SKIP_PACKAGES),true,container/install_packages.sh aws)
	@aws_scripts/check.sh

terraform-test: ## apply, change and destroy the Terraform files against the stand-in; skipped without terraform
	@$(if $(SKIP_PACKAGES),true,container/install_packages.sh aws)
	@aws_scripts/check.sh --terraform

demo: lexicon ## train on the sample, serve behind nginx, post the payload
	@local_test/demo.sh

image: ## build the image with docker, podman or buildah (IMAGE=carteiro:latest)
	@container/build_image.sh $(IMAGE)

image-test: ## build the image and run it as SageMaker does, without docker too
	@container/image_test.sh

scripts-test: ## test the script that pushes the image, against stand-ins, and the cutting of batches
	@container/test_build_and_push.sh
	@cd local_test && python3 -B test_batch_agent.py

bench: lexicon ## compare with scikit-learn, interleaved (BENCH="--runs 3 --data TRAIN.csv TEST.csv en")
	@container/install_packages.sh bench
	@Benchmarks/peer/setup.sh > .build/peer-python
	@python3 Benchmarks/bench.py --peer-python "$$(cat .build/peer-python)" $(BENCH)

scale: release ## time the fit on 10,000 to 80,000 generated documents
	@python3 Benchmarks/scale.py $(SCALE)

report-test: lexicon ## open the report in headless Chromium (PICTURES=FOLDER keeps pictures)
	@container/install_packages.sh report
	@.ci/report_test $(PICTURES)

clean: ## remove what was built, trained and written
	@rm -rf .build
	@find local_test/test_dir/model local_test/test_dir/output -mindepth 1 ! -name .gitkeep -delete
