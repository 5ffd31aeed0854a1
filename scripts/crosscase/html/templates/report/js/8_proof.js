// How a cell was made: the digests of what it rests on, and the steps behind it.

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
