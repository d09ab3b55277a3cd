import { describe, expect, it } from 'vitest'
import { freeLetter, newId, nextCounter, unserved } from '../../console/setup/grid.ts'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { editedOffice } from '../../shared/office/structure/change.ts'
import { changedOffice } from '../../shared/office/structure/change.ts'
import { unsoundOf } from '../../shared/office/structure/sound.ts'
import { servedByNew, withService } from '../../console/setup/started.ts'
import { openingCheck } from '../../shared/office/opening/check.ts'
import { isSound } from '../../shared/office/papers.ts'
import { MORNING } from '../helpers/test-app.ts'
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

  it('makes of a name, papers and a fee a service whose published standard is whole, at the first counter [A63]', () => {
    const bare = { ...demoOffice, services: [], counters: [], lifeEvents: [], openedAt: null }
    const counter = (n: string) => `Loket ${n}`
    const typed = { name: 'Legalisasi', letter: 'A', papers: '1. KTP-el asli\n\n- Fotokopi KK\nFotokopi KK', fee: '' }
    const one = changedOffice(bare, withService(bare, { ...typed, counter }))
    const [service] = one.services
    expect(service!.requirements.map(r => r.name)).toEqual([
      ['KTP-el asli', ''],
      ['Fotokopi KK', ''],
    ])
    expect(service).toMatchObject({ free: true, fee: ['Gratis', 'Free of charge'], product: ['Legalisasi', ''] })
    expect(service!.complaints[0]).toContain(demoOffice.address)
    expect(one.counters).toMatchObject([{ id: '1', name: 'Loket 1', services: ['legalisasi'] }])
    const two = changedOffice(one, withService(one, { ...typed, name: 'Izin', letter: 'B', fee: 'Rp50.000', counter }))
    expect(two.services[1]).toMatchObject({ free: false, fee: ['Rp50.000', ''] })
    expect(two.counters[0]!.services).toEqual(['legalisasi', 'izin'])
    expect(servedByNew(two)).toEqual(['legalisasi', 'izin'])
    const facts = { staff: [], devices: [], displays: [], publicUrl: true, backupAt: 1, clockWrong: false }
    const gaps = openingCheck(two, facts, MORNING).map(f => f.key)
    expect(gaps.filter(key => ['published', 'noCounter', 'bare', 'noService'].includes(key))).toEqual([])
  })

  it('gives a further service to the counter with the least, where each has its own', () => {
    const change = withService(demoOffice, {
      ...{ name: 'Legalisasi', letter: 'Z', papers: '', fee: '', counter: (n: string) => n },
    })
    const least = Math.min(...demoOffice.counters.map(c => c.services.length))
    expect(change.counters).toHaveLength(1)
    expect(change.counters![0]!.services).toHaveLength(least + 1)
    expect(servedByNew(demoOffice)).toEqual([])
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
              : editedOffice(
                  office,
                  withService(office, {
                    ...{ name: name.trim() || 'x', letter: freeLetter(office), papers: name, fee: '' },
                    counter: n => `Loket ${n}`,
                  }),
                )
        expect(unsoundOf(office)).toEqual([])
        expect(new Set(office.services.map(s => s.id)).size).toBe(typed.filter(n => n !== undefined).length)
        expect(new Set(office.counters.map(c => c.id)).size).toBe(office.counters.length)
        expect(office.services.every(s => isSound(s))).toBe(true)
        if (office.counters.length > 0) expect(unserved(office)).toEqual([])
      },
    )
    fc.assert(typing)
  })
})
