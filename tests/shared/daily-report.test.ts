import { fc } from '../helpers/property.ts'
import { describe, expect, it } from 'vitest'
import { dueOf, lateness } from '../../shared/officer/daily/late.ts'
import {
  ANSWERS,
  isEmpty,
  MOST_REPORT_BYTES,
  mustBeSeen,
  mustFit,
  mustReport,
  NO_TEXT,
  type ReportEntry,
  reportOver,
  type ReportText,
  stateOf,
} from '../../shared/officer/daily/report.ts'
import { isBackwards, linkOf, toSend, wrongIn } from '../../shared/officer/daily/activity.ts'
import { atCounters, dayWork, type ServiceOutage } from '../../shared/officer/daily/work.ts'
import { staysOf } from '../../shared/officer/stays.ts'
import type { VisitFact } from '../../shared/officer/facts.ts'
import { atClock, MINUTE } from '../../shared/kit/time.ts'
import type { DayEvent } from '../../shared/queue/events.ts'

const DAY = '2026-06-09'
const at = (clock: string) => atClock(DAY, clock, 'WITA')
const entry = (kind: ReportEntry['kind'], version = 1): ReportEntry => {
  return { id: 'e', kind, version, byId: 'x', at: 0, text: '' }
}
const times = (begun: string, written: string, received: string) => {
  return { begunAt: at(begun), writtenAt: at(written), receivedAt: at(received) }
}
const code = (act: () => void) => {
  try {
    act()
    return 'ok'
  } catch (error) {
    return (error as { code: string }).code
  }
}

describe('a daily report', () => {
  it('waits for the assessor, then for the officer, and again after a reply or a correction [O135]', () => {
    expect(stateOf(0, [])).toBe('open')
    expect(stateOf(1, [])).toBe('waiting')
    expect(stateOf(1, [entry('ask')])).toBe('ask')
    expect(stateOf(1, [entry('ask'), entry('reply')])).toBe('waiting')
    expect(stateOf(1, [entry('fix')])).toBe('fix')
    expect(stateOf(2, [entry('fix')])).toBe('waiting')
    expect(stateOf(1, [entry('accept'), entry('reply')])).toBe('accepted')
    expect(stateOf(2, [entry('accept')])).toBe('waiting')
  })

  it('stands by its newest version alone, whatever was said of older ones [O132 O135]', () => {
    const kinds = fc.constantFrom<ReportEntry['kind']>(...ANSWERS, 'reply')
    const said = fc.array(fc.record({ kind: kinds, version: fc.integer({ min: 1, max: 3 }) }))
    fc.assert(
      fc.property(said, lines => {
        const all = lines.map(l => entry(l.kind, l.version))
        expect(stateOf(3, all)).toBe(
          stateOf(
            3,
            all.filter(e => e.version === 3),
          ),
        )
      }),
    )
    expect(code(() => mustBeSeen(1, 2))).toBe('REPORT_CHANGED')
    expect(code(() => mustBeSeen(2, 2))).toBe('ok')
  })

  it('is written from the beginning of its day until 31 days after it [O136]', () => {
    expect(code(() => mustReport('2026-06-10', DAY))).toBe('NOT_FOUND')
    expect(code(() => mustReport(DAY, DAY))).toBe('ok')
    expect(code(() => mustReport('2026-05-09', DAY))).toBe('ok')
    expect(code(() => mustReport('2026-05-08', DAY))).toBe('DATE_PAST')
    expect(isEmpty(NO_TEXT)).toBe(true)
    expect(isEmpty({ activities: [], note: 'x' })).toBe(false)
  })

  it.each(['WIB', 'WITA', 'WIT'] as const)(
    'is late after the time of its own day in %s, to the second [O134]',
    zone => {
      const due = dueOf(DAY, '18:00', zone)
      expect(due).toBe(atClock(DAY, '18:00', zone))
      const received = (by: number) => ({ begunAt: due - 5, writtenAt: due - 5, receivedAt: due + by })
      expect(lateness(received(0), due, []).late).toBe(false)
      expect(lateness(received(1000), due, []).late).toBe(true)
    },
  )

  it('is late no more once a disturbance is marked that touched it, and only then [O134]', () => {
    const due = at('17:00')
    const sent = times('16:30', '16:40', '18:05')
    const out = (from: string, to: string | null) => ({ since: at(from), until: to === null ? null : at(to) })
    expect(lateness(sent, due, []).late).toBe(true)
    expect(lateness(sent, due, [out('16:30', '18:00')])).toEqual({ late: false, excusedBy: out('16:30', '18:00') })
    expect(lateness(sent, due, [out('16:45', null)]).late).toBe(false)
    expect(lateness(sent, due, [out('10:05', '10:40')]).late).toBe(true)
    expect(lateness(sent, due, [out('18:05', '19:00')]).late).toBe(true)
    expect(lateness(times('20:00', '20:10', '20:10'), due, [out('16:50', '17:20')]).late).toBe(false)
    expect(lateness(times('20:00', '20:10', '20:10'), due, [out('15:00', '16:00')]).late).toBe(true)
    expect(lateness(sent, due, [out('16:00', '17:00')]).late).toBe(false)
    expect(lateness(sent, due, [out('16:00', '16:59')]).late).toBe(true)
    // Set back, a device's clock reaches no disturbance that was over when it was due.
    const early = times('08:05', '08:05', '20:10')
    expect(lateness(early, due, [out('08:00', '08:10')]).late).toBe(true)
    expect(lateness(early, due, [out('14:30', '16:50')]).late).toBe(true)
  })

  it('is never later for one disturbance more, and a device clock that runs ahead gains nothing [O133 O134]', () => {
    const clock = fc.integer({ min: 0, max: 1000 })
    const outs = fc.array(fc.record({ since: clock, until: fc.option(clock) }), { maxLength: 4 })
    fc.assert(
      fc.property(clock, clock, clock, clock, outs, (begunAt, writtenAt, receivedAt, due, all) => {
        const of = { begunAt, writtenAt, receivedAt }
        const one = lateness(of, due, all.slice(1)).late
        const more = lateness(of, due, all).late
        expect(more && !one).toBe(false)
        const ahead = { ...of, writtenAt: receivedAt + 500 }
        expect(lateness(ahead, due, []).late).toBe(receivedAt > due)
      }),
    )
  })
})

