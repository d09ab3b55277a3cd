import type { Reply } from '../../shared/contracts/api.ts'
import type { ParkReason, PickReason } from '../../shared/queue/day.ts'
import type { deskText } from '../../shared/text/desk.ts'
import type { SaidResult } from '../../shared/contracts/schemas.ts'
import type { IconName } from '../../shared/web/ui/icons.ts'
import { ask } from '../parts/ask.ts'
import type { Part } from '../../shared/queue/steps/part.ts'
import type { DeskState } from './desk.ts'
import type { Destination } from './sheets/transfer-sheet.ts'

/** The counter at which somebody works, as the address of its requests. */
export interface AtCounter {
  readonly office: string
  readonly counter: string
}

/** What an answer to an act of the desk holds. */
export type DeskReply = Reply<
  | 'POST /api/offices/:office/counters/:counter/call-next'
  | 'POST /api/offices/:office/counters/:counter/open'
  | 'POST /api/offices/:office/counters/:counter/undo'
>

/** What goes with a request besides the counter. */
export interface Said {
  /** The answer to the question before it. */
  readonly chosen: string
  /** Id of the ticket of a row. */
  readonly ticket: string
  /** The ticket that stood at the counter when it was asked, so that no other one is touched. */
  readonly here?: { readonly ticketId: string } | undefined
  /** How the visit ended, where it was not simply complete. */
  readonly result?: SaidResult | undefined
  /** Where the number goes. */
  readonly to?: Destination | undefined
  /** What the visit at the counter is still for, after the present step. */
  readonly later?: readonly Part[] | undefined
}

/** One act of the desk: everything that its keyboard, buttons, list of keys and requests need to know. */
export interface DeskRow {
  readonly words: keyof typeof deskText
  /** Its letter, as printed on the button. */
  readonly key?: string
  /** Where the work may stand; absent where that is all the same. */
  readonly when?: readonly DeskState[]
  /** A button in the row above the large one, with its sign, or a small one in the head of the desk. */
  readonly button?: IconName | 'head'
  /** What the list of keys says, where it is more than the words. */
  readonly help?: keyof typeof deskText
  /** A question comes first, and what is chosen there goes with the request. */
  readonly asks?: true
  /** The request; absent for what the desk does by itself. */
  readonly send?: (at: AtCounter, key: string, said: Said) => Promise<DeskReply>
}

/** Says anew what the visit is still for. */
const planSteps: DeskRow['send'] = (params, key, { later = [], here = {} }) =>
  ask('POST /api/offices/:office/counters/:counter/steps', { params, body: { ...here, later: [...later] } }, key)

/** Calling the next finishes whoever stands at the counter, so that nobody does is said too. */
const NOBODY = { ticketId: null }

