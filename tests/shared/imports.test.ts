import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { demoHolidays } from '../../server/demo/holidays.ts'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { lookAtHolidays, lookAtStaff } from '../../server/services/office-file/lists.ts'
import { readTable } from '../../server/services/office-file/table.ts'
import { dateOf } from '../../shared/office/file/dates.ts'
import { withHolidays, type HolidayPreview } from '../../shared/office/file/holidays.ts'
import type { StaffPreview } from '../../shared/office/file/staff-rows.ts'
import { importProblemText } from '../../shared/text/imports.ts'
import { fc, runs } from '../helpers/property.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const office = { holidays: ['2026-12-25'], hours: demoOffice.hours }
const holidays = (file: string | Uint8Array) => lookAtHolidays(typeof file === 'string' ? bytes(file) : file, office)
const ground = { counters: demoOffice.counters, emails: new Set(['ada@kantor.example']), nips: new Set<string>() }
const staff = (file: string | Uint8Array) =>
  lookAtStaff({ bytes: typeof file === 'string' ? bytes(file) : file, without: [] }, ground)

/** Each problem as `row sentence`. */
const wrong = ({ problems }: HolidayPreview | StaffPreview) =>
  problems.map(p => `${p.row} ${importProblemText(p, 'id')}`)
const dates = ({ rows }: HolidayPreview) => rows.map(r => [r.row, r.date, r.name])

async function xlsx(rows: readonly (readonly (string | number | Date | object | null)[])[]): Promise<Uint8Array> {
  const cell = (value: string | number | Date | object | null) =>
    value === null || (typeof value === 'object' && !(value instanceof Date))
      ? value
      : { value, type: value.constructor }
  const made = await writeXlsxFile(rows.map(r => r.map(cell)) as never, { dateFormat: 'dd/mm/yyyy' } as never)
  return new Uint8Array(await (made as unknown as { toBuffer(): Promise<Buffer> }).toBuffer())
}

describe('a date of a list', () => {
  it.each([
    ...[
      '2026-08-17',
      '2026/8/17',
      '17/08/2026',
      '17-8-2026',
      '17.08.2026',
      '17 Agustus 2026',
      'Senin, 17 Agustus 2026',
    ],
    ...['17 agu 2026', '17 Agt. 2026', '17-Aug-2026', '17 August 2026', ' 17  Agustus  2026 '],
  ])('is read from “%s”', written => {
    expect(dateOf(written)).toBe('2026-08-17')
  })

  it.each([
    '',
    'besok',
    '31/02/2026',
    '2026-13-01',
    '17 Agustus',
    '08/17/2026',
    '17 Agustusan 2026',
    '2026-08-17T09:30',
  ])('is not seen in “%s”', written => {
    expect(dateOf(written)).toBe(undefined)
  })
})

