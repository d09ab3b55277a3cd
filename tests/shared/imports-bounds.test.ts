import { describe, expect, it } from 'vitest'
import { readTable } from '../../server/services/office-file/table.ts'
import { fc, runs } from '../helpers/property.ts'
import { HEAD, holidays, staff, wrong } from '../helpers/lists.ts'
import { workbook, xlsx, zipOf } from '../helpers/workbooks.ts'

describe('a list of staff', () => {
  it('is refused with a formula, broken, or larger than it looks', async () => {
    expect(wrong(await staff(`${HEAD}\n"=HYPERLINK(""x"")";a@b.go.id;;Petugas;1`))).toEqual([
      '2 Ada rumus. Salin sebagai nilai saja (tempel khusus), lalu coba lagi.',
    ])
    const formula = await xlsx([['Nama'], [{ value: '=1+1', type: 'Formula' }]])
    expect(wrong(await staff(formula))).toEqual([
      '0 Ada rumus. Salin sebagai nilai saja (tempel khusus), lalu coba lagi.',
    ])
    const unreadable = '0 Berkas tidak terbaca. Simpan ulang sebagai CSV atau XLSX, lalu coba lagi.'
    expect(wrong(await staff(formula.slice(0, 400)))).toEqual([unreadable])
    expect(wrong(await staff(`${HEAD}\n"Budi;`))).toEqual([unreadable])
    expect(wrong(await staff(zipOf({ 'xl/worksheets/sheet1.xml': Buffer.alloc(20_000_000) })))).toEqual([
      '0 Berkas terlalu besar: paling besar 10 MB.',
    ])
    expect(wrong(await staff(new Uint8Array(3_000_000)))).toEqual(['0 Berkas terlalu besar: paling besar 2 MB.'])
  })

  it('is refused where the archive holds more than it lists, says another size at the file, or a cell is longer than any name', async () => {
    const unreadable = '0 Berkas tidak terbaca. Simpan ulang sebagai CSV atau XLSX, lalu coba lagi.'
    const sound = await xlsx([
      ['Nama', 'Surel', 'Peran'],
      ['Budi Contoh', 'budi@kantor.example', 'Petugas'],
    ])
    expect(wrong(await staff(sound))).toEqual([])
    const end = Buffer.from(sound).lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
    // A file that is sound in itself and that the list at the end does not name.
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(20, 4)
    head.writeUInt32LE(0x8cdc1683, 14)
    head.writeUInt32LE(1, 18)
    head.writeUInt32LE(1, 22)
    head.writeUInt16LE(6, 26)
    const hidden = Buffer.concat([head, Buffer.from('hiddenx')])
    const moved = Buffer.from(sound)
    const list = moved.readUInt32LE(end + 16)
    moved.writeUInt32LE(list + hidden.length, end + 16)
    const more = Buffer.concat([moved.subarray(0, list), hidden, moved.subarray(list)])
    expect(wrong(await staff(new Uint8Array(more)))).toEqual([unreadable])
    const lying = Buffer.from(sound)
    lying.writeUInt32LE(4_000_000_000, lying.readUInt32LE(list + 42) + 22)
    expect(wrong(await staff(new Uint8Array(lying)))).toEqual(['0 Berkas terlalu besar: paling besar 10 MB.'])
    const long = `${HEAD}\n${'x'.repeat(501)};a@kantor.example;;Petugas;1`
    expect(wrong(await staff(long))).toEqual([unreadable])
  })

  it('is refused at once for a cell or row far outside it, wherever its sheet is kept, before a place is made for it [H18]', async () => {
    const cell = (at: string) => `<c r="${at}"><v>1</v></c>`
    const far = (at: string) => [
      `0 Ada isi atau format di ${at}, jauh di luar daftar. Hapus barisnya, atau simpan sebagai CSV.`,
    ]
    const unreadable = ['0 Berkas tidak terbaca. Simpan ulang sebagai CSV atau XLSX, lalu coba lagi.']
    const begun = performance.now()
    const two = `<row>${cell('A1')}</row><row>${cell('XFD1048576')}</row>`
    expect(wrong(await holidays(workbook(two)))).toEqual(far('XFD1048576'))
    expect(wrong(await staff(workbook(two, 'elsewhere.xml')))).toEqual(far('XFD1048576'))
    expect(wrong(await staff(workbook(`<row r="1">${cell('ZZZ1')}</row>`)))).toEqual(far('ZZZ1'))
    expect(wrong(await staff(workbook('<row r="1"/><x:row x:r = \'1048576\'/>')))).toEqual(far('1048576'))
    expect(wrong(await staff(workbook(`<row>${cell('ZZZZZZ1')}</row>`)))).toEqual(unreadable)
    expect(wrong(await staff(workbook(`<row>${cell('A9&#57;9999')}</row>`)))).toEqual(unreadable)
    expect(wrong(await staff(workbook('<row/>'.repeat(5_001))))).toEqual([
      '0 Terlalu banyak baris: paling banyak 5000. Bagi dua.',
    ])
    expect(performance.now() - begun).toBeLessThan(1_000)
    // As large as a list may be: all of it is read.
    const gap = Array<null[]>(4_998).fill([null])
    const read = await readTable(await xlsx([['A'], ...gap, [...Array<null>(99).fill(null), 'Z']]))
    expect(read.ok && [read.table.length, read.table[4_999]!.length, read.table[4_999]![99]]).toEqual([5_000, 100, 'Z'])
  })

  it('is refused at once as CSV for a row or cell outside every list, before a place is made for any of them [H18]', async () => {
    const most = { rows: 20_001, mb: 5, unpacked: 60_000_000, cell: 2_000, columns: 100 }
    const row = ';'.repeat(99)
    const begun = performance.now()
    const before = process.memoryUsage().heapUsed
    const bytes = (text: string) => new TextEncoder().encode(text)
    const problem = async (text: string) => {
      const read = await readTable(bytes(text), most)
      return read.ok ? read.table.length : `${read.problem.word} ${read.problem.values['cell'] ?? ''}`.trim()
    }
    for (const end of ['\n', '\r\n', '\r']) expect(await problem(end.repeat(2_400_000))).toBe('tooManyRows')
    expect(await problem(`${'""\n'.repeat(20_002)}"`)).toBe('tooManyRows')
    expect(await problem(';'.repeat(4_900_000))).toBe('farCell CW1')
    expect(await problem(`a;b\n${row};`)).toBe('farCell CW2')
    // The first row tells how rows end: what else looks like an end parts no row.
    expect(await problem(`a;b\n${row}\r${row}`)).toBe('farCell CW2')
    expect(performance.now() - begun).toBeLessThan(2_000)
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(100_000_000)
    expect(await problem(`"a;""b""\n${'\n;'.repeat(500)}";c\n${row}\n`)).toBe(2)
  })

  it('is refused as a workbook for more rows or cells than a list may hold, wherever they say they are [H18]', async () => {
    const problem = async (rows: string) => {
      const read = await readTable(workbook(rows))
      return read.ok || read.problem.word
    }
    const begun = performance.now()
    expect(await problem('<row/>'.repeat(1_500_000))).toBe('tooManyRows')
    expect(await problem(`<row>${'<c/>'.repeat(2_000_000)}</row>`)).toBe('unreadable')
    expect(performance.now() - begun).toBeLessThan(2_000)
  })

  it('never throws, whatever bytes come', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.boolean(), async (some, zipped) => {
        const file = zipped ? new Uint8Array([0x50, 0x4b, ...some]) : some
        const read = await readTable(file)
        expect(read.ok || read.problem.word !== undefined).toBe(true)
        await staff(file)
        await holidays(file)
      }),
      { numRuns: runs(100) },
    )
  })
})
