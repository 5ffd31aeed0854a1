// Elements and texts. Words of the study are always text: this script never writes HTML.

/** An element with attributes and children; a child is an element, a text, or null for nothing. */
function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** A text for searching: without accents, in lower case. */
function folded(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ς", "σ");
}

/** A text of the page in its language, with values; `{name:noun}` is a number with its noun, `n` chooses a form. */
function t(key, values = {}) {
  const { texts, one, many } = study().words;
  const given = { one, many, ...values };
  const forms = texts[key];
  const form = typeof forms === "string" ? forms : forms[pluralRules().select(given.n)] || forms.other || forms.many;
  return form.replace(/\{(\w+)(?::(\w+))?\}/g, (_, name, noun) => noun ? t(noun, { n: given[name] }) : String(given[name]));
}

let rules = null;

function pluralRules() {
  rules = rules || new Intl.PluralRules(document.documentElement.lang);
  return rules;
}

/** A text with a capital at its beginning. */
function capital(text) {
  return text.charAt(0).toLocaleUpperCase(document.documentElement.lang) + text.slice(1);
}

/** The value of a key in a record of the data; undefined if the record has no such key of its own. */
function own(record, key) {
  return Object.prototype.hasOwnProperty.call(record, key) ? record[key] : undefined;
}

/** A share as the page's language writes it. Of a count and its whole: as in the tables, 23 of 40 are 57.5, not less. */
function percent(count, all = 1) {
  const exact = (100 * count) / all;
  const isHalf = exact - Math.floor(exact) === 0.5;
  const whole = isHalf ? 2 * Math.round(exact / 2) : Math.round(exact);  // a half to the even number, as in the tables
  return (whole / 100).toLocaleString(document.documentElement.lang, { style: "percent", maximumFractionDigits: 0 });
}