describe('a long report', () => {
  const activity = (what: string) => ({
    ...{ id: 'a1', what, from: '' as const, to: '' as const, quantity: '', output: '', skp: '', link: '', files: [] },
  })
  const bytes = (text: ReportText) => Buffer.byteLength(JSON.stringify(text))

  it('gets https:// before a link without, and knows what is no link [O290]', () => {
    expect(['', ' ', 'https://a.id/x', 'HTTP://a.id', 'drive.google.com/abc', ' bit.ly/x?y#z '].map(linkOf)).toEqual([
      ...['', '', 'https://a.id/x', 'HTTP://a.id', 'https://drive.google.com/abc', 'https://bit.ly/x?y#z'],
    ])
    for (const no of [
      'drive',
      'tidak ada',
      'ftp://a.id',
      'javascript:alert(1)',
      'a@b.id',
      'https://',
      'a.id/x y',
      'a..',
    ])
      expect(linkOf(no), no).toBeUndefined()
    fc.assert(
      fc.property(fc.string(), typed => {
        const link = linkOf(typed)
        if (link) expect(link).toMatch(/^https?:\/\/\S+$/i)
        expect(link === undefined ? '' : linkOf(link)).toBe(link ?? '')
      }),
    )
  })

  it('ends no earlier than it begins, and is sent without empty lines and with whole links [O290]', () => {
    const a = {
      id: 'a',
      what: ' Rapat ',
      from: '13:30',
      to: '12:00',
      ...{ quantity: '', output: '', skp: '' },
    } as const
    const line = { ...a, link: 'a.id/x', files: [] }
    expect(isBackwards(a)).toBe(true)
    expect(isBackwards({ from: '13:30', to: '' })).toBe(false)
    expect(wrongIn(line)).toBe('to')
    expect(wrongIn({ ...line, to: '13:30' })).toBeUndefined()
    expect(wrongIn({ ...line, to: '', link: 'x' })).toBe('link')
    expect(toSend({ activities: [line, { ...line, what: ' ' }], note: ' y ' })).toEqual({
      ...{ activities: [{ ...line, what: 'Rapat', link: 'https://a.id/x' }], note: 'y' },
    })
  })

  it('is measured in the bytes in which it is sent, whatever its script [O212]', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 2_000 }), { maxLength: 20 }), said => {
        const text = { activities: said.map(activity), note: '' }
        expect(reportOver(text)).toBe(Math.max(0, bytes(text) - MOST_REPORT_BYTES))
      }),
    )
  })

  it('is refused once it would not be sent within 20 KiB [O212]', () => {
    const empty = bytes({ activities: [activity('')], note: '' })
    const of = (letters: number) => ({ activities: [activity('a'.repeat(letters))], note: '' })
    expect(() => mustFit(of(MOST_REPORT_BYTES - empty))).not.toThrow()
    expect(() => mustFit(of(MOST_REPORT_BYTES - empty + 1))).toThrow('REPORT_TOO_LONG')
    expect(MOST_REPORT_BYTES).toBeLessThan(19 * 1024)
  })
})

