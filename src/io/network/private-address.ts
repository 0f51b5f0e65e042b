import { BlockList, isIP } from 'node:net'

/** Ranges without hosts of the public internet (IANA special-purpose registries, RFC 6890): address, prefix and family. */
const reserved: readonly (readonly [address: string, prefix: number, family: 'ipv4' | 'ipv6'])[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  ['192.0.2.0', 24, 'ipv4'],
  ['192.88.99.0', 24, 'ipv4'],
  ['198.51.100.0', 24, 'ipv4'],
  ['203.0.113.0', 24, 'ipv4'],
  // Public IPv6 hosts have addresses in 2000::/3 only.
  ['::', 3, 'ipv6'],
  ['4000::', 2, 'ipv6'],
  ['8000::', 1, 'ipv6'],
  ['2001::', 23, 'ipv6'],
  ['2001:db8::', 32, 'ipv6'],
  ['3fff::', 20, 'ipv6'],
]

/** One list for each family: in a list of both, an IPv4 address would match the IPv6 address it is mapped to. */
const blocked = { ipv4: new BlockList(), ipv6: new BlockList() }
for (const [address, prefix, family] of reserved) blocked[family].addSubnet(address, prefix, family)

/**
 * Whether an IP address belongs to this machine, its network or no single host; also for IPv6 addresses that contain such an IPv4 address
 * (mapped, 6to4, NAT64).
 */
export function isPrivateAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return blocked.ipv4.check(address, 'ipv4')
  if (family !== 6) return true
  const inner = innerIpv4(address)
  return inner === undefined ? blocked.ipv6.check(address, 'ipv6') : blocked.ipv4.check(inner, 'ipv4')
}

/** The IPv4 address inside an IPv6 one: `::ffff:0:0/96`, `64:ff9b::/96`, `2002::/16`. */
function innerIpv4(address: string): string | undefined {
  const words = wordsOf(address)
  const dotted = (high: number, low: number): string => [high >> 8, high & 255, low >> 8, low & 255].join('.')
  const start = words.slice(0, 6).join(' ')
  if (['0 0 0 0 0 65535', '100 65435 0 0 0 0'].includes(start)) return dotted(words[6] ?? 0, words[7] ?? 0)
  return words[0] === 0x2002 ? dotted(words[1] ?? 0, words[2] ?? 0) : undefined
}

/** The eight words of an IPv6 address. */
function wordsOf(address: string): readonly number[] {
  const plain = address.replace(/%.*$/, '').replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_all, ...parts: string[]) => {
    const [a = 0, b = 0, c = 0, d = 0] = parts.slice(0, 4).map(Number)
    return `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`
  })
  const [left = '', right] = plain.split('::')
  const before = left === '' ? [] : left.split(':')
  const after = right === undefined || right === '' ? [] : right.split(':')
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0')
  return [...before, ...(right === undefined ? [] : zeros), ...after].map((word) => Number.parseInt(word, 16))
}
