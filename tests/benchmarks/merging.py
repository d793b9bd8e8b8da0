"""How long merging takes, and how much memory: python tests/benchmarks/merging.py [MENTIONS]

Mentions as news have them: few parties are in many reports, most days have some, one mention in eight has no date.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from collections.abc import Iterator

from depesche.merge import Mention, merge

TYPES = [("LIST_ADD", "measures"), ("SANCTION_IMPOSE", "measures"), ("MEET", "communication"), ("CALL_FOR", "communication"),
         ("LETTER", "communication"), ("BAN_EXCLUDE", "measures")]  # fmt: skip


def mentions(count: int) -> Iterator[Mention]:
    rng = random.Random(7)
    for i in range(count):
        kind, group = rng.choice(TYPES)
        party = f"Q{int(rng.paretovariate(1.1)) % 20_000}"
        day = rng.choice([None, "2019", "2019-05", *[f"20{rng.randrange(15, 25)}-{rng.randrange(1, 13):02}-{rng.randrange(1, 29):02}"] * 5])
        ids = {"target": frozenset({party}), "agent": frozenset({f"Q{rng.randrange(200)}"})}
        yield Mention(
            f"m{i:08}", f"d{i // 5:07}", rng.choice(["de", "en"]), kind, group,
            rng.choice(["asserted", "asserted", "requested"]), "positive", "completed", day, ids, {"target": party}, 0.9,
        )  # fmt: skip


def main() -> None:
    some = list(mentions(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.perf_counter()
    events, links = merge(some)
    seconds = time.perf_counter() - started
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(f"{len(some)} mentions: {len(events)} events, {len(links)} links, {seconds:.1f} s, {grown:.0f} MB more")


if __name__ == "__main__":
    main()
