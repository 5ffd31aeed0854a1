// The address contains the present view: #cell=barriers/time/CZ&show=share. Other fragments are places in the page.

const FILTERS = ["domain", "group", "code", "state", "search"];
const LOOKS = ["show", "rule", "sort", "columns", "rows", "upper", "folded"];
const FREE = ["cell", "folded", "search"]; // that have no list of values
const KEYS = ["cell", ...LOOKS, ...FILTERS];
const FORMER = { country: "group" }; // earlier pages called it so

/** The view of an address, or null if the address is a place in the page. */
function parsed(fragment) {
  if (fragment !== "" && !fragment.includes("=")) return null;
  const view = { ...Object.fromEntries(KEYS.map((key) => [key, ""])), strange: [] };
  for (const pair of fragment.split("&").filter(Boolean)) {
    const [written, ...rest] = pair.split("=");
    const key = own(FORMER, written) || written;
    if (KEYS.includes(key)) view[key] = key === "cell" ? rest.join("=") : decoded(rest.join("="));
    else view.strange.push(decoded(pair));
  }
  return view;
}

/** The address of a view. The cell comes first and unchanged, so that a browser finds it without a script. */
function addressOf(view) {
  const pairs = KEYS.filter((key) => view[key]);
  return `#${pairs.map((key) => `${key}=${key === "cell" ? view.cell : encodeURIComponent(view[key])}`).join("&")}`;
}

/** The same view without choices that the page does not have; they are listed in `strange`. */
function known(view) {
  const has = (key) => {
    const field = document.getElementById(key);
    return Boolean(field) && [...field.options].some((option) => option.value === view[key]);
  };
  const unknown = KEYS.filter((key) => view[key] && !FREE.includes(key) && !has(key));
  const strange = [...view.strange, ...unknown.map((key) => `${key}=${view[key]}`)];
  return { ...view, ...Object.fromEntries(unknown.map((key) => [key, ""])), strange };
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
