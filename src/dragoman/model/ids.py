"""Content hashes: ids say what was said, never what was concluded.

Parts are encoded as canonical JSON before hashing, so that no two different lists of parts share an
encoding. Same input, same id, on every machine.
"""

from __future__ import annotations

import hashlib
import json


def content_id(prefix: str, *parts: object, length: int = 12) -> str:
    """`prefix-` and the first `length` hexadecimal digits of the SHA-256 of the parts."""
    blob = json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"{prefix}-{hashlib.sha256(blob.encode('utf-8', 'surrogatepass')).hexdigest()[:length]}"
