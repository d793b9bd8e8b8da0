// The time line: a bar is as long as its date is open
const SINGLE = 40; // events up to which each has a bar of its own
const COLUMN = 3; // pixels under which a bar cannot be told from its neighbours
const ROWS = 16; // of bars that overlap
const LETTER = 6.4; // pixels, about
const PRECISIONS = ["day", "week", "month", "quarter", "season", "year", "decade", "interval"];

const drawTime = () => {
  const chart = one("#time-chart");
  const placed = shown.filter((event) => event.placed);
  drawApart(shown.filter((event) => !event.placed));
  one("#time-note").textContent = "";
  if (!placed.length) {
    chart.replaceChildren(make("p", { class: "nothing" }, word("time.none")));
    return;
  }
  const width = Math.max(280, Math.floor(state.paper ? 700 : chart.clientWidth));
  const ends = ([low, high], event) => [Math.min(low, event.from), Math.max(high, event.until)];
  const [low, high] = placed.reduce(ends, [Infinity, -Infinity]);
  const margin = Math.max(2, (high - low) * 0.02);
  const box = { from: low - margin, until: high + margin, width };
  const single = placed.length <= SINGLE;
  const { height, parts, coarse } = single ? singleBars(placed, box) : manyBars(placed, box);
  one("#time-note").textContent = word(single ? "time.single" : "time.many") + (coarse ? ` ${word("time.columns")}` : "");
  const frame = { viewBox: `0 0 ${width} ${height}`, width, height, role: "group", "aria-label": word("time") };
  chart.replaceChildren(svg("svg", frame, axis(box, height), parts));
  roving(chart);
};
const across = (box, at) => ((at - box.from) / (box.until - box.from)) * box.width;
const axis = (box, height) => {
  const date = (at) => new Date(at * 864e5);
  const ticks = d3.utcTicks(date(box.from), date(box.until), Math.max(2, Math.floor(box.width / 85)))
    .filter((tick) => tick.getUTCHours() === 0);
  const months = ticks.every((tick) => tick.getUTCDate() === 1);
  const years = months && ticks.every((tick) => tick.getUTCMonth() === 0);
  const fields = { year: "numeric", month: years ? undefined : "short", day: months ? undefined : "numeric" };
  const format = new Intl.DateTimeFormat(language, { timeZone: "UTC", ...fields });
  let last = -Infinity;
  return ticks.map((tick) => {
    const at = across(box, tick.getTime() / 864e5);
    const label = format.format(tick);
    const half = (label.length * LETTER) / 2;
    const middle = Math.min(Math.max(at, half), box.width - half);
    const free = middle - half > last + 8;
    if (free) last = middle + half;
    return svg("g", { class: "tick" }, svg("line", { x1: at, x2: at, y1: 18, y2: height }),
      free && svg("text", { x: middle, y: 12, "text-anchor": "middle" }, label));
  });
};
// Something in a chart that can be pressed
const bar = (label, act, attributes, ...children) => {
  const named = { class: "bar", role: "button", tabindex: -1, "aria-label": label, ...attributes };
  const group = click(svg("g", named, svg("title", {}, label), ...children), act);
  group.addEventListener("keydown", (press) => {
    if (press.key !== "Enter" && press.key !== " ") return;
    press.preventDefault();
    act();
  });
  return group;
};
// A chart is one stop of the tab key; arrows lead through it
const roving = (chart) => {
  const stops = all("[tabindex]", chart);
  stops[0]?.setAttribute("tabindex", 0);
  chart.onkeydown = (press) => {
    const at = stops.indexOf(press.target);
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[press.key];
    const next = by ? stops[at + by] : { Home: stops[0], End: stops.at(-1) }[press.key];
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
const singleBars = (placed, box) => {
  const items = placed.map((event) => singleBar(event, box))
    .sort((a, b) => a.left - b.left || a.event.place - b.event.place);
  const count = lanes(items, 4);
  const inTime = items.sort((a, b) => a.event.from - b.event.from || a.event.place - b.event.place);
  const parts = inTime.map(({ event, start, end, label, text, lane }) => {
    const y = 24 + lane * 24;
    const full = `${event.time_edtf} (${word(`exact.${event.precision}`)}), ${truthOf(event)}: ${kind(event.event_type)}, `
      + squeezed(between(event));
    return bar(full, () => visit(event), {},
      svg("rect", { class: look(event.family, event.about), x: start, y: y + 3, width: end - start, height: 14 }),
      svg("text", { y: y + 14, ...text }, svg("tspan", { class: `sign ${event.family}` }, `${data.signs[event.truth]} `), label));
  });
  return { height: 30 + count * 24, parts };
};
const singleBar = (event, box) => { // with its name after it, or before it, or, where there is room at neither side, over it
  const start = across(box, event.from);
  const end = Math.max(across(box, event.until), start + 3);
  const side = Math.max(box.width - end, start) - 22;
  const over = side < 110;
  const room = Math.floor((over ? box.width - start - 26 : side) / LETTER);
  const label = shortened(squeezed(`${kind(event.event_type)}: ${between(event)}`), Math.max(6, Math.min(46, room)));
  const long = 20 + label.length * LETTER;
  const bare = { event, start, end, label, left: start, right: end };
  if (over) return { ...bare, text: { x: start + 5, class: "over" }, right: Math.max(end, start + long) };
  if (box.width - end >= Math.min(long, start)) return { ...bare, text: { x: end + 5 }, right: end + long };
  return { ...bare, text: { x: start - 5, "text-anchor": "end" }, left: start - long };
};
const look = (family, about) => `fill ${family}${about ? " about" : ""}`;
const manyBars = (placed, box) => {
  const parts = [];
  const label = (y, words) => parts.push(svg("text", { class: "band", x: 2, y: y + 11 }, words));
  let y = 24;
  let coarse = false;
  for (const precision of PRECISIONS) {
    const some = placed.filter((event) => event.precision === precision);
    if (!some.length) continue;
    const items = timesOf(some, precision, box);
    const rows = lanes(items, 0);
    const stacked = precision !== "interval" && rows === 1; // else their heights would cover each other
    const most = Math.max(...items.map((item) => item.members.length));
    const undrawn = items.filter((item) => item.lane >= ROWS);
    coarse ||= items.some((item) => item.coarse);
    label(y, `${word(`precision.${precision}`)} (${number(some.length)})`);
    y += 16;
    for (const item of items.filter((each) => each.lane < ROWS)) {
      const tall = stacked ? Math.max(4, (44 * item.members.length) / most) : 7;
      const bottom = stacked ? y + 44 : y + item.lane * 9 + 7;
      const shares = gather(item.members, (event) => event.family);
      const told = families.filter((name) => shares.has(name))
        .map((name) => `${word(`family.${name}`)} ${number(shares.get(name).length)}`).join(", ");
      const named = { x: `${word(`precision.${precision}`)}, ${item.label}`, n: item.members.length };
      const words = `${word("time.bar", named)}: ${told}`;
      parts.push(bar(words, () => chooseTime(item.label, item.members), {}, stack(item, bottom, tall)));
    }
    y += (stacked ? 44 : Math.min(rows, ROWS) * 9) + 4;
    if (stacked) parts.push(svg("line", { class: "base", x1: 0, x2: box.width, y1: y - 4, y2: y - 4 }));
    if (undrawn.length) {
      label(y, word("time.undrawn", { n: undrawn.reduce((sum, item) => sum + item.members.length, 0) }));
      y += 16;
    }
    y += 6;
  }
  return { height: y, parts, coarse };
};
const timesOf = (some, precision, box) => { // the events of each time, or of each column where times are closer than those
  const width = (event) => across(box, event.until) - across(box, event.from);
  const columns = precision !== "interval" && some.every((event) => width(event) < COLUMN);
  const key = (event) => (columns ? Math.floor(across(box, event.from) / COLUMN) : `${event.from}/${event.until}`);
  return [...gather(some, key)].map(([at, members]) => {
    const first = members[0];
    const times = [...new Set(members.map((event) => event.time_edtf))];
    return {
      members, coarse: columns && times.length > 1, about: members.every((event) => event.about),
      label: times.length > 1 ? `${times[0]} – ${times.at(-1)}` : times[0],
      left: columns ? COLUMN * at : across(box, first.from), right: columns ? COLUMN * (at + 1) : across(box, first.until),
    };
  }).sort((a, b) => a.left - b.left || a.right - b.right);
};
const stack = (item, bottom, tall) => {
  let y = bottom;
  const shares = gather(item.members, (event) => event.family);
  const width = Math.max(2, item.right - item.left - 0.5);
  return families.filter((family) => shares.has(family)).map((family) => {
    const height = (tall * shares.get(family).length) / item.members.length;
    y -= height;
    return svg("rect", { class: look(family, item.about), x: item.left, y, width, height });
  });
};
// What no day bounds at both ends is listed by its words, never placed
const whyApart = (event) => {
  if (event.time === null) return "none";
  if (event.time_edtf?.startsWith("XXXX")) return "year";
  return event.precision !== "vague" && (event.date_start || event.date_end) ? "open" : "vague";
};
const drawApart = (some) => {
  const groups = gather(some, whyApart);
  const list = ["year", "open", "vague", "none"].filter((name) => groups.has(name)).map((name) => {
    const members = groups.get(name);
    const times = [...gather(members, (event) => squeezed(event.time ?? word("apart.none")))]
      .sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
    const rest = times.slice(12, 200);
    return make("div", { class: "apart" }, make("h4", {}, `${word(`apart.${name}`)} (${number(members.length)})`),
      make("ul", {}, times.slice(0, 12).map(pill)),
      rest.length
        ? make("details", {}, make("summary", {}, `${word("rest")} +${number(rest.length)}`), make("ul", {}, rest.map(pill)))
        : null);
  });
  one("#apart").replaceChildren(...(list.length ? [make("h3", {}, word("apart")), ...list] : []));
};
const pill = ([label, group]) => {
  const count = make("span", { class: "count" }, ` ${number(group.length)}`);
  const button = make("button", { type: "button", class: "pill" }, make("bdi", {}, shortened(label, 40)), count);
  return make("li", {}, click(button, () => chooseTime(label, group)));
};
