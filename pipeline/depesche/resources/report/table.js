// The table: a page of events, each opening beneath itself
const SIZE = 50; // events on a page
const PAPER = 1000; // events on paper
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
  const open = state.open.has(event);
  const said = sources(event);
  const first = event.mentions[0];
  const go = { type: "button", class: "go", tabindex: -1, "aria-expanded": open,
    "aria-controls": open ? `d${event.place}` : null };
  return make("tr", { class: `item ${event.family}`, id: `e${event.place}`, "data-place": event.place },
    make("td", { class: "when" }, whenOf(event)),
    make("td", { class: "what" }, make("button", go, kind(event.event_type))),
    make("td", { class: "who" },
      make("div", {}, make("b", { dir: "auto" }, squeezed(event.agent ?? word("nobody"))), " → ",
        make("b", { dir: "auto" }, squeezed(whom(event) ?? word("nobody"))),
        event.instrument && make("span", { class: "soft" }, " (", make("bdi", {}, squeezed(event.instrument)), ")")),
      make("q", { class: "words", lang: first?.text.lang, dir: "auto" }, shortened(squeezed(first?.words ?? ""), 220))),
    make("td", { class: "held" }, badge(event.truth, truthOf(event))),
    make("td", { class: "word", dir: "auto" }, shortened(said[0] ?? "", 80),
      said.length > 1 ? make("span", { class: "soft" }, ` +${said.length - 1}`) : null),
    make("td", { class: "texts" }, toldBy(event),
      event.langs.flatMap((lang) => [" ", make("span", { class: "code" }, lang)]),
      event.conflicts?.length ? make("span", { class: "flag" }, `≠ ${word("conflicts")}`) : null,
      event.links.length ? make("span", { class: "flag" }, `⇄ ${word("linked")}`) : null,
      event.reviewed ? make("span", { class: "flag" }, `✎ ${word("more.reviewed")}`) : null));
};
const whenOf = (event) => {
  if (event.time_edtf) return make("bdi", {}, event.time_edtf);
  return make("span", { class: "soft" }, event.time ? make("q", { dir: "auto" }, squeezed(event.time)) : word("undated"));
};
const toldBy = (event) => {
  if (event.n_documents === 1) return word("texts.one");
  const from = event.n_sources === 1 ? word("sources.one") : word("sources", { n: event.n_sources });
  return `${word("texts", { n: event.n_documents })} ${from}`;
};
const detailOf = (event) => make("tr", { class: `detail ${event.family}`, id: `d${event.place}` },
  make("td", { colspan: 6 },
    event.conflicts?.length
      ? make("div", { class: "conflict" }, `${word("conflict")}:`, event.conflicts.map(difference)) : null,
    event.links.length
      ? make("div", { class: "links" }, make("h3", {}, word("links")), make("ul", {}, event.links.map(linkOf))) : null,
    make("h3", {}, `${word("mentions")} (${number(event.mentions.length)})`),
    event.mentions.map((mention) => mentionOf(event, mention))));
