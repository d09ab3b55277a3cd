import { describe, expect, it } from 'vitest'
import { heatOf } from '../../console/manager/manager-heat.ts'
import { minutesOf, percentOf, runningText } from '../../console/parts/report-format.ts'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { atClock, MINUTE } from '../../shared/kit/time.ts'
import type { UnitFigures } from '../../shared/officer/figures.ts'
import { presetPeriod, PRESETS } from '../../shared/officer/periods.ts'
import { fewestAnswers, weakest } from '../../shared/survey/weakest.ts'
import { heatTable } from '../../shared/tables/count-tables.ts'

const now = atClock('2026-06-09', '10:24', 'WITA')

describe('the period of a report', () => {
  it('ends today and counts today in', () => {
    for (const preset of PRESETS) expect(presetPeriod(preset, '2026-06-09').to).toBe('2026-06-09')
    expect(presetPeriod('today', '2026-06-09').from).toBe('2026-06-09')
    expect(presetPeriod('days7', '2026-06-09').from).toBe('2026-06-03')
    expect(presetPeriod('days90', '2026-06-09').from).toBe('2026-03-12')
  })

  it('follows the calendar for month and quarter', () => {
    expect(presetPeriod('month', '2026-06-01').from).toBe('2026-06-01')
    expect(presetPeriod('quarter', '2026-03-31').from).toBe('2026-01-01')
    expect(presetPeriod('quarter', '2026-12-01').from).toBe('2026-10-01')
  })
})

describe('the weakest unsur', () => {
  const nrr = (values: Record<string, number>) => ({
    unsur: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { nrr: value }])),
  })

  it('are the lowest three in the order of the regulation, and the very lowest alone', () => {
    const result = nrr({ persyaratan: 3.1, waktu: 2.9, biaya: 4, perilaku: 3.5, sarana: 2.8 })
    expect(weakest(result)).toEqual(['persyaratan', 'waktu', 'sarana'])
    expect(weakest(result, 1)).toEqual(['sarana'])
  })

  it('are none when all are alike', () => {
    expect(weakest(nrr({ persyaratan: 3, waktu: 3 }))).toEqual([])
    expect(weakest({ unsur: {} })).toEqual([])
  })
})

describe('the answers that an IKM needs to be shown', () => {
  it('are the minimum of the office, or all of a smaller sample, and never none', () => {
    expect([fewestAnswers(60, 377), fewestAnswers(60, 36), fewestAnswers(60, 0)]).toEqual([60, 36, 1])
  })
})

describe('the heat of a day', () => {
  const cell = (serviceId: string, hour: number, minutes: number) => ({
    serviceId,
    hour,
    waitMs: minutes * MINUTE,
    n: 6,
  })

  it('has the hours of the office, and any other in which somebody was called', () => {
    const heat = heatOf({ to: '2026-06-09', heat: [cell('ktp-el', 7, 3.4), cell('ktp-el', 9, 12.6)] }, demoOffice, now)
    expect(heat.hours).toEqual(['07', '08', '09', '10', '11', '12', '13', '14'])
    expect(heat.now).toBe('10')
    expect(heat.rows).toEqual([
      {
        name: ['KTP-el', 'ID card (KTP-el)'],
        cells: [{ value: 3, n: 6 }, null, { value: 13, n: 6 }, null, null, null, null, null],
      },
    ])
  })

  it('says on how many calls each cell rests, on the page and in the file, also where those are too few to say more [O13]', () => {
    const few = { serviceId: 'ktp-el', hour: 9, waitMs: null, n: 4 }
    const [row] = heatOf({ to: '2026-06-09', heat: [few] }, demoOffice, now).rows
    expect(row!.cells[1]).toEqual({ value: null, n: 4 })
    const figures = { heat: [few, cell('ktp-el', 10, 12)] } as unknown as UnitFigures
    const { columns, rows } = heatTable(figures, demoOffice, 'id')
    expect(columns.at(-1)).toBe('n tunggu')
    expect(rows.map(r => r.slice(-2))).toEqual([
      [null, { n: 4, digits: 0 }],
      [
        { n: 12, digits: 0 },
        { n: 6, digits: 0 },
      ],
    ])
  })

  it('has only the hours of calls on a day on which the office is closed', () => {
    expect(heatOf({ to: '2026-06-07', heat: [cell('legalisir', 20, 1)] }, demoOffice, now).hours).toEqual(['20'])
    expect(heatOf({ to: '2026-06-07', heat: [] }, demoOffice, now)).toMatchObject({ hours: [], rows: [] })
  })
})

describe('numbers of a report', () => {
  it('are a dash where nothing was measured [O10]', () => {
    expect([minutesOf(null, 'id'), minutesOf(undefined, 'id'), percentOf(0, 0, 'id')]).toEqual(['–', '–', '–'])
    expect([minutesOf(5.25 * MINUTE, 'id'), minutesOf(5.25 * MINUTE, 'en'), percentOf(1, 3, 'id')]).toEqual([
      '5,3',
      '5.3',
      '33',
    ])
  })

  it('run in minutes and seconds, over an hour too', () => {
    expect([runningText(0), runningText(250_999), runningText(65 * MINUTE)]).toEqual(['00:00', '04:10', '65:00'])
  })
})
