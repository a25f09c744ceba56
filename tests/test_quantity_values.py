"""What written numbers are worth: a table of conversions, both ways, and properties."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.judgements.quantities import quantities
from analysis.judgements.quantity_values import number, numbers, shown, value
from tests.numerals import in_numerals, with_places

NUMERALS = """
零=0 一=1 二=2 三=3 五=5 七=7 九=9 十=10 十一=11 十二=12 十五=15 十八=18 十九=19 二十=20 二十一=21
二十五=25 三十=30 三十四=34 四十=40 四十六=46 五十=50 五十八=58 六十=60 六十七=67 七十=70 七十三=73
八十=80 八十八=88 九十=90 九十九=99 一百=100 一百零一=101 一百零五=105 一百零八=108 一百一十=110
一百一十一=111 一百一十五=115 一百二十=120 一百五十=150 二百=200 二百零二=202 二百一十=210 三百零五=305
三百二十=320 三百六十五=365 四百=400 四百八十=480 五百=500 五百五十五=555 六百=600 六百九十一=691
七百=700 七百七十三=773 八百=800 八百四十五=845 九百=900 九百九十九=999 一千=1000 一千零一=1001
一千零五=1005 一千零一十=1010 一千零五十=1050 一千一百=1100 一千一百一十一=1111 一千二百=1200
一千九百七十八=1978 二千=2000 二千零五=2005 二千零二十=2020 二千零五十=2050 二千五百=2500 三千零四=3004
三千六百=3600 四千五百=4500 五千=5000 五千八百=5800 六千零六十=6060 七千二百=7200 八千一百=8100
九千=9000 九千零九=9009 九千九百九十九=9999 一万=10000 一万零一=10001 一万零一十=10010 一万零一百=10100
一万一千=11000 一万二千=12000 一万五千=15000 二万=20000 二万四千六百=24600 三万零五=30005 五万=50000
六万五千=65000 九万=90000 十万=100000 十万零一=100001 十万五千=105000 十一万=110000 十二万=120000
十六万=160000 二十万=200000 二十四万六千=246000 三十万=300000 五十万=500000 一百万=1000000
一百零一万=1010000 一百五十万=1500000 二百万=2000000 三百万=3000000 一千万=10000000 一千二百万=12000000
三千二百万=32000000 五千万=50000000 七千八百九十万=78900000 九千七百八十九万=97890000
九千九百九十九万九千九百九十九=99999999 一亿=100000000 一亿零一=100000001 一亿零五十=100000050
一亿零一万=100010000 一亿一千万=110000000 一亿二千万=120000000 一亿五千五百万=155000000
一亿六千万=160000000 二亿=200000000 五亿=500000000 十亿=1000000000 十二亿=1200000000 十四亿=1400000000
一百亿=10000000000 五百亿=50000000000 六百六十五亿=66500000000 七百一十亿=71000000000
一千亿=100000000000 一千七百六十七亿八千万=176780000000 三千五百亿=350000000000 一万亿=1000000000000
一万三千亿=1300000000000 二万八千亿=2800000000000 二十万四千亿=20400000000000
"""
PLACES = """
1万=10000 1.1万=11000 24.6万=246000 310万=3100000 1000万=10000000 3200万=32000000 9789万=97890000
1.2亿=120000000 1.6亿=160000000 665亿=66500000000 1767.8亿=176780000000 5000亿=500000000000
1万亿=1000000000000 1.3万亿=1300000000000 3.87万亿=3870000000000 5.3万亿=5300000000000
20.4万亿=20400000000000 27.4万亿=27400000000000
40万亿=40000000000000 691=691 1819=1819
"""
ONE_WAY = """
两=2 两千=2000 两亿=200000000 两万五千=25000 二千〇五=2005 二〇三五=2035 二○○○=2000 一九五七=1957
廿三=23 卅=30 百=100 千=1000 百亿=10000000000 千亿=100000000000 万亿=1000000000000 一百五=150
三万二=32000 两千八=2800 三万零二=30002 二十万五千=205000 三千万亿=3000000000000000
一点五=1.5 零点五=0.5 二点二=2.2 一点四五=1.45
一点五亿=150000000 5,000=5000 1,234,567=1234567 12,345.6=12345.6 ２０=20 3．5=3.5 1000多=1000 1.2万余=12000
100多万=1000000 四千多=4000 99.3%=0.993 5％=0.05 3.5‰=0.0035 0.3%=0.003 百分之五=0.05
百分之一百六十=1.6 百分之三点二=0.032 百分之95=0.95 千分之三=0.003 万分之五=0.0005
三分之一=0.333333 四分之三=0.75
2万5千=25000 1亿3千多万=130000000 3万多亿=3000000000000 八千多万=80000000
九百六十多万=9600000 3%—4%=0.03;0.04 3—4%=0.03;0.04 4-5万=40000;50000 四百～五百亿=40000000000;50000000000
三至五=3;5 5到10=5;10
三四千=3000;4000 七八=7;8 十七八=17;18 二三十=20;30 三五=3;5 一两=1;2 百分之三至百分之五=0.03;0.05
"""


def rows(table: str) -> list[tuple[str, str]]:
    return [(text, worth) for text, _, worth in (row.partition("=") for row in table.split())]


def test_the_table_is_long_enough():
    assert len(rows(NUMERALS)) + len(rows(PLACES)) >= 150


@pytest.mark.parametrize(("text", "worth"), [*rows(NUMERALS), *rows(PLACES), *rows(ONE_WAY)])
def test_what_is_written_is_worth(text: str, worth: str):
    assert value(text) == worth


@pytest.mark.parametrize(("text", "worth"), rows(NUMERALS))
def test_what_it_is_worth_is_written_in_numerals(text: str, worth: str):
    assert in_numerals(int(worth)) == text


@pytest.mark.parametrize(("text", "worth"), rows(PLACES))
def test_what_it_is_worth_is_written_with_places(text: str, worth: str):
    assert with_places(int(worth)) == text


@given(st.integers(0, 10**16 - 1))
def test_numerals_read_back(n: int):
    assert number(in_numerals(n)) == n


@given(st.integers(0, 10**9), st.sampled_from((1, 10**4, 10**7, 10**8)))
def test_places_and_commas_read_back(n: int, size: int):
    assert number(with_places(n * size)) == n * size
    assert value(f"{n * size:,}") == str(n * size)


@given(st.integers(0, 10**6), st.integers(1, 99))
def test_shares_read_back(n: int, parts: int):
    assert number(f"{n / 100:.2f}%") * 10000 == n
    assert number(f"{in_numerals(parts)}分之{in_numerals(n)}") * parts == n


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_both_ends_of_a_range_read_back(first: int, last: int):
    assert numbers(f"{first}—{last}") == [first, last]


@given(st.text("一二三四五六七八九十百千万亿零〇点分之%.,—", min_size=1, max_size=12))
def test_whatever_is_written_is_a_number_or_refused(text: str):
    with suppress(ValueError):
        assert all(shown(one) for one in numbers(text))


@pytest.mark.parametrize("text", ["", "中", "1.2.3", "点五", "几", "%"])
def test_what_is_no_number_is_refused(text: str):
    with pytest.raises(ValueError, match="no number"):
        number(text)


@pytest.mark.parametrize(
    ("text", "worth"),
    [
        ("建设5个百万千瓦风电基地", "1000000"),
        ("打造十万千瓦级光伏基地", "100000"),
        ("投产4台240万千瓦机组", "2400000"),
        ("建成3条500千伏线路", "500"),
        ("停靠百万吨级船舶", "1000000"),
        ("实施百千万工程", "100;1000;10000"),  # three numbers side by side, and no unit
        ("培育10个千亿级集群", "100000000000"),
        ("增产千万斤", "10000000"),
    ],
)
def test_the_thousand_of_a_unit_is_no_place_of_the_number(text: str, worth: str):
    assert quantities(text)[-1].value == worth


@pytest.mark.parametrize(
    ("text", "expression", "unit"),
    [
        ("数据中心算力达到12Eflops", "12Eflops", "Eflops"),
        ("全市算力规模达到5000PetaFLOPS。", "5000PetaFLOPS", "PetaFLOPS"),
        ("算力规模达到3万PFLOPS", "3万PFLOPS", "PFLOPS"),
        ("电池产能达到45GWh，", "45GWh", "GWh"),
        ("储能规模达到200MWh", "200MWh", "MWh"),
        ("主变容量达到90MVA", "90MVA", "MVA"),
        ("锅炉产汽能力达到300t/h", "300t/h", "t/h"),
        ("网络时延降至8ms", "8ms", "ms"),
        ("制程推进到14nm", "14nm", "nm"),
        ("存储容量超过80ZB", "超过80ZB", "ZB"),
        ("国产算力达到70E以上", "70E以上", "E"),
    ],
)
def test_a_unit_in_latin_letters_is_whole(text: str, expression: str, unit: str):
    one = quantities(text)[-1]
    assert (one.expression, one.unit, one.kind) == (expression, unit, "count")


@pytest.mark.parametrize("text", ["推广5G应用", "推出4K电视", "普及3D打印", "建成4A级景区", "放开WFOE准入"])
def test_letters_of_a_name_are_no_unit(text: str):
    assert all(one.in_name for one in quantities(text))
