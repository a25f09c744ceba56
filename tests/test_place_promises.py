"""What a sentence promises a place: what is done for it or in it, and not with it, from it or by it."""

from __future__ import annotations

import pytest

from analysis.judgements.actions import actions
from tests.conftest import study_of


def promised(text: str, title: str = "甲市发展规划") -> dict[str, str]:
    rows = study_of(f"{title}\n一、主要任务\n{text}\n").table("places", all_rows=True)
    return dict(zip(rows["place"], rows["actions"], strict=True))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("面向京津冀开展跨域通办。", "京津冀"),
        ("从上海、深圳引进数字人才。", "深圳"),
        ("推广麒麟区有机更新模式。", "麒麟区"),
        ("以疏解北京非首都功能为重点推进协同发展。", "北京"),  # by what it is done
        ("建设以山西无烟煤为原料的化肥基地。", "山西"),
        ("做强以昆明都市圈为龙头的城市群。", "昆明都市圈"),
        ("以西部陆海新通道建设为引领，完善设施。", "西部陆海新通道"),
        ("在长江经济带高质量发展中发挥更大作用。", "长江经济带"),
        ("选派干部赴江苏、天津挂职。", "天津"),
        ("学习推广上海“一网统管”经验做法。", "上海"),
        ("把商洛建成秦岭康养基地。", "秦岭康养基地"),  # what another is made into
        ("长三角一体化发展示范区取得突破。", "长三角一体化发展示范区"),  # a part of the name is no verb
        ("引导东部企业到临夏投资。", "东部"),
        ("引导东部地区产业向关中转移。", "东部地区"),
        ("突出习近平总书记对辽宁振兴发展的重要讲话精神。", "辽宁"),
        ("为辽宁振兴发展擘画蓝图。", "辽宁"),
        ("西南安全稳定屏障更加稳固。", "西南"),  # how something has become
        ("组织各部门和东部沿海地区，支援民族地区的建设。", "东部沿海地区"),
        ("把能力由东部沿海地区转到中西部地区。", "东部沿海地区"),  # from where it goes
        ("充分利用海南天然气和新疆伴生气建设化肥基地。", "海南"),  # what is only used
        ("以上海实践讲好中国故事。", "上海"),
        ("依托沪乍杭铁路与杭州、嘉兴等加强产业带建设。", "嘉兴"),
        ("依托铁路与杭州等加强环杭州湾产业带建设。", "杭州"),
        ("推动以上海、南京、杭州和合肥等城市为主要节点的长三角创新圈建设。", "合肥"),
        ("抓住虹桥商务区建设重大机遇。", "虹桥商务区"),
        ("在长江经济带发展、中部地区崛起中发挥更大作用。", "中部地区"),
        ("浦东新区打造引领区取得重大进展。", "浦东新区"),
        ("深化江苏城市结对合作帮扶皖北城市机制。", "江苏"),  # who helps another
        ("提升链接和运用江苏要素资源的能力。", "江苏"),
        ("推动企业入驻江苏产业互联网平台。", "江苏"),  # what is used or joined
        ("用好上海数据交易网络。", "上海"),
        ("谱写中国式现代化江西篇章。", "江西"),  # who makes or shows it
        ("打造生态文明建设贵州样板。", "贵州"),
        ("深化“枫桥经验”山西实践。", "山西"),
        ("讲好全面振兴的吉林故事。", "吉林"),
        ("探索具有厦门特色的改革举措。", "厦门"),
        ("提升服务长三角的能力。", "长三角"),  # whom another serves
        ("发挥南京引领长三角开放的作用。", "长三角"),
        ("谴责长期霸占台湾，恢复制造“两个中国”的阴谋。", "台湾"),
        ("以雄安新区为抓手推进北京发展。", "雄安新区"),  # by what it is done
        ("实现主要枢纽120分钟可达长三角城市。", "长三角"),
        ("绝不允许任何人把台湾从祖国分割出去。", "台湾"),
        ("分裂势力企图改变大陆和台湾的现状。", "台湾"),
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
        ("打造中山公园文化圈、虹桥文化圈。", "中山公园文化圈", "打造:中山公园文化圈"),
        ("建设云南、贵州磷肥基地和青海钾肥基地。", "云南", "建设:云南、贵州磷肥基地"),
        ("支持沈阳建设航空基地、大连建设造船基地。", "沈阳", "支持:沈阳建设航空基地"),
        ("推动长乐国际机场二期、翔安国际机场通航。", "翔安国际机场", "推动:翔安国际机场通航"),
        (  # whose verb stands at the end of the list
            "推动长乐国际机场二期、翔安国际机场通航。",
            "长乐国际机场",
            "推动:长乐国际机场二期、翔安国际机场通航",
        ),
        ("推进长江、淮河等保护治理。", "长江", "推进:长江、淮河等保护治理"),  # a noun of both
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
        ("组织好重庆成立周年庆祝活动。", "重庆", "组织好:重庆成立周年庆祝活动"),
        (
            "推动以上海、南京等城市为主要节点的长三角创新圈建设。",
            "长三角",
            "推动:以上海、南京等城市为主要节点的长三角创新圈建设",
        ),
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
        ("依托浦东打造浦东新区引领区。", "浦东新区引领区", "打造:浦东新区引领区"),
        ("推动浦东新区改革取得新突破。", "浦东新区", "推动:浦东新区改革取得新突破"),
        ("坚持以同城化理念打造武汉都市圈。", "武汉都市圈", "打造:武汉都市圈"),
        ("放大溢出带动效应和虹桥商务区功能。", "虹桥商务区", "放大:溢出带动效应和虹桥商务区功能"),
        ("发挥南京引领长三角开放的作用。", "南京", "发挥:南京引领长三角开放的作用"),
        ("服务长三角发展。", "长三角", "服务:长三角发展"),
        ("深化内地与港澳地区交流合作。", "港澳地区", "深化:内地与港澳地区交流合作"),
        ("支持厦门特色产业发展。", "厦门", "支持:厦门特色产业发展"),
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
    assert found == {"上海": "深化:上海与大连合作", "大连": "深化:上海与大连合作"}


