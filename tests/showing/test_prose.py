"""
The catalogues of sentences: the same keys and fields in both languages, plurals, lists, and errors with
names.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from string import Formatter
from typing import Any

import pytest

from analysis import prose
from analysis.prose import LANGUAGES, Bilingual, render
from analysis.reading import check, read_text
from tests.conftest import ROOT

KEYS = sorted(prose.keys("en"))
CHECKED = {key for key in KEYS if key.startswith("check_")}  # parts of sentences, in a table
SETTINGS = {"each", "join"}
FORMS = {"none", "one", "other"}  # in which languages differ


@pytest.fixture
def saying(monkeypatch: pytest.MonkeyPatch):
    """A function that says one entry of a catalogue made for the test."""

    def say(entry: Any, language: prose.Language = "en", **values: Any) -> str:
        made = {"words": {"box": {"one": "{} box", "other": "{} boxes"}}, "toy": entry}
        monkeypatch.setattr(prose, "catalogue", lambda _: made)
        return render(language, "toy", values)

    return say


def tables(language: prose.Language, key: str) -> list[tuple[str, Mapping[str, str]]]:
    """Fields of a sentence with a table of how they read."""
    return [(name, part) for name, part in prose.entry(language, key).items() if isinstance(part, dict)]


# --- both catalogues -------------------------------------------------------------------------------------


def test_both_languages_have_the_same_keys_and_words():
    assert prose.keys("en") == prose.keys("zh")
    assert prose.catalogue("en")["words"].keys() == prose.catalogue("zh")["words"].keys()


@pytest.mark.parametrize("key", KEYS)
def test_both_languages_have_the_same_fields(key: str):
    assert prose.fields("en", key) == prose.fields("zh", key)


@pytest.mark.parametrize("key", KEYS)
def test_both_languages_tell_the_same_cases_apart(key: str):
    en, zh = dict(tables("en", key)), dict(tables("zh", key))
    for field in en.keys() & zh.keys():
        assert set(en[field]) - SETTINGS - FORMS == set(zh[field]) - SETTINGS - FORMS, field


@pytest.mark.parametrize("key", KEYS)
def test_numbers_have_the_same_digits_in_both_languages(key: str):
    digits = [
        {
            (name, spec)
            for template in prose.templates(prose.entry(language, key))
            for _, name, spec, _ in Formatter().parse(template)
            if spec and re.fullmatch(r"d|,?\.\d[f%]", spec)
        }
        for language in LANGUAGES
    ]
    assert digits[0] == digits[1]


@pytest.mark.parametrize("key", KEYS)
def test_nothing_is_passed_over_in_both_languages_or_told_in_both(key: str):
    silent = [
        {field: not part["none"] for field, part in tables(language, key) if "none" in part}
        for language in LANGUAGES
    ]
    both = silent[0].keys() & silent[1].keys()
    assert {field: silent[0][field] for field in both} == {field: silent[1][field] for field in both}


@pytest.mark.parametrize("language", LANGUAGES)
def test_how_a_field_reads_is_told_of_fields_only(language: prose.Language):
    for key in prose.keys(language):
        assert set(prose.entry(language, key)) - {"text", "unsaid"} <= prose.fields(language, key), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_format_is_one_of_numbers_or_a_word_of_the_catalogue(language: prose.Language):
    catalogue = prose.catalogue(language)
    for template in prose.templates(catalogue):
        for _, _, spec, _ in Formatter().parse(template):
            assert not spec or spec in catalogue["words"] or re.fullmatch(r"d|,?\.\d[f%]|\{\w+\}", spec), (
                template
            )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plural_has_every_form_of_its_language(language: prose.Language):
    forms = {"en": {"one", "other"}, "zh": {"other"}}[language]
    words: Mapping[str, Mapping[str, str]] = prose.catalogue(language)["words"]
    counted = {name: set(cases) for name, cases in words.items() if "other" in cases}
    assert counted and all(cases == forms for cases in counted.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_that_is_counted_says_its_number_in_every_form(language: prose.Language):
    for name, cases in prose.catalogue(language)["words"].items():
        assert all(text.count("{}") == 1 for case, text in cases.items() if case != "join"), name


@pytest.mark.parametrize("name", sorted(prose.catalogue("en")["words"]))
def test_one_is_singular_in_english(name: str):
    cases = prose.catalogue("en")["words"][name]
    if "one" in cases:
        plurals = (f"{{}} {name}s ", f"{{}} {name}es ", f"{{}} {name.removesuffix('y')}ies ")
        assert f"{cases['one']} ".startswith(f"{{}} {name} ")
        assert f"{cases['other']} ".startswith(plurals)


def test_chinese_stops_are_full_width():
    for template in prose.templates(prose.catalogue("zh")):
        literal = "".join(text for text, *_ in Formatter().parse(template))
        assert not re.search(r"[,;:()?!]", literal), template
    for key in prose.keys("zh"):
        assert all(part.get("join", "、") in "、；" for _, part in tables("zh", key)), key


def test_a_sentence_ends_with_a_stop():
    stops = {"en": (".", "}"), "zh": ("。", "}")}
    for language in LANGUAGES:
        for key in prose.keys(language) - CHECKED:
            assert prose.entry(language, key)["text"].endswith(stops[language]), key


def test_what_check_says_has_no_stop_of_its_own():
    for language in LANGUAGES:
        for key in CHECKED:
            assert not any(text.endswith((".", "。")) for text in prose.templates(prose.entry(language, key)))


def test_every_repair_and_every_reason_to_leave_a_line_out_has_its_chinese_name():
    text = "１、全角 \u2f00 \u200b\x07和 app 在 1 9 9 3 年[编辑]。\n" * 9 + "\ud800\n"
    head = "甲 区 规 划\n目录\n一、甲……1\n二、乙……2\n"
    found = check(read_text(head + text + "\f一、甲\n" + text + "点赞\n浏览量:662\n", id="x"))
    assert len(found) > 6 and {"repair", "dropped_line"} <= set(found["finding"])
    assert not [zh for zh in found["detail_zh"] if re.search("[A-Za-z]{3,}", zh)]


# --- the catalogue and the code --------------------------------------------------------------------------


def calls(name: str) -> Iterator[ast.Call]:
    """Calls of a function or class anywhere in the package."""
    for path in (ROOT / "analysis").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == name:
                yield node


def keys_in(call: ast.Call) -> Iterator[str]:
    """Keys of sentences among the arguments of a call."""
    for argument in call.args:
        if isinstance(argument, ast.Constant) and str(argument.value) in prose.keys("en"):
            yield argument.value


def test_every_sentence_is_said_somewhere_and_every_finding_has_its_sentence():
    said = {ast.literal_eval(call.args[0]) for call in calls("Finding")}
    told = {key for name in ("note", "problem") for call in calls(name) for key in keys_in(call)}
    assert said | told == prose.keys("en") and told == CHECKED


def test_every_finding_gives_the_values_that_its_sentence_takes():
    for call in calls("Finding"):
        key, given = ast.literal_eval(call.args[0]), {keyword.arg for keyword in call.keywords}
        assert given == prose.fields("en", key), key


def test_every_reason_to_draw_nothing_has_its_words():
    given = {ast.literal_eval(call.args[1]) for call in calls("refusal")}
    assert given == set(prose.entry("en", "nothing_to_draw")["why"])


def test_no_sentence_stands_in_the_code():
    """
    A finding's text is in the catalogue alone: no Chinese beside docstrings, no pieces of text put together.
    """
    for name in ("finding", "findings"):
        tree = ast.parse((ROOT / "analysis" / "showing" / f"{name}.py").read_text(encoding="utf-8"))
        documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
        notes = {ast.get_docstring(n, clean=False) for n in ast.walk(tree) if isinstance(n, documented)}
        texts = {n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)}
        assert not [text for text in texts - notes if re.search(r"[\u4e00-\u9fff]|[.,:;] ", text)]


# --- numbers ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "n, text", [(0, "0 boxes"), (1, "1 box"), (2, "2 boxes"), (1234567, "1,234,567 boxes")]
)
def test_a_number_with_its_noun(saying: Any, n: int, text: str):
    assert saying("{n:box}", n=n) == text


@pytest.mark.parametrize("language", LANGUAGES)
def test_thousands_are_parted_in_both_languages_unless_a_number_is_a_name(
    language: prose.Language, saying: Any
):
    assert saying("{n} {n:d} {x:,.1f}", language, n=12345, x=1234.56) == "12,345 12345 1,234.6"


@pytest.mark.parametrize("n, text", [(0, "nothing"), (1, "1 is left"), (2, "2 are left")])
def test_a_number_by_its_case(saying: Any, n: int, text: str):
    assert (
        saying({"text": "{n}", "n": {"none": "nothing", "one": "{} is left", "other": "{} are left"}}, n=n)
        == text
    )


def test_chinese_knows_no_singular(saying: Any):
    assert saying({"text": "{n}", "n": {"one": "一", "other": "{}个"}}, "zh", n=1) == "1个"


def test_none_is_said_only_where_asked_for(saying: Any):
    assert saying({"text": "{n}", "n": {"one": "one", "other": "{} of them"}}, n=0) == "0 of them"


# --- lists -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "items, en, zh",
    [
        ((), "", ""),
        (("a",), "a", "a"),
        (("a", "b"), "a and b", "a和b"),
        (("a", "b", "c"), "a, b and c", "a、b和c"),
    ],
)
def test_a_list(saying: Any, items: tuple[str, ...], en: str, zh: str):
    assert saying("{items}", items=items) == en
    assert saying("{items}", "zh", items=items) == zh


def test_parts_of_a_list(saying: Any):
    pairs = (("甲", 1200), ("乙", 3))
    assert saying({"text": "{pairs}", "pairs": "{0} ({1})"}, pairs=pairs) == "甲 (1,200) and 乙 (3)"
    joined = {"text": "{pairs}", "pairs": {"each": "{1:box} {0}", "join": "; "}}
    assert saying(joined, pairs=pairs) == "1,200 boxes 甲; 3 boxes 乙"


@pytest.mark.parametrize("items, text", [((), "none"), ((5,), "Line 5"), ((5, 6), "Lines 5 and 6")])
def test_a_list_by_its_length(saying: Any, items: tuple[int, ...], text: str):
    lines = {"none": "none", "one": "Line {}", "other": "Lines {}"}
    assert saying({"text": "{items}", "items": lines}, items=items) == text


# --- words -----------------------------------------------------------------------------------------------


def test_a_text_in_both_languages(saying: Any):
    name = Bilingual("Health", "健康")
    assert saying("{name}", name=name) == "Health"
    assert saying("{name}", "zh", name=name) == "健康"
    assert saying("{name.zh} {name.en}", name=name) == "健康 Health"
    assert (
        saying({"text": "{names}", "names": "{0:d} {1}"}, names=((1, name), (2, name)))
        == "1 Health and 2 Health"
    )


def test_quotes_inside_quotes_become_single(saying: Any):
    assert saying("{title!q}", title="建设“两高”城区") == "“建设‘两高’城区”"


def test_yes_and_no_and_one_of_several_words(saying: Any):
    entry = {
        "text": "{sure} {kind}",
        "sure": {"true": "surely", "false": "not"},
        "kind": {"a": "first", "b": "second"},
    }
    assert saying(entry, sure=True, kind="a") == "surely first"
    assert saying(entry, sure=False, kind="b") == "not second"
    with pytest.raises(ValueError, match=r"toy \(en\) has no words for 'c'; it has: a, b"):
        saying(entry, sure=True, kind="c")


@pytest.mark.parametrize("text", ["none", "one", "each", "{title}", "{0.__class__}"])
def test_text_of_a_document_is_never_a_case_or_a_template(saying: Any, text: str):
    entry = {"text": "{title}{issuer}", "issuer": {"none": "", "one": "!", "each": "!", "other": " by {}"}}
    assert saying(entry, title=text, issuer=text) == f"{text} by {text}"
    assert saying(entry, title=text, issuer="") == text


# --- errors ----------------------------------------------------------------------------------------------


def test_an_unknown_key_is_named():
    with pytest.raises(ValueError, match=r"no sentence is called nowhere \(zh\)"):
        render("zh", "nowhere", {})
    with pytest.raises(ValueError, match="no sentence is called words"):
        render("en", "words", {})


def test_a_missing_or_unused_field_is_named():
    with pytest.raises(ValueError, match=r"string_count \(en\) lacks last, places, sentences, times"):
        render("en", "string_count", {"string": "民生"})
    with pytest.raises(ValueError, match=r"no_sentences \(zh\) has no place for n"):
        render("zh", "no_sentences", {"n": 1})


def test_a_field_of_a_case_that_does_not_come_up_is_asked_for_too(saying: Any):
    entry = {"text": "{n}", "n": {"one": "{} of {of}", "other": "{}"}}
    with pytest.raises(ValueError, match="lacks of"):
        saying(entry, n=2)


def test_what_a_language_leaves_unsaid_is_a_field_all_the_same(saying: Any):
    entry = {"text": "Too short.", "unsaid": ["reason"]}
    assert saying(entry, reason="x") == "Too short."
    with pytest.raises(ValueError, match="lacks reason"):
        saying(entry)
