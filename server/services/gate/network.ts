import { createHmac } from 'node:crypto'
import { isIPv6 } from 'node:net'

/**
 * The network behind an address: an IPv4 address, or the /64 that one IPv6 subscriber is given, since he may change the other
 * half at will.
 */
export function networkOf(address: string): string {
  const plain = address.split('%')[0]!.toLowerCase()
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain)?.[1]
  if (mapped) return mapped
  if (!isIPv6(plain)) return plain
  const groups = groupsOf(plain)
  // The same IPv4 address written in hexadecimal, as a proxy may write it.
  if (groups.slice(0, 6).join(':') === '0:0:0:0:0:ffff')
    return groups
      .slice(6)
      .flatMap(g => [parseInt(g, 16) >> 8, parseInt(g, 16) & 255])
      .join('.')
  return `${groups.slice(0, 4).join(':')}::/64`
}

/** A network under a keyed hash: it is counted, kept in memory only, and cannot be read back. */
export function createNetworks(key: Buffer): (address: string) => string {
  const own = createHmac('sha256', key).update('network').digest()
  return address => createHmac('sha256', own).update(networkOf(address)).digest('base64url').slice(0, 22)
}

/** The eight groups of an IPv6 address; what `::` leaves out is zero. */
function groupsOf(address: string): string[] {
  const [head = '', tail] = address.split('::')
  const left = head === '' ? [] : head.split(':')
  // A dotted end stands for two groups.
  const right = tail ? tail.replace(/\d+\.\d+\.\d+\.\d+$/, '0:0').split(':') : []
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length
  return [...left, ...Array.from({ length: Math.max(0, zeros) }, () => '0'), ...right].map(g =>
    g.replace(/^0+(?=.)/, ''),
  )
}