const linkOf = ([place, relation, score, differences]) => {
  const other = events[place];
  const label = `${other.time_edtf ?? word("undated")} ${kind(other.event_type)}: ${squeezed(between(other))}`;
  return make("li", {},
    make("button", { type: "button", class: "to", "data-to": place }, label), " ", badge(other.truth, truthOf(other)),
    make("div", { class: "soft" },
      `${word(`relation.${relation}`)}, ${word("alike", { n: Math.round(100 * score) })}`, differences.map(difference)));
};
const difference = (text) => { // "agent: Q1 | Q2", as the store has it
  const [field, ...values] = text.split(": ");
  return make("div", {}, `${word(`role.${field}`)}: `, make("bdi", {}, values.join(": ")));
};
const mentionOf = (event, mention) => {
  const { text } = mention;
  const at = { "data-place": event.place, "data-mention": event.mentions.indexOf(mention) };
  return make("article", { class: "mention" },
    make("p", { class: "source" }, make("span", { class: "code" }, text.lang), " ",
      make("b", { dir: "auto" }, text.title ?? text.doc_id), " ", make("span", { class: "soft" }, aboutText(text))),
    make("blockquote", { lang: text.lang, dir: "auto" }, marked(text, mention.quote, spansOf(mention))),
    make("dl", { class: "details" },
      fact("field.date", timeOf(mention)),
      fact("field.kind", saidBy(mention)),
      mention.roles.map(([role, start, end, id]) =>
        fact(`role.${role}`, [make("bdi", {}, squeezed(slice(text, [start, end]) ?? "…")), identity(id)])),
      fact("field.trigger", [make("bdi", {}, mention.trigger_text), mention.trigger.length ? "" : ` (${word("unplaced")})`]),
      fact("field.truth", [[event.modality, event.polarity, mention.status].join(", ")]),
      fact("field.subtype", [mention.subtype]),
      fact("field.flags", [mention.flags.join(", ")]),
      fact("field.confidence", [word("percent", { n: Math.round(100 * mention.confidence) })]),
      fact("field.review", [word(`review.${mention.review ?? "unreviewed"}`)]),
      fact("field.rule", [mention.rule]),
      fact("field.id", [mention.mention_id])),
    make("button", { type: "button", class: "read", ...at }, word("read")));
};
const fact = (name, value) =>
  value.some(Boolean) ? make("div", {}, make("dt", {}, word(name)), make("dd", {}, value.filter(Boolean))) : null;
const identity = (id) => id && make("span", { class: "id" }, ` ${id}`);
const timeOf = (mention) => [
  mention.time_text && make("q", { dir: "auto" }, squeezed(mention.time_text)),
  mention.edtf && make("bdi", {}, ` ${mention.edtf}`),
  mention.precision && ` (${word(`exact.${mention.precision}`)}, ${word(`basis.${mention.basis}`)})`,
];
const saidBy = (mention) => [
  word(`kind.${mention.kind}`),
  mention.source_text && make("bdi", {}, `: ${squeezed(mention.source_text)}`),
  identity(mention.source_id),
  mention.anonymous && `, ${word("anonymous", { n: mention.anonymous })}`,
];

// One row is a stop of the tab key; arrows lead on from there, and over to the next page
let stop = null;
const rest = (button) => {
  if (stop) stop.tabIndex = -1;
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
body.addEventListener("click", (press) => {
  const button = press.target.closest("button");
  const row = press.target.closest(".item");
  if (button?.matches(".read")) {
    const event = events[button.dataset.place];
    openText(event, event.mentions[button.dataset.mention]);
  } else if (button?.matches(".to")) visit(events[button.dataset.to]);
  else if (row && !getSelection().toString()) {
    toggle(events[row.dataset.place]);
    rest(one(".go", row));
    one(".go", row).focus({ preventScroll: true });
  }
});
const WAYS = {
  ArrowDown: (buttons, at) => buttons[at + 1] ?? (state.page < pages() - 1 ? turn(state.page + 1) : null),
  ArrowUp: (buttons, at) => buttons[at - 1] ?? (state.page > 0 ? turn(state.page - 1, true) : null),
  PageDown: (buttons) => (state.page < pages() - 1 ? turn(state.page + 1) : buttons.at(-1)),
  PageUp: (buttons) => (state.page > 0 ? turn(state.page - 1) : buttons[0]),
  Home: (buttons) => buttons[0],
  End: (buttons) => buttons.at(-1),
};
body.addEventListener("keydown", (press) => {
  if (press.ctrlKey || press.metaKey || press.altKey) return;
  const row = press.target.closest(".item") ?? press.target.closest(".detail")?.previousElementSibling;
  if (press.key === "Escape" && row) {
    toggle(events[row.dataset.place], false);
    one(".go", row).focus();
  } else if (press.key in WAYS && press.target.matches(".go")) {
    press.preventDefault();
    const buttons = all(".go", body);
    const next = WAYS[press.key](buttons, buttons.indexOf(press.target));
    rest(next ?? press.target);
    next?.focus();
  }
});