const ROWS = {
  callNext: {
    words: 'act.callNext',
    when: ['ready', 'serving'],
    send: (params, key, { here = NOBODY, result }) =>
      ask(
        'POST /api/offices/:office/counters/:counter/call-next',
        { params, body: { ...here, ...(result && { result }) } },
        key,
      ),
  },
  open: {
    words: 'act.open',
    when: ['break'],
    send: (params, key) => ask('POST /api/offices/:office/counters/:counter/open', { params, body: {} }, key),
  },
  recall: {
    words: 'act.recall',
    key: 'U',
    when: ['called'],
    button: 'refresh',
    send: (params, key, { here = {} }) =>
      ask('POST /api/offices/:office/counters/:counter/recall', { params, body: here }, key),
  },
  start: {
    words: 'act.start',
    key: 'M',
    when: ['called'],
    button: 'play',
    send: (params, key, { here = {} }) =>
      ask('POST /api/offices/:office/counters/:counter/start', { params, body: here }, key),
  },
  skip: {
    words: 'act.skip',
    key: 'L',
    when: ['called'],
    button: 'skip',
    send: (params, key, { here = {} }) =>
      ask('POST /api/offices/:office/counters/:counter/skip', { params, body: here }, key),
  },
  undo: {
    words: 'act.undo',
    help: 'keys.undo',
    key: 'Z',
    send: (params, key, { chosen }) =>
      ask('POST /api/offices/:office/counters/:counter/undo', { params, body: { act: Number(chosen) } }, key),
  },
  park: {
    words: 'act.park',
    key: 'T',
    when: ['serving'],
    button: 'pause',
    asks: true,
    send: (params, key, { chosen, here }) =>
      ask(
        'POST /api/offices/:office/counters/:counter/park',
        { params, body: { ...here, reason: chosen as ParkReason } },
        key,
      ),
  },
  papers: {
    words: 'act.papers',
    key: 'B',
    when: ['serving'],
    send: (params, key, { here }) =>
      ask('POST /api/offices/:office/counters/:counter/park', { params, body: { ...here, reason: 'documents' } }, key),
  },
  holder: {
    words: 'act.holder',
    key: 'G',
    when: ['called', 'serving'],
    asks: true,
    send: (params, key, { here = {} }) =>
      ask('POST /api/offices/:office/counters/:counter/wrong-holder', { params, body: here }, key),
  },
  transfer: {
    words: 'act.transfer',
    key: 'A',
    when: ['called', 'serving'],
    button: 'swap',
    asks: true,
    send: (params, key, { to, here }) =>
      ask('POST /api/offices/:office/counters/:counter/transfer', { params, body: { ...here, ...to! } }, key),
  },
  addStep: {
    words: 'act.addStep',
    help: 'keys.addStep',
    key: 'D',
    when: ['serving'],
    button: 'plus',
    asks: true,
    send: planSteps,
  },
  dropStep: { words: 'act.dropStep', key: 'H', when: ['serving'], send: planSteps },
  finish: {
    words: 'act.finish',
    when: ['serving'],
    send: (params, key, { here, result }) =>
      ask(
        'POST /api/offices/:office/counters/:counter/finish',
        { params, body: { ...here, ...(result && { result }) } },
        key,
      ),
  },
  rest: {
    words: 'act.rest',
    key: 'X',
    when: ['serving'],
    send: (params, key, { here }) =>
      ask(
        'POST /api/offices/:office/counters/:counter/finish',
        { params, body: { ...here, rest: 'notNeeded' as const } },
        key,
      ),
  },
  end: { words: 'act.end', help: 'keys.end', key: 'S', when: ['serving'], button: 'check', asks: true },
  break: {
    words: 'act.break',
    key: 'I',
    when: ['ready'],
    button: 'coffee',
    asks: true,
    send: (params, key, { chosen }) =>
      ask('POST /api/offices/:office/counters/:counter/break', { params, body: { minutes: Number(chosen) } }, key),
  },
  take: { words: 'act.take', key: 'N', button: 'head', asks: true },
  close: {
    words: 'act.close',
    key: 'K',
    when: ['ready', 'break'],
    button: 'head',
    asks: true,
    send: (params, key) => ask('POST /api/offices/:office/counters/:counter/close', { params }, key),
  },
  search: { words: 'line.search', key: 'C' },
  retry: { words: 'banner.retry', help: 'keys.retry', key: 'R' },
  keys: { words: 'act.keys', help: 'keys.help', key: '?', button: 'head' },
  pick: {
    words: 'act.pick',
    when: ['ready', 'serving'],
    asks: true,
    send: (params, key, { chosen, ticket: ticketId, here = NOBODY }) =>
      ask(
        'POST /api/offices/:office/counters/:counter/call-next',
        { params, body: { ...here, pick: { ticketId, reason: chosen as PickReason } } },
        key,
      ),
  },
  resume: {
    words: 'act.resume',
    when: ['ready'],
    send: (params, key, { ticket: ticketId }) =>
      ask('POST /api/offices/:office/counters/:counter/resume', { params, body: { ticketId } }, key),
  },
  return: {
    words: 'act.return',
    send: ({ office }, key, { ticket }) =>
      ask('POST /api/offices/:office/tickets/:ticket/return', { params: { office, ticket } }, key),
  },
} as const satisfies Readonly<Record<string, DeskRow>>

/** What the officer can ask by a button, a key or a row of a list. */
export type DeskAct = keyof typeof ROWS

/** The acts that ask something first; each has its dialog in `desk-asking.ts`. */
export type AskingAct = { [A in DeskAct]: (typeof ROWS)[A] extends { readonly asks: true } ? A : never }[DeskAct]

/** Every act of the desk, in the order of its buttons and of the list of keys. */
export const DESK_ACTS: Readonly<Record<DeskAct, DeskRow>> = ROWS

const ALL = Object.keys(ROWS) as readonly DeskAct[]

/** Acts by their letter, as a key press names it. */
export const KEYS: Readonly<Record<string, DeskAct>> = Object.fromEntries(
  ALL.flatMap(act => {
    const { key } = DESK_ACTS[act]
    return key ? [[key.toLowerCase(), act] as const] : []
  }),
)

/** The acts whose button stands in the row, or in the head of the desk. */
export function actsIn(place: 'row' | 'head'): readonly DeskAct[] {
  return ALL.filter(act => {
    const { button } = DESK_ACTS[act]
    return button !== undefined && (button === 'head') === (place === 'head')
  })
}

/** Whether a question comes before `act`; before closing only where people wait for this counter alone. */
export function asksFirst(act: DeskAct): act is AskingAct {
  return DESK_ACTS[act].asks ?? false
}

/** Whether `act` may be asked now. */
export function may(act: DeskAct, state: DeskState): boolean {
  return DESK_ACTS[act].when?.includes(state) ?? true
}
