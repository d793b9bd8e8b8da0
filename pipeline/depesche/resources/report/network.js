// The network: an arrow from who acts, or from the list where nobody does, to whom it is aimed at
const drawNetwork = () => {
  const relations = relationsOf(shown);
  const chart = one("#network-chart");
  const narrow = !state.paper && chart.clientWidth < 560;
  const drawn = relations.slice(0, narrow ? 14 : 40);
  one("#network-note").textContent = drawn.length < relations.length
    ? word("network.part", { n: drawn.length, m: relations.length }) : "";
  one("#relations").replaceChildren(...(relations.length
    ? [make("h3", {}, word("network.relations")), make("ol", {}, relations.slice(0, 10).map(relationOf))] : []));
  if (!drawn.length) {
    chart.replaceChildren(make("p", { class: "nothing" }, word("network.none")));
    return;
  }
  const width = narrow ? 360 : 720;
  const { nodes, links } = laidOut(relations, drawn, narrow);
  const height = spread(nodes, width, narrow ? 460 : 560);
  nameNodes(nodes, links, width, height);
  const frame = { viewBox: `0 0 ${width} ${height}`, role: "group", "aria-label": word("network") };
  const heaviest = drawn[0].events.length;
  chart.replaceChildren(svg("svg", frame, links.map((link) => arrow(link, heaviest)), nodes.map(nodeOf)));
  roving(chart);
};
const relationsOf = (some) => {
  const relations = new Map();
  for (const event of some) for (const from of actors(event)) for (const to of event.receivers) {
    const key = `${from}>${to}`;
    if (from === to) continue;
    if (!relations.has(key)) relations.set(key, { from, to, events: [] });
    relations.get(key).events.push(event);
  }
  return [...relations.values()].sort((a, b) => b.events.length - a.events.length || a.from - b.from || a.to - b.to);
};
const laidOut = (relations, drawn, narrow) => { // the same each time: D3 draws its random numbers from a fixed seed
  const numbers = [...new Set(drawn.flatMap(({ from, to }) => [from, to]))];
  const nodes = new Map(numbers.map((party) => [party, { party, events: new Set() }]));
  for (const { from, to, events: some } of relations) for (const party of [from, to]) {
    for (const event of some) nodes.get(party)?.events.add(event);
  }
  for (const node of nodes.values()) {
    node.size = Math.min(narrow ? 8 : 12, 4 + Math.sqrt(node.events.size));
    node.label = shortened(squeezed(parties[node.party].name), narrow ? 16 : 24);
  }
  const list = [...nodes.values()];
  const links = drawn.map((edge) => ({ ...edge, source: nodes.get(edge.from), target: nodes.get(edge.to) }));
  d3.forceSimulation(list).stop()
    .force("link", d3.forceLink(links).distance(90).strength(0.5))
    .force("charge", d3.forceManyBody().strength(-320))
    .force("collide", d3.forceCollide((node) => node.size + 22))
    .force("x", d3.forceX(0).strength(0.05)).force("y", d3.forceY(0).strength(narrow ? 0.05 : 0.08))
    .tick(300);
  return { nodes: list, links };
};
const spread = (nodes, width, most) => { // into the frame, with room for names at the sides; gives the height
  const ends = (values) => [Math.min(...values), Math.max(...values)];
  const [left, right] = ends(nodes.map((node) => node.x));
  const [top, bottom] = ends(nodes.map((node) => node.y));
  const wide = Math.min((width - 200) / Math.max(right - left, 1), 1.6);
  const high = Math.min((most - 50) / Math.max(bottom - top, 1), wide);
  const height = Math.max(100, Math.ceil((bottom - top) * high + 50));
  for (const node of nodes) {
    node.x = width / 2 + (node.x - (left + right) / 2) * wide;
    node.y = height / 2 + (node.y - (top + bottom) / 2) * high;
  }
  return height;
};
const bend = (source, target) => [ // the way there and the way back are two curves
  (source.x + target.x) / 2 - 0.12 * (target.y - source.y), (source.y + target.y) / 2 + 0.12 * (target.x - source.x)];
