import { describe, expect, it } from 'vitest'
import { addDays, atClock, MINUTE } from '../../shared/kit/time.ts'
import { seeded } from '../../shared/kit/random.ts'
import { FINISH_WITHIN_MS } from '../../shared/queue/commands/end-day.ts'
import { estimate } from '../../shared/queue/estimate/estimate.ts'
import { aPlan, DATE, openHall, refusalOf, type Hall } from '../helpers/days.ts'

const MIDNIGHT = atClock(addDays(DATE, 1), '00:00', 'WITA')
const SERVICES = ['foto', 'cetak', 'ambil', 'kia']
const plan = (services = SERVICES) =>
  aPlan({
    services: services.map((id, i) => ({ id, letter: 'ABCD'[i]!, typicalMs: 10 * MINUTE, open: true })),
    counters: services.map((id, i) => ({ id: `${i + 1}`, services: [id] })),
  })
const hallOf = () => openHall({ 1: 'sari', 2: 'budi', 3: 'tini' }, plan())

/** Somebody comes for a photograph, the print and what is collected. */
function come(hall: Hall): number {
  const no = hall.day.taken
  const later = [{ serviceId: 'cetak' }, { serviceId: 'ambil' }]
  hall.ask('device:kiosk', { verb: 'takeTicket', serviceId: 'foto', priority: false, ticketId: `t${no}`, later })
  return no
}

/** Called, started and finished at a counter. */
function serve(hall: Hall, officer: string, counterId: string) {
  hall.next(officer, counterId)
  hall.staff(officer, { verb: 'start', counterId })
  hall.wait(10)
  hall.staff(officer, { verb: 'finish', counterId })
}

describe('a visit that was served in part and missed its next call', () => {
  const missed = () => {
    const hall = hallOf()
    const no = come(hall)
    serve(hall, 'sari', '1')
    hall.next('budi', '2')
    hall.staff('budi', { verb: 'skip', counterId: '2' })
    return { hall, no }
  }
  const end = (hall: Hall) => hall.ask('system', { verb: 'endDay', endsAt: MIDNIGHT })

  it('may still be called back, and ends with the visits that midnight overtook as one who did not come back [D57 D14]', () => {
    const { hall, no } = missed()
    hall.until(MIDNIGHT)
    end(hall)
    expect(hall.ticket(no).state).toBe('missed')
    hall.until(MIDNIGHT + FINISH_WITHIN_MS)
    expect(end(hall)).toMatchObject([{ type: 'ticketCancelled', no, why: 'gone' }])
    expect(end(hall)).toEqual([])
    // What was done is credited to its desk, what was not stays with the ticket.
    expect(hall.ticket(no)).toMatchObject({
      been: [{ counterId: '1', officerId: 'sari', parts: [{ serviceId: 'foto' }] }],
      serviceId: 'cetak',
      later: [{ serviceId: 'ambil' }],
      part: { counterId: '1', officerId: 'sari', serviceId: 'foto' },
    })
    expect(hall.day.counted).toEqual({ foto: 1 })
  })

  it('so does one that was put aside before, but nobody who never came [D57]', () => {
    const hall = hallOf()
    const [aside, never] = [come(hall), come(hall)]
    hall.next('sari', '1')
    hall.staff('sari', { verb: 'start', counterId: '1' })
    hall.staff('sari', { verb: 'park', counterId: '1', reason: 'copy' })
    hall.staff('sari', { verb: 'resume', counterId: '1', no: aside })
    hall.staff('sari', { verb: 'skip', counterId: '1' })
    hall.next('sari', '1')
    hall.staff('sari', { verb: 'skip', counterId: '1' })
    hall.until(MIDNIGHT + FINISH_WITHIN_MS)
    end(hall)
    expect([aside, never].map(no => hall.ticket(no).state)).toEqual(['cancelled', 'missed'])
  })
})

describe('what a visit was done for', () => {
  it('is not planned once more: neither at the next desk nor in another order [D47]', () => {
    const hall = hallOf()
    come(hall)
    serve(hall, 'sari', '1')
    hall.next('budi', '2')
    const planned = (...ids: readonly string[]) =>
      refusalOf(() =>
        hall.staff('budi', { verb: 'planSteps', counterId: '2', later: ids.map(serviceId => ({ serviceId })) }),
      )
    expect([planned('ambil', 'foto'), planned('foto'), planned('ambil', 'kia')]).toEqual([
      ...['SAME_SERVICE', 'SAME_SERVICE', undefined],
    ])
  })

  it('counts among the eight that make one visit [D47]', () => {
    const many = Array.from({ length: 9 }, (_, i) => `s${i}`)
    const hall = openHall(
      { 1: 'sari', 2: 'budi' },
      {
        ...plan(),
        services: many.map((id, i) => ({ id, letter: 'ABCDEFGHI'[i]!, typicalMs: MINUTE, open: true })),
        counters: many.map((id, i) => ({ id: `${i + 1}`, services: [id] })),
      },
    )
    const later = many.slice(1, 8).map(serviceId => ({ serviceId }))
    hall.ask('device:kiosk', { verb: 'takeTicket', serviceId: 's0', priority: false, ticketId: 't0', later })
    serve(hall, 'sari', '1')
    hall.next('budi', '2')
    const more = [...later.slice(1), { serviceId: 's8' }]
    expect(refusalOf(() => hall.staff('budi', { verb: 'planSteps', counterId: '2', later: more }))).toBe('BAD_REQUEST')
  })
})

