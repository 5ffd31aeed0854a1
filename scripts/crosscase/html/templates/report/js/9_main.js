// The view, kept in the address: the filters and the traced cell. Back and forward go through the views.

let view = parsed("");

/** Show a view. The focus goes to what is opened, and back to the cell of what is closed. */
function show(wanted) {
  const next = known(wanted);
  const before = placeOf(view.cell);
  const changed = (keys) => keys.some((key) => view[key] !== next[key]);
  const isMarked = changed(["rule", "upper"]);
  const isLaid = changed([...LOOKS, ...FILTERS]);
  const focused = document.activeElement;
  if (isLaid) putBack();
  if (isMarked) applyMarks(next);
  const place = placeOf(next.cell);
  const isOrdered = isMarked || changed(["sort", "columns"]);
  const isOther = view.cell !== next.cell;
  view = next;
  if (isOrdered) applyOrder(view);
  applyValues(view.show);
  if (isLaid) applyFilters(view);
  if (isLaid && view.rows) swapAll();
  if (isLaid && focused.isConnected) focused.focus({ preventScroll: true }); // it was lost where its cell moved
  if (next.strange.length) tell(`${t("not_here", { name: next.strange.join(", ") })} ${document.getElementById("shown").textContent}`);
  if (next.cell && !place) tell(t("no_cell", { name: decoded(next.cell) }));
  if (!isOther && !isMarked) return;
  if (before) before.link.removeAttribute("aria-current");
  if (place) {
    place.link.setAttribute("aria-current", "true");
    openPanel(place, (cell) => go({ cell }), isOther);
    if (!isOther) return;
    stopAt(place.link.closest("table"), place.link);
    bringIntoView(place.link);
  } else {
    const wasInside = document.getElementById("trace").contains(document.activeElement);
    closePanel();
    if (before && (wasInside || document.activeElement === document.body)) before.link.focus();
    else if (before) bringIntoView(before.link);
  }
}

/** Scroll if the edge of the window or the trace below the page hides a cell. */
function bringIntoView(link) {
  const { top, bottom } = link.getBoundingClientRect();
  const trace = document.getElementById("trace").getBoundingClientRect();
  const floor = trace.left > 0 ? window.innerHeight : trace.top;
  link.scrollIntoView({ block: "nearest", inline: "nearest" });
  if (top < 0 || bottom > floor) window.scrollBy(0, link.getBoundingClientRect().top - floor / 3);
}

/** Go to a view: as a new entry of the history, or instead of the present one. */
function go(changes, replace = false) {
  const next = { ...view, strange: [], ...changes };
  history[replace ? "replaceState" : "pushState"](null, "", addressOf(next));
  show(next);
}

function closeCell() {
  if (view.cell) go({ cell: "" });
}

function restore() {
  const next = parsed(location.hash.slice(1));
  if (next) whenRead(next.cell, () => { ready(); show(next); }); // what is hidden can have no focus
  else {
    lead(location.hash.slice(1));
    ready();
  }
}

/** Show the page, which in a moment is as its address says. */
function ready() {
  document.documentElement.classList.remove("waiting");
  document.documentElement.classList.add("ready");
}

/** Open the place in the page that an address leads to, if it is closed. */
function lead(address) {
  const element = document.getElementById(address) || document.getElementById(decoded(address));
  if (!element) tell(t("not_here", { name: decoded(address) }));
  const details = element && element.closest("details");
  if (details) details.open = true;
}

/** Wait for the segments if a cell is opened while a large page is still loading. */
function whenRead(cell, answer) {
  if (cell && document.readyState === "loading") document.addEventListener("DOMContentLoaded", answer, { once: true });
  else answer();
}

document.addEventListener("click", (event) => {
  const link = event.target.closest && event.target.closest("a[href^='#cell=']");
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  const cell = link.getAttribute("href").slice("#cell=".length);
  if (cell === view.cell) document.getElementById("trace-title").focus();
  else whenRead(cell, () => go({ cell }));
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") closeCell();
  const step = { ArrowLeft: ".previous", ArrowRight: ".next" }[event.key];
  const trace = document.getElementById("trace");
  if (!step || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !trace.contains(event.target)) return;
  event.preventDefault();
  trace.querySelector(step).click();
});
// On paper nothing can be opened.
window.addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("main details")) details.open = true;
});
// Another comparison is opened in the same view; it has other columns.
for (const link of document.querySelectorAll(".compared a")) {
  link.addEventListener("click", () => {
    link.hash = addressOf({ ...view, cell: "", group: "", sort: view.sort.startsWith("in:") ? "" : view.sort });
  });
}
window.addEventListener("popstate", restore);

makeFolds((code) => go({ folded: toggled(view, code) }));
makeGrids();
makeTools();
makeFilters((key, value) => {
  if (key === null) go(Object.fromEntries([...LOOKS, ...FILTERS].map((name) => [name, ""])));
  else go({ [key]: value }, key === "search"); // one entry for each letter would fill the history
});
applyFilters(view);
restore();
