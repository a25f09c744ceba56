"""What a sentence promises a place: what is done for it or in it, and not with it, from it or by it."""

from __future__ import annotations

import pytest

from analysis.judgements.actions import actions
from tests.conftest import study_of


def promised(text: str, title: str = "甲市发展规划") -> dict[str, str]:
    rows = study_of(f"{title}\n一、主要任务\n{text}\n").table("places")
    return dict(zip(rows["place"], rows["actions"], strict=True))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("加强与江苏的能源合作。", "江苏"),  # with whom it is done
        ("深化与长三角、粤港澳大湾区等战略合作。", "粤港澳大湾区"),
        ("加强同京津冀协同发展、粤港澳大湾区建设等战略协作。", "粤港澳大湾区"),
        ("加快园区建设，与浙江联合实施综合开发。", "浙江"),
        ("深化我省与江苏对口合作。", "江苏"),
        ("主动对接京津冀协同发展、长江经济带发展。", "长江经济带"),  # what it joins
        ("主动融入西部陆海新通道。", "西部陆海新通道"),
        ("面向京津冀开展跨域通办。", "京津冀"),
        ("承接长三角、粤港澳大湾区产业转移。", "粤港澳大湾区"),  # where it comes from
        ("从上海、深圳引进数字人才。", "深圳"),
        ("推广麒麟区有机更新模式。", "麒麟区"),
        ("以疏解北京非首都功能为重点推进协同发展。", "北京"),  # by what it is done
        ("建设以山西无烟煤为原料的化肥基地。", "山西"),
        ("做强以昆明都市圈为龙头的城市群。", "昆明都市圈"),
        ("以西部陆海新通道建设为引领，完善设施。", "西部陆海新通道"),
        ("在长江经济带高质量发展中发挥更大作用。", "长江经济带"),
        ("实现与张家口市高频事项跨省通办。", "张家口市"),
        ("选派干部赴江苏、天津挂职。", "天津"),
        ("学习推广上海“一网统管”经验做法。", "上海"),
        ("把商洛建成秦岭康养基地。", "秦岭康养基地"),  # what another is made into
        ("长三角一体化发展示范区取得突破。", "长三角一体化发展示范区"),  # a part of the name is no verb
        ("引导东部企业到临夏投资。", "东部"),
        ("加强与陕西、宁夏交通互联。", "陕西"),
        ("引导东部地区产业向关中转移。", "东部地区"),
        ("突出习近平总书记对辽宁振兴发展的重要讲话精神。", "辽宁"),
        ("为辽宁振兴发展擘画蓝图。", "辽宁"),
        ("西南安全稳定屏障更加稳固。", "西南"),  # how something has become
        ("协同鞍山、营口等地区，打造经济走廊。", "鞍山"),  # who helps or takes part
        ("组织各部门和东部沿海地区，支援民族地区的建设。", "东部沿海地区"),
        ("把能力由东部沿海地区转到中西部地区。", "东部沿海地区"),  # from where it goes
        ("充分利用海南天然气和新疆伴生气建设化肥基地。", "海南"),  # what is only used
        ("以上海实践讲好中国故事。", "上海"),
        ("依托沪乍杭铁路与杭州、嘉兴等加强产业带建设。", "嘉兴"),
        ("在长江经济带发展、中部地区崛起中发挥更大作用。", "中部地区"),
        ("浦东新区打造引领区取得重大进展。", "浦东新区"),
        ("深化江苏城市结对合作帮扶皖北城市机制。", "江苏"),  # who helps another
        ("提升链接和运用江苏要素资源的能力。", "江苏"),
    ],
)
def test_what_is_done_with_from_or_by_a_place_is_not_promised_to_it(text: str, place: str):
    assert promised(text)[place] == ""


