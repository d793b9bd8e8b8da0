"""Whether a phrase is such as fills a role: by its label, its noun, what is said of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from depesche import quantities
from depesche.entities import by_name
from depesche.events import contrast, grounds, phrases, placing, syntax
from depesche.events.grammar import Frame
from depesche.events.sentence import Mention, Sentence
from depesche.events.triggers import Trigger

THINGS = frozenset({"object", "topic", "content", "reason", "venue", "amount"})
"""Roles that need be no entity."""
MATTERS = frozenset({"reason", "content", "topic"})
"""Roles for what something is about."""
PARTIES = frozenset({"agent", "co_agent", "target", "beneficiary", "addressee"})
PERSONS = frozenset({"PERSON"})
PLACES = frozenset({"GPE", "LOC", "FACILITY"})
LIST_NAME = 9
"""Up to how many tokens behind a list tell whose it is: of companies that work with the military."""
NEAR = 4
"""How far before a phrase its preposition may stand, in tokens."""


def satisfied(sentence: Sentence, trigger: Trigger, role: str, mentions: Sequence[Mention]) -> bool:
    """Whether a role that must be there is: by an entity, and where any thing will do by any phrase."""
    frame = trigger.frame
    if role in frame.heads:
        return any(_of_kind(sentence, trigger, role, m) for m in mentions)
    if role in frame.business:
        return any(m.entity.label or phrases.business(sentence, m) for m in mentions)
    if (role in THINGS and role not in frame.labels) or role in frame.anything:
        return bool(mentions)
    labels = frame.labels.get(role, frozenset())
    if role in frame.named:
        return any(m.entity.label and m.entity.kind == "name" for m in mentions)
    # French fishermen are as good as the French
    unknown = role != "agent"  # who acts must be more than a capital letter
    if role == "agent" and any(phrases.counted(sentence, m) for m in mentions):
        return True
    if role in frame.anyone and any(_somebody(sentence, m) for m in mentions):
        return True
    return any(m.entity.label or (unknown and m.proper) or (labels == PERSONS and phrases.possessive(sentence, m)) or (
        m.within and (not labels or m.within in labels)) for m in mentions)


def may_fill(
    sentence: Sentence, trigger: Trigger, role: str, slot: str, m: Mention, filled: Mapping[str, Sequence[Mention]]
) -> bool:
    """Whether a phrase in a slot is such as fills the role.

    :param filled: the roles that are filled already.
    """
    frame = trigger.frame
    fit = fits(m, frame.labels.get(role)) or headed(sentence, frame, role, m) or _people(sentence, frame, role, m)
    if not fit or contrast.denied(sentence, trigger, m) or syntax.cut_off(sentence, m.last):
        return False
    if role == "addressee" and (
        (slot == "object" and _said(sentence, trigger, m))
        or (slot == "told" and not _can_heed(sentence, m))
        or (not m.entity.label and phrases.is_attribute(sentence, m))
    ):
        return False
    if role in PARTIES and (_says_what(sentence, m, filled) or _nobody(sentence, m, trigger)):
        return False
    return (
        not (role == "agent" and slot != "compound" and _joined(m, trigger))
        and (role != "place" or _takes_place(sentence, trigger, m))
        and not (role == "object" and slot in frame.roles.get("target", ()) and _toward(sentence, m))
        and not ((role == "beneficiary" or (role == "target" and frame.pending)) and _stays(sentence, slot, m))
        and (role in THINGS or not _price(sentence, m))
        and bool(role not in frame.parties or m.entity.label or m.within or m.proper)
        and (role != "amount" or _counts(sentence, m))
        and not (role == "target" and slot == "compound" and _imposes(sentence, m))
        and (role not in MATTERS or _matters(sentence, role, m))
        and (role != "instrument" or m.entity.label != "LIST" or _restricts(sentence, m))
    )


def _somebody(sentence: Sentence, mention: Mention) -> bool:
    """``Der Wetterdienst warnte``, ``the kidnappers``: a noun in the place of one who acts, though no list has it; no
    pronoun that means nobody (``man``, ``what``), and nothing that happens.
    """
    if mention.entity.kind == "pronoun" or happens(sentence, mention):
        return False
    top = phrases.outermost(sentence, mention)
    named = sentence.grammar.syntax.nouns_capitalised and sentence.pos[top] == "ADJ"  # dem Angeschuldigten
    return sentence.pos[top] in ("NOUN", "PROPN") or (named and sentence.forms[top][:1].isupper())


def other(mention: Mention, labels: frozenset[str]) -> bool:
    """Whether a phrase is a thing that the knowledge file has under another label."""
    label, known = mention.entity.label, mention.entity.entity_id
    return label not in {"", *labels} and bool(known) and not by_name(known)


def _of_kind(sentence: Sentence, trigger: Trigger, role: str, mention: Mention) -> bool:
    """Whether a phrase is what the frame means: by its label or its noun. A name that nobody knows may be of any kind
    where the frame asks for labels.
    """
    frame = trigger.frame
    # not the Huawei of Huawei-Handys, but that of the Huawei-Übernahme
    whole = mention.entity.end >= sentence.ends[mention.last] or mention.last in trigger.tokens
    labels = frame.labels.get(role, frozenset())
    known = mention.entity.label in labels or (mention.proper and role in frame.labels) or (
        role == "agent" and (mention.within in labels or phrases.counted(sentence, mention)))
    return (whole and known) or headed(sentence, frame, role, mention)


def headed(sentence: Sentence, frame: Frame, role: str, mention: Mention) -> bool:
    """Whether the noun of a phrase is one of the frame's: a Tochter may be a firm, too."""
    nouns = frame.heads.get(role)
    return nouns is not None and (
        nouns.match(sentence.lemmas, phrases.outermost(sentence, mention))
        or nouns.match(sentence.lemmas, phrases.what_it_is(sentence, mention)))


