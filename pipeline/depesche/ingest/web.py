"""Web pages and feeds."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from depesche.errors import DocumentError
from depesche.ingest.decode import check_text, decode
from depesche.ingest.items import Failure, Item, Place, ReadOptions, Source, Stream
from depesche.ingest.published import in_url, published_of
from depesche.ingest.streams import read_all
from depesche.records import Document, Published

_META_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w:.-]+)", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"\s*<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w:.-]+)")
_FEED_END = re.compile(r"</(?:\w+:)?(?:rss|feed|rdf)\s*>\s*(?:<!--.*?-->\s*)*\Z", re.IGNORECASE | re.DOTALL)
_ENTRY_END = re.compile(r"</(?:\w+:)?(?:item|entry)\s*>", re.IGNORECASE)
_PROLOG = re.compile(r"\s+|<\?.*?\?>|<!--.*?-->", re.DOTALL)
# Names under which pages give the day of publication, surest first. Days of change are none.
_DATE_NAMES = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "dc.date.issued",
    "dcterms.issued", "citation_publication_date", "dc.date", "dcterms.date", "dcterms.created", "dc.date.created",
    "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date",
    "date",
)
_ARTICLE = re.compile(r"Article$|Posting$|^Report")
_SKIPPED = ("script", "style", "head", "template", "noscript", "svg", "math", "object", "iframe", "select", "button")
_PARAGRAPHS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "table", "ul", "ol", "dl", "pre", "section",
               "article", "header", "footer", "main", "aside", "nav", "figure", "hr", "form", "body"}
_LINES = {"div", "li", "tr", "dt", "dd", "figcaption", "caption", "address"}
# Marks that stand in for breaks until it is known which of several at one place is the widest.
_BREAKS = dict.fromkeys(_PARAGRAPHS, "\x1f") | dict.fromkeys(_LINES, "\x1e") | {"br": "\n", "td": "\t", "th": "\t"}
_AT_BREAK = re.compile("(?<![ \t])[ \t]*[\x1e\x1f][\x1e\x1f \t]*")
# A page with more tags is no article, and the search for its main text would take minutes; news pages have thousands.
_MAX_ARTICLE_TAGS = 60_000


def read_html(source: Source, data: bytes, options: ReadOptions) -> Iterator[Document]:
    """The main text of a page, its title, author, site, own address and day of publication.

    A page in which no main text is found gives all its text, with the flag ``no_main_text``.
    """
    decoded = decode(data, source.charset or _declared(data[:4096]))
    html = check_text(data, decoded)
    text, found = _main_text(html) if html.count("<") <= _MAX_ARTICLE_TAGS else ("", {})
    flags = list(decoded.flags)
    if not text:
        text = html_text(html)
        flags.append("no_main_text")
    published, date_flags = _page_date(html, found.get("url"))
    meta: dict[str, str | list[str]] = {"encoding": decoded.encoding, "encoding_basis": decoded.basis}
    meta |= {key: value for key in ("author", "site") if (value := found.get(key))}
    if flags or date_flags:
        meta["flags"] = sorted({*flags, *date_flags})
    yield Document(source.doc_id, text, None, found.get("title"), found.get("url"), published, meta)


def _declared(head: bytes) -> str | None:
    match = _XML_CHARSET.match(head) or _META_CHARSET.search(head)
    charset = match[1].decode("ascii", "ignore") if match else None
    # A page whose declaration can be read byte by byte is not in UTF-16, whatever it says.
    return None if charset and charset.lower().startswith(("utf-16", "utf-32")) else charset


def _main_text(html: str) -> tuple[str, dict[str, str]]:
    """Main text and metadata as found by trafilatura (Barbaresi 2021)."""
    from trafilatura import bare_extraction

    page: Any = bare_extraction(
        html, include_comments=False, with_metadata=True,
        date_extraction_params={"extensive_search": False, "max_date": "2100-01-01"},
    )
    if page is None:
        return "", {}
    values = {"title": page.title, "author": page.author, "site": page.sitename, "url": page.url}
    return page.text or "", {key: value for key, value in values.items() if value}


def _tree(html: str) -> Any:
    from lxml import etree
    from lxml import html as lxml_html

    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return lxml_html.document_fromstring(html.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def html_text(html: str) -> str:
    """All text of a page or fragment that a reader would see, a blank line between paragraphs."""
    from lxml import etree

    tree = _tree(html)
    if tree is None:
        return ""
    etree.strip_elements(tree, *_SKIPPED, with_tail=False)
    parts: list[str] = []
    pre = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        step = 1 if event == "start" else -1
        if element.tag == "pre":
            pre += step
        if event == "end" or element.tag not in ("br", "td", "th"):
            parts.append(_BREAKS.get(element.tag, ""))
        chunk = (element.text if event == "start" else element.tail) or ""
        parts.append(chunk if pre else re.sub(r"[ \t\r\n\f]+", " ", chunk))
    text = _AT_BREAK.sub(lambda run: "\n\n" if "\x1f" in run[0] else "\n", "".join(parts))
    text = re.sub(r" *([\n\t]) *", r"\1", re.sub(r" {2,}", " ", text))
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def _page_date(html: str, url: str | None) -> tuple[Published, tuple[str, ...]]:
    """The first date that can be read, of: linked data, meta elements, marked elements, the page's address."""
    tree = _tree(html)
    flags: tuple[str, ...] = ()
    for value in _page_dates(tree) if tree is not None else ():
        published, flags = published_of(value.strip())
        if published.edtf:
            return published, ()
    day = in_url(url) if url else None
    return (Published(day, "metadata"), ()) if day else (Published(), flags)


