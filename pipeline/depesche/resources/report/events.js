// Helpers, the data, and events as the other parts need them. All parts are one function, in the order of rendering.py.
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
  for (const [name, value] of Object.entries(attributes)) if (value != null) element.setAttribute(name, value);
  element.append(...children.flat().filter((child) => child != null && child !== false && child !== ""));
  return element;
};
const click = (element, act) => {
  element.addEventListener("click", act);
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
const day = (iso) => Date.parse(`${iso}T00:00:00Z`) / 864e5;
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
const truthOf = (event) => {
  const told = word(`truth.${event.truth}`);
  return event.not ? word("truth.not", { x: told }) : told;
};
const badge = (name, words) =>
  make("span", { class: `truth ${data.truths[name]}`, "data-truth": name, "data-sign": data.signs[name] }, words);