describe('a list of holidays', () => {
  it('is read with a head or without one, with either separator, as UTF-8 with its mark and as Windows writes it', async () => {
    const rows = [
      [2, '2026-01-01', 'Tahun Baru'],
      [3, '2026-08-17', 'Kemerdekaan é'],
    ]
    const body = (sep: string) => `2026-01-01${sep}Tahun Baru\r\n17 Agustus 2026${sep}Kemerdekaan é\r\n`
    expect(dates(await holidays(`Tanggal;Keterangan\r\n${body(';')}`))).toEqual(rows)
    expect(dates(await holidays(`\uFEFFtanggal,nama\n${body(',')}\n`))).toEqual(rows)
    expect(dates(await holidays(Buffer.from(`Tanggal;Nama\r\n${body(';')}`, 'latin1')))).toEqual(rows)
    expect(dates(await holidays(`Nama;Tanggal\nTahun Baru;1/1/2026\n"Kemerdekaan é";17/8/2026`))).toEqual(rows)
    expect(dates(await holidays(body(';')))).toEqual(rows.map(([n, ...rest]) => [Number(n) - 1, ...rest]))
    expect(
      dates(
        await holidays(
          await xlsx([
            ['Tanggal', 'Nama'],
            [new Date('2026-01-01'), 'Tahun Baru'],
            ['17/08/2026', 'Kemerdekaan é'],
          ]),
        ),
      ),
    ).toEqual(rows)
  })

  it('marks what the office is closed on anyhow, what stands there twice and what is known', async () => {
    const { rows, problems } = await holidays('2026-08-17;a\n2026-08-16;b\n17/08/2026;c\n2026-12-25;d')
    expect(problems).toEqual([])
    expect(rows.map(r => [r.weekend, r.sameAs, r.known])).toEqual([
      [false, null, false],
      [true, null, false],
      [false, 1, false],
      [false, null, true],
    ])
  })

  it('is taken whole or not at all: a row that is no date is named, and nothing of the others is taken [H18]', async () => {
    const half = await holidays('Tanggal;Nama\n2026-08-17;Kemerdekaan\n31/02/2026;Keliru\n\nlibur;Natal')
    expect(wrong(half)).toEqual([
      '3 “31/02/2026” bukan tanggal. Tulis misalnya 2026-08-17 atau 17 Agustus 2026.',
      '5 “libur” bukan tanggal. Tulis misalnya 2026-08-17 atau 17 Agustus 2026.',
    ])
    expect(withHolidays(office.holidays, half)).toEqual(office.holidays)
    const whole = await holidays('2026-08-17;a\n17/08/2026;b\n2026-01-01;c')
    expect(withHolidays(office.holidays, whole)).toEqual(['2026-01-01', '2026-08-17', '2026-12-25'])
    expect(wrong(await holidays('Tanggal;Nama\n'))).toEqual(['0 Tidak ada tanggal. Pilih berkas lain.'])
    expect(wrong(await holidays(''))).toEqual(['0 Tidak ada isinya. Pilih berkas lain.'])
  })

  it('may be a calendar: whole days, several days up to the day after, folded lines and escaped signs', async () => {
    const calendar = [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'BEGIN:VEVENT',
      'DTSTART;VALUE=DATE:20260817',
      'DTEND;VALUE=DATE:20260818',
      'SUMMARY;LANGUAGE="id:ID":Hari Kemerdekaan\\, Republik',
      '  Indonesia',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'SUMMARY:Idulfitri',
      'DTSTART;VALUE=DATE:20260320',
      'DTEND;VALUE=DATE:20260323',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'SUMMARY:Natal',
      'DTSTART;VALUE=DATE:20261225',
      'END:VEVENT',
      'END:VCALENDAR',
    ].join('\r\n')
    const { rows, problems } = await holidays(calendar)
    expect(problems).toEqual([])
    expect(rows.map(r => [r.row, r.date, r.name])).toEqual([
      [4, '2026-08-17', 'Hari Kemerdekaan, Republik Indonesia'],
      [11, '2026-03-20', 'Idulfitri'],
      [11, '2026-03-21', 'Idulfitri'],
      [11, '2026-03-22', 'Idulfitri'],
      [16, '2026-12-25', 'Natal'],
    ])
  })

  it('says of a calendar which events are none: repeating, with a time, too long, ending before they begin', async () => {
    const event = (...lines: string[]) => ['BEGIN:VEVENT', 'SUMMARY:X', ...lines, 'END:VEVENT'].join('\n')
    const calendar = `BEGIN:VCALENDAR\n${[
      event('DTSTART;VALUE=DATE:20260817', 'RRULE:FREQ=YEARLY'),
      event('DTSTART;TZID=Asia/Jakarta:20260817T080000'),
      event('DTSTART;VALUE=DATE:20260101', 'DTEND;VALUE=DATE:20270101'),
      event('DTSTART;VALUE=DATE:20260817', 'DTEND;VALUE=DATE:20260816'),
      event(),
    ].join('\n')}\nEND:VCALENDAR`
    expect(wrong(await holidays(calendar))).toEqual([
      '4 “X” berulang (RRULE). Tulis setiap tanggalnya sendiri.',
      '9 “X” punya jam. Libur harus sehari penuh.',
      '13 “X” lebih dari 31 hari. Periksa tanggalnya.',
      '18 “X” berakhir sebelum mulai. Periksa tanggalnya.',
      '21 “X” bukan tanggal. Tulis misalnya 2026-08-17 atau 17 Agustus 2026.',
    ])
  })

  it('gives back every list of dates that was written down, whatever the names', async () => {
    const name = fc.string({ unit: fc.constantFrom(...'aé;,"\' x') })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom(...demoHolidays), name), { minLength: 1 }), async list => {
        const text = list.map(([date, n]) => `${date};"${n.replaceAll('"', '""')}"`).join('\r\n')
        const { rows, problems } = await holidays(`Tanggal;Nama\r\n${text}`)
        expect(problems).toEqual([])
        expect(rows.map(r => [r.date, r.name])).toEqual(list.map(([date, n]) => [date, n.trim()]))
      }),
      { numRuns: runs(100) },
    )
  })
})