def test_the_place_of_the_document_is_promised_nothing_by_what_it_must_do_itself():
    assert promised("上海要勇于突破，提升能级。", title="上海市发展规划")["上海"] == ""
    assert promised("努力以上海发展更好服务全国大局。", title="上海市发展规划")["上海"] == ""
    assert promised("推动上海提升能级。", title="上海市发展规划")["上海"] == "推动:上海提升能级"


def test_what_a_province_and_a_city_of_another_do_together_is_of_both():
    found = promised("落实上海与六安对口合作机制。", title="安徽省发展规划")
    assert found == dict.fromkeys(("上海", "六安"), "落实:上海与六安对口合作机制")


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


def test_a_list_that_begins_a_clause_is_a_topic_and_so_is_what_is_in_focus():
    found = promised("郑州、洛阳等市要加快转型，培育产业集群。")
    assert found == dict.fromkeys(("郑州", "洛阳"), "加快:转型 | 培育:产业集群")
    found = promised("聚焦昆明、曲靖两市，完善交通网络。")
    assert found == dict.fromkeys(("昆明", "曲靖"), "完善:交通网络")
    found = promised("聚焦昆明、曲靖等重点区域建设，完善剧院功能。")
    assert not any(found.values())


def test_all_that_stands_behind_a_title_is_told_of_it_to_the_next():
    found = promised("嘉定新城：深化承载区建设；提升设施功能。青浦新城：打造综合节点。")
    assert found["嘉定新城"] == "深化:承载区建设 | 提升:设施功能"
    assert promised("嘉定新城加快建设；完善市级设施。")["嘉定新城"] == "加快:建设"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("落实西部开发战略部署。", {"西部": "落实:西部开发战略部署"}),
        ("贯彻中央关于西部开发的战略部署。", {"西部": "贯彻:中央关于西部开发的战略部署"}),
        ("在西部落实党中央战略部署。", {"西部": ""}),  # a doctrine of no place
    ],
)
def test_what_is_laid_down_for_a_place_is_promised_to_it(text: str, told: dict[str, str]):
    assert promised(text) == told


