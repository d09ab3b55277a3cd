import { describe, expect, it } from 'vitest'
import {
  askingOf,
  askingProblems,
  draftAsking,
  movedUp,
  ticked,
  withCase,
  withoutPaper,
  withPaper,
} from '../../console/admin/papers/draft-asking.ts'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { say } from '../../shared/text/text.ts'
import { asking as schema } from '../../shared/contracts/schemas.ts'

const { requirements, cases } = demoOffice.services.find(s => s.id === 'ktp-el')!
const draft = draftAsking({ requirements, cases })

describe('papers and cases as they are typed', () => {
  it('are clean at first, and the same again, for every service', () => {
    for (const service of demoOffice.services) {
      const typed = draftAsking(service)
      expect(askingProblems(typed, '')).toEqual({})
      expect(schema.parse(askingOf(typed))).toEqual({ requirements: service.requirements, cases: service.cases })
    }
  })

  it('keep the id of a paper through a new name and another place [B24]', () => {
    const renamed = draft.papers.map(p => (p.id === 'surat-hilang' ? { ...p, nameId: 'Surat polisi' } : p))
    const saved = askingOf({ ...draft, papers: movedUp(renamed, 'surat-hilang') })
    expect(saved.requirements.slice(0, 2).map(r => [r.id, r.name[0]])).toEqual([
      ['surat-hilang', 'Surat polisi'],
      ['kk', 'Kartu Keluarga'],
    ])
    expect(saved.cases[0]!.papers).toEqual(['surat-hilang', 'kk'])
  })

  it('tick the papers of a case in the order in which people read them', () => {
    const [lost] = draft.cases
    expect(ticked(lost!, 'bukti', true).papers).toEqual(['surat-hilang', 'kk', 'bukti'])
    expect(ticked(ticked(lost!, 'surat-hilang', false), 'surat-hilang', true).papers).toEqual(['kk', 'surat-hilang'])
  })

  it('take a paper out of every case with it', () => {
    const saved = askingOf(withoutPaper(draft, 'kk'))
    expect(schema.safeParse(saved).success).toBe(true)
    expect(saved.cases.flatMap(c => c.papers)).not.toContain('kk')
  })

  it('do without English, and then say the Indonesian on English pages', () => {
    const typed = { ...withPaper(draft, 'baru') }
    const papers = typed.papers.map(p => (p.id === 'baru' ? { ...p, nameId: 'Pasfoto' } : p))
    const cases = typed.cases.map(c => ({ ...c, labelEn: '' }))
    expect(askingProblems({ papers, cases }, '')).toEqual({})
    const saved = askingOf({ papers, cases })
    expect(schema.safeParse(saved).success).toBe(true)
    expect(say(saved.requirements.at(-1)!.name, 'en')).toBe('Pasfoto')
  })

  it('say at its field what is wrong with a new one, and with one that is there already', () => {
    const more = withCase(withPaper(draft, 'baru'), 'lain-lagi')
    expect(askingProblems(more, 'service.ktp-el.')).toEqual({
      'service.ktp-el.paper.baru.name': { word: 'wrong.name' },
      'service.ktp-el.case.lain-lagi.name': { word: 'wrong.name' },
    })
    const twice = draft.papers.map(p => (p.id === 'bukti' ? { ...p, nameId: ' Kartu Keluarga' } : p))
    expect(askingProblems({ ...draft, papers: twice }, '')).toEqual({ 'paper.bukti.name': { word: 'wrong.twice' } })
    const long = draft.cases.map(c => (c.id === 'hilang' ? { ...c, spareEn: 'x'.repeat(401) } : c))
    expect(askingProblems({ ...draft, cases: long }, '')).toEqual({
      'case.hilang.spare': { word: 'wrong.line', values: { max: 400 } },
    })
  })

  it('let one language stand for both where the other is left empty, and nothing for nothing', () => {
    const [first] = draft.papers
    const saved = askingOf({ papers: [{ ...first!, noteId: 'Asli', noteEn: '' }], cases: [] })
    expect(saved.requirements[0]!.note).toEqual(['Asli', 'Asli'])
    expect(askingOf({ papers: [{ ...first!, noteId: ' ', noteEn: '' }], cases: [] }).requirements[0]!.note).toBe(null)
  })
})
