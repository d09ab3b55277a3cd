import { describe, expect, it } from 'vitest'
import { demoHolidays } from '../../server/demo/holidays.ts'
import { dateOf } from '../../shared/office/file/dates.ts'
import { withHolidays, type HolidayPreview } from '../../shared/office/file/holidays.ts'
import { fc, runs } from '../helpers/property.ts'
import { holidays, office, wrong } from '../helpers/lists.ts'
import { xlsx } from '../helpers/workbooks.ts'

const dates = ({ rows }: HolidayPreview) => rows.map(r => [r.row, r.date, r.name])

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
