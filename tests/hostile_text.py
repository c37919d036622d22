"""Texts that would steer a terminal, a widget, a file or a spreadsheet if they were let through."""

from __future__ import annotations

from odd_text import ODD

_STRINGS = {"]": "osc", "P": "dcs", "_": "apc", "^": "pm", "X": "sos"}

HOSTILE = {
    "title": "ti\x1b]0;stolen\x07tle\x1b]2;stolen\x1b\\ \x9d0;stolen\x9c",
    "clipboard": "cl\x1b]52;c;aGk=\x07ip\x1b]52;c;aGk=\x1b\\ \x9d52;c;aGk=\x9c \x1b]52;c;aGk=",
    "link": "li\x1b]8;;http://e.example\x1b\\nk\x1b]8;;\x1b\\",
    "notice": "no\x1b]777;notify;a;b\x07ti\x1b]9;ce\x07 \x1b]1337;File=:AA\x07 \x1b]22;wait\x07",
    "screen": "sc\x1b[2J\x1b[999;999H\x1b[3J\x1b[?1049l\x1b[?25l\x1bc\x1b#8reen\x1b[!p\x1b[999C",
    "question": "qu\x1b[6n\x1b[c\x1b[>c\x1b[?u\x1b[18t\x1b[21t\x1b[?2026$p\x05",
    "colors": "co\x1b[31m\x1b[58;5;9m\x1b[4:3m\x1b[38;5;196mlors\x1b[8m",
    "charset": "ch\x1b(0\x1b)0\x0eset\x0f\x1b%@\x1bN\x1b~",
    "strings": "".join(f"s{name}\x1b{sign}+q544e\x1b\\" for sign, name in _STRINGS.items()),
    "inside": "in\x1bPtmux;\x1b\x1b]52;c;aGk=\x07\x1b\\side \x1b_Gi=1,a=T;AA\x1b\\",
    "nested": "ne\x1b\x1b[31m[31m\x1b]5\x1b]52;c;aGk=\x072;c;aGk=\x07 \x9b\x9b31m31msted",
    "c0": "c0 " + "".join(map(chr, range(32))) + "\x7f end",
    "c1": "c1 " + "".join(map(chr, range(0x80, 0xA0))) + " end",
    "bytes": "by " + b"\x9b2J \xff \xc2 \xed\xa0\xbd".decode("utf-8", "surrogateescape"),
    "halves": "ha \ud83d \udc00 \udfff \ud83d\udc00 lves",
    "bidi": "\u202aa\u202bb\u202cc\u202dd\u202ee\u2066f\u2067g\u2068h\u2069\u200e\u200f\u061c di",
    "lines": "one\r\ntwo\u2028three\u2029four\x0bfive\x85six\x0cseven\reight",
    "format": "fo\ufff9r\ufffam\ufffb\U000e0001\U000e0041\u2063\u206a\ufeff\u180e\ufffe\uffff at",
    "stack": "st" + "\u0301\u0323\u20dd" * 60 + "ack",
    "markup": "[/] [bold]x[/bold] [@click=app.quit]x[/] [TRACK] [type=x, v={'a[0]'}] [link=http://e]x",
    "unclosed": "\\[x] [ ]] [[ $primary [/nope] {0} %s {{ ` [#ff0000 on blue]",
    "path": "../../etc/passwd C:\\x\\CON ~/.ssh /dev/null file:///etc/passwd \\\\host\\share",
    "formula": "=cmd|' /C calc'!A0 +1 @SUM(1) -2 =HYPERLINK(\"http://e\") \t=1",
    "shell": "$(touch x) `id` ; rm -rf / | & > x ' \" ${HOME} %PATH% !!",
    "word": "w" * 3000,
    "empty": "\u200b\u2060\u00ad",
}
"""Texts by what they try."""

ALL = HOSTILE | {f"odd {name}": text for name, text in ODD.items()}
"""These and the odd ones."""

HARMLESS = "Grants and staff of twelve offices"
"""A text with nothing in it."""
