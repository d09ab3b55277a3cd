import { describe, expect, it } from 'vitest'
import { planOf } from '../../server/services/office/offices.ts'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { addDays, atClock, MINUTE, type ClockTime } from '../../shared/kit/time.ts'
import { DEFAULT_SERVICE_BOOKING } from '../../shared/office/defaults.ts'
import type { Release } from '../../shared/office/office.ts'
import { changedOffice, type OfficeChange } from '../../shared/office/structure/change.ts'
import { consequencesOf, mustBeForeseen, otherPapers, reachesPeople } from '../../shared/queue/changes/consequences.ts'
import { onwardOf } from '../../shared/queue/changes/onward.ts'
import type { DayPlan } from '../../shared/queue/day.ts'
import { DATE, openHall, type Hall } from '../helpers/days.ts'

const BIRTH = ['kartu-keluarga', 'kartu-identitas-anak'].map(serviceId => ({ serviceId }))
/** Two people for whom a child was born and one who wants a card, before an open counter for deeds. */
function hall(): Hall {
  const day = openHall({ 5: 'joko' }, planOf(demoOffice, DATE, DATE))
  for (const ticketId of ['a', 'b'])
    day.ask('device:kiosk', {
      ...{ verb: 'takeTicket', serviceId: 'akta-kelahiran', priority: false, ticketId },
      ...{ later: BIRTH, lifeEvent: 'anak-lahir' },
    })
  day.take('ktp-el')
  return day
}

const SEEN = {
  booked: { 'ktp-el': 3 },
  later: { 'ktp-el': 2 },
  shifts: {},
  owing: 0,
  onward: {},
  entries: {},
  documents: {},
  parts: {},
  ending: {},
  coming: {},
  unplaced: {},
  undrawn: {},
  papers: {},
  wishes: 2,
}
const AROUND = { ...SEEN, now: 0, kiosks: 0, displays: [] as readonly (string | null)[] }

function told(change: OfficeChange, parts: Readonly<Record<string, number>> = {}) {
  const after = changedOffice(demoOffice, change)
  const { day, now } = hall()
  return consequencesOf(demoOffice, after, day, {
    ...{ ...AROUND, now, parts, kiosks: 1, displays: [null] },
    plan: planOf(after, DATE, DATE),
  })
}
/** The plan of the day, with another next step of one service. */
function planned(of: string, next: string | undefined): DayPlan {
  const plan = planOf(demoOffice, DATE, DATE)
  return {
    ...plan,
    services: plan.services.map(({ next: was, ...s }) => {
      const to = s.id === of ? next : was
      return to === undefined ? s : { ...s, next: to }
    }),
  }
}

const lines = (change: OfficeChange, parts?: Readonly<Record<string, number>>) =>
  told(change, parts)
    .filter(c => c.kind !== 'kiosks' && c.kind !== 'displays')
    .map(c => [c.kind, c.of, c.count].filter(part => part !== '').join(' '))

