"""Whether a new model may take the place of the one in use: what it gains and loses on every dev set."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

TOLERATED = 0.5
"""Points that a figure may lose: as much as the order of the sentences alone does to it."""


@dataclass(frozen=True, slots=True)
class Change:
    """A figure of a dev set with the model in use and with the new one, in points of a hundred.

    :param before: None where the model in use has no such figure. :param items: how many names or events it counts,
        None where that is not said: one item more or less of a few is chance.
    """

    dev: str
    figure: str
    before: float | None
    after: float
    items: int | None = None

    @property
    def worse(self) -> bool:
        lost = round((self.before or 0.0) - self.after, 4)
        return lost > TOLERATED and (self.items is None or lost * self.items > 100)


def changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Change]:
    """What changed, set by set. :param before: figures by dev set, as ``depesche evaluate`` gives them."""
    found = []
    for dev, figures in after.items():
        old = {name: value for name, value, _ in headlines(before.get(dev, {}))}
        found += [Change(dev, name, old.get(name), value, items) for name, value, items in headlines(figures)]
    return found


def headlines(figures: Mapping[str, Any]) -> Iterator[tuple[str, float, int | None]]:
    """The figures that a model is judged by, with the number of gold items: of each layer the one over all groups."""
    for layer, values in figures.items():
        found = values.get("all", values)
        if "f1" in found:
            yield f"{layer} F1", 100 * found["f1"], found.get("gold")
        else:
            for name in ("las", "uas", "upos"):
                if name in found:
                    yield name.upper(), 100 * found[name], None
            for name in ("event", "roles", "strict"):
                if isinstance(found.get(name), Mapping):
                    yield f"{layer} {name} F1", 100 * found[name]["f1"], found[name].get("gold")
