import { after, NEW_CHAT, reply } from '../../../shared/chat/chat.ts'
import type {
  ChatAct,
  ChatFacts,
  ChatResult,
  ChatService,
  ChatSlot,
  ChatState,
  ChatTicket,
} from '../../../shared/chat/chat-state.ts'
import type { PhoneChannel } from '../../../shared/messages/message.ts'
import { AppError } from '../../../shared/kit/errors.ts'
import { isOpened } from '../../../shared/office/opened.ts'
import type { Instant } from '../../../shared/kit/time.ts'
import type { Database } from '../../store/open/database.ts'
import { noteInbound, unnoteInbound } from '../../store/inbound.ts'
import type { Messages } from './messages.ts'
import type { Offices } from '../office/offices.ts'
import { createHasher } from '../identity/secrets.ts'
import { SIGNATURE_WINDOW } from '../identity/signatures.ts'

/** What the chat can do for somebody; bookings give it. Refusals are thrown as `AppError`. */
export interface ChatActs {
  services(office: string): Promise<readonly ChatService[]>
  /** The next `n` free slots of a service, soonest first. */
  freeSlots(office: string, serviceId: string, n: number): Promise<readonly ChatSlot[]>
  book(office: string, place: Extract<ChatAct, { type: 'book' }>, phone: string): Promise<ChatTicket>
  /** Today's and coming tickets of this phone, and those whose survey is still open. */
  status(office: string, phone: string): Promise<readonly ChatTicket[]>
  cancel(ticketId: string): Promise<void>
  rate(ticketId: string, rating: 1 | 2 | 3 | 4): Promise<void>
}

/** A message that a citizen wrote, as the gateway hands it over. */
export interface Inbound {
  readonly id: string
  readonly channel: PhoneChannel
  readonly from: string
  readonly text: string
  readonly office?: string | undefined
}

export interface Chat {
  /** Answers through the outbox. Throws `COMMAND_ID_REUSED` for a message that came before. */
  receive(message: Inbound): Promise<void>
}

const QUIET = 30 * 60_000
const MOST_CHATS = 20_000
/** Answers to one person within `QUIET`; beyond it the office keeps silent, for every answer costs the office money. */
const MOST_ANSWERS = 60
const OFFERED = 3

interface Talk {
  readonly state: ChatState
  readonly at: Instant
  readonly since: Instant
  readonly answers: number
}

/** The chat: states in memory under a keyed hash of the sender, forgotten after half an hour. */
export function createChat(deps: {
  db: Database
  key: Buffer
  offices: Pick<Offices, 'all' | 'get'>
  messages: Pick<Messages, 'queue'>
  acts: ChatActs
  now: () => Instant
}): Chat {
  const { acts, now } = deps
  const senderHash = createHasher(deps.key, 'chat sender')
  const idHash = createHasher(deps.key, 'inbound id')
  const talks = new Map<string, Talk>()
  const turns = new Map<string, Promise<void>>()

  function talkOf(sender: string): Talk {
    const at = now()
    const talk = talks.get(sender)
    talks.delete(sender)
    if (talk && at - talk.at <= QUIET) return at - talk.since <= QUIET ? talk : { ...talk, since: at, answers: 0 }
    return { state: NEW_CHAT, at, since: at, answers: 0 }
  }

  /** Kept in the order of their last message, so that the quiet ones stand first. */
  function keep(sender: string, talk: Talk): void {
    talks.set(sender, talk)
    for (const [key, { at }] of talks) {
      if (talks.size <= MOST_CHATS && talk.at - at <= QUIET) break
      talks.delete(key)
    }
  }

  async function answer(message: Inbound, office: string, sender: string): Promise<void> {
    const talk = talkOf(sender)
    if (talk.answers >= MOST_ANSWERS) return keep(sender, talk)
    const { zone } = deps.offices.get(office)
    const [services, tickets] = await Promise.all([acts.services(office), acts.status(office, message.from)])
    const facts: ChatFacts = { zone, services, tickets }
    let turn = reply(talk.state, message.text, facts)
    if (turn.act) turn = after(turn.state, await perform(turn.act, office, message.from), facts)
    keep(sender, { state: turn.state, at: now(), since: talk.since, answers: talk.answers + 1 })
    await deps.messages.queue({
      office,
      ticketId: `chat:${office}`,
      kind: 'chatReply',
      occasion: idHash(message.id),
      channel: message.channel,
      address: message.from,
      lang: turn.state.lang,
      values: { text: turn.say },
    })
  }

  async function perform(act: ChatAct, office: string, phone: string): Promise<ChatResult> {
    const slots = async ({ serviceId, case: why }: ChatAct & { type: 'slots' | 'book' }) => ({
      ...{ type: 'slots' as const, serviceId, case: why },
      slots: await acts.freeSlots(office, serviceId, OFFERED),
    })
    try {
      if (act.type === 'slots') return await slots(act)
      if (act.type === 'book') return { type: 'booked', ticket: await acts.book(office, act, phone) }
      if (act.type === 'rate') return (await acts.rate(act.ticketId, act.rating), { type: 'rated' })
      return (await acts.cancel(act.ticketId), { type: 'cancelled', ticketId: act.ticketId })
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      const full = ['SLOT_FULL', 'SLOT_PAST', 'DRAW_PENDING'].includes(error.code)
      if (act.type === 'book' && full) return { ...(await slots(act)), taken: true }
      if (error.code === 'ALREADY_BOOKED') return { type: 'refused', why: 'already' }
      return { type: 'refused', why: act.type === 'cancel' && error.code === 'TICKET_STATE' ? 'tooLate' : 'failed' }
    }
  }

  /** The office that is meant where a message names none: there is but one. Throws `BAD_REQUEST` among several. */
  function onlyOffice(): string {
    const [one, ...others] = deps.offices.all().filter(isOpened)
    if (!one || others.length > 0) throw new AppError('BAD_REQUEST', { where: 'body', field: 'office' })
    return one.id
  }

  return {
    async receive(message) {
      const office = message.office ?? onlyOffice()
      deps.offices.get(office)
      const id = idHash(message.id)
      // Twice the window: a signature may be from five minutes ahead and is good until five minutes after.
      if (!(await noteInbound(deps.db, id, now(), now() - 2 * SIGNATURE_WINDOW)))
        throw new AppError('COMMAND_ID_REUSED')
      const sender = senderHash(`${office} ${message.channel} ${message.from}`)
      // Two quick messages of one person are answered one after the other.
      const turn = (turns.get(sender) ?? Promise.resolve())
        .catch(() => undefined)
        .then(() => answer(message, office, sender))
      turns.set(sender, turn)
      try {
        await turn
      } catch (error) {
        await unnoteInbound(deps.db, id)
        throw error
      } finally {
        if (turns.get(sender) === turn) turns.delete(sender)
      }
    },
  }
}
