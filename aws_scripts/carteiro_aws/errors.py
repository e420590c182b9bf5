"""The one error that a user sees."""

from __future__ import annotations


class ScriptError(Exception):
    """A fault in one line: what is wrong, where, and what to do."""


class JobError(ScriptError):
    """A job, transform or endpoint that ended other than wished."""
