import { expect, it } from 'vitest'
import { eraseUnfound, noteUnfound, revealUnfound, unfoundCount, unfoundWords } from '../../server/store/unfound.ts'
import { OFFICE } from '../helpers/days.ts'
import { overDialects } from '../helpers/dialects.ts'

overDialects('words that found nothing', store => {
  const week = '2026-06-08'
  const at = (word: string, place: string, of = week) => ({ office: OFFICE, week: of, word, place })

  it('are counted by places, also at the same moment, and read from the newest week and most frequent on [Q7 Q8]', async () => {
    const { db } = store
    await Promise.all([1, 2, 3].map(() => noteUnfound(db, [at('a', 'p1'), at('b', 'p1')])))
    await noteUnfound(db, [at('a', 'p2'), at('c', 'p1', '2026-06-15'), { ...at('a', 'p3'), office: 'lain' }])
    expect(await unfoundCount(db, { office: OFFICE, week })).toBe(3)
    expect(await unfoundCount(db, { office: OFFICE, week, word: 'a' })).toBe(2)
    expect(await unfoundWords(db, OFFICE)).toEqual([])
    for (const [word, text] of [
      ['b', 'luka'],
      ['a', 'visum'],
      ['a', 'visum'],
    ] as const)
      await revealUnfound(db, { office: OFFICE, week, word, text })
    await revealUnfound(db, { office: OFFICE, week: '2026-06-15', word: 'c', text: 'halal' })
    expect(await unfoundWords(db, OFFICE)).toEqual([
      { week: '2026-06-15', word: 'halal', n: 1 },
      { week, word: 'visum', n: 2 },
      { week, word: 'luka', n: 1 },
    ])
  })

  it('go with their weeks [Q8]', async () => {
    const { db } = store
    await noteUnfound(db, [at('a', 'p1'), at('a', 'p1', '2026-06-15')])
    await revealUnfound(db, { office: OFFICE, week, word: 'a', text: 'visum' })
    await eraseUnfound(db, '2026-06-15')
    expect(await unfoundCount(db, { office: OFFICE, week })).toBe(0)
    expect(await unfoundCount(db, { office: OFFICE, week: '2026-06-15' })).toBe(1)
    expect(await unfoundWords(db, OFFICE)).toEqual([])
  })
})
