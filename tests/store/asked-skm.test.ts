import { expect, it } from 'vitest'
import { skmAsked, skmVersions, versionsAnswered } from '../../server/store/survey/asked.ts'
import { extraSums } from '../../server/store/survey/extra-sums.ts'
import { tallySkm } from '../../server/store/survey-sums.ts'
import { answerSkm } from '../../server/store/surveys.ts'
import type { SkmAnswers } from '../../shared/survey/ikm.ts'
import type { Score } from '../../shared/survey/instruments.ts'
import { BUILT_IN } from '../../shared/survey/instrument/built-in.ts'
import { overDialects } from '../helpers/dialects.ts'
import { DATE, entry, invitationRow, OFFICE, ticketId } from '../helpers/entries.ts'

const DAYS = { from: DATE, to: DATE }

overDialects('the SKM as it is asked', store => {
  const invite = (count: number) =>
    store.db.journal.append([entry({ invitations: Array.from({ length: count }, (_, i) => invitationRow(i)) })])
  const save = (version: number, at: number, change: { office?: string; id?: string; asks?: 0 | 1 } = {}) => {
    const body = JSON.stringify({ ...BUILT_IN.skm, questions: [...BUILT_IN.skm.questions].reverse() })
    const row = { office: OFFICE, id: 'skm', version, body, by_id: 'p', at, asks: 1 as const, ...change }
    return store.db.kysely.insertInto('instrument_versions').values(row).execute()
  }
  const answer = (no: number, answers: SkmAnswers, version: number, extra: Readonly<Record<string, Score>> = {}) =>
    answerSkm(store.db, ticketId(no), { key: `k${no}`, id: `a${no}`, answers, version, extra })

  it('is the version that was the newest when a visit ended, and it is known which were answered [S74]', async () => {
    await invite(3)
    await save(1, 50, { asks: 0 })
    await save(2, 100)
    await save(3, 200)
    await save(9, 1, { office: 'elsewhere' })
    await save(9, 1, { id: 'kantor' })
    const asked = async (at: number) => (await skmAsked(store.db, OFFICE, at)).version
    expect(await Promise.all([99, 100, 199, 200].map(asked))).toEqual([0, 2, 2, 3])
    expect((await skmVersions(store.db, OFFICE)).map(one => one.version)).toEqual([0, 2, 3])
    await answer(0, { waktu: 3 }, 0)
    await answer(1, { waktu: 3 }, 3, { antrean: 1 })
    await answer(2, {}, 2, { antrean: 1 })
    expect([...(await versionsAnswered(store.db, OFFICE, DAYS))].sort()).toEqual([0, 3])
    expect((await tallySkm(store.db, { officeId: OFFICE, ...DAYS })).n).toBe(2)
  })

  it('adds up with its further unsur, by service and place, and what was left out below nothing [S75]', async () => {
    await invite(5)
    await answer(0, { waktu: 3, biaya: 4 }, 1, { antrean: 2, zona: 4 })
    await answer(1, { waktu: 4 }, 1, { antrean: 3 })
    await answer(2, { waktu: 4 }, 1, { antrean: 3 })
    await answer(3, { waktu: 2 }, 1)
    // Who answered none of the nine is no respondent.
    await answer(4, {}, 1, { antrean: 1 })
    const sums = (more = {}) => extraSums(store.db, OFFICE, { days: DAYS, keys: ['antrean', 'zona'], ...more })
    const { services, places } = await sums()
    const [of, ...others] = services.values()
    expect(others).toEqual([])
    const at = (u: number) => u * 11 + u
    expect([of!.n, of!.unsur]).toEqual([4, 11])
    expect([2, 3, 9, 10].map(u => [of!.both[at(u)], of!.first[at(u)]])).toEqual([
      ...[
        [4, 13],
        [1, 4],
        [3, 8],
        [1, 4],
      ],
    ])
    expect(places.map(place => place.counts)).toEqual([[0, 0, 4, 1, 0, 0, 0, 0, 0, 3, 1]])
    expect((await sums({ kept: () => false })).services.size).toBe(0)
  })

  it('is read as asked of the nine where a form of paper brought no more [S75]', async () => {
    await invite(2)
    await save(2, 100)
    await answer(0, { waktu: 3 }, 2, { antrean: 1 })
    await answer(1, { waktu: 3 }, 0)
    expect([...(await versionsAnswered(store.db, OFFICE, DAYS))].sort()).toEqual([0, 2])
    await store.db.kysely.updateTable('skm_answers').set({ channel: 'paper' }).where('id', '=', 'a1').execute()
    expect(await versionsAnswered(store.db, OFFICE, DAYS)).toEqual([2])
  })
})
