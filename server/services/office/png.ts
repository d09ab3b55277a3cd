import { createHash } from 'node:crypto'
import { crc32, deflateSync, inflateSync } from 'node:zlib'
import { AppError } from '../../../shared/kit/errors.ts'

/** A picture as it is kept: drawn anew, so that nothing but its points is left of the file that came. */
export interface Picture {
  /** Its content under a hash, and so its address. */
  readonly id: string
  readonly bytes: Buffer
  readonly width: number
  readonly height: number
}

const SIGN = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** A picture that stands beside a name on a phone and in a hall. */
const SIDE = { least: 32, most: 1024 } as const
const WIDEST = 3
/** The colour type of a picture whose points are places in a list of colours. */
const PALETTE = 3
const MOST_BYTES = 32 * 1024
/** Samples of a point by the colour type of the header, and how many bits each may have (PNG, table 12). */
const KINDS: ReadonlyMap<number, { readonly samples: number; readonly depths: readonly number[] }> = new Map([
  [0, { samples: 1, depths: [1, 2, 4, 8, 16] }],
  [2, { samples: 3, depths: [8, 16] }],
  [PALETTE, { samples: 1, depths: [1, 2, 4, 8] }],
  [4, { samples: 2, depths: [8, 16] }],
  [6, { samples: 4, depths: [8, 16] }],
])
/** A line of points is as it is, or the difference to its neighbours in one of four ways. */
const FILTERS = 5

/** A PNG out of the bytes of a file, by its content alone. Throws `LOGO_UNFIT` with what is wrong. */
export function pictureOf(file: Uint8Array): Picture {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  if (!bytes.subarray(0, 8).equals(SIGN)) throw unfit('kind')
  if (bytes.length > MOST_BYTES) throw unfit('large')
  const chunks = chunksOf(bytes)
  const header = chunks.find(c => c.name === 'IHDR')?.data
  if (header?.length !== 13 || chunks[0]?.name !== 'IHDR') throw unfit('broken')
  const [width, height, depth, type] = [header.readUInt32BE(0), header.readUInt32BE(4), header[8]!, header[9]!]
  if (Math.min(width, height) < SIDE.least || Math.max(width, height) > SIDE.most) throw unfit('size')
  if (width > height * WIDEST) throw unfit('shape')
  const kind = KINDS.get(type)
  // In one go, not in seven passes: those are for slow lines, and nobody's tools write them by default.
  if (!kind?.depths.includes(depth) || header.readUIntBE(10, 3) !== 0) throw unfit('broken')
  const line = 1 + Math.ceil((width * kind.samples * depth) / 8)
  const points = pointsOf(chunks, height * line)
  for (let at = 0; at < points.length; at += line) if (points[at]! >= FILTERS) throw unfit('broken')
  const colours = type === PALETTE ? coloursOf(chunks, depth) : undefined
  const clear = clearOf(chunks, type, depth, colours)
  const made = Buffer.concat([
    SIGN,
    chunk('IHDR', header),
    ...(colours ? [chunk('PLTE', colours)] : []),
    ...(clear ? [chunk('tRNS', clear)] : []),
    chunk('IDAT', deflateSync(points, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
  return { id: createHash('sha256').update(made).digest('base64url').slice(0, 22), bytes: made, width, height }
}

interface Chunk {
  readonly name: string
  readonly data: Buffer
}

function chunksOf(bytes: Buffer): readonly Chunk[] {
  const chunks: Chunk[] = []
  for (let at = SIGN.length; at + 12 <= bytes.length;) {
    const length = bytes.readUInt32BE(at)
    const end = at + 8 + length
    if (end + 4 > bytes.length) throw unfit('broken')
    if (crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end)) throw unfit('broken')
    const name = bytes.toString('latin1', at + 4, at + 8)
    chunks.push({ name, data: bytes.subarray(at + 8, end) })
    if (name === 'IEND') return chunks
    at = end + 4
  }
  throw unfit('broken')
}

/** All points, exactly as many as the header says: a small file that unpacks without end is stopped there. */
function pointsOf(chunks: readonly Chunk[], size: number): Buffer {
  const packed = Buffer.concat(chunks.filter(c => c.name === 'IDAT').map(c => c.data))
  try {
    const points = inflateSync(packed, { maxOutputLength: size })
    if (points.length === size) return points
  } catch {
    // Too many of them, or none that can be read.
  }
  throw unfit('broken')
}

/** The one chunk of a name, where there is one. */
function oneOf(chunks: readonly Chunk[], name: string): Buffer | undefined {
  const [one, ...others] = chunks.filter(c => c.name === name)
  if (others.length > 0) throw unfit('broken')
  return one?.data
}

/** The colours of a picture with a list of them: no more than its points can name. */
function coloursOf(chunks: readonly Chunk[], depth: number): Buffer {
  const colours = oneOf(chunks, 'PLTE')
  if (!colours?.length || colours.length % 3 !== 0 || colours.length > 3 * 2 ** depth) throw unfit('broken')
  return colours
}

/** What is clear: of a list of colours how much each is, else the one colour that is, where points do not say it themselves. */
function clearOf(chunks: readonly Chunk[], type: number, depth: number, colours?: Buffer): Buffer | undefined {
  const clear = oneOf(chunks, 'tRNS')
  if (clear === undefined) return undefined
  if (colours) {
    if (clear.length > colours.length / 3) throw unfit('broken')
    return clear
  }
  const samples = type === 0 ? 1 : type === 2 ? 3 : 0
  if (samples === 0 || clear.length !== 2 * samples) throw unfit('broken')
  for (let at = 0; at < clear.length; at += 2) if (clear.readUInt16BE(at) >= 2 ** depth) throw unfit('broken')
  return clear
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(data.length, 0)
  body.copy(whole, 4)
  whole.writeUInt32BE(crc32(body), whole.length - 4)
  return whole
}

function unfit(problem: 'kind' | 'large' | 'size' | 'shape' | 'broken'): AppError {
  return new AppError('LOGO_UNFIT', { problem })
}
