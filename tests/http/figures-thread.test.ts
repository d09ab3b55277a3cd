import { getPriority } from 'node:os'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readFor } from '../../server/store/open/far.ts'
import { createAnswering } from '../../server/services/thread/answering.ts'
import { createFiguresThread, type FiguresThread } from '../../server/services/thread/figures-thread.ts'
import { seeded } from '../../shared/kit/random.ts'
import { addDays, atClock } from '../../shared/kit/time.ts'
import type { PeriodFigures } from '../../shared/survey/figures/period-figures.ts'
import { UNSUR, type Score } from '../../shared/survey/instruments.ts'
import { builtThread, threadOf } from '../helpers/built-thread.ts'
import { surveyed } from '../helpers/surveyed.ts'
import { isFault } from '../../server/http/app.ts'
import { saved, testApp, type TestApp } from '../helpers/test-app.ts'

const OFFICE = 'samarinda'
const calm = async () => {}

let app: TestApp
let built: Awaited<ReturnType<typeof builtThread>>
let thread: FiguresThread

/** Two quarters of two services at two counters. */
beforeAll(async () => {
  built = await builtThread()
  app = await testApp({ figuresThread: built.file })
  const write = surveyed(app.db)
  const random = seeded(77)
  const mark = () => (1 + Math.floor(random() * 4)) as Score
  for (let date = '2025-10-02'; date <= '2026-03-30'; date = addDays(date, 7))
    for (const [counter, service] of [
      ['1', 'ktp-el'],
      ['2', 'kartu-keluarga'],
    ] as const) {
      const ids = await write.visits(6, `p${counter}`, counter, date, service)
      const answers = () => Object.fromEntries(UNSUR.filter(() => random() < 0.9).map(unsur => [unsur, mark()]))
      for (const id of ids.slice(0, 5)) await write.answered([id], answers(), 'Loket cepat.', { sex: 'P' })
      await write.rated(ids, mark(), [])
    }
  app.clock.now = atClock('2026-04-20', '10:00', 'WITA')
  thread = createFiguresThread({ file: built.file, db: app.db, offices: app.offices, calm })
}, 120_000)

afterAll(async () => {
  await thread.stop()
  await app.close()
  built.remove()
})

