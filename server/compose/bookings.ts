import { createHmac } from 'node:crypto'
import path from 'node:path'
import type { OwnTicket } from '../../shared/ticket/own-ticket.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { MINUTE, type Instant } from '../../shared/kit/time.ts'
import type { Config } from '../config.ts'
import { mountBookingPages } from '../http/pages/booking/mount.ts'
import { mountBookings, type BookingParts } from '../http/api/bookings.ts'
import { citizenDesk } from '../http/pages/citizen-desk.ts'
import type { Ctx } from '../http/context.ts'
import type { Door } from '../http/mount.ts'
import type { Web } from '../http/pages/pages.ts'
import { createPhoneCookies } from '../http/pages/phone-cookie.ts'
import { mountTicketActs } from '../http/pages/ticket-acts.ts'
import { mountTicketFiles } from '../http/pages/ticket-files.ts'
import { every } from '../jobs/every.ts'
import { createPeople } from '../services/booking/booking-people.ts'
import { createBookings } from '../services/booking/bookings.ts'
import { createChatActs } from '../services/messages/chat-acts.ts'
import { createCheckIns } from '../services/booking/check-ins.ts'
import { createClosures } from '../services/queue/closures.ts'
import { createClusters } from '../services/booking/clusters.ts'
import { createDraws } from '../services/booking/draws.ts'
import type { EstimateBook } from '../services/queue/estimates.ts'
import { createFronts } from '../services/booking/fronts.ts'
import { createGate } from '../services/gate/gate.ts'
import type { Messages } from '../services/messages/messages.ts'
import { createNotices } from '../services/messages/notices.ts'
import type { Offices } from '../services/office/offices.ts'
import { createOwnTickets } from '../services/booking/own-tickets.ts'
import { createPassingOn } from '../services/queue/passing-on.ts'
import { createPlacing } from '../services/booking/placing.ts'
import { createHolderHints } from '../services/booking/holder-hints.ts'
import { createPreparation } from '../services/booking/preparation.ts'
import type { Queue } from '../services/queue/queue.ts'
import type { QueueDays } from '../services/queue/queue-days.ts'
import { createRebooking } from '../services/booking/rebooking.ts'
import { createRetention } from '../services/retention/retention.ts'
import { createHasher, createSealer, createSigner, type Signer } from '../services/identity/secrets.ts'
import { createSlots } from '../services/booking/slots.ts'
import type { Surveys } from '../services/survey/surveys.ts'
import { createUploads } from '../services/booking/uploads.ts'
import type { Database } from '../store/open/database.ts'

const PASS_ON_MS = 2_000
const DRAWS_MS = 5_000
const HOURLY = 3_600_000

/** What bookings need of the rest of the program. */
export interface Ground {
  readonly config: Config
  readonly db: Database
  readonly key: Buffer
  readonly dataDir: string
  readonly offices: Offices
  readonly days: QueueDays
  readonly estimates: EstimateBook
  readonly queue: Queue
  readonly surveys: Surveys
  readonly messages: Messages
  readonly tickets: Signer
  readonly surveyLinks: Signer
  readonly applicationOf: (ticketId: string) => Promise<OwnTicket['application']>
  readonly now: () => Instant
  /** The clock on the wall, also while a day of the past is played. */
  readonly realNow: () => Instant
  readonly secure: boolean
  readonly record: (who: string, what: string, detail: Record<string, unknown>) => Promise<void>
  readonly failed: (error: unknown, what: string) => void
}

