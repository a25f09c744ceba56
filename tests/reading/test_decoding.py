"""Bytes: what is read in which encoding, and what is refused with one clear line."""

from __future__ import annotations

import codecs
import random
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from analysis.reading import check, read
from analysis.reading.decoding import Decoded, decode, guess
from analysis.tables import InputProblem
from tests.conftest import DOCUMENTS

TEXT = "一、总体要求\n1.目标。\n到2025年,城区数字化转型取得新进展。"
# Big5 holds no simplified characters.
TRADITIONAL = "一、總體要求\n1.目標。\n到2025年,城區數位轉型取得新進展,兩岸關係和平發展。"


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        (TEXT.encode(), "utf-8", TEXT),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8-sig", TEXT),
        (TEXT.encode("gbk"), "gb18030", TEXT),
        (("朱镕基㐂" + TEXT).encode("gb18030"), "gb18030", "朱镕基㐂" + TEXT),
        (TRADITIONAL.encode("big5"), "big5hkscs", TRADITIONAL),
        (TEXT.encode("utf-16"), "utf-16", TEXT),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16", TEXT),
        (TEXT.encode("utf-16-le"), "utf-16-le", TEXT),
        (TEXT.encode("utf-16-be"), "utf-16-be", TEXT),
        ("わたしたちの計画について。".encode("cp932"), "cp932", "わたしたちの計画について。"),
        ((
            "Développement économique régional à Genève"
        ).encode("cp1252"), "cp1252", "Développement économique régional à Genève"),
    ],
)  # fmt: skip
def test_encodings_are_found(data: bytes, encoding: str, text: str):
    decoded = decode(data, name="plan.txt")
    assert (decoded.encoding, decoded.text, decoded.replaced) == (encoding, text, 0)


@pytest.mark.parametrize(
    ("encoding", "flag"),
    [("utf-8", []), ("big5", ["encoding"]), ("utf-16", ["encoding"]), ("gbk", ["encoding"])],
)
def test_the_encoding_is_part_of_the_document_and_of_its_check(tmp_path, encoding: str, flag: list[str]):
    path = tmp_path / "plan.txt"
    path.write_bytes(("關於計劃\n" + TRADITIONAL).encode(encoding))
    document = read(path)
    assert document.text.startswith("關於計劃\n一、總體要求")
    assert [finding for finding in check(document)["finding"] if finding == "encoding"] == flag


def test_ten_characters_are_enough():
    """
    Ten characters from anywhere in eleven documents, in four encodings: all but a few in a thousand are
    found.
    """
    draw = random.Random(20201130)
    texts = [
        re.sub(r"\s+", "", (DOCUMENTS / f"{name}.txt").read_text("utf-8-sig")) for name in sorted_names()
    ]
    tried = wrong = 0
    for _ in range(400):
        text = draw.choice(texts)
        at = draw.randrange(len(text) - 10)
        piece = text[at : at + 10]
        if not re.search(r"[\u4e00-\u9fff]{3}", piece):
            continue
        for encoding, name in (
            ("utf-8", "utf-8"),
            ("gb18030", "gb18030"),
            ("utf-16-le", "utf-16-le"),
            ("utf-16-be", "utf-16-be"),
        ):
            tried += 1
            wrong += guess(piece.encode(encoding)) != name
    assert tried > 1000 and wrong <= 0.005 * tried


def sorted_names() -> list[str]:
    return sorted(path.stem for path in DOCUMENTS.glob("*.txt"))


@pytest.mark.parametrize(
    ("data", "match"),
    [
        (b"", "the file is empty"),
        (codecs.BOM_UTF8 + b" \n\t", "the file is empty"),
        (codecs.BOM_UTF16_LE, "the file is empty"),
        ("\u3000\n\u3000".encode("utf-16"), "the file is empty"),
        (b"%PDF-1.7 ...", "seems to be a PDF"),
        (b"PK\x03\x04....", "Office document"),
        (b"\xd0\xcf\x11\xe0....", "old Office document"),
        (b"\x89PNG\r\n\x1a\n....", "PNG image"),
        (bytes(range(32)) * 30, "this is not text"),
        (bytes(range(256)), "this is not text in UTF-8"),
        (random.Random(7).randbytes(5000), "this is not text"),
        (
            "数字化转型".encode() + b"\xff" + "民生".encode(),
            r"byte 15 \(0xFF, line 1\) is not UTF-8.*--errors replace",
        ),
        (("\n" + TEXT * 5).encode()[:-1], r"damaged text: byte .* is not UTF-8"),
        (
            ("数字化转型" * 9).encode("gbk") + b"\xff\n" + TEXT.encode("gbk"),
            r"byte 90 \(0xFF, line 1\) is not GB18030",
        ),
    ],
)
def test_what_is_not_whole_text_is_refused(data: bytes, match: str):
    with pytest.raises(InputProblem, match=match) as problem:
        decode(data, name="plan.txt")
    assert str(problem.value).startswith("plan.txt: ")
    assert "\n" not in str(problem.value)


