import { describe, expect, it } from 'vitest'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { createSnapshots } from '../../server/realtime/snapshots.ts'
import { emptyDay } from '../../shared/queue/day.ts'

const DATE = '2026-06-09'
const hall = { audience: 'hall' as const, scope: null, hall: demoOffice }

describe('a snapshot', () => {
  it('is written once for each audience and state, however many join', () => {
    const snapshot = createSnapshots()
    const day = emptyDay('o', DATE)
    const estimates = { at: 1, services: {}, tickets: {} }
    const first = snapshot(day, hall, estimates)
    expect(snapshot(day, hall, estimates)).toBe(first)
    expect(snapshot(day, { ...hall, audience: 'staff' }, estimates)).not.toBe(first)
    expect(snapshot({ ...day, seq: 1 }, hall, estimates)).not.toBe(first)
    expect(JSON.parse(new TextDecoder().decode(first))).toMatchObject({ day: { office: 'o', seq: 0 }, estimates })
  })
})
