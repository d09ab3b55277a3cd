import { expect, it } from 'vitest'
import { createDocumentNews, newsAt } from '../../server/services/documents/document-news.ts'
import { insertApplication, takeStep } from '../../server/store/applications.ts'
import { advance, type Application, type ApplicationState } from '../../shared/documents/application.ts'
import { applicationOf, calendar, ticketOf, wita } from '../helpers/applications.ts'
import { overDialects } from '../helpers/dialects.ts'

const READY_AT = wita('2026-06-10')
const SECOND = 1_000

overDialects('news of documents', store => {
  let commands = 0
  const doer = () => ({ who: 'staff:p1', commandId: `command-${++commands}` })

  async function step(from: Application, to: ApplicationState, at: number) {
    const after = advance(from, { to }, at, calendar)
    expect(await takeStep(store.db, from, after, doer(), newsAt(after))).toBe('done')
    return after
  }

  async function ready(n: number) {
    const application = applicationOf({ id: `app-${n}`, ticketId: `ticket-${n}`, number: `A00${n}` })
    await ticketOf(store.db, application)
    expect(await insertApplication(store.db, application, doer())).toBe(true)
    return step(await step(application, 'processing', READY_AT), 'ready', READY_AT)
  }

  /** The news as the program tells it; numbers in `broken` cannot be told. */
  function telling(broken = new Set<string>()) {
    const told: string[] = []
    const failures: unknown[] = []
    const clock = { now: READY_AT }
    const news = createDocumentNews({
      db: store.db,
      async tell({ number, kind }) {
        if (broken.has(number)) throw new Error(`${number} cannot be told`)
        told.push(`${number} ${kind}`)
      },
      now: () => clock.now,
      failed: error => void failures.push((error as Error).message),
    })
    /** Tells what is due so many seconds after the document was ready. */
    const tellAfter = async (seconds: number) => {
      clock.now = READY_AT + seconds * SECOND
      await news.tell()
      return told
    }
    return { told, failures, tellAfter, lag: news.lag }
  }

  it('are told once, after the step has stood for twelve seconds [P12]', async () => {
    await ready(1)
    const { tellAfter } = telling()
    expect(await tellAfter(11)).toEqual([])
    expect(await tellAfter(12)).toEqual(['A001 documentReady'])
    expect(await tellAfter(60)).toEqual(['A001 documentReady'])
  })

  it('are told once of a document that was ready, taken back and ready again within twelve seconds [P12]', async () => {
    const back = await step(await ready(1), 'processing', READY_AT + 3 * SECOND)
    await step(back, 'ready', READY_AT + 6 * SECOND)
    const { tellAfter } = telling()
    expect(await tellAfter(13)).toEqual([])
    expect(await tellAfter(18)).toEqual(['A001 documentReady'])
  })

  it('do not wait for a clock that was set back [P12]', async () => {
    await ready(1)
    await ready(2)
    const broken = new Set(['A002'])
    const { tellAfter } = telling(broken)
    expect(await tellAfter(-3600)).toEqual([])
    expect(await tellAfter(-3588)).toEqual(['A001 documentReady'])
    broken.clear()
    expect(await tellAfter(-7200)).toEqual(['A001 documentReady'])
    expect(await tellAfter(-7188)).toEqual(['A001 documentReady', 'A002 documentReady'])
  })

  it('that cannot be told are tried again, and hold up no other news [J11]', async () => {
    await ready(1)
    await ready(2)
    const broken = new Set(['A001'])
    const { tellAfter, failures, lag } = telling(broken)
    expect(await tellAfter(12)).toEqual(['A002 documentReady'])
    expect(failures).toEqual(['A001 cannot be told'])
    expect(await lag()).toEqual({ follower: 'documentNews', events: 1, seconds: 0, aside: 1 })
    broken.clear()
    expect(await tellAfter(12.5)).toEqual(['A002 documentReady'])
    expect(await tellAfter(13)).toEqual(['A002 documentReady', 'A001 documentReady'])
    expect((await lag()).events).toBe(0)
  })

  it('that fail again and again grow older and older, so that somebody is called [J11]', async () => {
    await ready(1)
    const { tellAfter, failures, lag } = telling(new Set(['A001']))
    for (const seconds of [12, 13, 15, 19, 27, 43, 75]) await tellAfter(seconds)
    expect(failures).toHaveLength(7)
    expect(await lag()).toEqual({ follower: 'documentNews', events: 1, seconds: 63, aside: 1 })
  })
})