def _said(sentence: Sentence, trigger: Trigger, mention: Mention) -> bool:
    """``warnte, höhere Löhne gefährdeten Standorte``: an object right behind a comma, in no list, is what is said, and
    so is who does something in the clause that tells it: ``warns that such groups grew``.
    """
    head = phrases.outermost(sentence, mention)
    verb = sentence.heads[head]
    if sentence.deps[head] == "nsubj" and sentence.heads[verb] == syntax.main_verb(sentence, trigger.head) != verb:
        return sentence.deps[verb] == "ccomp" and bool(syntax.dependents(sentence, verb, ("mark",)))
    if verb == syntax.main_verb(sentence, trigger.head) and syntax.infinitive(sentence, verb):
        return False  # beschloss, Ankara zu warnen
    return sentence.before(mention.first) == "," and sentence.deps[head] == "obj"


def _can_heed(sentence: Sentence, mention: Mention) -> bool:
    """``demanded that Berlin act``: whom the clause tells of is asked, where he is somebody and is to do something."""
    return bool(mention.entity.label or mention.within) and (
        sentence.deps[phrases.outermost(sentence, mention)] != "nsubj:pass")


def _nobody(sentence: Sentence, mention: Mention, trigger: Trigger) -> bool:
    """``Es gibt Gründe, um sie zu verbieten``, ``It is time to ban them``: of another verb a mere ``es``; and one that
    only announces what is told behind it: ``Das Gesetz verbietet es, ihn zu stürzen``.
    """
    first = mention.first
    if first != mention.last:
        return False
    verb = sentence.heads[first]
    if sentence.deps[first] == "expl" and verb != syntax.main_verb(sentence, trigger.head):
        return True
    grammar = sentence.grammar
    if sentence.lower[first] not in grammar.words["itself"] or not (
        sentence.deps[first] == "expl" or (sentence.deps[first] == "obj" and grammar.syntax.infinitive_clauses)
    ):
        return False
    return any(i > first and (syntax.infinitive(sentence, i) or syntax.dependents(sentence, i, ("mark",)))
               for i in syntax.dependents(sentence, verb, ("xcomp", "ccomp")))


def _restricts(sentence: Sentence, mention: Mention) -> bool:
    """A list of a measure (Entity List, Sanktionsliste, the list), none of winners, best-sellers or monuments."""
    words = sentence.grammar.words
    end = min(len(sentence), mention.last + LIST_NAME)
    near = " ".join(sentence.lower[max(mention.first - 1, 0) : end])
    own = mention.entity.text.lower()
    if any(word in near for word in words["other_lists"]):
        return False
    if mention.entity.kind == "name" or any(word in near for word in words["list_words"]):
        return True
    following = sentence.lower[mention.last + 1] if mention.last + 1 < len(sentence) else ""
    attribute = following in words["noun_links"] | words["genitive_determiners"] or "-" in following
    return own.split()[0] in words["definite"] and not attribute and len(own.split()) <= 2


