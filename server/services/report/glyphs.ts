/** Stands where a font has no sign for what somebody wrote. */
const UNKNOWN = '?'
/** Formats of a font's table of signs (OpenType `cmap`): the basic plane, and all planes. */
const [BASIC, FULL] = [4, 12]

/**
 * The code points that a TrueType font can draw, from its table `cmap`; nothing where it has none that is known. Source: OpenType
 * specification 1.9, chapter cmap.
 */
export function glyphsOf(font: Buffer): ReadonlySet<number> {
  const known = new Set<number>()
  const tables = font.readUInt16BE(4)
  for (let i = 0; i < tables; i++) {
    const at = 12 + 16 * i
    if (font.toString('latin1', at, at + 4) !== 'cmap') continue
    const cmap = font.readUInt32BE(at + 8)
    const parts = font.readUInt16BE(cmap + 2)
    for (let part = 0; part < parts; part++) {
      const table = cmap + font.readUInt32BE(cmap + 8 + 8 * part)
      const format = font.readUInt16BE(table)
      if (format === BASIC) basic(font, table, known)
      if (format === FULL) full(font, table, known)
    }
  }
  return known
}

function basic(font: Buffer, table: number, known: Set<number>): void {
  const twice = font.readUInt16BE(table + 6)
  for (let i = 0; i < twice; i += 2) {
    const end = font.readUInt16BE(table + 14 + i)
    const start = font.readUInt16BE(table + 16 + twice + i)
    const delta = font.readUInt16BE(table + 16 + 2 * twice + i)
    const place = table + 16 + 3 * twice + i
    const offset = font.readUInt16BE(place)
    for (let sign = start; sign <= end && sign < 0xffff; sign++) {
      const raw = offset === 0 ? sign : font.readUInt16BE(place + offset + 2 * (sign - start))
      if (raw !== 0 && ((raw + delta) & 0xffff) !== 0) known.add(sign)
    }
  }
}

function full(font: Buffer, table: number, known: Set<number>): void {
  const groups = font.readUInt32BE(table + 12)
  for (let i = 0; i < groups; i++) {
    const at = table + 16 + 12 * i
    for (let sign = font.readUInt32BE(at); sign <= font.readUInt32BE(at + 4); sign++) known.add(sign)
  }
}

/**
 * A text as a font can draw it: what it cannot is a question mark, since a paper for everybody may hold no empty box.
 * @example drawable('a✓', new Set([97, 63])) // 'a?'
 */
export function drawable(text: string, known: ReadonlySet<number>): string {
  let out = ''
  for (const sign of text) out += known.has(sign.codePointAt(0)!) || sign === '\n' ? sign : UNKNOWN
  return out
}
