"""Text that was read in a wrong encoding and saved so: undone where that is certain, else told."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.reading import check, decode, read_bytes
from analysis.reading.mojibake import all_lost, origin
from analysis.tables import InputProblem
from tests.conftest import DOCUMENTS

TEXT = (
    "临江区推进数字经济发展实施方案\n一、总体要求\n全面推进数字化转型，到2025年达到12.5%。“十四五”时期——"
    "加快5G网络建设。\n二、重点任务\n（一）改善民生。扩大养老服务供给，建设社区食堂35个。\n"
)
TRADITIONAL = "臨江區推動數位經濟發展實施方案\n一、總體要求\n全面推進數字化轉型，改善民生。\n"


def spoiled(text: str, written: str, misread: str, errors: str = "strict") -> bytes:
    """A file that was written in one encoding, read in another and saved in UTF-8."""
    return text.encode(written).decode(misread, errors).encode()


@pytest.mark.parametrize(
    ("written", "misread"),
    [("gb18030", "latin-1"), ("gb18030", "cp1252"), ("utf-8", "latin-1")],
)
def test_what_lost_nothing_is_read_as_it_was_written_and_told(written: str, misread: str):
    found = read_bytes(spoiled(TEXT, written, misread), "a.txt")
    assert found.text.split("\n") == TEXT.strip().split("\n")
    assert found.encoding == f"{written} read as cp1252"
    (told,) = check(found).query("finding == 'encoding'").itertuples()
    assert "once read as Windows-1252 and saved so: read as it was written" in told.detail
    assert "误按Windows-1252打开" in told.detail_zh and told.severity == "note"


LOSSES = [
    ("utf-8", "gbk", "UTF-8 that was read as GB18030"),
    ("utf-8", "cp1252", "UTF-8 that was read as Windows-1252"),
    ("gb18030", "big5", "GB18030 that was read as Big5"),
]


@pytest.mark.parametrize("errors", ["replace", "ignore"])
@pytest.mark.parametrize(("written", "misread", "said"), LOSSES)
def test_what_lost_characters_is_refused_and_the_rest_read_on_request(
    written: str, misread: str, said: str, errors: str
):
    data = spoiled(TEXT, written, misread, errors)
    with pytest.raises(InputProblem, match=rf"^a\.txt: garbled text: {said} and saved.*--errors replace\.$"):
        decode(data, name="a.txt")
    read = decode(data, name="a.txt", errors="replace")
    assert "推进数字化转型" in read.text or written == "gb18030"
    assert read.replaced == len(re.findall("\ufffd+", read.text))


@pytest.mark.parametrize(
    "data",
    [
        spoiled(TRADITIONAL, "big5hkscs", "gb18030"),
        spoiled(TRADITIONAL, "big5hkscs", "latin-1"),
        spoiled(TEXT, "gb18030", "latin-1").replace(
            "\xad".encode(), b""
        ),  # a soft hyphen, dropped by a program
    ],
)
def test_what_may_have_lost_a_byte_is_not_undone_unasked(data: bytes):
    with pytest.raises(InputProblem, match=r"garbled text: .* and saved\. Get the file as it was before"):
        decode(data, name="a.txt")
    assert decode(data, name="a.txt", errors="replace").text != data.decode()


def as_chinese_windows_reads(data: bytes) -> str:
    """As Python's gbk, and 0x80 as the euro sign."""
    text = ""
    while data:
        width = 1 if data[0] <= 0x80 else 2
        text += "€" if data[0] == 0x80 else data[:width].decode("gbk", "replace")
        data = data[width:]
    return text


def test_a_euro_sign_stands_for_a_byte_that_is_left():
    garbled = as_chinese_windows_reads(TEXT.encode())
    found = origin(garbled)
    assert "涓€銆" in garbled and found is not None and "\n一、" in found.text


