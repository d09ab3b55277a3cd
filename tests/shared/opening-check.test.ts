import { describe, expect, it } from 'vitest'
import { demoOffice } from '../../server/demo/samarinda.ts'
import type { OfficeInfo, ServiceInfo } from '../../shared/office/office.ts'
import { mustsOf, openingCheck, TOPICS, type Finding, type OpeningFacts } from '../../shared/office/opening/check.ts'
import { officeInPreparation } from '../../shared/office/opening/in-preparation.ts'
import { ROLES } from '../../shared/office/permissions.ts'
import { INNER_COMPONENTS, type ServiceStandard } from '../../shared/office/standard.ts'
import { findingText } from '../../shared/text/opening.ts'
import { fc } from '../helpers/property.ts'
import { MORNING } from '../helpers/test-app.ts'

const standard = Object.fromEntries(
  INNER_COMPONENTS.map(part => [part, ['Ada', 'There']]),
) as unknown as ServiceStandard
const whole = (s: ServiceInfo): ServiceInfo => ({ ...s, standard })
const READY: OfficeInfo = { ...demoOffice, services: demoOffice.services.map(whole) }
const person = (role: (typeof ROLES)[number]) => ({ roles: [role], active: true, invited: false, secondFactor: true })
const FACTS: OpeningFacts = {
  staff: ROLES.map(person),
  devices: ['kiosk', 'display'],
  displays: [null],
  publicUrl: true,
  backupAt: MORNING,
  clockWrong: false,
}
const keys = (findings: readonly Finding[], level: Finding['level']) =>
  findings.filter(f => f.level === level).map(f => f.key)
const ktp = (change: Partial<ServiceInfo>): OfficeInfo => ({
  ...READY,
  services: READY.services.map(s => (s.id === 'ktp-el' ? { ...s, ...change } : s)),
})
const UPSTAIRS: OfficeInfo = {
  ...READY,
  areas: [
    { id: 'atas', name: ['Lantai 2', 'Upstairs'] },
    { id: 'bawah', name: ['Lantai 1', 'Downstairs'] },
  ],
  counters: READY.counters.map((c, i) => (i === 0 ? { ...c, area: 'atas' } : c)),
}

