"""How things stand is told under any heading; what is to be done about it is a task."""

from __future__ import annotations

import pytest

from analysis.judgements.modes import judge


@pytest.mark.parametrize(
    ("text", "place", "mode"),
    [
        ("办好县级图书馆，对丰富农民生活有重要作用。", "forward", "situation"),
        ("办好县级图书馆，丰富农民生活，对馆员提出更高要求。", "forward", "forward"),
        ("这体现了循序渐进的原则。", "forward", "situation"),
        ("这体现了循序渐进的原则。", "backward", "backward"),
        ("达到这样的规模，就能满足全县农户的需要。", "forward", "situation"),
        ("达到这样的规模，就要加强仓库的管理。", "forward", "forward"),
        ("目前一些村庄乱占耕地愈演愈烈。", "forward", "situation"),
        ("对乱占耕地屡禁不止的地方，要从严处罚。", "forward", "forward"),
        ("粮食贸易格局继续分化。", "situation", "situation"),
        ("继续深化同各县的合作。", "situation", "forward"),
        ("新校启用的各项准备工作，正在有序进行。", "forward", "situation"),
        ("准备工作正在进行，要抓紧落实师资。", "forward", "forward"),
        ("准备工作已经完成。", "backward", "backward"),
        ("如今，全县农民正满怀信心地走向新的生活。", "backward", "situation"),
        (
            "“十三五”时期在全县林业发展中具有特殊地位，是山区打牢根基的关键时期。",
            "forward",
            "situation",
        ),
        ("今后五年在林业发展中具有特殊地位，要抓紧建好苗圃。", "forward", "forward"),
        ("过去五年，全县林业有了起色，与此同时一批老旧苗圃急待更新。", "backward", "situation"),
        ("过去三年，一批急待更新的苗圃全部完成改造。", "backward", "backward"),
        ("去年以来，邻省的虫害蔓延许多地区。", "forward", "situation"),
        ("去年以来，我们在山区建成了五座粮库。", "forward", "backward"),
        ("既要看到销路减少的困难，又要看到加快成形的市场带来的机会。", "forward", "situation"),
        ("既要看到困难，更要加快建设市场。", "forward", "forward"),
        ("必须看到，我县水利设施还有不少老化失修。", "forward", "situation"),
        ("铁路将于2032年10月通到县城，这是全县的一件大事。", "forward", "situation"),
        ("铁路将于2032年10月通到县城，届时开行公交专线。", "forward", "forward"),
        ("新一届农会肩负着承前启后的使命。", "forward", "situation"),
        ("各级农会要肩负起服务农民的使命，办好夜校。", "forward", "forward"),
        ("水库蓄水，标志着自主设计的成功，对后续工程将产生深远的影响。", "backward", "situation"),
        ("水库蓄水，标志着全县水利建设取得重大突破。", "backward", "backward"),
        ("我们咬紧牙关，顶住了压力，守住了大堤。", "situation", "backward"),
        ("农业面临的压力加大。", "situation", "situation"),
        ("县里一向重视校舍安全问题，已经加固校舍四十栋。", "situation", "backward"),
        ("校舍安全问题已经十分突出。", "situation", "situation"),
    ],
)
def test_what_only_tells_how_things_stand(text: str, place: str, mode: str) -> None:
    assert judge(text, place).mode == mode
