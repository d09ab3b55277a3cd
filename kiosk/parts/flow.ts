import type { Reply } from '../../shared/contracts/api.ts'
import { begun, RESTING, stepped, type Acting, type ActState, type ActStep } from '../../shared/web/act.ts'
import { inHall, isHallPage, type HallAct, type HallPage } from './hall-pages.ts'
import { MOST_DIGITS, MOST_PROOF, numberClaim, provedClaim, type Claim } from './claim.ts'

/** What the server answered to "take a number", or to the check-in of a booking. */
export type Taken = Reply<'POST /api/offices/:office/tickets'> | Reply<'POST /api/offices/:office/check-in'>

/** The one act that reaches the server, so that a repeat is never a second number. */
export type Take = ActState

export type Page =
  | { readonly name: 'home'; readonly sheet: number; readonly query: string }
  | HallPage
  | {
      readonly name: 'requirements'
      readonly serviceId: string
      /** The event of life whose first service it is. */
      readonly event?: string
      /** Where it was chosen, and whither back leads; absent where that is the first page. */
      readonly from?: HallPage
      /** What it is for, `UNSURE` where none of the cases is; `null` before it was asked. */
      readonly case: string | null
      /** Which of the cases are shown, where not all of them find room. */
      readonly sheet: number
      /** Ids of the papers in hand. */
      readonly have: readonly string[]
      /** The papers are not complete: what is missing and when to come instead are shown. */
      readonly short: boolean
      readonly priority: boolean
      readonly take: Take
    }
  | {
      readonly name: 'checkIn'
      /** The service letter of the booking's series; empty until one is touched. */
      readonly letter: string
      readonly digits: string
      /** The number whose holder is asked for a proof, and its digits so far; `null` while the number is typed. */
      readonly asks: string | null
      readonly proof: string
      readonly sheet: number
      /** By what the last act asked. */
      readonly claim: Claim | null
      readonly take: Take
    }
  | { readonly name: 'ticket'; readonly taken: Taken; readonly printing: boolean }

/** The accessible mode as somebody has set it. */
export interface Low {
  readonly big: boolean
  readonly contrast: boolean
  readonly voice: boolean
  readonly slow: boolean
}

/** All that a kiosk knows of the person before it; gone with `reset`. */
export interface Flow {
  readonly page: Page
  readonly help: boolean
  readonly low: Low | null
  /** An act whose answer never came: the same wish later repeats it instead of making a second number. */
  readonly open: Acting['open']
}

export type Act =
  | HallAct
  | { readonly do: 'choose'; readonly serviceId: string; readonly case?: string | undefined; readonly event?: string }
  | { readonly do: 'case'; readonly id: string | null }
  | { readonly do: 'tick'; readonly paper: string }
  | { readonly do: 'short'; readonly on: boolean }
  | { readonly do: 'lane'; readonly priority: boolean }
  | { readonly do: 'take'; readonly key: string; readonly priority?: boolean }
  | { readonly do: 'checkIn' }
  | { readonly do: 'series'; readonly letter: string }
  | { readonly do: 'digit'; readonly digit: string }
  | { readonly do: 'erase' }
  | { readonly do: 'present'; readonly key: string; readonly claim?: Claim }
  | { readonly do: 'unread' }
  | Exclude<ActStep, { do: 'done' }>
  | { readonly do: 'taken'; readonly key: string; readonly taken: Taken }
  | { readonly do: 'printing' }
  | { readonly do: 'back' }
  | { readonly do: 'reset' }
  | { readonly do: 'help'; readonly open: boolean }
  | { readonly do: 'low'; readonly on: boolean }
  | { readonly do: 'adjust'; readonly low: Partial<Low> }

/** What a page asks for by a touch or a key; the app adds the key of an act and does the printing. */
export type Wish =
  | Exclude<Act, { do: 'take' | 'present' }>
  | { readonly do: 'take'; readonly priority?: boolean }
  | { readonly do: 'present' }
  | { readonly do: 'print' }

const HOME: Page = { name: 'home', sheet: 0, query: '' }
const CHECK_IN: CheckIn = {
  name: 'checkIn',
  letter: '',
  digits: '',
  asks: null,
  proof: '',
  sheet: 0,
  claim: null,
  take: RESTING.take,
}
const LOW: Low = { big: false, contrast: true, voice: true, slow: false }

/** A kiosk before which nobody stands. */
export const REST: Flow = { page: HOME, help: false, low: null, open: null }