def fits(mention: Mention, labels: frozenset[str] | None) -> bool:
    """A phrase that is no mention has no label and fits; alone it satisfies no need."""
    return labels is None or not mention.entity.label or mention.entity.label in labels


def _people(sentence: Sentence, frame: Frame, role: str, mention: Mention) -> bool:
    """``signed it with the Greeks``, ``die Amerikaner verkaufen …``: a people by its noun acts as its country does;
    alone it makes no event.
    """
    alone = role in frame.needs and (role == "agent" or mention.prep is None)
    return mention.entity.label == "NORP" and "GPE" in frame.labels.get(role, ()) and not alone and (
        sentence.pos[mention.last] in ("NOUN", "PROPN")
    )


def _says_what(sentence: Sentence, mention: Mention, filled: Mapping[str, Sequence[Mention]]) -> bool:
    """``Die Anlagen-Bauer Siemens und Voith liefern …``: a noun is no other party than the one that it names."""
    return mention.entity.kind != "name" and any(
        phrases.named(sentence, mention.last, other) for others in filled.values() for other in others
    )


def _price(sentence: Sentence, mention: Mention) -> bool:
    """An amount of money, which is nobody: sold 20 jets for $4 billion, offered $18 a share."""
    parts = sentence.pos[mention.first : mention.last + 1]
    if mention.entity.label or {"NUM", "SYM"}.isdisjoint(parts):
        return False
    articles = sentence.grammar.words["indefinite"]
    if any(sentence.pos[i - 1] == "NUM" and sentence.lower[i] in articles for i in range(
        mention.first + 1, mention.last + 1
    )):
        return True
    return phrases.money(sentence, mention)


def _matters(sentence: Sentence, role: str, mention: Mention) -> bool:
    """Whether something may be about a phrase: a party is no reason, and neither is how often, long or much it was
    (``fined for the second time``, ``jailed for life``, ``a fine of $3m``).
    """
    if mention.entity.label:
        party = mention.entity.label in ("PERSON", "GPE", "NORP") or (
            mention.entity.label == "ORG" and mention.entity.kind == "name")
        return role == "topic" or not party
    head = phrases.outermost(sentence, mention)
    counted = any(sentence.pos[i] in ("NUM", "SYM") for i in (head, *syntax.dependents(sentence, head, ("nummod",))))
    if role != "topic" and counted and quantities.find(mention.entity.text, sentence.grammar.lang):
        return False
    return mention.prep is None or sentence.lemmas[head] not in sentence.grammar.words["no_matters"]


def _imposes(sentence: Sentence, mention: Mention) -> bool:
    """``US sanctions`` are those of the US, ``Iran sanctions`` those against Iran."""
    return mention.entity.text.lower() in sentence.grammar.words["imposers"]


def _counts(sentence: Sentence, mention: Mention) -> bool:
    """``bought it for $4 billion``, ``for an undisclosed sum``; not the unit ``for pigments``."""
    if not {"NUM", "SYM"}.isdisjoint(sentence.pos[mention.first : mention.last + 1]):
        return True
    sums = tuple(sentence.grammar.words["sums"])
    return bool(quantities.find(mention.entity.text, sentence.grammar.lang)) or (
        sentence.lemmas[phrases.outermost(sentence, mention)].endswith(sums)
    )


def happens(sentence: Sentence, mention: Mention) -> bool:
    """``weitere Sanktionen der EU``: an event, which does nothing itself."""
    noun = sentence.lemmas[phrases.outermost(sentence, mention)] if not mention.entity.label else ""
    return noun in sentence.grammar.by_noun or noun.endswith(sentence.grammar.suffixes)


