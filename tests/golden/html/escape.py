"""Escaping and character references."""
import html
import html.entities

print(html.escape("<a href=\"x\" title='y'>&</a>"), html.escape("'\"", quote=False))
for text in ("&lt;&gt;&amp;&quot;", "&#65;&#x41;&#X41", "&eacute;&eacute", "&notit;&notin;", "&unknown;", "&", "&;", "&#;",
             "&#0;", "&#128;", "&#xD800;", "&#x110000;", "&#1;", "&NotEqualTilde;", "&ampx", "a&ltb", "&amp;lt;"):
    print(text, ascii(html.unescape(text)))
print(len(html.entities.html5), len(html.entities.name2codepoint), html.entities.codepoint2name[8364], ascii(html.entities.entitydefs["nbsp"]))
