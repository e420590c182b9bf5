data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

locals {
  account   = data.aws_caller_identity.current.account_id
  partition = data.aws_partition.current.partition

  has_endpoint = var.road == "endpoint"
  has_lambda   = var.road == "lambda"
  has_api      = local.has_endpoint || local.has_lambda
  autoscaled   = local.has_endpoint && var.endpoint_kind == "instance" && var.max_instance_count > var.instance_count

  # Serverless endpoints take no isolated model.
  isolated      = var.endpoint_kind == "instance"
  model_content = [local.image, var.model_data_url, var.model_environment, local.isolated]

  image = "${aws_ecr_repository.image.repository_url}:${var.image_tag}"

  # Known before the endpoint is there, so that the permission can name it and nothing else.
  endpoint_arn = "arn:${local.partition}:sagemaker:${var.region}:${local.account}:endpoint/${var.name}"

  function      = local.has_endpoint ? one(aws_lambda_function.front) : one(aws_lambda_function.image)
  alarm_actions = var.alarm_topic_arn == null ? [] : [var.alarm_topic_arn]
}
