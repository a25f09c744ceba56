"""Which word of a clause is its verb, by kinds of wording: what must be found and what must not."""

from __future__ import annotations

import pytest

from analysis.judgements.actions import actions


def verbs(text: str) -> list[str]:
    return [action.verb for action in actions(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("吸聚社会资本，发展养老服务。", ["吸聚", "发展"]),
        ("坚决纠治文山会海。", ["纠治"]),
        ("深刻领会全会精神。", ["领会"]),
        ("及时提出改进意见。", ["提出"]),
        ("升级迭代一网通办平台。", ["升级迭代"]),
        ("县水利局统筹协调灌溉工作。", ["统筹协调"]),
        ("统筹规划城乡建设。", ["规划"]),  # 统筹 says how
        ("消费者购买力不断增强。", []),
        ("要十分重视中小河流治理。", ["重视"]),
    ],
)
def test_verbs_and_pairs_of_the_list(text: str, expected: list[str]) -> None:
    assert verbs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("不要盲目扩建剧院。", ["不要盲目扩建"]),
        ("不要盲目引种热带花卉。", ["不要盲目引种"]),
        ("绝不折腾企业和群众。", ["绝不折腾"]),
        ("对安全生产决不能忽视和放松。", ["决不能忽视和放松"]),
        ("查处各类案件，决不姑息。", ["查处", "决不姑息"]),
        ("不能靠减少投入过日子。", ["不能"]),  # what stands there is how, no verb
        ("这决不是危言耸听。", ["决不"]),
    ],
)
def test_a_ban_keeps_what_it_forbids(text: str, expected: list[str]) -> None:
    assert verbs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("严防新增占道摊点。", ["严防"]),
        ("遏制新增违法建筑。", ["遏制"]),
        ("推动修订物业管理条例。", ["推动"]),
        ("继续做好规范津贴补贴工作。", ["做好"]),
        ("构建联通全球的数字设施。", ["构建"]),
        ("巩固拓展脱贫成果。", ["巩固拓展"]),
        ("防范化解债务风险。", ["防范化解"]),
    ],
)
def test_what_is_acted_upon_begins_with_a_verb_and_is_none(text: str, expected: list[str]) -> None:
    assert verbs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("突出解决交通薄弱环节。", ["解决"]),
        ("提质推进旧区改造。", ["推进"]),
        ("突出特色产业。", ["突出"]),
        ("迭代升级政务平台。", ["迭代升级"]),
    ],
)
def test_a_verb_that_only_says_how_is_left_out(text: str, expected: list[str]) -> None:
    assert verbs(text) == expected


