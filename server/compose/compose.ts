import { mountDemo } from '../http/api/demo.ts'
import { mountSetup } from '../http/api/setup.ts'
import { mountDocs } from '../http/docs.ts'
import { mountRehearsal } from '../http/api/rehearsal.ts'
import { mountPages } from '../http/pages/pages.ts'
import { mountLists } from '../http/api/lists.ts'
import { createOfficeFiles } from '../services/office-file/office-files.ts'
import { createStaffLists } from '../services/office-file/staff-list.ts'
import { createWholeFiles } from '../services/collect/whole-files.ts'
import { voidLines } from '../services/booking/clusters.ts'
import { outageMarks } from '../services/queue/closures.ts'
import { createEffects } from '../services/queue/touched.ts'
import { composeBooking } from './booking.ts'
import { mountBooking } from './booking-doors.ts'
import { composeContest } from './record/contest.ts'
import { composeDocumentNews, composeDocuments } from './documents.ts'
import { composeDoor } from './door.ts'
import { composeFeedback } from './record/feedback.ts'
import { composeFollowers } from './followers.ts'
import { createGround, type Surroundings } from './ground.ts'
import { composeIdentity } from './identity.ts'
import { composeLive } from './live.ts'
import { composeMessages } from './messages.ts'
import { composeOffice } from './office.ts'
import { composeOpening } from './opening.ts'
import { composeOfficer } from './officer.ts'
import { composeProof } from './record/proof.ts'
import { composeOversight, composeTeam } from './oversight.ts'
import { composeQueue } from './queue.ts'
import { composeRetention } from './retention.ts'
import { composeDaily, composeReported, composeRoster } from './roster.ts'
import { composeScore } from './record/score.ts'
import { composeIntegrity } from './survey/integrity.ts'
import { composeInstruments } from './survey/instruments.ts'
import { composeLoop } from './survey/loop.ts'
import { composeCollect } from './survey/collect.ts'
import { composeReports } from './survey/report.ts'
import { composePublication } from './survey/publication.ts'
import { composeSurvey } from './survey.ts'
import { composeTables } from './tables.ts'
import { composeTurnstile } from './turnstile.ts'

