"""Names of people and the offices that stand before them: what is never a document's title."""

from __future__ import annotations

import re

from analysis.reading.titles import GENRE_END

# The surnames of more than 99 of 100 people of China, by frequency, and those of two characters.
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜"
    "崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫雷段龙史陶黎贺毛郝顾龚邵万覃武钱戴严莫孔汤常温康施文牛樊葛邢"
    "安齐易乔伍庞颜倪庄聂章鲁岳翟申殷詹欧耿关焦柳左甘祝包宁尚符舒阮纪柯梅童毕凌单季成霍苗涂谷曲盛冉翁蓝骆路游靳辛"
    "管柴蒙鲍华喻祁房滕屈饶解牟艾尤时阳阎穆农古吉卓车简连缪项麦褚娄窦戚岑宫景费卜冷晏习池佟卫柏苟鹿桂郎"
    "丛仇仲宗隋闵沙楚巩刁鄢厉晋全沃荣仝敖楼虞桑裴储栗初邬寇尧臧蔺"
)
_COMPOUND = "欧阳|上官|司马|诸葛|夏侯|皇甫|尉迟|公孙|慕容|令狐|司徒|端木|东方|独孤|南宫|西门|拓跋|宇文|长孙"
_HAN = r"[\u4e00-\u9fff]"
_OFFICES = (
    "总书记|书记|省长|市长|区长|县长|州长|盟长|旗长|镇长|乡长|主席|主任|总理|委员长|部长|局长|厅长|司长|院长|"
    "检察长|行长|会长|秘书长|专员|校长|董事长|理事长|参事|特首|长官"
)
_GAP = r"[ \u3000]*"
_OFFICE = rf"(?:{'|'.join(_GAP.join(name) for name in _OFFICES.split('|'))})"  # 省　长
_NAME = (
    rf"(?:(?:{_COMPOUND}){_HAN}{{1,2}}|[{_SURNAMES}]{_HAN}{{1,2}}|"
    rf"(?![一二三四五六七八九十]|{_OFFICE}){_HAN}{{1,8}}(?:[·•・.]{_HAN}{{1,8}}){{1,3}})"
)
_PERSON = re.compile(_NAME)
# Three characters that begin like a name: 安徽省, 方案, 温州市.
_NO_PERSON = re.compile(
    r".*(?:[省市县区州乡镇旗部厅局委办会院]|规划|纲要|计划|方案|报告|通知|公告|通告|办法|规定|条例|细则|意见|建议|讲话|"
    r"措施|政策|决定|清单|目录|要点|草案|全文|简介|正文|文件|解读|问答|前言|序言|总则|附则|指南|标准|规范)"
)
_BEFORE = r"[\u4e00-\u9fff（）()、，,·\u3000 ]{0,40}?"
_ALONE = re.compile(rf"(?P<office>{_BEFORE}{_OFFICE})")
_SPEAKER = re.compile(
    rf"(?P<office>{_BEFORE}{_OFFICE})(?P<space>[ \u3000：:]*)(?P<name>{_HAN}(?:[ \u3000·•]?{_HAN}){{1,9}})"
)
_REVERSED = re.compile(rf"(?P<name>{_NAME})[ \u3000（(，,]+(?P<office>{_BEFORE}{_OFFICE})[）)]?")
_NO_OFFICE = re.compile(r"关于|的|报告|讲话|规划|会议|大会|信箱|办公")
_LONGEST = 60  # characters of a line that names a speaker


def is_person(text: str) -> bool:
    """
    Whether a line is a name and nothing else.

    Examples
    --------
    >>> is_person("王 某 某"), is_person("安徽省"), is_person("方案"), is_person("艾力·买买提")
    (True, False, False, True)
    """
    bare = re.sub(r"[ \u3000]", "", text) if len(text) <= _LONGEST else ""
    named = _PERSON.fullmatch(bare) and not _NO_PERSON.fullmatch(bare)
    return bool(named) and not GENRE_END.fullmatch(bare)


def speaker(text: str) -> tuple[str, str] | None:
    """
    The office and the name in a line that is nothing else; None for any other line.

    Either may be empty: an office stands alone where the name follows in the next line.

    Examples
    --------
    >>> speaker("某市人民政府市长　李 明"), speaker("市长信箱"), speaker("国务院总理")
    (('某市人民政府市长', '李明'), None, ('国务院总理', ''))
    >>> speaker("省　长　　李大江")
    ('省长', '李大江')
    """
    if len(text) > _LONGEST:
        return None
    if is_person(text):
        return "", _bare(text)
    for pattern in (_ALONE, _REVERSED, _SPEAKER):
        found = pattern.fullmatch(text)
        if found and not _NO_OFFICE.search(found["office"]) and _is_name(found):
            return _bare(found["office"]), _bare(found.groupdict().get("name") or "")
    return None


def _is_name(found: re.Match[str]) -> bool:
    """Whether what stands beside an office is a name: by its surname, or by the space that sets it apart."""
    parts = found.groupdict()
    if "name" not in parts:
        return True
    name = _bare(parts["name"])
    apart = bool(parts.get("space")) and len(name) <= 4
    other = _NO_PERSON.fullmatch(name) or GENRE_END.fullmatch(name)
    return is_person(name) or (apart and not other)


def _bare(text: str) -> str:
    return re.sub(r"[ \u3000：:]", "", text)