/** Nobody has touched anything that the next person would see. */
export function atRest(flow: Flow): boolean {
  return flow.page.name === 'home' && flow.page.sheet === 0 && flow.page.query === '' && !flow.help && !flow.low
}

/** Nothing is chosen yet: the first page, or one that leads on from it. */
export function isChoosing(page: Page): page is HallPage | Extract<Page, { name: 'home' }> {
  return page.name === 'home' || isHallPage(page)
}

/** An act is under way whose answer decides what is shown next. */
export function saving(page: Page): boolean {
  return 'take' in page && page.take.state === 'busy'
}

/** The flow after one act. An act that does not fit the page, such as a late answer or a second tap, changes nothing. */
export function step(flow: Flow, act: Act): Flow {
  switch (act.do) {
    case 'reset':
      return REST
    case 'help':
      return { ...flow, help: act.open }
    case 'low':
      return { ...flow, low: act.on ? LOW : null, page: isChoosing(flow.page) ? HOME : flow.page }
    case 'adjust':
      return adjusted(flow, act.low)
    case 'back':
      return back(flow)
    default:
      return onPage(flow, act)
  }
}

function adjusted(flow: Flow, change: Partial<Low>): Flow {
  if (!flow.low) return flow
  const low = { ...flow.low, ...change }
  // Larger text shows fewer services at a time, so the page number would mean another one.
  return { ...flow, low, page: isChoosing(flow.page) && low.big !== flow.low.big ? HOME : flow.page }
}

function back(flow: Flow): Flow {
  if (flow.help) return { ...flow, help: false }
  if (flow.page.name === 'ticket') return REST
  if (saving(flow.page)) return flow
  if (flow.page.name === 'checkIn' && flow.page.asks !== null) return { ...flow, page: unasked(flow.page) }
  if (flow.page.name === 'requirements' && flow.page.short && !frozen(flow.page.take))
    return { ...flow, page: { ...flow.page, short: false } }
  // In the accessible mode the series and its digits are two views of one page.
  if (flow.low && flow.page.name === 'checkIn' && flow.page.letter !== '') return { ...flow, page: CHECK_IN }
  // And so are the question what has happened and its papers.
  if (flow.low && flow.page.name === 'requirements' && flow.page.case !== null && flow.page.event === undefined)
    return { ...flow, page: requirements(flow.page.serviceId, flow.page.from) }
  if (flow.page.name === 'requirements' && flow.page.from) return { ...flow, page: flow.page.from }
  return { ...flow, page: HOME }
}

function onPage(flow: Flow, act: Act): Flow {
  const { page } = flow
  if (page.name === 'home') {
    if (act.do === 'search') return { ...flow, page: { ...page, query: act.query, sheet: 0 } }
    if (act.do === 'turn') return { ...flow, page: { ...page, sheet: act.sheet } }
    if (act.do === 'choose') return chosen(flow, act)
    if (act.do === 'checkIn') return { ...flow, page: CHECK_IN }
    const hall = inHall(undefined, act)
    if (hall) return { ...flow, page: hall }
    // Who holds the code before the scanner has said what they want.
    if (act.do === 'present' && act.claim) return presented(flow, CHECK_IN, act.key, act.claim)
    return flow
  }
  if (isHallPage(page)) {
    if (act.do === 'choose') return chosen(flow, act, page)
    const hall = inHall(page, act)
    return hall ? { ...flow, page: hall } : flow
  }
  if (page.name === 'ticket') return act.do === 'printing' ? { ...flow, page: { ...page, printing: true } } : flow
  if (page.name === 'checkIn') return checkingIn(flow, page, act)
  if (act.do === 'choose') return frozen(page.take) ? flow : { ...flow, page: requirements(act.serviceId, page.from) }
  if (act.do === 'tick') return { ...flow, page: { ...page, have: toggled(page.have, act.paper) } }
  if (act.do === 'case') return frozen(page.take) ? flow : { ...flow, page: { ...page, case: act.id, short: false } }
  if (act.do === 'short') return frozen(page.take) ? flow : { ...flow, page: { ...page, short: act.on } }
  if (act.do === 'turn') return { ...flow, page: { ...page, sheet: act.sheet } }
  if (act.do === 'lane') return frozen(page.take) ? flow : { ...flow, page: { ...page, priority: act.priority } }
  if (act.do === 'take') return taking(flow, page, act.key, act.priority)
  return answered(flow, page, act)
}

type Requirements = Extract<Page, { name: 'requirements' }>
type CheckIn = Extract<Page, { name: 'checkIn' }>

