// The trace of a cell: its value and the rule, its participants and segments, the proof, and the steps that made it.

const AT_ONCE = 100; // passages shown at a time

/** Show the trace of a cell, and put the focus on its title. */
function openTrace(cell, close) {
  const aside = document.getElementById("trace");
  const people = passagesOf(cell);
  const exports = [...new Set([...people.values()].flat().flatMap((p) => p.codings.map((c) => c.export)))].sort();
  const title = el("h2", { id: "trace-title", tabindex: "-1" }, cell.label);
  const button = el("button", { type: "button", class: "close" }, "Close");
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
  const defined = definition ? [el("p", { class: "aside" }, `Definition: ${definition}`)] : [];
  const named = { present: "present", absent: "absent", not_coded: "not coded", unknown: "not known" }[cell.state];
  const why = el("p", { class: "aside" }, `Rule: ${named}, ${study().meanings[cell.state]}.`);
  if (cell.state === "unknown") {
    const unsure = `: ${cell.group.name} has no coding in “${study().domains[cell.domain].title}”, and the study does not declare whether its material was coded for it.`;
    return [el("p", { class: "value" }, el("strong", {}, "Not known"), unsure), why, ...defined];
  }
  if (cell.state === "not_coded") {
    const gap = study().gaps[`${cell.domain}/${cell.group.code}`];
    const gapSentence = `: the material of ${cell.group.name} was not coded for “${study().domains[cell.domain].title}”.`;
    return [el("p", { class: "value" }, el("strong", {}, "Not coded"), gapSentence, gap ? ` ${gap}` : null), why, ...defined];
  }
  const codings = [...people.values()].flat().reduce((sum, passage) => sum + passage.codings.length, 0);
  const sentence = cell.participants
    ? `: ${cell.participants} of ${counted(cell.interviewed, "interviewed participant")} raised it, in ` +
      `${counted(cell.segments, "segment")} with ${counted(codings, "coding")}.`
    : `: none of ${counted(cell.interviewed, "interviewed participant")} raised it; the material was coded for it.`;
  const twice = codings > cell.segments
    ? [el("p", { class: "aside" }, "A segment to which several coders gave the code counts once.")]
    : [];
  return [
    el("p", { class: "value" }, el("strong", {}, cell.state === "present" ? "Present" : "Absent"), sentence),
    why, ...twice, ...defined,
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
        holder.append(el("h4", {}, `${person}, ${counted(passages.length, "segment")}`), list);
      }
      list.append(passageOf(passage, cell.group.language));
    }
    more.textContent = `Show ${Math.min(AT_ONCE, queue.length)} of ${queue.length} more segments`;
    more.hidden = queue.length === 0;
  };
  more.addEventListener("click", () => {
    const last = holder.lastElementChild.lastElementChild;
    show();
    if (more.hidden) focusOn(last);
  });
  show();
  return [el("h3", {}, "Participants and segments"), holder, more];
}

function focusOn(element) {
  element.tabIndex = -1;
  element.focus();
}

function passageOf(passage, language) {
  const span = passage.start === null ? "no offsets in the export" : `span ${passage.start} to ${passage.end === null ? "?" : passage.end}`;
  return el("li", {},
    wordsOf(passage.words, language),
    el("p", { class: "place" }, "document ", el("code", {}, passage.document), `, ${span}`),
    ...passage.codings.map((coding) => el("p", { class: "place" },
      `${coding.coder ? "coded by " : "no coder in the export"}`, coding.coder ? el("code", {}, coding.coder) : null,
      `; export ${coding.export}; segment `, el("code", {}, coding.id))));
}

function wordsOf(words, language) {
  if (words === null) return el("p", { class: "withheld" }, "Words withheld: the participant did not consent to be quoted, or review is not complete.");
  if (words === "") return el("p", { class: "withheld" }, "Coded without words.");
  return el("blockquote", { lang: language }, words);
}

function proofOf(cell, exports) {
  const { head, rebuild, domains } = study();
  const domain = domains[cell.domain];
  const facts = [
    [`Table ${domain.table}`, domain.digest],
    ["Codebook", head.codebook_sha256],
    ...exports.map((name) => [`Raw export ${name}`, head.exports[name]]),
    [`Code of crosscase ${head.crosscase}`, head.code_sha256],
    ["Lock of the libraries", head.lock_sha256],
  ];
  return [
    el("h3", {}, "Proof"),
    el("p", {}, rebuild),
    el("dl", { class: "facts" }, ...facts.flatMap(([name, digest]) =>
      [el("dt", {}, name), el("dd", {}, el("code", { class: "digest" }, `SHA-256 ${digest}`))])),
    el("p", { class: "aside" }, "Cite this cell as ", el("a", { href: `#cell=${cell.address}` }, `#cell=${cell.address}`)),
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
    el("h3", {}, "Steps that made it"),
    ...[...byRule].map(([rule, jobs]) => filled(
      [el("code", {}, rule), `: ${jobs[0].doc}`, jobs.length > 1 ? ` (${counted(jobs.length, "run")})` : null],
      () => (jobs.length === 1 ? stepOf(jobs[0]) : jobs.map((job) => filled([nameOf(job)], () => stepOf(job)))))),
    el("p", { class: "aside" }, `Python ${head.python}; ${libraries}.`),
  ];
}

function nameOf(job) {
  return job.export === null ? study().files[job.outputs[0]][0] : `export ${job.export}`;
}

function stepOf(job) {
  const { files } = study();
  const listed = (name, numbers) => [el("p", {}, name), el("ul", {}, ...numbers.map((number) =>
    el("li", {}, files[number][0], " ", el("code", { class: "digest" }, files[number][1] || "confidential"))))];
  return [
    ...listed("Inputs", job.inputs),
    ...listed("Outputs", job.outputs),
    el("p", {}, "Parameters"), el("pre", {}, JSON.stringify(job.parameters, null, 1)),
    ...listed(`Script ${job.script} and the modules that it uses`, job.code),
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
