"""SageMaker in moto with states that change: jobs run before they end, endpoints are made and updated in steps.

moto completes everything at once, has no UpdateEndpoint and no Stop operations, takes a name twice, and cuts lists
before it filters them.
"""

from __future__ import annotations

import io
import tarfile
from collections.abc import Callable
from typing import Any

from moto.core.responses import ActionResult, EmptyResult
from moto.s3.models import s3_backends
from moto.sagemaker import models, responses
from moto.sagemaker.exceptions import AWSValidationException, ValidationError

from tests.stand_in.faults import FAULTS

LOOKS_BEFORE_CHANGE = 2
REASON = "AlgorithmError: User error: training: the channel has no document, exit code: 1"
Backend, Response = models.SageMakerModelBackend, responses.SageMakerResponse
CREATE_MODEL = Response.create_model


def set_course(thing: Any, attribute: str, states: list[str]) -> None:
    """Lets a thing go through states, one every few looks."""
    thing.course, thing.looks = states[1:], LOOKS_BEFORE_CHANGE
    setattr(thing, attribute, states[0])


def look(thing: Any, attribute: str) -> None:
    """One look at a thing; after some its state changes."""
    course = getattr(thing, "course", [])
    if not course:
        return
    thing.looks -= 1
    if thing.looks <= 0:
        thing.looks = LOOKS_BEFORE_CHANGE
        state = course.pop(0)
        setattr(thing, attribute, state)
        if state == "Failed":
            thing.failure_reason = REASON
        if state == "Completed" and attribute == "training_job_status":
            store_model(thing)


def store_model(job: Any) -> None:
    """Puts a small model into the bucket, as a training job does at its end."""
    job.secondary_status = "Completed"
    bucket, _, key = job.model_artifacts["S3ModelArtifacts"].removeprefix("s3://").partition("/")
    backend = next(iter(s3_backends.values()))["aws"]
    if bucket in backend.buckets:
        backend.put_object(bucket, key, packed({"carteiro.model": job.training_job_name.encode()}))


def packed(files: dict[str, bytes]) -> bytes:
    """Files as a tar.gz archive."""
    output = io.BytesIO()
    with tarfile.open(fileobj=output, mode="w:gz") as tar:
        for name, content in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            tar.addfile(entry, io.BytesIO(content))
    return output.getvalue()


def follow(kind: str, store: str, attribute: str, running: str, success: str) -> None:
    """Wraps moto's create and describe of one kind of thing."""
    create, describe = getattr(Backend, f"create_{kind}"), getattr(Backend, f"describe_{kind}")

    def creating(self: Any, *arguments: Any, **named: Any) -> Any:
        name = named.get(f"{kind}_name") or arguments[0]
        if name in getattr(self, store):
            raise AWSValidationException(f'Cannot create already existing {kind} "{name}".')
        made = create(self, *arguments, **named)
        thing = getattr(self, store)[name]
        set_course(thing, attribute, [running, FAULTS.ending(name, success)])
        if hasattr(thing, "secondary_status"):
            thing.secondary_status = "Starting"
        return made

    def describing(self: Any, name: str = "", *arguments: Any, **named: Any) -> Any:
        name = name or named.pop(f"{kind}_name")
        answer = describe(self, name, *arguments, **named)
        look(getattr(self, store)[name], attribute)
        return answer

    setattr(Backend, f"create_{kind}", creating)
    setattr(Backend, f"describe_{kind}", describing)


def update_endpoint(self: Any) -> ActionResult:
    """UpdateEndpoint, which moto lacks."""
    backend, name = self.sagemaker_backend, self._get_param("EndpointName")
    configuration_name = self._get_param("EndpointConfigName")
    endpoint = backend.endpoints.get(name)
    if endpoint is None:
        raise ValidationError(message=f'Could not find endpoint "{name}".')
    if endpoint.endpoint_status != "InService":
        raise ValidationError(message=f"Cannot update in-progress endpoint {name}.")
    configuration = backend.describe_endpoint_config(configuration_name)
    if FAULTS.ending("update:" + name, "InService") == "RolledBack":
        endpoint.failure_reason = "The new variant did not pass the ping health check"
    else:
        endpoint.endpoint_config_name = configuration_name
        endpoint.production_variants = endpoint._process_production_variants(configuration["ProductionVariants"])
    set_course(endpoint, "endpoint_status", ["Updating", "InService"])
    return ActionResult({"EndpointArn": endpoint.arn})


