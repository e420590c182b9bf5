"""The frame of all scripts: command line, settings, clients, errors, exit status."""

from __future__ import annotations

import argparse
import dataclasses
import importlib
import os
import sys
from collections.abc import Callable, Mapping, Sequence

from carteiro_aws.errors import ScriptError

SUCCEEDED, FAILED, INTERRUPTED, WRONG_USAGE = 0, 1, 130, 2


@dataclasses.dataclass(frozen=True)
class Command:
    """A script: what it does, which sections it reads, and its work."""

    summary: str
    sections: tuple[str, ...]
    add_options: Callable[[argparse.ArgumentParser], None]
    run: Callable[..., None]


def start(name: str) -> int:
    """Runs the script of a name with this process's arguments and environment; the exit status."""
    try:
        module = importlib.import_module(f"carteiro_aws.commands.{name}")
    except ModuleNotFoundError as error:
        if error.name not in {"boto3", "botocore"}:
            raise
        return failed(name, "boto3 is not installed; run aws_scripts/setup_venv.sh and use the python that it prints")
    return run(name, module.COMMAND, sys.argv[1:], os.environ)


def run(name: str, command: Command, arguments: Sequence[str], environ: Mapping[str, str]) -> int:
    """Runs a command; one line on standard error tells why it failed."""
    import boto3.exceptions
    import botocore.exceptions

    from carteiro_aws.aws_errors import explained

    try:
        command.run(prepared(name, command, arguments, environ))
    except ScriptError as error:
        return failed(name, str(error))
    except boto3.exceptions.S3UploadFailedError as error:
        # The cause tells more than the text of this one.
        cause = error.__context__
        return failed(name, str(explained(cause)) if isinstance(cause, Exception) else str(error))
    except (botocore.exceptions.ClientError, botocore.exceptions.BotoCoreError) as error:
        return failed(name, str(explained(error)))
    except BrokenPipeError:
        return SUCCEEDED
    except KeyboardInterrupt:
        print(f"{name}: no longer waiting; what was started in AWS goes on", file=sys.stderr)
        return INTERRUPTED
    return SUCCEEDED


def prepared(name: str, command: Command, arguments: Sequence[str], environ: Mapping[str, str]) -> object:
    """The context of a run."""
    from carteiro_aws.configuration import read_file, resolve
    from carteiro_aws.context import Context
    from carteiro_aws.sections import SECTIONS, AWSSettings
    from carteiro_aws.session import Clients

    options = parser(name, command).parse_args(arguments)
    tables, path = read_file(options.config_file, environ)
    flags = vars(options)
    sections: dict[type, object] = {
        SECTIONS[section]: resolve(section, SECTIONS[section], flags, environ, tables, path)
        for section in command.sections
    }
    aws = sections[AWSSettings]
    assert isinstance(aws, AWSSettings)
    return Context(sections, options, Clients(aws, environ))


def parser(name: str, command: Command) -> argparse.ArgumentParser:
    """The command line of a script."""
    from carteiro_aws.configuration import FILE_VARIABLE, add_flags
    from carteiro_aws.sections import SECTIONS

    found = argparse.ArgumentParser(
        prog=f"{name}.py",
        description=command.summary,
        epilog="A flag comes before its environment variable, that before config.toml, that before the default.",
        allow_abbrev=False,
    )
    found.add_argument("--config-file", metavar="FILE", help=f"in place of config.toml ({FILE_VARIABLE})")
    found.add_argument("--dry-run", action="store_true", help="print the requests as JSON and call nothing")
    command.add_options(found)
    for section in command.sections:
        add_flags(found, section, SECTIONS[section])
    return found


def failed(name: str, message: str) -> int:
    """Prints why a script failed; its exit status."""
    print(f"{name}: {' '.join(message.split())}", file=sys.stderr)
    return FAILED
