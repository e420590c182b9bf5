"""Fetches a trained model for serving on this machine."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from botocore.exceptions import ClientError

from carteiro_aws import archive, selection
from carteiro_aws.aws_errors import is_missing
from carteiro_aws.context import Context, shown
from carteiro_aws.errors import ScriptError
from carteiro_aws.names import s3_parts
from carteiro_aws.program import Command
from carteiro_aws.sections import AWSSettings

DEFAULT_FOLDER = Path(__file__).resolve().parents[3] / "local_test/test_dir/model"


def add_options(parser: argparse.ArgumentParser) -> None:
    """The flags that are no settings."""
    source = parser.add_mutually_exclusive_group()
    source.add_argument("--job", help="training job; by default the newest that succeeded")
    source.add_argument("--tuning-job", help="tuning job whose best training job is taken")
    parser.add_argument("--folder", type=Path, default=DEFAULT_FOLDER, help="where the model goes (%(default)s)")


def run(context: Context) -> None:
    """Downloads the archive and unpacks it; prints the files."""
    aws, options = context.section(AWSSettings), context.options
    if context.dry_run:
        job_name = options.job or options.tuning_job or f"{aws.prefix}-NEWEST"
        context.result(shown("s3:GetObject", {"model of": job_name, "folder": str(options.folder)}))
        return
    if options.job:
        job = selection.named(context.clients, options.job)
    elif options.tuning_job:
        job = selection.best_of_tuning(context.clients, options.tuning_job)
    else:
        job = selection.newest_successful(context.clients, aws.prefix)
    uri = selection.artifact(job)
    context.say(f"training job {job['TrainingJobName']}: fetching {uri}")
    for name in fetched(context, uri, options.folder):
        context.result(str(options.folder / name))
    context.say("serve it: local_test/serve_local.sh")


def fetched(context: Context, uri: str, folder: Path) -> list[str]:
    """The names of the files that an archive brought into a folder."""
    bucket, key = s3_parts(uri)
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "model.tar.gz"
        try:
            context.clients.s3.download_file(bucket, key, str(path))
        except ClientError as error:
            if is_missing(error):
                raise ScriptError(f"{uri} is no longer there; name another job by --job") from None
            raise
        return archive.unpack(path, folder)


COMMAND = Command("Downloads and unpacks the newest model for serving on this machine.", ("aws",), add_options, run)
