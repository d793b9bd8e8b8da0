"""Make the documentation true: `make docs` writes the pages and outputs below anew, the tests check that nothing is stale.

- `ontology.md` and `store.md` are made from the event types and the tables.
- In analysts.md, researchers.md, maintainers.md and architecture.md a block ```sh or ```python that a block ```text follows is run,
  in a copy of `notebooks/`, and the ```text is what it prints. Blocks without one, and those of other pages, are not run.
- Notebooks are run from top to bottom and keep their outputs.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any
from unittest import mock

ROOT = Path(__file__).resolve().parents[1]
PAGES = tuple(ROOT / "docs" / name for name in ("analysts.md", "researchers.md", "maintainers.md", "architecture.md"))
NOTEBOOKS = tuple(sorted((ROOT / "notebooks").glob("*.ipynb")))
MADE = "<!-- Made by docs/render.py (make docs). Edit {source} instead. -->\n"
BLOCK = re.compile(r"^```(sh|python)\n((?:(?!```).*\n)+)```\n\n```text\n((?:(?!```).*\n)*)```$", re.MULTILINE)
SWINGS = re.compile(r"\b\d+(?:\.\d+)? (?:s|MB)\b")
"""What differs from run to run: times and sizes."""
MEANINGS = {
    "content": "the clause or words that say what",
    "reason": "stated cause or purpose",
    "anonymous_source": "unnamed people; how many, in `n_anonymous_sources`",
    "positive": "told as it is",
    "negative": "the text says that it did not or does not happen",
    "completed": "it has happened",
    "ongoing": "it goes on, or holds",
    "attempted": "tried; what came of it is not said",
    "failed": "tried in vain",
    "offered": "held out to somebody; from people who correct, not from rules",
    "not_started": "still to come, or not told as a fact",
    "unknown": "the words leave it open; from people who correct, not from rules",
}
"""What the gold articles' ontology does not say, or says of their own format."""


# ------------------------------------------------------------------------------------------------------- from sources


def ontology() -> str:
    """The page of event types."""
    from depesche.resources import load

    types: dict[str, dict[str, Any]] = load("events")
    told = load("gold/ontology.json")
    groups: dict[str, list[str]] = {}
    for name, entry in types.items():
        groups.setdefault(entry["group"], []).append(name)
    out = [MADE.format(source="pipeline/depesche/resources/events.yaml"), "# Event types\n",
           (f"{len(types)} types in {len(groups)} groups. An event must have the roles that it *needs*; a frame, the "
            "grammar of one way to say it, may need others. A type says nothing of truth: the same type is asserted, "
            "requested or denied, by `modality` and `polarity`.\n")]
    out += [f"- [{group}](#{group}): " + ", ".join(f"[{n}](#{n.lower()})" for n in names) for group, names in groups.items()]
    for group, names in groups.items():
        out += [f"\n## {group}"]
        for name in names:
            out += _event_type(name, types[name])
    out += ["\n## Roles\n", "| role | who or what |", "|---|---|"]
    out += [f"| `{role}` | {_cell(MEANINGS.get(role, means))} |" for role, means in told["roles"].items()]
    out += ["\n## Truth\n", "| column | value | meaning |", "|---|---|---|"]
    for column in ("modality", "polarity", "status", "attribution_kind"):
        values = told["vocabularies"][column]
        means = values if isinstance(values, dict) else MEANINGS
        out += [f"| `{column}` | `{value}` | {_cell(MEANINGS.get(value, means[value]))} |" for value in values]
    return "\n".join(out) + "\n"


def _event_type(name: str, entry: Mapping[str, Any]) -> Iterator[str]:
    yield f"\n### {name}\n"
    yield f"{entry['means']}\n"
    needs = ", ".join(f"`{role}`" for role in entry.get("needs", ())) or "nothing"
    codes = [f"PLOVER {entry['plover']}", f"CAMEO {entry['cameo']}" if entry.get("cameo") else "no CAMEO root"]
    yield f"- needs {needs}; {'; '.join(codes)}"
    for lang in ("de", "en"):
        frames = entry.get(lang) or ()
        words = dict.fromkeys(
            word for frame in frames for key in ("verbs", "nouns") for some in frame.get(key, ())
            for word in ([some] if isinstance(some, str) else some)
        )
        if words:
            yield f"- {lang}: {', '.join(f'`{word}`' for word in words)}"
    for lang, example in (entry.get("examples") or {}).items():
        for sentence in [example] if isinstance(example, str) else example:
            yield f"- {lang}, for example: {sentence}"


def store() -> str:
    """The page of tables and columns."""
    import depesche
    from depesche.resources import load
    from depesche.store import MIGRATIONS, TABLES

    meanings = load("store")
    out = [MADE.format(source="pipeline/depesche/resources/store.yaml or store/schema.py"), "# The store\n",
           (f"One DuckDB file, schema {max(MIGRATIONS)}; an older one is brought up to date by the next `depesche run`. "
            "Any program that reads DuckDB opens it, `depesche.read_table(store, table)` gives a pandas data frame of one "
            "table, `depesche.read_events(store)` mentions with their merged events. Tables that are not named here are "
            "bookkeeping.\n")]
    out += [f"- [{table}](#{table}): {meanings[table]['means']}" for table in TABLES]
    for table, columns in TABLES.items():
        own = meanings[table]["columns"]
        out += [f"\n## {table}\n", f"{meanings[table]['means']}\n", "| column | type | meaning |", "|---|---|---|"]
        out += [f"| `{name}` | {kind} | {_cell(own.get(name) or meanings['shared'][name])} |" for name, kind in columns.items()]
    out += ["\n## depesche.read_events\n", (depesche.read_events.__doc__ or "").split(":raises")[0].replace("``", "`").strip(),
            "\n| column | pandas type |", "|---|---|"]
    out += [f"| `{name}` | {kind} |" for name, kind in _event_types().items()]
    return "\n".join(line.rstrip() for text in out for line in text.split("\n")) + "\n"


