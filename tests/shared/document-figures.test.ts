import { describe, expect, it } from 'vitest'
import { documentFigures, ownDocuments, unitDocuments } from '../../shared/officer/document-figures.ts'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { applicationOf, calendar, wita } from '../helpers/applications.ts'

const frame = { from: '2026-06-01', to: '2026-06-30', today: '2026-06-16', office: { ...demoOffice, ...calendar } }
const readyOn = (date: string, but = {}) => applicationOf({ state: 'ready', readyAt: wita(date), ...but })

describe('documents against their promise', () => {
  it('count a promise that was kept, one that was broken and one that is broken now [P10]', () => {
    const rows = [readyOn('2026-06-11'), readyOn('2026-06-12'), readyOn('2026-06-15'), applicationOf()]
    expect(documentFigures(rows, frame)).toEqual({ n: 4, onTime: 2, medianDays: null, lateNow: 1, returned: 0 })
    const five = [...rows, readyOn('2026-06-15')]
    expect(documentFigures(five, frame)).toMatchObject({ n: 5, onTime: 2, medianDays: 1 })
  })

  it('leave out what is not due yet and what waits for the citizen', () => {
    const rows = [
      applicationOf({ promisedOn: '2026-06-18' }),
      applicationOf({ state: 'returned', reason: 'unreadable' }),
    ]
    expect(documentFigures(rows, frame)).toEqual({ n: 0, onTime: 0, medianDays: null, lateNow: 0, returned: 1 })
  })

  it('count what was returned only after its promise', () => {
    const row = applicationOf({ state: 'returned', reason: 'other', changedAt: wita('2026-06-15') })
    expect(documentFigures([row], frame)).toMatchObject({ n: 1, onTime: 0, lateNow: 0 })
  })

  it('show what is late now even when it was promised before the period [P10]', () => {
    const figures = documentFigures([applicationOf({ promisedOn: '2026-05-20' })], frame)
    expect(figures).toMatchObject({ n: 0, lateNow: 1 })
  })

  it('stand per service in the order of the office and per officer in that of the names', () => {
    const rows = [
      readyOn('2026-06-11', { officerId: 'p10' }),
      readyOn('2026-06-15', { officerId: 'p2', serviceId: 'ktp-el' }),
      readyOn('2026-06-15', { officerId: 'p2' }),
    ]
    const staff = [
      { id: 'p2', name: 'Petugas 2 (contoh)' },
      { id: 'p10', name: 'Petugas 10 (contoh)' },
    ]
    const { all, services, officers } = unitDocuments(rows, frame, staff)
    expect(all).toMatchObject({ n: 3, onTime: 1 })
    expect(services.map(s => [s.id, s.n, s.onTime])).toEqual([
      ['ktp-el', 1, 0],
      ['akta-kelahiran', 2, 1],
    ])
    expect(officers.map(o => [o.name, o.n, o.onTime])).toEqual([
      ['Petugas 2 (contoh)', 2, 0],
      ['Petugas 10 (contoh)', 1, 1],
    ])
    expect(ownDocuments('p2', rows, frame)).toMatchObject({ n: 2, onTime: 0 })
  })
})
