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
