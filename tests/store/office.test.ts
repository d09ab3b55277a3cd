import { expect, it } from 'vitest'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { PLAIN_OFFICE, PLAIN_SERVICE } from '../../shared/office/defaults.ts'
import { listOffices, saveOffice } from '../../server/store/offices.ts'
import type { Agency } from '../../shared/office/agencies.ts'
import type { OfficeInfo, ServiceInfo } from '../../shared/office/office.ts'
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

  it('gives an office of several agencies back, with areas, life events, next steps and whose a counter is', async () => {
    const agency: Agency = {
      ...{ id: 'imigrasi', code: 'IM', name: ['Imigrasi', 'Immigration'], detail: ['Paspor', 'Passport'] },
      ...{ where: ['Lantai 2', 'Second floor'], weekdays: [1, 3], active: true },
    }
    const [first, ...others] = demoOffice.services
    const [counter, ...counters] = demoOffice.counters
    const hall: OfficeInfo = {
      ...demoOffice,
      openedAt: null,
      agencies: [agency],
      areas: [{ id: 'lobi', name: ['Lobi', 'Lobby'] }],
      services: [{ ...first!, agency: 'imigrasi', next: others[0]!.id, retired: true }, ...others],
      counters: [{ ...counter!, agency: 'imigrasi', area: 'lobi' }, ...counters],
    }
    await saveOffice(store.db, hall)
    expect(await office()).toEqual(hall)
  })

  it('gives an office that was written before a setting was known its default', async () => {
    const { openedAt: _o, agencies: _a, areas: _w, lifeEvents: _l, ...old } = demoOffice
    const { minRatings: _m, reading: _r, rules, booking, services, ...rest } = old
    const { returnPlaces: _p, ...fewerRules } = rules
    const { heldBackMinutes: _h, ...fewerBooking } = booking
    const plain = (info: ServiceInfo) => {
      const { agency: _y, next: _n, retired: _t, standard: _s, ...of } = info
      return of
    }
    const fewer = ({ booking, document, cases: _c, ...service }: ReturnType<typeof plain>) => ({
      ...service,
      requirements: service.requirements.map(r => r.name),
      booking: booking && { release: booking.release },
      document: document && { name: document.name },
    })
    const promised = services.map(s => ({
      ...s,
      ...PLAIN_SERVICE,
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
        .set({ info: JSON.stringify(fewer(plain(service))) })
        .where('id', '=', service.id)
        .execute()
    }
    expect(await office()).toEqual({ ...demoOffice, ...PLAIN_OFFICE, services: promised })
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
