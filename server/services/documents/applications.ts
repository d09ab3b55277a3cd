import {
  advance,
  APPLICATION_STATES,
  OPEN_STATES,
  againstPromise,
  type Application,
  type ApplicationState,
  type Step,
} from '../../../shared/documents/application.ts'
import type { NewDate } from '../../../shared/documents/delay.ts'
import { delayed, standingDelay } from '../../../shared/documents/new-date.ts'
import { lastWorkday } from '../../../shared/documents/workdays.ts'
import type { Reply } from '../../../shared/contracts/api.ts'
import { hoursView } from '../../../shared/contracts/office-view.ts'
import type { ApplicationView, HolderApplication } from '../../../shared/contracts/application-routes.ts'
import { AppError } from '../../../shared/kit/errors.ts'
import type { Instant, LocalDate } from '../../../shared/kit/time.ts'
import { agencyOn, heldWithin } from '../../../shared/office/former.ts'
import { servicesIn, type Scope } from '../../../shared/office/scope.ts'
import {
  ownDocuments,
  unitDocuments,
  type DocumentFigures,
  type UnitDocuments,
} from '../../../shared/officer/document-figures.ts'
import type { UndoableStep } from '../../../shared/queue/act.ts'
import { ticketAt, type Ticket } from '../../../shared/queue/day.ts'
import type { DayEvent } from '../../../shared/queue/events.ts'
import { servicesOf } from '../../../shared/queue/steps/planning.ts'
import type { Database } from '../../store/open/database.ts'
import {
  applicationById,
  applicationsOfTicket,
  applicationsPromised,
  countApplications,
  listApplications,
  stepByCommand,
  takeStep,
  withdrawApplications,
  type Doer,
} from '../../store/applications.ts'
import { staffOfOffice } from '../../store/staff.ts'
import type { Staff } from '../identity/access.ts'
import { periodOf, type AskedPeriod } from '../officer/figures.ts'
import type { Offices } from '../office/offices.ts'
import type { Follower } from '../queue/followers.ts'
import { newDateNewsAt, newsAt } from './document-news.ts'
import { createOpening, type OpenedBy, type PartDone } from './opening.ts'

const MOST_SHOWN = 200
const UNDONE: readonly UndoableStep[] = ['ticketFinished', 'stepFinished']
const RECORD_DAYS = 90

/** Applications as routes use them. */
export interface Applications {
  list(
    office: string,
    asked: {
      readonly state?: ApplicationState | undefined
      readonly q?: string | undefined
      readonly service?: string | undefined
      readonly date?: LocalDate | undefined
      readonly late?: 'yes' | undefined
    },
    scope: Scope,
  ): Promise<Reply<'GET /api/offices/:office/applications'>>
  /** Those with these ids, as the list shows them. */
  shown(office: string, ids: readonly string[]): Promise<readonly ApplicationView[]>
  /** Every application in which something is still to be done, however many there are. */
  underWay(office: string, scope: Scope): Promise<readonly ApplicationView[]>
  advance(office: string, id: string, step: Step, doer: Doer): Promise<ApplicationView>
  /** Gives a late document a new date. */
  newDate(office: string, id: string, asked: NewDate, doer: Doer): Promise<ApplicationView>
  /** Opens the file of a visit by hand, or finds the one it has; see `Opening`. */
  open(office: string, ticketId: string, by: OpenedBy): Promise<ApplicationView>
  /** Opens a file for every visit that ended complete and whose service yields a document, unless it was declined. */
  readonly follower: Follower
  /** What the holder of a ticket may know. */
  ofTicket(ticketId: string): Promise<readonly HolderApplication[]>
  unit(office: string, asked: AskedPeriod, scope: Scope): Promise<UnitDocuments>
  /** The figures of this member of staff, and of nobody else. */
  own(staff: Pick<Staff, 'id' | 'officeId'>, asked: AskedPeriod): Promise<DocumentFigures>
}

