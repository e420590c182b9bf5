output "bucket" {
  description = "Bucket for documents, models and results: [aws] bucket in config.toml."
  value       = aws_s3_bucket.data.id
}

output "repository_url" {
  description = "Where the image is pushed: [aws] image in config.toml, with a tag."
  value       = aws_ecr_repository.image.repository_url
}

output "sagemaker_role" {
  description = "Role for jobs and endpoints: [aws] role in config.toml."
  value       = aws_iam_role.sagemaker.arn
}

output "endpoint_name" {
  description = "Name of the endpoint, on the road endpoint."
  value       = local.has_endpoint ? aws_sagemaker_endpoint.endpoint[0].name : null
}

output "endpoint_arn" {
  description = "The one endpoint that the function may ask, on the road endpoint."
  value       = local.has_endpoint ? local.endpoint_arn : null
}

output "function_name" {
  description = "Name of the function behind the API."
  value       = local.has_api ? local.function_name : null
}

output "invocations_url" {
  description = "Where messages are posted."
  value       = local.has_api ? "${aws_apigatewayv2_api.api[0].api_endpoint}/invocations" : null
}
