import { describe, expect, it } from 'vitest'
import { voiceCalls, voiceCallsIn } from '../../display/board.ts'

import { projectEvent } from '../../shared/contracts/views.ts'

import { openHall, type Hall } from '../helpers/days.ts'
import { anOffice } from '../helpers/display-office.ts'

function finish(hall: Hall, officer: string, counterId: string) {
  hall.staff(officer, { verb: 'start', counterId })
  hall.staff(officer, { verb: 'finish', counterId })
}

describe('what the voice is told', () => {
  it('hears every call of a burst that is longer than the day keeps', () => {
    const hall = openHall({ 1: 'sari' })
    const before = hall.events.length
    for (let i = 0; i < 20; i++) {
      hall.take('ktp')
      hall.next('sari', '1')
      finish(hall, 'sari', '1')
    }
    const pushed = hall.events.slice(before).map(event => projectEvent(event, 'hall'))
    const calls = voiceCallsIn(pushed, hall.day, anOffice())
    expect(calls.map(c => c.number)).toEqual(
      Array.from({ length: 20 }, (_, i) => `A-${String(i + 1).padStart(3, '0')}`),
    )
    expect(voiceCalls(hall.day, anOffice()).length).toBe(12)
  })

  it('hears a recall as a call of its own, and nothing about people [V6]', () => {
    const hall = openHall({ 1: 'sari' })
    hall.take('ktp')
    hall.next('sari', '1')
    const recalled = hall.staff('sari', { verb: 'recall', counterId: '1' })
    const [call] = voiceCallsIn(recalled, hall.day, anOffice())
    expect(call).toEqual({ seq: recalled[0]!.seq, number: 'A-001', counterName: 'Loket 1', at: hall.now })
    expect(voiceCalls(hall.day, anOffice())).toEqual([call])
  })
})
