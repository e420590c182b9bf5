"""Where a job's log is in CloudWatch, and its last lines."""

from __future__ import annotations

from botocore.exceptions import BotoCoreError, ClientError

from carteiro_aws.session import Clients
from carteiro_aws.waiting import Say

TRAINING_GROUP = "/aws/sagemaker/TrainingJobs"
TRANSFORM_GROUP = "/aws/sagemaker/TransformJobs"
ENDPOINT_GROUP = "/aws/sagemaker/Endpoints/"
MOST_STREAMS = 5


def print_tail(clients: Clients, group: str, prefix: str, lines: int, say: Say) -> None:
    """Prints the names and last lines of the log streams that begin with a prefix. A missing log is no fault."""
    say(f"log group {group}, streams that begin with {prefix!r}:")
    try:
        streams = stream_names(clients, group, prefix)
        for stream in streams:
            say(f"  log stream {stream}")
            for line in tail(clients, group, stream, lines):
                say(f"    {line}")
        if not streams:
            say("  none is there yet")
    except (ClientError, BotoCoreError) as error:
        say(f"  cannot be read here ({type(error).__name__}): {' '.join(str(error).split())}")


def stream_names(clients: Clients, group: str, prefix: str) -> list[str]:
    """The first streams of a job; a job has one a machine."""
    options = {"logStreamNamePrefix": prefix} if prefix else {}
    answer = clients.logs.describe_log_streams(logGroupName=group, limit=MOST_STREAMS, **options)
    return [stream["logStreamName"] for stream in answer["logStreams"]]


def tail(clients: Clients, group: str, stream: str, lines: int) -> list[str]:
    """The last lines of a stream."""
    if lines == 0:
        return []
    answer = clients.logs.get_log_events(logGroupName=group, logStreamName=stream, limit=lines, startFromHead=False)
    return [event["message"].rstrip() for event in answer["events"][-lines:]]
