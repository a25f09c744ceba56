"""The front of a document: invented fronts as pages, databases, newspapers and typists leave them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.reading import about, check, lines_of, read_bytes, read_text
from analysis.reading.document import FILE_NAME, Document
from analysis.reading.front_lines import role_of
from analysis.reading.paragraphs import paragraphs
from analysis.tables import InputProblem

TEXT = "一、总体要求\n坚持稳中求进，推动高质量发展。\n二、重点任务\n改善民生，加强保障。"
DEPUTIES = "各位代表：\n现在，我代表市人民政府，向大会报告工作，请予审议。\n" + TEXT


def document(front: str, text: str = TEXT) -> Document:
    return read_text(f"{front}\n{text}", id="x")


def facts(found: Document) -> dict[str, str]:
    """Fields and values, several of a field joined; the title only where the document has one."""
    fields = dict.fromkeys(fact.field for fact in found.facts if fact.source != FILE_NAME)
    return {field: found.fact(field) for field in fields}


def reasons(found: Document) -> list[str]:
    return [drop.reason for drop in found.dropped]


# --- work reports on pages of newspapers and databases ---------------------------------------------------

REPORT = {
    "title": "2019年栖霞市政府工作报告",
    "issuer": "栖霞市人民政府",
    "delivered": "2019-01-08",
    "kind": "work report",
}
SESSION = "——2019年1月8日在栖霞市第七届人民代表大会第三次会议上"


@pytest.mark.parametrize(
    "speaker",
    [
        "栖霞市人民政府市长　周立群",
        "市长 周 立 群",
        "栖霞市代市长　周立群",
        "周立群",
        "市长　阿不都拉·买买提",
        "市长\n周立群",
        "周立群\n▲1月8日，大会开幕，市长周立群作报告。（本报记者 孙晓 摄）",
        "市委副书记、市长　周立群\n1月8日，大会在市会堂开幕。图/吴月 摄",
    ],
)
@pytest.mark.parametrize(
    "page",
    [
        "{title}\n{session}\n{speaker}",
        "下载\n打印\n【字号：\n加大\n还原\n减小\n】\n{title}\n{session}\n来源：栖霞日报\n时间：2019-01-11\n{speaker}",
        "您的位置:\n首页\n>\n栖霞要闻\n栖霞要闻\n{title}\n来源：栖霞日报\n2019-01-11 09:02:33\n"
        "【字体：\n大\n中\n小\n】\n"
        "{session}\n{speaker}",
        "{title}\n2019-01-11 来源：栖霞日报 作者：孙晓\n{speaker}\n{session}",
    ],
)
def test_a_work_report_on_a_page(page: str, speaker: str):
    found = document(page.format(title=REPORT["title"], session=SESSION, speaker=speaker), DEPUTIES)
    assert {field: value for field, value in facts(found).items() if field != "speaker"} == REPORT
    assert any(
        part.kind == "adoption" and SESSION in found.text[part.start : part.end] for part in found.parts
    )
    assert found.text.index("各位代表") and check(found)["severity"].ne("problem").all()


@pytest.mark.parametrize(
    ("session", "day"),
    [
        ("（二〇一九年一月八日在栖霞市第七届人民代表大会第三次会议上）", "2019-01-08"),
        ("２０１９年１月８日在栖霞市第七届人民代表大会第三次会议上", "2019-01-08"),
        ("——在栖霞市第七届人民代表大会第三次会议上的报告\n（2019.1.8）", "2019-01-08"),
    ],
)
def test_a_session_line_in_any_writing(session: str, day: str):
    found = document(f"政府工作报告\n{session}\n市长　周立群", DEPUTIES)
    assert (found.title, found.delivered, found.issuer) == ("政府工作报告", day, "栖霞市人民政府")


@pytest.mark.parametrize(
    ("front", "opening", "issuer"),
    [
        ("——在西林自治区第九届人民代表大会上", "我代表自治区人民政府，向大会报告", "西林自治区人民政府"),
        ("——在白水县第四届人民代表大会上", "现在，我代表县政府向大会作报告", "白水县人民政府"),
        ("——在中国共产党白水县第九次代表大会上", "我代表第八届委员会作报告", "中国共产党白水县第八届委员会"),
        ("", "我代表国务院，向大会报告工作", "国务院"),
        ("省长　李林\n——2011年1月9日在河东省第八届人民代表大会第二次会议上", "请予审议", "河东省人民政府"),
    ],
)  # fmt: skip
def test_in_whose_name_a_report_is_held(front: str, opening: str, issuer: str):
    assert document(f"政府工作报告\n{front}", f"各位代表：\n{opening}。\n{TEXT}").issuer == issuer


# --- law databases, newspapers ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "above",
    [
        "【法宝引证码】 CLI.14.5551234\n原文链接：https://www.pkulaw.com/lar/00ab.html\n{title}\n",
        "【发布部门】 白水县人民政府\n【发文字号】 白府发〔2017〕9号\n【时效性】 现行有效\n{title}\n",
        "分类号:BH21\n河东日报 / 2017年 / 03月 / 02日 / 第B02版 /\n",
        "河东日报2017年3月2日 第2版 要闻\n",
        "https://www.example.gov.cn/a.html\n白水县人民政府门户网站\n",
        "信息公开\n{title}\n",
    ],
)
@pytest.mark.parametrize(
    "title", ["白水县人民政府关于加强河道管理的通知", "白水县人民政府\n关于印发《白水县河道管理办法》的通知"]
)
def test_what_databases_and_newspapers_put_above_is_no_title(above: str, title: str):
    front = above.format(title=title.replace("\n", "")) + f"{title}\n白府发〔2017〕9号"
    found = document(front, f"各乡镇人民政府：\n请认真执行。\n{TEXT}\n白水县人民政府\n2017年3月1日")
    assert facts(found) == {
        "title": title.replace("\n", ""),
        "number": "白府发〔2017〕9号",
        "issuer": "白水县人民政府",
        "issued": "2017-03-01",
        "kind": "notice",
    }
    assert "title again" in reasons(found) or "{title}" not in above


# --- notices ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("front", "title", "issuer"),
    [
        (
            "河东省财政厅\n河东省教育厅\n河东省民政厅\n河财规〔2016〕2号\n关于规范补助发放的通知",
            "关于规范补助发放的通知",
            "河东省财政厅、河东省教育厅、河东省民政厅",
        ),
        (
            "白水县人民政府文件\n白府发〔2016〕8号\n白水县人民政府\n关于公布名单的通知",
            "白水县人民政府关于公布名单的通知",
            "白水县人民政府",
        ),
        (
            "中共白水县委　白水县人民政府\n关于推进乡村振兴的实施意见",
            "中共白水县委　白水县人民政府关于推进乡村振兴的实施意见",
            "中共白水县委、白水县人民政府",
        ),
        (
            "中共中央办公厅 国务院办公厅印发《关于加强水土保持工作的意见》",
            "中共中央办公厅 国务院办公厅印发《关于加强水土保持工作的意见》",
            "中共中央办公厅、国务院办公厅",
        ),
        ("〔2016〕12号\n★\n关于开展检查的紧急通知", "关于开展检查的紧急通知", ""),
        (
            "国务院办公厅转发水利部关于防汛工作意见的通知",
            "国务院办公厅转发水利部关于防汛工作意见的通知",
            "国务院办公厅",
        ),
        ("白水县公报\n2020年第3号\n白水县政府关于防汛的意见", "白水县政府关于防汛的意见", "白水县政府"),
        ("Notice on floods\n关于防汛的通知\nNo. 3", "关于防汛的通知", ""),
        ("签发人：李林\n白水县水利局文件\n关于防汛的请示", "关于防汛的请示", "白水县水利局"),
        ("中华人民共和国主席令\n第一〇四号", "中华人民共和国主席令", "中华人民共和国主席"),
        ("白水县发展计划\n执行情况的报告", "白水县发展计划执行情况的报告", ""),
        ("规划计划\n关于编制计划的通知", "关于编制计划的通知", ""),
    ],
)
def test_red_heads(front: str, title: str, issuer: str):
    found = document(front, f"各有关单位：\n现将有关事项通知如下。\n{TEXT}")
    assert (found.title, found.issuer) == (title, issuer)
    opening = [found.text[part.start : part.end] for part in found.passages if part.kind == "opening"]
    assert opening[0] == "各有关单位："


@pytest.mark.parametrize(
    ("date", "iso"),
    [
        ("2016年11月21日", "2016-11-21"),
        ("二○一六年十一月二十一日", "2016-11-21"),
        ("2016.11.21", "2016-11-21"),
        ("２０１６年１１月２１日", "2016-11-21"),
    ],
)
@pytest.mark.parametrize(
    "signed",
    [
        "请认真执行。\n白水县水利局\n{date}\n" + TEXT,
        TEXT + "\n白水县水利局\n{date}",
        TEXT + "\n白水县水利局　白水县财政局\n{date}",
        "请认真执行。\n白水县水利局\n{date}\n（此件公开发布）\n白水县河道管理办法\n"
        "第一条　为管理河道，制定本办法。\n第二条　本办法适用于本县。",
    ],
)
def test_the_date_of_a_notice_stands_below_it(signed: str, date: str, iso: str):
    found = document("关于加强河道管理的通知\n各乡镇人民政府：", signed.format(date=date))
    assert (found.issued, found.adopted, found.dated) == (iso, "", (iso, "issued"))
    assert found.issuer.startswith("白水县水利局") and found.title == "关于加强河道管理的通知"


@pytest.mark.parametrize(
    ("front", "addressed", "field"),
    [
        ("关于报送总结的报告", "县人民政府：", "issued"),
        ("关于报送总结的报告\n（2020年12月30日）", "县人民政府：", "issued"),
        ("关于工作情况的汇报\n（2020年12月30日）", "各位领导：", "delivered"),
        ("关于工作情况的报告\n县长　李林", "同志们：", "delivered"),
        ("在全县大会上的讲话\n（2020年12月30日）", "今天开会。", "delivered"),
    ],
)
def test_a_report_sent_as_a_paper_bears_a_date_and_one_held_was_delivered(
    front: str, addressed: str, field: str
):
    signed = "" if "2020" in front else "\n白水县水利局\n2020年12月30日"
    assert document(front, f"{addressed}\n{TEXT}{signed}").dated == ("2020-12-30", field)


def test_an_unsigned_date_before_what_a_notice_sends_out_is_its_own():
    sent = "请认真执行。\n二○一三年二月一日\n白水县河道管理办法\n第一条　为管理河道，制定本办法。"
    found = document("关于印发《白水县河道管理办法》的通知\n各乡镇人民政府：", sent)
    assert (found.issued, found.issuer) == ("2013-02-01", "")
    chronicle = document("白水县抗洪大事记", "本县抗洪记事如下。\n2013年2月1日\n河水上涨。\n" + TEXT)
    assert not chronicle.issued


def test_the_record_of_a_page_says_what_the_document_does_not():
    record = (
        "发文机关：白水县水利局\n成文日期：2016年11月21日\n发文字号：白水利〔2016〕5号\n分    类：水利；通知"
    )
    found = document(f"{record}\n关于加强河道管理的通知\n各乡镇：")
    assert facts(found) == {
        "title": "关于加强河道管理的通知",
        "number": "白水利〔2016〕5号",
        "issuer": "白水县水利局",
        "issued": "2016-11-21",
        "kind": "notice",
    }


# --- plans, regulations, speeches ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        (
            "白水县\n城市更新规划\n（2021—2035年）\n白水县住房和城乡建设局\n2021年3月",
            {
                "title": "白水县城市更新规划",
                "issuer": "白水县住房和城乡建设局",
                "issued": "2021-03",
                "kind": "plan",
            },
        ),
        (
            "河东省水资源条例\n（2003年8月1日河东省第十届人民代表大会常务委员会第四次会议通过　"
            "根据2012年1月12日的决定第一次修正　2021年9月29日第二次修正）",
            {
                "title": "河东省水资源条例",
                "issuer": "河东省人民代表大会常务委员会",
                "adopted": "2003-08-01",
                "amended": "2021-09-29",
                "kind": "regulation",
            },
        ),
        (
            "在全省教育工作会议上的讲话\n（二〇一一年九月九日）\n李 林",
            {
                "title": "在全省教育工作会议上的讲话",
                "speaker": "李林",
                "delivered": "2011-09-09",
                "kind": "speech",
            },
        ),
        (
            "白水县国民经济和社会发展第十四个五年规划\n和二〇三五年远景目标纲要\n2021年1月9日白水县第八届\n"
            "人民代表大会第六次会议批准",
            {
                "title": "白水县国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要",
                "issuer": "白水县人民代表大会",
                "adopted": "2021-01-09",
                "kind": "plan",
            },
        ),
        (
            "分类管理名录\n（2021年版）\n生态环境部令 第16号",
            {
                "title": "分类管理名录",
                "number": "生态环境部令 第16号",
                "issuer": "生态环境部",
                "kind": "regulation",
            },
        ),
        (
            "共和国国民经济和社会发展规划纲要\n(2016年3月16日第十二届全国人民代表大会第四次会议批准)",
            {
                "title": "共和国国民经济和社会发展规划纲要",
                "issuer": "全国人民代表大会",
                "adopted": "2016-03-16",
                "kind": "plan",
            },
        ),
        (
            "中华人民共和国国务院令\n第 722 号",
            {
                "title": "中华人民共和国国务院令",
                "number": "第722号",
                "issuer": "中华人民共和国国务院",
                "kind": "decision",
            },
        ),
    ],
)  # fmt: skip
def test_plans_regulations_and_speeches(front: str, expected: dict[str, str]):
    assert facts(document(front)) == expected


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (
            "白水县国民经济和社会发展第十四个五年规划纲要",
            "（2021年2月6日白水县第八届人民代表大会批准）",
        ),
        (
            "关于做好今年冬季和明年春季全县清雪工作的通知",
            "各街道办事处，区各有关部门，各有关企业和事业单位：",
        ),
        ("请各单位结合实际，认真贯彻执行本办法的各项规定。", "白水县人民政府办公室"),
        ("白水县人民政府办公室", "2021年2月6日"),
    ],
)
def test_full_lines_of_a_front_are_not_run_together(above: str, below: str):
    """In a text broken at a fixed width, where a line that is full goes on in the next."""
    full = "城区更加美丽，市民的生活更加便利，交通更加通畅，空\n" * 12
    lines = [line.text for line in paragraphs(lines_of(f"{above}\n{below}\n{full}")[0], "wrapped")]
    assert lines[0] == above and lines[1].startswith(below)
    assert lines[1] == below or not below.endswith("：")


ROLES = {
    "title": """乡村振兴开新局 构建新发展格局 努力建设法治政府 白水县新闻记者职业道德规范
        2021年3月份居民消费价格情况 白水县“十四五”规划正式发布 商会会长章程 一二·九运动 校长任期规定
        关于任命李林为局长 高新区管理办法 方志敏精神 温州模式 市长办公会议纪要 为人民服务 宪法 金融工作
        国务院2021年立法工作计划 争做人民满意的好干部 第十四个五年规划纲要 2021年工作总结
        中央经济工作会议在北京举行 学习贯彻“七一”重要讲话精神 人民的好书记""",
    "speaker": """李林 欧阳文远 艾力·买买提 县长李林 国务院总理 白水县人民政府县长　李林 代市长　李　林
        中共白水县委书记、县人大常委会主任　李林 李林（白水县县长）""",
    "body": """国务院 白水县人民政府 白水县人大常委会办公室 河东省推进“一地”建设领导小组办公室
        中共白水县委　白水县人民政府 国家发展改革委、财政部 白水县人民法院""",
    "caption": """图为大会会场。 新华社记者　李林　摄 本报记者　李林　孙晓 人民日报评论员
        大会会场（李林摄）""",
    "note": """国发〔2020〕1号 （国办发[2020]1号） 白水县人民政府令第5号 ——团结奋斗 （试行）
        2021年1月9日人大会议通过""",
    "date": "2021年3月 （2021年3月4日） 二〇二一年三月 2021.3.4",
    "text": "各区人民政府： 同志们： 一、目标 前言 为了加强管理，制定本办法。 各位代表！",
}


@pytest.mark.parametrize(
    ("line", "role"), [(line, role) for role, lines in ROLES.items() for line in re.split("[ \n]+", lines)]
)
def test_what_a_line_above_the_text_is(line: str, role: str):
    assert role_of(line) == role


# --- what is no title ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "salutation",
    ["各位委员！", "各区人民政府：", "各学校:", "同志们、朋友们：", "各部委，各直属机构："],
)
def test_a_salutation_is_text_and_no_title(salutation: str):
    found = document(salutation)
    assert "title" not in facts(found) and found.text.startswith(salutation)
    assert found.parts[0].kind == "opening"


@pytest.mark.parametrize(
    "torn",
    [
        "白水县第四届人民代表大会常务委员会听取了县长李林所作的\n专项工作报告\n。会议认为，成绩很大。",
        "交通是本县经济的命脉，也是改善居民生活的重要的条\n件。为了加快发展，编制本规划。",
        "为贯彻落实省委的部署，加快发展现代农业、\n促进农民增收，制定本方案。",
    ],
)
def test_a_torn_first_sentence_is_put_together_and_no_title(torn: str):
    found = document(torn)
    assert "title" not in facts(found)
    first = next(part for part in found.parts if part.kind == "opening")
    assert found.text[first.start : first.end] == torn.replace("\n", "")
    named = document(f"白水县交通规划\n1\n{torn}")
    assert named.title == "白水县交通规划" and torn.replace("\n", "") in named.text


PAGES = (
    (
        "<title>某省启动丝路行 - 某省人民政府</title>",
        "<p>图为启动仪式。（李林摄）</p><p>活动在三国举办。</p>",
        ("某省启动丝路行", "page's title"),
    ),
    (
        "<title>首页</title>",
        "<h1>白水县人民政府</h1><h1>关于放假的通知</h1><p>各单位：</p><p>放假七天。</p>",
        ("关于放假的通知", "heading of the page"),
    ),
    (
        "<title>政策文件_关于清雪的通知_白水县</title>",
        "<p>关于清雪的通知</p><p>各单位：</p><p>及时清雪。</p>",
        ("关于清雪的通知", "above the text"),
    ),
    (
        "<title>李林调研春耕 - 白水县</title>",
        "<p>县里的事</p><p>图片新闻集锦</p><p>李林调研春耕</p><p>孙晓</p><p>今天，李林调研。</p>",
        ("李林调研春耕", "page's title"),
    ),
    (
        "<title>春耕时节 田间繁忙 - 白水县</title>",
        "<p>县里的事</p><p>春耕时节</p><p>田间繁忙</p><p>今天，春耕开始。</p>",
        ("春耕时节田间繁忙", "page's title"),
    ),
    ("<title>李林</title>", "<p>各单位：</p><p>及时清雪。</p>", ("x", FILE_NAME)),
)


@pytest.mark.parametrize(("head", "body", "expected"), PAGES)
def test_the_title_of_a_page(head: str, body: str, expected: tuple[str, str]):
    data = f"<html><head>{head}</head><body><div class='TRS_Editor'>{body}</div></body></html>"
    found = read_bytes(data.encode(), "x.html")
    assert (found.facts[0].value, found.facts[0].source) == expected


def test_the_marked_heading_is_the_title_wherever_debris_stands():
    found = read_bytes("首页 > 文件\n\n# 关于防汛的通知\n\n各镇：\n\n做好防汛。\n".encode(), "x.md")
    assert (found.title, reasons(found)) == ("关于防汛的通知", ["breadcrumb"])


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("市长　李林", "person's name"),
        ("甲" * 70, "70 characters"),
        ("白水县人民政府", "name of an authority"),
        ("白府发〔2016〕5号", "number or a note"),
        ("关闭窗口", "button"),
        ("各有关单位：", "salutation"),
    ],
)
def test_a_doubtful_title_is_a_problem(title: str, said: str):
    """A heading that a format marks is the title whatever it says; what speaks against it is told."""
    table = check(
        read_bytes(f"# {title}\n\n## 一、目标\n\n改善民生。\n\n## 二、保障\n\n加强领导。\n".encode(), "x.md")
    )
    assert table.loc[table["finding"] == "doubtful_title", "detail"].str.contains(said).tolist() == [True]
    assert (table["severity"] == "problem").any()


@pytest.mark.parametrize(
    ("line", "en", "zh"),
    [
        ("白水县交通规划", "title again", "重复的标题"),
        ("▲会场。（孙晓 摄）", "caption or reporter's line", "图片说明或记者署名"),
        ("【法宝引证码】 CLI.1.2", "head of a law database", "法规数据库页头"),
        ("分类号:BH21", "head of a newspaper page", "报纸版面信息"),
        ("×", "stray mark", "零散符号"),
        ("下载", "page tool", "网页按钮"),
        ("县情概览", "above the title", "标题之前的文字"),
    ],
)
def test_why_a_line_of_the_front_is_left_out_is_told_in_both_languages(line: str, en: str, zh: str):
    (row,) = check(document(f"{line}\n2016-01-02\n白水县交通规划")).query("text == @line").itertuples()
    assert (row.detail, row.detail_zh, row.severity) == (f"left out: {en}", f"未纳入正文：{zh}", "note")


def test_no_title_at_all_is_a_problem_of_a_long_document():
    found = document("各位代表：", "现在，我代表国务院报告工作。" * 200)
    assert check(found)["finding"].tolist() == ["no_title"]
    assert facts(found) == {"issuer": "国务院", "kind": "work report"}


def test_every_fact_says_where_it_was_found():
    found = document(
        "白水县水利局\n白水利〔2016〕5号\n关于清淤的通知\n各乡镇：", TEXT + "\n白水县水利局\n2016年3月4日"
    )
    assert about(found)[["field", "line", "source"]].values.tolist() == [
        ["title", 3, "above the text"],
        ["number", 2, "front"],
        ["issuer", 1, "red head or cover"],
        ["issued", 10, "signature"],
        ["kind", 0, "title"],
    ]


# --- properties ------------------------------------------------------------------------------------------

LINES = st.sampled_from(
    """下载 打印 【字号： 加大 】 首页>要闻 要闻 日报记者孙晓 ▲会场。（孙晓摄） 1 附件 周立群 市长　周立群
    2016年3月4日 白水县人民政府 白府发〔2016〕5号 （2016年1月2日县人大通过） ——在县人代会上 关于清淤的通知
    白水县交通规划 和二〇三五年远景目标 各乡镇： 各位代表！ 交通是经济的命脉，也是生活的条件 为此制定本规划。
    县长所作的 。会议认为，成绩很大。 一、目标 https://a.cn ×""".replace("\n    ", " ").split(" ")
)


@given(st.lists(LINES, min_size=1, max_size=12))
def test_no_line_of_a_front_is_lost_or_doubled_and_no_prose_is_a_title(lines: list[str]):
    raw = "\n".join([*lines, TEXT])
    found = read_text(raw, id="x")
    kept = found.text + "".join(drop.text for drop in found.dropped)
    assert sorted(re.sub(r"\s", "", kept)) == sorted(re.sub(r"\s", "", raw))
    titles = [found.text[part.start : part.end] for part in found.parts if part.kind == "title"]
    assert not any("。" in title or role_of(title) in ("speaker", "caption", "page") for title in titles)
    assert [part.start for part in found.parts] == sorted(part.start for part in found.parts)
    front = [part.line for part in found.parts if part.kind in ("title", "adoption")]
    assert front == sorted(front)


@given(st.text(alphabet="甲乙县规划的，。：、（）1年月日—", min_size=1, max_size=40))
def test_prose_is_never_a_title(line: str):
    try:
        found = document(f"{line}。{line}")
    except InputProblem:
        return
    assert not any(part.kind == "title" for part in found.parts)