/** Bookings with all that belongs to them: people, draws, coming, messages, retention. */
export async function composeBookings(ground: Ground) {
  const { config, db, key, offices, days, estimates, queue, tickets, now } = ground
  const names = createSealer(key, 'names')
  const people = createPeople({
    db,
    names,
    phones: createSealer(key, 'phones'),
    hash: createHasher(key, 'person'),
    pathOf: id => `/t/${tickets.sign(id)}`,
    now,
  })
  const gate = createGate({ key, now: ground.realNow, difficulty: config.proofDifficulty })
  const slots = createSlots({ offices, days, now })
  // 128 bits that only this installation can compute from the id of a command: a repeated act means the same ticket.
  const idKey = createHmac('sha256', key).update('ticket-id').digest()
  const ticketId = (office: string, act: string) =>
    createHmac('sha256', idKey).update(`${office} ${act}`).digest().subarray(0, 16).toString('base64url')
  const draws = createDraws({ db, offices, days, slots, people, gate, tickets, ticketId, now })
  const heldBackMs = (office: OfficeInfo) => Math.round(Math.random() * office.booking.heldBackMinutes * MINUTE)
  const own = createOwnTickets({
    db,
    offices,
    days,
    estimates,
    tickets,
    shares: createSigner(key, 'share'),
    names,
    surveyPath: queue.surveyPath,
    heldBackMs,
    withdraw: draws.withdraw,
    applicationOf: ground.applicationOf,
    now,
    demo: config.demo,
  })
  const today = (office: string) => offices.today(office)
  const placing = createPlacing({ days, people, gate, tickets, ticketId, today })
  const bookings = createBookings({ days, slots, placing, tickets, now })
  const rebooking = createRebooking({ db, days, slots, placing, own, ticketId, heldBackMs, now })
  const checkIns = createCheckIns({ key, offices, days, estimates, queue, own, tickets, now })
  const closures = createClosures({ db, days })
  const uploads = createUploads({ db, folder: path.join(ground.dataDir, 'uploads'), own, names, now })
  const phones = createPhoneCookies({ signer: createSigner(key, 'phone'), secure: ground.secure })
  const notices = await createNotices({ db, offices, messages: ground.messages, people, tickets, dayOf: days.day, now })
  const { surveys, surveyLinks } = ground
  const chatActs = createChatActs({
    db,
    offices,
    days,
    slots,
    bookings,
    people,
    own,
    surveys,
    tickets,
    surveyLinks,
    now,
  })

  // What follows from a commit comes after it, in its order; a failure there must not hold up the hall.
  let following: Promise<void> = Promise.resolve()
  days.onPublished((office, date, events, day) => {
    following = following
      .then(async () => {
        for (const event of events) await closures.mark(office, date, event)
        await notices.follow(office, date, events, day)
      })
      .catch(error => ground.failed(error, 'notices'))
  })

  following = notices.catchUp().catch(error => ground.failed(error, 'notices'))

  const passOn = createPassingOn({ db, offices, days, now })
  const retain = createRetention({ db, offices, uploads, messages: ground.messages })
  const remind = async () => {
    for (const { id } of offices.all()) await notices.remind(await days.today(id))
  }
  const jobs = [
    every(PASS_ON_MS, passOn, error => ground.failed(error, 'pass-on')),
    every(DRAWS_MS, draws.holdDue, error => ground.failed(error, 'draws')),
    every(MINUTE, remind, error => ground.failed(error, 'reminders')),
    every(HOURLY, retain, error => ground.failed(error, 'retention')),
  ]

  return {
    own,
    slots,
    bookings,
    draws,
    gate,
    checkIns,
    closures,
    uploads,
    phones,
    notices,
    chatActs,
    passOn,
    retain,
    remind,
    /** Everything that follows from commits so far has been done. */
    settled: () => following,
    mount(door: Door, web: Web, originOf: (c: Ctx) => string) {
      const parts: BookingParts = {
        slots,
        bookings,
        rebooking,
        draws,
        checkIns,
        closures,
        clusters: createClusters({ db, offices, days }),
        preparation: createPreparation({ db, offices, days, people, names }),
        holderHints: createHolderHints({ db, days, people }),
        uploads,
        phones,
        trustProxy: config.trustProxy,
        record: ground.record,
      }
      mountBookings(door, parts)
      const fronts = createFronts({ offices, days, now, demo: config.demo })
      const deskOf = (c: Ctx) => citizenDesk(c, { ...parts, own, gate, fronts, now })
      mountTicketActs(door, { web, deskOf, originOf })
      mountTicketFiles(door, uploads)
      mountBookingPages(door, { web, deskOf, now: ground.realNow })
    },
    async stop() {
      for (const job of jobs) await job.stop()
      await following
    },
  }
}