/** The whole program: each domain composed on those below it, then their routes mounted. */
export async function compose(around: Surroundings) {
  const ground = createGround(around)
  const { config, db, clock } = ground
  const {
    offices,
    ills,
    unfound,
    unfoundWords: words,
    mount: mountOffice,
    stop: stopLooking,
  } = await composeOffice(ground)
  const identity = composeIdentity(ground, offices)
  const hall = composeQueue(ground, offices)
  const { days } = hall
  const survey = composeSurvey(ground, offices)
  const documents = composeDocuments(ground, hall, ticketId => live.streams.documentChanged(ticketId))
  const { applications } = documents
  const documentsOf = async (ticketId: string) => {
    // Whoever looks right after the visit sees the file that it opened.
    await followers.settled(applications.follower.name)
    return applications.ofTicket(ticketId)
  }
  const booking = composeBooking(ground, hall, documentsOf)
  const told = await composeMessages(ground, hall, booking, survey.surveys)
  const { messages, notices } = told
  const telling = composeDocumentNews(ground, notices)
  const retention = composeRetention(ground, { offices, uploads: booking.uploads, messages })
  const followers = await composeFollowers(ground, hall, [
    applications.follower,
    outageMarks(db),
    notices.follower,
    told.surveyLink,
    hall.learning.follower,
    hall.takeovers.follower,
    voidLines(db),
  ])
  const lag = async () => [...followers.lag(), await telling.news.lag()]

  const guarded = composeTurnstile(ground, identity)
  let changes = 0
  days.onPublished(() => changes++)
  const stamp = () => `${changes} ${Math.floor(ground.now() / 1000)}`
  const { app, door, originOf } = composeDoor(ground, guarded, offices, stamp, {
    turnedAway: () => live.turnedAway(),
    logFaults: () => ground.around.logFaults?.() ?? {},
    sockets: () => live.sockets(),
    messages: messages.byState,
    followers: lag,
  })
  const live = composeLive(ground, hall, identity, guarded, app, documentsOf)
  /** The settings of an office were saved: its days and every screen follow. */
  const saved = async (office: string) => {
    changes++
    const touched = await days.replan(office)
    live.renew(office)
    return touched
  }
  const roads: readonly string[] = Object.keys(ground.around.gateways ?? {}).concat(
    ground.config.gateway?.channels ?? [],
  )
  const reaches = (channel: string) => roads.includes(channel)
  const effects = createEffects({ db, offices, days, saved, inTurn: identity.inTurn, now: ground.now, reaches })
  mountOffice(door, { followers: lag, effects })
  const roster = composeRoster(ground, offices)
  identity.mount(door, {
    todayOf: days.today,
    ahead: roster.ahead,
    originOf,
    signedIn: (office, c) => survey.suspicion.signedInFrom(office, survey.networkAt(c)),
  })
  const staffLists = createStaffLists({ db, offices, links: identity.links, inTurn: identity.inTurn, now: ground.now })
  mountLists(door, { offices, staff: staffLists, originOf })
  hall.mount(door, booking.own, identity.taking)
  const officer = composeOfficer(ground, offices, days)
  mountBooking(door, ground, hall, booking, {
    ...{ originOf, unfound, atWork: identity.atWork, streams: live.streams },
    often: officer.often,
  })
  documents.mount(door)
  survey.mount(door)
  officer.mount(door)
  roster.mount(door)
  const team = composeTeam(ground, offices)
  const reported = composeReported(ground, offices)
  const proof = composeProof(ground, { offices, figures: officer.figures, team, reported, originOf })
  proof.mount(door)
  const { readings } = proof
  composeDaily(ground, offices, { team, readings }, staffId => live.hub.tell(staffId)).mount(door)
  composeOpening(ground, offices, {
    ...{ ills, saved, effects, originOf, links: identity.links, inTurn: identity.inTurn },
    sessions: identity.staff,
  }).mount(door)
  mountRehearsal(door, offices, around.rehearsal)
  const { figures, missing } = officer
  const { quality, reasons } = survey
  composeTables(ground, {
    ...{ offices, figures, missing, applications, quality, reasons },
    unfound: { words },
  }).mount(door)
  const score = composeScore(ground, offices, { readings, team, tell: staffId => live.hub.tell(staffId) })
  score.mount(door)
  const tell = (staffId: string) => live.hub.tell(staffId)
  composeOversight(ground, { offices, figures, quality, team, readings, tell }).mount(door)
  const contest = await composeContest(ground, {
    ...{ offices, team, computing: score.computing, scores: score.scores, readings },
    tell,
  })
  const waits = { outages: score.outages.waiting, contests: contest.waiting }
  composeFeedback(ground, { offices, team, readings, reasons, hub: live.hub, waits }).mount(door)
  contest.mount(door)
  const loop = composeLoop(ground, {
    ...{ offices, team, figures: survey.figures, holderOf: survey.holderOf },
    tell: staffId => live.hub.tell(staffId),
  })
  loop.mount(door)
  const files = createWholeFiles(db)
  const reports = composeReports(ground, { offices, files, figures: survey.figures.of })
  reports.mount(door)
  composePublication(ground, {
    ...{ offices, figures: survey.figures, plans: loop.plans, papers: reports.papers, files },
    originOf,
  }).mount(door)
  const integrity = composeIntegrity(ground, { offices, quality, files, openings: survey.openings })
  integrity.mount(door)
  const collected = composeCollect(ground, { offices, files })
  collected.mount(door)
  const instruments = composeInstruments(ground, {
    offices,
    originOf,
    networkAt: survey.networkAt,
    addedUp: survey.programme,
  })
  instruments.mount(door)
  told.mount(door)
  mountSetup(door)
  mountDemo(door, { clock, demo: config.demo })
  mountDocs(door, config.version)
  mountPages(door, around.web)

  /** Ends every job; requests are still answered. */
  async function rest() {
    await stopLooking()
    for (const domain of [
      identity,
      hall,
      booking,
      retention,
      telling,
      followers,
      told,
      score,
      contest,
      loop,
      integrity,
      collected,
      instruments,
      reports,
      survey,
    ])
      await domain.stop()
  }

  /** Ends every job and live connection, and stops listening; the database stays open. */
  async function leave() {
    await rest()
    await live.stop()
  }

  return {
    app,
    server: live.server,
    hub: live.hub,
    streams: live.streams,
    reviewSessions: live.review,
    messages,
    days,
    offices,
    officeFiles: createOfficeFiles({ db, offices, effects, links: identity.links, now: ground.now }),
    staff: identity.staff,
    queue: hall.queue,
    tickets: ground.tickets,
    devices: identity.devices,
    applications,
    draws: booking.draws,
    passOn: hall.passOn,
    endDays: hall.endDays,
    mind: hall.mind,
    retain: retention.retain,
    /** Scores of closed periods: computed by a job, and anew by an event. */
    scores: score.computing,
    remind: told.remind,
    /** Reminds of objections that wait. */
    remindContests: contest.remind,
    /** Tells of complaints that are late, and erases old ones. */
    followUp: loop.pass,
    /** Looks at the answers of months that have settled. */
    lookAtMonths: integrity.pass,
    clearCollected: collected.pass,
    /** Erases from where sheets of programmes came that ended long ago. */
    forgetSources: instruments.pass,
    /** Surveys that hang on no ticket, with their public pages. */
    programmes: instruments.list,
    tellDocuments: telling.news.tell,
    /** Everything that follows from commits so far has been done. */
    settled: () => followers.settled(),
    rest,
    leave,
    /** Stops listening, ends connections and closes the database. */
    async close() {
      await leave()
      await db.close()
    },
  }
}

export type Program = Awaited<ReturnType<typeof compose>>
