import { describe, expect, it } from 'vitest'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { DEMO_PASSWORD, demoStaff } from '../../server/demo/staff.ts'
import { officeInfo } from '../../shared/contracts/schemas.ts'
import { atClock } from '../../shared/kit/time.ts'
import { doorsOf, publishedDoors } from '../../shared/office/hours.ts'
import { permissionsOf } from '../../shared/office/permissions.ts'
import { INNER_COMPONENTS } from '../../shared/office/standard.ts'
import type { Words } from '../../shared/kit/words.ts'

const countersOf = (serviceId: string) => demoOffice.counters.filter(c => c.services.includes(serviceId))
const given = (words: Words | null): Words[] => (words ? [words] : [])
const wita = (date: string, time: string) => atClock(date, time, 'WITA')

describe('the demo office', () => {
  it('passes the contract as every office does, and loses nothing by it', () => {
    expect(officeInfo.parse(demoOffice)).toEqual(demoOffice)
  })

  it('gives its twelve services the letters of the kiosk, without I and O', () => {
    expect(demoOffice.services.map(s => s.letter).join('')).toBe('ABCDEFGHJKLM')
    expect(new Set(demoOffice.services.map(s => s.id)).size).toBe(12)
  })

  it('serves every service at two counters or more, and the KTP-el at three', () => {
    for (const s of demoOffice.services) expect(countersOf(s.id).length, s.id).toBeGreaterThanOrEqual(2)
    expect(countersOf('ktp-el').map(c => c.name)).toEqual(['Loket 1', 'Loket 2', 'Loket 3'])
  })

  it('names only services that exist at its eight counters', () => {
    const known = new Set(demoOffice.services.map(s => s.id))
    expect(demoOffice.counters.map(c => c.id)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8'])
    expect(demoOffice.counters.flatMap(c => c.services).filter(id => !known.has(id))).toEqual([])
  })

  it('has every part of each standard, and life events of services and cases that it has', () => {
    for (const s of demoOffice.services)
      for (const component of INNER_COMPONENTS)
        expect(s.standard[component].join(''), `${s.id} ${component}`).not.toBe('')
    expect(demoOffice.lifeEvents.map(e => e.id)).toContain('anak-lahir')
    for (const { serviceId, caseId } of demoOffice.lifeEvents.flatMap(e => e.parts)) {
      const service = demoOffice.services.find(s => s.id === serviceId)
      expect(service, serviceId).toBeDefined()
      if (caseId !== null) expect(service!.cases.map(c => c.id)).toContain(caseId)
    }
  })

  it('says every word in both languages, and shouts in neither', () => {
    const spoken: Words[] = [
      demoOffice.runningText,
      ...demoOffice.lifeEvents.flatMap(e => [e.name, e.detail]),
      ...demoOffice.services.flatMap(s => [
        s.detail,
        s.product,
        s.fee,
        s.complaints,
        ...INNER_COMPONENTS.map(component => s.standard[component]),
        ...s.requirements.flatMap(({ name, note }) => [name, ...given(note)]),
        ...s.cases.flatMap(({ label, detail, spare }) => [label, ...given(detail), ...given(spare)]),
        ...s.procedure,
      ]),
    ]
    for (const [id, en] of [...spoken, ...demoOffice.services.map(s => s.name)]) {
      expect(id.trim(), en).not.toBe('')
      expect(en.trim(), id).not.toBe('')
      expect(id, 'untranslated').not.toBe(en)
      expect(id + en).not.toContain('!')
    }
  })

  it('publishes steps and times within reach for every service', () => {
    for (const s of demoOffice.services) {
      expect(s.procedure.length, s.id).toBeGreaterThanOrEqual(3)
      expect(s.typicalMinutes, s.id).toBeLessThan(s.standardMinutes)
      expect(s.keywords.length, s.id).toBeGreaterThanOrEqual(3)
    }
  })

  it('is found by everyday words', () => {
    const letterOf = (word: string) => demoOffice.services.find(s => s.keywords.includes(word))?.letter
    expect(['ktp hilang', 'nikah', 'cerai', 'lahir', 'pindah', 'meninggal'].map(letterOf)).toEqual([...'AGHCEF'])
  })

  it('publishes the hours of Samarinda, with Friday short and the weekend closed', () => {
    expect(publishedDoors(demoOffice, '2026-06-09')).toEqual({
      from: wita('2026-06-09', '08:00'),
      to: wita('2026-06-09', '15:00'),
      breaks: [{ from: wita('2026-06-09', '12:00'), to: wita('2026-06-09', '12:30') }],
    })
    expect(publishedDoors(demoOffice, '2026-06-12')?.to).toBe(wita('2026-06-12', '11:00'))
    expect(publishedDoors(demoOffice, '2026-06-13')).toBeNull()
    expect(publishedDoors(demoOffice, '2026-06-14')).toBeNull()
  })

  it('is closed by its calendar on a holiday, and yet open to whoever tries it', () => {
    for (const date of ['2026-08-17', '2026-12-24', '2027-03-10']) {
      expect(publishedDoors(demoOffice, date), date).toBeNull()
      expect(doorsOf(demoOffice, date), date).not.toBeNull()
    }
    expect(new Set(demoOffice.holidays).size).toBe(51)
  })
})

describe('the demo accounts', () => {
  it('are ten officers, a front desk, a supervisor, a manager and an administrator, each plainly an example', () => {
    const officers = Array.from({ length: 10 }, (_, i) => `petugas${i + 1}`)
    expect(demoStaff.map(s => s.username)).toEqual([...officers, 'meja', 'atasan', 'manajer', 'admin', 'pemantau'])
    expect(new Set(demoStaff.map(s => s.id)).size).toBe(demoStaff.length)
    for (const s of demoStaff) expect(s.name).toContain('(contoh)')
    expect(DEMO_PASSWORD).toBe('tanggap-demo')
  })

  it('let the front desk and the supervisor sit at a counter, and keep the administrator from it', () => {
    const mayCall = demoStaff.filter(s => permissionsOf(s.roles).has('queue.call')).map(s => s.id)
    expect(mayCall).toEqual(expect.arrayContaining(['meja', 'atasan']))
    expect(mayCall).toHaveLength(12)
  })
})
