"""Whether a guide's parts fit together: every name leads somewhere, every way ends, none goes in a circle."""

from collections.abc import Iterator, Mapping

from desktop.guides.conditions import Condition
from desktop.guides.errors import Complaints
from desktop.guides.model import BACK, Branch, Framework, Guide, Question, Step
from desktop.guides.shape import doubles
from desktop.guides.yaml_tree import Items, Node, Table

DEFAULT = "default"  #: the framework that a desk begins with


def check_structure(guide: Guide, tree: Table, complaints: Complaints) -> None:
    """Notes steps that nothing leads to or that lead nowhere, loops, and rules about what is not there."""
    _Structure(guide, tree, complaints).check()


class _Structure:
    def __init__(self, guide: Guide, tree: Table, complaints: Complaints) -> None:
        self._guide, self._tree, self._complaints = guide, tree, complaints
        self._questions: Mapping[str, Question] = {question.id: question for question in guide.questions()}
        self._inserted = {branch.insert for branch in guide.branches if branch.insert}

    def check(self) -> None:
        if self._guide.frameworks and DEFAULT not in self._guide.frameworks:
            self._add("guide_missing_key", "frameworks", value=DEFAULT)
        for framework in self._guide.frameworks.values():
            self._check_framework(framework)
        for place, branch in enumerate(self._guide.branches, start=1):
            self._check_branch(branch, f"branches.{place}")
        for value in doubles(branch.id for branch in self._guide.branches):
            self._add("guide_double_id", "branches", value=value)
        for value in doubles(question.id for question in self._guide.questions()):
            self._add("guide_double_id", "steps", value=value)
        for step in self._guide.steps.values():
            self._check_step(step)
        self._check_circles()

    def _check_framework(self, framework: Framework) -> None:
        field = f"frameworks.{framework.id}"
        for step in framework.steps:
            if step not in self._guide.steps:
                self._add("guide_unknown_step", field, value=step)
            elif self._guide.steps[step].then:
                self._add("guide_inserted_in_order", field, value=step)
        for step in doubles(iter(framework.steps)):
            self._add("guide_loop", field, value=step)
        kept = [step for stage in framework.stages if not stage.optional for step in stage.steps]
        last = self._guide.steps.get(kept[-1]) if kept else None
        if not kept or (last is not None and not last.ends):
            self._add("guide_dead_end", field, value=kept[-1] if kept else framework.id)

    def _check_branch(self, branch: Branch, field: str) -> None:
        if branch.insert and branch.insert not in self._guide.steps:
            self._add("guide_unknown_step", f"{field}.insert", value=branch.insert)
        elif branch.insert and not self._guide.steps[branch.insert].then:
            self._add("guide_dead_end", f"{field}.insert", value=branch.insert)
        may_go = {
            step
            for framework in self._guide.frameworks.values()
            for stage in framework.stages
            for step in stage.steps
            if stage.optional
        }
        for step in branch.skip:
            if step not in self._guide.steps:
                self._add("guide_unknown_step", f"{field}.skip", value=step)
            elif step not in may_go:
                self._add("guide_skips_needed", f"{field}.skip", value=step)
        self._check_condition(branch.when, f"{field}.when")

    def _check_step(self, step: Step) -> None:
        field = f"steps.{step.id}"
        ordered = any(step.id in framework.steps for framework in self._guide.frameworks.values())
        if not ordered and step.id not in self._inserted:
            self._add("guide_unreachable", field, value=step.id)
        if step.then and step.then != BACK and step.then not in self._guide.steps:
            self._add("guide_unknown_step", f"{field}.then", value=step.then)
        for kind in ("goal", "say", "shorter", "do", "dont", "done_when"):
            for place, one in enumerate(getattr(step, kind), start=1):
                self._check_condition(one.when, f"{field}.{kind}.{place}")
        for place, question in enumerate(step.questions, start=1):
            self._check_condition(question.when, f"{field}.questions.{place}")
            for id_ in question.covers:
                if id_ not in self._questions:
                    self._add("guide_unknown_question", f"{field}.questions.{place}.covers", value=id_)

    def _check_condition(self, condition: Condition | None, field: str) -> None:
        if condition is None:
            return
        for id_, wanted in _answers(condition):
            question = self._questions.get(id_)
            if question is None:
                self._add("guide_unknown_question", field, value=id_)
                continue
            for answer in wanted:
                if question.answer(answer) is None:
                    self._add("guide_unknown_answer", field, value=answer, question=id_)

    def _check_circles(self) -> None:
        """Inserted steps that lead on to one another must come back to the order at last."""
        for start in self._inserted:
            seen: list[str] = []
            step = self._guide.steps.get(start)
            while step is not None and step.then and step.then != BACK:
                if step.id in seen:
                    self._add("guide_loop", f"steps.{start}.then", value=start)
                    break
                seen.append(step.id)
                step = self._guide.steps.get(step.then)

    def _add(self, code: str, field: str, **params: object) -> None:
        self._complaints.add(code, _line_of(self._tree, field), field, **params)


def _answers(condition: Condition) -> Iterator[tuple[str, frozenset[str]]]:
    yield from condition.answers
    for one in (*condition.any, *condition.none):
        yield from one.answers


def _line_of(node: Node, path: str) -> int:
    """The line of the deepest part of ``path`` that stands in the file (list places count from 1)."""
    line = node.line
    for part in path.split("."):
        inner: Node | None = None
        if isinstance(node, Table):
            inner = node.entries.get(part)
            line = node.key_lines.get(part, line)
        elif isinstance(node, Items) and part.isdecimal() and 0 < int(part) <= len(node.items):
            inner = node.items[int(part) - 1]
            line = inner.line
        if inner is None:
            return line
        node = inner
    return line
