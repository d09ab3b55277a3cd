import { describe, expect, it } from 'vitest'
import { beyond, mayChange } from '../../shared/office/structure/own-part.ts'
import { fieldsOf, standingOf, type OfficeChange } from '../../shared/office/structure/change.ts'
import { sharedHall } from '../helpers/agencies.ts'

const of = (change: OfficeChange) => beyond(sharedHall, 'sipil', change)

describe('whoever administers an agency', () => {
  it('changes its weekdays, what its services ask and promise, and what its counters serve [A82]', () => {
    expect(
      of({
        agencies: [{ id: 'sipil', weekdays: [1, 3], where: ['Lantai 2', 'Floor 2'] }],
        services: [{ id: 'akta-kematian', fee: ['Gratis', 'Free'], standardMinutes: 20, open: false }],
        counters: [{ id: '7', services: ['akta-kematian'] }],
      }),
    ).toBeUndefined()
  })

  it.each<[string, OfficeChange, string]>([
    ['the hours of the office', { hours: { 1: null } }, 'hours.1'],
    ['the office itself', { name: 'Lain' }, 'name'],
    ['roles', { roles: [] }, 'roles'],
    ['the other agency', { agencies: [{ id: 'penduduk', weekdays: [] }] }, 'agencies.penduduk.weekdays'],
    ['its own letters', { agencies: [{ id: 'sipil', code: 'Z' }] }, 'agencies.sipil.code'],
    ['whether it is there at all', { agencies: [{ id: 'sipil', active: false }] }, 'agencies.sipil.active'],
    ['a service of the other', { services: [{ id: 'ktp-el', open: false }] }, 'services.ktp-el.open'],
    ['a service of the hall', { services: [{ id: 'konsultasi', open: false }] }, 'services.konsultasi.open'],
    [
      'whose a service is',
      { services: [{ id: 'akta-kematian', agency: 'penduduk' }] },
      'services.akta-kematian.agency',
    ],
    ['where a service leads', { services: [{ id: 'akta-kematian', next: 'ktp-el' }] }, 'services.akta-kematian.next'],
    [
      'that a service is no more',
      { services: [{ id: 'akta-kematian', removed: true }] },
      'services.akta-kematian.removed',
    ],
    ['a new service', { services: [{ id: 'baru', letter: 'Q', name: ['Baru', 'New'] }] }, 'services.baru.letter'],
    ['a counter of the other', { counters: [{ id: '1', services: [] }] }, 'counters.1.services'],
    ['the other’s services at its counter', { counters: [{ id: '7', services: ['ktp-el'] }] }, 'counters.7.services'],
    ['whose a counter is', { counters: [{ id: '7', agency: null }] }, 'counters.7.agency'],
    ['the order of services', { order: { services: [] } }, 'order.services'],
    ['life events', { lifeEvents: [{ id: 'lahir', parts: [] }] }, 'lifeEvents.lahir.parts'],
  ])('does not change %s [A82]', (_, change, field) => {
    expect(of(change)).toBe(field)
    expect(beyond(sharedHall, null, change)).toBeUndefined()
  })

  it('reaches nothing of the other agency or of the hall, whatever field of an office there is [A82]', () => {
    const strange = /^(services|counters|agencies)\.(?!(akta-kelahiran|akta-kematian|7|sipil)\.)/
    for (const field of fieldsOf(standingOf(sharedHall)).keys())
      if (strange.test(field) || !/^(services|counters|agencies)\./.test(field))
        expect(mayChange(sharedHall, 'sipil', field), field).toBe(false)
  })
})
