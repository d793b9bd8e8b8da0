"""What the reports share: HTML files that need nothing else, in which nothing but our own script runs."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from functools import cache
from typing import Any

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from depesche.resources import path

_UNWRITABLE = re.compile("[\0\ud800-\udfff]")  # what HTML, or UTF-8, has no way to write
_ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&'\u2028\u2029"}


@cache
def resource(*names: str) -> str:
    """The text of one of the package's resources, or of several, one after the other."""
    return "\n".join(path(name).read_text(encoding="utf-8") for name in names)


@cache
def _template(name: str) -> Template:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    return environment.from_string(resource(name))


def render(template: str, *, style: str, script: str, **values: Any) -> str:
    """A page that may load nothing and run ``script`` alone; what ``values`` hold is escaped.

    NUL and lone surrogates, which HTML cannot hold, are shown as U+FFFD.
    """
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    own = {"style": Markup(style), "script": Markup(script), "policy": policy, "embedded": embedded}  # noqa: S704
    html = _template(template).render(**own, **values)
    return _UNWRITABLE.sub("\ufffd", html).replace("\r", "&#13;")  # a bare CR would be read as a line feed


def embedded(value: Any) -> Markup:
    """JSON to stand in ``<script type="application/json">``: no text in it can end the element or begin another."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return Markup(text.translate(_ESCAPES))  # noqa: S704 nothing that HTML knows is left in it


def _hash(content: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}"
