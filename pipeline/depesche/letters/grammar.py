"""The section ``letters`` of all language files, each key as one expression, as heads and closings mix languages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from depesche import resources
from depesche.errors import ResourceError

STOP = r"(?:[,!:;]|\.(?=\s|$)|\s?[–—-](?=\s|$)|$)"


@dataclass(frozen=True, slots=True)
class Rules:
    """The section ``letters`` of all language files, each key of them as one expression."""

    open: re.Pattern[str]
    whole: re.Pattern[str]
    never: re.Pattern[str]
    nobody: re.Pattern[str]
    address: re.Pattern[str]
    courtesy: re.Pattern[str]
    closing: re.Pattern[str]
    mine: re.Pattern[str]
    warm: re.Pattern[str]
    end: re.Pattern[str]
    before_mine: re.Pattern[str]
    before_name: re.Pattern[str]
    fields: Mapping[str, re.Pattern[str]]
    older: re.Pattern[str]
    quoted: re.Pattern[str]
    postscript: re.Pattern[str]
    joint: re.Pattern[str]
    joints: re.Pattern[str]
    firm: re.Pattern[str]
    leading: re.Pattern[str]
    particles: frozenset[str]
    titles: re.Pattern[str]
    abbreviated: re.Pattern[str]
    dated: re.Pattern[str]
    no_place: re.Pattern[str]
    district: re.Pattern[str]
    street: re.Pattern[str]
    near: re.Pattern[str]
    greeting: re.Pattern[str]
    no_names: frozenset[str]

    def skip_joint(self, text: str, at: int) -> int:
        """Where the word behind ``und`` begins, or the place itself."""
        match = self.joint.match(text, at)
        return match.end() + 1 if match and text[match.end() : match.end() + 1].isspace() else at


@cache
def rules() -> Rules:
    """:raises ResourceError: a key is missing, or what stands under it is no regular expression."""
    sections = [resources.language(lang, "letters") for lang in resources.LANGUAGES]

    def one(key: str, *within: str) -> str:
        values = [section[within[0]][key] if within else section[key] for section in sections]
        return "(?:" + "|".join(value if isinstance(value, str) else "|".join(value) for value in values if value) + ")"

    try:
        closing, before_name, warm = one("closing"), one("before_name"), one("warm")
        mine = rf"{one('mine')}(?:,?\s{warm}(?![\w-]))*"
        part = rf"(?<![\w-])(?:(?P<closing>{closing})|(?P<mine>{mine}))(?![\w-])"
        more = rf"(?:[\s,.!:–—-]*(?<![\w-])(?:{closing}|{mine}|{before_name})(?![\w-]))*"
        return Rules(
            open=re.compile(one("open", "salutation") + r"(?![\w-])"),
            whole=re.compile(one("whole", "salutation") + STOP),
            never=re.compile(one("never", "salutation")),
            nobody=re.compile(rf"(?:{one('courtesy')}\s+)?{one('nobody', 'salutation')}"),
            address=re.compile(one("address")),
            courtesy=re.compile(rf"(?:{one('courtesy')}(?=\s|$)\s*)*"),
            closing=re.compile(part),
            mine=re.compile(rf"(?<![\w-]){mine}(?![\w-])"),
            warm=re.compile(rf"(?:{warm}(?!\w)\s+)*"),
            end=re.compile(rf"{more}[\s,.!:–—-]*"),
            before_mine=re.compile(rf"(?:^|[.!?,;:–—-]|(?<!\w){one('before_mine')})\s*$"),
            before_name=re.compile(rf"(?:{before_name}[\s:]*)?"),
            fields={key: re.compile(rf"{one(key, 'fields')}\s*:\s*") for key in sections[0]["fields"]},
            older=re.compile(one("older")),
            quoted=re.compile(one("quoted")),
            postscript=re.compile(one("postscript") + r"(?!\w)"),
            joint=re.compile(one("joints")),
            leading=re.compile(one("leading")),
            joints=re.compile(rf"\s+{one('joints')}\s+|\s*[,;]\s*|[ \t]{{3,}}"),
            firm=re.compile(one("firm")),
            particles=frozenset(word.replace("\\", "") for s in sections for word in s["particles"].split("|")),
            titles=re.compile(rf"{one('titles')}|{one('abbreviated')}\.?"),
            abbreviated=re.compile(one("abbreviated") + r"\."),
            dated=re.compile(rf"(?<!\w){one('dated')}(?![\w])\.?"),
            no_place=re.compile(one("no_place")),
            district=re.compile(one("district")),
            street=re.compile(one("street"), re.IGNORECASE),
            near=re.compile(rf"\s{one('near')}\s*$"),
            greeting=re.compile(rf"(?<!\w){one('greeting')}\s+"),
            no_names=frozenset(
                word for lang in resources.LANGUAGES for word in resources.language(lang, "entities")["never"].split()
            ),
        )  # fmt: skip
    except (KeyError, TypeError, re.error) as error:
        raise ResourceError(f"letters of the language files: {type(error).__name__} {error}") from error
