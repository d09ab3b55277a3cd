import { crc32, deflateRawSync } from 'node:zlib'
import writeXlsxFile from 'write-excel-file/node'

/** A workbook with these rows, each cell as its own type. */
export async function xlsx(
  rows: readonly (readonly (string | number | Date | object | null)[])[],
): Promise<Uint8Array> {
  const cell = (value: string | number | Date | object | null) =>
    value === null || (typeof value === 'object' && !(value instanceof Date))
      ? value
      : { value, type: value.constructor }
  const made = await writeXlsxFile(rows.map(r => r.map(cell)) as never, { dateFormat: 'dd/mm/yyyy' } as never)
  return new Uint8Array(await (made as unknown as { toBuffer(): Promise<Buffer> }).toBuffer())
}

/** A workbook whose one sheet holds these rows, as they stand in the file. */
export const workbook = (rows: string, sheet = 'worksheets/sheet1.xml') =>
  zipOf({
    'xl/workbook.xml': '<workbook><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="${sheet}"/></Relationships>`,
    [`xl/${sheet}`]: `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
  })

/** A zip of files that says nothing true of what they unpack to. */
export function zipOf(files: Readonly<Record<string, string | Buffer>>): Uint8Array {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let at = 0
  for (const [name, content] of Object.entries(files)) {
    const packed = deflateRawSync(content)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(crc32(content), 14)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt16LE(name.length, 26)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    central.writeUInt16LE(8, 10)
    central.writeUInt32LE(crc32(content), 16)
    central.writeUInt32LE(packed.length, 20)
    central.writeUInt32LE(10, 24)
    central.writeUInt16LE(name.length, 28)
    central.writeUInt32LE(at, 42)
    locals.push(local, Buffer.from(name), packed)
    centrals.push(central, Buffer.from(name))
    at += 30 + name.length + packed.length
  }
  const list = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Object.keys(files).length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  return new Uint8Array(Buffer.concat([...locals, list, end]))
}
