import { AppError } from '../../../shared/kit/errors.ts'
import type { Application } from '../../../shared/documents/application.ts'
import { promisedDate } from '../../../shared/documents/workdays.ts'
import type { Instant, LocalDate } from '../../../shared/kit/time.ts'
import type { Actor } from '../../../shared/queue/day.ts'
import {
  applicationsOfTicket,
  finishedTicket,
  insertApplication,
  stepByCommand,
  type Doer,
} from '../../store/applications.ts'
import type { Database, Flush } from '../../store/open/database.ts'
import { ticketById } from '../../store/tickets.ts'
import type { Offices } from '../office/offices.ts'
import { ownId } from '../queue/command-ids.ts'

/** Who opens a file by hand, under which command. */
export interface OpenedBy extends Doer {
  /** The officer who asks. */
  readonly officerId: string
  /** Leads the hall, and so may also open one for a visit of somebody else. */
  readonly leads: boolean
}

/** A service of a visit that was done as one of several. */
export interface PartDone {
  readonly serviceId: string
  readonly officerId: string
  readonly number: string
  readonly date: LocalDate
  readonly finishedAt: Instant
}

/** Opens the files of documents, one for each service of a visit. */
export interface Opening {
  /** Whether a service yields a document. */
  yields(office: string, serviceId: string): boolean
  /** Opens the file of a visit that has just ended, or of one service of it. */
  byVisit(office: string, ticketId: string, who: Actor, part?: PartDone): Promise<Application>
  /**
   * Opens the file of a visit later, or finds the one it has. Throws `VISIT_INCOMPLETE` for one that ended without what it was
   * for, and `NOT_YOUR_VISIT` unless whoever served it or leads the hall asks.
   */
  byHand(office: string, ticketId: string, by: OpenedBy): Promise<Application>
}

export function createOpening(deps: {
  db: Database
  offices: Offices
  newId: () => string
  /** The document of a ticket took a step. */
  changed: (ticketId: string) => void
}): Opening {
  const { db, offices } = deps

  function documentOf(office: string, serviceId: string) {
    return offices.get(office).services.find(s => s.id === serviceId)?.document ?? null
  }

  async function visitOf(office: string, ticketId: string) {
    const visit = await finishedTicket(db, ticketId)
    if (visit?.officeId === office) return visit
    const ticket = await ticketById(db, ticketId)
    throw new AppError(ticket?.office === office ? 'TICKET_STATE' : 'TICKET_UNKNOWN')
  }

  /** Undefined where somebody was first, or the command took another step. */
  async function open(
    ticketId: string,
    visit: PartDone & { readonly officeId: string },
    doer: Doer,
    flush?: Flush,
  ): Promise<Application | undefined> {
    const { officeId, serviceId, officerId, number, date, finishedAt } = visit
    const document = documentOf(officeId, serviceId)
    if (!document) throw new AppError('APPLICATION_STATE', { state: 'none' })
    const { workingDays } = document
    const application: Application = {
      ...{ id: deps.newId(), ticketId, officeId, serviceId, officerId, number },
      visitedOn: date,
      openedAt: finishedAt,
      promisedOn: promisedDate(date, workingDays, offices.get(officeId)),
      workingDays,
      state: 'received',
      before: null,
      reason: null,
      changedAt: finishedAt,
      readyAt: null,
      handedAt: null,
      delay: null,
      steps: 0,
    }
    if (!(await insertApplication(db, application, doer, flush))) return undefined
    deps.changed(ticketId)
    return application
  }

  async function known(office: string, ticketId: string, serviceId?: string): Promise<Application | undefined> {
    const found = await applicationsOfTicket(db, ticketId)
    // Of several, the last one is that of whoever ended the visit.
    return found.filter(a => a.officeId === office && (serviceId === undefined || a.serviceId === serviceId)).at(-1)
  }

  return {
    yields: (office, serviceId) => documentOf(office, serviceId) !== null,

    async byVisit(office, ticketId, who, part) {
      const had = await known(office, ticketId, part?.serviceId)
      if (had) return had
      const doer = { who, commandId: ownId('openFile', ticketId, ...(part ? [part.serviceId] : [])) }
      const visit = part ? { ...part, officeId: office } : await visitOf(office, ticketId)
      // Nobody waits for it: what the disk loses of it is followed again, for the position comes later in the same log.
      return (await open(ticketId, visit, doer, 'withNext')) ?? (await known(office, ticketId, visit.serviceId))!
    },

    async byHand(office, ticketId, by) {
      const ended = await finishedTicket(db, ticketId)
      const found = async () => {
        // Each step has a file of its own: asked for is that of the service with which the visit ended.
        const [had, step] = await Promise.all([
          known(office, ticketId, ended?.serviceId),
          stepByCommand(db, by.commandId),
        ])
        if (step && (step.application_id !== had?.id || step.who !== by.who || step.step > 0))
          throw new AppError('COMMAND_ID_REUSED')
        return had
      }
      const had = await found()
      if (had) return had
      const visit = await visitOf(office, ticketId)
      if (visit.result !== null) throw new AppError('VISIT_INCOMPLETE')
      if (!by.leads && visit.officerId !== by.officerId) throw new AppError('NOT_YOUR_VISIT')
      return (await open(ticketId, visit, by)) ?? (await found())!
    },
  }
}