def test_damaged_places_are_replaced_and_counted_on_request(tmp_path):
    path = tmp_path / "plan.txt"
    path.write_bytes(
        "规划\n一、甲\n数字化转型".encode()
        + b"\xff\xfe"
        + "民生。\n又一".encode()
        + b"\xff"
        + "句。".encode()
    )
    with pytest.raises(InputProblem, match="line 3"):
        read(path)
    document = read(path, errors="replace")
    assert "数字化转型\ufffd" in document.text
    damaged = next(repair for repair in document.repairs if repair.kind == "damaged character")
    assert (damaged.n, damaged.line) == (2, 3)
    assert {"damaged", "garbled"} <= set(check(document)["finding"])


def test_missing_file_and_folder_are_told(tmp_path):
    with pytest.raises(InputProblem, match=r"nowhere\.txt: no such file"):
        read(tmp_path / "nowhere.txt")
    with pytest.raises(InputProblem, match="this is a folder"):
        read(tmp_path)


@given(st.text(min_size=1, max_size=80), st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "utf-16"]))
def test_whatever_is_decoded_is_told_or_refused(text: str, encoding: str):
    """Any text in any encoding: one clear line, or a text; never another exception."""
    try:
        decoded = decode(text.encode(encoding), name="x.txt")
    except UnicodeEncodeError:
        return
    except InputProblem as problem:
        assert "\n" not in str(problem)
        return
    assert decoded.text


HAN = st.text(
    alphabet="的一是发展建设经济社会推进加强区市规划目标，。、数字化民生虹桥枢纽", min_size=10, max_size=60
)


TRADITIONAL_HAN = st.text(
    alphabet="的一是發展建設經濟社會推進加強區市規劃目標，。、數位化民生兩岸關係", min_size=10, max_size=60
)


@given(TRADITIONAL_HAN)
def test_big5_there_and_back(text: str):
    assert decode(text.encode("big5"), name="x").text == text


@example("、" * 10, "utf-16-le")  # 01 30 again and again: ASCII, were it not for the control characters
@given(HAN, st.sampled_from(["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16", "utf-16-le", "utf-16-be"]))
def test_every_encoding_there_and_back(text: str, encoding: str):
    assert decode(text.encode(encoding), name="x").text == text


# --- UTF-8 that is sure -------------------------------------------------------------------------------------

ODD = st.lists(st.tuples(st.sampled_from("\xa0°·￥\ufffdｱｶ½é"), st.integers(1, 3000)), max_size=4)


@given(
    st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=10, max_size=40),
    ODD,
    st.booleans(),
)
def test_chinese_in_utf8_is_utf8_whatever_stands_beside_it(
    text: str, odd: list[tuple[str, int]], behind: bool
):
    added = "".join(character * n for character, n in odd)
    text = text + added if behind else added + text
    assert guess(text.encode()) == "utf-8"
    assert decode(text.encode(), name="x").text == text


@pytest.mark.parametrize(
    "text",
    [
        "推进数字化转型工作。\n" + "指标\xa0\xa0\xa0\xa01\n" * 25,
        "（一）推进数字化转型\n" + "\xa0" * 300,
        "推进数字化转型工作。" + "\ufffd" * 20_000,
        "推进数字化转型工作。" + "ｱ" * 20_000,
        "推进数字化转型工作。" + "°" * 200,
        "\xa0" * 200_000 + "推进数字化转型工作。" + "￥" * 800,
        "Развитие экономики региона",
    ],
)
def test_utf8_is_read_as_such_also_with_a_damaged_place(text: str):
    assert decode(text.encode(), name="x") == Decoded(text, "utf-8")
    with pytest.raises(InputProblem, match=r"is not UTF-8.*--errors replace"):
        decode(text.encode() + b"\xff", name="x")
    assert decode(text.encode() + b"\xff", name="x", errors="replace").text == text + "\ufffd"


@pytest.mark.parametrize("text", ["推进" + "\xa0" * 300, "½" * 9 + "城", "城 25°C\n" * 5])
def test_ten_characters_in_utf8_are_enough_if_one_is_chinese(text: str):
    assert guess(text.encode()) == "utf-8"


@pytest.mark.parametrize("text", ["通知" * 20, "目" * 20, "联通", "通知目的" * 5])
def test_a_word_of_gbk_that_is_utf8_by_chance_is_no_evidence_however_often(text: str):
    """Each character reads in UTF-8 as well: 通知 as ֪ͨ."""
    assert guess(text.encode("gbk")) == "gb18030"
