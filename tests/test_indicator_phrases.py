"""How far the phrase goes that names what a number measures: its coordinated parts, and no verb."""

from __future__ import annotations

import pytest

from analysis.setup import Setup
from tests.test_dealt_indicators import measured


@pytest.fixture(scope="module")
def setup() -> Setup:
    return Setup()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("帮助120万名失业人员和就业困难人员实现就业", "失业人员和就业困难人员"),
        ("通达127个国家和地区", "国家和地区"),
        ("建成10座特色公园和郊野公园", "特色公园和郊野公园"),
        ("制定70项食品、药品和其他消费品安全标准", "食品、药品和其他消费品安全标准"),
        # what has a number of its own, or is of another row, is no part of it
        ("新增甲类企业和乙类工厂各5家", "新增甲类企业和乙类工厂"),
        ("实施六大攻坚行动和房地产八大提升行动", "攻坚行动"),
        ("实施七大专项行动和第四批合作项目", "专项行动"),
        ("对两国人民和世界和平都是有益的", "人民和世界和平"),
        ("针对2070种进口商品和5年内降幅较大的5048种商品", "进口商品"),
        ("应对9轮强降雨、秋汛和大范围高温", "强降雨"),
        ("形成两个物流基地和外高桥、芦潮港两处节点站", "物流基地"),
        ("具备二十万千瓦抽水蓄能机组和四万千瓦贯流式机组", "抽水蓄能机组"),
    ],
)
def test_what_is_coordinated_is_whole(setup: Setup, text: str, name: str):
    assert measured(setup, text)[0] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("转化科研成果328项", "科研成果"),
        ("更新住宅老旧电梯6193部", "住宅老旧电梯"),
        ("提请审议地方性法规10件", "地方性法规"),
        ("资助家庭经济困难学生180万人次", "家庭经济困难学生"),
        ("累计发送旅客6400万人次", "旅客"),
        ("转移支付规模达10亿元", "转移支付规模"),
        ("更新改造项目12个", "更新改造项目"),
        ("接待游客人次增长10%", "接待游客人次"),
        ("城乡居民基础养老金最低标准调增11.8%", "城乡居民基础养老金最低标准"),
        ("经济总量相当于2015年的2.3倍", "经济总量"),
        ("生产总值年均增长4.5%，高于“十三五”时期1.2个百分点", "生产总值"),
        ("实际使用外资比“十三五”时期增长78.9%", "实际使用外资"),
        ("100多项改革经验受到肯定和推广", "改革经验"),
        ("3所高职高专升格本科", "高职高专"),
        ("600个新型公共文化空间投入使用", "新型公共文化空间"),
        ("健全两级财政资金投入机制", "财政资金投入机制"),
        ("5大支柱产业迈入万亿级规模", "支柱产业"),
        ("财政赤字规模比去年增加1万亿元", "财政赤字规模"),
        ("今明两年职业技能培训3500万人次", "职业技能培训"),
        ("建立覆盖城乡的基层救援队伍2300支", "基层救援队伍"),
        ("工业机器人密度达到每万名职工380台", "工业机器人密度"),
        ("成功处置高风险中小银行23家", "高风险中小银行"),
        ("社会组织发展到3万家", "社会组织"),
        ("居民收入增速快于经济增速1个百分点", "居民收入增速"),
        ("服务进出口占外贸比重提高至18%", "服务进出口占外贸比重"),
        ("主导产业集中度提升至55%", "主导产业集中度"),
        ("争取超长期特别国债支持项目120个", "超长期特别国债支持项目"),
        ("全市累计建成绿色工厂36家", "绿色工厂"),
        ("纯收入达到2万元，增速比全市农村居民高3个百分点", "纯收入增速"),
        ("18个民族县发展特色产业", "民族县"),
    ],
)
def test_no_verb_is_part_of_it(setup: Setup, text: str, name: str):
    assert measured(setup, text)[-1] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("设立总规模500亿元的产业投资基金", "产业投资基金总规模"),
        ("六大高耗能行业增加值占比降至22%", "高耗能行业增加值占比"),
        ("5个县区财政收入突破50亿元", "县区财政收入"),
        ("公共预算收入增长2%、支出首次超过7000亿元", "公共预算支出"),
        ("居民人均可支配收入保持全国领先，超过7万元", "居民人均可支配收入"),
        ("产业结构调整为6∶40∶54", "产业结构"),
        ("出口机电产品4500亿元，占出口总额的58%", "出口机电产品占出口总额"),
        ("中欧班列全年开行4000列", "中欧班列"),
        ("固定资产投资增速由负转正，增长4%", "固定资产投资增速"),
        ("1000户以上自然村通路比例超过85%", "1000户以上自然村通路比例"),
        ("村集体收入超过20万元，其中50万元以上的村占比达35%", "50万元以上的村占比"),
        ("每千名65岁以上老年人拥有床位42张", "每千名65岁以上老年人拥有床位"),
        ("对参加展会的企业按展位费的70%给予补助", "展位费"),
        ("办理时限压缩70%", "办理时限"),
        ("全区完成固定资产投资680亿元", "固定资产投资"),
        ("门诊费用实现直接结算，惠及5700万人次", ""),
    ],
)
def test_a_side_has_the_thing_that_it_is_of(setup: Setup, text: str, name: str):
    assert measured(setup, text)[-1] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“医检互认”累计为群众节省医疗费用3亿元", "医疗费用"),
        ("保险业为全社会提供风险保障120万亿元", "风险保障"),
        ("为各类经营主体新增减税降费260亿元", "减税降费"),
        ("盘活低效用地2万亩", "低效用地"),
        ("带动就地就业36万人", "就业"),
        ("派出各类劳务人员1万人", "各类劳务人员"),
        ("以旧换新带动汽车、家电等消费3000亿元", "汽车、家电等消费"),
    ],
)
def test_whoever_brings_it_is_no_part_of_it(setup: Setup, text: str, name: str):
    assert measured(setup, text)[-1] == name


