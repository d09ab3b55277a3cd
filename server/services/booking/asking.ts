import { createHmac } from 'node:crypto'
import type { Contact } from '../../../shared/contracts/booking-routes.ts'
import type { LocalDate } from '../../../shared/kit/time.ts'
import type { CommandHead, Verb } from '../../../shared/queue/command.ts'
import type { Booker } from './booking-people.ts'

const BYTES = 16

/** What one asking is: its id, what it asks, and for whom. */
export type Asking<V = Verb> = CommandHead & { readonly verb: V; readonly asked: string }

/** Tells every asking for a place from every other one, without a word about the person. */
export interface Askings {
  /** `content` is the request; the phone that asks and what was told of the person are added under the office's own key. */
  of<V extends string>(
    verb: V,
    id: string,
    who: { readonly booker: Booker; readonly contact?: Contact | undefined },
    content: readonly unknown[],
  ): Asking<V>
  /**
   * The id of the ticket that an asking makes: 128 bits that only this installation can compute. The same asking means the
   * same ticket, and no two askings mean one.
   */
  ticketId(office: string, date: LocalDate, asking: Asking<string>): string
}

export function createAskings(deps: { key: Buffer; phoneKey: (phone: string) => string }): Askings {
  const own = (purpose: string) => createHmac('sha256', deps.key).update(purpose).digest()
  const [askedKey, idKey] = [own('asked'), own('ticket-id')]
  const bits = (key: Buffer, values: unknown) =>
    createHmac('sha256', key).update(JSON.stringify(values)).digest().subarray(0, BYTES).toString('base64url')

  return {
    of(verb, id, { booker, contact = {} }, content) {
      const { by, helped, device } = booker
      const { name, phone, nik } = contact
      const person = [name, phone === undefined ? undefined : deps.phoneKey(phone), nik]
      return { id, by, verb, asked: bits(askedKey, [verb, by, helped ? undefined : device, person, content]) }
    },
    ticketId: (office, date, { id, asked }) => bits(idKey, [office, date, id, asked]),
  }
}
