// Filters
const state = {
  type: "", truth: new Set(), lang: new Set(), more: new Set(), first: null, last: null, parties: [], time: null,
  sort: "when", down: false, page: 0, open: new Set(), paper: false,
};
let shown = [...events];
const MORE = {
  several: (event) => event.n_sources > 1,
  conflicts: (event) => event.conflicts?.length > 0,
  links: (event) => event.links.length > 0,
  reviewed: (event) => event.reviewed,
};
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
const SORTED = { // events come in order of time
  what: (event) => kind(event.event_type),
  who: (event) => between(event),
  truth: (event) => truths.indexOf(event.truth),
  word: (event) => sources(event)[0] ?? "",
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
  const parts = form.elements.search.value.toLowerCase().match(/"[^"]+"|[^\s"]+/g) ?? [];
  const asked = parts.map((part) => part.replaceAll('"', ""));
  shown = events.filter((event) => fits(event, asked));
  drawSorted();
  for (const place of all(".status, .shown")) place.textContent = word("count", { n: shown.length, m: events.length });
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
    const named = { type: "button", class: "remove", "aria-label": word("filter.remove", { x: label }) };
    return click(make("button", named, `${label} ×`), () => { off(); update(); form.elements.search.focus(); });
  };
  one("#extra").replaceChildren(
    ...state.parties.map((at) => remove(word("filter.with", { x: parties[at].name }),
      () => { state.parties = state.parties.filter((other) => other !== at); })),
    ...(state.time ? [remove(word("filter.time", { x: state.time.label }), () => { state.time = null; })] : []),
  );
};
const chooseParties = (...chosen) => {
  const held = chosen.every((at) => state.parties.includes(at));
  const others = state.parties.filter((at) => !chosen.includes(at));
  state.parties = held ? others : [...others, ...chosen];
  update();
};
const chooseTime = (label, some) => {
  state.time = { label, has: new Set(some) };
  update();
  one("#table").scrollIntoView({ block: "start" });
  body.querySelector(".go")?.focus({ preventScroll: true });
};
const clear = () => {
  form.reset();
  Object.assign(state, { parties: [], time: null });
};
