"""What spoils an apology, as patterns in both languages: one alternative a line, joined by 'or'."""

from desktop.domain.kinds import Language


def _any(*alternatives: str) -> str:
    return "(?:" + "|".join(alternatives) + ")"


BUT = {
    Language.EN: r"\b" + _any("but", "however", "although", "though", "nevertheless") + r"\b",
    Language.ZH: _any(r"(?<![不非])但(?:是(?!否))?(?![愿凡])", "(?<!好)不过(?!去)", "然而", "可是", "只不过"),
}

IF = {
    Language.EN: _any(
        r"\bif you (?:feel|felt|think|thought|believe|were|are|have been|found|took)\b",
        r"\bif we (?:have|had|did|caused|were|upset|offended)\b",
        r"\bif (?:this|that|it|there|anything|something|anyone|someone)"
        r" (?:has|have|had|was|were|is|caused|upset)\b(?! still\b)",  # it asks what is still wrong
        r"\bif any (?:offence|inconvenience|harm)\b",
        r"\bsorry (?:that )?you (?:feel|felt|think|thought)\b",
        r"\bany inconvenience\b",
    ),
    Language.ZH: _any(
        "(?:如果|要是|若是|假如)(?:您|你)?(?:觉得|感觉|感到|认为)",
        "(?:如果|要是|若|如)(?:我们|这|给您|有)[^。，！？]{0,8}(?:不周|不便|冒犯|不到位|做得不好)",
        "[如若]有(?:不周|不便|冒犯|得罪)",
        "带来(?:的|了)?不便",
        "不便之处",
    ),
}

#: Others than the one who speaks.
OTHERS = {
    Language.EN: _any(
        r"\bcolleagues?\b",
        r"\bco-?workers?\b",
        r"\btrainees?\b",
        r"\b(?:night|day|evening|morning|last|other) (?:shift|team)\b",
        r"\bhousekeep(?:er|ers|ing)\b",
        r"\bengineer(?:s|ing)?\b",
        r"\breception(?:ists?)?\b",
        r"\b(?:front desk|kitchen|staff|they)\b",
        r"\b(?:supplier|cleaner|waiter|cashier|assistant)s?\b",
        r"\bwaitress(?:es)?\b",
        r"\bnew (?:boy|girl|person|hire)\b",
    ),
    Language.ZH: _any(
        "同事|他们|她们|夜班|白班|早班|晚班|上一班",
        "前台|客房部|工程部|工程师|厨房|后厨|保洁|阿姨",
        "服务员|收银员|店员|实习生|新人|新员工|供应商|外包",
    ),
}
FAILED = {
    Language.EN: r"\b"
    + _any(
        "forgot|forgets|failed|fails",
        "should(?: not|n['’]t)? have",
        "did(?: not|n['’]t)|doesn['’]t|never",
        "(?:was|were) supposed",
        "mistakes?|fault|wrong|careless|lazy",
        "messed|neglected|let you down",
    )
    + r"\b",
    Language.ZH: _any("忘|没有?|失误|疏忽|的错|不对", "不负责|马虎|搞错|弄错|弄丢|偷懒", "本应|本该|不专业|态度差"),
}

#: Promises that nobody can keep.
BEYOND = {
    Language.EN: _any(
        r"\bnever happen again\b",
        r"\bwon['’]t ever happen\b",
        r"\bguarantee[ds]?\b",
        r"\b(?:whatever|anything) you (?:want|ask)\b",
        r"\b(?:we|i) promise (?:that )?it (?:will never|won['’]t)\b",
    ),
    Language.ZH: _any(
        "保证", "绝对(?:不会|不再)", "(?:绝|永远|再也)不会(?:再)?发生", "什么要求都", "要什么都", "包您满意"
    ),
}
#: The whole price given back, in words instead of figures.
WHOLE_PRICE = {
    Language.EN: _any(
        r"\bfull refund\b",
        r"\brefund (?:you )?(?:in full|everything|the whole)\b",
        r"\bfree (?:of charge|night|stay|meal)\b",
        r"\bon the house\b",
        r"\bwon['’]t (?:have to )?pay\b",
    ),
    Language.ZH: _any("全额退", "全部退", "全退", "免单", "免费(?:住|入住|送)", "不用(?:您)?付"),
}

ADMISSION = {
    Language.EN: _any(
        r"\b(?:our|my) (?:own )?(?:fault|negligence|liability|carelessness|mistake|error)\b",
        r"\bwe (?:are|were) (?:at fault|liable|negligent|to blame|responsible)\b",
        r"\b(?:we|i) (?:fully )?(?:accept|take|admit|bear) (?:the |all |full )?(?:liability|responsibility)\b",
        r"\b(?:we|i) (?:fully )?(?:accept|take|admit|bear) (?:the |all )?(?:fault|blame)\b",
        r"\bwe (?:caused|poisoned|injured|broke the law)\b",
        r"\bliab(?:le|ility)\b",
        r"\bnegligen(?:t|ce)\b",
        r"\bfood poisoning\b",
    ),
    Language.ZH: _any(
        "我们的?(?:全责|过错|过失|责任|错)",
        "(?:承担|负|担)(?:起|了)?(?:全部|一切|完全|法律|赔偿|主要)?的?责任",
        "我们(?:造成|导致|引起)",
        "违法|违规|食物中毒|赔偿责任|全责",
    ),
}

#: A sum of money in figures; its number is in one of the two groups.
SUM = (
    r"(?:[¥￥$€£]|\b(?:CNY|RMB|USD|EUR|GBP|HKD))\s?(\d[\d,]*(?:\.\d+)?)"
    r"|(\d[\d,]*(?:\.\d+)?)\s?(?:元|块|人民币|(?:yuan|RMB|CNY|dollars?|euros?|pounds?)\b)"
)
