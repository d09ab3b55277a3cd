import type { Wall } from '../../../shared/contracts/route.ts'
import { AppError } from '../../../shared/kit/errors.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { hasCounter, hasService, type Scope } from '../../../shared/office/scope.ts'
import { applicationById } from '../../store/applications.ts'
import { fileById } from '../../store/files.ts'
import type { Database } from '../../store/open/database.ts'
import { serviceOfTicket } from '../../store/people/ticket-service.ts'

/** What a request names, in its path or its body. */
interface Named {
  readonly counter?: string
  readonly service?: string
  readonly serviceId?: string
  readonly ticket?: string
  readonly application?: string
}

/** What the acts of a counter may name in their bodies. */
interface CounterBody {
  readonly services?: readonly string[]
  readonly pick?: { readonly ticketId: string }
  readonly ticketId?: string | null
}

/** The walls between the agencies of one hall: the one place that keeps their people to what is theirs. */
export interface Walls {
  /** Throws `FORBIDDEN` when what is named is of another agency, when the route is closed to any, or when nothing such is known. */
  named(scope: string, office: string, wall: Wall | undefined, named: object): Promise<void>
  /** The same for what is named of a counter's own act besides: services that it opens for, tickets called out of their turn. */
  counterBody(scope: string, office: string, counter: string, body: object): Promise<void>
  /** The same for the ticket with which a scan came. */
  file(scope: Scope, office: string, file: string): Promise<void>
}

export function createWalls({ db, officeOf }: { db: Database; officeOf: (id: string) => OfficeInfo }): Walls {
  const mustBe = (theirs: boolean) => {
    if (!theirs) throw new AppError('FORBIDDEN')
  }
  const ofService = (scope: Scope, office: string, id: string | undefined) =>
    mustBe(hasService(officeOf(office), scope, id))

  return {
    async named(scope, office, wall, named) {
      const { counter, service, serviceId, ticket, application } = named as Named
      switch (wall) {
        case 'own':
        case 'hall':
        case 'part':
          return
        case 'counter':
          return mustBe(hasCounter(officeOf(office), scope, counter))
        case 'service':
          return ofService(scope, office, service ?? serviceId)
        case 'ticket':
          return ofService(scope, office, await serviceOfTicket(db, office, ticket!))
        case 'application': {
          const found = await applicationById(db, application!)
          return ofService(scope, office, found?.officeId === office ? found.serviceId : undefined)
        }
        default:
          mustBe(false)
      }
    },
    async counterBody(scope, office, counter, body) {
      const { services = [], pick, ticketId } = body as CounterBody
      const usual = officeOf(office).counters.find(c => c.id === counter)?.services ?? []
      for (const id of services) if (!usual.includes(id)) ofService(scope, office, id)
      for (const id of [pick?.ticketId, ticketId])
        if (id !== undefined && id !== null) {
          const service = await serviceOfTicket(db, office, id)
          // What the counter serves comes to it in its turn, whoever's it has become meanwhile.
          if (service === undefined || !usual.includes(service)) ofService(scope, office, service)
        }
    },
    async file(scope, office, id) {
      if (scope === null) return
      const file = await fileById(db, id)
      ofService(scope, office, file && (await serviceOfTicket(db, office, file.ticket_id)))
    },
  }
}
