import type { LowContext, LowView, Option } from './low-option.ts'
import { checkInText } from '../../shared/text/kiosk-check-in.ts'
import { officeDate, type LocalDate } from '../../shared/kit/time.ts'
import { eventsOf, type LifeEvent } from '../../shared/office/life-events.ts'
import type { Paper } from '../../shared/office/papers.ts'
import { papersText } from '../../shared/text/papers.ts'
import { bringUnsure, UNSURE } from '../../shared/ticket/papers-words.ts'
import { visitWords } from '../../shared/ticket/visits/visit-ahead.ts'
import { kioskText } from '../../shared/text/kiosk.ts'
import { minuteRange, saidRange } from '../../shared/text/ranges.ts'
import { spokenLabel } from '../../shared/voice/spoken.ts'
import { lang, t } from '../../shared/web/lang.ts'
import { isChoosing, type Flow, type Low, type Page, type Wish } from '../parts/flow.ts'
import { hallView } from './low-hall.ts'
import { checkInView } from './low-check-in.ts'
import {
  headLine,
  leftText,
  pausedLines,
  peopleText,
  quiet,
  rangeText,
  showsFull,
  trouble,
} from '../parts/sentences.ts'
import { eventServices, eventWish, isUnknown, wantedName, wantedOf } from '../parts/wanted.ts'
import { adviceBeside, isFull, missingPapers, sheetOf, type Card } from '../parts/services.ts'

/** Choices of one view beside "more": fewer where the text is twice as large. */
const FEW = 3
const SOME = 4

/** The accessible mode's view of the page. */
export function lowView(flow: Flow, context: LowContext): LowView {
  const { page } = flow
  const size = flow.low?.big ? FEW : SOME
  if (isChoosing(page) && context.tiles.length > 0)
    return {
      ...hallView(page, size, context.tiles, serviceOption, {
        all: eventsOf(context.office),
        option: (key, event) => eventOption(key, context, event),
      }),
      ...(context.series.length > 0 ? { checkIn: true } : {}),
    }
  if (isChoosing(page)) return home(page.sheet, size, context)
  if (page.name === 'ticket') return ticket(page, context)
  if (page.name === 'checkIn') return checkInView(page, size, context)
  const card = context.cards.find(c => c.service.id === page.serviceId)
  if (!card) return home(0, SOME, context)
  if (page.event === undefined && card.service.cases.length > 0 && page.case === null && !showsFull(card, page.take))
    return cases(page, card, context.cards, size)
  return requirements(page, card, context)
}

/** What a key of the keypad asks for: 0 help, # back, 7 slower, 8 check-in, else the choice that carries it. */
export function wishOf(key: string, low: Low, view: LowView): Wish | undefined {
  if (view.pad) return view.options.find(option => option.key === key)?.wish
  if (key === '0') return { do: 'help', open: true }
  if (key === '#') return { do: 'back' }
  if (key === '8' && view.checkIn) return { do: 'checkIn' }
  if (key === '7') return { do: 'adjust', low: { slow: !low.slow } }
  return view.options.find(option => option.key === key)?.wish
}

function home(wanted: number, size: number, context: LowContext): LowView {
  const { office, cards } = context
  // What has happened comes after the services, which most people know by name.
  const { items, sheet, of } = sheetOf([...cards, ...eventsOf(office)], wanted, size)
  const options = items.map((item, i) => {
    const key = String(i + 1)
    return 'service' in item ? serviceOption(key, item) : eventOption(key, context, item)
  })
  const more: Option = {
    key: '9',
    label: t(kioskText['low.more']),
    onward: true,
    note: [t(kioskText['home.sheet'], { n: sheet + 1, of })],
    wish: { do: 'turn', sheet: (sheet + 1) % of },
  }
  const all = of > 1 ? [...options, more] : options
  const bookable = cards.some(({ service }) => service.booking !== null)
  const checkIn = bookable ? [{ key: '8', label: t(checkInText.act) }] : []
  const help = { key: '0', label: t(kioskText['low.help']) }
  // That a service cannot be chosen, and until when, is said with its name.
  const told = all.map(({ key, label, note, wish }) => ({ key, label: wish ? label : `${label}, ${note[0]}` }))
  const spoken = [...told, ...checkIn, help].map(({ key, label }) => t(kioskText['low.for'], { key, label }))
  return {
    heading: t(kioskText['home.choose']),
    lead: t(kioskText['low.lead']),
    caption: `${spoken.join('. ')}.`,
    options: all,
    ...(bookable ? { checkIn: true } : {}),
  }
}

