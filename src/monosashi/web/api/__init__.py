"""The API for programs (OpenAPI), reading everything and collecting."""
