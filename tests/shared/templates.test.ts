import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { templatesIn } from '../../server/services/office-file/templates.ts'
import { officeFileText } from '../../server/services/office-file/write.ts'
import { readOfficeFile } from '../../server/services/office-file/read.ts'
import { officeInfo } from '../../shared/contracts/schemas.ts'
import { hallSettings } from '../../shared/office/settings/hall-settings.ts'
import { search } from '../../shared/search/search.ts'
import { unserved } from '../../console/setup/grid.ts'
import { pickedOffice } from '../../shared/office/opening/picked.ts'
import { unsoundOf } from '../../shared/office/structure/sound.ts'
import { fullMall } from '../helpers/full-mall.ts'
import { fc } from '../helpers/property.ts'
import { TEMPLATE_QUERIES } from '../helpers/template-queries.ts'

const templates = templatesIn(fileURLToPath(new URL('../../server/templates', import.meta.url)))
const SHOWN = 3

describe('the templates of offices', () => {
  it('are one for each kind of office, with as many services as they promise', () => {
    expect(templates.map(({ id, office }) => [id, office.services.length, office.lifeEvents.length])).toEqual([
      ['court', 7, 0],
      ['disdukcapil', 12, 3],
      ['dpmptsp', 9, 0],
      ['empty', 0, 0],
      ['kecamatan', 8, 0],
      ['mpp', 72, 0],
      ['puskesmas', 10, 0],
    ])
    expect(templates.map(t => t.office.kind).sort()).toEqual(Object.keys(hallSettings.kind.of).sort())
    expect(templates.find(t => t.id === 'mpp')!.office.agencies).toHaveLength(32)
  })

  it.each(templates)('$id is an office that the server takes, not opened yet', ({ office }) => {
    expect(officeInfo.parse(office)).toEqual(office)
    expect(office.openedAt).toBe(null)
  })

  it.each(templates)('$id says all fourteen components of each service, and each has a counter', ({ office }) => {
    const bare = office.services.filter(s => {
      const said = [s.name, s.detail, s.product, s.fee, s.complaints, ...s.procedure, ...Object.values(s.standard)]
      return s.procedure.length === 0 || said.some(([id, en]) => id.trim() === '' || en.trim() === '')
    })
    expect(bare.map(s => s.id)).toEqual([])
    const served = office.counters.flatMap(c => c.services)
    expect(office.services.filter(s => !served.includes(s.id)).map(s => s.id)).toEqual([])
    expect(office.services.filter(s => s.typicalMinutes > s.standardMinutes).map(s => s.id)).toEqual([])
  })

  it.each(templates)('$id finds each of its services by three things that people type', ({ id, office }) => {
    const table = TEMPLATE_QUERIES[id] ?? {}
    expect(Object.keys(table).sort()).toEqual(office.services.map(s => s.id).sort())
    const all = Object.entries(table).map(([service, text]) => ({ service, queries: text.split('|') }))
    expect(all.filter(({ queries }) => queries.length < 3)).toEqual([])
    const missed = all.flatMap(({ service, queries }) =>
      queries.filter(
        q =>
          !search(office, q)
            .services.slice(0, SHOWN)
            .some(s => s.id === service),
      ),
    )
    expect(missed).toEqual([])
  })

  it('of a civil registry has the services of the demo office', () => {
    const { services, counters, lifeEvents } = templates.find(t => t.id === 'disdukcapil')!.office
    const own = ({ standard: _, complaints: __, ...rest }: (typeof services)[number]) => rest
    expect(services.map(own)).toEqual(demoOffice.services.map(own))
    expect({ counters, lifeEvents }).toEqual({ counters: demoOffice.counters, lifeEvents: demoOffice.lifeEvents })
  })

  it.each(templates.filter(t => t.office.services.length > 0))(
    '$id is taken in part: what is picked fits together, and each service has a counter [A64]',
    ({ office }) => {
      const some = fc.subarray(
        office.services.map(s => s.id),
        { minLength: 1 },
      )
      const pick = fc.record({
        services: some,
        counters: fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }),
      })
      fc.assert(
        fc.property(pick, ({ services, counters }) => {
          const picked = pickedOffice(office, { services, counters })
          expect(unsoundOf(picked)).toEqual([])
          expect(picked.services.map(s => s.id)).toEqual(
            office.services.map(s => s.id).filter(id => services.includes(id)),
          )
          expect(unserved(picked)).toEqual([])
          expect(picked.counters.filter(c => c.services.length === 0)).toEqual([])
          if (counters !== undefined && office.agencies.length === 0) expect(picked.counters).toHaveLength(counters)
        }),
      )
      expect(pickedOffice(office, { services: office.services.map(s => s.id) })).toEqual(office)
    },
  )

  it('keeps of a pick what the sample puts together, and an event only with all that it needs [A64]', () => {
    const { office } = templates.find(t => t.id === 'kecamatan')!
    const three = pickedOffice(office, { services: ['surat-keterangan', 'pengantar-nikah', 'pindah'], counters: 2 })
    expect(three.counters.map(c => [c.name, c.services])).toEqual([
      ['Loket 1', ['surat-keterangan', 'pengantar-nikah']],
      ['Loket 2', ['surat-keterangan', 'pindah']],
    ])
    const registry = templates.find(t => t.id === 'disdukcapil')!.office
    expect(pickedOffice(registry, { services: ['ktp-el', 'kartu-keluarga'] }).lifeEvents).toEqual([])
    const born = registry.lifeEvents[0]!
    const needed = born.parts.filter(p => !p.optional).map(p => p.serviceId)
    expect(pickedOffice(registry, { services: needed }).lifeEvents).toContainEqual({
      ...born,
      parts: born.parts.filter(p => needed.includes(p.serviceId)),
    })
  })

  it('of a mall can be filled to 300 services, and its file is still read', () => {
    const mall = fullMall(templates.find(t => t.id === 'mpp')!.office, 300)
    expect(mall.services).toHaveLength(300)
    const read = readOfficeFile(officeFileText(mall))
    expect(read.ok ? read.office : read.problems).toEqual(mall)
  })
})
