"""What a web page leaves around a document: recognised line by line, dropped with its reason, never silently."""

from __future__ import annotations

import re

from analysis.reading.document import DroppedLine

LONGEST_DEBRIS = 120  # characters; nothing longer is ever taken for debris

# Reason and pattern of lines that web pages put around a text. Each must match the whole line.
_DEBRIS = (
    ("breadcrumb", r".{1,40}\s[>›»]\s.*|.*(当前位置|您的位置|所在位置).*"),
    ("page views or date", r"(浏览量|阅读量|点击数|访问量|浏览次数|阅读次数|点击次数).*"),
    ("page views or date", r"(发布|更新)?(时间|日期)\s*[:：].*|\d{4}[-/]\d{1,2}[-/]\d{1,2}(\s+\d{1,2}:\d{2}(:\d{2})?)?"),
    ("source line", r"(信息来源|文章来源|稿件来源|来源|作者|责任编辑|编辑)\s*[:：].{0,40}"),
    ("image file name", r"[\w.-]+\.(jpe?g|png|gif|webp|bmp|svg)"),
    ("like or share button", r"点赞|赞|收藏|转发|分享(到|至)?.{0,12}|扫一扫.{0,20}|微信扫.{0,20}|举报|打赏"),
    ("comment box", r"评论|写评论|全部评论|最新评论|.{0,20}评论(吧)?[!！]?|暂无(记录|评论|数据|内容)|发表(评论)?|登录后.{0,12}"),
    ("navigation", r"首页|返回(首页|顶部|列表)|上一[篇条页].{0,60}|下一[篇条页].{0,60}|更多|关闭(窗口)?|打印(本页)?|【?字体.{0,20}|网站地图|联系我们|关于我们"),
    ("navigation", r"APP下载|.{0,4}客户端(下载)?|微信公众号|官方(媒体|微信|微博)|(在线)?客服.{0,10}|立即(参赛|报名|注册|登录)|登录|注册|搜索"),
)  # fmt: skip
DEBRIS = tuple((reason, re.compile(pattern)) for reason, pattern in _DEBRIS)


def debris(line: str) -> str:
    """
    The reason why a line is a web page's debris, or an empty string.

    Examples
    --------
    >>> debris("浏览量:662 2021-01-14"), debris("点赞"), debris("七、着力改善生态环境质量")
    ('page views or date', 'like or share button', '')
    """
    if len(line) > LONGEST_DEBRIS:
        return ""
    return next((reason for reason, pattern in DEBRIS if pattern.fullmatch(line)), "")


def trim_end(lines: list[tuple[int, str]]) -> tuple[list[tuple[int, str]], list[DroppedLine]]:
    """
    Drop debris from the end of numbered lines, upwards until the first line that is none.

    Examples
    --------
    >>> kept, dropped = trim_end([(1, "为建设而努力奋斗!"), (3, "点赞"), (5, "评论")])
    >>> kept, [line.line for line in dropped]
    ([(1, '为建设而努力奋斗!')], [3, 5])
    """
    end = len(lines)
    while end and debris(lines[end - 1][1]):
        end -= 1
    dropped = [DroppedLine(number, debris(text), text) for number, text in lines[end:]]
    return lines[:end], dropped
