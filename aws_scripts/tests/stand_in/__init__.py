"""A local stand-in for AWS: moto, and what moto lacks or has otherwise than the service."""
