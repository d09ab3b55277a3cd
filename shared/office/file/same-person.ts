/** A name as two ways of writing it have in common: without titles, marks and letter case. */
export function nameKey(name: string): string {
  const [before = ''] = name.split(',')
  const words = before
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '')
  const bare = words.filter(word => !TITLES.has(word))
  return (bare.length > 0 ? bare : words).join(' ')
}

/** Degrees that stand before a name, and how people are addressed; those behind it follow a comma. */
const TITLES = new Set(['dr', 'drs', 'dra', 'drg', 'ir', 'prof', 'h', 'hj', 'bapak', 'ibu', 'sdr', 'sdri'])

/** A user name made of somebody's name that nobody has yet: `siti.aminah`, and `siti.aminah2` for a second one. */
export function freeUsername(name: string, isTaken: (username: string) => boolean): string {
  const words = nameKey(name)
    .split(' ')
    .map(word => word.replace(/[^a-z0-9]/g, ''))
  const made = words
    .filter(word => word !== '')
    .slice(0, 2)
    .join('.')
    .slice(0, 40)
  const base = made.length < 2 ? `petugas${made}` : made
  for (let n = 1; ; n++) {
    const username = n === 1 ? base : `${base}${n}`
    if (!isTaken(username)) return username
  }
}
