import { describe, expect, it } from 'vitest'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { atHand } from '../../shared/office/life-events.ts'
import { caseOf, isUnsure, onlyFor, papersOf, surePapers } from '../../shared/office/papers.ts'
import { bringWords } from '../../shared/ticket/papers-words.ts'
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

describe('what a ticket asks people to bring', () => {
  const birth = { serviceId: 'akta-kelahiran', case: 'baru' }
  const bring = (...later: { serviceId: string; case?: string }[]) => {
    const visit = { steps: [birth, ...later].map(part => ({ parts: [part] })) }
    return bringWords(demoOffice.services, birth, later.length > 0 ? visit : undefined, 'id')
  }

  it('are the papers of all steps of its visit, each once, and not those of its first service alone [D54]', () => {
    const card = { serviceId: 'identitas-digital' }
    expect([bring().count, bring().depends]).toEqual(['Bawa 5 berkas', ''])
    expect(bring(card).count).toBe('Bawa 8 berkas, masing-masing sekali')
    expect(bring(card).papers.map(p => p.name)).toEqual([
      ...bring().papers.map(p => p.name),
      ...['KTP-el pemohon', 'Ponsel pintar dengan internet', 'Alamat surel dan nomor ponsel yang aktif'],
    ])
  })

  it('is not asked for at a later step where an earlier one of the visit yields it [D54]', () => {
    const at = (...been: string[]) => {
      const steps = been.length > 0 ? { been: [{ parts: been.map(serviceId => ({ serviceId })) }] } : {}
      const service = atHand(demoOffice.services, { serviceId: 'kartu-identitas-anak', ...steps })!
      return papersOf(service, service.cases[0]?.id).map(p => p.name[0])
    }
    const deed = at().filter(name => name.startsWith('Kutipan akta kelahiran'))
    expect(deed).toHaveLength(1)
    expect(at('akta-kelahiran')).toEqual(at().filter(name => name !== deed[0]))
    expect(at('legalisir')).toEqual(at())
  })

  it('says which steps ask for more, depending on what they are for [D54]', () => {
    const { papers, depends } = bring({ serviceId: 'ktp-el' })
    expect(papers.length).toBe(5)
    expect(depends).toBe('Berkas lain menurut keperluan: KTP-el.')
  })
})
