variable "region" {
  description = "AWS region, such as sa-east-1."
  type        = string

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.region))
    error_message = "The region must look like sa-east-1."
  }
}

variable "name" {
  description = "Begins the names of everything that is made; also the name of the endpoint, of the ECR repository and the prefix in the bucket."
  type        = string
  default     = "carteiro"

  validation {
    condition     = can(regex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", var.name)) && length(var.name) <= 24
    error_message = "The name must have lower-case letters, digits and inner hyphens, begin with a letter, and have at most 24 characters."
  }
}

variable "bucket_name" {
  description = "Name of the bucket for documents, models and results. Names of buckets are unique in the world."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", var.bucket_name))
    error_message = "The bucket's name must have 3 to 63 lower-case letters, digits, dots and hyphens."
  }
}

variable "tags" {
  description = "Further tags of everything that is made."
  type        = map(string)
  default     = {}
}

variable "max_retries" {
  description = "How often the provider tries a request again."
  type        = number
  default     = 10
}

variable "kms_key_arn" {
  description = "KMS key for the bucket, the repository and the endpoint's disks; without one AWS's own keys are used."
  type        = string
  default     = null
}

variable "allow_vpc" {
  description = "Lets SageMaker's role make network interfaces, for jobs and models in subnets of your own."
  type        = bool
  default     = false
}

variable "road" {
  description = "How messages are answered: none (registry, bucket and roles only), endpoint (API, Lambda, SageMaker endpoint) or lambda (API, the image itself as a Lambda container, no endpoint)."
  type        = string
  default     = "none"

  validation {
    condition     = contains(["none", "endpoint", "lambda"], var.road)
    error_message = "The road must be none, endpoint or lambda."
  }
}

variable "image_tag" {
  description = "Tag of the image in the repository. Not latest, so that a new image is a change that is seen."
  type        = string
  default     = ""

  validation {
    condition     = var.image_tag == "" || can(regex("^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$", var.image_tag))
    error_message = "The tag must have letters, digits, underscores, dots and hyphens."
  }
}

variable "model_data_url" {
  description = "Address of model.tar.gz in the bucket, as create_training_job.py prints it. Needed by the road endpoint."
  type        = string
  default     = ""

  validation {
    condition     = var.model_data_url == "" || can(regex("^s3://[^/]+/.+\\.tar\\.gz$", var.model_data_url))
    error_message = "The model must be an address such as s3://BUCKET/KEY/model.tar.gz."
  }
}

variable "model_environment" {
  description = "Environment variables of the container, such as SAGEMAKER_INFERENCE_OUTPUT."
  type        = map(string)
  default     = {}
}

variable "endpoint_kind" {
  description = "instance: machines that run all the time; serverless: billed by request."
  type        = string
  default     = "instance"

  validation {
    condition     = contains(["instance", "serverless"], var.endpoint_kind)
    error_message = "The kind must be instance or serverless."
  }
}

variable "instance_type" {
  description = "Type of the endpoint's machines."
  type        = string
  default     = "ml.t2.medium"

  validation {
    condition     = startswith(var.instance_type, "ml.")
    error_message = "SageMaker's machine types begin with ml."
  }
}

variable "instance_count" {
  description = "Number of the endpoint's machines."
  type        = number
  default     = 1

  validation {
    condition     = var.instance_count >= 1 && var.instance_count <= 20 && floor(var.instance_count) == var.instance_count
    error_message = "The number of machines must be a whole number from 1 to 20."
  }
}

variable "max_instance_count" {
  description = "Most machines that autoscaling may start; as many as instance_count turns it off."
  type        = number
  default     = 1

  validation {
    condition     = var.max_instance_count >= 1 && var.max_instance_count <= 20
    error_message = "The number of machines must be from 1 to 20."
  }
}

variable "requests_per_machine" {
  description = "Autoscaling keeps the requests a minute for each machine near this number."
  type        = number
  default     = 1000
}

variable "serverless_memory_mb" {
  description = "Memory of a serverless endpoint, 1024 to 6144 by 1024."
  type        = number
  default     = 1024

  validation {
    condition     = contains([1024, 2048, 3072, 4096, 5120, 6144], var.serverless_memory_mb)
    error_message = "The memory must be 1024, 2048, 3072, 4096, 5120 or 6144."
  }
}

variable "serverless_concurrency" {
  description = "Requests at a time of a serverless endpoint."
  type        = number
  default     = 5

  validation {
    condition     = var.serverless_concurrency >= 1 && var.serverless_concurrency <= 200
    error_message = "The number of requests at a time must be from 1 to 200."
  }
}

variable "lambda_memory_mb" {
  description = "Memory of the road lambda's function; processor time grows with it."
  type        = number
  default     = 512

  validation {
    condition     = var.lambda_memory_mb >= 128 && var.lambda_memory_mb <= 10240
    error_message = "The memory must be from 128 to 10240."
  }
}

variable "lambda_architecture" {
  description = "Processor that the image was built for: x86_64 or arm64. Used by the road lambda."
  type        = string
  default     = "x86_64"

  validation {
    condition     = contains(["x86_64", "arm64"], var.lambda_architecture)
    error_message = "The architecture must be x86_64 or arm64."
  }
}

variable "lambda_concurrency" {
  description = "Most runs of the function at a time; -1 leaves it to the account's limit."
  type        = number
  default     = -1
}

variable "authorization" {
  description = "Who may call the API: AWS_IAM (signed requests) or NONE (everybody; only behind something else that asks)."
  type        = string
  default     = "AWS_IAM"

  validation {
    condition     = contains(["AWS_IAM", "NONE"], var.authorization)
    error_message = "The authorization must be AWS_IAM or NONE."
  }
}

variable "throttling_rate" {
  description = "Requests a second that the API lets pass in the long run."
  type        = number
  default     = 50
}

variable "throttling_burst" {
  description = "Requests that the API lets pass at once."
  type        = number
  default     = 100
}

variable "log_days" {
  description = "Days that logs are kept."
  type        = number
  default     = 30

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365], var.log_days)
    error_message = "CloudWatch keeps logs for 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180 or 365 days."
  }
}

variable "capture_days" {
  description = "Days that captured requests, batch inputs and batch answers stay in the bucket; they hold personal data."
  type        = number
  default     = 30
}

variable "alarm_topic_arn" {
  description = "SNS topic that alarms are sent to; without one they are only shown."
  type        = string
  default     = null
}

variable "latency_alarm_ms" {
  description = "The alarm rings when the slowest hundredth of answers takes longer than this for five minutes."
  type        = number
  default     = 1000
}

variable "keep_data" {
  description = "false lets terraform destroy delete a bucket and a repository that are not empty."
  type        = bool
  default     = true
}