def _event_types() -> dict[str, str]:
    import depesche
    from depesche.config import Settings
    from depesche.run import run

    with tempfile.TemporaryDirectory() as folder:
        run([str(ROOT / "notebooks" / "articles" / "2022-12-16-ymtc.txt")], Path(folder, "events.duckdb"), Settings())
        frame = depesche.read_events(Path(folder, "events.duckdb"))
    return {str(name): "list of str" if str(kind) == "object" else str(kind) for name, kind in frame.dtypes.items()}


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


# --------------------------------------------------------------------------------------------------------- by running


def run_page(page: Path) -> str:
    """The page with what its blocks print now, in one folder from the first block to the last."""
    text = page.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        desk = Path(folder, "notebooks")
        shutil.copytree(ROOT / "notebooks", desk, ignore=shutil.ignore_patterns("*.ipynb", ".*"))
        names: dict[str, Any] = {}

        def ran(match: re.Match[str]) -> str:
            kind, code, before = match.groups()
            with contextlib.chdir(desk):
                printed = _shell(code) if kind == "sh" else _python(code, names)
            printed = re.sub(r"[ \t]+$", "", printed, flags=re.MULTILINE).strip("\n") + "\n"
            if swinging(printed) == swinging(before):
                printed = before
            return f"```{kind}\n{code}```\n\n```text\n{printed}```"

        return BLOCK.sub(ran, text)


def swinging(text: str) -> str:
    """The text without what differs from run to run."""
    return SWINGS.sub("N", text)


def _shell(code: str) -> str:
    out = []
    for line in code.replace("\\\n", " ").splitlines():
        command = line.split("  #")[0].strip()
        if command.startswith("depesche "):
            ours, _, pipe = command.partition(" | ")
            text = _depesche(shlex.split(ours)[1:])
            out.append(_bash(pipe, text) if pipe else text)
        elif command:
            out.append(_bash(command))
    return "".join(text if text.endswith("\n") or not text else f"{text}\n" for text in out)


def _bash(command: str, given: str = "") -> str:
    done = subprocess.run(["bash", "-c", command], input=given, capture_output=True, text=True, check=False)  # noqa: S603, S607
    return done.stdout + done.stderr


def _depesche(arguments: list[str]) -> str:
    """What a command prints, in this process: its models are loaded once for all pages."""
    from typer.testing import CliRunner

    from depesche import cli
    from depesche.errors import DepescheError

    with mock.patch.object(cli, "LINE_SECONDS", float("inf")):  # no progress, on a slow machine either
        done = CliRunner().invoke(cli.app, arguments)
    if isinstance(done.exception, DepescheError):
        return f"depesche: {done.exception}\n"
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.output


def _python(code: str, names: dict[str, Any]) -> str:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(code, "page", "exec"), names)  # noqa: S102 our own pages
    return out.getvalue()


def run_notebook(path: Path) -> Any:
    """The notebook with the outputs it gives now."""
    import nbformat
    from nbclient import NotebookClient

    notebook = nbformat.read(path, as_version=4)
    resources = {"metadata": {"path": str(path.parent)}}
    NotebookClient(notebook, timeout=300, record_timing=False, resources=resources).execute()
    notebook.metadata = {name: notebook.metadata[name] for name in ("kernelspec",) if name in notebook.metadata}
    for cell in notebook.cells:
        cell.metadata = {}
    return notebook


def printed(notebook: Any) -> list[str]:
    """What the cells of a notebook put out, as text."""
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", ())]
    return [swinging(output.get("text") or output.get("data", {}).get("text/plain", "")) for output in outputs]


# ---------------------------------------------------------------------------------------------------------------- main


def made() -> dict[Path, Callable[[], str]]:
    """The pages that come from sources."""
    return {ROOT / "docs" / "ontology.md": ontology, ROOT / "docs" / "store.md": store}


def main() -> None:
    parser = argparse.ArgumentParser(description="Write docs, the outputs in them, and notebooks anew.")
    parser.add_argument("paths", nargs="*", type=Path, help="only these")
    chosen = {path.resolve() for path in parser.parse_args().paths}
    pages = made() | {page: (lambda page=page: run_page(page)) for page in PAGES}
    for page, text in pages.items():
        if not chosen or page in chosen:
            page.write_text(text(), encoding="utf-8")
            sys.stderr.write(f"{page.relative_to(ROOT)}\n")
    for path in NOTEBOOKS:
        if not chosen or path in chosen:
            import nbformat

            nbformat.write(run_notebook(path), path)
            sys.stderr.write(f"{path.relative_to(ROOT)}\n")


if __name__ == "__main__":
    os.environ.setdefault("PYTHONPATH", str(ROOT / "pipeline"))
    main()
