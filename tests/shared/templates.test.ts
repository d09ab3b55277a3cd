import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { templatesIn } from '../../server/services/office-file/templates.ts'
import { officeFileText } from '../../server/services/office-file/write.ts'
import { readOfficeFile } from '../../server/services/office-file/read.ts'
import { officeInfo } from '../../shared/contracts/schemas.ts'
import { hallSettings } from '../../shared/office/settings/hall-settings.ts'
import { search } from '../../shared/search/search.ts'
import { fullMall } from '../helpers/full-mall.ts'
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

  it('of a mall can be filled to 300 services, and its file is still read', () => {
    const mall = fullMall(templates.find(t => t.id === 'mpp')!.office, 300)
    expect(mall.services).toHaveLength(300)
    const read = readOfficeFile(officeFileText(mall))
    expect(read.ok ? read.office : read.problems).toEqual(mall)
  })
})
