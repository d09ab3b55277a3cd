import { expect, it } from 'vitest'
import { sql, type Kysely } from 'kysely'
import { computeIkm, ikmFromTally, tally, type SkmAnswers } from '../../shared/survey/ikm.ts'
import { BODY_ORDER, UNSUR, type Score } from '../../shared/survey/instruments.ts'
import type { Profile } from '../../shared/survey/profile/profile.ts'
import { addedUp } from '../../shared/survey/mean-interval.ts'
import { answerSkm, invitation, lastInvitation, rate, ratingId } from '../../server/store/surveys.ts'
import { broughtProfiles, profileTables } from '../../server/store/schema/survey/profile-tables.ts'
import { answered, rated, ratingDays, tallySkm } from '../../server/store/survey-sums.ts'
import { overDialects } from '../helpers/dialects.ts'
import { DATE, entry, invitationRow, OFFICE, taken, ticketId } from '../helpers/entries.ts'
import { fc } from '../helpers/property.ts'

overDialects('surveys', store => {
  const invite = (count: number, change: Parameters<typeof invitationRow>[1] = {}) =>
    store.db.journal.append([entry({ invitations: Array.from({ length: count }, (_, i) => invitationRow(i, change)) })])
  const marks = (no: number, key: string, rating: Score) =>
    rate(store.db, ticketId(no), { key, rating, reasons: rating < 3 ? ['slow'] : [] })
  const counts = async () => addedUp(await ratingDays(store.db, { officeId: OFFICE, from: DATE, to: DATE }))

  it('keeps one rating of a visit, however many come at once [S2]', async () => {
    await invite(1)
    const answers = await Promise.all(Array.from({ length: 50 }, (_, i) => marks(0, `tap-${i}`, 4)))
    expect(answers.filter(a => a === 'kept')).toHaveLength(1)
    expect(answers.filter(a => a === 'used')).toHaveLength(49)
    expect(await counts()).toEqual([0, 0, 0, 1])
  })

  it('keeps one rating when the same tap is sent many times, and answers each the same', async () => {
    await invite(1)
    const answers = await Promise.all(Array.from({ length: 50 }, () => marks(0, 'tap', 3)))
    expect(answers.filter(a => a === 'kept')).toHaveLength(1)
    expect(answers.filter(a => a === 'same')).toHaveLength(49)
    expect(await counts()).toEqual([0, 0, 1, 0])
  })

  it('answers a repeated tap the same and refuses another one later', async () => {
    await invite(1)
    expect(await marks(0, 'tap', 1)).toBe('kept')
    expect(await marks(0, 'tap', 1)).toBe('same')
    expect(await marks(0, 'second', 4)).toBe('used')
    expect(await counts()).toEqual([1, 0, 0, 0])
  })

  it('refuses another content under the id of a tap or a questionnaire that was kept [J3]', async () => {
    await invite(1)
    const answer = (waktu: Score, suggestion?: string) =>
      answerSkm(store.db, ticketId(0), { key: 'nine', id: `a-${waktu}`, answers: { waktu }, suggestion })
    expect([await marks(0, 'tap', 1), await marks(0, 'tap', 4), await marks(0, 'tap', 1)]).toEqual([
      'kept',
      'used',
      'same',
    ])
    expect([await answer(2), await answer(3), await answer(2, 'Baik'), await answer(2)]).toEqual([
      'kept',
      'used',
      'used',
      'same',
    ])
    expect(await counts()).toEqual([1, 0, 0, 0])
  })

  it('keeps no rating without a finished visit', async () => {
    expect(await marks(0, 'tap', 4)).toBe('unknown')
    expect(await counts()).toEqual([0, 0, 0, 0])
  })

  it('leaves the invitation open when the rating cannot be kept', async () => {
    await invite(2)
    await marks(0, 'tap', 4)
    // Its row is there already, which cannot be.
    await store.db.kysely
      .updateTable('ratings')
      .set({ id: ratingId(ticketId(1), 'tap') })
      .execute()
    await expect(marks(1, 'tap', 4)).rejects.toThrow()
    expect(await invitation(store.db, ticketId(1))).toMatchObject({ rated: false })
    expect(await marks(1, 'again', 2)).toBe('kept')
  })

  it('lets the rating and the nine questions be answered each once, in any order [S2]', async () => {
    await invite(1)
    const answer = (key: string) => answerSkm(store.db, ticketId(0), { key, id: `a-${key}`, answers: { waktu: 4 } })
    expect(await answer('one')).toBe('kept')
    expect(await invitation(store.db, ticketId(0))).toMatchObject({ rated: false, answered: true })
    expect(await marks(0, 'one', 4)).toBe('kept')
    expect(await answer('one')).toBe('same')
    expect(await answer('two')).toBe('used')
    expect(await invitation(store.db, ticketId(0))).toMatchObject({ rated: true, answered: true })
  })

  it('keeps one questionnaire, however many come at once', async () => {
    await invite(1)
    const tries = Array.from({ length: 50 }, (_, i) =>
      answerSkm(store.db, ticketId(0), { key: `k-${i}`, id: `a-${i}`, answers: { biaya: 4 }, suggestion: 'Baik' }),
    )
    expect((await Promise.all(tries)).filter(a => a === 'kept')).toHaveLength(1)
    expect((await tallySkm(store.db, { officeId: OFFICE, from: DATE, to: DATE })).n).toBe(1)
  })

  it('stores a rating with nothing that leads back to its ticket or its instant [S4]', async () => {
    await invite(1)
    await marks(0, 'tap', 2)
    const { rows } = await sql<Record<string, unknown>>`select * from ratings`.execute(store.db.kysely)
    expect(rows).toEqual([
      {
        id: expect.not.stringContaining('t0') as string,
        office: OFFICE,
        date: DATE,
        service_id: 'ktp',
        counter_id: '1',
        officer_id: 'p1',
        rating: 2,
        reasons: '["slow"]',
        ...{ channel: 'unknown', hour: 'unknown', wait: 'unknown', left_out: null, left_out_by: null },
      },
    ])
  })

  it('stores a questionnaire with neither officer, ticket nor hour [S4]', async () => {
    await invite(1)
    await answerSkm(store.db, ticketId(0), {
      key: 'k',
      id: 'random',
      answers: {},
      suggestion: 'Tambah kursi',
    })
    const { rows } = await sql<Record<string, unknown>>`select * from skm_answers`.execute(store.db.kysely)
    const nine = Object.fromEntries(UNSUR.map(unsur => [unsur, null]))
    const place = { office: OFFICE, date: DATE, service_id: 'ktp', counter_id: '1' }
    const looked = { marks: null, left_out: 0, channel: null, version: null, extra: null }
    expect(rows).toEqual([{ id: 'random', ...place, ...nine, suggestion: 'Tambah kursi', ...looked }])
  })

  it('stores who answered by service and month alone, under an id that stands nowhere else [S85]', async () => {
    await invite(1)
    const profile = { sex: 'P', age: '30-39', education: 'D1-D3' } as const
    await answerSkm(store.db, ticketId(0), { key: 'k', id: 'random', answers: { waktu: 3 }, profile })
    const { rows } = await sql<Record<string, unknown>>`select * from skm_profiles`.execute(store.db.kysely)
    expect(rows).toEqual([
      {
        ...{ id: expect.not.stringContaining('random') as string, office: OFFICE, service_id: 'ktp' },
        ...{ date: '2026-06-01', sex: 'P', age_group: '30-39', education: 'D1-D3', work: null, brought: 0 },
      },
    ])
  })

  it('keeps one profile of each questionnaire that counts, however often it is sent [S86]', async () => {
    await invite(4)
    const send = (no: number, answers: SkmAnswers, profile?: Profile) =>
      answerSkm(store.db, ticketId(no), { key: 'k', id: `a-${no}`, answers, suggestion: 'Baik', profile })
    const man = { sex: 'L' } as const
    const kept = await Promise.all(Array.from({ length: 20 }, () => send(0, { waktu: 3 }, man)))
    expect(kept.filter(k => k === 'kept')).toHaveLength(1)
    expect(kept.filter(k => k === 'same')).toHaveLength(19)
    expect(await send(0, { waktu: 3 }, { sex: 'P' })).toBe('used')
    expect(await send(1, { waktu: 4 }, { work: 'TNI' })).toBe('kept')
    expect(await send(2, {}, man)).toBe('kept')
    expect(await send(3, { biaya: 4 })).toBe('kept')
    const rows = await store.db.kysely.selectFrom('skm_profiles').select(['sex', 'work']).execute()
    expect(rows.map(({ sex, work }) => `${sex} ${work}`).sort()).toEqual(['L null', 'null TNI', 'null null'])
    expect((await tallySkm(store.db, { officeId: OFFICE, from: DATE, to: DATE })).n).toBe(rows.length)
  })

  it('knows of each questionnaire from before the profiles that nothing was filled in [S86]', async () => {
    await invite(3)
    for (const [no, answers] of [{ waktu: 3 }, { sarana: 1 }, {}].entries())
      await answerSkm(store.db, ticketId(no), {
        key: 'k',
        id: `a-${no}`,
        answers: answers as SkmAnswers,
        suggestion: 'Baik',
      })
    const { kysely, dialect } = store.db
    await kysely.schema.dropTable('skm_profiles').execute()
    await profileTables(kysely as Kysely<unknown>, dialect)
    await broughtProfiles(kysely as Kysely<unknown>)
    const rows = await kysely.selectFrom('skm_profiles').selectAll().execute()
    const nothing = { sex: null, age_group: null, education: null, work: null, brought: 0 }
    const row = {
      id: expect.not.stringContaining('a-') as string,
      office: OFFICE,
      date: '2026-06-01',
      service_id: 'ktp',
    }
    expect(rows).toEqual([
      { ...row, ...nothing },
      { ...row, ...nothing },
    ])
    expect(new Set(rows.map(({ id }) => id)).size).toBe(2)
  })

  it('keeps no hour at which an invitation was answered [S4]', async () => {
    await invite(1)
    await marks(0, 'tap', 2)
    const { rows } = await sql<Record<string, unknown>>`select * from invitations`.execute(store.db.kysely)
    expect(Object.keys(rows[0]!).filter(column => column.endsWith('_at'))).toEqual(['minted_at'])
  })

  it('counts ratings of a service, a counter and a period', async () => {
    await invite(3)
    await invite(2, { date: '2026-06-10', officer_id: 'p2', counter_id: '2', service_id: 'kk' })
    await Promise.all([0, 1, 2].map(no => marks(no, 'tap', 4)))
    const late = (no: number) => ticketId(no, OFFICE, '2026-06-10')
    for (const no of [0, 1]) await rate(store.db, late(no), { key: 'tap', rating: 1, reasons: ['room'] })
    const period = { from: DATE, to: '2026-06-10' }
    expect(await ratingDays(store.db, period)).toEqual([
      [0, 0, 0, 3],
      [2, 0, 0, 0],
    ])
    const n = async (part: object) =>
      addedUp(await ratingDays(store.db, { ...period, ...part })).reduce((a, b) => a + b)
    expect(await n({ officeId: OFFICE })).toBe(5)
    expect(await n({ serviceId: 'ktp' })).toBe(3)
    expect(await n({ counterId: '2', officeId: OFFICE })).toBe(2)
    expect(await n({ officeId: OFFICE, to: DATE })).toBe(3)
    expect(await n({ officeId: 'lain' })).toBe(0)
  })

  it('counts who rated an officer and who answered each question, day by day and part by part', async () => {
    await invite(3)
    await invite(2, { date: '2026-06-10', officer_id: 'p2', counter_id: '2', service_id: 'kk' })
    const later = (no: number) => ticketId(no, OFFICE, '2026-06-10')
    await Promise.all([0, 1].map(no => marks(no, 'tap', 4)))
    await rate(store.db, later(0), { key: 'tap', rating: 1, reasons: [] })
    for (const [i, given] of [{ waktu: 2, biaya: 4 }, { waktu: 3 }, {}].entries())
      await answerSkm(store.db, ticketId(i), { key: 'k', id: `a-${i}`, answers: given as SkmAnswers })
    await answerSkm(store.db, later(0), { key: 'k', id: 'b', answers: { sarana: 1 } })
    const days = { from: DATE, to: '2026-06-10' }
    const byDate = <T extends { readonly date: string }>(rows: readonly T[]) =>
      [...rows].sort((a, b) => (a.date < b.date ? -1 : 1))
    expect(byDate(await rated(store.db, OFFICE, days))).toEqual([
      { date: DATE, of: { officer: 'p1', counter: '1' }, by: ['counter 1', 'officer p1'], counts: [2] },
      { date: '2026-06-10', of: { officer: 'p2', counter: '2' }, by: ['counter 2', 'officer p2'], counts: [1] },
    ])
    const counts = (of: Readonly<Record<string, number>>) => BODY_ORDER.map(unsur => of[unsur] ?? 0)
    expect(byDate(await answered(store.db, OFFICE, days))).toEqual([
      {
        date: DATE,
        of: { service: 'ktp', counter: '1', channel: 'unknown' },
        by: ['counter 1'],
        counts: counts({ waktu: 2, biaya: 1 }),
      },
      {
        date: '2026-06-10',
        of: { service: 'kk', counter: '2', channel: 'unknown' },
        by: ['counter 2'],
        counts: counts({ sarana: 1 }),
      },
    ])
    expect(await rated(store.db, OFFICE, { from: DATE, to: DATE })).toHaveLength(1)
    expect(await answered(store.db, 'lain', days)).toEqual([])
  })

  it('adds answers up to the IKM that the answers themselves give', async () => {
    const score = fc.option(fc.constantFrom<Score>(1, 2, 3, 4), { nil: undefined, freq: 6 })
    const sheet = fc.record(Object.fromEntries(UNSUR.map(u => [u, score])))
    const [sheets] = fc.sample(fc.array(sheet, { minLength: 40, maxLength: 40 }), { numRuns: 1, seed: 7 })
    const answers = [...sheets!.map(drop), {}]
    await invite(answers.length)
    for (const [no, given] of answers.entries())
      await answerSkm(store.db, ticketId(no), { key: 'k', id: `a-${no}`, answers: given })
    const sums = await tallySkm(store.db, { officeId: OFFICE, from: DATE, to: DATE })
    expect(sums).toEqual(tally(answers))
    expect(ikmFromTally(sums)).toEqual(computeIkm(answers))
    expect(ikmFromTally(sums).ikm).toBeTypeOf('number')
  })

  it('adds up nothing where nobody answered', async () => {
    expect(await tallySkm(store.db, { officeId: OFFICE, from: DATE, to: DATE })).toEqual({ n: 0, unsur: {} })
  })

  it('adds up one service or one counter alone', async () => {
    await invite(2)
    await invite(1, { date: '2026-06-10', counter_id: '2', service_id: 'kk' })
    const give = (ticket: string, id: string, waktu: Score) =>
      answerSkm(store.db, ticket, { key: 'k', id, answers: { waktu } })
    await give(ticketId(0), 'a', 2)
    await give(ticketId(1), 'b', 3)
    await give(ticketId(0, OFFICE, '2026-06-10'), 'c', 4)
    const sums = (part: object) => tallySkm(store.db, { officeId: OFFICE, from: DATE, to: '2026-06-10', ...part })
    expect(await sums({ serviceId: 'ktp' })).toEqual({ n: 2, unsur: { waktu: { n: 2, sum: 5 } } })
    expect(await sums({ counterId: '2' })).toEqual({ n: 1, unsur: { waktu: { n: 1, sum: 4 } } })
  })

  it('knows the last visit that a counter finished', async () => {
    await invite(3)
    await invite(1, { date: '2026-06-10' })
    await store.db.journal.append([entry({ events: [taken(1)], invitations: [invitationRow(9, { counter_id: '2' })] })])
    expect((await lastInvitation(store.db, OFFICE, DATE, '1'))?.ticketId).toBe(ticketId(2))
    expect((await lastInvitation(store.db, OFFICE, DATE, '2'))?.ticketId).toBe(ticketId(9))
    expect(await lastInvitation(store.db, OFFICE, DATE, '3')).toBeUndefined()
  })
})

function drop(sheet: Partial<Record<string, Score | undefined>>): SkmAnswers {
  return Object.fromEntries(Object.entries(sheet).filter(([, score]) => score !== undefined))
}