export function createApplications(deps: {
  db: Database
  offices: Offices
  now: () => Instant
  newId: () => string
  /** The document of a ticket took a step. */
  changed: (ticketId: string) => void
}): Applications {
  const { db, offices, now } = deps
  const opening = createOpening(deps)

  async function find(office: string, id: string): Promise<Application> {
    const found = await applicationById(db, id)
    if (found?.officeId !== office) throw new AppError('APPLICATION_UNKNOWN')
    return found
  }

  function view(application: Application): ApplicationView {
    const { id, officeId, number, serviceId, state, before, reason } = application
    const { visitedOn, openedAt, promisedOn, changedAt, readyAt, handedAt, delay } = application
    const { late, settled } = againstPromise(application, offices.today(officeId), offices.get(officeId))
    const seen = { id, number, serviceId, state, before, reason, visitedOn, openedAt, promisedOn }
    return { ...seen, changedAt, readyAt, handedAt, delay, late, settled }
  }

  /** Takes a step once for its command; of two that begin together one is refused. */
  async function taken(
    office: string,
    id: string,
    doer: Doer,
    step: {
      readonly after: (before: Application) => Application
      readonly newsAt: (after: Application) => Instant | undefined
      /** Whether a step on record is the one that is asked for. */
      readonly asked: (known: NonNullable<Awaited<ReturnType<typeof stepByCommand>>>) => boolean
    },
  ): Promise<ApplicationView> {
    const before = await find(office, id)
    const same = async () => {
      const known = await stepByCommand(db, doer.commandId)
      if (!known) return false
      if (known.application_id !== id || known.who !== doer.who || !step.asked(known))
        throw new AppError('COMMAND_ID_REUSED')
      return true
    }
    if (await same()) return view(before)
    const after = step.after(before)
    if ((await takeStep(db, before, after, doer, step.newsAt(after))) === 'done') {
      deps.changed(after.ticketId)
      return view(after)
    }
    const current = await find(office, id)
    if (await same()) return view(current)
    throw new AppError('APPLICATION_STATE', { state: current.state })
  }

  return {
    async list(office, { state, q, service, date, late }, scope) {
      const number = q?.toUpperCase()
      // A number that somebody reads from a slip is looked for everywhere.
      const states = state ? [state] : number || date ? APPLICATION_STATES : OPEN_STATES
      const today = offices.today(office)
      // Past its date is not yet late: the next working day may be today. Where no day is one, nothing is.
      const owedBefore = late && (lastWorkday(today, offices.get(office)) ?? '')
      const services = servicesIn(offices.get(office), scope)
      const sought = { office, number, service, services, visitedOn: date, owedBefore }
      const [found, counts] = await Promise.all([
        listApplications(db, { ...sought, states, limit: MOST_SHOWN + 1 }),
        countApplications(db, sought),
      ])
      return {
        today,
        counts: Object.fromEntries(APPLICATION_STATES.map(s => [s, counts[s] ?? 0])) as Record<
          ApplicationState,
          number
        >,
        applications: found.slice(0, MOST_SHOWN).map(view),
        more: found.length > MOST_SHOWN,
      }
    },

    async shown(office, ids) {
      if (ids.length === 0) return []
      return (await listApplications(db, { office, states: APPLICATION_STATES, ids })).map(view)
    },

    async underWay(office, scope) {
      const services = servicesIn(offices.get(office), scope)
      return (await listApplications(db, { office, services, states: OPEN_STATES })).map(view)
    },

    advance: (office, id, step, doer) =>
      taken(office, id, doer, {
        after: before => advance(before, step, now(), offices.get(office)),
        newsAt,
        asked: known => known.new_date === null && known.to_state === step.to && known.reason === (step.reason ?? null),
      }),

    newDate: (office, id, asked, doer) =>
      taken(office, id, doer, {
        after: before => delayed(before, asked, now(), offices.get(office)),
        newsAt: newDateNewsAt,
        asked: ({ new_date, cause, note }) => new_date === asked.date && cause === asked.cause && note === asked.note,
      }),

    open: async (office, ticketId, by) => view(await opening.byHand(office, ticketId, by)),

    follower: {
      name: 'documents',
      async follow(office, date, events, day) {
        for (const event of events) {
          if (event.type === 'actUndone' && UNDONE.includes(event.undone) && event.ticket.id) {
            const { id, serviceId, later } = event.ticket
            await withdrawApplications(db, id, [serviceId, ...servicesOf(later)])
            deps.changed(id)
          }
          if (event.type !== 'ticketFinished' && event.type !== 'stepFinished') continue
          if (event.document === false || ('result' in event && event.result)) continue
          const ticket = ticketAt(day, event.no)
          if (!ticket?.id) continue
          for (const part of partsDone(ticket, event, date))
            if (opening.yields(office, part?.serviceId ?? ticket.serviceId))
              await opening.byVisit(office, ticket.id, event.by ?? 'system', part)
        }
        // Each file is a unit of its own; a service of a ticket that has one gets no other.
        return []
      },
    },

    async ofTicket(ticketId) {
      return (await applicationsOfTicket(db, ticketId)).map(holderView)
    },

    async unit(id, asked, scope) {
      const hall = await offices.byDay(id)
      const today = offices.today(id)
      const period = periodOf(asked, today)
      const [rows, staff] = await Promise.all([
        applicationsPromised(db, id, period.from, period.to),
        staffOfOffice(db, id),
      ])
      // What is open is the work of whoever has the service now.
      const own = rows.filter(
        row =>
          scope === null ||
          agencyOn(hall, 'service', row.serviceId, OPEN_STATES.includes(row.state) ? today : row.promisedOn) === scope,
      )
      return unitDocuments(own, { ...period, today, office: heldWithin(hall.office, hall, scope, period) }, staff)
    },

    async own({ id, officeId }, asked) {
      const today = offices.today(officeId)
      const period = periodOf(asked, today, RECORD_DAYS)
      const rows = await applicationsPromised(db, officeId, period.from, period.to)
      return ownDocuments(id, rows, { ...period, today, office: offices.get(officeId) })
    },
  }

  function holderView(application: Application): HolderApplication {
    const { officeId, serviceId, state, promisedOn, reason, readyAt, changedAt } = application
    const office = offices.get(officeId)
    const service = office.services.find(s => s.id === serviceId)
    const today = offices.today(officeId)
    const { late } = againstPromise(application, today, office)
    const delay = standingDelay(application, today)
    return {
      document: [...(service?.document?.name ?? service?.name ?? ['Dokumen', 'Document'])],
      state,
      promisedOn,
      ...(reason === null ? {} : { reason }),
      ...(readyAt === null ? {} : { readyAt }),
      changedAt,
      late,
      ...(delay === null ? {} : { delay }),
      hours: office.hours.map(hoursView),
    }
  }
}

/**
 * The services that an end did, as far as they stand: what was undone since opens nothing, and another end of the same visit comes
 * after it. `undefined` is the one service of a visit of one step.
 */
function partsDone(
  ticket: Ticket,
  { at, counterId }: Extract<DayEvent, { type: 'ticketFinished' | 'stepFinished' }>,
  date: LocalDate,
): readonly (PartDone | undefined)[] {
  if (!ticket.been) return ticket.state === 'done' ? [undefined] : []
  const step = ticket.been.find(s => s.endedAt === at && s.counterId === counterId)
  const { number } = ticket
  return (step?.parts ?? []).map(({ serviceId }) => ({
    ...{ serviceId, number, date, finishedAt: at },
    officerId: step?.officerId ?? '',
  }))
}