describe('the work of a day at counters', () => {
  let seq = 0
  const event = (clock: string, of: object) => ({ seq: seq++, at: at(clock), ...of }) as unknown as DayEvent
  const opened = (clock: string, counterId: string, officerId = 'p1') =>
    event(clock, { type: 'counterOpened', counterId, officerId, services: [] })
  const visit = (no: number, from: string, to: string, of: object = {}): VisitFact => ({
    ...{ date: DAY, no, officerId: 'p1', counterId: '3', serviceId: 'ktp', queuedAt: null },
    ...{ calledAt: at(from), startedAt: at(from), endedAt: at(to), heldMs: 0, priority: false },
    ...{ outcome: 'done' as const, ticketState: 'done' },
    ...of,
  })
  const events = [
    opened('07:55', '3'),
    event('12:00', { type: 'breakStarted', counterId: '3', until: at('12:30') }),
    opened('12:30', '3'),
    event('15:00', { type: 'counterClosed', counterId: '3' }),
    opened('08:00', '4', 'p2'),
  ]

  it('is known by counter and service, with breaks and what stood still [O130]', () => {
    const stretches = atCounters(events, 'p1')
    expect(stretches.map(s => [s.what, s.from, s.to])).toEqual([
      ['counter', at('07:55'), at('12:00')],
      ['break', at('12:00'), at('12:30')],
      ['counter', at('12:30'), at('15:00')],
    ])
    const visits = [
      visit(1, '08:00', '08:10'),
      visit(2, '08:10', '08:40'),
      visit(3, '13:00', '13:05', { priority: true, serviceId: 'kia' }),
      visit(4, '13:10', '13:15', { outcome: 'missed', startedAt: null, ticketState: 'missed' }),
    ]
    const out: ServiceOutage = { serviceId: 'ktp', since: at('10:05'), until: at('10:40'), reason: 'systemDown' }
    const work = dayWork(staysOf(visits, [out]), {
      stretches,
      outages: [out, { ...out, serviceId: 'kk' }],
      standards: new Map([['ktp', 15]]),
      now: at('16:00'),
    })
    expect(work.lines.map(l => [l.what, l.served, l.services.map(s => `${s.id} ${s.served}`).join()])).toEqual([
      ['counter', 2, 'ktp 2'],
      ['outage', 0, 'kk 0,ktp 0'],
      ['break', 0, ''],
      ['counter', 1, 'kia 1'],
    ])
    expect([work.served, work.judged, work.within, work.priority]).toEqual([3, 2, 1, 1])
    expect(work.atCountersMs).toBe((245 + 150) * MINUTE)
  })

  it('counts what was finished beside any known stretch, once [O130]', () => {
    const stays = staysOf([visit(1, '08:00', '08:10'), visit(2, '16:00', '16:10')], [])
    const frame = { outages: [], standards: new Map(), now: at('17:00') }
    const some = dayWork(stays, { ...frame, stretches: atCounters(events, 'p1') })
    expect([some.served, some.lines.reduce((n, l) => n + l.served, 0)]).toEqual([2, 2])
    expect(dayWork(stays, { ...frame, stretches: [] }).lines.map(l => l.served)).toEqual([2])
    expect(dayWork([], { ...frame, stretches: [] }).lines).toEqual([])
  })
})
