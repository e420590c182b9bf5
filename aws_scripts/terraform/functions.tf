# The function behind the API: a small Python handler that asks the endpoint, or the image itself.

locals {
  function_name = "${var.name}-${var.road}"
  package       = "${path.module}/lambda/handler.zip"
}

data "aws_iam_policy_document" "function_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
}

data "aws_iam_policy_document" "function" {
  count = local.has_api ? 1 : 0

  statement {
    sid       = "Logs"
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = ["${aws_cloudwatch_log_group.function[0].arn}:*"]
  }

  dynamic "statement" {
    for_each = local.has_endpoint ? [local.endpoint_arn] : []

    content {
      sid       = "OneEndpoint"
      actions   = ["sagemaker:InvokeEndpoint"]
      resources = [statement.value]
    }
  }
}

resource "aws_iam_role" "function" {
  count              = local.has_api ? 1 : 0
  name               = local.function_name
  description        = "Answers the API of ${var.name}"
  assume_role_policy = data.aws_iam_policy_document.function_trust.json
}

resource "aws_iam_role_policy" "function" {
  count  = local.has_api ? 1 : 0
  name   = "answers"
  role   = aws_iam_role.function[0].id
  policy = data.aws_iam_policy_document.function[0].json
}

resource "aws_cloudwatch_log_group" "function" {
  count             = local.has_api ? 1 : 0
  name              = "/aws/lambda/${local.function_name}"
  retention_in_days = var.log_days
}

resource "aws_lambda_function" "front" {
  count                          = local.has_endpoint ? 1 : 0
  function_name                  = local.function_name
  description                    = "Passes messages to the endpoint ${var.name}"
  role                           = aws_iam_role.function[0].arn
  runtime                        = "python3.13"
  handler                        = "handler.answer"
  filename                       = local.package
  source_code_hash               = fileexists(local.package) ? filebase64sha256(local.package) : null
  timeout                        = 29
  memory_size                    = 256
  reserved_concurrent_executions = var.lambda_concurrency

  environment {
    variables = { ENDPOINT_NAME = aws_sagemaker_endpoint.endpoint[0].name }
  }

  lifecycle {
    precondition {
      condition     = fileexists(local.package)
      error_message = "The function is not packed yet: run lambda/package.py."
    }
  }

  depends_on = [aws_iam_role_policy.function, aws_cloudwatch_log_group.function]
}

resource "aws_lambda_function" "image" {
  count                          = local.has_lambda ? 1 : 0
  function_name                  = local.function_name
  description                    = "Classifies messages"
  role                           = aws_iam_role.function[0].arn
  package_type                   = "Image"
  image_uri                      = local.image
  architectures                  = [var.lambda_architecture]
  timeout                        = 29
  memory_size                    = var.lambda_memory_mb
  reserved_concurrent_executions = var.lambda_concurrency

  image_config {
    command = ["lambda"]
  }

  environment {
    variables = var.model_environment
  }

  lifecycle {
    precondition {
      condition     = var.image_tag != ""
      error_message = "The road lambda needs image_tag: an image with the model inside, pushed to the repository."
    }
  }

  depends_on = [aws_iam_role_policy.function, aws_cloudwatch_log_group.function, aws_ecr_repository_policy.lambda]
}
