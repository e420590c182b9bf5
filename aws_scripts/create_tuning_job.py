#!/usr/bin/env python3
"""Starts a hyperparameter tuning job and waits for it."""

import sys

from carteiro_aws.program import start

if __name__ == "__main__":
    sys.exit(start("create_tuning_job"))