@pytest.mark.parametrize(
    ("text", "place", "actions_"),
    [
        ("对襄阳，重点支持循环经济；对荆州，完善港口。", "襄阳", "支持:循环经济"),
        ("针对大连，完善轨道交通。", "大连", "完善:轨道交通"),
        ("在宜昌、荆州，重点发展精细化工。", "荆州", "发展:精细化工"),
        ("以大连为支点，构建面向东北亚的通道。", "大连", "构建:面向东北亚的通道"),
        ("下真功整治滇池水污染。", "滇池", "整治:滇池水污染"),
        ("动真格治理巢湖流域污染。", "巢湖流域", "治理:巢湖流域污染"),
        ("集中力量治理淮北平原地面沉降。", "淮北平原", "治理:淮北平原地面沉降"),
        ("在大连期间，完善服务。", "大连", ""),
        ("从大连来看，完善服务。", "大连", ""),
    ],
)
def test_the_next_clause_does_for_a_place_what_the_first_says_it_is_about(
    text: str, place: str, actions_: str
):
    assert promised(text)[place] == actions_


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "启动会昌至瑞金、续建南丰至广昌等铁路。",
            {"会昌至瑞金": "启动:会昌至瑞金", "南丰至广昌": "续建:南丰至广昌等铁路"},
        ),
        ("贯通会昌至瑞金等省道。", {"会昌至瑞金": "贯通:会昌至瑞金等省道"}),
        ("扩建会昌至瑞金等一级公路。", {"会昌至瑞金": "扩建:会昌至瑞金等一级公路"}),
        ("扩建赣州至于都公路。", {"赣州至于都公路": "扩建:赣州至于都公路"}),
        ("推动产业由会昌向瑞金等县转移。", {"会昌": "", "瑞金": ""}),
    ],
)
def test_a_way_to_a_place_is_one_with_its_own_verb(text: str, told: dict[str, str]):
    assert set(promised(text)) == set(told)
    assert all(not what or promised(text)[place] == what for place, what in told.items())


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("推进淮河重点生态区湿地修复。", "淮河重点生态区"),
        ("推进辽河源重点保护区修复。", "辽河源重点保护区"),
        ("推进淮河重点区域治理。", "淮河"),
        ("推进淮河重点项目建设。", "淮河"),
    ],
)
def test_a_river_with_its_zone_is_one_place(text: str, place: str):
    assert list(promised(text)) == [place]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("推进遵义普惠金融改革试验区建设。", "遵义普惠金融改革试验区"),
        ("设立毕节要素市场化配置改革试验区。", "毕节要素市场化配置改革试验区"),
        ("支持襄阳生态产品价值实现示范区建设。", "襄阳生态产品价值实现示范区"),
        ("支持襄阳建设普惠金融改革试验区。", "襄阳"),  # what it builds
        ("支持襄阳争创生态产品价值实现示范区。", "襄阳"),
    ],
)
def test_a_zone_of_a_reform_is_one_whatever_its_field(text: str, place: str):
    assert list(promised(text)) == [place]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("整治湘江株洲段排污口。", "湘江株洲段"),
        ("开展汾河（临汾段）生态修复。", "汾河（临汾段）"),
        ("提升赣江新区能级。", "赣江新区"),
    ],
)
def test_a_stretch_of_a_river_is_one_place(text: str, place: str):
    assert list(promised(text)) == [place]


def test_what_is_supported_with_a_partner_is_told_whole_of_both():
    told = promised("支持葫芦岛、朝阳等市与京津冀地区开展经济技术交流合作。")
    assert set(told.values()) == {"支持:葫芦岛、朝阳等市与京津冀地区开展经济技术交流合作"} and len(told) == 3
    assert promised("推动洛阳机场二期、开封机场通航。")["开封机场"] == "推动:开封机场通航"


def test_lines_that_come_each_by_itself_have_their_own_share():
    told = promised("确保地铁4号线载客运营、地铁3号线通车试运行。")
    assert told == {"地铁4号线": "确保:地铁4号线载客运营", "地铁3号线": "确保:地铁3号线通车试运行"}
