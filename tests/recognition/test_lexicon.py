import tomllib

import pytest

from desktop.domain.kinds import Language, Property
from desktop.recognition import LexiconError, load_lexicon, recognise
from desktop.recognition.lexicon import SIZE_LIMIT
from desktop.words import load_taxonomy, load_words, resource_folder


@pytest.mark.parametrize("property_", list(Property))
def test_the_shipped_lexicons_pass_their_checks(property_):
    assert load_lexicon(property_).property is property_


def test_a_site_can_add_words_of_its_own():
    more = "[H01-8]\nen.trouble = '''\nmoon pool (shut/drained)\n'''\nzh.trouble = '''\n月亮池..关\n'''\n"
    lexicon = load_lexicon(Property.HOTEL, [("site.toml", more)])
    assert recognise("the moon pool was drained", lexicon).category.code == "H01-8"
    assert recognise("月亮池又关门了", lexicon).category.code == "H01-8"


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("[H01-1]\nzh.trouble = '''\n空调坏,\n空调坏\n'''\n", "lexicon_word_twice", 3),
        ("\n\n[H77]\nzh.trouble = ''\n", "lexicon_unknown_table", 3),
        ("[H01-1]\nfr.trouble = ''\n", "lexicon_unknown_key", 1),
        ("[H01-1]\nzh.woe = ''\n", "lexicon_unknown_key", 2),
        ("[H01-1]\nzh.trouble = 3\n", "lexicon_unknown_key", 2),
        ("H01 = 3\n", "lexicon_unknown_table", 1),
        ("[H01-1]\nzh.trouble = '''", "lexicon_not_toml", 2),
        ("[H01-1]\nzh trouble\n", "lexicon_not_toml", 2),
        ("[H01-1]\nen.trouble = '''\nbroken lamp,\n坏灯\n'''\n", "lexicon_wrong_language", 4),
        ("[H01-1]\nen.trouble = '''\nbroken ..\n'''\n", "lexicon_gap_at_end", 3),
        ("[H01-1]\nen.trouble = '''\n.. broken\n'''\n", "lexicon_gap_at_end", 3),
        ("[H01-1]\nen.trouble = '''\n(broken lamp\n'''\n", "lexicon_brackets", 3),
        ("[H01-1]\nen.trouble = '''\nbr*\n'''\n", "lexicon_stem_too_short", 3),
        ("[H01-1]\nen.trouble = '''\n?!\n'''\n", "lexicon_nothing_left", 3),
        ("[H01-1]\nzh.trouble = '''\n" + "空" * 900 + "\n'''\n", "lexicon_word_too_long", 3),
        ("#" * (SIZE_LIMIT + 1), "lexicon_too_large", 1),
    ],
)
@pytest.mark.parametrize("language", list(Language))
def test_a_file_that_cannot_be_used_is_told_with_its_line_and_the_reason(text, code, line, language):
    with pytest.raises(LexiconError) as refusal:
        load_lexicon(Property.HOTEL, [("site.toml", text)])
    assert (refusal.value.code, refusal.value.params["line"]) == (code, line)
    sentence = load_words(language).error(refusal.value)
    assert "site.toml" in sentence
    assert str(line) in sentence or code == "lexicon_too_large"


@pytest.mark.parametrize("property_", list(Property))
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_detail_has_words_in_both_languages(property_, language):
    path = resource_folder() / "lexicon" / f"{property_}.toml"
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    codes = [c.code for c in load_taxonomy(property_) if c.parent and not c.code.startswith(("H99", "R99"))]
    assert [code for code in codes if not any(content.get(code, {}).get(language, {}).values())] == []
