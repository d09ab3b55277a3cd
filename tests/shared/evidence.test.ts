import { beforeEach, describe, expect, it } from 'vitest'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { MINUTE } from '../../shared/kit/time.ts'
import { evidenceOf, evidencePeriod } from '../../shared/officer/evidence/evidence.ts'
import type { VisitFact } from '../../shared/officer/facts.ts'
import { reportedOf } from '../../shared/officer/evidence/reported.ts'
import { evidenceName, evidenceRows, evidenceTable } from '../../shared/tables/evidence-table.ts'
import { fc } from '../helpers/property.ts'
import { anew, at, DATE, frame, visit } from '../helpers/unit-facts.ts'
import { workRecord } from '../helpers/work-record.ts'

beforeEach(anew)

const PERIOD = { from: DATE, to: DATE }
const evidence = (visits: readonly VisitFact[]) => evidenceOf('p2', { visits, outages: [] }, PERIOD, demoOffice)
const seen = (clock: string, change: Partial<VisitFact> = {}) => {
  const called = at(clock)
  return visit({ calledAt: called, startedAt: called + MINUTE, endedAt: called + 10 * MINUTE, ...change })
}

const ABOUT = { link: 'https://kantor/periksa/x', officer: 'Petugas 1 (contoh)', period: '2026-06-09' }

