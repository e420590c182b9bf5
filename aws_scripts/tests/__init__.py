"""Tests of the scripts for AWS."""