describe('what citizens said, read and added up in a thread', () => {
  it('is what the program itself would tell, to the last digit, and refused in the same words [S77]', async () => {
    const own = createAnswering(app.db, app.offices)
    const scope = app.offices.get(OFFICE).services[0]!.agency
    for (const ask of [
      ({ figures }) => figures.of(OFFICE, '2026-Q1'),
      ({ figures }) => figures.of(OFFICE, '2025'),
      ({ figures }) => figures.of(OFFICE, undefined, scope),
      ({ quality }) => quality.ikm(OFFICE, { period: '2026-Q1' }),
      ({ quality }) => quality.ikm(OFFICE, { period: '2025', service: 'ktp-el' }),
      ({ quality }) => quality.ratings(OFFICE, '2026-Q1'),
      ({ quality }) => quality.days(OFFICE, '2025-Q4'),
      ({ reasons }) => reasons.view(OFFICE, '2026-02'),
    ] as ((of: Pick<FiguresThread, 'figures' | 'quality' | 'reasons'>) => Promise<unknown>)[])
      expect(await ask(thread)).toEqual(await ask(own))
    const wrong = (of: Pick<FiguresThread, 'figures'>) => of.figures.of(OFFICE, 'kemarin').catch((e: unknown) => e)
    expect(await wrong(thread)).toMatchObject({ code: 'BAD_REQUEST', data: { field: 'period' } })
    expect(await wrong(thread)).toEqual(await wrong(own))
    await expect(thread.quality.ikm('tidak-ada', {})).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('comes through the door of the program as it was read, with the settings as they are now [S77]', async () => {
    const manager = await app.as('manajer')
    const asked = () => manager.get(`/api/offices/${OFFICE}/period-figures?period=2026-Q1`)
    const { figures } = (await asked()).body as PeriodFigures
    const rows = await app.db.kysely
      .selectFrom('skm_answers')
      .where('date', '>=', '2026-01-01')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    expect(figures!.result.n).toBe(rows.n)
    expect(figures!.result.method).toBe('exact')
    await saved(app, { ikmMethod: '0.11' })
    expect(((await asked()).body as PeriodFigures).figures!.result.method).toBe('0.11')
  })

  it('leaves the program as urgent as it was [S77]', async () => {
    const before = getPriority()
    await thread.figures.of(OFFICE, '2026-Q1')
    expect(getPriority()).toBe(before)
  })

  it('may be read by it and nothing written [S77]', async () => {
    for (const sql of ['delete from ratings', 'insert into meta values (1, 2)', ' update offices set id = 1'])
      await expect(readFor(app.db, { sql, parameters: [] })).rejects.toThrow('reads and does nothing else')
  })
})

describe('a thread that fails or hangs', () => {
  const made = (text: string) => createFiguresThread({ file: threadOf(text), db: app.db, offices: app.offices, calm })
  const busy = { code: 'FIGURES_BUSY' }

  it('is told of, and begun anew with the next question [S77]', async () => {
    const own = made("throw new Error('rusak')")
    await expect(own.figures.of(OFFICE, '2026-Q1')).rejects.toMatchObject(busy)
    await expect(own.figures.of(OFFICE, '2026-Q1')).rejects.toMatchObject(busy)
    await own.stop()
  })

  it('says after some seconds that it still reads, and whoever asks again waits for the same answer [S77]', async () => {
    const late = `import { parentPort } from 'node:worker_threads'
      let n = 0
      parentPort.on('message', ({ id }) => setTimeout(() => parentPort.postMessage({ is: 'answered', id, answer: ++n }), 300))`
    const own = createFiguresThread({ file: threadOf(late), db: app.db, offices: app.offices, calm, toldAfter: 50 })
    const asked = () => own.figures.of(OFFICE, '2026-Q1')
    await expect(asked()).rejects.toMatchObject({ code: 'FIGURES_READING' })
    const answers: unknown[] = []
    while (answers.length === 0)
      await asked().then(
        answer => answers.push(answer),
        () => {},
      )
    expect(answers).toEqual([1])
    await own.stop()
  })

  it('gives one person some of its places and never those of others, which is no fault of the program [S77]', async () => {
    const other = await testApp({
      figuresThread: threadOf("import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => {})"),
    })
    const asks = async (name: string, periods: readonly string[]) => {
      const who = await other.as(name)
      const refused: unknown[] = []
      const all = periods.map(async key => {
        const path = key.includes('-Q') ? `period-figures?period=${key}` : `ikm?period=${key}`
        const { status, body } = await who.get(`/api/offices/${OFFICE}/${path}`)
        refused.push([status, body.error?.code])
      })
      return { refused, all: Promise.all(all) }
    }
    const years = Array.from({ length: 20 }, (_, i) => (i % 2 ? `${2000 + i}` : `${2000 + i}-Q1`))
    const one = await asks('manajer', years)
    await vi.waitFor(() => expect(one.refused).toHaveLength(12))
    expect(one.refused).toEqual(one.refused.map(() => [503, 'FIGURES_BUSY']))
    const told = other.log.filter(({ status }) => status === 503)
    expect(told.map(isFault)).toEqual(told.map(() => false))
    expect(isFault({ status: 503 })).toBe(true)
    const another = await asks('atasan', ['2025-Q1'])
    await new Promise(resolve => setTimeout(resolve, 300))
    expect(another.refused).toEqual([])
    await other.close()
    await Promise.all([one.all, another.all])
  })

  it('is not asked of a period that is still to come [S77]', async () => {
    const own = made("throw new Error('rusak')")
    expect(await own.figures.of(OFFICE, '2999')).toMatchObject({ showing: { why: 'running' } })
    await own.stop()
  })

  it('keeps so many waiting and tells the others; all are told when the program ends [S77]', async () => {
    const own = made("import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => {})")
    const outcomes = Array.from({ length: 70 }, () => own.figures.of(OFFICE, '2026-Q1').catch((e: Error) => e))
    expect(await Promise.race(outcomes)).toMatchObject(busy)
    await own.stop()
    for (const outcome of await Promise.all(outcomes)) expect(outcome).toMatchObject(busy)
  })
})
