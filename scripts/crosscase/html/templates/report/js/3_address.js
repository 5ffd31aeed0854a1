// The address contains the present view: #cell=barriers/time/CZ&show=share. Other fragments are places in the page.

const FILTERS = ["domain", "group", "code", "state", "search"];
const LOOKS = ["show", "sort", "columns", "folded"];
const KEYS = ["cell", ...LOOKS, ...FILTERS];
const FORMER = { country: "group" }; // earlier pages called it so

/** The view of an address, or null if the address is a place in the page. */
function parsed(fragment) {
  if (fragment !== "" && !fragment.includes("=")) return null;
  const view = Object.fromEntries(KEYS.map((key) => [key, ""]));
  for (const pair of fragment.split("&")) {
    const [written, ...rest] = pair.split("=");
    const key = own(FORMER, written) || written;
    if (KEYS.includes(key)) view[key] = key === "cell" ? rest.join("=") : decoded(rest.join("="));
  }
  return view;
}

/** The address of a view. The cell comes first and unchanged, so that a browser finds it without a script. */
function addressOf(view) {
  const pairs = KEYS.filter((key) => view[key]);
  return `#${pairs.map((key) => `${key}=${key === "cell" ? view.cell : encodeURIComponent(view[key])}`).join("&")}`;
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
