# What somebody should look at. Alarms without data stay quiet.

locals {
  api_alarms = local.has_api ? {
    api-5xx = {
      namespace  = "AWS/ApiGateway", metric = "5xx", statistic = "Sum", extended = null, threshold = 5
      dimensions = { ApiId = aws_apigatewayv2_api.api[0].id }, text = "The API answered 5xx more than 5 times in 5 minutes."
    }
    api-latency = {
      namespace  = "AWS/ApiGateway", metric = "Latency", statistic = null, extended = "p99", threshold = var.latency_alarm_ms
      dimensions = { ApiId = aws_apigatewayv2_api.api[0].id }, text = "The slowest hundredth of the API's answers takes too long."
    }
    function-errors = {
      namespace  = "AWS/Lambda", metric = "Errors", statistic = "Sum", extended = null, threshold = 1
      dimensions = { FunctionName = local.function_name }, text = "The function ended with an error."
    }
    function-throttles = {
      namespace  = "AWS/Lambda", metric = "Throttles", statistic = "Sum", extended = null, threshold = 1
      dimensions = { FunctionName = local.function_name }, text = "The function was not run because too many runs were busy."
    }
  } : {}

  endpoint_alarms = local.has_endpoint ? {
    endpoint-5xx = {
      namespace  = "AWS/SageMaker", metric = "Invocation5XXErrors", statistic = "Sum", extended = null, threshold = 5
      dimensions = { EndpointName = var.name, VariantName = "AllTraffic" }, text = "The endpoint failed more than 5 times in 5 minutes."
    }
    # ModelLatency counts microseconds.
    endpoint-latency = {
      namespace  = "AWS/SageMaker", metric = "ModelLatency", statistic = null, extended = "p99", threshold = var.latency_alarm_ms * 1000
      dimensions = { EndpointName = var.name, VariantName = "AllTraffic" }, text = "The slowest hundredth of the endpoint's answers takes too long."
    }
  } : {}
}

resource "aws_cloudwatch_metric_alarm" "alarm" {
  for_each            = merge(local.api_alarms, local.endpoint_alarms)
  alarm_name          = "${var.name}-${each.key}"
  alarm_description   = each.value.text
  namespace           = each.value.namespace
  metric_name         = each.value.metric
  dimensions          = each.value.dimensions
  statistic           = each.value.statistic
  extended_statistic  = each.value.extended
  period              = 300
  evaluation_periods  = 1
  threshold           = each.value.threshold
  comparison_operator = "GreaterThanOrEqualToThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = local.alarm_actions
  ok_actions          = local.alarm_actions
}