def _page_dates(tree: Any) -> Iterator[str]:
    linked = list(_linked_dates(tree))
    yield from (value for is_article, value in linked if is_article)
    named: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        named.setdefault(name.lower(), meta.get("content") or "")
    yield from (named[name] for name in _DATE_NAMES if named.get(name))
    marked = {
        element.get("datetime") or element.get("content") or element.text_content()
        for element in tree.xpath("//*[@itemprop='datePublished'] | //time[@pubdate]")
    }
    if len(marked) == 1:
        yield marked.pop()
    yield from (value for _, value in linked)


def _linked_dates(tree: Any) -> Iterator[tuple[bool, str]]:
    """``datePublished`` of each object of schema.org data, and whether the object is an article."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            waiting = deque([json.loads(script.text or "", strict=False)])
        except (ValueError, RecursionError):
            continue
        while waiting:
            node = waiting.popleft()
            if isinstance(node, list):
                waiting.extendleft(reversed(node))
            elif isinstance(node, dict):
                if isinstance(value := node.get("datePublished"), str):
                    kinds = node.get("@type")
                    kinds = kinds if isinstance(kinds, list) else [kinds]
                    yield any(isinstance(kind, str) and _ARTICLE.search(kind) for kind in kinds), value
                waiting.extend(child for child in node.values() if isinstance(child, dict | list))


def feed_leaves(stream: Stream, place: Place, options: ReadOptions) -> Iterator[Item | Failure]:
    """Each entry of an RSS or Atom feed, numbered from 1.

    :raises DocumentError: ``unsafe_xml`` for a document type definition, ``no_feed`` for other XML.
    """
    import feedparser

    data = read_all(stream, options.max_document_bytes)
    if not data.strip():
        raise DocumentError("empty", "this file is empty")
    text = check_text(data, decode(data, _declared(data[:512])))
    _refuse_dtd(text)
    # Told the encoding, feedparser does not guess it with whatever detector happens to be installed.
    feed = feedparser.parse(
        BytesIO(text.encode("utf-8", "replace")), sanitize_html=False,
        response_headers={"content-type": "application/xml; charset=utf-8"},
    )
    if not feed.version and not feed.entries:
        raise DocumentError("no_feed", "this XML is no RSS or Atom feed")
    site = feed.feed.get("title")
    whole = bool(_FEED_END.search(text[-4096:]))
    entries = feed.entries if whole else feed.entries[:len(_ENTRY_END.findall(text))]
    for number, entry in enumerate(entries, 1):
        values = _entry(entry) | {"site": site}
        yield place.child(number).item("entry", json.dumps(values).encode())
    if not whole:
        yield place.failure(DocumentError("truncated", f"this feed breaks off after {len(entries)} whole entries"))


def _refuse_dtd(text: str) -> None:
    at = 0
    while match := _PROLOG.match(text, at):
        at = match.end()
    if text[at:at + 9].upper() == "<!DOCTYPE":
        raise DocumentError("unsafe_xml", "this XML defines a document type, which can hide endless text: remove it")


def _entry(entry: Any) -> dict[str, Any]:
    bodies = [(body.get("value") or "", body.get("type") or "") for body in entry.get("content") or ()]
    if entry.get("summary"):
        bodies.append((entry["summary"], (entry.get("summary_detail") or {}).get("type") or "text/html"))
    text, kind = max(bodies, key=lambda body: len(body[0]), default=("", ""))
    # dc:date and a lone <updated> arrive under this name; it may be a later day, so the record says so.
    updated = entry.get("updated") if "updated" in entry else None
    return {
        "text": text, "html": kind != "text/plain", "title": entry.get("title"), "source": entry.get("link"),
        "published": entry.get("published") or updated, "by_update": not entry.get("published") and bool(updated),
        "author": entry.get("author"),
    }


def read_entry(source: Source, data: bytes, options: ReadOptions) -> Iterator[Document]:
    values = json.loads(data)
    text = html_text(values["text"]) if values["html"] else values["text"]
    title = html_text(values["title"]) if values["title"] else None
    published, flags = published_of(values["published"])
    if published.edtf and values["by_update"]:
        flags = (*flags, "published_from_update")
    meta: dict[str, str | list[str]] = {key: values[key] for key in ("author", "site") if values[key]}
    if flags:
        meta["flags"] = sorted(flags)
    yield Document(source.doc_id, text, None, title or None, values["source"], published, meta)
