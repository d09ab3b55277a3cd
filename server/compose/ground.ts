import type { Channel } from '../../shared/messages/message.ts'
import type { Instant } from '../../shared/kit/time.ts'
import type { Config } from '../config.ts'
import type { newPushKeys } from '../gateways/push-keys.ts'
import type { Finished } from '../http/app.ts'
import type { Web } from '../http/pages/pages.ts'
import { every } from '../jobs/every.ts'
import type { Journal } from '../journal/journal.ts'
import { createSurveyLinks, type SurveyLinks } from '../services/identity/survey-links.ts'
import { createTicketLinks, type TicketLinks } from '../services/identity/ticket-links.ts'
import type { ChatActs } from '../services/messages/chat.ts'
import type { Rehearsal } from '../services/opening/rehearsal.ts'
import type { Gateway } from '../services/messages/messages.ts'
import { createClock, type Clock, type Replay } from '../services/queue/clock.ts'
import { appendAudit } from '../store/audit.ts'
import type { Database } from '../store/open/database.ts'
import { createTurns, type Turns } from '../turnstile/turns.ts'

/** What happens outside the program and is therefore given to it. */
export interface Surroundings {
  readonly config: Config
  readonly db: Database
  /** Where accounts and sessions are, if elsewhere: what is done to them in a rehearsal is done for good. */
  readonly accounts?: Database
  readonly web: Web
  readonly key: Buffer
  /** Where files lie that are not in the database. */
  readonly dataDir: string
  /** Where the offices lie with which a new one may begin; those of this program unless given. */
  readonly templates?: string
  readonly now: () => Instant
  readonly strictCsp: boolean
  /** The thread of figures as it was built; figures are computed beside everything else unless given. */
  readonly figuresThread?: URL | undefined
  /** The pair by which push services know this installation; a passing one unless given. */
  readonly pushKeys?: ReturnType<typeof newPushKeys>
  /** The rehearsal day, as this program sees it: to be begun, or under way in it. None where one program listens by itself. */
  readonly rehearsal?: Rehearsal
  /** A past stretch that a trial office plays from its start on. */
  readonly play?: Replay | undefined
  /** Replaces the roads to phones, for tests. */
  readonly gateways?: Readonly<Partial<Record<Channel, Gateway>>>
  /** Replaces what the chat can do, for tests. */
  readonly chatActs?: ChatActs
  /** Replaces the database's own journal, for measurements. */
  readonly journal?: Journal
  /** Replace the clock that only runs forward and what the disk has left, for tests. */
  readonly elapsed?: () => number
  readonly freeBytes?: (folder: string) => Promise<number>
  /** Replaces the timers of the jobs, for tests that set the clock and give each job its turn by hand. */
  readonly every?: typeof every
  readonly finished?: (request: Finished) => void
  /** What became of the log, where one is written. */
  readonly logFaults?: () => Readonly<Record<string, number>>
  readonly failed: (error: unknown, requestId: string, route: string) => void
}

/** What every domain stands on. */
export interface Ground {
  readonly around: Surroundings
  readonly config: Config
  readonly db: Database
  /** Where accounts and sessions are. */
  readonly accounts: Database
  readonly key: Buffer
  readonly clock: Clock
  readonly now: () => Instant
  /** The clock on the wall, also while a day of the past is played. */
  readonly realNow: () => Instant
  readonly every: typeof every
  /** Who goes first: the desk, and guests in turn. */
  readonly turns: Turns
  readonly secure: boolean
  /** Sign the links of tickets (`/t/…`) and of surveys (`/s/…`). */
  readonly tickets: TicketLinks
  readonly surveyLinks: SurveyLinks
  /** Writes into the audit log. */
  readonly record: (who: string, what: string, detail: Record<string, unknown>) => Promise<void>
  /** Tells of a failure that belongs to no request. */
  readonly failed: (error: unknown, what: string) => void
}

export function createGround(around: Surroundings): Ground {
  const { config, db, key } = around
  const clock = createClock(around.now)
  if (around.play) clock.play(around.play)
  const { now } = clock
  return {
    around,
    config,
    db,
    accounts: around.accounts ?? db,
    key,
    clock,
    now,
    realNow: around.now,
    every: around.every ?? every,
    turns: createTurns({ now: () => performance.now(), soon: setImmediate, later: setTimeout }),
    secure: config.publicUrl?.protocol === 'https:',
    tickets: createTicketLinks(key),
    surveyLinks: createSurveyLinks(key),
    record: (who, what, detail) => appendAudit(db, { at: now(), who, what, detail }),
    failed: (error, what) => around.failed(error, '-', what),
  }
}
