import type { Reply } from '../../../shared/contracts/api.ts'
import { AppError } from '../../../shared/kit/errors.ts'
import { onlySeen } from '../../../shared/kit/seen.ts'
import type { Instant } from '../../../shared/kit/time.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { answersUntil } from '../../../shared/survey/answer-time.ts'
import { channelOf } from '../../../shared/survey/collect/channels.ts'
import { extraMarks, type AskedSkm } from '../../../shared/survey/asked.ts'
import { withFixedBiaya } from '../../../shared/survey/collect/sheet.ts'
import type { Score } from '../../../shared/survey/instruments.ts'
import type { SkmAnswers } from '../../../shared/survey/ikm.ts'
import type { Profile } from '../../../shared/survey/profile/profile.ts'
import type { Reason } from '../../../shared/survey/rating.ts'
import { stretchOf } from '../../../shared/survey/suspicion.ts'
import { hasEnded } from '../../../shared/ticket/own-ticket.ts'
import { answeredFrom } from '../../store/answer-sources.ts'
import type { Database } from '../../store/open/database.ts'
import {
  answerSkm,
  invitation,
  rate,
  ratedSo,
  rateInstead,
  type GivenRating,
  type Invitation,
  type Kept,
} from '../../store/surveys.ts'
import { skmAsked } from '../../store/survey/asked.ts'
import { complaintOf } from '../../store/survey/complaints.ts'
import { stateOfTicket } from '../../store/tickets.ts'
import type { Offices } from '../office/offices.ts'
import { circumstances } from './circumstances.ts'
import { randomId, type Signer } from '../identity/secrets.ts'
import type { SurveyLinks } from '../identity/survey-links.ts'
import type { Traces, Way } from './traces.ts'

/** `change` lets its sender put another rating in the place of this one; only the first answer brings it. */
export type Rated = Reply<'POST /api/surveys/:token/rating'>

/** A questionnaire as it was filled in. */
export interface FilledIn {
  readonly answers: SkmAnswers
  /** Marks of what the office asks beside the nine. */
  readonly extra?: Readonly<Record<string, Score>> | undefined
  readonly suggestion?: string | undefined
  readonly profile?: Profile | undefined
}

export interface Surveys {
  view(token: string): Promise<Reply<'GET /api/surveys/:token'>>
  /** `place` names where the answer came from, only to tell many from one place; it is counted, not kept with the answer. */
  rate(token: string, place: string, key: string, rating: Score, reasons: readonly Reason[]): Promise<Rated>
  /** Another rating instead of the one given before, for a minute after the first tap (`SURVEY_USED` later). */
  rateInstead(
    token: string,
    key: string,
    before: GivenRating & { change: string },
    after: Omit<GivenRating, 'key'>,
  ): Promise<void>
  /** `SURVEY_NOT_CHOSEN` where the visit was not drawn. `way` is kept for a short time, apart from the answers. */
  answer(token: string, place: string, key: string, filledIn: FilledIn, way: Way): Promise<void>
}

/** So long a rating can be changed by whoever gave it: a finger slips. */
const CHANGE_MS = 60_000

/** How far the survey of a visit is. */
export function surveyState(
  invited: Invitation,
  now: Instant,
  office: Pick<OfficeInfo, 'zone' | 'answerHours'>,
): 'open' | 'rated' | 'complete' | 'expired' {
  if (invited.answered) return 'complete'
  if (now >= untilOf(invited, office)) return 'expired'
  return invited.rated ? 'rated' : 'open'
}

function untilOf({ mintedAt, date }: Invitation, office: Pick<OfficeInfo, 'zone' | 'answerHours'>): Instant {
  return answersUntil(mintedAt, date, office.answerHours, office.zone)
}

