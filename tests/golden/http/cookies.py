"""Cookies and status codes."""
from http import HTTPMethod, HTTPStatus
from http.cookies import CookieError, Morsel, SimpleCookie

jar = SimpleCookie('a=1; b="x\\"y\\054z"; $Path=/; c=d; HttpOnly')
for name, morsel in sorted(jar.items()):
    print(name, repr(morsel.value), repr(morsel.coded_value), morsel)
jar = SimpleCookie()
jar["user"] = "me; you"
jar["user"]["path"] = "/"
jar["user"]["max-age"] = 3600
jar["user"]["secure"] = True
jar["user"]["httponly"] = 1
jar["n"] = 3
print(jar.output())
print(jar, repr(jar), sep="\n")
print(jar["user"].OutputString(["path"]), jar.js_output())
for broken in (lambda: jar.__setitem__("a b", 1), lambda: jar["n"].__setitem__("foo", 1),
               lambda: Morsel().set("path", "x", "x")):
    try:
        broken()
    except CookieError as error:
        print(error)
print(Morsel() == Morsel(), jar["n"] == jar["n"].copy(), SimpleCookie("bad cookie; x=1"))
print(HTTPStatus.NOT_FOUND, repr(HTTPStatus(418)), HTTPStatus.OK.phrase, HTTPStatus.OK.description, HTTPStatus(301).is_redirection)
print(HTTPMethod.GET, repr(HTTPMethod.POST), HTTPMethod.PUT.description, len(HTTPStatus))
