# The road endpoint: model, configuration, endpoint. A new model or machine makes a new configuration first, and the endpoint is
# changed in place, so that it answers all the time.

resource "aws_sagemaker_model" "model" {
  count                    = local.has_endpoint ? 1 : 0
  execution_role_arn       = aws_iam_role.sagemaker.arn
  enable_network_isolation = local.isolated
  name                     = "${var.name}-${substr(sha256(jsonencode(local.model_content)), 0, 10)}"

  primary_container {
    image          = local.image
    model_data_url = var.model_data_url
    environment    = var.model_environment
  }

  lifecycle {
    create_before_destroy = true

    precondition {
      condition     = var.image_tag != "" && var.model_data_url != ""
      error_message = "The road endpoint needs image_tag (container/build_and_push.sh) and model_data_url (create_training_job.py)."
    }
  }

  depends_on = [aws_iam_role_policy.sagemaker]
}

resource "aws_sagemaker_endpoint_configuration" "endpoint" {
  count       = local.has_endpoint ? 1 : 0
  name_prefix = "${var.name}-"
  kms_key_arn = var.endpoint_kind == "instance" ? var.kms_key_arn : null

  production_variants {
    variant_name           = "AllTraffic"
    model_name             = aws_sagemaker_model.model[0].name
    instance_type          = var.endpoint_kind == "instance" ? var.instance_type : null
    initial_instance_count = var.endpoint_kind == "instance" ? var.instance_count : null
    initial_variant_weight = 1

    dynamic "serverless_config" {
      for_each = var.endpoint_kind == "serverless" ? [1] : []

      content {
        memory_size_in_mb = var.serverless_memory_mb
        max_concurrency   = var.serverless_concurrency
      }
    }
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_sagemaker_endpoint" "endpoint" {
  count                = local.has_endpoint ? 1 : 0
  name                 = var.name
  endpoint_config_name = aws_sagemaker_endpoint_configuration.endpoint[0].name
}

resource "aws_appautoscaling_target" "endpoint" {
  count              = local.autoscaled ? 1 : 0
  service_namespace  = "sagemaker"
  scalable_dimension = "sagemaker:variant:DesiredInstanceCount"
  resource_id        = "endpoint/${aws_sagemaker_endpoint.endpoint[0].name}/variant/AllTraffic"
  min_capacity       = var.instance_count
  max_capacity       = var.max_instance_count
}

resource "aws_appautoscaling_policy" "endpoint" {
  count              = local.autoscaled ? 1 : 0
  name               = "${var.name}-requests"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = aws_appautoscaling_target.endpoint[0].service_namespace
  scalable_dimension = aws_appautoscaling_target.endpoint[0].scalable_dimension
  resource_id        = aws_appautoscaling_target.endpoint[0].resource_id

  target_tracking_scaling_policy_configuration {
    target_value       = var.requests_per_machine
    scale_in_cooldown  = 300
    scale_out_cooldown = 60

    predefined_metric_specification {
      predefined_metric_type = "SageMakerVariantInvocationsPerInstance"
    }
  }
}