def test_a_second_verb_with_a_manner_of_its_own_shares_the_object() -> None:
    assert [action.written for action in actions("完善和严格执行建筑标准。")] == [
        "完善:建筑标准",
        "执行:建筑标准",
    ]
    assert verbs("支持和鼓励社会办学。") == ["支持和鼓励"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("车主不履行年检义务的，由交通部门给予警示。", ["给予"]),
        ("不能按期完工的，由施工单位重新申报。", ["申报"]),
        ("施工单位应当在桥梁开工前，将绕行路线告知沿岸居民。", ["告知"]),
        ("规程实施前已开业的饭店，应当补办登记。", ["补办"]),
        ("卫生部门应当依据履行合同需要，申领药品。", ["申领"]),
    ],
)
def test_a_case_or_ground_lays_nothing_on_anybody(text: str, expected: list[str]) -> None:
    assert verbs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("工程竣工后由村民委员会选定的单位组织抽检。", ["组织"]),
        ("（一）由业主向水务部门申请用水指标。", ["申请"]),
        ("由消防部门会同街道审核通过后依托服务站实施演练。", ["实施"]),
        ("校规方案经家长会讨论后报乡政府批准并公布施行。", ["报", "公布施行"]),
        ("将验收结论报市水利局备案。", ["报"]),
        ("由教育局进行检查和指导。", ["进行"]),
        ("改变办学模式，由应试教育向素质教育转变。", ["改变"]),  # from and to, nobody who does it
        ("扩大以自由贸易账户为基础的企业参与范围。", ["扩大"]),  # 自由 has no 由
    ],
)
def test_who_does_it_leads_to_what_is_done(text: str, expected: list[str]) -> None:
    assert verbs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("图书馆应当与其他图书馆共享书目。", ["共享"]),
        ("路灯应当与街景相协调。", ["相协调"]),
        ("各国党应当互相尊重。", ["尊重"]),
        ("押金按照市场行情收取，租期按照合同条款确定。", ["收取", "确定"]),
        ("财政支出严格按统一标准执行。", ["执行"]),
        ("按照统一部署安排，推进机构改革。", ["推进"]),
        ("围绕老旧街区开展社区义诊，完善药品供应。", ["开展", "完善"]),
        ("取水单位应当持身份证明、用水方案申请办理取水证。", ["申请办理"]),
        ("应当将保护范围告知渔民。", ["告知"]),
    ],
)
def test_the_verb_stands_behind_with_whom_and_on_what_ground(text: str, expected: list[str]) -> None:
    assert verbs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("相关乡镇人民政府和村民委员会落实护林要求，承担巡山责任。", ["落实", "承担"]),
        ("市园林绿化局会同各街道办事处将古树名木纳入名录。", ["纳入"]),
        ("农村公路养护巡查和应急抢修工作所需资金纳入年度预算。", ["纳入"]),
        ("（二）受让人与民政部门签订建设合同。", ["签订"]),
        ("推动外商投资企业扩大再投资。", ["推动"]),  # a verb begins the clause
        ("实施龙头企业培优扶强行动。", ["实施"]),
    ],
)
def test_bodies_in_a_row_are_a_subject_however_long(text: str, expected: list[str]) -> None:
    assert verbs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("教育医疗协同机制初步成型。", []),
        ("教育引导学生热爱劳动。", ["教育引导"]),
        ("乡村教师培养引进取得明显成绩。", []),
        ("支持企业取得更大成绩。", ["支持"]),
        ("加快建设大型泵站。", ["建设"]),
        ("加强对用水申请、水量核定、调取水样等各道工序的监测。", ["加强"]),
        ("应将水质资料向水利局备案，并按协议及时反馈监测资料使用情况。", ["备案", "反馈"]),
        ("充实小学、中学，以及气象、地震等台站和适应老龄社会需要的照护组织。", ["充实"]),
    ],
)
def test_a_verb_within_a_noun_is_none(text: str, expected: list[str]) -> None:
    assert verbs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("实现伟大梦想，必须进行艰苦奋斗。", ["进行"]),
        ("努力扩大就业，必须加强培训。", ["扩大", "加强"]),
        ("要采用先进技术，必须依靠人才。", ["采用"]),  # what is called for itself is no topic
        ("利用五年时间，建设环湖绿道。", ["建设"]),
        ("利用滴灌、遥感等办法，建设节水农田。", ["建设"]),
        ("充分利用闲置厂房，发展养老服务。", ["利用", "发展"]),
        ("区人民政府应当采取措施推广节水器具。", ["推广"]),
    ],
)
def test_topics_times_and_means_do_nothing(text: str, expected: list[str]) -> None:
    assert verbs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("终止供餐合同并启动调查程序。", ["终止", "启动"]),
        ("督促各类企业依法签订并履行劳动合同。", ["督促"]),
        ("调整经济结构和提高发展质量。", ["调整", "提高"]),
        ("实施保护鸟类和打击非法捕猎专项行动。", ["实施"]),
        ("严格用药管理，严格执行标准。", ["严格", "执行"]),
        ("多修建一些便民厕所。", ["修建"]),
        ("多渠道筹集办学资金。", ["筹集"]),
    ],
)
def test_what_并_and_和_join_and_adverbs_of_one_character(text: str, expected: list[str]) -> None:
    assert verbs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("注重解决就业矛盾。", ["解决"]),
        ("更加注重源头治理。", ["注重"]),
        ("高度重视农村义务教育。", ["重视"]),
        ("重视发展养老产业。", ["发展"]),
        ("建立激励机制和容错机制。", ["建立"]),
        ("激励干部担当作为。", ["激励"]),
        ("走高质量发展道路。", ["走"]),
        ("向二三产业转移四千万劳动力。", ["转移"]),
        ("解放思想，深化改革。", ["深化"]),
        ("解放和发展社会生产力。", ["解放和发展"]),
        ("任何时候也不应当忽视质量。", ["不应当忽视"]),
    ],
)
def test_heed_numbers_and_set_phrases(text: str, expected: list[str]) -> None:
    assert verbs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("通过完善合作机制促进人才流动。", ["促进"]),
        ("通过实施产业政策，优化经济结构。", ["优化"]),
        ("通过实施产业政策推动转型，优化结构。", ["推动", "优化"]),
        ("通过验收。", []),
    ],
)
def test_what_is_done_through_something_stands_behind_it(text: str, expected: list[str]) -> None:
    assert verbs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("主管部门应当充分利用省数据中心的公共数据。", ["利用"]),
        ("学校应当结合普法教育，开展安全培训。", ["开展"]),
        ("普通住宅前期物业服务费按照省有关规定实行政府指导价。", ["实行"]),
        ("补助标准根据物价变动情况适时调整。", ["调整"]),
        ("应当将统计调查结果归集到信息平台。", ["归集"]),
        ("建设单位应当将防护设施与主体工程同时设计、同时施工、同时投入使用。", ["设计", "施工", "投入使用"]),
        ("可以凭土地审批及规划报批等证明办理证照。", ["办理"]),
    ],
)
def test_grounds_of_duties(text: str, expected: list[str]) -> None:
    assert verbs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("应当将应急预案报县级应急管理部门备案。", ["报"]),
        ("供应商不按合同交货的，由采购人解除合同。", ["解除"]),
        ("未取得许可证从事经营的，责令停止经营。", ["责令"]),
        ("需要延长保管期限的，由档案馆报主管部门批准。", ["报"]),
        ("不得盲目扩大规模。", ["不得盲目扩大"]),
        ("市人力资源社会保障局会同市财政局将补贴资金拨付至个人账户。", ["拨付"]),
        ("各县（市、区）人民政府和有关部门按照职责分工负责本领域监管工作。", ["负责"]),
        ("以协议方式出让土地使用权。", ["出让"]),
        ("严格项目准入，严格审批程序。", ["严格", "严格"]),
        ("完善协同机制、提升服务水平。", ["完善", "提升"]),
        ("增强推动发展本领、服务群众本领。", ["增强"]),
    ],
)
def test_kinds_of_wording_in_guiding_opinions(text: str, expected: list[str]) -> None:
    assert verbs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("各镇（街道）负责本辖区河道保洁，落实专人管理。", ["负责", "落实"]),
        ("依托产业园区建设孵化基地。", ["建设"]),
        ("依托园区建设优势，发展产业。", ["发展"]),
        ("结合实际制定实施细则。", ["制定"]),
        ("制定实施三年行动计划。", ["制定实施"]),
        ("定期向社会公开办理结果。", ["公开"]),
        ("社会保障水平持续提高。", []),
        ("有关部门不再另行公布。", ["不再另行公布"]),
        ("每年组织不少于两次应急演练。", ["组织"]),
        ("给予通报批评。", ["给予"]),
    ],
)
def test_bases_rhythms_and_nouns_that_begin_with_a_verb(text: str, expected: list[str]) -> None:
    assert verbs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("推进旱厕改造，到2027年卫生厕所普及率达到92%。", ["推进", "达到"]),
        ("一九五七年棉花亩产达到六十斤。", ["达到"]),
        ("建设示范基地，合作社突破300家。", ["建设", "突破"]),
        ("加强监管，药品抽检合格率不低于98%。", ["加强", "不低于"]),
        ("实施倍增计划，规模以上企业数翻一番。", ["实施", "翻一番"]),
        ("保障投入，教育支出增幅高于一般公共预算支出增幅。", ["保障", "高于"]),
        ("工业增加值增长7%，工程竣工率达到90%。", ["增长", "达到"]),
        ("县财政每年安排扶贫资金不少于800万元。", ["安排"]),
        ("力争旅游收入突破90亿元。", ["力争"]),
        ("扶持产值超过三千万元的企业。", ["扶持"]),  # which enterprises, no target
        ("提高质量，粮食生产能力达到一个新水平。", ["提高"]),
    ],
)
def test_what_a_number_makes_a_target_is_done(text: str, expected: list[str]) -> None:
    assert verbs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("健全防范校园欺凌工作机制。", ["健全"]),
        ("完善解决拖欠账款长效机制。", ["完善"]),
        ("健全完善监督制度。", ["健全完善"]),
        ("空气质量要稳定保持在二级标准。", ["保持"]),
        ("通过竞争方式公开选定运营单位。", ["选定"]),
        ("监测数据包括水位和流量，每日上报。", []),
        ("每季度提交评估报告。", ["提交"]),
        ("提出整改意见，审查报告。", ["提出", "审查"]),
        ("各镇镇长对本镇防汛负总责。", []),
        ("发挥负责任大国作用。", ["发挥"]),
        ("以零容忍态度整治群众身边的不正之风。", ["整治"]),
        ("加工业周转快、积累多，要优先安排加工业。", ["安排"]),
        ("小组由五个单位负责人组成。", []),
        ("放开法律没有明令禁止的行业。", ["放开"]),
    ],
)
def test_what_looks_like_a_verb_within_a_noun_is_none(text: str, expected: list[str]) -> None:
    assert verbs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("对群众反映的困难，要抓紧加以研究和解决。", ["研究"]),
        ("对历史遗留问题要分类加以处理。", ["处理"]),
        ("这些偏向必须坚决纠正。", ["纠正"]),
        ("方案由水利局提出，按规定程序审批。", ["提出", "审批"]),
        ("灾情信息通过政府网站等方式发布。", ["发布"]),
        ("其余项目另行安排。", ["安排"]),
        ("落后产能全部淘汰。", ["淘汰"]),
        ("各区每半年向市政府报告工作。", ["报告"]),
        ("教育经费重点向山区学校倾斜。", ["倾斜"]),
        ("对信用良好的企业予以支持。", ["予以支持"]),
        ("居民收入稳步提高。", []),
        ("干部作风必须明显改善。", []),
        ("我们一定要充分认识，基础还比较薄弱。", []),
        ("加强监管，按照公开的办法。", ["加强"]),
    ],
)
def test_verbs_at_the_end_of_their_clause(text: str, expected: list[str]) -> None:
    assert verbs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("完成上述任务，必须加强领导。", ["加强"]),
        ("实现上述目标，推进改革。", ["实现", "推进"]),
        ("坚持在改革中完善制度。", ["完善"]),
        ("按照“一核两翼”的格局布局公共服务设施。", ["布局"]),
        ("按照应急预案的要求组织演练。", ["组织"]),
        ("应用节水技术改造老灌区。", ["应用", "改造"]),
        ("围绕粮食安全开展研究。", ["开展"]),
        ("把抗旱保苗摆上重要位置。", ["摆上"]),
        ("各镇于十月底前将检查情况报县政府。", ["报"]),
        ("由县防汛指挥部组织实施。", ["组织实施"]),
        ("新建农田4万亩，改造提升1万亩。", ["新建", "改造提升"]),
        ("不合理的收费必须制止。", ["制止"]),
        ("擅自填占河道的，处一千元以上五千元以下罚款。", ["处"]),
    ],
)
def test_the_verb_behind_a_phrase_that_leads_its_clause(text: str, expected: list[str]) -> None:
    assert verbs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("三年内改造危桥二十座。", ["改造"]),
        ("每年检修水闸两次。", ["检修"]),
        ("到2028年培训护理员3000人。", ["培训"]),
        ("2027年投资增长6%。", ["增长"]),
        ("年内建设规模达到300万平方米。", ["达到"]),
        ("损坏堤防的，对个人处二百元以上一千元以下罚款。", ["处"]),
        ("没收违法所得，并处五万元以下罚款。", ["没收", "处"]),
        ("由办事处统一管理。", ["统一管理"]),
        ("到2020年农村贫困人口全部脱贫，贫困县摘帽。", ["脱贫", "摘帽"]),
    ],
)
def test_when_and_how_much_and_what_a_breach_costs(text: str, expected: list[str]) -> None:
    assert verbs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("保护好传统村落和古树名木。", ["保护好"]),
        ("平衡好居住、就业和游憩空间。", ["平衡好"]),
        ("传播好中国声音。", ["传播好"]),
        ("把遗留问题解决好。", ["解决好"]),
        ("落实好减税降费政策。", ["落实好"]),
        ("落实好压减审批事项工作。", ["落实好"]),  # what is done well is 压减…工作
        ("用好用足各项政策。", ["用好用足"]),
        ("保护好传统。", ["保护"]),
        ("遴选出一批示范企业。", ["遴选出"]),
        ("整理出问题清单。", ["整理出"]),
        ("培育出口企业。", ["培育"]),
        ("改造出租房屋。", ["改造"]),
        ("新推动三千家企业数字化转型。", ["新推动"]),
        ("新改建农村公路500公里。", ["新改建"]),
        ("年内新引进重大项目50个。", ["新引进"]),
        ("新设立产业基金3只。", ["新设立"]),
        ("推动创新引领产业升级。", ["推动"]),
        ("更新改造老旧小区20个。", ["更新改造"]),
        ("推动新开发银行扩员。", ["推动"]),
        ("将企业名单发至各街道。", ["发至"]),
        ("以实干出实绩。", []),
    ],
)
def test_what_comes_of_a_verb_and_what_is_done_anew_belongs_to_it(text: str, expected: list[str]) -> None:
    assert verbs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("听民声、察民情、解民忧，走好群众路线。", ["听", "察", "解", "走好"]),
        ("着力稳预期、强信心、抓落实。", ["稳", "强", "抓"]),
        ("多措并举扩投资、促消费、稳外贸。", ["扩", "促", "稳"]),
        ("坚持守底线、补短板、强弱项。", ["守", "补", "强"]),
        ("做好稳就业、保民生、防风险各项工作。", ["做好"]),
        ("形成讲诚信、守规矩的良好风尚。", []),
        ("重点是建筑业、建材业。", []),
        ("通过建机制、搭平台、优环境，吸引更多人才。", ["吸引"]),
        ("保护好、传承好、利用好红色资源。", ["保护好、传承好、利用好"]),
    ],
)
def test_rows_of_verbs_of_one_character(text: str, expected: list[str]) -> None:
    assert verbs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("结合旧区改造工作加强社区服务。", ["加强"]),
        ("结合道路改造增设停车泊位。", ["增设"]),
        ("围绕创新链布局产业链。", ["布局"]),
        ("对标国际规则要求促进跨境贸易便利化。", ["促进"]),
        ("顺应居民需求新变化扩大消费。", ["扩大"]),
        ("联合公安、审计等部门开展检查。", ["开展"]),
        ("联合财务、技术等领域的专家组成评审委员会。", ["组成"]),
        ("围绕打造消费中心目标，优化商圈布局。", ["优化"]),
        ("结合城市品质提升行动，完善配套设施。", ["完善"]),
        ("成员由发改、财政等部门负责人组成。", []),
    ],
)
def test_what_is_done_behind_what_a_clause_links_to(text: str, expected: list[str]) -> None:
    assert verbs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("做大平台带动产业升级。", ["做大", "带动"]),
        ("发挥龙头企业作用带动中小企业发展。", ["发挥", "带动"]),
        ("采取税收优惠等措施促进小店经营。", ["采取", "促进"]),
        ("加强消费促进工作。", ["加强"]),
        ("注重运用大数据手段提升监管效能。", ["运用", "提升"]),
        ("注重通过改革激发内生活力。", ["激发"]),
        ("重视职业技能培训。", ["重视"]),
        ("落实促进民营经济发展的措施。", ["落实"]),
        ("建设大豆产能提升促进示范区。", ["建设"]),
    ],
)
def test_to_what_end_something_is_done_without_a_mark(text: str, expected: list[str]) -> None:
    assert verbs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("主管部门在十个工作日内作出是否受理的决定。", ["作出"]),
        ("受理机关在收到申请后五日内出具受理通知书。", ["出具"]),
        ("项目单位在开工前办理施工许可。", ["办理"]),
        ("有关部门在规定时限内反馈意见。", ["反馈"]),
        ("评审委员会将在通知下发后统一启动评审。", ["启动"]),
        ("县卫健委对各医疗机构的整改情况进行复查。", ["进行"]),
        ("审计部门对照问题清单对资金使用情况进行检查。", ["进行"]),
        ("市政府办公厅将对各地工作进行抽查，并通报有关情况。", ["进行", "通报"]),
        ("市经信局将企业名单发至相应镇街并征求其意见。", ["发至", "征求"]),
        ("会同税务、统计部门核查申报资料。", ["核查"]),
        ("由法人代表签字。", []),
        ("县级平台要与本地媒体中心建立沟通机制。", ["建立"]),
    ],
)
def test_bodies_that_do_something_in_time_about_a_thing_or_with_others(
    text: str, expected: list[str]
) -> None:
    assert verbs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("发现问题要及时处理。", ["处理"]),
        ("发现重大隐患要立即报告主管部门。", ["报告"]),
        ("发布信息涉及其他单位工作内容的，要做好沟通协调。", ["做好"]),
        ("施工单位须按照有关规定具备相应资质。", ["具备"]),
        ("及时发现问题，补齐短板。", ["发现", "补齐"]),
        ("各部门要充分认识这项工作的重大意义，增强责任感。", ["增强"]),
        ("要实现全面禁止的目的，还要继续斗争。", ["实现"]),
        ("变被动管理为主动服务。", ["变"]),
        ("化解风险为首要任务。", ["化解"]),
        ("审查材料的完整性、规范性和合法性。", ["审查"]),
    ],
)
def test_cases_and_what_turns_into_another_thing(text: str, expected: list[str]) -> None:
    assert verbs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("市政府发布年度环境公报。", ["发布"]),
        ("市教育局组织学生开展研学活动。", ["组织"]),
        ("领导小组研究重大事项。", ["研究"]),
        ("市政府工作报告。", []),
        ("学校管理水平明显改善。", []),
        ("材料通过“一网通办”平台网上提交。", ["提交"]),
        ("项目经专家评审后公示。", ["公示"]),
        ("在产业园区内建设标准厂房。", ["建设"]),
        ("在规划编制中充分征求公众意见。", ["征求"]),
        ("在园区内的建设项目较多。", []),
        ("针对突出问题开展整治。", ["开展"]),
        ("立足区位优势发展临港产业。", ["发展"]),
        ("为老年人建设家庭养老床位。", ["建设"]),
        ("为企业开展业务提供便利。", ["提供"]),
        ("联动打造生态公园带。", ["打造"]),
        ("向社会力量开放公共设施。", ["开放"]),
        ("向世界开放的大门越开越大。", []),
        ("运用信用机制加强监管。", ["运用", "加强"]),
        ("围绕老城服务提升改造，完善配套设施。", ["完善"]),
    ],
)
def test_bodies_sites_means_and_whom_before_the_verb(text: str, expected: list[str]) -> None:
    assert verbs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("用好用活专项债券资金。", ["用好用活"]),
        ("当好落实政策的执行者。", ["当好"]),
        ("用大数据技术赋能基层治理。", ["赋能"]),
        ("聚焦重点产业引进领军人才。", ["引进"]),
        ("着眼长远发展谋划重大项目。", ["谋划"]),
        ("采用新工艺改造传统产线。", ["改造"]),
        ("采用铝液强化溶出等新技术，降低能耗。", ["采用", "降低"]),
        ("通过政府购买服务提升养老水平。", ["提升"]),
        ("在每年年底前组织一次评估。", ["组织"]),
        ("遇有重大情况要第一时间上报。", ["上报"]),
        ("发现违法信息要按程序转送有关部门。", ["转送"]),
    ],
)
def test_more_of_what_leads_to_a_verb(text: str, expected: list[str]) -> None:
    assert verbs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("活化利用老厂房，串联公园绿地。", ["活化利用", "串联"]),
        ("每个街镇至少建设一处服务中心。", ["建设"]),
        ("将工作完成情况纳入年度考核。", ["纳入"]),
        ("把目标任务完成好。", ["完成好"]),
        ("评审专家组由五名以上专家组成。", []),
        ("在多方案比选中找到最优解。", []),
    ],
)
def test_verbs_of_towns_and_what_is_brought_into_a_row(text: str, expected: list[str]) -> None:
    assert verbs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("稳油、扩棉、优蔬菜，调整种植结构。", ["稳", "扩", "优", "调整"]),
        ("把方向、管大局、保落实。", ["把", "管", "保"]),
        ("更加注重优环境、促联动。", ["优", "促"]),
        ("保护、运用好文物。", ["保护、运用好"]),  # no row of short ones
        ("严于律己、严负其责，加强作风建设。", ["加强"]),
        ("打造体现江南韵味的古镇群。", ["打造"]),
        ("建立适应老龄社会需要的服务体系。", ["建立"]),
        ("探索利用集体用地建设公寓。", ["探索"]),
        ("启动实施全民健身行动。", ["启动实施"]),
        ("推进建设市民文化中心。", ["推进建设"]),
        ("推进建设项目落地。", ["推进"]),
        ("低保家庭学生学费按照规定减免。", ["减免"]),
        ("对小微企业按照规定免征契税。", ["免征"]),
        ("按照规定的程序办理登记。", ["办理"]),
        ("新上一批技改项目，推动新上市企业扩产。", ["新上", "推动"]),
        ("坚持保护和发展并重，加强管理。", ["加强"]),
        ("加快服务业标准化发展。", ["加快"]),
        ("着力扩大在采编、创作等岗位的党员比例。", ["扩大"]),
        ("明确职责权限、设置形式等内容。", ["明确"]),
        ("绘好乡村新画卷，下好创新先手棋。", ["绘好", "下好"]),
        ("统一行使监管职责。", ["行使"]),
    ],
)
def test_short_verbs_modifiers_and_grounds_that_name_no_deed(text: str, expected: list[str]) -> None:
    assert verbs(text) == expected
