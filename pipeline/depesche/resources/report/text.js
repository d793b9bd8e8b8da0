// What is known of a text, and the text itself with its marks
const aboutText = (text) => {
  const letter = [
    word("letter"), text.sender && word("from", { x: text.sender }), text.recipients && word("to", { x: text.recipients }),
    text.place,
  ];
  const facts = [
    text.title && make("bdi", {}, text.doc_id),
    text.published ? `${word("published.at", { x: text.published })} (${word(`basis.${text.basis}`)})` : word("undated.text"),
    (text.sender || text.recipients) && make("bdi", {}, letter.filter(Boolean).join(" ")),
    text.copies > 1 && word("copy", { n: text.copies }),
    text.source && address(text.source),
  ];
  return facts.filter(Boolean).flatMap((each, i) => (i ? [" · ", each] : [each]));
};
const address = (source) => {
  let url = null;
  try { url = new URL(source); } catch { /* a feed's name is no address */ }
  if (!url || !/^https?:$/.test(url.protocol)) return make("bdi", {}, shortened(source, 80));
  const link = { href: url.href, target: "_blank", rel: "noopener noreferrer", "aria-label": `${word("original")}: ${source}` };
  return make("a", link, shortened(source, 60));
};
const spansOf = (mention) => {
  const span = ([start, end], look, label) => ({ start, end, look, label });
  const parts = [["date", "time"], ["source", "source"], ["cue", "cue"]].filter(([field]) => mention[field]);
  return [
    ...mention.trigger.map((place) => span(place, "trigger", word("trigger"))),
    ...mention.roles.map(([role, ...place]) => span(place, "role", word(`role.${role}`))),
    ...parts.map(([field, name]) => span(mention[field], name, word(`role.${name}`))),
  ];
};
// Each stretch between two borders is one mark of all that lie over it; labels are no part of the text
const marked = (text, [start, end], spans) => {
  const inside = spans.filter((span) => span.end > start && span.start < end && span.end > span.start)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const ends = inside.flatMap((span) => [Math.max(span.start, start), Math.min(span.end, end)]);
  const borders = [...new Set([start, end, ...ends])].sort((a, b) => a - b);
  return borders.slice(1).map((right, i) => {
    const left = borders[i];
    const over = inside.filter((span) => span.start <= left && span.end >= right);
    const part = slice(text, [left, right]) ?? "";
    if (!over.length) return part;
    const labels = over.filter((span) => Math.max(span.start, start) === left).map((span) => span.label);
    const looks = [...new Set(over.map((span) => span.look))];
    return make("mark", { class: looks.join(" "), "data-label": labels.filter(Boolean).join(" · ") || null }, part);
  });
};
const openText = (event, mention) => {
  const { text } = mention;
  one("#reader-title").textContent = squeezed(text.title ?? text.doc_id);
  one("#reader-facts").replaceChildren(
    make("p", { class: "soft" }, make("span", { class: "code" }, text.lang), " ", aboutText(text)),
    make("p", {}, kind(event.event_type), " ", badge(event.truth, truthOf(event)), " ",
      make("bdi", {}, squeezed(between(event)))),
    ...(data.context === null ? [] : [make("p", { class: "soft" }, word("cut"))]));
  const spans = [...spansOf(mention), { start: mention.quote[0], end: mention.quote[1], look: "quoted", label: "" }];
  const gap = () => make("p", { class: "gap" }, `… ${word("cut.here")} …`);
  let at = 0;
  const parts = text.pieces.flatMap(([base, part]) => {
    const before = base > at ? [gap()] : [];
    at = base + part.length;
    return [...before, ...marked(text, [base, at], spans)];
  });
  const inner = one("#reader-text");
  inner.lang = text.lang;
  inner.dir = "auto";
  inner.replaceChildren(...parts, ...(at < text.length ? [gap()] : []));
  reader.showModal();
  one("mark.quoted", inner)?.scrollIntoView({ block: "center" });
  inner.focus({ preventScroll: true });
};
