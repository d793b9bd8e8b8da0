"use strict";
(() => {
  const SIZE = 50; // events on a page
  const PAPER = 1000; // events on paper
  const COLUMN = 3; // pixels under which a bar cannot be told from its neighbours
  const SINGLE = 40; // events up to which each has a bar of its own
  const PRECISIONS = ["day", "week", "month", "quarter", "season", "year", "decade", "interval"];

  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (selector, root = document) => root.querySelector(selector);
  const words = JSON.parse(one("#words").textContent);
  const data = JSON.parse(one("#data").textContent);
  const unpack = ({ names, rows }) => rows.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i]])));
  const events = unpack(data.events);
  const documents = unpack(data.documents);
  const parties = data.parties.map(([key, name, label], number) => ({ key, name, label, number }));
  const truths = Object.keys(data.truths);
  const families = [...new Set(Object.values(data.truths))];
  const form = one("form");
  const body = one("#table tbody");
  const reader = one("#reader");
  let language = document.documentElement.lang;
  let collator;

  // Text from documents only ever becomes text nodes and the values of the attributes named here
  const make = (tag, attributes = {}, ...children) => fill(document.createElement(tag), attributes, children);
  const svg = (tag, attributes = {}, ...children) =>
    fill(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
  const fill = (element, attributes, children) => {
    for (const [name, value] of Object.entries(attributes)) if (value !== null && value !== undefined) element.setAttribute(name, value);
    element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
    return element;
  };
  const number = (value) => value.toLocaleString(language);
  const word = (key, { n, m, x } = {}) => {
    const told = (value) => (/^\d+$/.test(value) ? number(Number(value)) : value);
    return (words[language][key] ?? key.slice(key.indexOf(".") + 1))
      .replace("{n}", () => told(n)).replace("{m}", () => told(m)).replace("{x}", () => x);
  };
  const kind = (code) => data.labels[code]?.[language] ?? code;
  const gather = (items, key) => {
    const groups = new Map();
    for (const item of items) {
      const name = key(item);
      if (!groups.has(name)) groups.set(name, []);
      groups.get(name).push(item);
    }
    return groups;
  };
  const squeezed = (text) => text.replace(/\s+/g, " ").trim();
  const shortened = (text, limit) => (text.length <= limit ? text : `${text.slice(0, limit - 1).trimEnd()}…`);

  // The texts, in pieces: [offset, text]
  const piece = (text, start, end) => text.pieces.find(([at, part]) => at <= start && end <= at + part.length);
  const slice = (text, [start, end]) => {
    const found = piece(text, start, end);
    return found ? found[1].slice(start - found[0], end - found[0]) : null;
  };

  // Events as the page needs them
  for (const [place, event] of events.entries()) Object.assign(event, { place, mentions: [] });
  for (const mention of unpack(data.mentions)) {
    mention.text = documents[mention.document];
    mention.words = slice(mention.text, mention.quote) ?? "";
    events[mention.event].mentions.push(mention);
  }
  const day = (iso) => Date.parse(`${iso.padStart(10, "0")}T00:00:00Z`) / 864e5;
  for (const event of events) {
    const timed = event.mentions.find((mention) => mention.edtf !== null && mention.edtf === event.time_edtf);
    event.family = data.truths[event.truth] ?? "open";
    event.precision = timed?.precision ?? (event.time_edtf ? "interval" : null);
    event.time = event.time_edtf ?? event.mentions.find((mention) => mention.time_text)?.time_text ?? null;
    event.placed = Boolean(event.date_start && event.date_end && event.precision !== "vague");
    if (event.placed) [event.from, event.until] = [day(event.date_start), day(event.date_end) + 1];
    event.about = /[~?%]/.test(event.time_edtf ?? "");
    event.not = event.polarity === "negative" && event.modality !== "asserted";
    event.parties = [...new Set([...event.agents, ...event.receivers, ...event.lists])];
  }
  const actors = (event) => (event.agents.length ? event.agents : event.lists);
  const whom = (event) => event.target ?? event.addressee ?? event.object;
  const told = (mention) => mention.source_text ?? word(`kind.${mention.kind}`);
  const sources = (event) => [...new Set(event.mentions.map((mention) => squeezed(told(mention))))];
  const between = (event) => `${event.agent ?? word("nobody")} → ${whom(event) ?? word("nobody")}`;
  const badge = (event) => make("span", { class: `truth ${event.family} ${event.truth}` },
    event.not ? `${word(`truth.${event.truth}`)}: ${word("truth.not")}` : word(`truth.${event.truth}`));
  const truthWord = (event) => badge(event).textContent;

  // Filters
  const state = { type: "", first: null, last: null, truth: new Set(), lang: new Set(), more: new Set(), parties: [],
    time: null, sort: "when", down: false, page: 0, open: new Set(), paper: false };
  let shown = events;
  const MORE = { several: (event) => event.n_sources > 1, conflicts: (event) => event.conflicts?.length > 0,
    links: (event) => event.links.length > 0 };
  const haystack = (event) => event.haystack ??= [
    event.event_id, event.event_type, ...Object.values(data.labels[event.event_type] ?? {}),
    event.agent, event.target, event.addressee, event.object, event.instrument, event.time_edtf,
    ...event.parties.flatMap((at) => [parties[at].name, parties[at].key]),
    ...event.mentions.flatMap((mention) => [mention.words, mention.source_text, mention.text.doc_id, mention.text.title]),
  ].filter(Boolean).join("\n").toLowerCase();
  const bound = (text, end) => {
    const found = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/.exec(text);
    if (!found) return undefined;
    const [, year, month, date] = found;
    return `${year}-${month ?? (end ? "12" : "01")}-${date ?? (end ? "31" : "01")}`;
  };
  const fits = (event, asked) =>
    (!state.type || event.event_type === state.type)
    && (!state.truth.size || state.truth.has(event.truth))
    && (!state.lang.size || event.langs.some((lang) => state.lang.has(lang)))
    && [...state.more].every((name) => MORE[name](event))
    && (!(state.first || state.last) || Boolean(event.date_start || event.date_end))
    && (!state.first || !event.date_end || event.date_end >= state.first)
    && (!state.last || !event.date_start || event.date_start <= state.last)
    && state.parties.every((at) => event.parties.includes(at))
    && (!state.time || state.time.has.has(event))
    && (!asked.length || asked.every((part) => haystack(event).includes(part)));
  const SORTED = {
    when: null,
    what: (event) => kind(event.event_type), who: (event) => between(event),
    truth: (event) => truths.indexOf(event.truth), word: (event) => sources(event)[0] ?? "",
    texts: (event) => event.n_documents * 1e4 + event.n_sources,
  };
  const sort = () => {
    shown.sort((a, b) => a.place - b.place);
    const key = SORTED[state.sort];
    if (key) {
      const keys = new Map(shown.map((event) => [event, key(event)]));
      const compare = typeof keys.values().next().value === "number" ? (a, b) => a - b : collator.compare;
      shown.sort((a, b) => compare(keys.get(a), keys.get(b)) || a.place - b.place);
    }
    if (state.down) shown.reverse();
  };
  const read = () => {
    const chosen = (name) => new Set(all(`input[name="${name}"]:checked`, form).map((box) => box.value));
    state.type = form.elements.type.value;
    for (const name of ["truth", "lang", "more"]) state[name] = chosen(name);
    let wrong = false;
    for (const name of ["first", "last"]) {
      const field = form.elements[name];
      const value = bound(field.value.trim(), name === "last");
      const bad = value === undefined && field.value.trim() !== "";
      field.setAttribute("aria-invalid", bad);
      wrong ||= bad;
      state[name] = value ?? null;
    }
    one("#wrong").textContent = wrong ? word("filter.day.wrong") : "";
  };
  const update = () => {
    read();
    const asked = (form.elements.search.value.toLowerCase().match(/"[^"]+"|[^\s"]+/g) ?? []).map((part) => part.replaceAll('"', ""));
    shown = events.filter((event) => fits(event, asked));
    drawSorted();
    one(".status").textContent = word("count", { n: shown.length, m: events.length });
    drawExtra();
    drawTime();
    drawNetwork();
    for (const button of all(".set")) button.setAttribute("aria-pressed", button.dataset.field === "type"
      ? state.type === button.dataset.value : state.parties.includes(Number(button.dataset.value)));
  };
  const drawSorted = () => {
    sort();
    state.page = 0;
    drawTable();
  };
  const drawExtra = () => {
    const remove = (label, off) => {
      const button = make("button", { type: "button", class: "remove", "aria-label": word("filter.remove", { x: label }) }, `${label} ×`);
      button.addEventListener("click", () => { off(); update(); form.elements.search.focus(); });
      return button;
    };
    one("#extra").replaceChildren(
      ...state.parties.map((at) => remove(word("filter.with", { x: parties[at].name }),
        () => { state.parties = state.parties.filter((other) => other !== at); })),
      ...(state.time ? [remove(word("filter.time", { x: state.time.label }), () => { state.time = null; })] : []),
    );
  };
  const chooseParties = (...chosen) => {
    const held = chosen.every((at) => state.parties.includes(at));
    state.parties = held ? state.parties.filter((at) => !chosen.includes(at)) : [...new Set([...state.parties, ...chosen])];
    update();
  };
  const chooseTime = (label, some) => {
    state.time = { label, has: new Set(some) };
    update();
    one("#table").scrollIntoView({ block: "start" });
    body.querySelector(".go")?.focus({ preventScroll: true });
  };

  // The table: a page of events, each opening beneath itself
  const pages = () => Math.max(1, Math.ceil(shown.length / SIZE));
  const drawTable = () => {
    const some = state.paper ? shown.slice(0, PAPER) : shown.slice(state.page * SIZE, (state.page + 1) * SIZE);
    body.replaceChildren(...some.flatMap((event) => {
      const row = rowOf(event);
      return state.open.has(event) ? [row, detailOf(event)] : [row];
    }));
    rest(one(".go", body));
    one(".nothing").hidden = shown.length > 0;
    one(".pages").hidden = shown.length <= SIZE;
    one("#page").textContent = word("page", { n: state.page + 1, m: pages() });
    for (const button of all("[data-page]")) {
      const back = /first|back/.test(button.dataset.page);
      button.setAttribute("aria-disabled", back ? state.page === 0 : state.page === pages() - 1);
    }
    const paper = one(".paper");
    paper.hidden = !(state.paper && shown.length > PAPER);
    paper.textContent = word("paper.part", { n: Math.min(PAPER, shown.length), m: shown.length });
    for (const head of all("th[data-column]")) head.setAttribute("aria-sort",
      head.dataset.column !== state.sort ? "none" : state.down ? "descending" : "ascending");
    one("select[name=sort]").value = state.sort;
    one("input[name=down]").checked = state.down;
  };
  const rowOf = (event) => {
    const id = `e${event.place}`;
    const open = state.open.has(event);
    const said = sources(event);
    const many = event.n_documents > 1;
    return make("tr", { class: `item ${event.family}`, id, "data-place": event.place },
      make("td", { class: "when" }, event.time_edtf ? make("bdi", {}, event.time_edtf) : make("span", { class: "soft", dir: "auto" }, event.time ? `„${squeezed(event.time)}“` : word("undated"))),
      make("td", { class: "what" }, make("button", { type: "button", class: "go", "aria-expanded": open, "aria-controls": open ? `d${event.place}` : null }, kind(event.event_type))),
      make("td", { class: "who" },
        make("div", {},
          make("b", { dir: "auto" }, squeezed(event.agent ?? word("nobody"))), " → ", make("b", { dir: "auto" }, squeezed(whom(event) ?? word("nobody"))),
          event.instrument ? make("span", { class: "soft" }, " (", make("bdi", {}, squeezed(event.instrument)), ")") : null),
        make("q", { class: "words", lang: event.mentions[0]?.text.lang, dir: "auto" }, shortened(squeezed(event.mentions[0]?.words ?? ""), 220))),
      make("td", { class: "held" }, badge(event)),
      make("td", { class: "word", dir: "auto" }, shortened(said[0] ?? "", 80), said.length > 1 ? make("span", { class: "soft" }, ` +${said.length - 1}`) : null),
      make("td", { class: "texts" }, many ? word("texts", { n: event.n_documents }) : word("texts.one"),
        many ? ` ${event.n_sources === 1 ? word("sources.one") : word("sources", { n: event.n_sources })}` : "",
        ...event.langs.map((lang) => [" ", make("span", { class: "code" }, lang)]).flat(),
        event.conflicts?.length ? make("span", { class: "flag" }, `≠ ${word("conflicts")}`) : null,
        event.links.length ? make("span", { class: "flag" }, `⇄ ${word("linked")}`) : null));
  };
  const detailOf = (event) => make("tr", { class: `detail ${event.family}`, id: `d${event.place}` }, make("td", { colspan: 6 },
    event.conflicts?.length ? make("div", { class: "conflict" }, `${word("conflict")}:`, ...event.conflicts.map(difference)) : null,
    event.links.length ? make("div", { class: "links" }, make("h3", {}, word("links")), make("ul", {}, ...event.links.map(linkOf))) : null,
    make("h3", {}, `${word("mentions")} (${number(event.mentions.length)})`),
    ...event.mentions.map((mention) => mentionOf(event, mention))));
  const linkOf = ([place, relation, score, differences]) => {
    const other = events[place];
    return make("li", {}, make("button", { type: "button", class: "to", "data-to": place },
      `${other.time_edtf ?? word("undated")} ${kind(other.event_type)}: ${squeezed(between(other))}`), " ", badge(other),
      make("div", { class: "soft" }, `${word(`relation.${relation}`)}, ${word("alike", { n: Math.round(100 * score) })}`,
        ...differences.map(difference)));
  };
  const difference = (text) => { // "agent: Q1 | Q2", as the store has it
    const [field, ...values] = text.split(": ");
    return make("div", {}, `${word(`role.${field}`)}: `, make("bdi", {}, values.join(": ")));
  };
  const fact = (name, ...value) => (value.flat().filter(Boolean).length ? make("div", {}, make("dt", {}, word(name)), make("dd", {}, ...value)) : null);
  const timeOf = (mention) => [
    mention.time_text ? make("q", { dir: "auto" }, squeezed(mention.time_text)) : null, mention.time_text ? " " : null,
    mention.edtf ? make("bdi", {}, mention.edtf) : null,
    mention.precision ? ` (${word(`exact.${mention.precision}`)}, ${word(`basis.${mention.basis}`)})` : null,
  ].filter(Boolean);
  const saidBy = (mention) => [
    make("span", {}, word(`kind.${mention.kind}`)),
    ...(mention.source_text ? [": ", make("bdi", {}, squeezed(mention.source_text))] : []),
    ...(mention.source_id ? [" ", make("span", { class: "id" }, mention.source_id)] : []),
    ...(mention.anonymous ? [`, ${word("anonymous", { n: mention.anonymous })}`] : []),
  ];
  const mentionOf = (event, mention) => {
    const { text } = mention;
    const button = make("button", { type: "button", class: "read", "data-mention": event.mentions.indexOf(mention), "data-place": event.place }, word("read"));
    return make("article", { class: "mention" },
      make("p", { class: "source" }, make("span", { class: "code" }, text.lang), " ", make("b", { dir: "auto" }, text.title ?? text.doc_id), " ", make("span", { class: "soft" }, ...aboutText(text))),
      make("blockquote", { lang: text.lang, dir: "auto" }, ...marked(text, mention.quote, spansOf(mention))),
      make("dl", { class: "details" },
        fact("field.date", ...timeOf(mention)),
        fact("field.kind", ...saidBy(mention)),
        ...mention.roles.map(([role, start, end, id]) => fact(`role.${role}`, make("bdi", {}, squeezed(slice(text, [start, end]) ?? "…")), id ? make("span", { class: "id" }, ` ${id}`) : null)),
        fact("field.trigger", make("bdi", {}, mention.trigger_text), mention.trigger.length ? null : ` (${word("unplaced")})`),
        fact("field.truth", [event.modality, event.polarity, mention.status].join(", ")),
        fact("field.subtype", mention.subtype), fact("field.flags", mention.flags.join(", ")),
        fact("field.confidence", word("percent", { n: Math.round(100 * mention.confidence) })),
        fact("field.review", word(`review.${mention.review ?? "unreviewed"}`)),
        fact("field.rule", mention.rule), fact("field.id", mention.mention_id)),
      button);
  };
  const aboutText = (text) => {
    const facts = [];
    if (text.title) facts.push(make("bdi", {}, text.doc_id));
    facts.push(text.published ? make("span", {}, `${word("published.at", { x: text.published })} (${word(`basis.${text.basis}`)})`) : word("undated.text"));
    if (text.sender || text.recipients) facts.push(make("bdi", {}, [word("letter"), text.sender && word("from", { x: text.sender }), text.recipients && word("to", { x: text.recipients }), text.place].filter(Boolean).join(" ")));
    if (text.copies > 1) facts.push(word("copy", { n: text.copies }));
    if (text.source) facts.push(address(text.source));
    return facts.flatMap((each, i) => (i ? [" · ", each] : [each]));
  };
  const address = (source) => {
    let url = null;
    try { url = new URL(source); } catch { /* a feed's name is no address */ }
    return url && /^https?:$/.test(url.protocol)
      ? make("a", { href: url.href, target: "_blank", rel: "noopener noreferrer", "aria-label": `${word("original")}: ${source}` }, shortened(source, 60))
      : make("bdi", {}, shortened(source, 80));
  };

  // Marks: each stretch between two borders is one mark of all that lie over it; labels are no part of the text
  const spansOf = (mention) => [
    ...mention.trigger.map(([start, end]) => ({ start, end, look: "trigger", label: word("trigger") })),
    ...mention.roles.map(([role, start, end]) => ({ start, end, look: "role", label: word(`role.${role}`) })),
    ...[["date", "time"], ["source", "source"], ["cue", "cue"]].filter(([field]) => mention[field])
      .map(([field, name]) => ({ start: mention[field][0], end: mention[field][1], look: name, label: word(`role.${name}`) })),
  ];
  const marked = (text, [start, end], spans) => {
    const inside = spans.filter((span) => span.end > start && span.start < end && span.end > span.start)
      .sort((a, b) => a.start - b.start || b.end - a.end);
    const borders = [...new Set([start, end, ...inside.flatMap((span) => [Math.max(span.start, start), Math.min(span.end, end)])])].sort((a, b) => a - b);
    return borders.slice(1).map((right, i) => {
      const left = borders[i];
      const over = inside.filter((span) => span.start <= left && span.end >= right);
      const part = slice(text, [left, right]) ?? "";
      if (!over.length) return part;
      const labels = over.filter((span) => Math.max(span.start, start) === left).map((span) => span.label).filter(Boolean);
      return make("mark", { class: [...new Set(over.map((span) => span.look))].join(" "), "data-label": labels.join(" · ") || null }, part);
    });
  };
  const openText = (event, mention) => {
    const { text } = mention;
    one("#reader-title").textContent = squeezed(text.title ?? text.doc_id);
    one("#reader-facts").replaceChildren(
      make("p", { class: "soft" }, make("span", { class: "code" }, text.lang), " ", ...aboutText(text)),
      make("p", {}, kind(event.event_type), " ", badge(event), " ", make("bdi", {}, squeezed(between(event)))),
      ...(data.context === null ? [] : [make("p", { class: "soft" }, word("cut"))]));
    const spans = [...spansOf(mention), { start: mention.quote[0], end: mention.quote[1], look: "quoted", label: "" }];
    const inner = one("#reader-text");
    inner.lang = text.lang;
    inner.dir = "auto";
    let at = 0;
    const parts = [];
    for (const [base, part] of text.pieces) {
      if (base > at) parts.push(make("p", { class: "gap" }, `… ${word("cut.here")} …`));
      parts.push(...marked(text, [base, base + part.length], spans));
      at = base + part.length;
    }
    if (at < text.length) parts.push(make("p", { class: "gap" }, `… ${word("cut.here")} …`));
    inner.replaceChildren(...parts);
    reader.showModal();
    one("mark.quoted", inner)?.scrollIntoView({ block: "center" });
    inner.focus({ preventScroll: true });
  };

  // One row is a stop of the tab key; arrows lead on from there, and over to the next page
  let stop = null;
  const rest = (button) => {
    if (stop?.isConnected) stop.tabIndex = -1;
    for (const each of stop?.isConnected ? [] : all(".go", body)) each.tabIndex = -1;
    stop = button;
    if (button) button.tabIndex = 0;
  };
  const turn = (page, last = false) => {
    state.page = Math.min(Math.max(page, 0), pages() - 1);
    drawTable();
    const buttons = all(".go", body);
    return last ? buttons.at(-1) : buttons[0];
  };
  const toggle = (event, open = !state.open.has(event)) => {
    const row = document.getElementById(`e${event.place}`);
    if (open) state.open.add(event);
    else state.open.delete(event);
    document.getElementById(`d${event.place}`)?.remove();
    if (!row) return;
    const button = one(".go", row);
    button.setAttribute("aria-expanded", open);
    if (open) {
      button.setAttribute("aria-controls", `d${event.place}`);
      row.after(detailOf(event));
    } else button.removeAttribute("aria-controls");
  };
  const visit = (event) => {
    if (!shown.includes(event)) { clear(); update(); }
    state.page = Math.floor(shown.indexOf(event) / SIZE);
    state.open.add(event);
    drawTable();
    const button = one(`#e${event.place} .go`);
    rest(button);
    button.focus({ preventScroll: true });
    one(`#e${event.place}`).scrollIntoView({ block: "start" });
  };
  const clear = () => {
    form.reset();
    Object.assign(state, { parties: [], time: null });
  };
  body.addEventListener("click", (click) => {
    const button = click.target.closest("button");
    const row = click.target.closest(".item");
    if (button?.matches(".read")) openText(events[button.dataset.place], events[button.dataset.place].mentions[button.dataset.mention]);
    else if (button?.matches(".to")) visit(events[button.dataset.to]);
    else if (row && !getSelection().toString()) { toggle(events[row.dataset.place]); rest(one(".go", row)); one(".go", row).focus({ preventScroll: true }); }
  });
  body.addEventListener("keydown", (press) => {
    if (press.ctrlKey || press.metaKey || press.altKey) return;
    const row = press.target.closest(".item") ?? press.target.closest(".detail")?.previousElementSibling;
    if (!row) return;
    if (press.key === "Escape") { toggle(events[row.dataset.place], false); one(".go", row).focus(); return; }
    if (!press.target.matches(".go")) return;
    const buttons = all(".go", body);
    const at = buttons.indexOf(press.target);
    const next = {
      ArrowDown: () => buttons[at + 1] ?? (state.page < pages() - 1 ? turn(state.page + 1) : null),
      ArrowUp: () => buttons[at - 1] ?? (state.page > 0 ? turn(state.page - 1, true) : null),
      Home: () => buttons[0], End: () => buttons.at(-1),
      PageDown: () => (state.page < pages() - 1 ? turn(state.page + 1) : buttons.at(-1)),
      PageUp: () => (state.page > 0 ? turn(state.page - 1) : buttons[0]),
    }[press.key]?.();
    if (press.key in { ArrowDown: 1, ArrowUp: 1, Home: 1, End: 1, PageDown: 1, PageUp: 1 }) press.preventDefault();
    if (next) { rest(next); next.focus(); }
  });

  // The time line
  const x = (box, at) => ((at - box.from) / (box.until - box.from)) * box.width;
  const axis = (box, height) => {
    const date = (at) => new Date(at * 864e5);
    const ticks = d3.utcTicks(date(box.from), date(box.until), Math.max(2, Math.floor(box.width / 85)));
    const years = ticks.every((tick) => tick.getUTCMonth() === 0 && tick.getUTCDate() === 1);
    const months = ticks.every((tick) => tick.getUTCDate() === 1);
    const format = new Intl.DateTimeFormat(language, { timeZone: "UTC", year: "numeric", ...(years ? {} : { month: "short" }), ...(months ? {} : { day: "numeric" }) });
    let last = -Infinity;
    return ticks.filter((tick) => tick.getUTCHours() === 0).map((tick) => {
      const at = x(box, tick.getTime() / 864e5);
      const label = format.format(tick);
      const half = label.length * 3.2;
      const middle = Math.min(Math.max(at, half), box.width - half);
      const free = middle - half > last + 8;
      if (free) last = middle + half;
      return svg("g", { class: "tick" }, svg("line", { x1: at, x2: at, y1: 18, y2: height }),
        free ? svg("text", { x: middle, y: 12, "text-anchor": "middle" }, label) : null);
    });
  };
  const bar = (label, act, attributes, ...children) => {
    const group = svg("g", { class: "bar", role: "button", tabindex: -1, "aria-label": label, ...attributes }, svg("title", {}, label), ...children);
    group.addEventListener("click", act);
    group.addEventListener("keydown", (press) => { if (press.key === "Enter" || press.key === " ") { press.preventDefault(); act(); } });
    return group;
  };
  const roving = (chart) => {
    const stops = all("[tabindex]", chart);
    if (stops[0]) stops[0].setAttribute("tabindex", 0);
    chart.onkeydown = (press) => {
      const at = stops.indexOf(press.target);
      const next = { ArrowRight: stops[at + 1], ArrowDown: stops[at + 1], ArrowLeft: stops[at - 1], ArrowUp: stops[at - 1], Home: stops[0], End: stops.at(-1) }[press.key];
      if (at < 0 || !next) return;
      press.preventDefault();
      stops[at].setAttribute("tabindex", -1);
      next.setAttribute("tabindex", 0);
      next.focus();
    };
  };
  const lanes = (items, gap) => { // each in the first lane that is free; items come in order of their left edge
    const ends = [];
    for (const item of items) {
      let lane = ends.findIndex((end) => end + gap <= item.left + 0.01);
      if (lane < 0) lane = ends.push(0) - 1;
      ends[lane] = item.right;
      item.lane = lane;
    }
    return ends.length;
  };
  const drawTime = () => {
    const chart = one("#time-chart");
    const width = Math.max(280, Math.floor(state.paper ? 700 : chart.clientWidth));
    const placed = shown.filter((event) => event.placed);
    const note = one("#time-note");
    drawApart(shown.filter((event) => !event.placed));
    if (!placed.length) {
      note.textContent = "";
      chart.replaceChildren(make("p", { class: "nothing" }, word("time.none")));
      return;
    }
    const [low, high] = placed.reduce(([a, b], event) => [Math.min(a, event.from), Math.max(b, event.until)], [Infinity, -Infinity]);
    const margin = Math.max(2, (high - low) * 0.02);
    const box = { from: low - margin, until: high + margin, width };
    const single = placed.length <= SINGLE;
    const { height, parts, coarse } = single ? singleBars(placed, box) : manyBars(placed, box);
    note.textContent = [word(single ? "time.single" : "time.many"), coarse ? word("time.columns") : ""].filter(Boolean).join(" ");
    chart.replaceChildren(svg("svg", { viewBox: `0 0 ${width} ${height}`, width, height, role: "group", "aria-label": word("time") }, ...axis(box, height), ...parts));
    roving(chart);
  };
  const singleBars = (placed, box) => {
    const items = placed.map((event) => {
      const start = x(box, event.from);
      const end = Math.max(x(box, event.until), start + 3);
      let label = squeezed(`${kind(event.event_type)}: ${between(event)}`);
      const room = Math.max(box.width - end, start) - 22;
      const inside = room < 110; // no room at either side: over the bar
      label = shortened(label, Math.max(6, Math.min(46, Math.floor((inside ? box.width - start - 26 : room) / 6.4))));
      const long = 20 + label.length * 6.4;
      const after = box.width - end >= long || box.width - end >= start;
      const text = inside ? { at: start + 5, anchor: "start" } : after ? { at: end + 5, anchor: "start" } : { at: start - 5, anchor: "end" };
      return { event, start, end, label, text, left: inside || after ? start : start - long, right: inside ? Math.max(end, start + long) : after ? end + long : end };
    }).sort((a, b) => a.left - b.left || a.event.place - b.event.place);
    const count = lanes(items, 4);
    const parts = items.sort((a, b) => a.event.from - b.event.from || a.event.place - b.event.place).map(({ event, start, end, label, text, lane }) => {
      const y = 24 + lane * 24;
      const full = `${event.time_edtf} (${word(`exact.${event.precision}`)}), ${truthWord(event)}: ${kind(event.event_type)}, ${squeezed(between(event))}`;
      return bar(full, () => visit(event), { class: `bar ${event.family}` },
        svg("rect", { class: `fill ${event.family}${event.about ? " about" : ""}`, x: start, y: y + 3, width: end - start, height: 14 }),
        svg("text", { x: text.at, y: y + 14, "text-anchor": text.anchor },
          svg("tspan", { class: `sign ${event.family}` }, `${SIGNS[event.truth] ?? ""} `), label));
    });
    return { height: 30 + count * 24, parts };
  };
  const manyBars = (placed, box) => {
    const parts = [];
    let y = 24;
    let coarse = false;
    for (const precision of PRECISIONS) {
      const some = placed.filter((event) => event.precision === precision);
      if (!some.length) continue;
      const column = precision !== "interval" && some.every((event) => x(box, event.until) - x(box, event.from) < COLUMN);
      const groups = gather(some, (event) => (column ? Math.floor(x(box, event.from) / COLUMN) : `${event.from}/${event.until}`));
      const items = [...groups].map(([key, members]) => {
        const [left, right] = column ? [COLUMN * key, COLUMN * (key + 1)] : [x(box, members[0].from), x(box, members[0].until)];
        const times = [...new Set(members.map((event) => event.time_edtf))];
        coarse ||= column && times.length > 1;
        const label = times.length > 1 ? `${times[0]} – ${times.at(-1)}` : times[0];
        return { members, label, left, right, about: members.every((event) => event.about) };
      }).sort((a, b) => a.left - b.left || a.right - b.right);
      const rows = lanes(items, 0);
      const inRows = precision === "interval" || rows > 1;
      const most = Math.max(...items.map((item) => item.members.length));
      const high = inRows ? Math.min(rows, 16) * 9 : 44;
      const undrawn = inRows ? items.filter((item) => item.lane >= 16) : [];
      parts.push(svg("text", { class: "band", x: 2, y: y + 11 }, `${word(`precision.${precision}`)} (${number(some.length)})`));
      y += 16;
      for (const item of items) {
        if (undrawn.includes(item)) continue;
        const label = word("time.bar", { x: `${word(`precision.${precision}`)}, ${item.label}`, n: item.members.length });
        const [top, tall] = inRows ? [y + item.lane * 9, 7] : [y, 44];
        parts.push(bar(label, () => chooseTime(item.label, item.members), {}, ...stack(item, top, inRows ? 7 : Math.max(4, (tall * item.members.length) / most), tall)));
      }
      y += high + 4;
      if (undrawn.length) {
        parts.push(svg("text", { class: "band", x: 2, y: y + 11 }, word("time.undrawn", { n: undrawn.reduce((sum, item) => sum + item.members.length, 0) })));
        y += 16;
      } else if (!inRows) parts.push(svg("line", { class: "base", x1: 0, x2: box.width, y1: y - 4, y2: y - 4 }));
      y += 6;
    }
    return { height: y, parts, coarse };
  };
  const stack = (item, top, tall, room) => {
    let y = top + room;
    const shares = gather(item.members, (event) => event.family);
    return families.filter((family) => shares.has(family)).map((family) => {
      const part = (tall * shares.get(family).length) / item.members.length;
      y -= part;
      return svg("rect", { class: `fill ${family}${item.about ? " about" : ""}`, x: item.left, y, width: Math.max(2, item.right - item.left - 0.5), height: part });
    });
  };
  const drawApart = (some) => {
    const why = (event) => (event.time === null ? "none" : event.time_edtf?.startsWith("XXXX") ? "year"
      : event.date_start || event.date_end ? "open" : "vague");
    const groups = gather(some, why);
    const list = ["year", "open", "vague", "none"].filter((name) => groups.has(name)).map((name) => {
      const members = groups.get(name);
      const times = [...gather(members, (event) => squeezed(event.time ?? word("apart.none")))].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
      const buttons = (few) => few.map(([label, group]) => {
        const button = make("button", { type: "button", class: "pill" }, make("bdi", {}, shortened(label, 40)), make("span", { class: "count" }, ` ${number(group.length)}`));
        button.addEventListener("click", () => chooseTime(label, group));
        return make("li", {}, button);
      });
      return make("div", { class: "apart" }, make("h4", {}, `${word(`apart.${name}`)} (${number(members.length)})`),
        make("ul", {}, ...buttons(times.slice(0, 12))),
        times.length > 12 ? make("details", {}, make("summary", {}, `${word("rest")} +${number(times.length - 12)}`), make("ul", {}, ...buttons(times.slice(12, 200)))) : null);
    });
    one("#apart").replaceChildren(...(list.length ? [make("h3", {}, word("apart")), ...list] : []));
  };

  // The network
  const drawNetwork = () => {
    const relations = new Map();
    for (const event of shown) for (const from of actors(event)) for (const to of event.receivers) {
      if (from === to) continue;
      const key = `${from}>${to}`;
      if (!relations.has(key)) relations.set(key, { from, to, events: [] });
      relations.get(key).events.push(event);
    }
    const ordered = [...relations.values()].sort((a, b) => b.events.length - a.events.length || a.from - b.from || a.to - b.to);
    const chart = one("#network-chart");
    const narrow = !state.paper && chart.clientWidth < 560;
    const drawn = ordered.slice(0, narrow ? 14 : 40);
    one("#network-note").textContent = drawn.length < ordered.length ? word("network.part", { n: drawn.length, m: ordered.length }) : "";
    one("#relations").replaceChildren(...(ordered.length ? [make("h3", {}, word("network.relations")), make("ol", {}, ...ordered.slice(0, 10).map(relationOf))] : []));
    if (!drawn.length) {
      chart.replaceChildren(make("p", { class: "nothing" }, word("network.none")));
      return;
    }
    const width = narrow ? 360 : 720;
    const nodes = new Map();
    for (const edge of drawn) for (const at of [edge.from, edge.to]) if (!nodes.has(at)) nodes.set(at, { at, events: new Set() });
    for (const edge of ordered) for (const at of [edge.from, edge.to]) for (const event of edge.events) nodes.get(at)?.events.add(event);
    const list = [...nodes.values()];
    const links = drawn.map((edge) => ({ ...edge, source: nodes.get(edge.from), target: nodes.get(edge.to) }));
    for (const node of list) {
      node.size = Math.min(narrow ? 8 : 12, 4 + Math.sqrt(node.events.size));
      node.label = shortened(squeezed(parties[node.at].name), narrow ? 16 : 24);
    }
    d3.forceSimulation(list).stop()
      .force("link", d3.forceLink(links).distance(90).strength(0.5))
      .force("charge", d3.forceManyBody().strength(-320))
      .force("collide", d3.forceCollide((node) => node.size + 22))
      .force("x", d3.forceX(0).strength(0.05)).force("y", d3.forceY(0).strength(narrow ? 0.05 : 0.08))
      .tick(300);
    const height = spread(list, width, narrow ? 460 : 560);
    place(list, width, height);
    const heaviest = drawn[0].events.length;
    chart.replaceChildren(svg("svg", { viewBox: `0 0 ${width} ${height}`, role: "group", "aria-label": word("network") },
      ...links.map((link) => arrow(link, heaviest)), ...list.map(nodeOf)));
    roving(chart);
  };
  const spread = (list, width, most) => { // into the frame, with room for names at the sides; gives the height
    const ends = (axis) => [Math.min(...list.map((node) => node[axis])), Math.max(...list.map((node) => node[axis]))];
    const [[left, right], [top, bottom]] = [ends("x"), ends("y")];
    const [across, down] = [(width - 190) / Math.max(right - left, 1), (most - 50) / Math.max(bottom - top, 1)];
    const scale = { x: Math.min(across, 1.6), y: Math.min(down, across, 1.6) };
    for (const node of list) {
      node.x = width / 2 + (node.x - (left + right) / 2) * scale.x;
      node.y = 25 + (node.y - top) * scale.y;
    }
    return Math.max(120, Math.ceil((bottom - top) * scale.y + 50));
  };
  const place = (list, width, height) => { // each name beside its node where it covers least
    const taken = list.map(({ x, y, size }) => [x - size, y - size, x + size, y + size]);
    const overlap = (a, b) => Math.max(0, Math.min(a[2], b[2]) - Math.max(a[0], b[0])) * Math.max(0, Math.min(a[3], b[3]) - Math.max(a[1], b[1]));
    for (const node of [...list].sort((a, b) => b.events.size - a.events.size || a.at - b.at)) {
      const long = node.label.length * 6.6 + 4;
      const gap = node.size + 4;
      const tries = [["start", gap, 4], ["end", -gap, 4], ["middle", 0, gap + 9], ["middle", 0, -gap - 1]].map(([anchor, dx, dy]) => {
        const left = node.x + dx - { start: 0, middle: long / 2, end: long }[anchor];
        const box = [left, node.y + dy - 11, left + long, node.y + dy + 3];
        const out = Math.max(0, -box[0]) + Math.max(0, box[2] - width) + Math.max(0, -box[1]) + Math.max(0, box[3] - height);
        return { anchor, dx, dy, box, cost: 40 * out + taken.reduce((sum, other) => sum + overlap(box, other), 0) };
      });
      node.name = tries.reduce((best, one) => (one.cost < best.cost ? one : best));
      taken.push(node.name.box);
    }
  };
  const mainFamily = (some) => {
    const counts = gather(some, (event) => event.family);
    return families.reduce((best, family) => ((counts.get(family)?.length ?? 0) > (counts.get(best)?.length ?? 0) ? family : best), families[0]);
  };
  const arrow = ({ source, target, events: some, from, to }, heaviest) => {
    const [dx, dy] = [target.x - source.x, target.y - source.y];
    const long = Math.hypot(dx, dy) || 1;
    const bend = 0.12 * long;
    const [cx, cy] = [(source.x + target.x) / 2 - (dy / long) * bend, (source.y + target.y) / 2 + (dx / long) * bend];
    const toward = (node, gap) => {
      const far = Math.hypot(cx - node.x, cy - node.y) || 1;
      return `${(node.x + ((cx - node.x) / far) * gap).toFixed(1)} ${(node.y + ((cy - node.y) / far) * gap).toFixed(1)}`;
    };
    const family = mainFamily(some);
    return svg("path", { class: `edge ${family}`, d: `M${toward(source, source.size)}Q${cx.toFixed(1)} ${cy.toFixed(1)} ${toward(target, target.size + 2)}`,
      "stroke-width": (1.2 + 3.3 * (some.length / heaviest)).toFixed(1), "marker-end": `url(#arrow-${family})` },
      svg("title", {}, word("network.edge", { x: `${parties[from].name} → ${parties[to].name} (${word(`family.${family}`)})`, n: some.length })));
  };
  const nodeOf = (node) => {
    const party = parties[node.at];
    const list = party.label === "LIST" || party.label === "LAW";
    const { size } = node;
    const held = state.parties.includes(node.at);
    return bar(word("network.node", { x: party.name, n: node.events.size }), () => chooseParties(node.at), { class: `node${held ? " held" : ""}`, "aria-pressed": held },
      list ? svg("rect", { x: node.x - size, y: node.y - size, width: 2 * size, height: 2 * size }) : svg("circle", { cx: node.x, cy: node.y, r: size }),
      svg("text", { x: node.x + node.name.dx, y: node.y + node.name.dy, "text-anchor": node.name.anchor }, node.label));
  };
  const relationOf = ({ from, to, events: some }) => {
    const button = make("button", { type: "button", class: "set pair" }, make("bdi", {}, parties[from].name), " → ", make("bdi", {}, parties[to].name));
    button.setAttribute("aria-pressed", state.parties.includes(from) && state.parties.includes(to));
    button.addEventListener("click", () => chooseParties(from, to));
    const counts = gather(some, (event) => event.truth);
    const most = truths.filter((name) => counts.has(name)).sort((a, b) => counts.get(b).length - counts.get(a).length);
    return make("li", {}, button, make("span", { class: "shares" }, ...most.slice(0, 4).map((name) =>
      make("span", { class: `truth ${data.truths[name]} ${name}` }, `${word(`truth.${name}`)} ${number(counts.get(name).length)}`)),
    most.length > 4 ? "…" : null));
  };

  // The language of the page
  const speak = (chosen) => {
    language = chosen;
    collator = new Intl.Collator(chosen);
    document.documentElement.lang = chosen;
    for (const element of all("[data-w]")) element.textContent = word(element.dataset.w, element.dataset);
    for (const element of all("[data-kind]")) element.textContent = kind(element.dataset.kind) + (element.dataset.countOf ? ` (${number(Number(element.dataset.countOf))})` : "");
    for (const element of all("[data-count]")) element.textContent = number(Number(element.dataset.count));
    for (const element of all("[data-label]")) if (!element.matches("mark")) element.setAttribute("aria-label", word(element.dataset.label));
    for (const button of all("[data-choose]")) button.setAttribute("aria-pressed", button.dataset.choose === chosen);
    update();
  };

  const SIGNS = { done: "✓", ongoing: "▸", attempted: "◐", failed: "✗", offered: "◔", requested: "!", proposed: "?", intended: "◇", possible: "~", conditional: "≈", feared: "△", not_started: "○", told: "·", denied: "¬" };

  let waiting = null;
  form.addEventListener("input", (input) => {
    clearTimeout(waiting);
    if (input.target.matches("[type=search], [type=text]")) waiting = setTimeout(update, 150);
    else update();
  });
  one("#all").addEventListener("click", () => { clear(); update(); });
  form.addEventListener("submit", (submit) => submit.preventDefault());
  for (const button of all("[data-sort]")) button.addEventListener("click", () => {
    state.down = state.sort === button.dataset.sort && !state.down;
    state.sort = button.dataset.sort;
    drawSorted();
  });
  one("select[name=sort]").addEventListener("input", (input) => { state.sort = input.target.value; drawSorted(); });
  one("input[name=down]").addEventListener("input", (input) => { state.down = input.target.checked; drawSorted(); });
  for (const button of all("[data-page]")) button.addEventListener("click", () => {
    if (button.getAttribute("aria-disabled") === "true") return;
    turn({ first: 0, back: state.page - 1, on: state.page + 1, last: pages() - 1 }[button.dataset.page]);
    one("#table").scrollIntoView({ block: "start" });
  });
  for (const button of all("#overview .set")) button.addEventListener("click", () => {
    if (button.dataset.field === "party") chooseParties(Number(button.dataset.value));
    else {
      form.elements.type.value = state.type === button.dataset.value ? "" : button.dataset.value;
      update();
    }
  });
  for (const button of all("[data-choose]")) button.addEventListener("click", () => speak(button.dataset.choose));
  one("#close").addEventListener("click", () => reader.close());
  reader.addEventListener("click", (click) => { if (click.target === reader) reader.close(); });

  const paper = (on) => {
    if (state.paper === on) return;
    state.paper = on;
    drawTable();
    drawTime();
    drawNetwork();
  };
  addEventListener("beforeprint", () => paper(true));
  addEventListener("afterprint", () => paper(false));
  matchMedia("print").addEventListener("change", (change) => paper(change.matches));
  let seen = innerWidth;
  addEventListener("resize", () => {
    if (innerWidth === seen || state.paper) return;
    seen = innerWidth;
    drawTime();
    drawNetwork();
  });
  for (const element of all("form[hidden], .languages")) element.hidden = false;
  if (!matchMedia("(min-width: 1000px)").matches) one("#filters").open = false;
  speak(data.lang ?? (/^de\b/i.test(navigator.language) ? "de" : "en"));
})();