describe('the evidence of a day', () => {
  it('is a line for each stretch at a counter, with its services in the order of the office [O163]', () => {
    const visits = [
      seen('08:00', { serviceId: 'legalisir' }),
      seen('08:15'),
      seen('08:30'),
      seen('13:00'),
      seen('13:20', { counterId: '3' }),
      seen('13:40', { counterId: '3', outcome: 'missed', startedAt: null, ticketState: 'missed' }),
      seen('09:00', { officerId: 'p7' }),
    ]
    const { lines, served, days } = evidence(visits)
    expect(lines.map(l => [l.from, l.to, l.counterId, l.quantity])).toEqual([
      [at('08:00'), at('08:40'), '2', 3],
      [at('13:00'), at('13:10'), '2', 1],
      [at('13:20'), at('13:50'), '3', 1],
    ])
    expect([served, days]).toEqual([5, 1])
    expect(evidenceRows(evidence(visits), demoOffice, 'id')[0]).toEqual({
      ...{ day: DATE, date: '09-06-2026', from: '08.00', to: '08.40', output: '3 layanan', quantity: '3' },
      activity: 'Melayani warga di Loket 2: KTP-el 2, Legalisir 1',
      ...{ skp: '', link: '', report: 'belum ada' },
    })
    const table = evidenceTable(evidence(visits), demoOffice, 'id', ABOUT)
    expect(table.columns).toEqual([
      ...['Tanggal', 'Mulai', 'Selesai', 'Kegiatan', 'Keluaran', 'Jumlah', 'Baris SKP', 'Tautan bukti'],
      'Laporan harian',
    ])
    expect(table.rows[1]).toEqual([
      ...[{ date: DATE }, '13.00', '13.10', 'Melayani warga di Loket 2: KTP-el 1', '1 layanan'],
      ...[{ n: 1, digits: 0 }, null, 'https://kantor/periksa/x', 'belum ada'],
    ])
  })

  it('has what the daily report adds in between, under its own SKP line, and says where the report stands [O272 O273]', () => {
    const activity = (what: string, change = {}) => ({
      ...{ id: 'a1', what, from: '' as const, to: '' as const, quantity: '', output: '', skp: '', link: '', files: [] },
      ...change,
    })
    const text = {
      note: 'hujan',
      activities: [
        activity('Menata arsip'),
        activity('Rapat', { from: '10:00', to: '11:00', quantity: '1 notula', skp: 'Rapat', link: 'https://a.id/n' }),
        activity('Menyusun rekap', { from: '07:30', to: '07:50', quantity: '4', output: 'rekap' }),
        activity(''),
      ],
    }
    const said = { ...reportedOf([{ date: DATE, state: 'accepted', late: true, text }]), skp: 'Pelayanan' }
    const visits = [seen('08:00'), seen('13:00')]
    const all = evidenceOf('p2', { visits, outages: [] }, PERIOD, demoOffice, said)
    expect([all.served, all.days, all.activities.length]).toEqual([2, 1, 3])
    const rows = evidenceRows(all, demoOffice, 'id')
    expect(rows.map(r => [r.from, r.activity.slice(0, 14), r.skp, r.link])).toEqual([
      ['07.30', 'Menyusun rekap', '', ''],
      ['08.00', 'Melayani warga', 'Pelayanan', ''],
      ['10.00', 'Rapat', 'Rapat', 'https://a.id/n'],
      ['13.00', 'Melayani warga', 'Pelayanan', ''],
      ['', 'Menata arsip', '', ''],
    ])
    expect(new Set(rows.map(r => r.report))).toEqual(new Set(['diterima, terlambat']))
    const table = evidenceTable(all, demoOffice, 'id', ABOUT)
    expect(table.rows.map(r => [r[5], r[6], r[7]])).toEqual([
      [{ n: 4, digits: 0 }, null, 'https://kantor/periksa/x'],
      [{ n: 1, digits: 0 }, 'Pelayanan', 'https://kantor/periksa/x'],
      ['1 notula', 'Rapat', 'https://a.id/n'],
      [{ n: 1, digits: 0 }, 'Pelayanan', 'https://kantor/periksa/x'],
      [null, null, 'https://kantor/periksa/x'],
    ])
    expect(evidenceRows(all, demoOffice, 'en')[2]).toMatchObject({ from: '10:00', report: 'accepted, late' })
  })

  it('believes of a visit whose clock is wrong that it began, not when it ended [O160]', () => {
    const forgotten = seen('08:15', { endedAt: at('16:00'), clockWrong: true })
    expect(evidence([seen('08:00'), forgotten]).lines).toMatchObject([{ to: at('08:16'), quantity: 2 }])
  })

  it('adds up to the record, whatever happened, in whatever order lines begin [O164]', () => {
    const stays = fc.record({
      minute: fc.integer({ min: 0, max: 480 }),
      outcome: fc.constantFrom(
        ...(['done', 'step', 'missed', 'transferred', 'parked', 'takenOver', 'unserved'] as const),
      ),
      officerId: fc.constantFrom('p2', 'p7'),
      counterId: fc.constantFrom('1', '2'),
      serviceId: fc.constantFrom('ktp-el', 'legalisir', 'hapus'),
    })
    fc.assert(
      fc.property(fc.array(stays, { maxLength: 40 }), of => {
        anew()
        const visits = of.map(({ minute, ...change }) => {
          const calledAt = at('08:00') + minute * MINUTE
          return visit({ ...change, calledAt, startedAt: calledAt, endedAt: calledAt + 5 * MINUTE })
        })
        const { lines, served, services } = evidence(visits)
        const record = workRecord('p2', visits, [], frame.office)
        expect([served, lines.reduce((n, l) => n + l.quantity, 0), services.reduce((n, s) => n + s.served, 0)]).toEqual(
          [...[record.served, record.served, record.served]],
        )
        expect(services.reduce((n, s) => n + s.within, 0)).toBe(record.standard.within)
      }),
    )
  })

  it('is of a date, a month, a quarter or a year, and of nothing else [O163]', () => {
    expect(evidencePeriod('2026-06-09')).toEqual({ from: '2026-06-09', to: '2026-06-09' })
    expect(evidencePeriod('2026-02')).toEqual({ from: '2026-02-01', to: '2026-02-28' })
    expect(evidencePeriod('2026-Q2')).toEqual({ from: '2026-04-01', to: '2026-06-30' })
    expect(evidencePeriod('2026')).toEqual({ from: '2026-01-01', to: '2026-12-31' })
    expect(['2026-06-09', '2026-06', '2026-Q2', '2026'].map(name => evidenceName(name, 'id'))).toEqual([
      ...['9 Juni 2026', 'Juni 2026', 'Triwulan II 2026', '2026'],
    ])
    for (const none of ['2026-W24', '2026-S1', '2026-13', 'juni']) expect(evidencePeriod(none), none).toBeUndefined()
  })
})
