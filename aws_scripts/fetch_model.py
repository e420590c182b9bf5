#!/usr/bin/env python3
"""Fetches a trained model for serving on this machine."""

import sys

from carteiro_aws.program import start

if __name__ == "__main__":
    sys.exit(start("fetch_model"))
