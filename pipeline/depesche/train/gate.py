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

    :param before: None where the model in use has no such figure.
    """

    dev: str
    figure: str
    before: float | None
    after: float

    @property
    def worse(self) -> bool:
        return self.before is not None and round(self.before - self.after, 4) > TOLERATED


def changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Change]:
    """What changed, set by set. :param before: figures by dev set, as ``depesche evaluate`` gives them."""
    return [
        Change(dev, figure, dict(headlines(before.get(dev, {}))).get(figure), value)
        for dev, figures in after.items() for figure, value in headlines(figures)
    ]  # fmt: skip


def headlines(figures: Mapping[str, Any]) -> Iterator[tuple[str, float]]:
    """The figures that a model is judged by: of each layer the one over all groups."""
    for layer, values in figures.items():
        found = values.get("all", values)
        if "f1" in found:
            yield f"{layer} F1", 100 * found["f1"]
        else:
            for name in ("las", "uas", "upos"):
                if name in found:
                    yield name.upper(), 100 * found[name]
            for name in ("event", "roles", "strict"):
                if isinstance(found.get(name), Mapping):
                    yield f"{layer} {name} F1", 100 * found[name]["f1"]
