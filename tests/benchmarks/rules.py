"""What each family of event rules adds: the figures of events without it.

    python tests/benchmarks/rules.py GOLD.jsonl [GOLD.jsonl …]

GOLD: records with events, such as corpora/gold/gold.jsonl. The types STATE_FACT and IMPACT are left out.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from depesche.config import Settings
from depesche.evaluate.events import events as figures_of
from depesche.events import by_place, governors, placing, tokens, triggers, truth
from depesche.records import Document, Published
from depesche.run.document import annotate_documents

LEFT_OUT = ("STATE_FACT", "IMPACT")


def _unparsed(*read_from: Any, read: Callable[..., Any] = tokens._tokens) -> Any:
    """Tokens that depend on nothing."""
    found = read(*read_from)
    found.heads, found.deps = list(range(len(found.forms))), ["dep"] * len(found.forms)
    return found


FAMILIES: dict[str, tuple[Any, str, Any]] = {
    "syntax: who depends on what": (tokens, "_tokens", _unparsed),
    "places in the clause, where syntax finds nobody": (by_place, "fillers", lambda *_: []),
    "nouns as triggers": (triggers, "_noun_triggers", lambda *_: iter(())),
    "passives": (triggers, "voice_of", lambda *_: "active"),
    "what governs an event": (governors, "find", lambda *_: (None, governors.NONE)),
    "modals": (truth, "_modal", lambda *_: None),
    "negation": (truth, "_negated", lambda *_: False),
    "dates by syntax": (placing, "dates", lambda *_: False),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    for path in parser.parse_args().gold:
        gold = {line["doc_id"]: line for line in map(json.loads, path.read_text(encoding="utf-8").splitlines())}
        print(f"{path.name:48} event P    R    F1   roles F1  time  modality  polarity  unsafe")
        for name, patched in {"all rules": None, **FAMILIES}.items():
            with _without(patched):
                _show(name if patched is None else f"without {name}", gold)


@contextmanager
def _without(family: tuple[Any, str, Any] | None) -> Iterator[None]:
    if family is None:
        yield
        return
    with patch.object(*family):
        yield


def _show(name: str, gold: dict[str, Any]) -> None:
    documents = []
    for line in gold.values():
        day = line.get("published") or {}
        known = Published(day["edtf"], "user") if day.get("edtf") else Published()
        documents.append(Document(line["doc_id"], line["text"], lang=line["lang"], published=known))
    found = {r.doc_id: r.to_json() for r in annotate_documents(documents, Settings()) if not isinstance(r, Exception)}
    figures = figures_of(_scored(gold), _scored(found))["all"]
    event = figures["event"]
    print(
        f"{name:48}{event['p']:8.3f}{event['r']:6.3f}{event['f1']:6.3f}{figures['roles']['f1']:8.3f}"
        f"{figures.get('time') or 0:8.3f}{figures.get('modality') or 0:8.3f}"
        f"{figures.get('polarity') or 0:10.3f}{figures['unsafe']:7}"
    )


def _scored(lines: dict[str, Any]) -> dict[str, Any]:
    return {
        doc_id: {**line, "events": [e for e in line["events"] if e["event_type"] not in LEFT_OUT]}
        for doc_id, line in lines.items()
    }


if __name__ == "__main__":
    main()
