#!/usr/bin/env python3
"""Makes an endpoint, or changes the one that is there without a pause."""

import sys

from carteiro_aws.program import start

if __name__ == "__main__":
    sys.exit(start("create_endpoint"))
