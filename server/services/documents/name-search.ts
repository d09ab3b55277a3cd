import { setImmediate as nextTurn } from 'node:timers/promises'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Reply } from '../../../shared/contracts/api.ts'
import type { ApplicationView } from '../../../shared/contracts/application-routes.ts'
import { AppError } from '../../../shared/kit/errors.ts'
import type { LocalDate } from '../../../shared/kit/time.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { servicesIn, type Scope } from '../../../shared/office/scope.ts'
import { maskedName } from '../../../shared/queue/opening.ts'
import { fitsName } from '../../../shared/search/name-words.ts'
import { namedDocuments } from '../../store/holders/named.ts'
import type { Database } from '../../store/open/database.ts'
import type { Sealer } from '../identity/secrets.ts'

/** Names opened by one search, those of the latest visits first, and documents that it shows. */
const MOST_LOOKED = 4_000
const MOST_SHOWN = 20
/** Names opened before whoever else waits has a turn: some milliseconds. */
const AT_ONCE = 250
/** Searches of one person in a minute. */
const SEARCHES = { points: 20, duration: 60 }

/** Finds documents by the name of their holder, for whoever stands before the front desk without a number. */
export interface NameSearch {
  /** On record before it is answered, without the name. Throws `TOO_MANY_ATTEMPTS`. */
  find(
    office: string,
    asked: { readonly name: string; readonly service?: string | undefined; readonly date?: LocalDate | undefined },
    staffId: string,
    scope: Scope,
  ): Promise<Reply<'POST /api/offices/:office/applications/search'>>
}

export function createNameSearch(deps: {
  db: Database
  offices: { get(office: string): Pick<OfficeInfo, 'services'> }
  names: Pick<Sealer, 'open'>
  /** What the list shows of documents, by their ids. */
  shown: (office: string, ids: readonly string[]) => Promise<readonly ApplicationView[]>
  record: (who: string, what: string, detail: Record<string, unknown>) => Promise<void>
}): NameSearch {
  const { db, names } = deps
  const searches = new RateLimiterMemory({ ...SEARCHES, keyPrefix: 'names' })

  async function admit(staffId: string): Promise<void> {
    try {
      await searches.consume(staffId)
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal
      throw new AppError('TOO_MANY_ATTEMPTS', { retryAfter: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) })
    }
  }

  return {
    async find(office, { name: typed, service, date }, staffId, scope) {
      await admit(staffId)
      const services = servicesIn(deps.offices.get(office), scope)
      const kept = await namedDocuments(db, { office, service, services, date, limit: MOST_LOOKED + 1 })
      const looked = kept.slice(0, MOST_LOOKED)
      const fitting = new Map<string, string>()
      for (const [i, { id, name: sealed }] of looked.entries()) {
        // A name is opened one by one and forgotten at once, but for those that are meant.
        const name = names.open(sealed)
        if (name !== undefined && fitsName(name, typed)) fitting.set(id, maskedName(name))
        if (i % AT_ONCE === AT_ONCE - 1) await nextTurn()
      }
      await deps.record(`staff:${staffId}`, 'document.search', { office, looked: looked.length, found: fitting.size })
      const ids = [...fitting.keys()].slice(0, MOST_SHOWN)
      const views = new Map((await deps.shown(office, ids)).map(view => [view.id, view]))
      return {
        applications: ids.flatMap(id => {
          const view = views.get(id)
          return view ? [{ ...view, holder: fitting.get(id)! }] : []
        }),
        looked: looked.length,
        since: kept.length > MOST_LOOKED ? looked.at(-1)!.date : null,
        more: fitting.size > MOST_SHOWN,
      }
    },
  }
}
