"""Ray actors, on one machine or on many, that map the same function over the same shards."""

from __future__ import annotations

import logging
import os
import signal
import socket
import threading
import uuid
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from depesche import __version__, remote
from depesche.config import Settings
from depesche.errors import ClusterError, DepescheError, MissingExtraError
from depesche.records import stable_id
from depesche.run import parts
from depesche.run.parts import Done
from depesche.run.shards import Shard, crashed, do_part, do_shard

logger = logging.getLogger(__name__)

TRIES = 2 # of a shard, then of each of its entries
WINDOW = 4 # shards a worker: taken, and not yet handed on
STARTS = 3 # a worker, without one that came up
PATIENCE = 60.0 # seconds


@dataclass(frozen=True, slots=True)
class Reach:
    """What every node has to see as this machine does.

    :param folder: for finished shards; None where they travel to this machine. :param token: what lies in it.
    :param inputs: files and folders that were named.
    """

    folder: str | None
    token: str
    inputs: tuple[str, ...]

    def missing(self) -> Iterator[str]:
        if self.folder:
            try:
                seen = remote.read_bytes(remote.join(self.folder, self.token))
            except OSError as error:
                seen = str(error).encode()
            if seen != self.token.encode():
                yield (f"cannot read the work folder {self.folder}, which all nodes share; name one that they reach: "
                       "--work s3://bucket/folder, or a folder on a network drive")
        for path in self.inputs:
            if not os.path.exists(path): # noqa: PTH110
                yield f"has no {path}; inputs lie where every node finds them under the same name"


class Worker:
    """The process of an actor: it loads the models once and takes one shard after the other."""

    def start(self, settings: Settings, fingerprint: str, reach: Reach) -> list[str]:
        """What is wrong with this node; nothing, if it may work."""
        from depesche import annotate, components
        from depesche.resources import LANGUAGES

        if settings.fingerprint != fingerprint:
            return [f"has depesche {__version__} with the model {settings.model_version}, and this machine another one"]
        problems = list(reach.missing())
        if not problems:
            components.reader(settings.model)
            for lang in LANGUAGES:
                annotate.pipeline(lang)
        return problems

    def read(self, shard: Shard, settings: Settings, part: str | None) -> list[Done]:
        return do_part(shard, settings, part) if part else do_shard(shard, settings)


@dataclass(slots=True)
class _Job:
    """:param entry: the place in its shard of the one entry that is read by itself; None for a whole shard."""

    index: int
    shard: Shard
    part: str | None
    entry: int | None = None
    tries: int = 0


def map_shards(
    shards: Iterable[Shard], settings: Settings, folder: str | None = None, inputs: Sequence[str] = ()
) -> Generator[tuple[list[Done], str | None], None, None]:
    """Results in the order of the shards, each with the place of its part, whatever happens to workers and nodes.

    :param folder: where all nodes reach it; the workers write what they find into parts there, and results come
        without records. None: results come with records, and there are no parts.
    :param inputs: paths that every node has to find.
    :raises MissingExtraError: Ray is not installed. :raises ClusterError: no cluster, or not one node that can work.
    """
    token = uuid.uuid4().hex
    if folder:
        try:
            remote.write_bytes(remote.join(folder, token), token.encode())
        except OSError as error:
            raise ClusterError(f"{folder}: nothing can be written there ({error})") from error
    named = (str(Path(remote.plain(path)).absolute()) for path in inputs if not remote.is_remote(remote.plain(path)))
    reach = Reach(folder, token, tuple(path for path in named if os.path.exists(path))) # noqa: PTH110
    try:
        with _connected(settings) as ray:
            team = _Team(ray, settings, reach)
            try:
                yield from _mapped(shards, settings, folder, team)
            finally:
                team.stop()
    finally:
        if folder:
            remote.remove(remote.join(folder, token))


def _mapped(
    shards: Iterable[Shard], settings: Settings, folder: str | None, team: _Team
) -> Iterator[tuple[list[Done], str | None]]:
    source = iter(shards)
    jobs = _Jobs()
    shard: Shard | None = None
    taken = given = 0
    while True:
        while taken - given < WINDOW * settings.workers and (shard := next(source, None)):
            jobs.add(taken, shard, remote.join(folder, _part_name(taken, shard, settings)) if folder else None)
            taken += 1
        while jobs.waiting and team.idle:
            team.give(jobs.waiting.popleft())
        while given in jobs.finished:
            yield jobs.finished.pop(given)
            given += 1
        if given == taken and shard is None:
            return
        if given < taken and (answer := team.wait()):
            jobs.settle(*answer)


