// The trace of a cell: its value and the rule, its participants and segments, the proof, and the steps that made it.

const AT_ONCE = 100; // passages shown at a time

/** Show the trace of a cell, and put the focus on its title. */
function openTrace(cell, close) {
  const aside = document.getElementById("trace");
  const people = passagesOf(cell);
  const exports = [...new Set([...people.values()].flat().flatMap((p) => p.codings.map((c) => c.export)))].sort();
  const title = el("h2", { id: "trace-title", tabindex: "-1" }, cell.label);
  const button = el("button", { type: "button", class: "close" }, t("close"));
  button.addEventListener("click", close);
  aside.replaceChildren(
    button,
    el("p", { class: "kicker" }, `${study().domains[cell.domain].title} · ${nameAndCode(cell.group)}`),
    title,
    ...valueOf(cell, people),
    ...peopleOf(cell, people),
    ...proofOf(cell, exports),
    ...stepsOf(cell, exports),
  );
  aside.hidden = false;
  aside.scrollTop = 0;
  document.documentElement.classList.add("tracing");
  title.focus({ preventScroll: true });
}

/** The name of a group with its code, unless they are equal. */
function nameAndCode(group) {
  return group.name === group.code ? group.name : `${group.name} (${group.code})`;
}

/** Hide the trace. */
function closeTrace() {
  document.getElementById("trace").hidden = true;
  document.documentElement.classList.remove("tracing");
}

function valueOf(cell, people) {
  const definition = own(study().definitions, cell.code);
  const title = study().domains[cell.domain].title;
  const states = { present: t("present"), absent: t("absent"), not_coded: t("not_coded"), unknown: t("unknown") };
  const codings = [...people.values()].flat().reduce((sum, passage) => sum + passage.codings.length, 0);
  const gap = cell.state === "not_coded" && study().gaps[`${cell.domain}/${cell.group.code}`];
  const aside = (text) => el("p", { class: "aside" }, text);
  const sentence = {
    present: () => t("value_present", { ...cell, codings }),
    absent: () => t("value_absent", { ...cell }),
    not_coded: () => t("value_not_coded", { group: cell.group.name, title }),
    unknown: () => t("value_unknown", { group: cell.group.name, title }),
  }[cell.state]();
  return [
    el("p", { class: "value" }, el("strong", {}, capital(states[cell.state])), `: ${sentence}`, gap ? ` ${gap}` : null),
    aside(t("rule", { state: states[cell.state], meaning: study().meanings[cell.state] })),
    ...(codings > cell.segments ? [aside(t("counted_once"))] : []),
    ...(definition ? [aside(t("definition", { text: definition }))] : []),
  ];
}

function peopleOf(cell, people) {
  if (!people.size) return [];
  const holder = el("div", {});
  const queue = [...people].flatMap(([person, passages]) => passages.map((passage, n) => [person, passages, passage, n]));
  const more = el("button", { type: "button" }, "");
  let list = null;
  const show = () => {
    for (const [person, passages, passage, number] of queue.splice(0, AT_ONCE)) {
      if (number === 0) {
        list = el("ol", {});
        holder.append(el("h4", {}, `${person}, ${t("segment", { n: passages.length })}`), list);
      }
      list.append(passageOf(passage, cell.group.language));
    }
    more.textContent = t("more_segments", { number: Math.min(AT_ONCE, queue.length), all: queue.length });
    more.hidden = queue.length === 0;
  };
  more.addEventListener("click", () => {
    const last = holder.lastElementChild.lastElementChild;
    show();
    if (more.hidden) focusOn(last);
  });
  show();
  return [el("h3", {}, t("participants_segments")), holder, more];
}

function focusOn(element) {
  element.tabIndex = -1;
  element.focus();
}

function passageOf(passage, language) {
  const span = passage.start === null ? t("no_offsets") : t("span", { start: passage.start, end: passage.end === null ? "?" : passage.end });
  return el("li", {},
    wordsOf(passage.words, language),
    el("p", { class: "place" }, `${t("document")} `, el("code", {}, passage.document), `, ${span}`),
    ...passage.codings.map((coding) => el("p", { class: "place" },
      coding.coder ? `${t("coded_by")} ` : t("no_coder"), coding.coder ? el("code", {}, coding.coder) : null,
      `; ${t("in_export", { name: coding.export })}; ${t("segment_id")} `, el("code", {}, coding.id))));
}

function wordsOf(words, language) {
  if (words === null) return el("p", { class: "withheld" }, t("withheld"));
  if (words === "") return el("p", { class: "withheld" }, t("wordless"));
  return el("blockquote", { lang: language }, words);
}

function proofOf(cell, exports) {
  const { head, rebuild, domains } = study();
  const domain = domains[cell.domain];
  const facts = [
    [t("table_file", { name: domain.table }), domain.digest],
    [t("codebook"), head.codebook_sha256],
    ...exports.map((name) => [t("raw_export", { name }), head.exports[name]]),
    [t("code_of", { version: head.crosscase }), head.code_sha256],
    [t("lock"), head.lock_sha256],
  ];
  return [
    el("h3", {}, t("proof")),
    el("p", {}, rebuild),
    el("dl", { class: "facts" }, ...facts.flatMap(([name, digest]) =>
      [el("dt", {}, name), el("dd", {}, el("code", { class: "digest" }, `SHA-256 ${digest}`))])),
    el("p", { class: "aside" }, `${t("cite")} `, el("a", { href: `#cell=${cell.address}` }, `#cell=${cell.address}`)),
  ];
}

/** The steps behind a cell, without those of other exports. An absent cell depends on every export. */
function stepsOf(cell, exports) {
  const { steps, domains, head } = study();
  const ours = domains[cell.domain].steps
    .map((number) => steps[number])
    .filter((step) => step.export === null || !exports.length || exports.includes(step.export));
  const byRule = new Map();
  for (const step of ours) byRule.set(step.rule, [...(byRule.get(step.rule) || []), step]);
  const libraries = Object.entries(head.libraries).map(([name, version]) => `${name} ${version}`).join(", ");
  return [
    el("h3", {}, t("steps_behind")),
    ...[...byRule].map(([rule, jobs]) => filled(
      [el("code", {}, rule), ": ", el("span", { lang: "en" }, jobs[0].doc), jobs.length > 1 ? ` (${t("runs_number", { n: jobs.length })})` : null],
      () => (jobs.length === 1 ? stepOf(jobs[0]) : jobs.map((job) => filled([nameOf(job)], () => stepOf(job)))))),
    el("p", { class: "aside" }, `Python ${head.python}; ${libraries}.`),
  ];
}

function nameOf(job) {
  return job.export === null ? study().files[job.outputs[0]][0] : t("in_export", { name: job.export });
}

function stepOf(job) {
  const { files } = study();
  const listed = (name, numbers) => [el("p", {}, name), el("ul", {}, ...numbers.map((number) =>
    el("li", {}, files[number][0], " ", el("code", { class: "digest" }, files[number][1] || t("confidential")))))];
  return [
    ...listed(t("inputs"), job.inputs),
    ...listed(t("outputs"), job.outputs),
    el("p", {}, t("parameters")), el("pre", {}, JSON.stringify(job.parameters, null, 1)),
    ...listed(t("modules", { name: job.script }), job.code),
  ];
}

/** Details whose content is made when they are first opened. */
function filled(summary, content) {
  const details = el("details", {}, el("summary", {}, ...summary));
  details.addEventListener("toggle", () => {
    if (details.open && details.children.length === 1) details.append(...content());
  });
  return details;
}