def test_a_count_is_of_things_and_the_next_number_of_their_side(setup: Setup):
    assert measured(setup, "74个国控断面水质优良比例达到95%") == ["国控断面", "国控断面水质优良比例"]
    assert measured(setup, "三大主导产业营业收入占规上工业比重达62%") == [
        "主导产业",
        "主导产业营业收入占规上工业比重",
    ]
    assert measured(setup, "八类暴力案件破案率100%") == ["暴力案件", "暴力案件破案率"]
    assert measured(setup, "推动25个县建成“便民生活圈”320个") == ["县", "“便民生活圈”"]
    assert measured(setup, "给予100万元、200万元奖励") == ["奖励", "奖励"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("一般贸易规模大幅提升、加工贸易规模下降三成", ["加工贸易规模"]),
        ("中央财政用于教育的投入，将由去年的107亿元增加到156亿元", ["中央财政用于教育的投入"] * 2),
        ("全国工业总产值，预计比1963年增长15%", ["全国工业总产值"]),
        ("失业保险费率阶段性降至1%", ["失业保险费率"]),
        ("全区共有养老机构38家、床位6200张", ["养老机构", "床位"]),
        ("全市综合能耗累计下降18.5%，超额完成17%的目标任务", ["全市综合能耗"] * 2),
        # what is done to the things that are counted, or what they do
        ("为6000栋老旧楼房安装燃气报警器", ["老旧楼房"]),
        ("完成500栋老旧楼房电梯加装工程", ["老旧楼房电梯加装工程"]),
        ("选派2000名科技特派员服务乡村产业", ["科技特派员"]),
        ("420万困难群众基本生活得到保障", ["困难群众"]),
        ("健全三级联动的应急指挥体系", [""]),
    ],
)
def test_a_name_is_no_longer_than_what_is_measured(setup: Setup, text: str, names: list[str]):
    assert measured(setup, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("孵化器达到120家，其中国家级28家、省级30家", ["孵化器", "国家级孵化器", "省级孵化器"]),
        ("粮食播种面积稳定在650万亩、产量达到280万吨", ["粮食播种面积", "粮食产量"]),
        ("体育场地面积达到人均2.4平方米", ["人均体育场地面积"]),
        ("养老设施建筑面积达到常住人口每千人40平方米", ["每千人养老设施建筑面积"]),
        ("日供餐能力达到25万客", ["日供餐能力"]),
        ("民营经济贡献了60%以上的税收、80%以上的就业", ["税收", "就业"]),
        ("财政收入增长5%，三级贯通、五级联动的平台建成", ["财政收入", "", ""]),
    ],
)
def test_a_side_is_named_with_what_it_is_a_side_of(setup: Setup, text: str, names: list[str]):
    assert measured(setup, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("在孵企业超过3000家", ["在孵企业"]),
        ("在鄂投资世界500强企业325家", ["在鄂投资世界500强企业"]),
        ("在建设银行存款余额中占三成", [""]),
        ("为企业减税降费80亿元，为经营主体减负90亿元", ["减税降费", "减负"]),
        ("为企业降低成本32亿元", ["成本"]),
        ("对重点企业给予一次性奖励200万元", ["一次性奖励"]),
        ("对吸纳就业的企业按每人1000元的标准给予一次性补贴", ["一次性补贴"]),
        ("提请省人大常委会审议地方性法规10件", ["地方性法规"]),
        ("工程师学院累计输送产业人才1000人", ["产业人才"]),
        ("引江工程累计送水量超2亿吨", ["引江工程累计送水量"]),
        ("依托滨江绿廊等新建绿道100公里，新改建农村公路30公里", ["绿道", "新改建农村公路"]),
        ("各项开支比去年节约10%", ["各项开支"]),
        ("减按25%计入应纳税所得额", [""]),
    ],
)
def test_what_leads_to_a_noun_is_no_part_of_it_and_a_noun_is_told_from_a_lead(
    setup: Setup, text: str, names: list[str]
):
    assert measured(setup, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("在全省营商环境评价中位列第二", ["营商环境评价"]),
        ("民间投资增速快于全部投资4.2个百分点", ["民间投资增速"]),
        ("全市拥有高新技术企业1280家", ["高新技术企业"]),
        ("上线应用场景380个，上线率达98%", ["应用场景", "上线率"]),
        ("3次亲临江南考察、4次回信", ["江南考察", ""]),
        ("改造住房400万套，上亿人出棚进楼", ["住房", ""]),
        ("累计发送旅客600万人次、运输货物70万吨", ["旅客", "货物"]),
        ("公路运输能力达70万吨", ["公路运输能力"]),
    ],
)
def test_who_has_it_and_what_it_is_compared_with_are_no_part(setup: Setup, text: str, names: list[str]):
    assert measured(setup, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("服务业对经济增长的贡献率达到58%", ["服务业对经济增长的贡献率"]),
        ("二级及以上公路占比达18%", ["公路", "二级及以上公路占比"]),
        ("9个县、302个贫困村摘帽出列", ["县", "贫困村"]),
        ("刑事案件立案数下降一成，年均降幅9.6%", ["刑事案件立案数", "刑事案件立案数年均降幅"]),
        ("安排残疾人就业比例不低于本单位职工总数的1.5%", ["残疾人就业比例"]),
        ("小微企业贷款利率原则上不超过4%", ["小微企业贷款利率"]),
        ("对新设重点实验室按不超过总投资30%的比例给予补助，最高不超过50万元", ["总投资", "补助"]),
        ("“四好农村路”累计新改建12万公里", ["“四好农村路”"]),
    ],
)
def test_what_bounds_a_number_or_is_done_with_it_is_no_part(setup: Setup, text: str, names: list[str]):
    assert measured(setup, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("公安机关破获电信诈骗案件43万起，抓获犯罪嫌疑人7万名", ["电信诈骗案件", "犯罪嫌疑人"]),
        ("全省法院共受理案件330万件，审结、执结317万件", ["案件", "审结、执结"]),
        ("共收到代表建议8783件，代表对办理工作满意率达98%", ["代表建议", "代表对办理工作满意率"]),
        ("受理案件数增长5%，起诉率下降2%", ["受理案件数", "起诉率"]),
        ("省财政投入危房改造补助资金30亿元", ["危房改造补助资金"]),
        ("九省市向协作地区投入援助资金10亿元", ["", "援助资金"]),
        ("全国居民消费价格比上年上涨0.2%", ["全国居民消费价格"]),
        ("在学研究生38万人，普惠贷款年末余额达29亿元", ["在学研究生", "普惠贷款年末余额"]),
        ("支持27万户贫困群众改造住房，避免20万人受骗", ["贫困群众", ""]),
        ("筹集保障性租赁住房20万套间，提供疫苗2亿剂", ["保障性租赁住房", "疫苗"]),
    ],
)
def test_what_an_office_does_with_what_it_counts_is_no_part(setup: Setup, text: str, names: list[str]):
    assert measured(setup, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("培育产值过亿元企业10家", ["产值", "产值过亿元企业"]),
        ("引进亿元以上项目42个，其中5亿元以上12个", ["亿元以上项目", "5亿元以上项目", "5亿元以上项目"]),
        ("改造道路12条18公里，新增公园3个", ["道路", "道路", "新增公园"]),
        ("十大类80件民生实事全部完成", ["民生实事", "民生实事"]),
        ("八类暴力案件下降33%", ["暴力案件", "暴力案件"]),
        ("地下水超采量减少3200万立方米", ["地下水超采量"]),
        ("新增床位30张、总数达90张", ["新增床位", "床位总数"]),
    ],
)
def test_things_of_a_size_are_named_with_it(setup: Setup, text: str, names: list[str]):
    assert measured(setup, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("团结占人口90%以上的人民群众", ["人民群众"]),
        ("在占总人口百分之八十五的地区普及义务教育", ["地区"]),
        ("大堤以南的九万平方公里的土地", ["土地"]),
        ("这样一个有13亿人口的发展中国家", [""]),
        ("民营企业占全国企业总数的92%", ["民营企业占全国企业总数"]),
        ("专利占全国的20%", ["专利占全国"]),
    ],
)
def test_a_number_that_is_an_attribute_is_of_the_noun_behind(setup: Setup, text: str, names: list[str]):
    assert measured(setup, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("新增高速公路420公里、总里程突破6000公里", ["新增高速公路", "高速公路总里程"]),
        ("建成人才公寓12万套，其中当年新增3万套", ["人才公寓", "人才公寓"]),
        ("一季度、上半年地区生产总值分别增长5.1%、5.6%", ["地区生产总值", "地区生产总值"]),
        ("公路总里程达3万公里", ["公路总里程"]),
    ],
)
def test_a_total_is_of_what_was_added_and_a_time_is_no_part(setup: Setup, text: str, names: list[str]):
    assert measured(setup, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("把五大新城建设为区域中心", ["新城"]),
        ("分两个阶段来安排", ["阶段"]),
        ("使两国人民世世代代友好下去", ["人民"]),
        ("在那两次转变中遭到损失", [""]),
        ("建设三大新城建设指挥部", ["新城建设指挥部"]),
    ],
)
def test_things_end_before_what_becomes_of_them(setup: Setup, text: str, names: list[str]):
    assert measured(setup, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("枢纽节点算力突破6Eflops。", ["枢纽节点算力"]),
        ("存储容量突破90XYZ。", ["存储容量"]),  # a unit that is not known, and no name
        ("上线30个APP。", ["APP"]),
    ],
)
def test_letters_behind_a_number_are_no_thing_measured(setup: Setup, text: str, names: list[str]):
    assert measured(setup, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("每10万人事故起数下降7%。", ["每10万人事故起数"]),
        ("每1000名学生视力不良人数下降3%。", ["每1000名学生视力不良人数"]),
        ("每10万人口拥有图书馆数达1.5个。", ["每10万人口拥有图书馆数"]),
        ("每千人口拥有60岁以上老人床位达38张。", ["", "每千人口拥有60岁以上老人床位"]),
        ("每万人发明专利拥有量达到20件。", ["每万人发明专利拥有量"]),
    ],
)
def test_the_base_of_a_rate_is_a_part_of_it(setup: Setup, text: str, names: list[str]):
    assert measured(setup, text)[-1:] == names[-1:]
    assert len(measured(setup, text)) == len(names)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("水果出口额再创新高，达到60亿元、增长9%。", ["水果出口额"] * 2),
        ("机场货邮量创近年新高、突破30万吨。", ["机场货邮量"]),
        ("经营主体总量稳步攀升，达到90万户。", ["经营主体总量"]),
        ("旅游收入再创新高，进出口增长9%。", ["进出口"]),  # another thing
        ("平均臭氧浓度改善5%。", ["平均臭氧浓度"]),
        ("近岸优良水质比例改善3个百分点。", ["近岸优良水质比例"]),
        ("卫生环境改善率达到90%。", ["卫生环境改善率"]),
    ],
)
def test_what_is_said_of_a_thing_is_no_part_of_its_name(setup: Setup, text: str, names: list[str]):
    assert measured(setup, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("在18个街道建设社区食堂。", ["街道"]),
        ("在30个村实施污水治理工程。", ["村"]),
        ("支持20个县升级仓储设施。", ["县"]),
        ("支持20个园区改造项目。", ["园区改造项目"]),
        ("建设12个县级仓储中心。", ["县级仓储中心"]),
    ],
)
def test_places_end_before_what_is_done_in_them(setup: Setup, text: str, names: list[str]):
    assert measured(setup, text) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("首期40亿元生物医药基金成立。", "生物医药基金"),
        ("首批9亿元专项债券发行。", "专项债券"),
        ("二期20亿元人才基金启动。", "人才基金"),
        ("设立首期15亿元海洋产业基金。", "海洋产业基金"),
        ("投放专项贷款20亿元。", "专项贷款"),
    ],
)
def test_a_fund_behind_its_money_is_what_is_measured(setup: Setup, text: str, name: str):
    assert measured(setup, text)[-1] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("实现校园火灾“零发生”。", "校园火灾"),
        ("药品安全事故保持“零发生”。", "药品安全事故"),
        ("实现塔吊坠落事故“零伤亡”。", "塔吊坠落事故伤亡"),
        ("参保人数增加2亿人、覆盖9亿人。", "参保人数"),  # the same people
        ("参保人数增加2亿、覆盖9亿人。", "参保人数"),
        ("草原火灾零发生。", "草原火灾发生"),
        ("新建村道300公里、惠及4万户。", ""),
        ("修缮堤防60公里，累计保护9万亩。", ""),
        ("改造小区200个、惠及居民3万户。", "居民"),
        ("开展家政服务3万人次。", "家政服务"),
    ],
)
def test_what_there_is_none_of_and_whom_it_reaches(setup: Setup, text: str, name: str):
    assert measured(setup, text)[-1] == name
