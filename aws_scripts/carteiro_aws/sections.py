"""The sections of config.toml, with defaults. An empty text means: not given."""

from __future__ import annotations

import dataclasses

from carteiro_aws.settings import setting

LARGEST_PAYLOAD_MB = 100


@dataclasses.dataclass(frozen=True)
class AWSSettings:
    """What all scripts share."""

    region: str = setting("", "region, such as sa-east-1; else AWS_REGION, AWS_DEFAULT_REGION or the profile's")
    profile: str = setting("", "profile of the AWS configuration; else AWS_PROFILE or the default one")
    prefix: str = setting("carteiro", "begins the names of jobs and models, and the keys in the bucket")
    role: str = setting("", "SageMaker execution role: a name or an ARN")
    image: str = setting(
        "carteiro:latest", "image: an ECR repository of this account with tag or digest, or a whole URI"
    )
    bucket: str = setting("", "bucket for data, models and results, without s3://")
    kms_key: str = setting("", "KMS key for volumes and results: an id or an ARN")
    subnets: tuple[str, ...] = setting((), "subnets of the VPC in which containers run")
    security_groups: tuple[str, ...] = setting((), "security groups of the VPC")
    tags: dict[str, str] = setting({}, "tags of everything that is created", flag="--tag")
    max_attempts: int = setting(8, "how often a throttled or failed request is tried", least=1, most=50)
    poll_seconds: float = setting(15.0, "seconds between looks at a job that is waited for", least=0, most=600)
    log_lines: int = setting(20, "last lines of the log printed when a job fails", least=0, most=1000)


@dataclasses.dataclass(frozen=True)
class TrainingSettings:
    """A training job."""

    data: str = setting("", "training documents: s3://..., or a local folder or file, which is uploaded")
    validation: str = setting("", "documents to measure with, likewise")
    config: str = setting("", "substitutions.json and other files of the shop, likewise; becomes the channel config")
    content_type: str = setting("", "content type of the documents; else it is seen from the files")
    input_mode: str = setting("File", "how documents reach the container", choices=("File", "FastFile", "Pipe"))
    instance_type: str = setting("ml.m5.large", "type of the machine")
    instance_count: int = setting(1, "number of machines", least=1, most=100)
    volume_gb: int = setting(10, "disk in GiB", least=1, most=16384)
    max_runtime_seconds: int = setting(3600, "the job is stopped after this time", least=1, most=2419200)
    spot: bool = setting(False, "use spare machines, cheaper but taken back at any time")
    max_wait_seconds: int = setting(7200, "with spot: longest time with waiting", least=1, most=2419200)
    checkpoints: bool = setting(False, "keep checkpoints in the bucket; always so with spot")
    network_isolation: bool = setting(True, "no network and no credentials in the container")
    hyperparameters: dict[str, str] = setting({}, "hyperparameters", flag="--hyperparameter")
    environment: dict[str, str] = setting({}, "environment variables of the container", flag="--environment")


@dataclasses.dataclass(frozen=True)
class ModelSettings:
    """A model, made from a training job."""

    environment: dict[str, str] = setting({}, "environment variables of the container", flag="--environment")
    network_isolation: bool = setting(True, "no network and no credentials in the container")


@dataclasses.dataclass(frozen=True)
class BatchSettings:
    """A batch transform job."""

    input: str = setting("", "documents: s3://..., or a local folder or file, which is uploaded")
    output: str = setting("", "s3://... for the answers; else below the bucket's prefix")
    content_type: str = setting("application/jsonlines", "type of the documents")
    accept: str = setting("application/jsonlines", "type of the answers")
    split: str = setting("Line", "Line: each line is a record; None: a file is one request", choices=("Line", "None"))
    strategy: str = setting(
        "MultiRecord", "fill each request, or one record a request", choices=("MultiRecord", "SingleRecord")
    )
    max_payload_mb: int = setting(
        6, "largest request in MB; 0: one request a file, without limit", least=0, most=LARGEST_PAYLOAD_MB
    )
    max_concurrent: int = setting(0, "requests at a time; 0: what the container offers", least=0, most=100)
    join: bool = setting(False, "set record and answer together")
    timeout_seconds: int = setting(600, "seconds for one request", least=1, most=3600)
    retries: int = setting(3, "how often a failed request is tried again", least=0, most=3)
    instance_type: str = setting("ml.m5.large", "type of the machine")
    instance_count: int = setting(1, "number of machines", least=1, most=100)
    environment: dict[str, str] = setting({}, "environment variables of the container", flag="--environment")


@dataclasses.dataclass(frozen=True)
class EndpointSettings:
    """An endpoint and its configuration."""

    name: str = setting("carteiro", "name of the endpoint")
    kind: str = setting("instance", "machines that run all the time, or serverless", choices=("instance", "serverless"))
    instance_type: str = setting("ml.t2.medium", "type of the machine")
    instance_count: int = setting(1, "number of machines at the start", least=1, most=100)
    memory_mb: int = setting(1024, "serverless: memory in MB, 1024 to 6144 by 1024", least=1024, most=6144)
    max_concurrency: int = setting(5, "serverless: requests at a time", least=1, most=200)
    autoscaling: bool = setting(False, "change the number of machines with the load")
    min_count: int = setting(1, "autoscaling: fewest machines", least=1, most=100)
    max_count: int = setting(2, "autoscaling: most machines", least=1, most=100)
    target_per_minute: float = setting(1000.0, "autoscaling: requests a minute for each machine", least=1)
    capture: bool = setting(False, "keep requests and answers in the bucket; they hold personal data")
    capture_percent: int = setting(100, "capture: share of the requests", least=1, most=100)


@dataclasses.dataclass(frozen=True)
class TuningSettings:
    """A hyperparameter tuning job; its training jobs follow [training]."""

    objective: str = setting("validation:macro_f1", "metric that is made best")
    strategy: str = setting("Bayesian", "search", choices=("Bayesian", "Random", "Hyperband", "Grid"))
    max_jobs: int = setting(20, "training jobs in all", least=1, most=750)
    max_parallel: int = setting(2, "training jobs at a time", least=1, most=100)
    early_stopping: bool = setting(True, "stop jobs that are behind the others")
    integer: dict[str, str] = setting({}, 'whole numbers, such as n_estimators=[50, 400] or [50, 400, "Logarithmic"]')
    continuous: dict[str, str] = setting({}, "numbers, such as max_samples=[0.5, 1.0]")
    categorical: dict[str, str] = setting({}, 'words, such as criterion=["gini", "entropy"]')


SECTIONS: dict[str, type] = {
    "aws": AWSSettings,
    "training": TrainingSettings,
    "model": ModelSettings,
    "batch": BatchSettings,
    "endpoint": EndpointSettings,
    "tuning": TuningSettings,
}