function eventOption(key: string, context: LowContext, event: LifeEvent): Option {
  const { office } = context
  const today = todayOf(context)
  const wish = eventWish(office, event, today)
  const option = { key, label: t(event.name), note: [eventServices(office, event, today)] }
  return wish ? { ...option, wish } : option
}

function todayOf({ now, zone }: LowContext): LocalDate {
  return officeDate(now, zone)
}

function serviceOption(key: string, card: Card): Option {
  const option = { key, label: t(card.service.name), picture: card.service.icon }
  if (!card.open) return { ...option, note: card.paused ? pausedLines(card.paused) : [t(kioskText['home.closed'])] }
  const wish: Wish = { do: 'choose', serviceId: card.service.id }
  if (isFull(card)) return { ...option, note: [t(kioskText['home.full'])], wish }
  const people = quiet(card) ? t(kioskText['home.nobody']) : t(kioskText['low.people'], { n: card.waiting })
  const wait = card.told ? [minuteRange(card.told, lang())] : []
  const left = leftText(card)
  return { ...option, note: left ? [people, left] : [people, ...wait], wish }
}

type Requirements = Extract<Page, { name: 'requirements' }>

function requirements(page: Requirements, card: Card, context: LowContext): LowView {
  const { office, offline } = context
  const { service } = card
  const id = page.case === null || page.case === UNSURE ? undefined : page.case
  const wanted = wantedOf(office, page, service, todayOf(context))
  const names = wanted.sure.map(p => t(p.name))
  const bring =
    names.length > 0 ? t(kioskText['low.bring'], { list: names.join('; ') }) : t(kioskText['req.papers.none'])
  const papers = isUnknown(wanted, service, id) ? bringUnsure(names, lang()) : bring
  const full = showsFull(card, page.take)
  const found = full ? fullOf(card) : trouble(page.take, offline, card)
  const busy = page.take.state === 'busy'
  const saving = busy ? t(kioskText['req.taking']) : ''
  const asked = wanted.papers.map(p => p.paper)
  const mayBeShort = asked.length > 0 && page.take.state === 'resting' && !offline
  const later = page.short && mayBeShort ? laterOf(page, card, asked) : ''
  return {
    heading: wantedName(wanted, service, id),
    lead: headLine(card),
    caption:
      found?.words ??
      (later ||
        saving ||
        [wanted.away, papers]
          .filter(Boolean)
          .map(s => `${s}.`)
          .join(' ')),
    options: found?.final
      ? []
      : [...lanes(page, offline && !busy), ...(mayBeShort && !page.short ? [shortOption()] : [])],
  }
}

/** The third key, beside the lanes: not all papers are there. */
function shortOption(): Option {
  return { key: '3', label: t(kioskText['low.short']), note: [], wish: { do: 'short', on: true } }
}

/** What is still missing and how to come with it; a number may be taken all the same. */
function laterOf({ have }: Requirements, { service }: Card, papers: readonly Paper[]): string {
  const list = missingPapers(papers, have).map(p => t(p.name))
  const how = t(kioskText[service.booking ? 'short.scan' : 'short.walk'])
  return t(kioskText['low.short.list'], { list: list.join('; '), how })
}

