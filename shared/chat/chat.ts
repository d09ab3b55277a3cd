import type { Instant, Zone } from '../kit/time.ts'
import { chatText } from '../text/chat.ts'
import { finderOf } from '../search/finder.ts'
import { say } from '../text/text.ts'
import type { Lang } from '../kit/words.ts'
import { dateText, timeText } from '../text/ui.ts'
import type { ChatFacts, ChatResult, ChatService, ChatState, ChatTicket, ChatTurn } from './chat-state.ts'
import { namedIn, numberIn, wishOf } from './chat-words.ts'

/** Services that are offered where none was named. */
const MOST_MEANT = 4

/** A conversation that has not begun. */
export const NEW_CHAT: ChatState = { lang: 'id', step: 'idle' }

/** One turn: what somebody wrote gives the next state and what to say, or an act whose result `after` puts into words. */
export function reply(state: ChatState, text: string, facts: ChatFacts): ChatTurn {
  const wish = wishOf(text)
  const chosen = numberIn(text)
  if (wish === 'en' || wish === 'id') return idle(wish, line('language', wish), line('help', wish))
  if (state.step === 'sure') return sure(state, wish, text, facts)
  if (wish === 'rate' || (state.step === 'rate' && chosen !== undefined)) return rate(state.lang, chosen, facts)
  if (wish === 'cancel') return cancel(state.lang, text, facts)
  if (wish === 'status') return idle(state.lang, ...statusLines(state.lang, facts))
  if (state.step === 'which' && chosen !== undefined) {
    const ticketId = state.ticketIds[chosen - 1]
    return ticketId === undefined ? again(state, facts) : askSure(state.lang, ticketId, facts)
  }
  if (state.step === 'slot' && chosen !== undefined) {
    if (chosen === 0) return services(state.lang, facts)
    const slot = state.slots[chosen - 1]
    if (!slot) return again(state, facts)
    const { serviceId, case: why } = state
    return { state, say: '', act: { type: 'book', serviceId, case: why, slotId: slot.id } }
  }
  if (state.step === 'case') {
    const turn = answered(state, chosen, text, facts)
    if (turn) return turn
  }
  if (state.step === 'service' && chosen !== undefined) {
    const serviceId = state.offered[chosen - 1]
    return serviceId === undefined ? again(state, facts) : askCase(state.lang, serviceId, facts)
  }
  const named = namedIn(
    text,
    facts.services.map(s => [s.id, ...s.name, ...s.keywords]),
  )
  if (named.length > 1)
    return services(
      state.lang,
      facts,
      named.map(place => facts.services[place]!),
    )
  if (named.length === 1) return askCase(state.lang, facts.services[named[0]!]!.id, facts)
  const meant = wish === undefined || wish === 'queue' ? meantBy(text, facts) : []
  if (meant.length > 0) return services(state.lang, facts, meant)
  if (wish === 'queue') return services(state.lang, facts)
  if (wish === 'help') return idle(state.lang, line('help', state.lang))
  return state.step === 'idle'
    ? idle(state.lang, line('unknown', state.lang), line('help', state.lang))
    : again(state, facts)
}

/** The turn that follows when the act of `reply` is done. */
export function after(state: ChatState, result: ChatResult, facts: ChatFacts): ChatTurn {
  const { lang } = state
  if (result.type === 'slots') {
    const { serviceId, case: why, slots, taken } = result
    if (slots.length === 0) return idle(lang, line('noSlots', lang, { service: serviceName(serviceId, lang, facts) }))
    const next: ChatState = { lang, step: 'slot', serviceId, case: why, slots }
    return { state: next, say: lines(taken && line('taken', lang), offer(next, facts)) }
  }
  if (result.type === 'booked') return idle(lang, line('booked', lang, valuesOf(result.ticket, lang, facts.zone)))
  if (result.type === 'cancelled')
    return idle(lang, line('cancelled', lang, { number: ticketOf(result.ticketId, facts)?.number ?? '' }))
  return idle(lang, line(result.type === 'rated' ? 'rated' : result.why, lang))
}

/** The services that the search finds, where none was named. */
function meantBy(text: string, { services: all }: ChatFacts): readonly ChatService[] {
  const find = finderOf(all.map(({ id, name, keywords }) => ({ id, phrases: [...name, ...keywords] })))
  return find(text)
    .ids.slice(0, MOST_MEANT)
    .flatMap(id => all.find(s => s.id === id) ?? [])
}

function sure(state: ChatState & { step: 'sure' }, wish: string | undefined, text: string, facts: ChatFacts): ChatTurn {
  const { lang, ticketId } = state
  if (wish === 'yes') return { state: { lang, step: 'idle' }, say: '', act: { type: 'cancel', ticketId } }
  const kept = line('kept', lang, { number: ticketOf(ticketId, facts)?.number ?? '' })
  if (wish === 'no' || wish === undefined) return idle(lang, kept)
  const next = reply({ lang, step: 'idle' }, text, facts)
  return next.act ? next : { ...next, say: lines(wish !== 'cancel' && kept, next.say) }
}

function rate(lang: Lang, rating: number | undefined, facts: ChatFacts): ChatTurn {
  const ticket = facts.tickets.find(t => t.rateable)
  if (!ticket) return idle(lang, line('rateNothing', lang))
  if (rating !== 1 && rating !== 2 && rating !== 3 && rating !== 4)
    return { state: { lang, step: 'rate' }, say: line('rateHow', lang) }
  return { state: { lang, step: 'idle' }, say: '', act: { type: 'rate', ticketId: ticket.ticketId, rating } }
}

