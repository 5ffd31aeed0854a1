// One view, kept in the address: what is filtered, and which cell is traced. Back and forward lead through the views.

let view = parsed("");

/** Show a view. The focus goes into a trace that opens, and back to the cell of one that closes. */
function show(next) {
  const before = cellOf(view.cell);
  const cell = cellOf(next.cell);
  const filtered = KEYS.some((key) => key !== "cell" && view[key] !== next[key]);
  const traced = view.cell !== next.cell;
  view = next;
  if (filtered) applyFilters(view);
  if (next.cell && !cell) document.getElementById("shown").textContent = `The study has no cell ${decoded(next.cell)}.`;
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

/** Scroll where a cell is hidden, by the edge of the window or by the trace below the page. */
function bringIntoView(link) {
  const { top, bottom } = link.getBoundingClientRect();
  const trace = document.getElementById("trace").getBoundingClientRect();
  const floor = trace.left > 0 ? window.innerHeight : trace.top;
  link.scrollIntoView({ block: "nearest", inline: "nearest" });
  if (top < 0 || bottom > floor) window.scrollBy(0, top - floor / 3);
}

/** Go to a view: as a new one in the history, or in the place of the present one. */
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

/** Wait for the segments, where a cell is asked for while a large page is still being read. */
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
  if (key === null) go({ domain: "", country: "", code: "", state: "", search: "" });
  else go({ [key]: value }, key === "search"); // a view for each letter would bury the way back
});
document.documentElement.classList.add("scripted");
applyFilters(view);
restore();