/** What has happened, each answer with its key; none of them, or not knowing, is an answer too. */
function cases({ sheet }: Requirements, { service }: Card, cards: readonly Card[], size: number): LowView {
  const advice = adviceBeside(cards, service)
  const answers = [
    ...service.cases.map(c => ({ id: c.id, label: t(c.label) })),
    { id: UNSURE, label: t(papersText.unsure) },
  ]
  const { items, sheet: here, of } = sheetOf(answers, sheet, size)
  const options = items.map(({ id, label }, i): Option => {
    const wish: Wish = id === UNSURE && advice ? { do: 'choose', serviceId: advice.id } : { do: 'case', id }
    const note = id === UNSURE && advice ? [t(papersText['unsure.advice'], { service: t(advice.name) })] : []
    return { key: String(i + 1), label, note, wish }
  })
  const more: Option = {
    key: '9',
    label: t(kioskText['low.more']),
    onward: true,
    note: [t(kioskText['home.sheet'], { n: here + 1, of })],
    wish: { do: 'turn', sheet: (here + 1) % of },
  }
  const all = of > 1 ? [...options, more] : options
  const spoken = all.map(({ key, label }) => t(kioskText['low.for'], { key, label }))
  return {
    heading: t(papersText.question, { service: t(service.name) }),
    lead: t(kioskText['low.lead']),
    caption: `${spoken.join('. ')}.`,
    options: all,
  }
}

function fullOf(card: Card) {
  const again = t(kioskText['req.full.again'])
  const words = card.service.booking ? t(kioskText['low.full'], { again }) : `${t(kioskText['req.full.walk'])} ${again}`
  return { words, final: true }
}

function lanes({ take, priority }: Requirements, stuck: boolean): readonly Option[] {
  const busy = take.state === 'busy'
  if (take.state === 'unsaved' || take.state === 'refused')
    return [{ key: '1', label: t(kioskText['req.retry']), note: [], wish: { do: 'take' } }]
  const lane = (key: string, chosen: boolean, label: string, note: readonly string[]): Option => ({
    key,
    label,
    note,
    ...(busy && priority === chosen ? { busy } : {}),
    ...(busy || stuck ? {} : { wish: { do: 'take', priority: chosen } }),
  })
  return [
    lane('1', false, t(kioskText['low.takeGeneral']), []),
    lane('2', true, t(kioskText['low.takePriority']), [t(kioskText['req.priority.who'])]),
  ]
}

function ticket({ taken, printing }: Extract<Page, { name: 'ticket' }>, context: LowContext): LowView {
  const { office, zone, arrival } = context
  const { number } = taken.ticket
  const range = taken.range ? `${saidRange(taken.range, taken.ticket.takenAt, zone, lang())}.` : ''
  const caption = t(kioskText['low.yours'], {
    number: spokenLabel(number, 'digits', lang()),
    ahead: peopleText(taken.ahead),
    range,
  })
  const come = arrival(taken)
  const visit = taken.visit && visitWords(office, taken.visit, lang())
  const steps = visit ? [visit.what, ...visit.desks.map((desk, i) => `${visit.first + i}. ${desk}`), visit.minutes] : []
  const said = [come, ...steps].map(words => words && `${words}. `).join('')
  return {
    heading: number,
    lead: `${t(kioskText['ticket.ahead'])}: ${peopleText(taken.ahead)} · ${t(kioskText['ticket.range'])}: ${rangeText(taken.range, taken.ticket.takenAt, zone)}`,
    caption: visit
      ? `${caption.trim()} ${said.trim()}`
      : `${said}${caption.trim()} ${t(kioskText['ticket.step2'], { number })}.`,
    options: [
      { key: '1', label: t(kioskText['ticket.print']), note: [], ...(printing ? {} : { wish: { do: 'print' } }) },
      { key: '2', label: t(kioskText['ticket.done']), note: [], wish: { do: 'reset' } },
    ],
  }
}
