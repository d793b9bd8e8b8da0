"""Why an event reads as it does: `depesche explain`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from depesche.config import Settings
from depesche.errors import UsageError
from depesche.records import Event, Record
from depesche.run import Summary, annotate_paths
from depesche.run.document import explained


def explain(paths: Sequence[str], event_id: str, settings: Settings) -> Iterator[tuple[Record, Event, list[str]]]:
    """The events of some inputs whose id begins with ``event_id``, with the lines that explain them.

    :param event_id: empty for all events. :raises UsageError: no event has such an id, or an input cannot be read.
    """
    some = False
    for line in annotate_paths(paths, settings, Summary()):
        if not isinstance(line, str):
            raise UsageError(line.message)
        data = json.loads(line)
        if any(event["event_id"].startswith(event_id) for event in data["events"]):
            record = Record.from_json(data)
            for event, lines in explained(record, settings):
                if event.event_id.startswith(event_id):
                    some = True
                    yield record, event, lines
    if not some:
        raise UsageError(f"{', '.join(paths)}: no event{f' whose id begins with {event_id}' if event_id else 's'}")
