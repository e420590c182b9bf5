#!/usr/bin/env python3
"""Deletes an endpoint with what belongs to it."""

import sys

from carteiro_aws.program import start

if __name__ == "__main__":
    sys.exit(start("delete_endpoint"))