@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_web_pages_are_undone_like_texts(name: str):
    page = f"<html><head><script>{'x();' * 9000}</script></head><body><p>{TEXT}</p></body></html>"
    assert "推进数字化转型" in read_bytes(spoiled(page, "utf-8", "latin-1"), name).text


@pytest.mark.parametrize("written", ["gb18030", "utf-8"])
def test_what_was_read_as_utf_8_is_lost_and_told(written: str):
    data = TEXT.encode(written)
    garbled = data.decode("utf-8", "replace") if written == "gb18030" else "锟斤拷锟斤拷，锟斤拷。" * 9
    assert all_lost(garbled)
    with pytest.raises(InputProblem, match=r"its characters are lost\. Get the file as it was before"):
        decode(garbled.encode(), name="a.txt")
    assert decode(garbled.encode(), name="a.txt", errors="replace").text == garbled


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        TRADITIONAL,
        "Le développement économique régional à Genève a été étudié par les élèves français.",
        "Größe, Öl und Übermaß: die Prüfung läuft. " * 20,
        "Правительство района утвердило план развития. " * 5,
        "東京都の計画について、わたしたちは考えます。" * 5,
        "도시 계획에 관한 규정을 정한다. " * 5,
        "25°C" * 20,
        "正文甲。" * 20 + "锟斤拷，锟斤拷。",
        "\ufffd" * 3000 + "数字",
    ],
)
def test_what_somebody_wrote_stays(text: str):
    assert origin(text) is None and not all_lost(text)
    assert decode(text.encode(), name="a.txt").text == text


@pytest.mark.parametrize("path", sorted(DOCUMENTS.glob("*.txt")), ids=lambda path: path.stem)
def test_documents_stay_and_come_back(path):
    text = path.read_text("utf-8-sig")[:20_000]
    assert origin(text) is None
    for written, misread in (("utf-8", "latin-1"), ("gb18030", "latin-1")):
        found = origin(text.encode(written).decode(misread))
        assert found is not None and found.text == text and found.written == written


@given(st.text(st.characters(min_codepoint=0xA0, max_codepoint=0x9FFF), max_size=60))
def test_whatever_comes_is_undone_wholly_or_left(text: str):
    found = origin(text)
    if found is not None and found.certain:
        assert found.text.encode(found.written)


# --- the euro sign of one byte, and signs of measure -------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["价值100€的商品，数字化转型加快推进。\n", "价格€5\n" * 40, "€€，民生。改善€民生。"]
)
def test_the_euro_sign_of_chinese_windows_is_read(text: str):
    data = b"\x80".join(piece.encode("gbk") for piece in text.split("€"))
    decoded = decode(data, name="a.txt")
    assert (decoded.text, decoded.encoding, decoded.replaced) == (text, "gb18030", 0)


def test_a_damaged_byte_behind_a_euro_sign_is_told_with_its_place():
    data = "价值\n".encode("gbk") + b"\x80" + "民生，数字化".encode("gbk") + b"\xff" + "。".encode("gbk")
    with pytest.raises(InputProblem, match=r"byte 18 \(0xFF, line 2\) is not GB18030"):
        decode(data, name="a.txt")
    read = decode(data, name="a.txt", errors="replace")
    assert (read.text, read.replaced) == ("价值\n€民生，数字化\ufffd。", 1)


@pytest.mark.parametrize("text", ["25°C" * 20, "25°C", "±5 µm × 3\n" * 9, "§ 5\n", "£5 – €6\n" * 5])
def test_signs_of_measure_in_utf_8_are_no_japanese(text: str):
    assert decode(text.encode(), name="a.txt").encoding == "utf-8"


@pytest.mark.parametrize("text", ["25℃" * 20, "№ 5、25㎡，", "25°C\n" * 20, "±5 × 3\n" * 9])
def test_signs_of_measure_in_gbk_are_read(text: str):
    assert decode(text.encode("gb18030"), name="a.txt").text == text
