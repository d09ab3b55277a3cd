import { mountDemo } from '../http/api/demo.ts'
import { mountDocs } from '../http/docs.ts'
import { mountPages } from '../http/pages/pages.ts'
import { composeBooking } from './booking.ts'
import { mountBooking } from './booking-doors.ts'
import { composeDocuments } from './documents.ts'
import { composeDoor } from './door.ts'
import { createGround, type Surroundings } from './ground.ts'
import { composeIdentity } from './identity.ts'
import { composeLive } from './live.ts'
import { composeMessages } from './messages.ts'
import { composeOffice } from './office.ts'
import { composeOfficer } from './officer.ts'
import { composeQueue } from './queue.ts'
import { composeRetention } from './retention.ts'
import { composeSurvey } from './survey.ts'

/** The whole program: each domain composed on those below it, then their routes mounted. */
export async function compose(around: Surroundings) {
  const ground = createGround(around)
  const { config, db, clock, failed } = ground
  const identity = composeIdentity(ground)
  const { offices, mount: mountOffice } = await composeOffice(ground)
  const hall = composeQueue(ground, offices)
  const { days } = hall
  const survey = composeSurvey(ground, offices)
  const documents = composeDocuments(ground, hall)
  const { applications } = documents
  const booking = composeBooking(ground, hall, applications.ofTicket)
  const told = await composeMessages(ground, hall, booking, survey.surveys)
  const { messages, notices } = told
  documents.tellBy(notices)
  const retention = composeRetention(ground, { offices, uploads: booking.uploads, messages })

  // What follows from a commit comes after it, in its order; a failure there must not hold up the hall.
  let following = notices.catchUp().catch(error => failed(error, 'notices'))
  days.onPublished((office, date, events, day) => {
    following = following
      .then(async () => {
        for (const event of events) await hall.closures.mark(office, date, event)
        await notices.follow(office, date, events, day)
      })
      .catch(error => failed(error, 'notices'))
  })

  const { app, door, limits, originOf } = composeDoor(ground, identity.callerOf, {
    sockets: () => live.hub.sockets(),
    messages: messages.byState,
  })
  const live = composeLive(ground, hall, identity, app)
  mountOffice(door, async office => {
    await days.replan(office)
    live.hub.renew(office)
  })
  identity.mount(door, { offices, limits })
  hall.mount(door, booking.own)
  mountBooking(door, ground, hall, booking, originOf)
  documents.mount(door)
  survey.mount(door)
  composeOfficer(ground, offices).mount(door)
  told.mount(door)
  mountDemo(door, { clock, demo: config.demo })
  mountDocs(door, config.version)
  mountPages(door, around.web)

  /** Ends every job; requests are still answered. */
  async function rest() {
    for (const domain of [identity, hall, booking, retention]) await domain.stop()
    await following
    await told.stop()
  }

  return {
    app,
    server: live.server,
    hub: live.hub,
    messages,
    days,
    offices,
    staff: identity.staff,
    devices: identity.devices,
    applications,
    onApplicationChanged: documents.onChanged,
    draws: booking.draws,
    passOn: hall.passOn,
    retain: retention.retain,
    remind: told.remind,
    /** Everything that follows from commits so far has been done. */
    async settled() {
      await following
      await applications.settled()
    },
    rest,
    /** Stops listening, ends connections and closes the database. */
    async close() {
      await rest()
      await live.stop()
      await applications.settled()
      await db.close()
    },
  }
}

export type Program = Awaited<ReturnType<typeof compose>>