describe('the check before an office opens', () => {
  it('finds nothing at an office that is ready, and says which topics are done [A63]', () => {
    const findings = openingCheck(READY, FACTS, MORNING)
    expect(findings.map(f => [f.level, f.key])).toEqual(TOPICS.map(topic => ['done', topic]))
  })

  const without = (id: string): OfficeInfo => ({
    ...READY,
    counters: READY.counters.map(c => ({ ...c, services: c.services.filter(s => s !== id) })),
  })
  it.each<[string, string, OfficeInfo, Partial<OpeningFacts>]>([
    ['no service', 'noService', { ...READY, services: [], counters: [] }, {}],
    ['a service without a counter', 'noCounter', without('ktp-el'), {}],
    ['the same letter twice', 'sameLetter', ktp({ letter: READY.services.at(-1)!.letter }), {}],
    ['no day on which the doors open', 'noHours', { ...READY, hours: READY.hours.map(() => null) }, {}],
    ['no name', 'name', { ...READY, name: ' ' }, {}],
    ['the name that an earlier program began it with', 'name', { ...READY, name: 'Kantor baru' }, {}],
    ['no address', 'address', { ...READY, address: ' ' }, {}],
    ['nobody who may call', 'noCaller', READY, { staff: [person('administrator'), person('manager')] }],
    [
      'an administrator without a second key',
      'secondFactor',
      READY,
      { staff: [...FACTS.staff, { ...person('administrator'), secondFactor: false }] },
    ],
    ['a wrong clock', 'clock', READY, { clockWrong: true }],
  ])('does not let it open with %s [A63]', (_what, key, office, facts) => {
    const findings = openingCheck(office, { ...FACTS, ...facts }, MORNING)
    expect(keys(findings, 'must')).toEqual([key])
    expect(mustsOf(findings)).toBe(1)
  })

  it.each<[string, string, OfficeInfo, Partial<OpeningFacts>]>([
    [
      'a counter that serves nothing',
      'idleCounter',
      { ...READY, counters: [...READY.counters, { ...READY.counters[0]!, id: '9', services: [] }] },
      {},
    ],
    ['a part of the standard that the law wants published', 'published', ktp({ complaints: ['', ''] }), {}],
    ['the papers of a service', 'bare', ktp({ requirements: [], cases: [] }), {}],
    ['the inner parts of a standard', 'inner', ktp({ standard: { ...standard, safety: ['', ''] } }), {}],
    ['the holidays of the year', 'holidays', { ...READY, holidays: ['2025-12-25'] }, {}],
    ['a front desk', 'noFrontDesk', READY, { staff: FACTS.staff.filter(s => !s.roles.includes('frontDesk')) }],
    [
      'an invitation that nobody opened',
      'invitations',
      READY,
      { staff: [...FACTS.staff, { ...person('officer'), invited: true }] },
    ],
    ['the hall display', 'display', READY, { devices: ['kiosk'], displays: [] }],
    ['a display of an area, where none shows the whole hall', 'unheard', UPSTAIRS, { displays: ['bawah'] }],
    ['a kiosk, where the front desk gives numbers', 'kiosk', READY, { devices: ['display'] }],
    ['the public address', 'publicUrl', READY, { publicUrl: false }],
    ['a backup', 'backup', READY, { backupAt: null }],
  ])('lets it open without %s, and says so [A63]', (_what, key, office, facts) => {
    const findings = openingCheck(office, { ...FACTS, ...facts }, MORNING)
    expect(keys(findings, 'later')).toEqual([key])
    expect(mustsOf(findings)).toBe(0)
  })

  it('calls no standard whole where there is no service', () => {
    expect(keys(openingCheck({ ...READY, services: [] }, FACTS, MORNING), 'done')).not.toContain('standard')
  })

  it('sends whoever mends a standard to the page of the first service that lacks a part of it [A63]', () => {
    const bare = {
      ...READY,
      services: READY.services.map(s => ({
        ...s,
        complaints: ['', ''] as const,
        standard: { ...standard, safety: ['', ''] as const },
      })),
    }
    const ways = (office: OfficeInfo) =>
      openingCheck(office, FACTS, MORNING).flatMap(f => (f.service ? [`${f.key} ${f.service}`] : []))
    expect(ways(bare)).toEqual([`published ${READY.services[0]!.id}`, `inner ${READY.services[0]!.id}`])
    expect(ways(ktp({ complaints: ['', ''] }))).toEqual(['published ktp-el'])
    expect(ways({ ...READY, counters: [] })).toEqual([])
    expect(ways(ktp({ letter: READY.services.at(-1)!.letter }))).toEqual(['sameLetter ktp-el'])
  })

  it('hears the calls of an area by a display of the whole hall, and by one whose own area is gone [A63]', () => {
    for (const displays of [[null], ['bawah', null], ['atas'], ['gudang'], []])
      expect(keys(openingCheck(UPSTAIRS, { ...FACTS, displays }, MORNING), 'later'), displays.join()).toEqual([])
    const unused = { ...UPSTAIRS, counters: READY.counters }
    expect(keys(openingCheck(unused, { ...FACTS, displays: ['bawah'] }, MORNING), 'later')).toEqual([])
  })

  it('asks for a kiosk where nobody else could give a number [A63]', () => {
    const walkIn = { ...READY, services: READY.services.map(s => ({ ...s, booking: null })) }
    const facts = { ...FACTS, devices: [], staff: [person('administrator')] }
    expect(keys(openingCheck(walkIn, facts, MORNING), 'must')).toContain('kiosk')
  })

  it('asks nothing of a service that is retired or not offered', () => {
    const bare = { complaints: ['', ''], letter: 'ZZ' } as const
    expect(mustsOf(openingCheck(ktp({ ...bare, retired: true }), FACTS, MORNING))).toBe(0)
    expect(mustsOf(openingCheck(ktp({ ...bare, open: false }), FACTS, MORNING))).toBe(0)
  })

  it('finds much at an office of which nothing is known yet, the needs first', () => {
    const facts = { ...FACTS, staff: [person('administrator')], devices: [], publicUrl: false, backupAt: null }
    const findings = openingCheck(officeInPreparation('baru'), facts, MORNING)
    expect(keys(findings, 'must')).toEqual(['noService', 'noHours', 'name', 'address', 'noCaller', 'kiosk'])
    const order = findings.map(f => ['must', 'later', 'done'].indexOf(f.level))
    expect(order).toEqual([...order].sort())
  })

  it('names each topic as done or what is missing of it, never both, in whole sentences of both languages', () => {
    const services = fc.subarray([...READY.services]).chain(some =>
      fc
        .array(fc.record({ blank: fc.boolean(), open: fc.boolean(), retired: fc.boolean() }), {
          minLength: some.length,
          maxLength: some.length,
        })
        .map(changes =>
          some.map((s, i) => ({
            ...s,
            open: changes[i]!.open,
            retired: changes[i]!.retired,
            ...(changes[i]!.blank ? { product: ['', ''] as const } : {}),
          })),
        ),
    )
    const facts: fc.Arbitrary<OpeningFacts> = fc.record({
      staff: fc.array(
        fc.record({
          roles: fc.subarray([...ROLES]),
          active: fc.boolean(),
          invited: fc.boolean(),
          secondFactor: fc.boolean(),
        }),
        { maxLength: 5 },
      ),
      devices: fc.subarray(['kiosk', 'display', 'tablet'] as const),
      displays: fc.array(fc.constantFrom(null, 'atas'), { maxLength: 2 }),
      publicUrl: fc.boolean(),
      backupAt: fc.constantFrom(null, MORNING),
      clockWrong: fc.boolean(),
    })
    fc.assert(
      fc.property(
        services,
        fc.subarray([...READY.counters]),
        fc.subarray([...READY.holidays]),
        facts,
        (own, counters, holidays, known) => {
          const findings = openingCheck({ ...READY, services: own, counters, holidays }, known, MORNING)
          expect(new Set(findings.map(f => f.key)).size).toBe(findings.length)
          const done = keys(findings, 'done')
          if (mustsOf(findings) === 0) expect(known.staff.some(s => s.active)).toBe(true)
          if (done.includes('services')) expect(own.some(s => s.open && !s.retired)).toBe(true)
          for (const f of findings)
            for (const language of ['id', 'en'] as const) {
              const { title, what } = findingText(f, language)
              expect(`${title} ${what}`).not.toMatch(/[{}]|undefined/)
              expect((f.mend === null) === (f.level === 'done')).toBe(true)
            }
        },
      ),
      { numRuns: 200 },
    )
  })
})
