"""``python -m monosashi.publishing.schema``: the JSON Schema of a reading, on standard output."""

import sys

from monosashi.publishing.json import json_schema

if __name__ == "__main__":
    sys.stdout.buffer.write(json_schema())
