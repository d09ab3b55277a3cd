import type { Application, ApplicationState } from '../../../shared/documents/application.ts'
import type { Instant } from '../../../shared/kit/time.ts'
import { applicationById, stepAt } from '../../store/applications.ts'
import { dueNews, endNews, hastenNews, lateNews, postponeNews } from '../../store/document-news.ts'
import type { Database } from '../../store/open/database.ts'
import type { Notices } from '../messages/notices.ts'
import type { Lag } from '../queue/followers.ts'
import { pauseOf } from '../queue/set-aside.ts'

/** For so long the console lets a step of an application be undone, in milliseconds. */
const UNDO_MS = 12_000
const NEWS: Readonly<Partial<Record<ApplicationState, 'documentReady' | 'documentReturned'>>> = {
  ready: 'documentReady',
  returned: 'documentReturned',
}

/** When whoever follows a document is told of the step it has just taken; a slip that is undone at once brings nobody in vain. */
export function newsAt({ state, changedAt }: Application): Instant | undefined {
  return NEWS[state] && changedAt + UNDO_MS
}

/** When whoever follows a late document is told of its new date; one that is corrected at once is told as corrected. */
export function newDateNewsAt({ delay }: Application): Instant | undefined {
  return delay === null ? undefined : delay.at + UNDO_MS
}

/** News of documents: written with the step, told once the step has stood. */
export interface DocumentNews {
  /** Tells what is due. A step that is no longer the last one is not told. */
  tell(): Promise<void>
  lag(): Promise<Lag>
}

export function createDocumentNews(deps: {
  db: Database
  tell: Notices['ofDocument']
  now: () => Instant
  failed: (error: unknown) => void
}): DocumentNews {
  const { db, now } = deps

  async function tellOf(id: string, step: number): Promise<void> {
    const application = await applicationById(db, id)
    if (!application) return
    const { ticketId, officeId: office, number, visitedOn, serviceId, changedAt, state, delay } = application
    const of = { office, ticketId, number, visitedOn, serviceId }
    const given = (await stepAt(db, id, step))?.new_date ?? undefined
    if (given !== undefined) {
      // A step that follows at once does not take the news of the new date along, unless nothing is owed any more.
      if (delay?.date !== given || (state !== 'received' && state !== 'processing')) return
      return deps.tell({ ...of, kind: 'documentDelayed', occasion: `${id}/${delay.at}`, date: given })
    }
    const kind = NEWS[state]
    if (kind && application.steps === step) await deps.tell({ ...of, kind, occasion: `${id}/${changedAt}` })
  }

  return {
    async tell() {
      await hastenNews(db, now(), UNDO_MS)
      for (const news of await dueNews(db, now())) {
        try {
          await tellOf(news.application_id, news.step)
          await endNews(db, news)
        } catch (error) {
          deps.failed(error)
          await postponeNews(db, news, now() + pauseOf(news.tries))
        }
      }
    },
    async lag() {
      const { events, aside, oldest } = await lateNews(db, now())
      // From when it should have been told first: each failed try puts `due` off.
      const seconds = oldest === null ? 0 : Math.max(0, Math.round((now() - oldest - UNDO_MS) / 1_000))
      return { follower: 'documentNews', events, seconds, aside }
    },
  }
}
