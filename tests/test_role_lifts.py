"""Roles in the noun behind the places, by designation, and one for each behind 分别."""

from __future__ import annotations

import pytest

from tests.conftest import study_of


def given(text: str) -> dict[str, str]:
    rows = study_of(f"甲市发展规划\n一、主要任务\n{text}\n").table("places", all_rows=True)
    return {place: role for place, role in zip(rows["place"], rows["role"], strict=True) if role}


def test_a_base_of_a_trade_is_a_role_and_so_are_both_of_two():
    title, task = "甲市发展规划\n一、主要任务\n", "加快长沙综合保税区申报和建设，打造"
    for built, told in (
        ("外贸转型升级示范基地和出口创新基地", "外贸转型升级示范基地 | 出口创新基地"),
        ("大学生创业示范基地", ""),
    ):
        rows = study_of(f"{title}{task}{built}。\n").table("places", all_rows=True)
        assert rows["role"].tolist() == [told]
    rows = study_of(f"{title}加强沈阳、大连区域性金融中心建设。\n").table("places", all_rows=True)
    assert rows["role"].tolist() == ["区域性金融中心"] * 2
    rows = study_of(f"{title}加强沈阳、大连养老服务中心建设。\n").table("places", all_rows=True)
    assert set(rows["role"]) <= {""}


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("建设合肥、芜湖国家物流枢纽。", {"合肥": "国家物流枢纽", "芜湖": "国家物流枢纽"}),
        ("做强襄阳、宜昌等区域中心城市。", {"襄阳": "区域中心城市", "宜昌": "区域中心城市"}),
        ("提升天津、青岛两大国际航运中心的能级。", {"天津": "国际航运中心", "青岛": "国际航运中心"}),
        ("提升芜湖省域副中心能级。", {"芜湖": "省域副中心"}),
        ("建设云南、贵州磷肥基地。", {"云南": "磷肥基地", "贵州": "磷肥基地"}),
        (
            "推动成都、重庆一体化打造世界级旅游目的地。",
            {"成都": "世界级旅游目的地", "重庆": "世界级旅游目的地"},
        ),
        ("宜昌打造世界旅游名城取得积极成效。", {"宜昌": "世界旅游名城"}),
        ("黄山市被命名为国家森林城市。", {"黄山市": "国家森林城市"}),
        (
            "支持泉州、宁德两市打造世界级旅游目的地。",
            {"泉州": "世界级旅游目的地", "宁德": "世界级旅游目的地"},
        ),
        ("安庆入选国家历史文化名城。", {"安庆": "国家历史文化名城"}),
        ("滁州入选全国首批碳达峰试点城市。", {"滁州": "全国首批碳达峰试点城市"}),
        (
            "支持沈阳建设国际航空产业基地、大连建设世界级造船基地。",
            {"沈阳": "国际航空产业基地", "大连": "世界级造船基地"},
        ),
        (
            "建设福州、厦门全国海洋经济发展示范区。",
            dict.fromkeys(("福州", "厦门"), "全国海洋经济发展示范区"),
        ),
        ("推进福州服务业扩大开放综合试点。", {"福州": "服务业扩大开放综合试点"}),
        ("滁州、池州等5个城市入选国家碳达峰试点。", dict.fromkeys(("滁州", "池州"), "国家碳达峰试点")),
        ("支持铁岭打造农产品精深加工基地。", {"铁岭": "农产品精深加工基地"}),
        ("支持沈阳、大连建设“无废城市”。", dict.fromkeys(("沈阳", "大连"), "“无废城市”")),
        ("将洛阳、襄阳列为省域副中心城市。", dict.fromkeys(("洛阳", "襄阳"), "省域副中心城市")),
        ("把海南建成具有世界影响力的自由贸易港。", {"海南": "具有世界影响力的自由贸易港"}),
        ("加快南宁面向东盟的国际大通道建设。", {"南宁": "面向东盟的国际大通道"}),
        (
            "支持湛江加快建设省域副中心城市、打造沿海重要发展极。",
            {"湛江": "省域副中心城市 | 沿海重要发展极"},
        ),
        ("推动芜湖列入国家物流枢纽建设名单。", {"芜湖": "国家物流枢纽"}),
        ("推动蚌埠获批国家骨干冷链物流基地。", {"蚌埠": "国家骨干冷链物流基地"}),
        ("为芜湖建设省域副中心城市而不懈奋斗。", {"芜湖": "省域副中心城市"}),
        ("支持福州、丁山等地率先建设美丽城市。", {"福州": "美丽城市"}),
        (
            "支持襄阳、宜昌分别成为汉江流域、长江中上游区域性中心城市。",
            {"襄阳": "汉江流域区域性中心城市", "宜昌": "长江中上游区域性中心城市"},
        ),
        (  # what all share is more than the head
            "遵义、毕节分别入选国家智慧物流、绿色农业试点城市。",
            {"遵义": "国家智慧物流试点城市", "毕节": "绿色农业试点城市"},
        ),
        (
            "安顺、铜仁分别获批国家海绵设施、乡村养老试点县。",
            {"安顺": "国家海绵设施试点县", "铜仁": "乡村养老试点县"},
        ),
        ("布局遵义、毕节等茶叶加工聚集区。", dict.fromkeys(("遵义", "毕节"), "茶叶加工聚集区")),
        ("落实贵阳国际会展名城建设重点任务。", {"贵阳": "国际会展名城"}),
        ("以贵阳区域创新高地建设为牵引，发展软件业。", {"贵阳": "区域创新高地"}),
        ("洱海、滇池两大生态屏障持续巩固。", {"洱海": "生态屏障", "滇池": "生态屏障"}),
        ("增强遵义、毕节两大支点的带动力。", {"遵义": "支点", "毕节": "支点"}),
        ("推进老街更新和遵义、毕节等区域中心城市建设。", dict.fromkeys(("遵义", "毕节"), "区域中心城市")),
    ],
)
def test_a_role_is_told_by_the_noun_behind_the_places(text: str, roles: dict[str, str]):
    assert given(text) == roles


