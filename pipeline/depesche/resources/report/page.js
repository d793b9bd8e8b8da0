// The language of the page, and all that can be pressed on it
const speak = (chosen) => {
  language = chosen;
  collator = new Intl.Collator(chosen);
  document.documentElement.lang = chosen;
  for (const element of all("[data-w]")) element.textContent = word(element.dataset.w, element.dataset);
  for (const element of all("[data-kind]")) {
    const { kind: code, of } = element.dataset;
    element.textContent = kind(code) + (of ? ` (${number(Number(of))})` : "");
  }
  for (const element of all("[data-count]")) element.textContent = number(Number(element.dataset.count));
  for (const element of all("[data-named]")) element.setAttribute("aria-label", word(element.dataset.named));
  for (const button of all("[data-choose]")) button.setAttribute("aria-pressed", button.dataset.choose === chosen);
  update();
};

let waiting = null;
form.addEventListener("input", (input) => {
  clearTimeout(waiting);
  if (input.target.matches("[type=search], [type=text]")) waiting = setTimeout(update, 150);
  else update();
});
click(one("#all"), () => { clear(); update(); });
form.addEventListener("submit", (submit) => submit.preventDefault());
for (const button of all("[data-sort]")) click(button, () => {
  state.down = state.sort === button.dataset.sort && !state.down;
  state.sort = button.dataset.sort;
  drawSorted();
});
one("select[name=sort]").addEventListener("input", (input) => { state.sort = input.target.value; drawSorted(); });
one("input[name=down]").addEventListener("input", (input) => { state.down = input.target.checked; drawSorted(); });
for (const button of all("[data-page]")) click(button, () => {
  if (button.getAttribute("aria-disabled") === "true") return;
  turn({ first: 0, back: state.page - 1, on: state.page + 1, last: pages() - 1 }[button.dataset.page]);
  one("#table").scrollIntoView({ block: "start" });
});
for (const button of all("#overview .set")) click(button, () => {
  if (button.dataset.field === "party") chooseParties(Number(button.dataset.value));
  else {
    form.elements.type.value = state.type === button.dataset.value ? "" : button.dataset.value;
    update();
  }
});
for (const button of all("[data-choose]")) click(button, () => speak(button.dataset.choose));
click(one("#close"), () => reader.close());
click(reader, (press) => { if (press.target === reader) reader.close(); });

const paper = (on) => { // on paper the table has all its pages
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
