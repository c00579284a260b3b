"""Reading and writing messages, and mailboxes of them."""
import email, email.utils as u, mailbox, os
m=email.message_from_string("From: A <a@b>\nTo: x@y,\n  z@w\nContent-Type: multipart/mixed; boundary=\"b1\"\n\npre\n--b1\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\nw6k=\n--b1\n\nplain\n--b1--\nepi\n")
print(m.keys(), m["to"], m.is_multipart(), [p.get_content_type() for p in m.walk()], m.get_payload(0).get_payload(decode=True), m.preamble, m.epilogue, m.get_boundary(), m.get_payload(0).get_content_charset())
print(m.as_string()==str(m)); print(m.as_string())
print(u.parseaddr("A B <a@b.c>"), u.parseaddr("a@b (C)"), u.getaddresses(["x@y, \"Q, R\" <q@r>", "group: a@b, c@d;"]), u.formataddr(("A, B","a@b")), u.parsedate("Mon, 20 Nov 1995 19:12:08 -0500"), u.parsedate_tz("20 Nov 95 19:12 EST"), u.mktime_tz(u.parsedate_tz("Mon, 20 Nov 1995 19:12:08 -0500")), u.formatdate(0), u.formatdate(0,usegmt=True), u.parsedate_to_datetime("Mon, 20 Nov 1995 19:12:08 -0500"))
n=email.message.Message(); n["Subject"]="s"; n.set_payload("hé","utf-8"); n.add_header("X","v",filename="a b"); print(n.as_string()); print(n.get_param("filename",header="x"), n.get_filename(), n.get_content_charset())
d=os.environ["SCRATCH"]; b=mailbox.mbox(d+"/m"); k=b.add("Subject: 1\n\nFrom here\n"); b.add(n); b.flush(); b=mailbox.mbox(d+"/m"); print(len(b), b.keys(), b[0]["subject"], b[0].get_payload(), b[0].get_from().split()[0]); mm=b[1]; mm.set_flags("RD"); print(mm.get_flags()); b.remove(0); print(b.keys())
e=mailbox.Maildir(d+"/md"); k=e.add(b"Subject: x\n\ny\n"); print(len(e), e[k]["Subject"], e.get_file(k).read(), k in e); e.remove(k); print(len(e))
