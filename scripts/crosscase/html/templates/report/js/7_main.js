// The view, kept in the address: the filters and the traced cell. Back and forward go through the views.

let view = parsed("");

/** Show a view. The focus goes to an opened trace, and back to the cell of a closed one. */
function show(next) {
  const before = cellOf(view.cell);
  const cell = cellOf(next.cell);
  const filtered = KEYS.some((key) => key !== "cell" && view[key] !== next[key]);
  const traced = view.cell !== next.cell;
  view = next;
  if (filtered) applyFilters(view);
  if (next.cell && !cell) document.getElementById("shown").textContent = t("no_cell", { name: decoded(next.cell) });
  if (!traced) return;
  if (before) before.link.removeAttribute("aria-current");
  if (cell) {
    cell.link.setAttribute("aria-current", "true");
    openTrace(cell, closeCell);
    stopAt(cell.link.closest("table"), cell.link);
    bringIntoView(cell.link);
  } else {
    const wasInside = document.getElementById("trace").contains(document.activeElement);
    closeTrace();
    if (before && (wasInside || document.activeElement === document.body)) before.link.focus();
  }
}

/** Scroll if the edge of the window or the trace below the page hides a cell. */
function bringIntoView(link) {
  const { top, bottom } = link.getBoundingClientRect();
  const trace = document.getElementById("trace").getBoundingClientRect();
  const floor = trace.left > 0 ? window.innerHeight : trace.top;
  link.scrollIntoView({ block: "nearest", inline: "nearest" });
  if (top < 0 || bottom > floor) window.scrollBy(0, top - floor / 3);
}

/** Go to a view: as a new entry of the history, or instead of the present one. */
function go(changes, replace = false) {
  const next = { ...view, ...changes };
  history[replace ? "replaceState" : "pushState"](null, "", addressOf(next));
  show(next);
}

function closeCell() {
  if (view.cell) go({ cell: "" });
}

function restore() {
  const next = parsed(location.hash.slice(1));
  if (next) whenRead(next.cell, () => show(next));
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
});
window.addEventListener("popstate", restore);

makeGrids();
makeFilters((key, value) => {
  if (key === null) go({ domain: "", group: "", code: "", state: "", search: "" });
  else go({ [key]: value }, key === "search"); // one entry for each letter would fill the history
});
document.documentElement.classList.add("scripted");
applyFilters(view);
restore();
