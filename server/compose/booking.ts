import path from 'node:path'
import { MINUTE } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { createAskings } from '../services/booking/asking.ts'
import { createBookingCodes } from '../services/booking/booking-codes.ts'
import { createPeople } from '../services/booking/booking-people.ts'
import { createBookings } from '../services/booking/bookings.ts'
import { createCheckIns } from '../services/booking/check-ins.ts'
import { createDraws } from '../services/booking/draws.ts'
import { createHolds } from '../services/booking/holds.ts'
import { createMovingOn } from '../services/booking/moving-on.ts'
import { createOwnTickets } from '../services/booking/own-tickets.ts'
import type { DocumentsOf } from '../services/booking/own-steps.ts'
import { createPlacing } from '../services/booking/placing.ts'
import { createRebooking } from '../services/booking/rebooking.ts'
import { createSlots } from '../services/booking/slots.ts'
import { createUploads } from '../services/booking/uploads.ts'
import { createGate } from '../services/gate/gate.ts'
import { createHasher, createSealer } from '../services/identity/secrets.ts'
import { holderOf } from '../store/holders/holders.ts'
import type { Ground } from './ground.ts'
import type { Hall } from './queue.ts'

const DRAWS_MS = 5_000

/** Bookings with all that belongs to them: people, draws, coming, the holder's own ticket. */
export function composeBooking(
  { around, config, db, key, now, realNow, tickets, every, failed }: Ground,
  { offices, days, estimates, queue, results }: Hall,
  documentsOf: DocumentsOf,
) {
  const names = createSealer(key, 'names')
  const people = createPeople({
    db,
    names,
    phones: createSealer(key, 'phones'),
    hash: createHasher(key, 'person'),
    pathOf: (id, kind) => `/t/${tickets.sign(id, kind)}`,
    now,
  })
  const codeOf = createBookingCodes(key)
  const gate = createGate({ key, now: realNow, difficulty: config.proofDifficulty })
  const slots = createSlots({ offices, days, now })
  const askings = createAskings({ key, phoneKey: people.phoneKey })
  const placing = createPlacing({ db, offices, days, people, gate, tickets, codeOf, askings })
  const draws = createDraws({
    ...{ db, offices, days, slots, tickets, askings, now },
    placing,
    hash: createHasher(key, 'draw seed'),
  })
  const heldBackMs = (office: OfficeInfo) => Math.round(Math.random() * office.booking.heldBackMinutes * MINUTE)
  const own = createOwnTickets({
    db,
    offices,
    days,
    estimates,
    tickets,
    names,
    codeOf,
    surveyPath: queue.surveyPath,
    heldBackMs,
    withdraw: draws.withdraw,
    documentsOf,
    told: results.told,
    phoneOf: people.phoneOf,
    channels: config.gateway?.channels ?? [],
    movingOn: createMovingOn({ offices, days, now }),
    now,
    demo: config.demo,
  })
  const holds = createHolds({ offices, days, hash: createHasher(key, 'hold'), now })
  const bookings = createBookings({ days, slots, placing, askings, holds, tickets, now })
  const drawing = every(DRAWS_MS, draws.holdDue, error => failed(error, 'draws'))
  return {
    names,
    people,
    gate,
    slots,
    draws,
    own,
    bookings,
    rebooking: createRebooking({ db, offices, days, slots, placing, askings, own, heldBackMs, now }),
    checkIns: createCheckIns({
      ...{ key, offices, days, estimates, queue, own, tickets, codeOf, now },
      phoneOf: async id => people.phoneOf(await holderOf(db, id)),
    }),
    uploads: createUploads({ db, folder: path.join(around.dataDir, 'uploads'), own, names, now }),
    stop: drawing.stop,
  }
}

export type Booking = ReturnType<typeof composeBooking>
