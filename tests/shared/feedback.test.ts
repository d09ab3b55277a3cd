import { describe, expect, it } from 'vitest'
import { writtenChange, type Changed } from '../../shared/officer/feedback/changed.ts'
import {
  isSoundAbout,
  seesMessage,
  tellsWho,
  waitsFor,
  type FeedbackMessage,
} from '../../shared/officer/feedback/feedback.ts'
import { fc } from '../helpers/property.ts'
import { cutWords } from '../../shared/officer/feedback/cut.ts'
import { GUIDES, guideWords, VALUES } from '../../shared/officer/feedback/guides.ts'

const message = (of: Partial<FeedbackMessage> = {}): FeedbackMessage => ({
  ...{ id: 'm', officerId: 'budi', authorId: 'ani', behalfOf: null, kind: 'feedback', text: 'Terima kasih', tags: [] },
  ...{ corrects: null, withId: null, at: 1 },
  about: { kind: 'day', ref: '2026-06-09', from: '2026-06-09', to: '2026-06-09' },
  ...of,
})
const JUNE = [{ from: '2026-06-01', to: '2026-06-30' }]

describe('a thread', () => {
  it('is about one date, or about a fixed period with its own days [O110]', () => {
    const day = { from: '2026-06-09', to: '2026-06-09' }
    const quarter = { kind: 'period', ref: '2026-Q1', from: '2026-01-01', to: '2026-03-31' } as const
    expect(isSoundAbout({ kind: 'visit', ref: 'C-015', ...day })).toBe(true)
    expect(isSoundAbout({ kind: 'report', ref: '2026-06-09', ...day })).toBe(true)
    expect(isSoundAbout(quarter)).toBe(true)
    expect(isSoundAbout({ kind: 'day', ref: '2026-06-09', from: '2026-06-09', to: '2030-01-01' })).toBe(false)
    expect(isSoundAbout({ kind: 'day', ref: '2026-06-08', ...day })).toBe(false)
    expect(isSoundAbout({ ...quarter, to: '2026-04-01' })).toBe(false)
    expect(isSoundAbout({ ...quarter, ref: 'musim hujan' })).toBe(false)
  })

  it('is for the officer and who may read its days, a note for two alone [O111]', () => {
    expect(seesMessage(message(), 'budi', [])).toBe(true)
    expect(seesMessage(message(), 'eko', JUNE)).toBe(true)
    expect(seesMessage(message(), 'eko', [{ from: '2026-07-01', to: '2026-07-31' }])).toBe(false)
    const note = message({ kind: 'note', withId: 'ani' })
    expect([seesMessage(note, 'budi', []), seesMessage(note, 'ani', [])]).toEqual([true, true])
    // Neither who stands in for a week nor the next assessor.
    expect(seesMessage(note, 'eko', JUNE)).toBe(false)
  })

  it('waits for the officer with what others wrote, for others with what the officer answered [O112]', () => {
    expect([waitsFor(message(), 'budi'), waitsFor(message(), 'ani'), waitsFor(message(), 'eko')]).toEqual([
      ...[true, false, false],
    ])
    const answer = message({ kind: 'reply', authorId: 'budi' })
    expect([waitsFor(answer, 'budi'), waitsFor(answer, 'ani')]).toEqual([false, true])
    expect(waitsFor(message({ kind: 'system', authorId: null }), 'budi')).toBe(true)
  })

  it('waits for nobody where the officer marked a clock, but does for a changed score [O355]', () => {
    const said = (changed: Changed) => message({ kind: 'system', authorId: null, text: writtenChange(changed) })
    for (const code of ['clock', 'clockBack'] as const)
      expect(waitsFor(said({ code, date: '2026-06-09' }), 'budi'), code).toBe(false)
    const period = { kind: 'quarter', from: '2026-04-01', to: '2026-06-30' }
    expect(waitsFor(said({ code: 'score', period, cause: 'outage', version: 2 }), 'budi')).toBe(true)
  })

  it('is tagged with the seven values and their twenty-one guides [O110]', () => {
    expect([VALUES.length, GUIDES.length, new Set(GUIDES).size]).toEqual([7, 21, 21])
    expect(guideWords('pelayanan.2')).toEqual({
      value: ['Berorientasi Pelayanan', 'Service-oriented'],
      guide: VALUES[0].guides[1],
    })
  })
})

describe('a citizen’s words', () => {
  const staff = ['Siti Aminah (contoh)', 'Petugas 1 (contoh)', 'Budi H. (contoh)']
  it('of a citizen may lose words, with a mark in each gap, and gain or change none [O114]', () => {
    const said = 'Antre lama, tetapi Bu Siti sabar sekali. Sabar!'
    expect(cutWords(said, said)).toBe(said)
    expect(cutWords(said, 'sabar SEKALI')).toBe('[…] sabar sekali […]')
    expect(cutWords(said, 'tetapi … sabar sekali. Sabar?')).toBe('[…] tetapi […] sabar sekali. Sabar!')
    for (const text of ['Paling sabar', 'sekali sabar lama', 'sabar sabar sabar', 'sabarr', 'terbaik', '', '…'])
      expect(cutWords(said, text), text).toBeUndefined()
  })

  it('keep what turns them round as long as anything of their sentence stays [O114]', () => {
    const rude = 'Petugas loket 1 tidak ramah dan tidak membantu, bukan pelayanan terbaik.'
    expect(cutWords(rude, 'Petugas loket 1 ramah dan membantu, pelayanan terbaik.')).toBeUndefined()
    expect(cutWords(rude, 'Petugas loket 1')).toBeUndefined()
    expect(cutWords('Kursinya tidak cukup. Petugas ramah.', 'Petugas ramah')).toBe('[…] Petugas ramah.')
  })

  it('say what the citizen wrote, whatever is taken out [O114]', () => {
    const word = fc.constantFrom('petugas', 'tidak', 'ramah', 'cepat', 'bukan', 'Siti,', 'sekali.', 'antre', '12')
    const turns = (text: string) => text.match(/tidak|bukan/g)?.length ?? 0
    fc.assert(
      fc.property(fc.array(fc.tuple(word, fc.boolean()), { minLength: 1, maxLength: 12 }), words => {
        const said = words.map(([one]) => one).join(' ')
        const left = words.flatMap(([one, stays]) => (stays ? [one] : [])).join(' ')
        const read = cutWords(said, left)
        if (read === undefined) return
        let at = 0
        for (const part of read.split('[…]').map(one => one.trim())) {
          expect(said.indexOf(part, at)).toBeGreaterThanOrEqual(at)
          at = said.indexOf(part, at) + part.length
        }
        if (!/[.,]/.test(said)) expect(turns(read)).toBe(turns(said))
      }),
    )
  })

  it('tell who somebody is by a part of a name of the staff or a number of four digits [O114]', () => {
    expect(tellsWho('Terima kasih, dijelaskan pelan-pelan sampai paham.', staff)).toEqual([])
    expect(tellsWho('Petugas loket 3 ramah sekali', staff)).toEqual([])
    expect(tellsWho('Bu SITI ramah', staff)).toEqual(['siti'])
    expect(tellsWho('Hubungi saya 0812-3456 7890', staff)).toEqual(['0812-3456 7890'])
    expect(tellsWho('Budiman juga baik', staff)).toEqual([])
    expect(tellsWho('Nomor A 012, jam 10', staff)).toEqual([])
  })
})