@pytest.mark.parametrize(
    ("text", "place", "action"),
    [
        ("在榆林建设国家级能源基地。", "榆林", "建设:国家级能源基地"),
        ("在临港新片区试点投资项目承诺制。", "临港新片区", "试点:投资项目承诺制"),
        ("在榆林、延安等地开展绿色电力试点。", "榆林", "开展:绿色电力试点"),
        (
            "建设沈阳、大连、辽西地区绿色算力中心。",
            "辽西地区",
            "建设:沈阳、大连、辽西地区绿色算力中心",
        ),
        ("推动苏州与无锡协同发展。", "无锡", "推动:苏州与无锡协同发展"),
        ("深化上海与江苏、沈阳与北京对口合作。", "沈阳", "深化:上海与江苏、沈阳与北京对口合作"),
        ("在海淀、经开区等区域布局算力设施。", "海淀", "布局:算力设施"),
        ("建设东庄水库、古贤水利枢纽。", "东庄水库", "建设:东庄水库、古贤水利枢纽"),
        ("引导西安院所向陕南陕北布局基地。", "陕北", "引导:西安院所向陕南陕北布局基地"),
        ("通州区、顺义区、大兴区要在2026年底前完成普查。", "通州区", "完成:普查"),
        ("把能力由沿海转到中西部地区。", "中西部地区", "转到:能力"),
        ("以青浦、浦东为重点，完善设施，推广经验。", "青浦", "完善:设施"),
        ("高校招生继续向中西部地区倾斜。", "中西部地区", "倾斜:高校招生"),
        ("向甘南、临夏两州倾斜财政资金。", "甘南", "倾斜:财政资金"),
        ("将石景山区列为试点区域。", "石景山区", "列为:石景山区"),
        ("申建芜湖空港保税物流中心。", "芜湖空港", "申建:芜湖空港保税物流中心"),
        ("拓展从淀山湖到滴水湖的文化轴。", "淀山湖", "拓展:从淀山湖到滴水湖的文化轴"),
        ("以青浦为重点推进更新改造。", "青浦", "推进:更新改造"),
        ("推广苏州跨境快速通关。", "苏州", "推广:苏州跨境快速通关"),
        (  # a place in what leads a clause is not where it is done
            "以临港新片区、张江科学城为核心加快东部板块建设。",
            "东部",
            "加快:东部板块建设",
        ),
        ("以疏解北京功能为“牛鼻子”推动京津冀发展。", "京津冀", "推动:京津冀发展"),
        ("组织好重庆成立周年庆祝活动。", "重庆", "组织:重庆成立周年庆祝活动"),
        ("预留川沙副中心用地。", "川沙副中心", "预留:川沙副中心用地"),
        ("新增扶贫投入向贫困地区倾斜。", "贫困地区", "倾斜:新增扶贫投入"),
        ("深化江苏城市结对合作帮扶甘南机制。", "甘南", "深化:江苏城市结对合作帮扶甘南机制"),
        ("加大西藏对口支援力度。", "西藏", "加大:西藏对口支援力度"),
        ("逐步形成以辽东半岛为主的环渤海综合经济圈。", "环渤海综合经济圈", "形成:环渤海综合经济圈"),
        (
            "（省发展改革委牵头，省交通运输厅、省民航机场集团、省港航集团按职责分工负责）推动合肥发展。",
            "合肥",
            "推动:合肥发展",
        ),
        ("依托浦东新区打造浦东新区引领区。", "浦东新区", "打造:浦东新区引领区"),
        ("推动浦东新区改革取得新突破。", "浦东新区", "推动:浦东新区改革取得新突破"),
        ("坚持以同城化理念打造武汉都市圈。", "武汉都市圈", "打造:武汉都市圈"),
    ],
)
def test_what_is_done_in_or_for_a_place_is_promised_to_it(text: str, place: str, action: str):
    assert promised(text)[place] == action


def test_what_goes_on_with_以及_is_promised_as_well():
    found = promised("鼓励支持嘉定地区，以及青浦等城镇发展。")
    assert found["青浦"] == found["嘉定地区"] == "鼓励支持:嘉定地区，以及青浦等城镇发展"


def test_a_list_of_places_goes_on_behind_a_comma():
    found = promised("重点治理淮河、辽河，太湖、巢湖和滇池的污染。")
    assert set(found.values()) == {"治理:淮河、辽河，太湖、巢湖和滇池的污染"}
    apart = promised("重点治理淮河、辽河，太湖、巢湖推进生态修复。")
    assert apart["辽河"] == "治理:淮河、辽河" and apart["太湖"] == "推进:生态修复"


def test_a_half_width_comma_ends_a_clause_as_well():
    assert promised("鼓励支持嘉定地区,以及青浦等城镇发展。")["青浦"]
    assert promised("支持临夏发展,引导企业向甘南投资。")["临夏"] == "支持:临夏发展"


def test_the_place_of_the_document_keeps_what_is_done_with_another():
    found = promised("深化上海与大连合作。", title="上海市发展规划")
    assert found == {"上海": "深化:上海与大连合作", "大连": ""}


def test_of_a_province_and_a_city_of_another_the_province_is_the_partner():
    found = promised("落实上海与六安对口合作机制。", title="安徽省发展规划")
    assert found == {"上海": "", "六安": "落实:上海与六安对口合作机制"}


def test_background_and_what_is_over_promise_nothing():
    assert promised("在榆林开展试点的基础上，完善制度。")["榆林"] == ""
    assert promised("去年在榆林建设了能源基地。")["榆林"] == ""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("在铜仁、毕节建设材料产业基地。", ["建设:材料产业基地"]),
        ("在临港新片区试点投资项目承诺制。", ["试点:投资项目承诺制"]),
        ("在全面建设现代化国家新征程中奋勇争先。", []),
        ("在市场准入、投资建设、要素流动等方面破题。", []),
        ("在浦东开展试点的基础上，推广经验。", ["推广:经验"]),
    ],
)
def test_behind_where_it_is_done_stands_what_is_done(text: str, found: list[str]):
    assert [one.written for one in actions(text)] == found
