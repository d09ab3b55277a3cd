import { describe, expect, it } from 'vitest'
import { boardOf, type Board, type BoardInput } from '../../display/board.ts'
import { codeAddress, codeAt, mustAsk } from '../../display/check-in-code.ts'
import { projectDay } from '../../shared/contracts/views.ts'
import { HOUR, MINUTE } from '../../shared/kit/time.ts'
import { aPlan, OPENING, openHall, type Hall } from '../helpers/days.ts'
import { anOffice } from '../helpers/display-office.ts'
import { DEFAULT_TIMES } from '../../shared/queue/whole-plan.ts'

function wall(hall: Hall, change: Partial<BoardInput> = {}): Board {
  const day = projectDay(hall.day, 'hall')
  return boardOf({ day, estimates: undefined, office: anOffice(), now: hall.now, stale: false, ...change })
}

describe('bookings and closed services on the wall', () => {
  const SLOTS = {
    ...DEFAULT_TIMES,
    starts: [OPENING + HOUR],
    slotMs: HOUR,
    creditMs: 0,
    earlyMs: 20 * MINUTE,
    graceMs: 10 * MINUTE,
  }
  const booking = { places: [2], priorityPlaces: [0], openings: [] }
  const bookable = aPlan({ slots: SLOTS, services: aPlan().services.map(s => ({ ...s, booking })) })

  it('shows the check-in code only where somebody has booked for today or could', () => {
    expect(wall(openHall({}, bookable)).checkIn).toBe(true)
    expect(wall(openHall()).checkIn).toBe(false)
    expect(wall(openHall({}, aPlan({ slots: SLOTS }))).checkIn).toBe(false)
    const hall = openHall({}, bookable)
    expect(wall(hall, { now: OPENING + 7 * HOUR }).checkIn).toBe(false)
    expect(wall(hall, { now: hall.now + 24 * HOUR }).checkIn).toBe(false)
  })

  it('says which service is closed, why, and until when as long as that lies ahead', () => {
    const hall = openHall({}, bookable)
    const until = hall.now + 30 * MINUTE
    hall.staff('sari', { verb: 'closeService', serviceId: 'kk', reason: 'systemDown', until })
    const [closure] = wall(hall).closures
    expect(closure).toEqual({ name: ['Kartu Keluarga', 'Kartu Keluarga (en)'], reason: 'systemDown', until })
    expect(wall(hall).waits.find(w => w.id === 'kk')!.closure).toEqual(closure)
    expect(wall(hall, { now: until }).closures[0]!.until).toBe(undefined)
    hall.staff('sari', { verb: 'openService', serviceId: 'kk' })
    expect(wall(hall).closures).toEqual([])
  })

  it('says nothing of closings of a day that is over', () => {
    const hall = openHall({}, bookable)
    hall.staff('sari', { verb: 'closeService', serviceId: 'kk', reason: 'other' })
    expect(wall(hall, { now: hall.now + 24 * HOUR }).closures).toEqual([])
  })
})

describe('the check-in code on the wall', () => {
  const known = { code: '4827', from: 0, until: 60_000 }

  it('is asked for again shortly before it ends, and after a failure only once a pause is over', () => {
    expect(mustAsk(undefined, undefined, 0)).toBe(true)
    expect(mustAsk(known, undefined, 50_000)).toBe(false)
    expect(mustAsk(known, undefined, 55_000)).toBe(true)
    expect(mustAsk(known, 55_000, 56_000)).toBe(false)
    expect(mustAsk(known, 55_000, 60_000)).toBe(true)
  })

  it('stays until the next one is there, but without a connection never longer than somebody can still type it', () => {
    expect(codeAt(known, 59_999)).toBe(known)
    expect(codeAt(known, 69_999)).toBe(known)
    expect(codeAt(known, 70_000)).toBe(undefined)
  })

  it('opens on a phone with its address', () => {
    expect(codeAddress(known, 'https://antre.example')).toBe('https://antre.example/in?code=4827')
  })
})