function chosen(flow: Flow, act: Extract<Act, { do: 'choose' }>, from?: HallPage): Flow {
  const event = act.event === undefined ? {} : { event: act.event }
  return { ...flow, page: { ...requirements(act.serviceId, from), case: act.case ?? null, ...event } }
}

function requirements(serviceId: string, from?: HallPage): Requirements {
  return {
    name: 'requirements',
    serviceId,
    ...(from ? { from } : {}),
    case: null,
    sheet: 0,
    have: [],
    short: false,
    priority: false,
    take: RESTING.take,
  }
}

function checkingIn(flow: Flow, page: CheckIn, act: Act): Flow {
  const typed = (change: Partial<CheckIn>): Flow =>
    saving(page) ? flow : { ...flow, page: { ...page, ...change, claim: null, take: RESTING.take } }
  switch (act.do) {
    case 'turn':
      return { ...flow, page: { ...page, sheet: act.sheet } }
    case 'series':
      return page.asks === null ? typed({ letter: act.letter }) : flow
    case 'digit':
      if (page.asks !== null)
        return proving(flow, page, page.take.state === 'refused' ? act.digit : page.proof + act.digit)
      return page.digits.length < MOST_DIGITS ? typed({ digits: page.digits + act.digit }) : flow
    case 'erase':
      if (page.asks !== null && page.proof !== '') return proving(flow, page, page.proof.slice(0, -1))
      if (page.asks !== null) return saving(page) ? flow : { ...flow, page: unasked(page) }
      return typed(page.digits === '' ? { letter: '' } : { digits: page.digits.slice(0, -1) })
    case 'unread': {
      const take: Take = { state: 'refused', key: '', code: 'TICKET_UNKNOWN' }
      return saving(page) ? flow : { ...flow, page: { ...page, claim: null, take } }
    }
    case 'present': {
      const again = page.take.state === 'resting' ? null : page.claim
      const claim = act.claim ?? again ?? typedClaim(page)
      return saving(page) || !claim ? flow : presented(flow, page, act.key, claim)
    }
    default:
      return answered(flow, page, act)
  }
}

function typedClaim({ letter, digits, asks, proof }: CheckIn): Claim | null {
  return asks === null ? numberClaim(letter, digits) : provedClaim(asks, proof)
}

/** The number was another one after all. */
function unasked(page: CheckIn): CheckIn {
  return { ...page, asks: null, proof: '', claim: null, take: RESTING.take }
}

function proving(flow: Flow, page: CheckIn, proof: string): Flow {
  if (saving(page) || proof.length > MOST_PROOF) return flow
  return { ...flow, page: { ...page, proof, claim: null, take: RESTING.take } }
}

/** A link goes to the server at once; a number first asks for what only its holder knows. */
function presented(flow: Flow, page: CheckIn, key: string, claim: Claim): Flow {
  if ('number' in claim && claim.proof === undefined) return { ...flow, page: { ...unasked(page), asks: claim.number } }
  return sending(flow, { ...page, claim }, key)
}

/** Between the act and its answer the lane must stay, or the repeat would be another act. */
function frozen(take: Take): boolean {
  return take.state === 'busy' || take.state === 'unsaved'
}

function taking(flow: Flow, page: Requirements, key: string, wished?: boolean): Flow {
  if (page.take.state === 'busy') return flow
  return sending(flow, { ...page, priority: frozen(page.take) ? page.priority : (wished ?? page.priority) }, key)
}

function sending(flow: Flow, page: Requirements | CheckIn, key: string): Flow {
  const { take, open } = begun({ take: page.take, open: flow.open }, wishOf(page), key)
  return { ...flow, page: { ...page, take }, open }
}

function wishOf(page: Requirements | CheckIn): string {
  return JSON.stringify(page.name === 'checkIn' ? page.claim : [page.serviceId, page.priority, page.case, page.event])
}

function answered(flow: Flow, page: Requirements | CheckIn, act: Act): Flow {
  if (act.do !== 'retrying' && act.do !== 'unsaved' && act.do !== 'refused' && act.do !== 'taken') return flow
  const before: Acting = { take: page.take, open: flow.open }
  const after = stepped(before, wishOf(page), act.do === 'taken' ? { do: 'done', key: act.key } : act)
  if (after === before) return flow
  if (act.do === 'taken') return { ...flow, page: { name: 'ticket', taken: act.taken, printing: false }, open: null }
  return { ...flow, page: { ...page, take: after.take }, open: after.open }
}

function toggled(have: readonly string[], paper: string): readonly string[] {
  return have.includes(paper) ? have.filter(p => p !== paper) : [...have, paper]
}
