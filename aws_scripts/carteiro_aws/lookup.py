"""Finds role, image and bucket before a job is asked for, so that a fault is named at once."""

from __future__ import annotations

import re
from typing import Any

from botocore.exceptions import ClientError

from carteiro_aws.aws_errors import code_of, is_denied, is_missing
from carteiro_aws.errors import ScriptError
from carteiro_aws.sections import AWSSettings
from carteiro_aws.session import Clients
from carteiro_aws.training_request import Resources

ACCOUNT_PLACEHOLDER = "ACCOUNT"
ECR_IMAGE = re.compile(
    r"(?P<account>\w+)\.dkr\.ecr\.(?P<region>[a-z0-9-]+)\.amazonaws\.com(\.cn)?/"
    r"(?P<repository>[^:@]+)(:(?P<tag>[^@]+))?(@(?P<digest>sha256:[0-9a-f]{64}))?"
)


def resources(clients: Clients, aws: AWSSettings, *, dry_run: bool) -> Resources:
    """Role, image and bucket, checked; in a dry run made of the settings alone."""
    return Resources(
        role=execution_role(clients, aws, dry_run=dry_run),
        image=image(clients, aws, dry_run=dry_run),
        bucket=bucket(clients, aws, dry_run=dry_run),
    )


def account(clients: Clients, *, dry_run: bool) -> str:
    """The number of the account that the credentials belong to."""
    return ACCOUNT_PLACEHOLDER if dry_run else str(clients.sts.get_caller_identity()["Account"])


def execution_role(clients: Clients, aws: AWSSettings, *, dry_run: bool) -> str:
    """The role's ARN."""
    if not aws.role:
        raise ScriptError(
            "no SageMaker execution role is set; give its name or ARN by --role, CARTEIRO_AWS_ROLE or [aws] role in "
            "config.toml (terraform output -raw sagemaker_role)"
        )
    given_arn = aws.role.startswith("arn:")
    name = aws.role.rsplit("/", 1)[-1]
    if dry_run:
        return aws.role if given_arn else f"arn:aws:iam::{ACCOUNT_PLACEHOLDER}:role/{aws.role}"
    try:
        return str(clients.iam.get_role(RoleName=name)["Role"]["Arn"])
    except ClientError as error:
        if is_missing(error):
            raise ScriptError(f"the role {aws.role!r} does not exist; make it with terraform or give another") from None
        if is_denied(error) and given_arn:
            return aws.role
        if is_denied(error):
            raise ScriptError(
                f"the role {aws.role!r} cannot be looked up: the permission iam:GetRole is missing; give the role's ARN"
            ) from None
        raise


def image(clients: Clients, aws: AWSSettings, *, dry_run: bool) -> str:
    """The image's URI; one in ECR must be there, in a form that SageMaker takes."""
    if not aws.image:
        raise ScriptError("no image is set; give it by --image, CARTEIRO_AWS_IMAGE or [aws] image in config.toml")
    uri = aws.image
    if "/" not in uri or not re.match(r"[^/]*[.:][^/]*/|localhost/", uri):
        suffix = "amazonaws.com.cn" if clients.region.startswith("cn-") else "amazonaws.com"
        uri = f"{account(clients, dry_run=dry_run)}.dkr.ecr.{clients.region}.{suffix}/{uri}"
    found = ECR_IMAGE.fullmatch(uri)
    if found and not dry_run:
        check_image(clients, uri, found)
    return uri


def check_image(clients: Clients, uri: str, parts: re.Match[str]) -> None:
    """Raises a ScriptError when ECR does not hold the image, or holds it in a form that SageMaker refuses."""
    if parts["region"] != clients.region:
        raise ScriptError(f"the image {uri} is in another region than {clients.region}; SageMaker wants it in the same")
    wanted = {"imageDigest": parts["digest"]} if parts["digest"] else {"imageTag": parts["tag"] or "latest"}
    try:
        answer = clients.ecr.describe_images(
            registryId=parts["account"], repositoryName=parts["repository"], imageIds=[wanted]
        )
    except ClientError as error:
        if code_of(error) == "RepositoryNotFoundException":
            raise ScriptError(
                f"the image {uri}: ECR has no repository {parts['repository']!r} in {clients.region}; "
                "make and push it by container/build_and_push.sh"
            ) from None
        if is_missing(error):
            raise ScriptError(f"the image {uri} is not in ECR; push it by container/build_and_push.sh") from None
        if is_denied(error):
            return
        raise
    kind = answer["imageDetails"][0].get("imageManifestMediaType", "")
    if kind.startswith("application/vnd.oci.image"):
        raise ScriptError(
            f"the image {uri} has an OCI manifest, which SageMaker refuses; push it by container/build_and_push.sh"
        )


def bucket(clients: Clients, aws: AWSSettings, *, dry_run: bool) -> str:
    """The bucket's name, if it is there and may be used."""
    if not aws.bucket:
        raise ScriptError(
            "no bucket is set; give its name by --bucket, CARTEIRO_AWS_BUCKET or [aws] bucket in config.toml "
            "(terraform output -raw bucket)"
        )
    name = aws.bucket.removeprefix("s3://").strip("/")
    if "/" in name:
        raise ScriptError(f"[aws] bucket {aws.bucket!r} is more than a bucket's name; leave out the key")
    if not dry_run:
        check_bucket(clients, name)
    return name


def check_bucket(clients: Clients, name: str) -> None:
    """Raises a ScriptError when the bucket is not there or belongs to somebody else."""
    try:
        clients.s3.head_bucket(Bucket=name)
    except ClientError as error:
        if is_missing(error):
            raise ScriptError(f"the bucket {name!r} does not exist; make it with terraform or give another") from None
        if is_denied(error):
            raise ScriptError(
                f"the bucket {name!r} may not be used: it belongs to another account, or the permission "
                "s3:ListBucket is missing"
            ) from None
        raise


def described(call: Any, **names: str) -> dict[str, Any] | None:
    """A description, or nothing where there is no such thing."""
    try:
        return dict(call(**names))
    except ClientError as error:
        if is_missing(error):
            return None
        raise
