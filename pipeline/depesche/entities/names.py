"""Names: known ones, those built from their form, and those that the document introduces."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from depesche.entities import guesses
from depesche.entities.gazetteer import Table, name_id
from depesche.entities.grammar import Form, head, language
from depesche.entities.words import Span, longest, split
from depesche.records import Label

_NAME_LENGTH = 14  # words: the longest name built from its form


@dataclass(slots=True)
class Memory:
    """What a document has introduced so far: surnames and acronyms, each with label and id (None: two bearers)."""

    short: dict[str, tuple[Label, str | None]] = field(default_factory=dict)

    def learn(self, word: str, label: Label, entity_id: str | None) -> None:
        known = self.short.get(word)
        self.short[word] = (label, entity_id if known is None or known[1] == entity_id else None)


class Reader:
    """Finds the names of one part.

    :param name: the language of the part.
    """

    def __init__(self, text: str, table: Table, name: str) -> None:
        self.table, self.name, self.lang = table, name, language(name)
        self.words = split(text)
        self.inner: list[Span] = []  # names inside the name of an organisation
        self.lower = {word for word in self.words.text if word.islower()}

    # -- names ---------------------------------------------------------------------------------------------------

    def names(self, memory: Memory) -> list[Span]:
        """Known names, and names built from their form; what they introduce goes into ``memory``."""
        known = list(self._known())
        at = {span.start: span for span in known}
        spans = known + list(self._forms(at)) + list(self._persons(at))
        chosen = longest(spans)
        chosen = longest(chosen + list(self._acronyms(chosen, memory)) + list(self._extended(chosen)))
        chosen = longest(chosen + list(guesses.unknown(self, chosen)))
        chosen = longest(chosen + list(guesses.first_names(self, chosen)))
        chosen = longest(chosen + list(guesses.capitals(self, chosen)))
        for span in chosen:
            self._learn_surname(span, memory)
        return chosen

    def _known(self) -> Iterator[Span]:
        words, lengths, forms = self.words.text, self.table.lengths, self.table.forms
        i, n = 0, len(words)
        while i < n:
            word = words[i]
            if word not in lengths and word.isupper() and len(word) > 4 and word.title() in lengths:
                word = word.title()
            step = 1
            for length in lengths.get(word, ()):
                key = (word, *words[i + 1 : i + length])
                entry = forms.get(key)
                if entry is not None and i + length <= n and self.free(i, i + length, entry.label):
                    yield Span(i, i + length, entry.label, entry.entity_id, 2)
                    step = length
                    break
            i += step

    def free(self, start: int, end: int, label: Label) -> bool:
        """Whether a known name stands by itself or leads a hyphen compound, and does not run over a break."""
        words, gap = self.words.text, self.words.gap
        if 2 in gap[start + 1 : end]:
            return False
        glued = start > 1 and gap[start] == 0 and words[start - 1] in "-@#/" and gap[start - 1] == 0
        if words[start - 1] == "@" and start and gap[start] == 0:
            return False
        return (
            not glued or words[start - 1] == "/" or self.lang.compound_last or label == "NORP" or self.words.hyphen(end)
        )

    def nameable(self, i: int) -> bool:
        if i >= len(self.words):
            return False
        word = self.words.text[i]
        return (
            word[0].isupper() and word.casefold() not in self.lang.never and not word[-1].isdigit() and "@" not in word
        )

    def _forms(self, at: Mapping[int, Span]) -> Iterator[Span]:
        words = self.words.text
        for i, word in enumerate(words):
            if not word[0].isupper() and not word[0].islower():
                continue
            form = self.lang.forms.get(word)
            if form is None and len(word) > 7 and word[0].isupper():
                form = next((f for stem, f in self.lang.endings if word.endswith(stem)), None)
            if form is not None:
                yield from self._form(i, form, at)

    def _form(self, i: int, form: Form, at: Mapping[int, Span]) -> Iterator[Span]:
        """The name whose head word is ``i``."""
        words, gap = self.words.text, self.words.gap
        start, end = self._form_start(i, form), self._form_end(i, form, at)
        if (form.number and end == i + 1) or end - start < form.words or not (end - start > 1 or words[i][0].isupper()):
            return
        entity_id = self._number_id(start, end, form) or name_id(" ".join(words[start:end]))
        if end < len(words) and words[end] == "." and gap[end] == 0 and words[i] in self.lang.abbreviated:
            end += 1
        yield Span(start, end, form.label, entity_id, 1)

    def _number_id(self, start: int, end: int, form: Form) -> str | None:
        """The same id in every language for an act that has a number: ``eu-833-2014``."""
        words = self.words.text[start:end]
        issuer = next((form.ids[word] for word in words if word in form.ids), None)
        return "-".join([issuer, *(word for word in words if word.isdigit())]) if issuer else None

    def _form_start(self, i: int, form: Form) -> int:
        words, gap, start = self.words.text, self.words.gap, i
        while start > 0 and i - start < form.left and gap[start] < 2:
            joined = start > 1 and words[start - 1] in form.joins and self.nameable(start - 2) and gap[start - 1] < 2
            if joined or self.nameable(start - 1):
                start -= 1
            elif self.words.hyphen(start - 1) and start > 1:
                start -= 2
            elif start > 2 and words[start - 1] == "s" and words[start - 3] in self.lang.possessives:
                start -= 3
            else:
                break
        while start < i and (words[start] in form.joins or words[start].casefold() in self.lang.weak):
            start += 1
        return start

    def _form_end(self, i: int, form: Form, at: Mapping[int, Span]) -> int:
        words, gap, end = self.words.text, self.words.gap, i + 1
        if end >= len(words) or gap[end] == 2:
            return end
        if form.number:
            return self._number(end)
        if words[end] in form.right:
            year = end + 1 < len(words) and words[end + 1].isdigit()
            return end + 2 if form.label == "LAW" and year else self._phrase(end, form)
        if form.place and end in at and at[end].label in ("GPE", "LOC"):
            return at[end].end
        if form.after and self.nameable(end) and gap[end] == 1:
            return self._joined(end)
        return end

    def _number(self, i: int) -> int:
        """End of "(EU) Nr. 833/2014", "13224" or "2231 (2015)" from word ``i`` on."""
        words, gap = self.words.text, self.words.gap
        j = i
        while j < len(words) and j - i < 9 and gap[j] < 2 and (words[j] in self.lang.number_words):
            j += 1
        if j >= len(words) or not words[j][0].isdigit():
            return i
        j += 1
        while j + 1 < len(words) and gap[j] == 0 and words[j] in "/." and words[j + 1][0].isalnum() and gap[j + 1] == 0:
            j += 2
        if j + 2 < len(words) and words[j] == "(" and words[j + 1].isdigit() and words[j + 2] == ")":
            j += 3
        return j

    def _phrase(self, i: int, form: Form) -> int:
        """End of "of Posts and Telecommunications" from the preposition ``i`` on."""
        words, gap = self.words.text, self.words.gap
        j = end = i
        while j < len(words) and j - i < _NAME_LENGTH and gap[j] < 2:
            if self.nameable(j):
                end = j + 1
            elif self.words.hyphen(j):
                pass
            elif (words[j] not in form.right and words[j] not in self.lang.inside) or self._next_one(j):
                break
            j += 1
        return end

    def _next_one(self, i: int) -> bool:
        """Whether the conjunction ``i`` is followed by a name of its own: the Party of Regions and the Green Party."""
        words = self.words.text
        if words[i] not in self.lang.conjunctions:
            return False
        j = i + 1
        while self.nameable(j) and j - i < 6:
            if words[j] in self.lang.forms:
                return True
            j += 1
        return j == i + 1

    def _persons(self, at: Mapping[int, Span]) -> Iterator[Span]:
        words = self.words.text
        i = 0
        while i < len(words):
            word = words[i]
            end, person = i + 1, None
            title = self._title(i)
            if title > i and self.nameable(title) and self.words.gap[title] < 2:
                person = self._full_name(title, at, titled=True)
            elif (word in self.lang.given or (self._initial(i) and not self._abbreviation(i))) and (
                i not in at or at[i].label in ("GPE", "PERSON")
            ):
                person = self._full_name(i, at, titled=False)
            if person is not None:
                yield person
                end = max(end, person.end)
            i = end

    def _title(self, i: int) -> int:
        words, gap = self.words.text, self.words.gap
        for length in self.lang.title_lengths.get(words[i], ()):
            if tuple(words[i : i + length]) in self.lang.titles and 2 not in gap[i + 1 : i + length]:
                end = i + length
                if end < len(words) and words[end] == "." and gap[end] == 0:
                    end += 1
                return end
        return i

    def _full_name(self, i: int, at: Mapping[int, Span], *, titled: bool) -> Span | None:
        """The person whose name starts at word ``i``: given names and initials, particles, surname."""
        words, lang = self.words.text, self.lang
        j, given, surnames = i, 0, 0
        limit = lang.surnames + (1 if titled else 0)
        if titled and words[i] in lang.particles:
            return None
        while j < len(words) and (j == i or self.words.gap[j] < 2):
            word, end = words[j], self._joined(j)
            if not surnames and self._initial(j):
                j, given = j + 2, given + 1
            elif word in lang.particles and self.nameable(j + 1) and (given or surnames):
                if surnames and (word not in lang.nobility or not given or j + 1 in at):
                    break
                j, surnames = j + 1, min(surnames, lang.surnames - 1)
            elif (j in at and at[j].label not in ("PERSON", "GPE", "LOC")) or not self._person_word(
                j, upper=words[i].isupper()
            ):
                break
            elif word in lang.given and not surnames:
                j, given = end, given + 1
            elif (
                surnames < (limit if not given else lang.surnames)
                and self._title(j) == j
                and not (surnames and word in lang.forms)
            ):
                j, surnames = end, surnames + 1
            else:
                break
        if not surnames and given > 1 and not self._initial(j - 2):
            surnames = 1
        if j == i or not surnames or not (given or titled) or self._goes_on(j):
            return None
        if not given and ((i in at and at[i].label != "PERSON") or words[i] in lang.titles_after):
            return None
        label: Label = "PERSON" if titled or words[j - 1].endswith("s") or not self.announced(i) else "ORG"
        return Span(i, j, label, name_id(" ".join(words[i:j])), 1)

    def announced(self, i: int) -> bool:
        """Whether the word before says that an organisation is named (Satiremagazin Charlie Hebdo)."""
        if not i or self.words.gap[i] != 1:
            return False
        before = self.words.text[i - 1]
        return before[0].isupper() and before not in self.lang.forms and head(before, self.lang) == "ORG"

    def _initial(self, i: int) -> bool:
        """Whether an abbreviated given name starts at word ``i``: J. or J.R."""
        words, gap = self.words.text, self.words.gap
        return (
            i + 1 < len(words) and len(words[i]) == 1 and words[i].isupper() and words[i + 1] == "." and not gap[i + 1]
        )

    def _goes_on(self, i: int) -> bool:
        """Whether word ``i`` makes a name of something else from a person's name: Clarence Dock, Dreyfus Affair."""
        words, gap = self.words.text, self.words.gap
        return i < len(words) and gap[i] == 1 and words[i] in self.lang.titles_after and words[i][0].isupper()

    def _abbreviation(self, i: int) -> bool:
        """Whether word ``i`` is the second half of an abbreviation such as z. B."""
        words = self.words.text
        return i > 1 and words[i - 1] == "." and len(words[i - 2]) == 1

    def _joined(self, i: int) -> int:
        """End of a word and of what hyphens join to it (Karl-Heinz)."""
        end = i + 1
        while self.words.hyphen(end) and self.nameable(end + 1):
            end += 2
        return end

    def _person_word(self, i: int, *, upper: bool) -> bool:
        word = self.words.text[i]
        return self.nameable(i) and len(word) > 1 and (upper or len(word) < 3 or not word.isupper())

    def _extended(self, spans: Sequence[Span]) -> Iterator[Span]:
        """``Biden`` + ``administration`` is an organisation, ``South`` + ``Waziristan`` a place."""
        words, gap, lang = self.words.text, self.words.gap, self.lang
        for span in spans:
            start, end = span.start, span.end
            if span.label == "PERSON" and (cabinet := self._cabinet(end)):
                self.inner.append(span)
                yield Span(start, cabinet, "ORG", name_id(f"{words[end - 1]} administration"), 2)
            elif (
                span.label == "PERSON"
                and end - start == 1
                and start
                and gap[start] == 1
                and guesses.strange(self, start - 1)
            ):
                yield Span(start - 1, end, "PERSON", name_id(" ".join(words[start - 1 : end])), 1)
            elif span.label in ("GPE", "LOC") and start and words[start - 1] in lang.directions and gap[start] == 1:
                if not self.words.fresh[start - 1]:
                    yield Span(start - 1, end, "LOC", name_id(" ".join(words[start - 1 : end])), 1)
            elif span.label == "GPE" and lang.teams and len(span.entity_id or "") != 2:
                last = self._team(end)
                if last > end:
                    yield Span(start, last, "ORG", name_id(" ".join(words[start:last])), 1)

    def _cabinet(self, i: int) -> int | None:
        """End of the noun that follows a politician in the name of a government, if ``i`` starts one."""
        words, gap = self.words.text, self.words.gap
        at = i + 1 if self.words.hyphen(i) else i
        if at >= len(words) or gap[at] == 2 or words[at] not in self.lang.cabinets:
            return None
        return at + 1 if at > i or self.lang.compound_last else None

    def _team(self, i: int) -> int:
        """End of the plural that follows a town in the name of a team: Boston Braves, Detroit Red Wings."""
        words, gap = self.words.text, self.words.gap
        for end in (i + 1, i + 2):
            if end > len(words) or gap[end - 1] != 1 or not self.nameable(end - 1) or self._title(end - 1) > end - 1:
                break
            last = words[end - 1]
            if (
                len(last) > 3
                and last.endswith("s")
                and not last.endswith("ss")
                and last.lower() not in self.lower
                and (head(last.lower(), self.lang) is None and (end == len(words) or not words[end][0].isupper()))
            ):
                return end
        return i

    # -- what the document introduces -----------------------------------------------------------------------------

    def _acronyms(self, spans: Sequence[Span], memory: Memory) -> Iterator[Span]:
        """``(BUPT)`` after a name or after capitalised words with these initials."""
        words = self.words.text
        ending = {span.end: span for span in spans}
        for i in range(1, len(words) - 2):
            if words[i] != "(" or words[i + 2] != ")":
                continue
            word = words[i + 1]
            if not (1 < len(word) < 9 and word.isupper() and word.isalpha()):
                continue
            span = ending.get(i)
            begin = self._initials(i, word)
            if begin is not None and (span is None or begin < span.start):
                span = Span(begin, i, "ORG", name_id(" ".join(words[begin:i])), 1)
                yield span
            if span is not None and span.label in ("ORG", "LAW", "LIST", "MISC"):
                memory.learn(word, span.label, span.entity_id)

    def _initials(self, end: int, acronym: str) -> int | None:
        """Where the words start that ``acronym`` abbreviates and that end before word ``end``."""
        words, gap = self.words.text, self.words.gap
        first = words[end - 1]
        if (
            head(first, self.lang) == "ORG"
            and first[0] == acronym[0]
            and _is_subsequence(acronym.casefold(), first.casefold())
        ):
            return end - 1
        left, i = len(acronym), end
        while left and i > 0 and end - i < 10 and (i == end or gap[i] < 2):
            i -= 1
            if words[i][0] == acronym[left - 1]:
                left -= 1
            elif words[i][0].isupper() or not (words[i] in self.lang.inside or words[i] in "-&"):
                return None
        return i if left == 0 and end - i > 1 else None

    def _learn_surname(self, span: Span, memory: Memory) -> None:
        words = self.words.text
        if span.label == "PERSON" and span.end - span.start > 1:
            last = words[span.end - 1]
            if len(last) > 2 and last[0].isupper():
                memory.learn(last, "PERSON", span.entity_id)

    def echoes(self, spans: Sequence[Span], memory: Memory) -> list[Span]:
        """``spans`` with the acronyms and surnames that the document introduced."""
        words, fresh = self.words.text, self.words.fresh
        taken = {i for span in spans for i in range(span.start, span.end)}
        more = []
        for i, word in enumerate(words):
            if i in taken or not word[0].isupper():
                continue
            known = memory.short.get(word)
            if known is None and self.lang.genitive_s and word.endswith("s"):
                known = memory.short.get(word[:-1])
            if known is None or (fresh[i] and word.lower() in self.lower) or not self.free(i, i + 1, known[0]):
                continue
            more.append(Span(i, i + 1, known[0], known[1]))
        return longest([*(self._surname(span, memory) for span in spans), *more])

    def _surname(self, span: Span, memory: Memory) -> Span:
        """The id of a bare surname: whom the document introduced, else whom the knowledge file has; never two."""
        if span.label != "PERSON" or span.end - span.start > 1:
            return span
        known = memory.short.get(self.words.text[span.start])
        if not (span.entity_id or "").startswith("name:"):
            return span if known is None or known[1] == span.entity_id else replace(span, entity_id=None)
        return replace(span, entity_id=known[1] if known else None)


def _is_subsequence(short: str, long: str) -> bool:
    rest = iter(long)
    return all(letter in rest for letter in short)
