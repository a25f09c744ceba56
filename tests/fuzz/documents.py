"""Documents as offices set them, by a seed: fronts of every kind, tables, signatures, attachments."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from tests.conftest import wrapped
from tests.fuzz.texts import HEADINGS, SENTENCES

Lines = list[str]

TITLES = (
    "某市节水规划",
    "某市人民政府关于加强节水工作的意见",
    "2026年某省政府工作报告",
    "某市节水办法（试行）",
    "节约用水",
)
FRAMES: tuple[Lines, ...] = (
    ["首页 > 政务公开 > 规划", "浏览量:662", "来源：某市日报", "时间：2026-02-11"],
    ["【字号：", "大", "中", "小", "】", "云南要闻", "云南要闻"],
    ["【法宝引证码】 CLI.12.6476457", "原文链接：https://example.org/lar/2f52e1.html", "某市节水规划"],
    ["索 引 号： | 0001/2021-12 | 主题分类： | 水利", "标题： | 某市节水规划", "文号 | 某政发〔2021〕3号"],
    ["下载", "打印", "全屏", "收藏"],
)  # fmt: skip
HEADS: tuple[Lines, ...] = (
    ["某市人民政府文件", "某政发〔2021〕3号"],
    ["某 市 人 民 政 府 文 件", "某政发〔2021〕3号　　签发人：李大江"],
    ["某市人民政府令", "第12号"],
    ["某市公安局", "某市交通局"],
)
NOTES: tuple[Lines, ...] = (
    ["（2021年2月6日某市第十五届人民代表大会第五次会议批准）"],
    ["——2026年1月28日在某省第十四届人民代表大会第四次会议上", "省长　王某某"],
    ["（2021年2月6日", "某市第十五届人民代表大会第五次会议批准）"],
    ["某省人民政府省长 李大江"],
    ["省　长　　李大江", "2026年1月28日"],
    ["二〇二一年三月"],
    ["某政办发〔2021〕12号"],
)
OPENINGS: tuple[Lines, ...] = (
    ["各位代表：", "现在，我代表省人民政府，向大会报告工作，请予审议。"],
    ["各区、县人民政府，市政府各部门：", "现将《某市节水办法》印发给你们，请认真贯彻执行。"],
    ["目 录", "一、总体要求........1", "二、主要任务........3", "三、保障措施........12"],
)
TABLES: tuple[Lines, ...] = (
    ["乡镇 2023年 2024年 属性", "东山 120 150 预期性", "西河 98 101 约束性"],
    ["任务 | 牵头单位", "造林，管护 | 林业局", "宣传 | 各乡镇"],
    ["序号", "树种", "面积", "1", "香樟", "320", "2", "银杏", "150", "合计", "470"],
    ["序 “十四五”目标", "16 / 约束性 二级，部分 -", "（PM 、SO）", "2.5 2 优于标准", "17 水 % 约束性 >60 -"],
    ["专栏1 节水工程", "1.管网改造。改造老旧管网。", "2.再生水。建设再生水厂。"],
)  # fmt: skip
LISTS: tuple[Lines, ...] = (
    ["（1）改造管网；", "（2）推广器具；", "（3）计划用水。"],
    ["附件：1.任务分工表", "2.指标一览表", "　　3.名词解释"],
    ["一是改造管网。", "二是推广器具。"],
    ["——节水优先。坚持节水优先。", "——量水而行。坚持量水而行。"],
)
SIGNATURES: tuple[Lines, ...] = (
    ["某市人民政府办公室", "2020年5月6日"],
    ["某市水务局　某市财政局", "二〇二〇年五月六日"],
    ["省　长　　李大江", "2020年5月6日"],
    ["主　任 王某某", "2020年5月6日", "（此件公开发布）"],
)
TAILS: tuple[Lines, ...] = (
    ["附件1", "任务分工表", "任务 责任单位 时限 2025年", "节水 水务局 2026年 每年"],
    ["抄送：市委各部门，市人大常委会办公室。", "某市人民政府办公室 2020年5月6日印发"],
    ["注：", "① 《某某全集》第26卷，第269页。", "② 《某某选集》第2卷，第12页。"],
    ["相关报道：", "责任编辑：某某", "版权所有 某市人民政府", "【打印】【关闭】"],
)


def document(seed: int) -> str:
    """The text of this seed: one document, or a notice with what it sends out, set in a usual way."""
    draw = random.Random(f"document {seed}")
    lines = [*_front(draw), *_body(draw)]
    for _ in range(draw.choice((0, 0, 1, 2))):
        lines += [*draw.choice(SIGNATURES), draw.choice(TITLES), *_body(draw)]
    lines += draw.choice((*SIGNATURES, [])) + draw.choice((*TAILS, [], []))
    return draw.choice(_SETTINGS)(lines, draw)


def _front(draw: random.Random) -> Lines:
    pieces = [draw.choice(kind) for kind in (FRAMES, HEADS) if draw.random() < 0.5]
    title = draw.choice(TITLES)
    cut = draw.randrange(len(title)) if draw.random() < 0.3 else 0
    pieces += [[title[:cut], title[cut:]] if cut else [title]]
    pieces += [draw.choice(kind) for kind in (NOTES, NOTES, OPENINGS) if draw.random() < 0.6]
    return [line for piece in pieces for line in piece]


def _body(draw: random.Random) -> Lines:
    """Headings of up to three styles, with prose, lists and tables below."""
    style = draw.choices(HEADINGS, k=3)
    lines: Lines = []
    for n in range(draw.choice((0, 2, 4, 7))):
        for depth in range(draw.randint(1, 3)):
            run_in = draw.choice(SENTENCES) if draw.random() < 0.3 else ""
            lines.append(f"{style[depth](n)}{draw.choice(SENTENCES)[: draw.choice((4, 9, 30))]}{run_in}")
        lines += draw.choices(SENTENCES, k=draw.choice((0, 1, 1, 3)))
        lines += draw.choice((*TABLES, *LISTS)) if draw.random() < 0.4 else []
    return lines or draw.choices(SENTENCES, k=2)


# --- how lines are set -----------------------------------------------------------------------------------


def _as_they_are(lines: Sequence[str], draw: random.Random) -> str:
    return "\n".join(lines)


def _blank(lines: Sequence[str], draw: random.Random) -> str:
    return "\n\n".join(lines)


def _indented(lines: Sequence[str], draw: random.Random) -> str:
    return "\n".join(line if len(line) < 12 else f"　　{line}" for line in lines)


def _wrapped(lines: Sequence[str], draw: random.Random) -> str:
    """Broken at a width, with page numbers, some of them glued to a line."""
    width = draw.choice((40, 56, 72))
    broken = [piece for line in lines for piece in wrapped(f"　　{line}", width)]
    page = draw.choice((9, 24))
    for n, at in enumerate(range(page, len(broken), page), start=1):
        broken[at] = f"{n}{broken[at]}" if draw.random() < 0.5 else f"- {n} -\n{broken[at]}"
    return "\n".join(broken)


_SETTINGS: tuple[Callable[[Sequence[str], random.Random], str], ...] = (
    _as_they_are, _as_they_are, _blank, _indented, _wrapped, _wrapped,
)  # fmt: skip