const onCurve = ({ source, target }) => {
  const [x, y] = bend(source, target);
  const at = (t, a, b, c) => (1 - t) ** 2 * a + 2 * t * (1 - t) * b + t * t * c;
  return [1, 2, 3, 4, 5, 6, 7, 8, 9].map((t) => [at(t / 10, source.x, x, target.x), at(t / 10, source.y, y, target.y)]);
};
const nameNodes = (nodes, links, width, height) => { // each name beside its node where it covers least
  const points = links.flatMap(onCurve);
  const taken = nodes.map(({ x, y, size }) => [x - size, y - size, x + size, y + size]);
  const shared = (a, b) => Math.max(0, Math.min(a[2], b[2]) - Math.max(a[0], b[0]))
    * Math.max(0, Math.min(a[3], b[3]) - Math.max(a[1], b[1]));
  const holds = ([left, top, right, bottom], [x, y]) => x > left && x < right && y > top && y < bottom;
  const cost = (box) => {
    const out = Math.max(0, -box[0]) + Math.max(0, box[2] - width) + Math.max(0, -box[1]) + Math.max(0, box[3] - height);
    const crossed = points.filter((point) => holds(box, point)).length;
    return 40 * out + 60 * crossed + taken.reduce((sum, other) => sum + shared(box, other), 0);
  };
  for (const node of [...nodes].sort((a, b) => b.events.size - a.events.size || a.party - b.party)) {
    const long = node.label.length * 7.2 + 4;
    const gap = node.size + 4;
    const places = [["start", gap, 4, 0], ["end", -gap, 4, long], ["middle", 0, gap + 9, long / 2], ["middle", 0, -gap - 1, long / 2]];
    const tries = places.map(([anchor, dx, dy, before]) => {
      const left = node.x + dx - before;
      const box = [left, node.y + dy - 11, left + long, node.y + dy + 3];
      return { anchor, dx, dy, box, cost: cost(box) };
    });
    node.name = tries.reduce((best, each) => (each.cost < best.cost ? each : best));
    taken.push(node.name.box);
  }
};
const arrow = (link, heaviest) => {
  const { source, target, events: some } = link;
  const [cx, cy] = bend(source, target);
  const toward = (node, gap) => {
    const far = Math.hypot(cx - node.x, cy - node.y) || 1;
    return `${(node.x + ((cx - node.x) / far) * gap).toFixed(1)} ${(node.y + ((cy - node.y) / far) * gap).toFixed(1)}`;
  };
  const family = mainFamily(some);
  const words = `${parties[link.from].name} → ${parties[link.to].name} (${word(`family.${family}`)})`;
  return svg("path", {
    class: `edge ${family}`, "stroke-width": (1.2 + 3.3 * (some.length / heaviest)).toFixed(1),
    d: `M${toward(source, source.size)}Q${cx.toFixed(1)} ${cy.toFixed(1)} ${toward(target, target.size + 2)}`,
    "marker-end": `url(#arrow-${family})`,
  }, svg("title", {}, word("network.edge", { x: words, n: some.length })));
};
const mainFamily = (some) => {
  const counts = gather(some, (event) => event.family);
  const count = (family) => counts.get(family)?.length ?? 0;
  return families.reduce((best, family) => (count(family) > count(best) ? family : best));
};
const nodeOf = ({ party, x, y, size, name, label, events: some }) => {
  const list = ["LIST", "LAW"].includes(parties[party].label);
  const held = state.parties.includes(party);
  const words = word("network.node", { x: parties[party].name, n: some.size });
  return bar(words, () => chooseParties(party), { class: `bar node${held ? " held" : ""}`, "aria-pressed": held },
    list ? svg("rect", { x: x - size, y: y - size, width: 2 * size, height: 2 * size })
      : svg("circle", { cx: x, cy: y, r: size }),
    svg("text", { x: x + name.dx, y: y + name.dy, "text-anchor": name.anchor }, label));
};
const relationOf = ({ from, to, events: some }) => {
  const held = state.parties.includes(from) && state.parties.includes(to);
  const button = make("button", { type: "button", class: "set pair", "aria-pressed": held },
    make("bdi", {}, parties[from].name), " → ", make("bdi", {}, parties[to].name));
  const counts = gather(some, (event) => event.truth);
  const most = truths.filter((name) => counts.has(name)).sort((a, b) => counts.get(b).length - counts.get(a).length);
  const shares = most.slice(0, 4).map((name) => badge(name, `${word(`truth.${name}`)} ${number(counts.get(name).length)}`));
  return make("li", {}, click(button, () => chooseParties(from, to)),
    make("span", { class: "shares" }, shares, most.length > 4 ? "…" : null));
};
