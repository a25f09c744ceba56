"""Single lines that a web page, a database or a newspaper puts around a document, told by their words."""

from __future__ import annotations

import re

LONGEST_DEBRIS = 120  # characters; nothing longer is ever taken for debris

_FORM = re.compile(r"[（(]?\s*信息公开(形式|方式|类别|属性)\s*[：:][^。；，]{2,12}[）)]?")

# Reason and pattern of lines that web pages put around a text. Each must match the whole line.
_DEBRIS = (
    ("breadcrumb", (
        r".{1,40}\s[>›»]\s.*|([^<>。，]{1,20}[>›»]){2,}[^<>。，]{1,40}|"
        r".*(当前位置|您的位置|您现在的位置|所在位置).*"
    )),
    ("page views or date", r"(浏览量|阅读量|点击数|访问量|浏览次数|阅读次数|点击次数|点击率?)\s*[:：\d].*"),
    ("date line", (
        r"(发布|更新|发文|成文|印发|公开)?(时间|日期)\s*[:：]\s*[\d一二三四五六七八九十〇○零年月日时分秒./:：\s-]{0,40}|"
        r"\d{4}[-/]\d{1,2}[-/]\d{1,2}(\s+\d{1,2}:\d{2}(:\d{2})?)?"
    )),
    ("page views or date", (
        r"(发布|更新|发文|成文|印发|公开)?(时间|日期)\s*[:：].*|"
        r"\d{4}([-/年])\d{1,2}[-/月]\d{1,2}日?\s*(\d{1,2}:\d{2}(:\d{2})?)?\s*(来源|作者|记者|编辑|浏览|阅读|点击|发布)"
        r"\s*[:：].{0,80}"
    )),
    ("source line", (
        r"(信息来源|文章来源|稿件来源|来源|作者|责任编辑|责编|编辑|发布机构|发布单位|供稿|"
        r"审核)\s*[:：].{0,60}"
    )),
    ("record line", (
        r"(索\s*引\s*号|主题分类|(发文|发布|颁布|制定)机关|发文字号|公开方式|公开类别|有效性|文号|标\s*题|(文件|公文|信息)?名\s*称|分\s*类|"
        r"(信息|公文|文件)?(类别|分类|种类|体裁)|组配分类|成文日期|发文日期|生成日期|生效日期|失效日期|废止日期|主\s*题|关\s*键\s*词|"
        r"主\s*题\s*词)\s*[:：].{0,100}"
    )),
    ("image file name", r"[\w.-]+\.(jpe?g|png|gif|webp|bmp|svg)"),
    ("like or share button", (
        r"点赞|赞|收藏|转发|分享(到|至)?.{0,12}|扫一扫.{0,20}|微信扫.{0,20}|举报|打赏|"
        r"(微信|微博|QQ空间|朋友圈|新浪微博|腾讯微博)([\s、|]+(微信|微博|QQ空间|朋友圈|QQ好友))*"
    )),
    ("comment box", (
        r"评论|写评论|全部评论|最新评论|.{0,20}评论(吧)?[!！]?|暂无(记录|评论|数据|内容)|发表(评论)?|"
        r"登录后.{0,12}"
    )),
    ("navigation", (
        r"首页|返回(首页|顶部|列表|上一页)?|上一[篇条页].{0,60}|下一[篇条页].{0,60}|更多|"
        r"【?\s*(关闭|打印)(窗口|本页|此页|页面)?\s*】?(\s*【?\s*(关闭|打印)(窗口|本页)?\s*】?)*|"
        r"[【\[]?\s*(字\s*体|字\s*号)\s*[:：]?.{0,20}|网站地图|联系我们|关于我们|"
        r"(相关|延伸|热点|推荐)(链接|阅读|新闻|文章|解读|文档|报道|资讯|内容|稿件|附件下载|专题)[:：]?.{0,40}|"
        r"[》《>＞]{1,3}点击.{2,20}[》《<＜]{1,3}"
    )),
    ("page tool", (
        r"[【\[]?\s*(下载|打印|全屏|收藏|加大|还原|减小|放大|缩小|复制(链接)?|朗读|语音播报|听全文|关闭|返回|投稿|纠错|"
        r"大中小|[大中小](?=\s*[】\]]))\s*[】\]]?|[】\]]"
    )),
    ("stray mark", r"[\s|｜>›»×✕〉》《<【】\[\]·•*＊★☆#/\\]{1,12}"),
    ("head of a law database", (
        r"【?法宝引证码】?.*|(原文|本文|文章|网页)(链接|地址|网址)\s*[:：].*|https?://\S+|"
        r"【(发布部门|发文字号|发布日期|实施日期|时效性|效力级别|法规类别|批准部门|批准日期|唯一标志|全文|法宝.{1,6})】.{0,100}"
    )),
    ("head of a newspaper page", (
        r"《\s*.{2,12}?\s*》\s*[（(]\s*\d{4}\s*年.{0,30}版\s*[）)]|"
        r"分类号\s*[:：].{0,40}|.{2,20}[/／]\s*\d{4}\s*年\s*[/／].{0,60}|"
        r".{2,12}(日报|晚报|时报|早报|周报)[\s/／]*\d{4}年\d{1,2}月\d{1,2}日.{0,30}版.{0,20}|第\s*[A-Z]?\d{1,3}\s*版([:：].{1,12})?"
    )),
    ("navigation", (
        r"APP下载|.{0,4}客户端(下载)?|微信公众号|官方(媒体|微信|微博)|(在线)?客服.{0,10}|"
        r"立即(参赛|报名|注册|登录)|登录|注册|搜索|无障碍|长者(模式|专区)?|繁体(版)?|简体(版)?"
    )),
    # Rows of a table hold figures, menus do not.
    ("navigation", r"(?!.*\d)[^。，；|｜]{1,20}(\s*[|｜]\s*[^。，；|｜]{1,20}){2,}"),
    ("navigation", (
        r"跳转(到|至)\s*[：:]?\s*(导航|搜索).*|维基(文库|百科)[，,].{0,20}|姊妹计划\s*[:：].*|"
        r"本作品收录于.*"
    )),
    ("distribution line", (
        r"抄\s*送\s*[:：].*|.{4,40}(办公厅|办公室|办|秘书处|综合处|委员会|"
        r"人民政府)\s*\d{4}年\d{1,2}月\d{1,2}日印发"
    )),
    ("publication mark", (
        r"[（(]?此件.{0,6}(公开|发布|发至).{0,12}[）)]?|"
        + _FORM.pattern
    )),
)  # fmt: skip
DEBRIS = tuple((reason, re.compile(pattern)) for reason, pattern in _DEBRIS)


def is_form(line: str) -> bool:
    """
    Whether a line says in which form a document is made public, as notices do below their date.

    Examples
    --------
    >>> is_form("（信息公开形式：主动公开）"), is_form("信息公开形式包括主动公开。")
    (True, False)
    """
    return len(line) <= LONGEST_DEBRIS and _FORM.fullmatch(line) is not None


def debris(line: str) -> str:
    """
    The reason why a line is a web page's debris, or an empty string.

    Examples
    --------
    >>> debris("浏览量:662 2021-01-14"), debris("成文日期：2021年1月4日"), debris("七、着力改善生态环境质量")
    ('page views or date', 'date line', '')
    """
    if len(line) > LONGEST_DEBRIS:
        return ""
    return next((reason for reason, pattern in DEBRIS if pattern.fullmatch(line)), "")
