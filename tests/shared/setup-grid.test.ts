import { describe, expect, it } from 'vitest'
import { freeLetter, newId, nextCounter, unserved } from '../../console/setup/grid.ts'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { editedOffice } from '../../shared/office/structure/change.ts'
import { unsoundOf } from '../../shared/office/structure/sound.ts'
import { fc } from '../helpers/property.ts'

describe('the grid of services and counters', () => {
  it('offers the next free letter, never I or O, and two letters when all are taken', () => {
    expect(freeLetter({ services: [], agencies: [] })).toBe('A')
    expect(freeLetter(demoOffice)).toBe('N')
    const all = [...'ABCDEFGHJKLMNPQRSTUVWXYZ'].map(letter => ({ ...demoOffice.services[0]!, id: letter, letter }))
    expect(freeLetter({ services: all, agencies: [] })).toBe('AA')
    const retired = all.map(s => (s.letter === 'C' ? { ...s, retired: true } : s))
    expect(freeLetter({ services: retired, agencies: [] })).toBe('C')
  })

  it('names a new service by its words, and one more of the same name by a number', () => {
    expect(newId({ services: [] }, 'Surat Pindah (antar kota)')).toBe('surat-pindah-antar-kota')
    expect(newId({ services: [] }, '!!!')).toBe('layanan')
    expect(newId({ services: [{ ...demoOffice.services[0]!, id: 'ktp' }] }, 'KTP')).toBe('ktp-2')
  })

  it('numbers a new counter after the largest', () => {
    expect(nextCounter({ counters: [] })).toBe('1')
    expect(nextCounter({ counters: [{ ...demoOffice.counters[0]!, id: 'depan' }] })).toBe('1')
    expect(nextCounter(demoOffice)).toBe('9')
  })

  it('names what no counter serves, but nothing that is off or retired', () => {
    const bare = { ...demoOffice, counters: [] }
    expect(unserved(bare).map(s => s.id)).toEqual(demoOffice.services.map(s => s.id))
    const services = demoOffice.services.map((s, i) => ({ ...s, open: i !== 0, retired: i === 1 }))
    expect(unserved({ ...bare, services })).toHaveLength(demoOffice.services.length - 2)
    expect(unserved(demoOffice)).toEqual([])
  })

  it('makes nothing that does not fit together, whatever is typed one after another', () => {
    const typing = fc.property(
      fc.array(fc.oneof(fc.string({ minLength: 1, maxLength: 30 }), fc.constant(undefined)), { maxLength: 40 }),
      typed => {
        let office = { ...demoOffice, services: [], counters: [], lifeEvents: [] } as typeof demoOffice
        for (const name of typed)
          office =
            name === undefined
              ? editedOffice(office, { counters: [{ id: nextCounter(office), name: `Loket ${nextCounter(office)}` }] })
              : editedOffice(office, {
                  services: [{ id: newId(office, name), name: [name.trim() || 'x', 'x'], letter: freeLetter(office) }],
                })
        expect(unsoundOf(office)).toEqual([])
        expect(new Set(office.services.map(s => s.id)).size).toBe(typed.filter(n => n !== undefined).length)
        expect(new Set(office.counters.map(c => c.id)).size).toBe(typed.filter(n => n === undefined).length)
      },
    )
    fc.assert(typing)
  })
})
