"""Old pages that are laid out in tables: the title stands in a cell, the text in nested tables."""

from __future__ import annotations

import pytest

from analysis.reading import read_bytes, read_text

PAGE = "<html><head><title>{}</title></head><body>{}{}{}</body></html>"
LINKS = "".join(f"<td><a href={at}>{name}</a></td>" for at, name in enumerate(("首页", "政务公开", "法规")))
MENU = f"<table><tr>{LINKS}</tr></table>"
FOOT = "<table><tr><td>主办：海宁市人民政府办公厅　版权所有</td></tr></table>"
OFFICE, ABOUT = "海宁市人民政府办公厅", "关于加强节约用水工作的意见"
TEXT = (
    "各区、县人民政府：<br>　　为了进一步加强节约用水工作，保护水资源，现提出以下意见，请认真贯彻执行。<br>"
    "　　一、总体要求<br>　　坚持节水优先、统筹兼顾，把节约用水贯穿经济社会发展的全过程和各领域。<br>"
    "　　到2010年，全市万元产值取水量比2005年下降百分之二十，城市供水管网漏损率降到百分之十二以下。<br>"
    "　　二、主要任务<br>　　改造老旧管网，推广节水器具，鼓励企业采用循环用水和一水多用的工艺。<br>"
    "　　加强计划用水管理，对超计划用水的单位实行累进加价，所收费用用于节水设施的建设。<br>"
)
NESTED = (
    f"<tr><td colspan=9><table><tr><td><table><tr><td>{TEXT}</td></tr></table></td></tr></table></td></tr>"
)
TITLE = OFFICE + ABOUT


def row(*cells: str) -> str:
    return f"<tr>{''.join(f'<td align=center>{cell}</td>' for cell in cells)}</tr>"


@pytest.mark.parametrize("name", ["海宁市政府网", "", "无标题文档"])
@pytest.mark.parametrize(
    "rows",
    [
        row(TITLE),
        row(f"<b>{OFFICE}<br>{ABOUT}</b>"),
        row(f"<table>{row(OFFICE)}{row(ABOUT)}</table>"),
        row(f"<table>{row(OFFICE + '文件')}{row('海政办发〔2006〕12号')}</table>{row(TITLE)}"),
        row(TITLE, "2006-05-10"),
        row(TITLE, "【打印】", "【关闭】"),
        row("标　　题：", TITLE) + row("发文字号：", "海政办发〔2006〕12号", "发布日期：", "2006年5月10日"),
        row("文件名称", TITLE) + row("文号", "海政办发〔2006〕12号") + row("发布日期", "2006-05-10"),
        row("文号：", "海政办发〔2006〕12号") + row(f"<table>{row(TITLE)}</table>"),
        row("发布时间：2006-05-10", "浏览次数：12") + row(TITLE),
    ],
)  # fmt: skip
def test_a_page_laid_out_in_tables_has_its_title(rows: str, name: str):
    page = PAGE.format(name, MENU, f"<table>{rows}{NESTED}</table>", FOOT)
    found = read_bytes(page.encode("gb18030"), "x.html")
    assert found.title == TITLE and found.issuer == OFFICE
    assert [part.title for part in found.headings.values()] == ["总体要求", "主要任务"]
    assert found.fact("number") == ("海政办发〔2006〕12号" if "〔" in rows else "")


@pytest.mark.parametrize("name", ["海宁市政府网", "", "无标题文档"])
@pytest.mark.parametrize(
    "above", [[TITLE], [OFFICE, ABOUT], [TITLE, "（2006年5月8日）"], [TITLE, "【打印】"]]
)
def test_a_title_outside_what_is_taken_for_the_text_is_found(above: list[str], name: str):
    text = TEXT.replace("<br>", "</p><p>")
    rows = "".join(f"<p>{line}</p>" for line in above)
    page = PAGE.format(name, "", f"{rows}<div class=TRS_Editor><p>{text}</p></div>", FOOT)
    found = read_bytes(page.encode(), "x.html")
    assert found.title == TITLE and found.issuer == OFFICE
    assert TITLE not in found.text


@pytest.mark.parametrize(
    "names",
    [
        ["机构", "法规", "公报", "首页", "搜索", "地图", "信箱"],
        ["海宁市关于做好防汛工作的通知", "海宁市关于做好供水工作的通知"],
    ],
)
def test_a_menu_above_the_text_gives_no_title(names: list[str]):
    text = TEXT.replace("<br>", "</p><p>")
    menu = "".join(f"<p>{name}</p>" for name in names)
    page = PAGE.format("", "", f"<p>{TITLE}</p>{menu}<div class=TRS_Editor><p>{text}</p></div>", FOOT)
    assert read_bytes(page.encode(), "x.html").title == "x"


def test_a_row_of_a_table_above_the_text_is_no_record_and_no_title():
    for cells in (("名称", "数量"), ("项目", "市水务局"), ("文件名称", "备注"), ("节水规划", "市水务局")):
        page = PAGE.format("", MENU, f"<table>{row(*cells)}{row('水表', '12')}{NESTED}</table>", FOOT)
        found = read_bytes(page.encode(), "x.html")
        assert not any(
            " | ".join(cells) in drop.text for drop in found.dropped if drop.reason == "record line"
        )


def test_a_record_gives_the_number_alone_whatever_its_row_holds():
    record = "发文字号： | 海政办发〔2006〕12号 | 发布日期： | 2006年5月10日"
    text = f"首页 > 公文\n{record}\n{TITLE}\n一、目标\n节约用水。\n二、保障\n落实责任。\n"
    found = read_text(text, id="x")
    assert found.fact("number") == "海政办发〔2006〕12号" and found.title == TITLE