def stopper(store: str, parameter: str, attribute: str) -> Callable[[Any], EmptyResult]:
    """A Stop operation, which moto lacks."""

    def stop(self: Any) -> EmptyResult:
        thing = getattr(self.sagemaker_backend, store).get(self._get_param(parameter))
        if thing is None:
            raise AWSValidationException("Requested resource not found.")
        if getattr(thing, attribute) != "InProgress":
            raise AWSValidationException("The request was rejected because the job has ended.")
        set_course(thing, attribute, ["Stopping", "Stopped"])
        return EmptyResult()

    return stop


def list_training_jobs(self: Any) -> ActionResult:
    """ListTrainingJobs as the service does it: filter, sort, then cut into pages."""
    wanted, part = self._get_param("StatusEquals"), self._get_param("NameContains") or ""
    jobs = [
        job
        for job in self.sagemaker_backend.training_jobs.values()
        if part in job.training_job_name and wanted in (None, job.training_job_status)
    ]
    jobs.sort(key=lambda job: job.creation_time, reverse=self._get_param("SortOrder", "Descending") == "Descending")
    start, size = int(self._get_param("NextToken") or 0), self._get_int_param("MaxResults") or 10
    answer: dict[str, Any] = {"TrainingJobSummaries": [summary(job) for job in jobs[start : start + size]]}
    if start + size < len(jobs):
        answer["NextToken"] = str(start + size)
    return ActionResult(answer)


def summary(job: Any) -> dict[str, Any]:
    """One entry of the list."""
    return {
        "TrainingJobName": job.training_job_name,
        "TrainingJobArn": job.arn,
        "CreationTime": job.creation_time,
        "TrainingJobStatus": job.training_job_status,
    }


def create_model(self: Any) -> ActionResult:
    """CreateModel with the network isolation that moto forgets, and without the VPC that it makes up."""
    answer = CREATE_MODEL(self)
    model = self.sagemaker_backend._models[self._get_param("ModelName")]
    model.enable_network_isolation = bool(self._get_param("EnableNetworkIsolation"))
    model.vpc_config = self._get_param("VpcConfig") or None
    return answer


def describe_configuration(self: Any) -> ActionResult:
    """DescribeEndpointConfig without the data capture that moto tells of where none was asked for."""
    described = dict(self.sagemaker_backend.describe_endpoint_config(self._get_param("EndpointConfigName")))
    if not (described.get("DataCaptureConfig") or {}).get("EnableCapture"):
        described.pop("DataCaptureConfig", None)
    return ActionResult(described)


def install() -> None:
    """Puts all of it into moto; once a process."""
    if hasattr(Response, "update_endpoint"):
        return
    follow("training_job", "training_jobs", "training_job_status", "InProgress", "Completed")
    follow("transform_job", "transform_jobs", "transform_job_status", "InProgress", "Completed")
    follow("endpoint", "endpoints", "endpoint_status", "Creating", "InService")
    follow(
        "hyper_parameter_tuning_job",
        "hyper_parameter_tuning_jobs",
        "hyper_parameter_tuning_job_status",
        "InProgress",
        "Completed",
    )
    Response.describe_endpoint_config = describe_configuration
    Response.create_model = create_model
    Response.update_endpoint = update_endpoint
    Response.list_training_jobs = list_training_jobs
    Response.stop_training_job = stopper("training_jobs", "TrainingJobName", "training_job_status")
    Response.stop_transform_job = stopper("transform_jobs", "TransformJobName", "transform_job_status")
