import { crc32, deflateSync } from 'node:zlib'

/** Lines of so many bytes, each behind its filter. */
export function pointsOf(lines: number, bytes: number, filter = 0): Buffer {
  const line = Buffer.alloc(1 + bytes, 0x5f)
  line[0] = filter
  return Buffer.concat(Array<Buffer>(lines).fill(line))
}

/** A PNG in colours, whole unless something else is asked for. */
export function png({
  width = 64,
  height = 48,
  interlace = 0,
  kind: [depth, type] = [8, 2],
  points = pointsOf(height, width * 3),
  more = [],
  tail = Buffer.alloc(0),
}: {
  width?: number
  height?: number
  interlace?: number
  /** The depth of a sample and the colour type. */
  kind?: readonly [number, number]
  points?: Buffer
  more?: readonly (readonly [string, Buffer])[]
  tail?: Buffer
} = {}): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([depth, type, 0, 0, interlace], 8)
  const sign = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const chunks: readonly (readonly [string, Buffer])[] = [
    ['IHDR', header],
    ...more,
    ['IDAT', deflateSync(points)],
    ['IEND', Buffer.alloc(0)],
  ]
  return Buffer.concat([sign, ...chunks.map(([name, data]) => chunk(name, data)), tail])
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(data.length, 0)
  body.copy(whole, 4)
  whole.writeUInt32BE(crc32(body), whole.length - 4)
  return whole
}
