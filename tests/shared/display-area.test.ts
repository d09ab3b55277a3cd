import { describe, expect, it } from 'vitest'
import { areaName, eventsIn, inArea } from '../../display/area.ts'
import { boardOf, voiceCalls, voiceCallsIn } from '../../display/board.ts'
import { projectDay, projectEvent } from '../../shared/contracts/views.ts'
import type { HallOffice } from '../../shared/office/office.ts'
import { openHall, type Hall } from '../helpers/days.ts'
import { anOffice } from '../helpers/display-office.ts'

/** Counter 1 stands below, 2 above, 3 belongs to no area. */
const plain = anOffice()
const AREAS: Readonly<Record<string, string | null>> = { 1: 'bawah', 2: 'atas' }
const office: HallOffice = {
  ...plain,
  areas: [
    { id: 'bawah', name: ['Lantai 1', 'Floor 1'] },
    { id: 'atas', name: ['Lantai 2', 'Floor 2'] },
  ],
  counters: plain.counters.map(c => ({ ...c, area: AREAS[c.id] ?? null })),
}

function called(): Hall {
  const hall = openHall({ 1: 'sari', 2: 'budi', 3: 'tari' })
  for (const service of ['ktp', 'kk', 'ktp']) hall.take(service)
  for (const [officer, counter] of [
    ['sari', '1'],
    ['budi', '2'],
    ['tari', '3'],
  ] as const) {
    hall.next(officer, counter)
    hall.wait(1)
  }
  return hall
}

const dayOf = (hall: Hall) => projectDay(hall.day, 'hall')
const spoken = (hall: Hall, area: string | null) => {
  const shown = inArea({ day: dayOf(hall), office }, area)
  return voiceCalls(shown.day, shown.office).map(c => c.counterName)
}

describe('a display of an area', () => {
  it('shows and speaks the calls of its counters and of those without area, each display its own [V9]', () => {
    const hall = called()
    expect(spoken(hall, 'bawah').sort()).toEqual(['Loket 1', 'Loket 3'])
    expect(spoken(hall, 'atas').sort()).toEqual(['Loket 2', 'Loket 3'])
    expect(spoken(hall, null).sort()).toEqual(['Loket 1', 'Loket 2', 'Loket 3'])
    const shown = inArea({ day: dayOf(hall), office }, 'bawah')
    const board = boardOf({ ...shown, estimates: undefined, now: hall.now, stale: false })
    expect(board.counters.map(c => c.name)).not.toContain('Loket 2')
    expect(board.counters.map(c => c.name)).toEqual(expect.arrayContaining(['Loket 1', 'Loket 3']))
    expect(board.recent.map(c => c.counterName)).toEqual(['Loket 1'])
  })

  it('shows the whole hall once its area is no more, and a counter of such an area everywhere [V9]', () => {
    const hall = called()
    expect(areaName(office, 'gedung-b')).toBe(undefined)
    expect(spoken(hall, 'gedung-b')).toHaveLength(3)
    const without = { ...office, areas: office.areas.filter(a => a.id !== 'atas') }
    const shown = inArea({ day: dayOf(hall), office: without }, 'bawah')
    expect(voiceCalls(shown.day, shown.office)).toHaveLength(3)
  })

  it('hears of pushed calls the same, and of all else that happens [V9]', () => {
    const hall = called()
    const events = hall.events.map(event => projectEvent(event, 'hall'))
    const heard = (area: string | null) =>
      voiceCallsIn(eventsIn(events, office, area), dayOf(hall), office).map(c => c.counterName)
    expect(heard('bawah')).toEqual(['Loket 1', 'Loket 3'])
    expect(heard('atas')).toEqual(['Loket 2', 'Loket 3'])
    expect(heard(null)).toEqual(['Loket 1', 'Loket 2', 'Loket 3'])
    const taken = (area: string | null) => eventsIn(events, office, area).filter(e => e.type === 'ticketTaken').length
    expect([taken('bawah'), taken(null)]).toEqual([3, 3])
  })
})
