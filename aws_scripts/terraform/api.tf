# The HTTP API in front of the function.

resource "aws_apigatewayv2_api" "api" {
  count         = local.has_api ? 1 : 0
  name          = var.name
  description   = "Classifies customer messages"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_integration" "function" {
  count                  = local.has_api ? 1 : 0
  api_id                 = aws_apigatewayv2_api.api[0].id
  integration_type       = "AWS_PROXY"
  integration_uri        = local.function.invoke_arn
  payload_format_version = "2.0"
  timeout_milliseconds   = 30000
}

resource "aws_apigatewayv2_route" "invocations" {
  count              = local.has_api ? 1 : 0
  api_id             = aws_apigatewayv2_api.api[0].id
  route_key          = "POST /invocations"
  target             = "integrations/${aws_apigatewayv2_integration.function[0].id}"
  authorization_type = var.authorization
}

resource "aws_apigatewayv2_stage" "default" {
  count       = local.has_api ? 1 : 0
  api_id      = aws_apigatewayv2_api.api[0].id
  name        = "$default"
  auto_deploy = true

  default_route_settings {
    throttling_rate_limit    = var.throttling_rate
    throttling_burst_limit   = var.throttling_burst
    detailed_metrics_enabled = true
  }

  # No body and no query: they hold customers' words.
  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.api[0].arn
    format = jsonencode({
      time               = "$context.requestTime"
      request            = "$context.requestId"
      route              = "$context.routeKey"
      status             = "$context.status"
      length             = "$context.responseLength"
      latency            = "$context.responseLatency"
      integrationLatency = "$context.integrationLatency"
      error              = "$context.integrationErrorMessage"
    })
  }
}

resource "aws_cloudwatch_log_group" "api" {
  count             = local.has_api ? 1 : 0
  name              = "/aws/apigateway/${var.name}"
  retention_in_days = var.log_days
}

resource "aws_lambda_permission" "api" {
  count         = local.has_api ? 1 : 0
  statement_id  = "api"
  action        = "lambda:InvokeFunction"
  function_name = local.function.function_name
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_apigatewayv2_api.api[0].execution_arn}/*/*/invocations"
}
