// Kubernetes' functions for IP addresses and blocks of them.
import type { Environment } from '@marcbachmann/cel-js';
import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;

class Ip {
  constructor(readonly address: Address) {}
  get text(): string {
    const { address } = this;
    return 'toRFC5952String' in address ? address.toRFC5952String() : address.toString();
  }
}

class Cidr {
  constructor(
    readonly ip: Ip,
    readonly bits: number,
  ) {}
  get text(): string {
    return `${this.ip.text}/${this.bits}`;
  }
}

const plainV4 = /^(0|[1-9]\d{0,2})(\.(0|[1-9]\d{0,2})){3}$/;

/** Neither zones, nor leading zeros, nor IPv4 in the form of IPv6. */
function addressOf(text: string): Ip | undefined {
  if (!text.includes(':'))
    return plainV4.test(text) && ipaddr.IPv4.isValid(text) ? new Ip(ipaddr.IPv4.parse(text)) : undefined;
  if (/[%]/.test(text) || !ipaddr.IPv6.isValid(text)) return undefined;
  const address = ipaddr.IPv6.parse(text);
  return address.isIPv4MappedAddress() ? undefined : new Ip(address);
}

function blockOf(text: string): Cidr | undefined {
  const [, address = '', bits = ''] = /^(.*)\/(0|[1-9]\d{0,2})$/.exec(text) ?? [];
  const ip = addressOf(address);
  return ip && Number(bits) <= (ip.address.kind() === 'ipv4' ? 32 : 128) ? new Cidr(ip, Number(bits)) : undefined;
}

function ipOf(text: string): Ip {
  const found = addressOf(text);
  if (!found) throw new Error(`"${text}" is not an IP address`);
  return found;
}

function cidrOf(text: string): Cidr {
  const found = blockOf(text);
  if (!found) throw new Error(`"${text}" is not a block of addresses`);
  return found;
}

/** The address with all bits behind the prefix cleared. */
function masked({ ip, bits }: Cidr): Cidr {
  const bytes = ip.address.toByteArray().map((byte, at) => {
    const kept = Math.min(8, Math.max(0, bits - 8 * at));
    return byte & (0xff << (8 - kept)) & 0xff;
  });
  return new Cidr(new Ip(ipaddr.fromByteArray(bytes)), bits);
}

function contains({ ip, bits }: Cidr, { address }: Ip): boolean {
  return ip.address.kind() === address.kind() && address.match(ip.address, bits);
}

const containsBlock = (outer: Cidr, inner: Cidr) => outer.bits <= inner.bits && contains(outer, inner.ip);

const rangeIs = (name: string) => (ip: Ip) => ip.address.range() === name;
const isLinkLocalMulticast = ({ text }: Ip) => /^224\.0\.0\./.test(text) || /^ff[0-9a-f]2:/.test(text);
/** As Go has it: also private addresses, but none that is unspecified, loopback, multicast, link-local or broadcast. */
const isGlobalUnicast = ({ address }: Ip) =>
  !['unspecified', 'loopback', 'multicast', 'linkLocal', 'broadcast'].includes(address.range());

/** Stands for the name before the dot in `ip.isCanonical`. */
class IpFunctions {}

/** See https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-ip-address-library */
export function addAddresses(env: Environment): Environment {
  return env
    .registerType('net.IP', Ip)
    .registerType('net.CIDR', Cidr)
    .registerType('kubernetes.IpFunctions', IpFunctions)
    .registerConstant('ip', 'kubernetes.IpFunctions', new IpFunctions())
    .registerFunction('isIP(string): bool', (text: string) => addressOf(text) !== undefined)
    .registerFunction('ip(string): net.IP', ipOf)
    .registerFunction(
      'kubernetes.IpFunctions.isCanonical(string): bool',
      (_: IpFunctions, text: string) => ipOf(text).text === text,
    )
    .registerFunction('string(net.IP): string', ({ text }: Ip) => text)
    .registerOperator('net.IP == net.IP', (a: Ip, b: Ip) => a.text === b.text)
    .registerFunction('net.IP.family(): int', ({ address }: Ip) => (address.kind() === 'ipv4' ? 4n : 6n))
    .registerFunction('net.IP.isUnspecified(): bool', rangeIs('unspecified'))
    .registerFunction('net.IP.isLoopback(): bool', rangeIs('loopback'))
    .registerFunction('net.IP.isLinkLocalMulticast(): bool', isLinkLocalMulticast)
    .registerFunction('net.IP.isLinkLocalUnicast(): bool', rangeIs('linkLocal'))
    .registerFunction('net.IP.isGlobalUnicast(): bool', isGlobalUnicast)
    .registerFunction('isCIDR(string): bool', (text: string) => blockOf(text) !== undefined)
    .registerFunction('cidr(string): net.CIDR', cidrOf)
    .registerFunction('string(net.CIDR): string', ({ text }: Cidr) => text)
    .registerOperator('net.CIDR == net.CIDR', (a: Cidr, b: Cidr) => a.text === b.text)
    .registerFunction('net.CIDR.containsIP(string): bool', (block: Cidr, text: string) => contains(block, ipOf(text)))
    .registerFunction('net.CIDR.containsIP(net.IP): bool', contains)
    .registerFunction('net.CIDR.containsCIDR(string): bool', (a: Cidr, text: string) => containsBlock(a, cidrOf(text)))
    .registerFunction('net.CIDR.containsCIDR(net.CIDR): bool', containsBlock)
    .registerFunction('net.CIDR.ip(): net.IP', ({ ip }: Cidr) => ip)
    .registerFunction('net.CIDR.masked(): net.CIDR', masked)
    .registerFunction('net.CIDR.prefixLength(): int', ({ bits }: Cidr) => BigInt(bits));
}