class _Jobs:
    """What waits and what is finished; a shard that workers die over is read entry by entry."""

    def __init__(self) -> None:
        self.waiting: deque[_Job] = deque()
        self.finished: dict[int, tuple[list[Done], str | None]] = {}
        self.split: dict[int, tuple[_Job, dict[int, Done]]] = {}

    def add(self, index: int, shard: Shard, part: str | None) -> None:
        if shard.entries:
            self.waiting.append(_Job(index, shard, part))
        else:
            self.finished[index] = [], part

    def settle(self, job: _Job, results: list[Done] | None) -> None:
        """:param results: None where the worker died over the job."""
        if results is None:
            job.tries += 1
            if job.tries < TRIES:
                self.waiting.append(job)
                return
            if job.entry is None:
                self._split(job)
                return
            results = [crashed(job.shard.entries[0])]
        if job.entry is None:
            self.finished[job.index] = results, job.part
            return
        whole, found = self.split[job.index]
        found[job.entry] = results[0]
        if len(found) == len(whole.shard.entries):
            results = [found[number] for number in sorted(found)]
            if whole.part and not all(done.unchanged for done in results):
                parts.write(whole.part, results)
            self.finished[job.index] = results, whole.part
            del self.split[job.index]

    def _split(self, job: _Job) -> None:
        logger.warning("%d workers died over one shard; it is read document by document", TRIES)
        self.split[job.index] = job, {}
        self.waiting.extend(
            _Job(job.index, replace(job.shard, entries=(entry,)), job.part, number)
            for number, entry in enumerate(job.shard.entries)
        )


def _part_name(index: int, shard: Shard, settings: Settings) -> str:
    """The same for the same work, so that a part is found again by the run that goes on."""
    entries = [(entry.path, str(entry.ordinal), entry.doc_id) for entry in shard.entries]
    known = sorted((path, str(ordinal), seen.fingerprint) for (path, ordinal), seen in shard.known.items())
    return f"{index:08d}-{stable_id(settings.fingerprint, repr(entries), repr(known))}.parquet"


class _Team:
    """Actors, each with one shard at a time; a new one comes for each that dies."""

    def __init__(self, ray: Any, settings: Settings, reach: Reach) -> None:
        self.ray, self.settings, self.reach = ray, settings, reach
        # spread, so that a lost node takes few of them along
        self.actor = ray.remote(Worker).options(num_cpus=1, max_restarts=0, scheduling_strategy="SPREAD")
        self.under_way: dict[Any, tuple[Any, _Job | None]] = {}
        self.idle: list[Any] = []
        self.failed_starts = 0
        for _ in range(settings.workers):
            self._start()

    def _start(self) -> None:
        actor = self.actor.remote()
        answer = actor.start.remote(self.settings, self.settings.fingerprint, self.reach)
        self.under_way[answer] = actor, None

    def give(self, job: _Job) -> None:
        actor = self.idle.pop()
        part = job.part if job.entry is None else None
        self.under_way[actor.read.remote(job.shard, self.settings, part)] = actor, job

    def wait(self) -> tuple[_Job, list[Done] | None] | None:
        """A job with its results, or with None where its worker died; None where something else happened.

        :raises ClusterError: a node cannot work, or workers die before they come up.
        """
        answers, _ = self.ray.wait(list(self.under_way), num_returns=1, timeout=PATIENCE)
        if not answers:
            if not self.idle and all(job is None for _, job in self.under_way.values()):
                logger.warning("waiting for the cluster: none of its nodes has a CPU to spare for a worker")
            return None
        actor, job = self.under_way.pop(answers[0])
        try:
            result = self.ray.get(answers[0])
        except self.ray.exceptions.RayTaskError as error:
            raise error.cause from None if isinstance(error.cause, DepescheError) else error
        except self.ray.exceptions.RayError as error:
            logger.warning("a worker died (%s); a new one is started", type(error).__name__)
            self._replace(actor, job)
            return (job, None) if job else None
        if job is None and result:
            raise ClusterError(f"a node of the cluster {'; '.join(result)}")
        self.failed_starts = 0
        self.idle.append(actor)
        return (job, result) if job else None

    def _replace(self, actor: Any, job: _Job | None) -> None:
        self.ray.kill(actor)
        self.failed_starts += job is None
        if self.failed_starts > STARTS * self.settings.workers:
            raise ClusterError(
                f"{self.failed_starts} workers died while they loaded the model: each needs about 0.6 GB of memory; "
                "see the logs of Ray, or take fewer --workers"
            )
        self._start()

    def stop(self) -> None:
        for actor in [*self.idle, *(actor for actor, _ in self.under_way.values())]:
            self.ray.kill(actor)


@contextmanager
def _connected(settings: Settings) -> Iterator[Any]:
    """Ray, on a cluster that is there or on one of this machine's own; a connection that is open stays so."""
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0") # it would report to its makers
    try:
        import ray
        import ray.exceptions
    except ImportError:
        raise MissingExtraError("ray", "scale") from None
    if ray.is_initialized():
        yield ray
        return
    address = settings.ray_address or os.environ.get("RAY_ADDRESS") or "local"
    own: dict[str, Any] = {}
    if address == "local":
        own = {"num_cpus": max(settings.workers, os.cpu_count() or 1), "include_dashboard": False}
    ours = signal.getsignal(signal.SIGTERM)
    try:
        _knock(address)
        ray.init(
            address=address, logging_level=logging.ERROR, log_to_driver=logger.isEnabledFor(logging.INFO), **own
        )
    except (OSError, ValueError, RuntimeError, ray.exceptions.RayError) as error:
        raise ClusterError(f"{address}: no Ray cluster answers there ({error})") from error
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, ours) # Ray sets its own, which would leave without publishing
    try:
        yield ray
    finally:
        ray.shutdown()


def _knock(address: str) -> None:
    """Ray itself waits minutes for a cluster that is not there."""
    host, _, port = address.rpartition(":")
    if host and port.isdigit() and "://" not in host:
        socket.create_connection((host, int(port)), timeout=10).close()