const HEAD = 'Nama;Surel;NIP;Peran;Loket'

describe('a list of staff', () => {
  it('is read in any order of its columns, from CSV and from a workbook', async () => {
    const budi = { name: 'Budi Contoh', email: 'budi@kantor.example', nip: '198703122010011001', counter: '1' }
    const fitri = { name: 'Fitri Contoh', email: 'fitri@kantor.example', nip: null, counter: null }
    const rows = [
      { row: 2, ...budi, roles: ['officer'] },
      { row: 3, ...fitri, roles: ['frontDesk', 'supervisor'] },
    ]
    const csv = `loket,E-mail,nama,peran,nip\nLoket 1,Budi@kantor.example,Budi Contoh,Petugas,19870312 201001 1 001\n–,fitri@kantor.example,Fitri Contoh,Meja Depan / atasan,\n`
    expect(await staff(csv)).toEqual({ rows, problems: [] })
    const sheet = [
      ['Nama', 'Surel', 'NIP', 'Peran', 'Loket'],
      ['Budi Contoh', 'budi@kantor.example', '198703122010011001', 'petugas', 1],
      ['Fitri Contoh', 'fitri@kantor.example', null, 'meja depan; atasan', null],
    ]
    expect(await staff(await xlsx(sheet))).toEqual({ rows, problems: [] })
  })

  it('says in each row what is wrong and what to do, all rows at once [H18]', async () => {
    const list = `${HEAD}
Budi;budi@kantor.example;198703122010011001;Petugas;1
Dewi;dewi@kantor;19850921;Petugas;3
;BUDI@kantor.example;198703122010011001;Kepala;12
Ada;ada@kantor.example;1,98703E+17;;Loket 2
Eko;;;Petugas;4`
    expect(wrong(await staff(list))).toEqual([
      '3 Surel dewi@kantor tidak lengkap. Tulis seperti nama@kantor.go.id.',
      '3 NIP harus 18 angka, di sini 8.',
      '4 Nama belum diisi.',
      '4 Surel sama dengan baris 2.',
      '4 NIP sama dengan baris 2.',
      '4 Peran “Kepala” tidak ada. Pilih Petugas, Meja depan, Atasan, Manajer, atau Administrator.',
      '4 Loket 12 tidak ada (Loket 1, Loket 2, Loket 3, Loket 4, Loket 5, Loket 6, Loket 7, Loket 8).',
      '5 Surel ada@kantor.example sudah punya akun. Keluarkan baris ini.',
      '5 NIP dibulatkan oleh lembar kerja. Jadikan kolomnya teks, lalu ketik ulang.',
      '5 Peran belum diisi, misalnya Petugas.',
      '6 Surel belum diisi.',
    ])
  })

  it('needs a head, each column once', async () => {
    expect(wrong(await staff('Budi;budi@kantor.example;;Petugas;1'))).toEqual([
      '1 Kolom nama tidak ada. Tulis nama kolom pada baris pertama.',
      '1 Kolom surel tidak ada. Tulis nama kolom pada baris pertama.',
      '1 Kolom peran tidak ada. Tulis nama kolom pada baris pertama.',
    ])
    expect(wrong(await staff('nama;surel;email;peran\n'))).toEqual(['1 Kolom surel ada dua. Hapus salah satu.'])
    expect(wrong(await staff(`${HEAD}\n;;;;\n`))).toEqual(['0 Tidak ada isinya. Pilih berkas lain.'])
  })

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
    expect(wrong(await staff(zipOf('xl/worksheets/sheet1.xml', Buffer.alloc(20_000_000))))).toEqual([
      '0 Berkas terlalu besar: paling besar 10 MB.',
    ])
    expect(wrong(await staff(new Uint8Array(3_000_000)))).toEqual(['0 Berkas terlalu besar: paling besar 2 MB.'])
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

/** A zip of one file that says nothing true of its size. */
function zipOf(name: string, content: Buffer): Uint8Array {
  const packed = deflateRawSync(content)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt16LE(name.length, 26)
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50, 0)
  central.writeUInt16LE(8, 10)
  central.writeUInt32LE(packed.length, 20)
  central.writeUInt32LE(10, 24)
  central.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(30 + name.length + packed.length, 16)
  return new Uint8Array(Buffer.concat([local, Buffer.from(name), packed, central, Buffer.from(name), end]))
}
