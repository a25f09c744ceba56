"""Texts that are not Chinese, or no longer: told as what they are, whatever their encoding."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.prose import render
from analysis.reading import check, read, read_bytes
from analysis.reading.decoding import guess
from analysis.reading.language import not_chinese
from analysis.tables import InputProblem
from tests.conftest import DOCUMENTS

FOREIGN = {
    "Russian": "Правительство района утвердило план развития города на пять лет вперёд.\n",
    "Arabic": "وافقت الحكومة على خطة تطوير المدينة للسنوات الخمس المقبلة.\n",
    "Greek": "Το σχέδιο ανάπτυξης της πόλης για τα επόμενα πέντε χρόνια.\n",
    "Hindi": "सरकार ने अगले पाँच वर्षों के लिए शहर की विकास योजना को मंज़ूरी दी।\n",
    "Thai": "รัฐบาลอนุมัติแผนพัฒนาเมืองสำหรับห้าปีข้างหน้า\n",
    "Hebrew": "הממשלה אישרה את תוכנית פיתוח העיר לחמש השנים הבאות.\n",
}


@pytest.mark.parametrize("text", FOREIGN.values(), ids=FOREIGN.keys())
@pytest.mark.parametrize("times", [1, 200])
@pytest.mark.parametrize("name", ["x.txt", "x.md", "x.html"])
def test_valid_utf8_in_another_language_is_read_and_told_as_not_chinese(text: str, times: int, name: str):
    document = read_bytes((text * times).encode(), name)
    assert document.encoding == "utf-8" and text.strip() in document.text
    told = check(document).set_index("finding").loc["not_chinese"]
    assert told["detail"] == "not Chinese, or garbled: 0% of its characters are Chinese"


@given(
    st.text(alphabet=st.characters(min_codepoint=0x370, max_codepoint=0xFFF, categories=["L"]), min_size=20)
)
def test_any_letters_of_other_scripts_are_utf8(text: str):
    assert guess(text.encode()) == "utf-8"


@pytest.mark.parametrize("text", ["\u200b\u200d\u2060" * 30, "\ufeff\u00ad \n\u3000\u200e"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_invisible_characters_alone_are_an_empty_file(text: str, encoding: str):
    with pytest.raises(InputProblem, match=r"^x\.txt: the file is empty "):
        read_bytes(text.encode(encoding), "x.txt")


# --- rare characters ---------------------------------------------------------------------------------------


def shifted(text: str) -> str:
    """Chinese as a PDF gives it whose fonts count characters anew: codes anywhere among the ideographs."""
    draw = random.Random(1)
    codes = {character: chr(draw.randrange(0x3400, 0x9FA0)) for character in sorted(set(text))}
    return "".join(codes[character] if character > "\u3400" else character for character in text)


def test_a_text_of_rare_characters_is_told_as_garbled():
    text = "到二〇三五年，全区经济实力大幅跃升，城乡居民人均收入再迈上新的大台阶。\n" * 10
    told = check(read_bytes(shifted(text).encode(), "x.txt")).set_index("finding").loc["not_chinese"]
    assert told["detail"].startswith("not Chinese, or garbled: only ")
    assert told["detail_zh"].startswith("非中文或为乱码：汉字中常用字仅占")
    values = not_chinese(shifted(text), pdf=True)
    assert values and render("en", "check_not_chinese", values).endswith("run OCR on it")


@pytest.mark.parametrize("path", sorted(DOCUMENTS.rglob("*.txt")), ids=lambda path: path.stem)
def test_real_documents_are_chinese(path: Path):
    assert not_chinese(read(path).text) is None


def test_names_of_rare_characters_in_a_short_notice_are_no_garble():
    assert not_chinese("任命朱镕基、喆㐂、囧为委员。") is None


# --- where a damaged byte stands ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("encoding", "bad"), [("utf-16", b"\x00\xd8"), ("utf-8", b"\xff"), ("gb18030", b"\xff")]
)
def test_the_line_of_a_damaged_byte_is_counted_in_characters(encoding: str, bad: bytes):
    """上 is 0A 4E in UTF-16, which is no line feed."""
    before = ("上海上海市上述上级\n上" * 2).encode(encoding)
    data = before + bad + "上海市规划\n".encode(encoding).removeprefix(b"\xff\xfe") * 9
    with pytest.raises(InputProblem, match=rf"^x\.txt: damaged text: byte {len(before)} .*line 3\)"):
        read_bytes(data, "x.txt")


# --- traditional script ------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "big5"])
def test_traditional_script_is_told_as_a_problem(encoding: str):
    text = "某區發展規劃\n一、總體要求\n全面推進數字化轉型，擴大養老服務供給，建設社區食堂，保障就業。\n" * 3
    (row,) = check(read_bytes(text.encode(encoding), "x.txt")).query("finding == 'traditional'").itertuples()
    assert row.severity == "problem" and "traditional script" in row.detail and "繁体" in row.detail_zh


def test_a_few_traditional_characters_of_names_are_none():
    text = "支持龍泉科技发展，" + "改善居民生活，扩大服务供给，建设社区食堂，保障就业和社会治理。" * 3
    assert check(read_bytes(text.encode(), "x.txt")).query("finding == 'traditional'").empty
