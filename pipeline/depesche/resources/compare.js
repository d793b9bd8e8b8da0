"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (selector, root = document) => root.querySelector(selector);
  const words = JSON.parse(one("#words").textContent);
  const texts = one("#texts");
  const beside = matchMedia("(min-width: 1000px)");
  let language = "en";

  const gather = (elements, key) => {
    const groups = new Map();
    for (const element of elements) {
      const name = key(element);
      if (!groups.has(name)) groups.set(name, []);
      groups.get(name).push(element);
    }
    return groups;
  };
  const marks = gather(all("[data-of]", texts), (element) => element.dataset.of); // entry -> its marks and anchors
  const beads = gather(all("[data-bead] .sentence", texts), (element) => element.closest(".row").dataset.bead);
  const lists = all(".list").map((root) => ({ root, form: one("form", root), items: all(".item", root) }));
  const items = lists.flatMap((list) => list.items);
  const sentences = texts.classList.contains("aligned") ? all(".sentence", texts) : [];
  const shown = (element) => !element.classList.contains("off");

  // The language of the page
  const word = (key, { n, m } = {}) => words[language][key].replace("{n}", n).replace("{m}", m);
  const speak = (chosen) => {
    language = chosen;
    document.documentElement.lang = chosen;
    for (const element of all("[data-w]")) element.textContent = word(element.dataset.w, element.dataset);
    for (const element of all("[data-label]")) element.setAttribute("aria-label", word(element.dataset.label));
    for (const button of all("[data-choose]")) button.setAttribute("aria-pressed", button.dataset.choose === chosen);
    for (const item of items) {
      const label = one(".go", item).textContent.replace(/\s+/g, " ").trim();
      for (const mark of marks.get(item.id) ?? []) if (mark.matches("a")) mark.setAttribute("aria-label", label);
    }
    lists.forEach(filter);
  };

  // Filters: nothing ticked in a group means all
  const filter = ({ root, form, items: entries }) => {
    if (!form) return;
    const wanted = gather(all("input:checked", form), (box) => box.name);
    const asked = form.elements.search.value.trim().toLocaleLowerCase(language);
    const least = Number(form.elements.least.value);
    one("output", form).textContent = word("percent", { n: least });
    let count = 0;
    for (const item of entries) {
      const fits = item.dataset.least >= least
        && [...wanted].every(([facet, boxes]) => boxes.some((box) => box.value === item.dataset[facet]))
        && (!asked || item.textContent.toLocaleLowerCase(language).includes(asked));
      count += fits;
      for (const element of [item, ...(marks.get(item.id) ?? [])]) element.classList.toggle("off", !fits);
    }
    const status = one(".status", root);
    status.dataset.n = count;
    status.textContent = word(status.dataset.w, status.dataset);
    one(".nothing", root).hidden = count > 0;
    if (!stops.has(root) || !shown(stops.get(root))) rest(root, entries.find(shown));
  };

  // The tab key stops at one entry of each list and at one sentence, and at the links in it; arrows lead on from there
  const stops = new Map();
  const tabs = (element, index) => {
    for (const each of element.matches(".sentence") ? [element, ...all("a", element)] : all("a", element)) each.tabIndex = index;
  };
  const rest = (group, element) => {
    if (stops.get(group)) tabs(stops.get(group), -1);
    stops.set(group, element);
    if (element) tabs(element, 0);
  };

  // One entry is chosen, and with it its marks
  let chosen = null;
  const toggle = (item, on) => {
    item.classList.toggle("chosen", on);
    if (on) item.setAttribute("aria-current", "true");
    else item.removeAttribute("aria-current");
    for (const mark of marks.get(item.id) ?? []) mark.classList.toggle("chosen", on);
  };
  const choose = (item) => {
    if (chosen) toggle(chosen, false);
    chosen = item;
    if (!item) return;
    toggle(item, true);
    rest(item.closest(".list"), item);
  };
  const anchors = (item) => (marks.get(item.id) ?? []).filter((mark) => mark.matches("a"));
  const intoView = (element, block) => element?.scrollIntoView({ block, inline: "nearest" });
  const toText = (item, anchor = anchors(item)[0]) => {
    choose(item);
    for (const each of anchors(item).reverse()) intoView(each, "center"); // panes apart scroll each to its own
    intoView(anchor, "center");
    anchor?.focus({ preventScroll: true });
  };
  const toList = (item) => {
    choose(item);
    one(".go", item).focus({ preventScroll: true });
    intoView(item, "nearest");
    if (beside.matches) for (const each of anchors(item).reverse()) intoView(each, "center");
  };
  const step = (by, from = chosen) => {
    const inText = texts.contains(document.activeElement);
    const list = lists.find((each) => each.items.includes(from)) ?? lists.find((each) => each.items.length);
    const entries = list?.items ?? [];
    let at = from ? entries.indexOf(from) : by > 0 ? -1 : entries.length;
    do at += by; while (entries[at] && !(shown(entries[at]) && (!inText || anchors(entries[at]).length)));
    if (entries[at]) (inText ? toText : toList)(entries[at]);
  };

  // Sentences and their counterparts
  let linked = [];
  const link = (sentence) => {
    for (const each of linked) each.classList.remove("linked");
    linked = (sentence && beads.get(sentence.closest(".row").dataset.bead)) || (sentence ? [sentence] : []);
    for (const each of linked) each.classList.add("linked");
  };
  const inAligned = (event) => sentences.length ? event.target.closest?.(".sentence") : null;
  const counterpart = (sentence) => {
    const side = sentence.closest(".cell").dataset.side;
    return linked.find((each) => each.closest(".cell").dataset.side !== side);
  };
  const neighbour = (sentence, by) => {
    const side = sentence.closest(".cell").dataset.side;
    let at = sentences.indexOf(sentence);
    do at += by; while (sentences[at] && sentences[at].closest(".cell").dataset.side !== side);
    return sentences[at];
  };

  texts.addEventListener("mouseover", (event) => { const sentence = inAligned(event); if (sentence) link(sentence); });
  texts.addEventListener("mouseleave", () => link(document.activeElement.closest(".sentence")));
  texts.addEventListener("focusin", (event) => { const it = inAligned(event); if (it) { rest(texts, it); link(it); } });
  texts.addEventListener("click", (event) => {
    const mark = event.target.closest("[data-of]:not(.off)");
    const item = mark && document.getElementById(mark.dataset.of);
    if (!item) return;
    if (mark.matches("a")) {
      event.preventDefault();
      toList(item);
    } else {
      choose(item);
      if (beside.matches) intoView(item, "nearest");
    }
  });
  one("#list").addEventListener("click", (event) => {
    const item = event.target.closest(".item");
    const way = event.target.closest("a[href^='#']");
    if (!item) return;
    if (way) event.preventDefault();
    if (way || beside.matches) toText(item, way ? document.getElementById(way.hash.slice(1)) ?? undefined : undefined);
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.matches?.("input:not([type='checkbox'], [type='range']), textarea");
    const sentence = event.target.matches?.(".sentence") ? event.target : null;
    const item = event.target.closest?.(".item");
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const across = sentence && /^Arrow(Left|Right)$/.test(event.key);
    const next = sentence && by ? neighbour(sentence, by) : across ? counterpart(sentence) : null;
    if (next) { next.focus(); event.preventDefault(); }
    else if (item && by) { step(by, item); event.preventDefault(); }
    else if (sentence && event.key === "Enter") all(".ref", sentence).find((ref) => ref.offsetParent)?.focus();
    else if (event.key === "Escape") {
      if (chosen && texts.contains(document.activeElement)) { one(".go", chosen).focus(); return; }
      choose(null);
      link(null);
    } else if (!typing && one("#keys").checked && (event.key === "n" || event.key === "p")) step(event.key === "n" ? 1 : -1);
  });
  for (const list of lists) if (list.form) {
    list.form.addEventListener("input", () => filter(list));
    list.form.addEventListener("reset", () => setTimeout(() => filter(list)));
    list.form.addEventListener("submit", (event) => event.preventDefault());
  }
  for (const button of all("[data-choose]")) button.addEventListener("click", () => speak(button.dataset.choose));
  for (const element of all("form[hidden], .keys, .languages")) element.hidden = false;
  for (const element of [...items, ...sentences]) tabs(element, -1);
  if (sentences.length) rest(texts, sentences[0]);
  speak(/^de\b/i.test(navigator.language) ? "de" : "en");
})();
