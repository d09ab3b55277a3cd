import { describe, expect, it } from 'vitest'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { caseOf, isUnsure, onlyFor, papersOf, surePapers } from '../../shared/office/papers.ts'
import { PAPERS_BY_CASE } from '../helpers/papers-by-case.ts'

const ktp = demoOffice.services.find(s => s.id === 'ktp-el')!
const ids = (service: typeof ktp, id?: string) => papersOf(service, id).map(p => p.id)

describe('the papers of a service', () => {
  it.each(PAPERS_BY_CASE)('for $service, $label, are exactly $papers [B20]', ({ service, id, papers }) => {
    expect(
      ids(
        demoOffice.services.find(s => s.id === service)!,
        id,
      ),
    ).toEqual(papers)
  })

  it('are written down here for every service and every case of the demo office', () => {
    const all = demoOffice.services.flatMap(s =>
      s.cases.length === 0 ? [`${s.id} `] : s.cases.map(c => `${s.id} ${c.id}`),
    )
    expect(PAPERS_BY_CASE.map(({ service, id = '' }) => `${service} ${id}`)).toEqual(all)
  })

  it('are all that may be asked for where the case is not known, or is no more, each with its cases [B21]', () => {
    expect(ids(ktp)).toEqual(['kk', 'surat-hilang', 'ktp-rusak', 'ktp-lama', 'bukti'])
    expect(ids(ktp, 'dicuri')).toEqual(ids(ktp))
    expect([isUnsure(ktp), isUnsure(ktp, 'dicuri'), isUnsure(ktp, 'hilang')]).toEqual([true, true, false])
    const [card, report] = ktp.requirements
    expect(onlyFor(ktp, card!)).toEqual([])
    expect(onlyFor(ktp, report!).map(c => c.id)).toEqual(['hilang'])
  })

  it('are on a ticket those of its case, and without one only what every case asks for [B21]', () => {
    expect(surePapers(ktp).map(p => p.id)).toEqual(['kk'])
    expect(surePapers(ktp, 'hilang')).toEqual(papersOf(ktp, 'hilang'))
    const copies = demoOffice.services.find(s => s.id === 'legalisir')!
    expect(surePapers(copies)).toEqual(copies.requirements)
  })

  it('are asked for without a question where the service has no cases', () => {
    const copies = demoOffice.services.find(s => s.id === 'legalisir')!
    expect(isUnsure(copies)).toBe(false)
    expect(ids(copies)).toEqual(['asli', 'fotokopi', 'ktp'])
  })

  it('leave out a paper that the office has taken away', () => {
    const fewer = { ...ktp, requirements: ktp.requirements.filter(r => r.id !== 'kk') }
    expect(papersOf(fewer, 'hilang').map(p => p.id)).toEqual(['surat-hilang'])
  })

  it('have a question of two to five cases, none of which names a paper that is not there', () => {
    for (const service of demoOffice.services) {
      const known = service.requirements.map(r => r.id)
      expect(new Set(known).size, service.id).toBe(known.length)
      if (service.cases.length === 0) continue
      expect(service.cases.length, service.id).toBeGreaterThanOrEqual(2)
      expect(service.cases.length, service.id).toBeLessThanOrEqual(5)
      for (const one of service.cases) {
        expect(caseOf(service, one.id)).toBe(one)
        expect(known, `${service.id} ${one.id}`).toEqual(expect.arrayContaining([...one.papers]))
      }
      const used = new Set(service.cases.flatMap(c => c.papers))
      expect(
        known.filter(id => !used.has(id)),
        `${service.id}: a paper of no case`,
      ).toEqual([])
    }
  })
})