function cancel(lang: Lang, text: string, facts: ChatFacts): ChatTurn {
  const mine = facts.tickets.filter(t => t.cancellable)
  if (mine.length === 0) return idle(lang, line(facts.tickets.length > 0 ? 'tooLate' : 'none', lang))
  const named = namedIn(
    text,
    mine.map(t => [t.number, ...t.service]),
  )
  if (mine.length === 1) return askSure(lang, mine[0]!.ticketId, facts)
  if (named.length === 1) return askSure(lang, mine[named[0]!]!.ticketId, facts)
  const state: ChatState = { lang, step: 'which', ticketIds: mine.map(t => t.ticketId) }
  return { state, say: offer(state, facts) }
}

function askSure(lang: Lang, ticketId: string, facts: ChatFacts): ChatTurn {
  const state: ChatState = { lang, step: 'sure', ticketId }
  return { state, say: offer(state, facts) }
}

/** Asks what has happened, where the papers differ by it; then for a time. */
function askCase(lang: Lang, serviceId: string, facts: ChatFacts): ChatTurn {
  if (casesOf(serviceId, facts).length === 0) return askSlots(lang, serviceId)
  const state: ChatState = { lang, step: 'case', serviceId }
  return { state, say: offer(state, facts) }
}

/** The case by its digit or its words; 0 for none of them. */
function answered(
  state: ChatState & { step: 'case' },
  chosen: number | undefined,
  text: string,
  facts: ChatFacts,
): ChatTurn | undefined {
  const { lang, serviceId } = state
  const cases = casesOf(serviceId, facts)
  if (chosen === 0) return askSlots(lang, serviceId)
  const named = namedIn(
    text,
    cases.map(c => c.label),
  )
  const found = cases[chosen !== undefined ? chosen - 1 : named.length === 1 ? named[0]! : -1]
  if (found) return askSlots(lang, serviceId, found.id)
  return chosen === undefined ? undefined : again(state, facts)
}

function casesOf(serviceId: string, { services: all }: ChatFacts): ChatService['cases'] {
  return all.find(s => s.id === serviceId)?.cases ?? []
}

function askSlots(lang: Lang, serviceId: string, why?: string): ChatTurn {
  return { state: { lang, step: 'idle' }, say: '', act: { type: 'slots', serviceId, case: why } }
}

function services(lang: Lang, facts: ChatFacts, some = facts.services): ChatTurn {
  if (some.length === 0) return idle(lang, line('noServices', lang))
  const state: ChatState = { lang, step: 'service', offered: some.map(s => s.id) }
  return { state, say: offer(state, facts) }
}

function again(state: ChatState, facts: ChatFacts): ChatTurn {
  return { state, say: lines(line('notThere', state.lang), offer(state, facts)) }
}

function idle(lang: Lang, ...said: readonly string[]): ChatTurn {
  return { state: { lang, step: 'idle' }, say: lines(...said) }
}

/** The question that a state stands for, with its choices. */
function offer(state: ChatState, facts: ChatFacts): string {
  const { lang } = state
  const rows = (texts: readonly string[]) => texts.map((text, i) => line('row', lang, { n: i + 1, text }))
  if (state.step === 'service')
    return lines(line('services', lang), ...rows(state.offered.map(id => serviceName(id, lang, facts))))
  if (state.step === 'case')
    return lines(
      line('cases', lang, { service: serviceName(state.serviceId, lang, facts) }),
      ...rows(casesOf(state.serviceId, facts).map(c => say(c.label, lang))),
    )
  if (state.step === 'slot')
    return lines(
      line('slots', lang, { service: serviceName(state.serviceId, lang, facts) }),
      ...rows(state.slots.map(s => whenText(s.start, facts.zone, lang))),
    )
  if (state.step === 'which')
    return lines(
      line('which', lang),
      ...rows(
        state.ticketIds.map(id => ticketOf(id, facts)).map(t => (t ? `${t.number}, ${say(t.service, lang)}` : '')),
      ),
    )
  if (state.step === 'sure') {
    const ticket = ticketOf(state.ticketId, facts)
    return line('sure', lang, ticket ? valuesOf(ticket, lang, facts.zone) : {})
  }
  return line(state.step === 'rate' ? 'rateHow' : 'help', lang)
}

function statusLines(lang: Lang, facts: ChatFacts): readonly string[] {
  if (facts.tickets.length === 0) return [line('none', lang)]
  return facts.tickets.map(t =>
    lines(line(`status.${t.state}`, lang, valuesOf(t, lang, facts.zone)), t.rateable && line('rateHow', lang)),
  )
}

function valuesOf(ticket: ChatTicket, lang: Lang, zone: Zone) {
  return {
    number: ticket.number,
    service: say(ticket.service, lang),
    time: ticket.start === undefined ? '' : whenText(ticket.start, zone, lang),
    ahead: ticket.ahead ?? 0,
    counter: ticket.counter ?? '',
  }
}

function whenText(at: Instant, zone: Zone, lang: Lang): string {
  return `${dateText(at, zone, lang)}, ${timeText(at, zone, lang)} ${zone}`
}

function serviceName(id: string, lang: Lang, facts: ChatFacts): string {
  const service = facts.services.find(s => s.id === id)
  return service ? say(service.name, lang) : ''
}

function ticketOf(id: string, facts: ChatFacts): ChatTicket | undefined {
  return facts.tickets.find(t => t.ticketId === id)
}

function line(key: keyof typeof chatText, lang: Lang, values: Readonly<Record<string, string | number>> = {}): string {
  return say(chatText[key], lang, values)
}

function lines(...said: readonly (string | false | undefined)[]): string {
  return said.filter(Boolean).join('\n')
}
