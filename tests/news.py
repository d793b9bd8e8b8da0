"""The events of 113 news texts, annotated without a look at what the program finds in them.

``corpora/news.jsonl`` has them apart from the texts, which are not ours to pass on: in which outside corpus each text
stands, its length and checksum, and the offsets of triggers and roles. Rules were written with a look at the texts that
are not ``held``, never at the others. As a program it writes them with their texts, for ``depesche evaluate``::

    python tests/news.py ../shared/data news-gold.jsonl [--held]
"""

from __future__ import annotations

import gzip
import hashlib
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

NEWS = Path(__file__).resolve().parents[1] / "corpora" / "news.jsonl"
TYPES = [
    "LIST_ADD", "LIST_REMOVE", "SANCTION_IMPOSE", "SANCTION_EASE", "EXPORT_CONTROL", "LICENCE_DECISION",
    "BAN_EXCLUDE", "ENFORCE", "LEGISLATE", "REGULATE", "LETTER", "CALL_FOR", "NO_COMMENT", "MEET", "AGREE_SIGN",
    "INVESTIGATE", "DIVEST_FORCE", "ACCUSE", "WARN", "DENY_REJECT", "THREATEN", "OWNERSHIP_CHANGE", "PARTNER",
    "SUPPLY",
]  # fmt: skip


def gold(corpora: Path, *, held: bool | None = None) -> Iterator[dict[str, Any]]:
    """The lines with their texts. :param held: those that rules were never written for, or the others, or both."""
    wanted = [json.loads(line) for line in NEWS.read_text(encoding="utf-8").splitlines()]
    texts = {name: dict(_texts(corpora / name)) for name in {line["file"] for line in wanted}}
    for line in wanted:
        if held is None or line["held"] == held:
            text = texts[line["file"]][line["key"], line.get("side", "text")].strip()[: line["length"]]
            assert hashlib.sha256(text.encode()).hexdigest() == line["sha256"], line["doc_id"]
            yield {**line, "text": text, "annotated_types": TYPES}


def _texts(path: Path) -> Iterator[tuple[tuple[Any, str], str]]:
    """Each text by its key and the side on which it stands."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        if path.name.endswith(".conllu.gz"):
            yield from _treebank(lines)
            return
        for number, line in enumerate(lines):
            data = json.loads(line)
            key = data.get("doc_id") or data.get("id") or number
            for side, text in data.items():
                if side in ("text", "src", "tgt", "source", "target"):
                    yield (key, side), text if isinstance(text, str) else "\n".join(text)


def _treebank(lines: Iterator[str]) -> Iterator[tuple[tuple[Any, str], str]]:
    sentences = defaultdict(list)
    document = ""
    for line in lines:
        name, _, value = line.removeprefix("# ").partition(" = ")
        if name == "newdoc id":
            document = value.strip()
        elif name == "text":
            sentences[document].append(value.strip())
    for key, texts in sentences.items():
        yield (key, "text"), " ".join(texts)


if __name__ == "__main__":
    with Path(sys.argv[2]).open("w", encoding="utf-8") as out:
        out.writelines(
            json.dumps(line, ensure_ascii=False) + "\n"
            for line in gold(Path(sys.argv[1]), held=True if "--held" in sys.argv else None)
        )
