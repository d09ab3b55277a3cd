import { createHmac } from 'node:crypto'
import { isIPv4, isIPv6 } from 'node:net'

/**
 * An address in its one spelling: without the port, brackets, quotes and zone that a proxy may put around it, and IPv4 as
 * IPv4, however it was written into IPv6. What is no address stays as it is.
 */
export function plainAddress(given: string): string {
  const text = given
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .toLowerCase()
  const bare = (/^\[(.*)\](?::\d*)?$/.exec(text)?.[1] ?? text.replace(/^([\d.]+):\d*$/, '$1')).split('%')[0]!
  if (!isIPv6(bare)) return bare
  const groups = groupsOf(bare)
  if (groups.slice(0, 6).join(':') !== '0:0:0:0:0:ffff') return groups.join(':')
  return groups
    .slice(6)
    .flatMap(g => [parseInt(g, 16) >> 8, parseInt(g, 16) & 255])
    .join('.')
}

/**
 * The network behind an address: an IPv4 address, or the /64 that one IPv6 subscriber is given, since he may change the other
 * half at will.
 */
export function networkOf(address: string): string {
  const plain = plainAddress(address)
  return isIPv6(plain) ? `${plain.split(':').slice(0, 4).join(':')}::/64` : plain
}

/** Whether an address is this machine's own. */
export function isOwnMachine(address: string): boolean {
  const plain = plainAddress(address)
  return plain === '0:0:0:0:0:0:0:1' || (isIPv4(plain) && plain.startsWith('127.'))
}

/** The wider network around one: what a single owner may have many networks of, a /48 or the first three parts of IPv4. */
export function crowdOf(network: string): string {
  return network.split(/[.:]/).slice(0, 3).join('.')
}

/** A network under a keyed hash: it is counted, kept in memory only, and cannot be read back. */
export function createNetworks(key: Buffer): (address: string) => string {
  const own = createHmac('sha256', key).update('network').digest()
  return address => createHmac('sha256', own).update(networkOf(address)).digest('base64url').slice(0, 22)
}

/** The eight groups of an IPv6 address; what `::` leaves out is zero. */
function groupsOf(address: string): string[] {
  const [head = '', tail] = address.replace(/\d+\.\d+\.\d+\.\d+$/, twoGroups).split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail ? tail.split(':') : []
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length
  return [...left, ...Array.from({ length: Math.max(0, zeros) }, () => '0'), ...right].map(g =>
    g.replace(/^0+(?=.)/, ''),
  )
}

/** A dotted end as the two groups that it stands for. */
function twoGroups(dotted: string): string {
  const [a, b, c, d] = dotted.split('.').map(Number) as [number, number, number, number]
  return `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`
}
