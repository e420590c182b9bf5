"""AWS's errors in one line: what was refused, where, and what to do."""

from __future__ import annotations

import re
from typing import Any

from botocore import exceptions

from carteiro_aws.errors import ScriptError

DENIED = frozenset({"AccessDenied", "AccessDeniedException", "UnauthorizedOperation", "NotAuthorized", "403"})
THROTTLED = frozenset(
    {"Throttling", "ThrottlingException", "ThrottledException", "RequestLimitExceeded", "TooManyRequestsException"}
    | {"SlowDown"}
)
EXPIRED = frozenset({"ExpiredToken", "ExpiredTokenException", "RequestExpired", "TokenRefreshRequired"})
UNKNOWN_KEYS = frozenset(
    {"UnrecognizedClientException", "InvalidClientTokenId", "InvalidAccessKeyId", "SignatureDoesNotMatch"}
    | {"InvalidSignatureException", "MissingAuthenticationTokenException", "AuthFailure", "IncompleteSignature"}
)
MISSING = frozenset(
    {"404", "NoSuchKey", "NoSuchBucket", "NoSuchEntity", "NotFound", "ResourceNotFound", "ResourceNotFoundException"}
    | {"RepositoryNotFoundException", "ImageNotFoundException", "ObjectNotFoundException"}
)
QUOTA = frozenset({"ResourceLimitExceeded", "LimitExceededException", "ServiceQuotaExceededException"})

# Permissions that are not named as the operation is, or not in SageMaker's service.
PERMISSIONS = {
    "HeadBucket": "s3:ListBucket",
    "ListObjectsV2": "s3:ListBucket",
    "HeadObject": "s3:GetObject",
    "GetObject": "s3:GetObject",
    "PutObject": "s3:PutObject",
    "GetRole": "iam:GetRole",
    "DescribeImages": "ecr:DescribeImages",
    "GetCallerIdentity": "sts:GetCallerIdentity",
    "DescribeLogStreams": "logs:DescribeLogStreams",
    "GetLogEvents": "logs:GetLogEvents",
    "InvokeEndpointWithResponseStream": "sagemaker:InvokeEndpoint",
    "RegisterScalableTarget": "application-autoscaling:RegisterScalableTarget",
    "DeregisterScalableTarget": "application-autoscaling:DeregisterScalableTarget",
    "DescribeScalableTargets": "application-autoscaling:DescribeScalableTargets",
    "PutScalingPolicy": "application-autoscaling:PutScalingPolicy",
}
CREDENTIALS_ADVICE = (
    "run `aws configure` or `aws sso login`, name a profile by --profile or AWS_PROFILE, "
    "or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"
)
# The names that the service's text gives to things that it did not find.
NOT_FOUND_TEXT = re.compile(r"could not find|can't find|not found|does not exist", re.IGNORECASE)


def code_of(error: exceptions.ClientError) -> str:
    """The error's code as the service names it."""
    return str(error.response.get("Error", {}).get("Code", ""))


def message_of(error: exceptions.ClientError) -> str:
    """The service's text in one line."""
    return " ".join(str(error.response.get("Error", {}).get("Message", "")).split())


def is_denied(error: exceptions.ClientError) -> bool:
    """Whether a permission is missing."""
    return code_of(error) in DENIED


def is_missing(error: exceptions.ClientError) -> bool:
    """Whether the thing asked for is not there; SageMaker says so as a ValidationException."""
    if code_of(error) in MISSING:
        return True
    return code_of(error) in {"ValidationException", "ValidationError"} and bool(
        NOT_FOUND_TEXT.search(message_of(error))
    )


def permission_of(error: exceptions.ClientError) -> str:
    """The permission that a denied call needs."""
    named = re.search(r"not authorized to perform:? ([a-z0-9-]+:[A-Za-z0-9]+)", message_of(error))
    if named:
        return named[1]
    return PERMISSIONS.get(error.operation_name, f"sagemaker:{error.operation_name}")


def explained(error: Exception) -> ScriptError:
    """A botocore error as one that a user can act on."""
    if isinstance(error, exceptions.ClientError):
        return ScriptError(_refused(error))
    return ScriptError(_not_sent(error))


def _refused(error: exceptions.ClientError) -> str:
    code, operation, text = code_of(error), error.operation_name, message_of(error)
    if code in DENIED:
        detail = f" ({text})" if text else ""
        return (
            f"AWS refused {operation}: the permission {permission_of(error)} is missing; "
            f"add it to the policy of the user or role that runs this{detail}"
        )
    if code in EXPIRED:
        return f"AWS refused {operation}: the session has expired; {CREDENTIALS_ADVICE}"
    if code in UNKNOWN_KEYS:
        return f"AWS refused {operation}: the credentials are not valid ({code}); {CREDENTIALS_ADVICE}"
    if code in THROTTLED:
        tries = _attempts(error.response)
        return f"AWS still throttled {operation} after {tries} tries; wait a minute and run the same command again"
    if code in QUOTA:
        return f"AWS refused {operation}: a quota is used up: {text}; ask for more in Service Quotas or use less"
    return f"AWS refused {operation}: {code}: {text}"


def _attempts(response: Any) -> int:
    return int(response.get("ResponseMetadata", {}).get("RetryAttempts", 0)) + 1


def _not_sent(error: Exception) -> str:
    if isinstance(error, exceptions.NoCredentialsError | exceptions.PartialCredentialsError):
        return f"no AWS credentials found; {CREDENTIALS_ADVICE}"
    if isinstance(
        error,
        exceptions.CredentialRetrievalError
        | exceptions.TokenRetrievalError
        | exceptions.SSOError
        | exceptions.RefreshWithMFAUnsupportedError,
    ):
        return f"AWS credentials could not be had ({type(error).__name__}); {CREDENTIALS_ADVICE}"
    if isinstance(error, exceptions.ProfileNotFound):
        return f"{error}; name one that is in the AWS configuration, by --profile or AWS_PROFILE"
    if isinstance(error, exceptions.ParamValidationError):
        return "the request is not valid: " + " ".join(str(error).split())
    if isinstance(error, exceptions.HTTPClientError | exceptions.ConnectionError):
        return f"AWS cannot be reached: {error}; check the region's name and the network"
    return f"{type(error).__name__}: {' '.join(str(error).split())}"
