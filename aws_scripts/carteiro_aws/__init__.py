"""Carteiro's way through Amazon SageMaker: requests as pure values, and thin commands that send them."""
