"""A run as entities of Provenance Run Crate 0.5.

1. The workflow has one HowToStep for each rule, with the rule's script as its tool.
2. A job is a CreateAction of that tool: files and parameters in, files out.
3. A ControlAction links the jobs of a rule to its step; the OrganizeAction of the engine links all to the run.

The crate does not say when, where or by whom the run was made: the agents of an action are those who publish it.

Source: https://w3id.org/ro/wfrun/provenance/0.5
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from crosscase.run_crate.graph import Graph, Ref, address, ref
from crosscase.run_crate.records import FileRecord, Run, Step, in_order

COMPLETED = "http://schema.org/CompletedActionStatus"
ENGINE = "https://snakemake.github.io"
LANGUAGE = "https://w3id.org/workflowhub/workflow-ro-crate#snakemake"
PROFILE = "https://bioschemas.org/profiles/ComputationalWorkflow/1.0-RELEASE"
RUN = "#run"


class RunEntities:
    """Adds a run to the graph of a crate."""

    def __init__(self, graph: Graph, run: Run, workflow: str, packed: Mapping[str, str], agents: list[Ref]) -> None:
        """`packed` gives the path in the crate of each file of the run that is in it, by its path in the records."""
        self._graph = graph
        self._run = run
        self._workflow = address(workflow)
        self._packed = packed
        self._common = {"agent": agents, "actionStatus": COMPLETED}

    def add(self) -> list[Ref]:
        """Add all entities; returns the actions, which the root should mention."""
        order = in_order(self._run.steps)
        jobs: dict[str, list[Step]] = {rule: [job for job in self._run.steps if job.rule == rule] for rule in order}
        actions: list[Ref] = []
        tools: list[Ref] = []
        steps: list[Ref] = []
        controls: list[Ref] = []
        for position, rule in enumerate(order, 1):
            tool = self._tool(jobs[rule])
            done = [self._action(job, tool) for job in jobs[rule]]
            about = {"name": rule, "description": jobs[rule][0].doc}
            step = self._graph.add(
                f"{self._workflow}#{rule}", "HowToStep", position=str(position), workExample=tool, **about
            )
            control = self._graph.add(
                f"#control/{rule}", "ControlAction", name=f"Run of {rule}", instrument=step, object=done, **self._common
            )
            tools.append(tool)
            steps.append(step)
            controls.append(control)
            actions += done
        self._add_workflow(tools, steps)
        return [self._add_run(controls), *actions]

    def _add_workflow(self, tools: list[Ref], steps: list[Ref]) -> None:
        requirements = [
            self._graph.add(
                f"pkg:pypi/{name}@{number}",
                "SoftwareApplication",
                name=name,
                softwareVersion=number,
                url=f"pkg:pypi/{name}@{number}",
            )
            for name, number in self._run.libraries.items()
        ]
        python = self._graph.add(
            "https://www.python.org",
            "SoftwareApplication",
            name="Python",
            softwareVersion=self._run.python,
            url="https://www.python.org",
        )
        language = self._graph.add(
            LANGUAGE, "ComputerLanguage", name="Snakemake", identifier=ref(ENGINE), url=ref(ENGINE)
        )
        profile = self._graph.add(PROFILE, "CreativeWork", name="Bioschemas ComputationalWorkflow", version="1.0")
        self._graph.add(
            self._workflow,
            "File",
            "SoftwareSourceCode",
            "ComputationalWorkflow",
            "HowTo",
            programmingLanguage=language,
            conformsTo=profile,
            version=self._run.version,
            url=self._workflow,
            hasPart=tools,
            step=steps,
            softwareRequirements=[python, *requirements],
        )

    def _add_run(self, controls: list[Ref]) -> Ref:
        jobs = self._run.steps
        made = {output.path for job in jobs for output in job.outputs}
        given = {file.path: file for job in jobs for file in job.inputs if file.path not in made}
        results = {file.path: file for job in jobs for file in job.outputs if file.path in self._packed}
        run = self._graph.add(
            RUN,
            "CreateAction",
            name="Run of the workflow",
            description="All results from all inputs.",
            instrument=ref(self._workflow),
            object=self._files(given.values()),
            result=self._files(results.values()),
            **self._common,
        )
        engine = self._graph.add(
            ENGINE,
            "SoftwareApplication",
            name="Snakemake",
            softwareVersion=self._run.libraries.get("snakemake", ""),
            url=ENGINE,
        )
        self._graph.add(
            "#engine",
            "OrganizeAction",
            name="Snakemake's run of the workflow",
            instrument=engine,
            object=controls,
            result=run,
            **self._common,
        )
        return run

    def _tool(self, jobs: Sequence[Step]) -> Ref:
        """The script of a rule, with the parameters that the rule declares."""
        rule, script = jobs[0].rule, jobs[0].script
        path = self._packed.get(script)
        examples: dict[str, dict[str, Ref]] = {}
        for job in jobs:
            for name, value in job.parameters.items():
                id, example = self._value(rule, name, value)
                examples.setdefault(name, {})[id] = example
        inputs = [
            self._graph.add(
                f"#parameter/{rule}/{name}",
                "FormalParameter",
                name=name,
                additionalType="Text",
                workExample=[values[id] for id in sorted(values)],
            )
            for name, values in sorted(examples.items())
        ]
        code = {file.path for job in jobs for file in job.code} - {script}
        return self._graph.add(
            address(path) if path else f"#tool/{rule}",
            "SoftwareSourceCode",
            name=rule,
            description=jobs[0].doc,
            version=self._run.version,
            input=inputs,
            url=address(path) if path else self._workflow,
            hasPart=[ref(address(self._packed[name])) for name in sorted(code) if name in self._packed],
        )

    def _action(self, job: Step, tool: Ref) -> Ref:
        """A job of a rule."""
        values = [self._value(job.rule, name, value)[1] for name, value in sorted(job.parameters.items())]
        first = job.outputs[0].path
        return self._graph.add(
            f"#action/{address(first)}",
            "CreateAction",
            name=f"{job.rule}: {first}",
            description=job.doc,
            instrument=tool,
            object=[*self._files(job.inputs), *values],
            result=self._files(job.outputs),
            **self._common,
        )

    def _value(self, rule: str, name: str, value: Any) -> tuple[str, Ref]:
        """The value of a parameter, as JSON; jobs with the same value share it."""
        text = json.dumps(value, ensure_ascii=False, sort_keys=True)
        id = f"#value/{rule}/{name}/{hashlib.sha256(text.encode()).hexdigest()[:12]}"
        formal = ref(f"#parameter/{rule}/{name}")
        return id, self._graph.add(id, "PropertyValue", name=name, value=text, exampleOfWork=formal)

    def _files(self, files: Iterable[FileRecord]) -> list[Ref]:
        """Files by path. Files that are not in the crate are works with only a digest."""
        return [self._file(file) for file in sorted(files, key=lambda file: file.path)]

    def _file(self, file: FileRecord) -> Ref:
        if file.path in self._packed:
            return ref(address(self._packed[file.path]))
        return self._graph.add(
            f"#file/{address(file.path)}",
            "CreativeWork",
            name=file.path,
            sha256=file.sha256,
            description="Not in this package.",
        )