export function createSurveys(deps: {
  db: Database
  offices: Offices
  signer: SurveyLinks
  /** Signs until when a rating may be changed. */
  changes: Signer
  /** A keyed hash of a visit, under which its complaint is found. */
  holderOf: (ticketId: string) => string
  traces: Traces
  now: () => Instant
  demo: boolean
}): Surveys {
  const { db, offices, signer, now } = deps

  async function opened(token: string): Promise<Invitation> {
    const ticketId = signer.open(token)
    if (ticketId === undefined) throw new AppError('SURVEY_UNKNOWN')
    const invited = await invitation(db, ticketId)
    if (invited) return invited
    // Its end was taken back: whoever answers already is asked again once the visit has ended anew.
    const state = await stateOfTicket(db, ticketId)
    if (state === undefined || hasEnded(state)) throw new AppError('SURVEY_UNKNOWN')
    throw new AppError('TICKET_STATE', { state })
  }

  /** Open, or answered already: a repeat with the same key is sorted out by the store. */
  async function writable(token: string): Promise<Invitation> {
    const invited = await opened(token)
    if (stateOf(invited) === 'expired') throw new AppError('SURVEY_EXPIRED')
    return invited
  }

  /** Counts the visit where it is answered for the first time. */
  function sourceOf(invited: Invitation, network: string) {
    if (invited.rated || invited.answered) return undefined
    const { officeId: office, counterId: counter_id } = invited
    return answeredFrom(db, { office, date: offices.today(office), counter_id, network, stretch: stretchOf(now()) })
  }

  const asked = (invited: Invitation): Promise<AskedSkm> => skmAsked(db, invited.officeId, invited.mintedAt)
  const stateOf = (invited: Invitation) => surveyState(invited, now(), offices.get(invited.officeId))
  const serviceOf = (invited: Invitation) =>
    offices.get(invited.officeId).services.find(s => s.id === invited.serviceId)!

  return {
    async view(token) {
      const invited = await opened(token)
      const office = offices.get(invited.officeId)
      const { id, name, city } = office
      const service = serviceOf(invited)
      const { version, order, extra } = await asked(invited)
      const own = {
        order: [...order],
        extra: extra.map(({ key, question, answers }) => ({ key, question, answers })),
      }
      return {
        state: stateOf(invited),
        office: { id, name, city },
        service: { id: service.id, name: [...service.name] },
        date: invited.date,
        today: offices.today(id),
        until: untilOf(invited, office),
        zone: office.zone,
        free: service.free,
        questions: invited.chosen,
        ...(version === 0 ? {} : { asked: own }),
        ...((await complaintOf(db, deps.holderOf(invited.ticketId))) ? { complained: true as const } : {}),
        demo: deps.demo,
      }
    },
    async rate(token, place, key, rating, reasons) {
      const invited = await writable(token)
      const answer = { key, source: sourceOf(invited, place), rating, reasons }
      const { zone } = offices.get(invited.officeId)
      const seen = invited.rated ? undefined : await circumstances(db, invited, zone)
      const kept = await rate(db, invited.ticketId, answer, seen)
      settle(kept)
      // A repeat brings none, or somebody could ask for one minute after the other.
      return kept === 'kept'
        ? { ok: true, change: deps.changes.sign(`${invited.ticketId} ${now() + CHANGE_MS}`) }
        : { ok: true }
    },
    async rateInstead(token, key, before, after) {
      const { ticketId } = await writable(token)
      const [of, until] = deps.changes.open(before.change)?.split(' ') ?? []
      // A repeat whose first answer was lost is answered as it was, also after the minute.
      if (await ratedSo(db, ticketId, { key, ...after })) return
      if (of !== ticketId || now() >= Number(until)) throw new AppError('SURVEY_USED')
      settle(await rateInstead(db, ticketId, before, { key, ...after }))
    },
    async answer(token, place, key, { answers, extra, suggestion, profile }, way) {
      const invited = await writable(token)
      if (!invited.chosen) throw new AppError('SURVEY_NOT_CHOSEN')
      const id = randomId()
      const channel = channelOf({ device: way.own?.kind, byMessage: signer.roadOf(token) === 'message' })
      const full = serviceOf(invited).free ? withFixedBiaya(answers) : answers
      const skm = await asked(invited)
      // Nobody types a sign that cannot be seen; what stood beside it is kept.
      const said = onlySeen(suggestion ?? '').trim()
      settle(
        await answerSkm(db, invited.ticketId, {
          key,
          id,
          source: sourceOf(invited, place),
          trace: await deps.traces.of(invited, id, way, channel),
          channel,
          answers: full,
          ...{ version: skm.version, extra: extraMarks(skm, extra) },
          ...(said ? { suggestion: said } : {}),
          profile,
        }),
      )
    },
  }
}

function settle(kept: Kept): void {
  if (kept === 'used') throw new AppError('SURVEY_USED')
  if (kept === 'unknown') throw new AppError('SURVEY_UNKNOWN')
}
