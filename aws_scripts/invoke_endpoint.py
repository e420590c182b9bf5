#!/usr/bin/env python3
"""Asks an endpoint."""

import sys

from carteiro_aws.program import start

if __name__ == "__main__":
    sys.exit(start("invoke_endpoint"))
