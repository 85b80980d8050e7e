// Kubernetes' own functions as a truth table: each expression holds, or says why it can't be evaluated.
import { environment, toCel } from '../environment';

const object = toCel({ hosts: ['a', 'b'], ip: '10.0.3.7', sets: ['x'], image: 'shop:1.10.0', limits: [1, { a: [2] }] });
const evaluate = (expression: string): unknown => environment().parse(expression)({ object });

it.each([
  // Sets.
  'sets.contains(object.hosts, ["b"]) && sets.contains([1, 2, 3], []) && !sets.contains(["a"], object.hosts)',
  'sets.equivalent(["b", "a", "b"], object.hosts) && !sets.equivalent(["a"], object.hosts)',
  'sets.intersects(object.hosts, ["b", "c"]) && !sets.intersects(object.hosts, ["c"]) && !sets.intersects([], [])',
  'sets.contains(object.limits, [{"a": [2]}]) && !sets.contains(object.limits, [{"a": [3]}])',
  'object.sets.exists(sets, sets == "x")',
  '[[1], [2], [1]].indexOf([1]) == 0 && [[1], [2], [1]].lastIndexOf([1]) == 2 && [1].indexOf(3) == -1',
  // Quantities.
  'quantity("50k").add(quantity("20k")) == quantity("70k") && quantity("50k").add(20) == quantity("50020")',
  'quantity("50k").sub(quantity("20k")) == quantity("30k") && quantity("50k").sub(20).isLessThan(quantity("50k"))',
  'quantity("1Ki") == quantity("1024") && quantity("1Ki") != quantity("1k")',
  'quantity("-3").sign() == -1 && quantity("0").sign() == 0 && quantity("2Gi").sign() == 1',
  'quantity("50000000G").isInteger() && quantity("50k").asInteger() == 50000 && !quantity("1.5").isInteger()',
  // Versions.
  'semver("1.10.0").isGreaterThan(semver("1.9.9")) && semver("1.0.0-rc.1").isLessThan(semver("1.0.0"))',
  'semver("1.0.0-alpha.2").isLessThan(semver("1.0.0-alpha.10")) && semver("1.0.0-1").isLessThan(semver("1.0.0-a"))',
  'semver("1.2.3+build").compareTo(semver("1.2.3")) == 0 && semver("1.0.0-a").isLessThan(semver("1.0.0-a.1"))',
  'semver(object.image.split(":")[1]).minor() == 10 && semver("4.5.6").major() == 4 && semver("4.5.6").patch() == 6',
  'isSemver("0.0.1") && !isSemver("v1.0.0") && !isSemver("1.0") && !isSemver("01.0.0")',
  // Addresses.
  'isIP("127.0.0.1") && isIP("::1") && !isIP("127.0.0.256") && !isIP("127.1") && !isIP("010.0.0.1") && !isIP("a")',
  '!isIP("fe80::1%eth0") && !isIP("::ffff:1.2.3.4") && !isIP("10.0.0.0/8")',
  'ip(object.ip).family() == 4 && ip("2001:db8::").family() == 6',
  'ip("2001:DB8::0") == ip("2001:db8::") && ip("10.0.0.1") != ip("10.0.0.2") && string(ip("2001:DB8:0::1")) == "2001:db8::1"',
  'ip.isCanonical("10.0.0.1") && ip.isCanonical("2001:db8::") && !ip.isCanonical("2001:DB8::")',
  'ip("127.0.0.5").isLoopback() && ip("::1").isLoopback() && ip("0.0.0.0").isUnspecified()',
  'ip("169.254.1.1").isLinkLocalUnicast() && ip("224.0.0.1").isLinkLocalMulticast() && ip("ff02::1").isLinkLocalMulticast()',
  'ip("10.0.0.1").isGlobalUnicast() && ip("8.8.8.8").isGlobalUnicast() && !ip("255.255.255.255").isGlobalUnicast()',
  '!ip("224.0.1.1").isLinkLocalMulticast() && !ip("::1").isGlobalUnicast()',
  // Blocks.
  'isCIDR("192.168.0.0/24") && isCIDR("::/0") && !isCIDR("192.168.0.0/33") && !isCIDR("192.168.0.0") && !isCIDR("1.1.1.1/08")',
  'cidr("10.0.0.0/16").containsIP(object.ip) && cidr("10.0.0.0/16").containsIP(ip(object.ip))',
  '!cidr("10.0.0.0/24").containsIP(object.ip) && !cidr("10.0.0.0/8").containsIP("::1")',
  'cidr("10.0.0.0/8").containsCIDR("10.1.0.0/16") && cidr("10.0.0.0/8").containsCIDR(cidr("10.0.0.0/8"))',
  '!cidr("10.0.0.0/16").containsCIDR("10.0.0.0/8")',
  'cidr("10.1.2.3/12").masked() == cidr("10.0.0.0/12") && string(cidr("2001:db8:1::5/33").masked()) == "2001:db8::/33"',
  'cidr("10.1.2.3/12").ip() == ip("10.1.2.3") && cidr("10.1.2.3/12").prefixLength() == 12',
  // URLs.
  'isURL("https://shop.example:8443/a?b=c") && isURL("/absolute/path") && !isURL("../relative") && !isURL("https://a b/")',
  'url("https://u:p@shop.example:8443/a").getHost() == "shop.example:8443" && url("https://a:1/").getScheme() == "https"',
  'url("https://shop.example:8443/").getHostname() == "shop.example" && url("https://[::1]:80/").getHostname() == "::1"',
  'url("https://shop.example:443/").getPort() == "443" && url("https://shop.example/").getPort() == ""',
  'url("https://shop.example/a b/").getEscapedPath() == "/a%20b/" && url("https://a/%2F").getEscapedPath() == "/%2F"',
  'url("/p?k=a&k=b%20c&l").getQuery() == {"k": ["a", "b c"], "l": [""]} && url("/path").getHost() == ""',
  // Forms.
  '!format.dns1123Label().validate("my-label").hasValue() && format.dns1123Label().validate("My.Label").hasValue()',
  '!format.dns1123Subdomain().validate("a.b-c").hasValue() && format.dns1035Label().validate("1a").hasValue()',
  '!format.qualifiedName().validate("example.com/My_name").hasValue() && format.qualifiedName().validate("a/b/c").hasValue()',
  '!format.labelValue().validate("").hasValue() && format.labelValue().validate("-a").hasValue()',
  '!format.uuid().validate("123e4567-e89b-12d3-a456-426614174000").hasValue() && format.uri().validate("x y").hasValue()',
  // Texts.
  '"a1b2c3".findAll("[0-9]", 2) == ["1", "2"] && "abc".charAt(1) == "b" && "abc".charAt(3) == ""',
  '"a-b-c".replace("-", "+") == "a+b+c" && "a-b-c".replace("-", "+", 1) == "a+b-c"',
])('%s', expression => {
  expect(evaluate(expression)).toBe(true);
});

it.each([
  ['ip("10.0.0.0/8")', 'is not an IP address'],
  ['cidr("10.0.0.1")', 'is not a block of addresses'],
  ['cidr("10.0.0.0/8").containsIP("ten")', 'is not an IP address'],
  ['url("../up")', 'is not an absolute URL or path'],
  ['semver("1.0")', 'is not a semantic version'],
  ['quantity("1.5").asInteger()', 'is not a whole number'],
  ['"abc".charAt(4)', 'has no character 4'],
  ['[].min()', 'an empty list'],
])('%s can not be evaluated: it %s', (expression, message) => {
  expect(() => evaluate(expression)).toThrow(message);
});
