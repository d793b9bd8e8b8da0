"""The options of a run, gathered once and handed on unchanged."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import Literal

from depesche import __version__, models
from depesche.ingest import ReadOptions
from depesche.records import stable_id
from depesche.resources import rules


@dataclass(frozen=True, slots=True)
class Settings:
    """:param lang: the language of every text, or None to detect it.
    :param model: name or folder of the encoder's model; empty for the default.
    :param workers: processes; 1 works in this one. :param engine: what maps the shards.
    :param ray_address: of a Ray cluster; empty for ``RAY_ADDRESS``, or else one that is started for the run.
    :param work: folder or address, which all nodes of the cluster reach, for finished shards; empty for one beside the
        store. :param shard_documents: a shard closes at this many documents.
    :param shard_bytes: or at this many bytes.
    :param publish_seconds: finished shards reach readers at least this often, or ten times as long as publishing
        last took.
    """

    read: ReadOptions = field(default_factory=ReadOptions)
    lang: str | None = None
    detector: Literal["langdetect", "fast"] = "langdetect"
    model: str = ""
    workers: int = 1
    engine: Literal["local", "ray"] = "local"
    ray_address: str = ""
    work: str = ""
    shard_documents: int = 200
    shard_bytes: int = 1 << 20
    publish_seconds: float = 30.0

    @property
    def model_version(self) -> str:
        encoder = models.describe(self.model)
        return f"{encoder['name']}-{encoder['version']}+depesche-{__version__}"

    @property
    def fingerprint(self) -> str:
        """What decides the result beside the input itself; the number of workers and the shard size do not."""
        reading = json.dumps(asdict(self.read), sort_keys=True)
        return stable_id(self.model_version, rules(), reading, self.lang, self.detector)
