"""Addresses, networks and interfaces."""
from ipaddress import *
import ipaddress

for text in ("10.0.0.1", "255.255.255.255", "::1", "2001:db8::ff00:42:8329", "::ffff:1.2.3.4", "::", "1:2:3:4:5:6:7:8", "2002:c000:204::"):
    a = ip_address(text)
    print(repr(a), a, int(a), a.packed, a.exploded, a.compressed, a.reverse_pointer, a.version, [n for n in dir(a) if n.startswith("is_") and getattr(a, n)])
n = ip_network("192.168.0.0/29")
print(repr(n), n.netmask, n.hostmask, n.broadcast_address, n.num_addresses, list(n.hosts()), n[1], n[-1], ip_address("192.168.0.3") in n)
print(list(n.subnets()), list(n.subnets(new_prefix=31))[:2], n.supernet(), n.overlaps(ip_network("192.168.0.4/30")), n.with_netmask, n.with_hostmask, n.subnet_of(ip_network("192.168.0.0/16")))
print(list(n.address_exclude(ip_network("192.168.0.2/31"))), n.compare_networks(ip_network("192.168.1.0/29")), ip_network("10.0.0.7/24", strict=False), ip_network("1.2.3.4"), ip_network(("10.0.0.0", "255.0.0.0")))
print(list(collapse_addresses([ip_network("10.0.0.0/25"), ip_network("10.0.0.128/25"), ip_address("10.0.1.0")])), list(summarize_address_range(IPv4Address("10.0.0.1"), IPv4Address("10.0.0.9"))))
i = ip_interface("10.1.2.3/8")
print(repr(i), i.ip, i.network, i.with_prefixlen, i.with_netmask, i == IPv4Address("10.1.2.3"), i + 1, hash(i) == hash(ip_interface("10.1.2.3/8")))
print(IPv6Address("fe80::1%eth0"), repr(IPv6Address("fe80::1%x").scope_id))
print(f"{IPv4Address('1.2.3.4'):x} {IPv4Address('1.2.3.4'):#_b} {IPv6Address('::1'):n} {IPv4Address('1.2.3.4'):>10s}", IPv6Network("2001:db8::/126").num_addresses, list(IPv6Network("::/126").hosts()), IPv6Address("2001:0:1:2::3").teredo, IPv6Address("2002:c000:204::").sixtofour)
print(IPv4Address(5) < IPv4Address(6), IPv4Address("0.0.0.255") + 1, sorted([ip_network("10.0.0.0/8"), ip_address("1.1.1.1")], key=get_mixed_type_key))
for make, arg in ((ip_address, "1.2.3"), (IPv4Address, "1.2.3.256"), (IPv4Address, "01.2.3.4"), (IPv4Address, "1.2.3.4/8"), (IPv4Address, -1), (IPv4Address, b"123"), (IPv6Address, "1::2::3"), (IPv6Address, ":1"), (IPv6Address, "12345::"),
                  (IPv6Address, "g::"), (IPv6Address, "1:2:3"), (IPv4Network, "10.0.0.1/8"), (IPv4Network, "10.0.0.0/33"), (IPv4Network, "10.0.0.0/255.0.255.0"), (ip_network, "x"), (IPv6Address, "1:2:3:4:5:6:7:8:9:10"), (IPv4Address, "")):
    try:
        print(make(arg))
    except ValueError as error:
        print(type(error).__name__, error)
for broken in (lambda: IPv4Address(1) < IPv6Address(1), lambda: IPv4Address(2**32 - 1) + 1, lambda: n[8], lambda: list(n.subnets(9)), lambda: IPv4Address(1) + "x"):
    try:
        print(broken())
    except Exception as error:
        print(type(error).__name__, error)
