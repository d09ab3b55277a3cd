import { expect, it } from 'vitest'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { listOffices, saveOffice } from '../../server/store/offices.ts'
import type { ServiceInfo } from '../../shared/office/office.ts'
import { getMeta, setMeta } from '../../server/store/open/meta.ts'
import { overDialects } from '../helpers/dialects.ts'

overDialects('offices', store => {
  const office = async () => (await listOffices(store.db)).find(o => o.id === demoOffice.id)

  it('gives an office back as it was written, services and counters in their order', async () => {
    await saveOffice(store.db, demoOffice)
    expect(await office()).toEqual(demoOffice)
  })

  it('keeps offices apart', async () => {
    const other = { ...demoOffice, id: 'lain', services: demoOffice.services.slice(0, 1), counters: [] }
    await saveOffice(store.db, demoOffice)
    await saveOffice(store.db, other)
    expect(await listOffices(store.db)).toEqual([other, demoOffice])
  })

  it('replaces an office that is written again', async () => {
    await saveOffice(store.db, demoOffice)
    const less = { ...demoOffice, name: 'Nama baru', counters: demoOffice.counters.slice(2) }
    await saveOffice(store.db, less)
    expect(await office()).toEqual(less)
  })

  it('gives an office that was written before a setting was known its default', async () => {
    const { minRatings: _m, reading: _r, rules, booking, services, ...rest } = demoOffice
    const { returnPlaces: _p, ...fewerRules } = rules
    const { heldBackMinutes: _h, ...fewerBooking } = booking
    const fewer = ({ booking, document, cases: _c, ...service }: ServiceInfo) => ({
      ...service,
      requirements: service.requirements.map(r => r.name),
      booking: booking && { release: booking.release },
      document: document && { name: document.name },
    })
    const promised = services.map(s => ({
      ...s,
      requirements: s.requirements.map((r, i) => ({ id: `p${i + 1}`, name: r.name, note: null })),
      cases: [],
      document: s.document && { ...s.document, workingDays: 1 },
    }))
    await saveOffice(store.db, demoOffice)
    await store.db.kysely
      .updateTable('offices')
      .set({ settings: JSON.stringify({ ...rest, rules: fewerRules, booking: fewerBooking }) })
      .execute()
    for (const service of services) {
      await store.db.kysely
        .updateTable('services')
        .set({ info: JSON.stringify(fewer(service)) })
        .where('id', '=', service.id)
        .execute()
    }
    expect(await office()).toEqual({ ...demoOffice, services: promised })
  })

  it('keeps all that was when a service of it cannot be written', async () => {
    await saveOffice(store.db, demoOffice)
    const twice = [demoOffice.services[0]!, demoOffice.services[0]!]
    await expect(saveOffice(store.db, { ...demoOffice, minRatings: 90, services: twice })).rejects.toThrow()
    expect(await office()).toEqual(demoOffice)
  })

  it('remembers a fact about the installation, the latest word of it', async () => {
    expect(await getMeta(store.db, 'seeded')).toBeUndefined()
    await setMeta(store.db, 'seeded', 'demo')
    await setMeta(store.db, 'seeded', 'own')
    expect(await getMeta(store.db, 'seeded')).toBe('own')
  })
})