def _takes_place(sentence: Sentence, trigger: Trigger, mention: Mention) -> bool:
    """Whether a phrase says where, and not where another verb took place: ``was arrested and died in Rome``; where to
    only with what goes somewhere: ``in den Iran``.
    """
    words = sentence.grammar.words
    goes = not words["directions"].isdisjoint(trigger.frame.roles["place"])
    aside = _directed(sentence, mention) != goes if mention.prep not in words["directions"] else not goes
    return _somewhere(sentence, mention) and not aside and not _of_ground(sentence, mention) and not (
        _elsewhere(sentence, trigger, mention)) and not (
        placing.coordinated(sentence, trigger, mention.first) or placing.above(sentence, trigger, mention.last)
    )


def _toward(sentence: Sentence, mention: Mention) -> bool:
    """``verkaufte Anteile an den Investor``: to whom, not ``Anteile an dem Verein``."""
    words = sentence.grammar.words
    given = (words["accusative_only"] | words["directed_articles"]) - words["dative_determiners"]
    return sentence.lower[mention.first] in given or sentence.before(mention.first) in given


def _stays(sentence: Sentence, slot: str, mention: Mention) -> bool:
    """``Anteile an dem Verein``, ``Panzer in der Türkei``: where something is, not to whom it goes."""
    words, lower = sentence.grammar.words, sentence.lower
    if mention.prep is None and slot in words["places_in"]:
        return mention.entity.label not in PLACES  # in den Iran und die Türkei
    if mention.prep not in words["two_way"] or mention.prep in words["places_in"]:
        return mention.prep in words["places_in"] and not _directed(sentence, mention)
    at = next((i for i in range(mention.last, max(mention.first - NEAR, -1), -1) if (
        sentence.grammar.prepositions.get(lower[i]) == mention.prep)), None)
    if at is None:
        return False
    contracted = lower[at] != mention.prep and lower[at] not in words["directed"]  # am Terminal
    article = lower[min(at + 1, len(sentence) - 1)]
    return contracted or article in words["dative_determiners"] | words["genitive_determiners"]


def _directed(sentence: Sentence, mention: Mention) -> bool:
    """``ins Ausland``, ``in die Schweiz``, ``in den Iran``, but ``in den USA``: the article tells them apart."""
    words, lower = sentence.grammar.words, sentence.lower
    at = next((i for i in range(mention.last, max(mention.first - NEAR, -1), -1) if (
        sentence.grammar.prepositions.get(lower[i]) == mention.prep)), None)
    if at is None or mention.prep is None:
        return False
    article = lower[min(at + 1, len(sentence) - 1)]
    own = article in words["accusative_only"] and lower[mention.last] in words["masculine_places"]
    return lower[at] in words["directed"] or article in words["directed_articles"] or own


def _of_ground(sentence: Sentence, mention: Mention) -> bool:
    """``arrested over a murder in Hull``: where it was done for which somebody is held."""
    if not phrases.is_attribute(sentence, mention):
        return False
    above = phrases.noun_above(sentence, mention)
    return syntax.preposition(sentence, above) in sentence.grammar.words["grounds"] or (
        grounds.named(sentence, sentence.heads[above]))


def _elsewhere(sentence: Sentence, trigger: Trigger, mention: Mention) -> bool:
    """``agreed to sell its plant in Leeds``: where another verb is done that depends on the trigger."""
    own = {syntax.main_verb(sentence, trigger.head), *(i for i in trigger.tokens if sentence.pos[i] != "VERB")}
    above = list(syntax.upward(sentence, phrases.outermost(sentence, mention)))
    reached = next((n for n, i in enumerate(above) if i in own), 0)
    return any(sentence.pos[i] == "VERB" for i in above[:reached])


def _somewhere(sentence: Sentence, mention: Mention) -> bool:
    """A place, or a phrase with one in it (wireless networks inside the United States); no interest, no case, and no
    ground (in connection with a robbery in Leeds).
    """
    if grounds.named(sentence, phrases.outermost(sentence, mention)):
        return False
    inside = (m.entity for m in sentence.mentions if mention.first <= m.first and m.last <= mention.last)
    return any(entity.label in PLACES for entity in (mention.entity, *inside))


def _joined(mention: Mention, trigger: Trigger) -> bool:
    """``Keine Stellungnahme gab es von BMW``: what a frame asks to stand beside its word does nothing itself."""
    return any(mention.first <= i <= mention.last for i in trigger.tokens if i != trigger.head)