describe('what a change does, told before', () => {
  it('knows of visits that still come to a service, and of bookings for which it is a part [A41 D56]', () => {
    const pause = { services: [{ id: 'kartu-identitas-anak', open: false }] }
    expect(lines(pause, { 'kartu-identitas-anak': 4 })).toEqual([
      'laterServed kartu-identitas-anak 2',
      'partsFall kartu-identitas-anak 4',
    ])
    expect(mustBeForeseen(told(pause))).toBe(0)
  })

  it('says how many days close to booking once a draw is the way to them, and nothing where it was that already [A41 U9]', () => {
    const by = (release: Release) => ({
      services: [{ id: 'ktp-el', booking: { ...DEFAULT_SERVICE_BOOKING, release } }],
    })
    const drawn = by({ kind: 'draw', opensDaysAhead: 5, closesDaysAhead: 1 })
    const [line] = lines(drawn)
    expect(line).toMatch(/^daysDrawn ktp-el \d+$/)
    expect(lines(by({ kind: 'open' }))).toEqual([])
    const days = told(drawn).find(c => c.kind === 'daysDrawn')!.count
    const week = told({ ...drawn, holidays: [...demoOffice.holidays, addDays(DATE, 8)] }).find(
      c => c.kind === 'daysDrawn',
    )!.count
    expect(days - week).toBe(1)
  })

  it('must be foreseen where visits that still come to a service would find no counter [A41]', () => {
    const counters = demoOffice.counters
      .filter(c => c.services.includes('kartu-identitas-anak'))
      .map(c => ({ id: c.id, services: c.services.filter(s => s !== 'kartu-identitas-anak') }))
    expect(lines({ counters })).toContain('laterStranded kartu-identitas-anak 2')
    expect(mustBeForeseen(told({ counters }))).toBeGreaterThan(0)
  })

  it('says that bookings and entries of draws lose the last counter, and that kiosks go on giving numbers [A41 H11]', () => {
    const without = (id: string): OfficeChange => ({
      counters: demoOffice.counters
        .filter(c => c.services.includes(id))
        .map(c => ({ id: c.id, services: c.services.filter(s => s !== id) })),
    })
    expect(lines(without('ktp-el'))).toEqual([
      'waitingStranded ktp-el 1',
      'bookedStranded ktp-el 3',
      'noCounter ktp-el 1',
    ])
    const gone = changedOffice(demoOffice, without('legalisir'))
    const around = { ...AROUND, booked: {}, entries: { legalisir: 2 }, plan: planOf(gone, DATE, DATE) }
    const drawn = consequencesOf(demoOffice, gone, hall().day, around)
    expect(drawn.map(c => `${c.kind} ${c.of} ${c.count}`)).toEqual([
      'bookedStranded legalisir 2',
      'noCounter legalisir 1',
    ])
    expect(mustBeForeseen(drawn)).toBe(2)
    // Entries of it are counted once; who waits for a place is nobody of those.
    const waited = consequencesOf(demoOffice, gone, hall().day, {
      ...around,
      unplaced: { legalisir: 3 },
      undrawn: { legalisir: 2 },
    })
    expect(waited.map(c => `${c.kind} ${c.count}`)).toEqual(['bookedStranded 2', 'wishesStranded 3', 'noCounter 1'])
    expect(mustBeForeseen(waited)).toBe(5)
    // Retired with its counters, it serves nobody any more, and is offered to nobody.
    const retired: OfficeChange = {
      services: [{ id: 'ktp-el', retired: true }],
      lifeEvents: demoOffice.lifeEvents.map(({ id }) => ({ id, removed: true as const })),
    }
    expect(lines({ ...without('ktp-el'), ...retired })).toEqual(['waitingStranded ktp-el 1'])
    // Retired after that, it is not said that whoever waits is still served.
    const before = changedOffice(demoOffice, without('ktp-el'))
    const later = changedOffice(before, retired)
    const after = consequencesOf(before, later, hall().day, { ...AROUND, plan: planOf(later, DATE, DATE) })
    expect(after.map(c => `${c.kind} ${c.of}`)).toEqual(['waitingStranded ktp-el'])
  })

  it('counts whoever missed a call of the last counter, as long as they may come back [A41]', () => {
    const missed = hall()
    missed.next('joko', '5')
    missed.wait(2)
    missed.staff('joko', { verb: 'skip', counterId: '5' })
    const counters = demoOffice.counters
      .filter(c => c.services.includes('akta-kelahiran'))
      .map(c => ({ id: c.id, services: c.services.filter(s => s !== 'akta-kelahiran') }))
    const after = changedOffice(demoOffice, { counters })
    const toldAt = (now: number) =>
      consequencesOf(demoOffice, after, missed.day, { ...AROUND, now, plan: planOf(after, DATE, DATE) })
        .filter(c => c.kind === 'waitingStranded')
        .map(c => `${c.of} ${c.count}`)
    expect(toldAt(missed.now)).toEqual(['akta-kelahiran 2'])
    expect(toldAt(missed.now + 61 * MINUTE)).toEqual(['akta-kelahiran 1'])
  })

  it('names what bookings go on to no longer, or newly, by another next step, though all of it is offered [A41]', () => {
    const [is, ends] = [planned('identitas-digital', 'legalisir'), planned('identitas-digital', undefined)]
    const booked = [{ serviceId: 'identitas-digital' }]
    expect(onwardOf(booked, is, ends)).toEqual({ onward: [], falling: [], ending: ['legalisir'], coming: [] })
    expect(onwardOf(booked, ends, is)).toEqual({
      ...{ onward: ['legalisir'], falling: [], ending: [], coming: ['legalisir'] },
    })
    const around = { ...AROUND, ending: { legalisir: 1 }, coming: { 'ktp-el': 5 }, plan: is }
    const named = consequencesOf(demoOffice, demoOffice, hall().day, around)
    expect(named.map(c => `${c.kind} ${c.of} ${c.count}`)).toEqual(['partsCome ktp-el 5', 'partsEnd legalisir 1'])
    expect([reachesPeople(named), mustBeForeseen(named)]).toEqual([true, 0])
  })

  it('says of a new service of an open office that no counter serves it yet [A41 A63]', () => {
    const { id: _, letter: __, name: ___, ...like } = demoOffice.services[0]!
    const added = { services: [{ ...like, id: 'baru', letter: 'Y', name: ['Baru', 'New'] as const, open: true }] }
    expect(lines(added)).toEqual(['noCounter baru 1'])
    const counters = demoOffice.counters.slice(0, 1).map(c => ({ id: c.id, services: [...c.services, 'baru'] }))
    expect(lines({ ...added, counters })).not.toContain('noCounter baru 1')
    const preparing = { ...demoOffice, openedAt: null }
    const after = changedOffice(preparing, added)
    const { day } = hall()
    expect(consequencesOf(preparing, after, day, { ...AROUND, plan: planOf(after, DATE, DATE) })).toEqual([])
  })

  it('says that another zone ends the day for whoever waits, where it is another date by it [A41 A44]', () => {
    const after = changedOffice(demoOffice, { zone: 'WIT' })
    const { day } = hall()
    const toldAt = (hour: ClockTime) =>
      consequencesOf(demoOffice, after, day, {
        ...{ ...AROUND, booked: {}, now: atClock(DATE, hour, 'WITA'), plan: planOf(after, DATE, DATE) },
      })
    expect(toldAt('23:20').map(c => `${c.kind} ${c.count}`)).toContain('lineEnds 3')
    expect(toldAt('23:20').map(c => c.kind)).not.toContain('lineServed')
    expect(mustBeForeseen(toldAt('23:20'))).toBe(3)
    expect(toldAt('10:00').map(c => c.kind)).not.toContain('lineEnds')
  })

  it('says that a quota is used up by it, and that bookings have less time to check in than they were told [A41]', () => {
    const quota = (dailyQuota: number) => ({
      services: [{ id: 'ktp-el', booking: { ...DEFAULT_SERVICE_BOOKING, dailyQuota } }],
    })
    expect(lines(quota(1))).toEqual(['quotaFull ktp-el 1'])
    expect(lines(quota(500))).toEqual([])
    const { checkInGraceMinutes } = demoOffice.booking
    expect(lines({ booking: { checkInGraceMinutes: checkInGraceMinutes - 5 } })).toEqual(['checkInShorter 3'])
    expect(lines({ booking: { checkInGraceMinutes: checkInGraceMinutes + 5 } })).toEqual([])
  })

  it('says that whoever missed a call has less time to come back, while they still have some [A41]', () => {
    const { returnGraceMinutes } = demoOffice.rules
    const toldAfter = (minutes: number, change: number) => {
      const after = changedOffice(demoOffice, { rules: { returnGraceMinutes: returnGraceMinutes + change } })
      const day = hall()
      day.next('joko', '5')
      day.wait(2)
      day.staff('joko', { verb: 'skip', counterId: '5' })
      day.wait(minutes)
      const around = { ...AROUND, now: day.now, plan: planOf(after, DATE, DATE) }
      return consequencesOf(demoOffice, after, day.day, around).map(c => `${c.kind} ${c.count}`)
    }
    expect(toldAfter(1, -5)).toEqual(['returnShorter 1'])
    expect(toldAfter(1, 5)).toEqual([])
    expect(toldAfter(returnGraceMinutes + 1, -5)).toEqual([])
  })

  it('says that places of the waitlist are offered for less time than they were [A41]', () => {
    const { offerMinutes } = demoOffice.booking
    expect(lines({ booking: { offerMinutes: offerMinutes - 5 } })).toEqual(['offerShorter 2'])
    expect(lines({ booking: { offerMinutes: offerMinutes + 5 } })).toEqual([])
  })

  it('says who booked by other papers than they have to bring from now on [A41]', () => {
    const paper = { id: 'surat', name: ['Surat pengantar', 'Letter'] as const, note: null }
    const before = demoOffice.services.find(s => s.cases.length > 1)!
    const requirements = [...before.requirements, paper]
    const [first, second] = before.cases
    const cases = [{ ...first!, papers: [...first!.papers, 'surat'] }, ...before.cases.slice(1)]
    const after = changedOffice(demoOffice, { services: [{ id: before.id, asking: { requirements, cases } }] })
    const other = (id?: string) => otherPapers(demoOffice, after, { serviceId: before.id, ...(id ? { case: id } : {}) })
    expect([other(first!.id), other(second!.id), other()]).toEqual([true, false, true])
    const around = { ...AROUND, papers: { [before.id]: 2 }, plan: planOf(after, DATE, DATE) }
    expect(consequencesOf(demoOffice, after, hall().day, around).map(c => `${c.kind} ${c.of} ${c.count}`)).toEqual([
      `papersChanged ${before.id} 2`,
    ])
  })

  it('says that the calls of an area are heard nowhere, where no display is there for it or for all [A41]', () => {
    const areas = [
      { id: 'atas', name: ['Lantai 2', 'Upstairs'] as const },
      { id: 'bawah', name: ['Lantai 1', 'Downstairs'] as const },
    ]
    const change = { areas, counters: ['1', '2'].map(id => ({ id, area: 'atas' })) }
    const after = changedOffice(demoOffice, change)
    const toldBy = (displays: readonly (string | null)[], before = demoOffice) =>
      consequencesOf(before, after, hall().day, { ...AROUND, displays, plan: planOf(after, DATE, DATE) })
        .filter(c => c.kind === 'unheard')
        .map(c => `${c.of} ${c.count}`)
    const standing = changedOffice(demoOffice, { areas })
    expect(toldBy(['bawah'], standing)).toEqual(['atas 2'])
    expect([toldBy(['bawah', null], standing), toldBy(['atas'], standing), toldBy(['bawah'], after)]).toEqual([
      [],
      [],
      [],
    ])
  })

  it('reaches people or only the screens: what reaches people is shown before it is saved [A41]', () => {
    expect(reachesPeople(told({ services: [{ id: 'legalisir', name: ['Pengesahan', 'Certified copies'] }] }))).toBe(
      false,
    )
    expect(reachesPeople(told({ services: [{ id: 'ktp-el', name: ['KTP', 'Card'] }] }))).toBe(true)
  })
})