describe('a part that the day did not offer', () => {
  const shut = () => plan().services.map(s => (s.id === 'ambil' ? { ...s, open: false } : s))

  for (const road of ['planned', 'sent'] as const)
    it(`has not fallen away any more once it is ${road === 'sent' ? 'what the visit is sent to' : 'planned'} after all [D47 D56]`, () => {
      const hall = openHall({ 1: 'sari', 2: 'budi' }, { ...plan(), services: shut() })
      const no = come(hall)
      expect(hall.ticket(no).dropped).toEqual([{ serviceId: 'ambil' }])
      hall.ask('system', { verb: 'planDay', plan: plan() })
      hall.next('sari', '1')
      if (road === 'sent') hall.staff('sari', { verb: 'transfer', counterId: '1', serviceId: 'ambil' })
      else hall.staff('sari', { verb: 'planSteps', counterId: '1', later: [{ serviceId: 'ambil' }] })
      expect(hall.ticket(no).dropped).toBeUndefined()
      hall.staff('sari', { verb: 'undo', counterId: '1' })
      expect([hall.ticket(no).dropped, hall.ticket(no).later]).toEqual([
        [{ serviceId: 'ambil' }],
        [{ serviceId: 'cetak' }],
      ])
    })
})

describe('a step that was added at the desk', () => {
  const added = () => {
    const hall = hallOf()
    const no = come(hall)
    hall.next('sari', '1')
    const later = [...hall.ticket(no).later!, { serviceId: 'kia' }]
    hall.staff('sari', { verb: 'planSteps', counterId: '1', later })
    const undo = () => hall.staff('sari', { verb: 'undo', counterId: '1' })
    return { hall, undo, later: () => hall.ticket(no).later?.map(p => p.serviceId) }
  }

  it('is taken back for 30 seconds, alone: the call stays, and a second call of the number too [Y1 D47]', () => {
    const { hall, undo, later } = added()
    hall.staff('sari', { verb: 'recall', counterId: '1' })
    undo()
    expect(later()).toEqual(['cetak', 'ambil'])
    expect([hall.at('1')?.state, hall.at('1')?.calls]).toEqual(['called', 2])
    expect(refusalOf(undo)).toBe('UNDO_NOTHING')
    const late = added()
    late.hall.wait(1)
    expect(refusalOf(late.undo)).toBe('UNDO_LATE')
    expect(late.later()).toEqual(['cetak', 'ambil', 'kia'])
  })

  it('is not taken back once the visit has gone on to its next step [Y2 D47]', () => {
    const { hall, undo, later } = added()
    hall.staff('sari', { verb: 'start', counterId: '1' })
    hall.staff('sari', { verb: 'finish', counterId: '1' })
    hall.next('budi', '2')
    expect(refusalOf(undo)).toBe('UNDO_OVERTAKEN')
    expect(later()).toEqual(['ambil', 'kia'])
  })
})

describe('a takeover that is taken back', () => {
  for (const state of ['served', 'called'] as const)
    it(`of somebody ${state} keeps what was planned after it [Y1 D47]`, () => {
      const hall = openHall({ 1: 'sari', 3: 'budi' }, plan())
      const no = come(hall)
      hall.next('sari', '1')
      if (state === 'served') hall.staff('sari', { verb: 'start', counterId: '1' })
      hall.staff('budi', { verb: 'takeOver', counterId: '1', reason: 'ill', end: 'continue', leads: true })
      const later = [{ serviceId: 'kia' }, { serviceId: 'cetak' }]
      hall.staff('budi', { verb: 'planSteps', counterId: '3', later })
      hall.staff('budi', { verb: 'undo', counterId: '1' })
      expect([hall.at('1')?.no, hall.ticket(no).later]).toEqual([no, later])
    })
})

describe('the range', () => {
  it('is told also where a visit goes on to a service that the plan struck meanwhile [E1 D46]', () => {
    const hall = openHall({ 1: 'sari', 2: 'budi', 3: 'tini' }, plan())
    hall.staff('tini', { verb: 'openCounter', counterId: '3', services: ['foto', 'ambil'] })
    for (let i = 0; i < 4; i++) come(hall)
    hall.next('sari', '1')
    hall.ask('system', { verb: 'planDay', plan: plan(SERVICES.filter(id => id !== 'ambil')) })
    const range = estimate(hall.day, hall.now, seeded(7)).services['cetak']!
    expect(range.to).toBeGreaterThan(hall.now)
  })
})
