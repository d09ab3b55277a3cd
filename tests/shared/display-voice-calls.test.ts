import { describe, expect, it } from 'vitest'
import { takenBack, voiceCalls, voiceCallsIn } from '../../display/board.ts'

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

  it('hears nothing of a call that was taken back while the screen was away, but whoever is called after it [V8]', () => {
    const hall = openHall({ 1: 'sari' })
    hall.take('ktp')
    const before = hall.events.length
    hall.next('sari', '1')
    hall.staff('sari', { verb: 'recall', counterId: '1' })
    hall.staff('sari', { verb: 'undo', counterId: '1' })
    const missed = () => hall.events.slice(before).map(event => projectEvent(event, 'hall'))
    expect(voiceCallsIn(missed(), hall.day, anOffice())).toEqual([])
    hall.next('sari', '1')
    const calls = voiceCallsIn(missed(), hall.day, anOffice())
    expect(calls.map(c => c.seq)).toEqual([hall.events.at(-1)!.seq])
  })

  it('forgets a call that waits to be spoken once a new snapshot does not know it, and no other [V8]', () => {
    const hall = openHall({ 1: 'sari', 3: 'budi' })
    for (let i = 0; i < 2; i++) hall.take('ktp')
    hall.next('sari', '1')
    hall.next('budi', '3')
    const waiting = [...voiceCalls(hall.day, anOffice())]
    expect(takenBack(waiting, hall.day)).toEqual([])
    hall.staff('sari', { verb: 'undo', counterId: '1' })
    expect(takenBack(waiting, hall.day).map(c => c.number)).toEqual(['A-001'])
    // So many calls that those before them have left the list: whoever was called and served was called.
    const [, other] = waiting
    for (let i = 0; i < 14; i++) {
      finish(hall, 'budi', '3')
      hall.take('ktp')
      hall.next('budi', '3')
    }
    expect(takenBack([other!], hall.day)).toEqual([])
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
