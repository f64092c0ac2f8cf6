"""The views, one module a kind of page. Every one only reads, and answers GET and HEAD alone."""
