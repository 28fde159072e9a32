"""A small guide with every kind of part, for tests of the reader and of the conversation."""

from datetime import UTC, datetime, timedelta

from desktop.guides.conversation import Guidance
from desktop.guides.loading import load_bank, load_guide

NINE = datetime(2026, 11, 19, 9, 0, tzinfo=UTC)


def after(minutes: float) -> datetime:
    """A moment some minutes after nine."""
    return NINE + timedelta(minutes=minutes)


def step(name: str, more: str = "") -> str:
    """A step with everything it needs; ``more`` are further lines."""
    return f"""
  {name}:
    name: {{en: "Name of {name}", zh: 名称}}
    goal: {{en: Goal, zh: 目标}}
    say: [{{en: ["First {name}[, {{guest}}].", "Second {name}."], zh: ["第一句[，{{guest}}]。", "第二句。"]}}]
    done_when: {{en: Done, zh: 完成}}
    card: {{en: "Plain {name}.", zh: 简单的话。}}
{more}"""


NEUTRAL = """neutral:
  manager: {en: the duty manager, zh: 值班经理}
  regulator: {en: the consumer authority, zh: 监管部门}
  happened: {en: Something went wrong for you., zh: 这件事让您受累了。}
  regret: {en: "I'm sorry about what happened.", zh: 发生这样的事，我很抱歉。}
  change: {en: "We'll look into it.", zh: 我们会查清楚。}
  option_a: {en: one way to put it right, zh: 一种办法}
  option_b: {en: another way, zh: 另一种办法}
  promise: {en: what we have agreed, zh: 我们说好的事}
"""

LISTEN = step(
    "listen",
    """    shorter: [{when: {channel: [counter, phone]}, en: "Shorter listen.", zh: 短句。}]
    do: [{en: Write, zh: 记录}, {when: {emotion: {at_least: 3}}, en: Slow down, zh: 放慢}]
    questions:
      - {id: what, kind: open, text: {en: "What happened?", zh: 怎么了？}, record: actual}
      - {id: place, kind: open, text: {en: "Where?", zh: 在哪里？}, record: place}
      - id: threat
        kind: notice
        text: {en: "A threat?", zh: 有威胁吗？}
        answers: [{id: yes, en: Yes, zh: 有}, {id: no, en: No, zh: 没有}]
      - id: public
        kind: notice
        text: {en: "Going public?", zh: 要公开吗？}
        answers: [{id: press, en: Press, zh: 媒体, sets: media}, {id: no, en: No, zh: 没有}]
    record: [text, emotion]""",
)
APOLOGISE = (
    step("apologise")
    .replace("First apologise[, {guest}].", "{regret} {manager} knows.")
    .replace("第一句[，{guest}]。", "{regret}{manager}已经知道了。")
)
ASK = step(
    "ask",
    """    bank: true
    questions:
      - id: hurt
        kind: closed
        text: {en: "Is anyone hurt?", zh: 有人受伤吗？}
        answers: [{id: yes, en: Yes, zh: 有, sets: injury, value: yes}, {id: no, en: No, zh: 没有, value: no}]
        record: hurt""",
)
AGREE = step("agree", "    ends: true").replace(
    "First agree[, {guest}].", "[{responsibility} ]We do {promise}[ by {by}]."
)
SAFETY = step("safety", "    then: back")
HELP = step("help", "    then: back")
RIGHTS = step("rights", "    then: back")
AFTER = step("diagnose", "    ends: true")

FRAMEWORKS = """frameworks:
  default:
    name: {en: Steps, zh: 步骤}
    stages:
      - {id: listen, name: {en: Listen, zh: 倾听}, steps: [listen]}
      - {id: apologise, name: {en: Apologise, zh: 致歉}, steps: [apologise]}
      - {id: ask, name: {en: Ask, zh: 询问}, steps: [ask], optional: true}
      - {id: agree, name: {en: Agree, zh: 约定}, steps: [agree]}
      - {id: diagnose, name: {en: Diagnose, zh: 查因}, steps: [diagnose], afterwards: true}
  short:
    name: {en: Short, zh: 简短}
    stages:
      - {id: solve, name: {en: Solve, zh: 解决}, steps: [listen, agree]}
"""
MOODS = "moods:\n" + "\n".join(
    f"  - {{title: {{en: Mood {level}, zh: 心情}}, hints: {{en: [a, b, c], zh: [甲, 乙, 丙]}}}}" for level in range(5)
)
BRANCHES = """
branches:
  - id: safety
    when: {any: [{emotion: {at_least: 4}}, {answers: {threat: [yes]}}]}
    note: {en: Safety first, zh: 先顾安全}
    insert: safety
    effects: [second_person, call_manager, no_bargaining]
  - {id: injury, when: {flags: [injury]}, note: {en: Help first, zh: 先救助}, insert: help, effects: [regret_only]}
  - {id: exposure, when: {flags: [media]}, note: {en: Rights, zh: 权利}, insert: rights, effects: [rights_card]}
  - {id: other, when: {language: [other]}, note: {en: Turn the card, zh: 把卡片转过去}, effects: [bilingual_card]}
  - id: shorter_way
    when: {emotion: {fell: 2}}
    note: {en: Straight on, zh: 直接往下}
    skip: [ask]
    effects: [shorter]
"""
HEAD = "kind: conversation\nguide: small\n"
GUIDE = (
    HEAD + NEUTRAL + "steps:" + LISTEN + APOLOGISE + ASK + AGREE + SAFETY + HELP + RIGHTS + AFTER + "\n" + FRAMEWORKS
    + MOODS + BRANCHES
)  # fmt: skip

BANK = """kind: questions
guide: questions-small
categories:
  H01:
    questions:
      - {id: H01.open1, kind: open, text: {en: "What does it do?", zh: 它怎么了？}, record: note}
    happened: {en: Something in your room failed., zh: 您房间里的设备坏了。}
    regret: {en: "I'm sorry about your room.", zh: 您的房间这样，我很抱歉。}
    responsibility: {en: That was ours to get right., zh: 这本该是我们做好的。}
    change: {en: "We'll check the room.", zh: 我们会检查房间。}
"""


def guidance() -> Guidance:
    """The small guide with its bank."""
    return Guidance(load_guide(GUIDE, "small.yaml"), load_bank(BANK, "bank.yaml"))