@pytest.mark.parametrize(
    "text",
    [
        "支持襄阳、宜昌、荆州分别成为汉江流域、长江中上游区域性中心城市。",  # whose is whose is unsaid
        "提升上海重要门户的枢纽功能。",  # who is the gateway of Shanghai
        "建设西部金融中心。",  # in a region
        "建设合肥老年医学中心。",  # a house
        "打造生态文明建设安徽样板。",
        "河岸全线贯通，入选全国首批示范城市。",
        "提升合肥、芜湖服务能力。",
        "支持沈阳建设技能实训基地、大连建设养老服务中心。",  # houses in them
        "支持沈阳打造“江南庭院、水乡客厅”。",
        "推进拉萨、日喀则等重点城市建设。",  # it says only that they are chosen
        "在沈阳建设国家级产业基地。",
        "开展汽车换电试点，支持合肥企业。",
        "提升遵义、毕节两大城市的治理能力。",  # a kind
        "建设遵义、毕节等少数民族聚集区。",
        "以贵阳大数据中心建设为抓手，发展软件业。",  # a house
        "推进老街更新和遵义、毕节等地公路建设。",
        "高质量创建国家乡村振兴示范县。",
    ],
)
def test_no_role_is_lifted(text: str):
    assert not given(text)


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("筑牢长江上游重要生态屏障，守护重庆山水。", {"重庆": "长江上游重要生态屏障"}),
        ("建设教育强省、健康重庆。", {"重庆": "教育强省"}),
        ("筑牢安全生产屏障，守护重庆平安。", {}),  # of nothing but its own safety
        ("开展智能网联汽车试点，推动重庆发展。", {}),
    ],
)
def test_what_guards_more_than_itself_is_a_role_of_the_place_of_the_document(
    text: str, roles: dict[str, str]
):
    rows = study_of(f"重庆市发展规划\n一、主要任务\n{text}\n").table("places", all_rows=True)
    assert {place: role for place, role in zip(rows["place"], rows["role"], strict=True) if role} == roles


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("增强襄阳、宜昌两大增长极的辐射能力。", {"襄阳、宜昌": "增长极"}),  # what such a one can do
        ("发挥遵义、毕节两大高地的引领作用。", {"遵义、毕节": "高地"}),
        ("提升襄阳省域副中心城市的带动能力。", {"襄阳": "省域副中心城市"}),
        ("推动襄阳、宜昌两大增长极的协同发展。", {"襄阳、宜昌": "增长极"}),
        ("抓好大连全球研发中心城市建设重点工作。", {"大连": "全球研发中心城市"}),
        ("遵义、仁怀等5个县区获评国家全域旅游示范区。", {"遵义、仁怀": "国家全域旅游示范区"}),
        ("遵义、毕节等4个设区市入选国家黑土地保护试点。", {"遵义、毕节": "国家黑土地保护试点"}),
        ("遵义、毕节等2地建成国家全域旅游示范区。", {"遵义、毕节": "国家全域旅游示范区"}),
        ("遵义被国务院列为国家历史文化名城。", {"遵义": "国家历史文化名城"}),
        ("遵义获得国家森林城市称号。", {"遵义": "国家森林城市"}),
    ],
)
def test_a_role_is_told_by_what_it_can_do_and_by_honours(text: str, roles: dict[str, str]):
    assert given(text) == {one: role for listed, role in roles.items() for one in listed.split("、")}


