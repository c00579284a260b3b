"""The parser tells what it finds, also in what is broken."""
from html.parser import HTMLParser

class Teller(HTMLParser):
    def handle_starttag(self, tag, attrs): print(self.getpos(), "start", tag, attrs)
    def handle_endtag(self, tag): print(self.getpos(), "end", tag)
    def handle_data(self, data): print(self.getpos(), "data", repr(data))
    def handle_comment(self, data): print("comment", repr(data))
    def handle_decl(self, decl): print("decl", decl)
    def handle_pi(self, data): print("pi", data)
    def unknown_decl(self, data): print("unknown", data)
    def handle_entityref(self, name): print("entity", name)
    def handle_charref(self, name): print("char", name)

page = """<!DOCTYPE html>
<html lang=en><!-- a -- b --><body class='x y' hidden>
<p>1 &lt; 2 &#x41; &eacute;<br/><img src="a>b" alt='"'>
<script>if (a < b && c) "</p>";</script><?php x ?>
<a href=x y = "z" Z>t</a ></P><![CDATA[x]]></body>"""
for convert in (True, False):
    teller = Teller(convert_charrefs=convert)
    teller.feed(page)
    teller.close()
    print("--")
teller = Teller()
for piece in ("<di", "v a=", "1>te", "xt &am", "p; more</di", "v>", "rest <"):
    teller.feed(piece)
teller.close()
print(repr(teller.get_starttag_text()))
