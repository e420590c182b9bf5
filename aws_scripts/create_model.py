#!/usr/bin/env python3
"""Makes a SageMaker model from a training job."""

import sys

from carteiro_aws.program import start

if __name__ == "__main__":
    sys.exit(start("create_model"))