@pytest.mark.parametrize(
    "text",
    [
        "提升襄阳、宜昌两大医院的服务能力。",  # houses in them
        "遵义企业获得国家级平台支持。",
        "遵义被国务院通报。",
        "抓好襄阳学校建设重点工作。",
    ],
)
def test_no_role_is_told_by_a_house_or_what_one_gets(text: str):
    assert not given(text)


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("襄阳要建好汉江流域中心城市。", {"襄阳": "汉江流域中心城市"}),
        ("支持宜昌争当三省边际中心城市。", {"宜昌": "三省边际中心城市"}),
        ("大连要争做转型发展标杆。", {"大连": "转型发展标杆"}),
        ("大连要勇当海洋经济先锋。", {"大连": "海洋经济先锋"}),
        ("支持沈阳建设综合性国家科学中心。", {"沈阳": "综合性国家科学中心"}),
        ("沈阳要建好学校、医院。", {}),
        ("沈阳要建好三甲医疗中心。", {}),
    ],
)
def test_a_role_is_what_a_place_strives_for(text: str, roles: dict[str, str]):
    assert given(text) == roles


def roles_of(text: str) -> dict[str, str]:
    rows = study_of(f"江西省发展规划\n一、主要任务\n{text}\n").table("places", all_rows=True)
    return dict(zip(rows["place"], rows["role"], strict=True))


def test_what_places_of_a_list_are_made_into_is_their_role():
    told = roles_of("将萍乡、新余建成赣湘开放合作重点区域，将九江建成长江经济带重要节点城市。")
    assert told["萍乡"] == told["新余"] == "赣湘开放合作重点区域"
    assert told["九江"] == "长江经济带重要节点城市"


def test_clauses_that_follow_from_what_is_supported_give_it_more_roles():
    told = roles_of("支持上饶发展旅游康养产业，打造对接长三角的先行区，建设区域中心城市。")
    assert told["上饶"] == "对接长三角的先行区 | 区域中心城市"
    assert roles_of("支持上饶发展旅游，加强领导，建设区域中心城市。")["上饶"] == ""
    told = roles_of("支持青岛构建新体制，真正成为山东开放发展的桥头堡，建设开放现代的国际大都市。")
    assert told["青岛"] == "山东开放发展的桥头堡 | 开放现代的国际大都市"
    assert roles_of("支持景德镇办好博览会，打造国际瓷都。")["景德镇"] == "国际瓷都"


def test_a_zone_is_made_into_one_for_something():
    told = roles_of("全力加快东部科技新城建设，打造城市空间拓展区、创新要素聚集区。")
    assert told == {"东部科技新城": "城市空间拓展区 | 创新要素聚集区"}
    assert roles_of("加快东部科技新城建设，建设金融集聚区。")["东部科技新城"] == ""
    assert roles_of("支持南昌创建国家VR创新中心。")["南昌"] == ""
    assert roles_of("支持南昌建设国家科技创新中心。")["南昌"] == "国家科技创新中心"


def test_where_places_are_to_turn_is_their_role():
    told = roles_of("推进江宁开发区、溧水开发区向高端制造业基地、新兴产业基地转型。")
    assert set(told.values()) == {"高端制造业基地 | 新兴产业基地"} and len(told) == 2
    assert roles_of("推动上海由制造业中心向创新中心转变。")["上海"] == ""
    assert roles_of("推动洛阳产业向中高端迈进。")["洛阳"] == ""


def test_what_several_zones_are_a_cluster_of_is_their_role():
    told = roles_of("打造海峡金融商务区、闽江北岸中央商务区等现代服务业集聚区。")
    assert set(told.values()) == {"现代服务业集聚区"} and len(told) == 2
    assert roles_of("打造闽江北岸中央商务区现代服务业集聚区。").get("闽江北岸中央商务区", "") == ""


def test_a_zone_with_a_title_strives_for_no_other_and_a_dam_is_no_role():
    told = roles_of("加快建设合肥国家人工智能试验区，争创国家数字经济试验区。")
    assert set(told.values()) == {""}
    assert roles_of("支持洛阳发展，争创国家数字经济试验区。")["洛阳"] == "国家数字经济试验区"
    assert set(roles_of("支持锦江区发展，建设团结水利枢纽。").values()) == {""}


def test_a_centre_for_many_countries_is_a_role_and_one_for_the_old_is_none():
    assert roles_of("支持长春建设东北亚区域性金融服务中心。")["长春"] == "东北亚区域性金融服务中心"
    assert roles_of("支持长春建设养老服务中心。")["长春"] == ""
    told = roles_of("推进嘉定、松江G60科创走廊等科创中心重要承载区特色发展。")
    assert told["松江G60科创走廊"] == "科创中心重要承载区"
