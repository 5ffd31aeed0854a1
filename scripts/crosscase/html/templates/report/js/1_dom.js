// Elements and texts. Words of the study are only ever text: nothing here writes HTML.

/** An element with attributes and children; a child is an element, a text, or null for nothing. */
function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** A text as it is searched: without accents, in one case. */
function folded(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ς", "σ");
}

/** "1 segment", "2 segments". */
function counted(number, noun) {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** What a record of the data holds under a key; undefined where it holds nothing, whatever the key is called. */
function own(record, key) {
  return Object.prototype.hasOwnProperty.call(record, key) ? record[key] : undefined;
}
