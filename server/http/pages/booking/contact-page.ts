import { html, type Gap, type Markup } from '../../../../shared/ticket/markup.ts'
import { slotStart } from '../../../../shared/booking/slots.ts'
import type { AppError } from '../../../../shared/kit/errors.ts'
import { MINUTE, type Instant, type LocalDate } from '../../../../shared/kit/time.ts'
import type { ServiceInfo } from '../../../../shared/office/office.ts'
import { pagesText as words } from '../../../../shared/text/booking-pages.ts'
import { addressPart } from '../../../../shared/ticket/where-part.ts'
import { say } from '../../../../shared/text/text.ts'
import type { Lang } from '../../../../shared/kit/words.ts'
import { capital, nearDateText, timeText } from '../../../../shared/text/ui.ts'
import type { PageAssets } from '../frame.ts'
import { bestOf, nearDay, type DayChoice } from './days.ts'
import type { Known } from '../../../services/booking/bookings.ts'
import type { Front } from '../../../services/booking/fronts.ts'
import { closingsPlace, otherDay } from './closings.ts'
import { backLink, banner, bookingPage, dock, stepBar } from './parts.ts'
import { dayTimes } from './times.ts'
import { serviceWithCase } from '../../../../shared/ticket/papers-words.ts'
import { firstAlone, wishText } from './event-part.ts'
import { hiddenOf, hrefOf, servicePath, type Way } from './way.ts'

/** What is asked for: a place, a turn on the waitlist, or a chance in a draw. */
export type Wanted =
  | { readonly kind: 'slot'; readonly slot: string }
  | { readonly kind: 'waitlist'; readonly date: LocalDate }
  | { readonly kind: 'draw'; readonly date: LocalDate; readonly wishes: readonly string[]; readonly any: boolean }

/** What somebody typed, as they typed it. */
export interface Typed {
  readonly name?: string | undefined
  readonly phone?: string | undefined
  readonly nik?: string | undefined
  readonly channel?: string | undefined
}

export type TypedField = keyof Typed

/** The form and how its last sending went. */
export interface ContactAsk {
  readonly wanted: Wanted
  /** Id of the act and secret of this form: in no address, new with each drawing of the form, the same over retries. */
  readonly key: string
  readonly typed: Typed
  /** What this phone has already, as the office knows it. */
  readonly known?: Known
  readonly bad?: TypedField | undefined
  readonly refused?: Gap
  /** Whether this network has had so many bookings without a person that the next one has to say who comes. */
  readonly named?: boolean
  /** Times to choose again from, when the chosen one has gone. */
  readonly again?: DayChoice | undefined
}

/** Who comes: the fourth step; all of it optional. */
export function contactPage(front: Front, service: ServiceInfo, way: Way, ask: ContactAsk, assets: PageAssets): string {
  const { lang } = way
  const { wanted, again } = ask
  const path = servicePath(front.office.id, service.id)
  const fields = fieldsOf(wanted)
  const back = hrefOf(`${path}/jadwal`, way, { date: dayOf(wanted) })
  const kept = again ? { ...fields, slot: undefined, waitlist: undefined } : fields
  const lead =
    wanted.kind === 'draw' ? words['data.lead.draw'] : ask.named ? words['data.lead.named'] : words['data.lead']
  return bookingPage({
    front,
    way,
    assets,
    name: 'data',
    title: say(words['data.title'], lang),
    path: `${path}/data`,
    more: fields,
    main: html`${backLink(back, lang)}${stepBar(4, lang)}
      <h1>${say(words['data.title'], lang)}</h1>
      ${closingsPlace(front, service, lang, dayOf(wanted))} ${!again && wantedCard(front, service, way, wanted, back)}
      ${!again && holdLine(front, ask, lang)} ${bookedLine(ask, lang)} ${addressPart(front.office, lang)}
      <form id="book" method="post" action="${path}/data" autocomplete="off" data-of="${front.office.id}/${service.id}">
        ${hiddenOf(way, { ...kept, key: ask.key })}
        ${
          again &&
          html`<p><b>${say(words['data.again'], lang)}</b></p>
            ${dayTimes(front, again, lang, { chosen: bestOf(again)?.id })}`
        }
        <p class="soft">${say(lead, lang)}</p>
        ${fieldsPart(ask, front, lang)}
      </form>`,
    dock: dock(
      lang,
      html`${refusedPart(ask)}
        <p class="state" id="state" role="status"></p>
        <button
          class="button primary"
          id="send"
          form="book"
          data-named=${again !== undefined && say(words['data.go.when'], lang)}
        >
          ${sendLabel(front, wanted, again !== undefined, lang)}</button
        >${!again && otherDay(hrefOf(`${path}/jadwal`, way), lang)}`,
    ),
  })
}

/** Why the last sending failed, above the button that sends again; it leads to the field that mends it. */
function refusedPart({ refused, bad }: ContactAsk): Markup | false {
  if (!refused) return false
  return banner(bad === undefined ? refused : html`<a href="#${bad}">${refused}</a>`, 'bad')
}

/** What is asked for as fields of an address or a form. */
export function fieldsOf(wanted: Wanted) {
  switch (wanted.kind) {
    case 'slot':
      return { slot: wanted.slot }
    case 'waitlist':
      return { waitlist: wanted.date }
    case 'draw':
      return { draw: wanted.date, wish: wanted.wishes, any: wanted.any ? '1' : undefined }
  }
}

/** The day that is asked for. */
export function dayOf(wanted: Wanted): LocalDate {
  return wanted.kind === 'slot' ? wanted.slot.slice(0, 10) : wanted.date
}

function wantedCard(front: Front, service: ServiceInfo, way: Way, wanted: Wanted, back: string): Markup {
  const { lang } = way
  const { office, now } = front
  const time = (at: Instant) => timeText(at, office.zone, lang)
  const near = (at: Instant) => nearDateText(at, office.zone, lang, now)
  const lines: string[] = []
  if (wanted.kind === 'slot') {
    const start = slotStart(wanted.slot, office.zone) ?? 0
    const { checkInEarlyMinutes: early, checkInGraceMinutes: grace } = office.booking
    lines.push(
      say(words['data.when'], lang, { date: near(start), time: time(start), zone: office.zone }),
      say(words['data.window'], lang, { from: time(start - early * MINUTE), until: time(start + grace * MINUTE) }),
    )
  } else if (wanted.kind === 'waitlist') {
    lines.push(say(words['data.wait'], lang, { date: nearDay(wanted.date, lang, front) }))
  } else {
    const times = wanted.wishes.map(id => time(slotStart(id, office.zone) ?? 0)).join(', ')
    lines.push(say(words['data.draw'], lang, { date: nearDay(wanted.date, lang, front), times }))
  }
  const [head, ...rest] = lines
  const slot = wanted.kind === 'slot'
  const first = slot ? undefined : firstAlone(office, service, way)
  const name = [
    wanted.kind === 'slot'
      ? wishText(office, service, way, wanted.slot.slice(0, 10))
      : serviceWithCase(service, way.case, lang),
    ...(way.priority ? [say(words['data.priority'], lang)] : []),
  ].join(', ')
  return html`<div class="card wanted">
    <div>
      <b>${capital(head!)}</b>
      <p>${[name, ...rest].join(' · ')}</p>
      ${first !== undefined && html`<p>${first}</p>`}
    </div>
    <a href="${back}">${say(words['data.change'], lang)}</a>
  </div>`
}

/** For how long the time is kept; a script counts it down, without one it is said. */
function holdLine(front: Front, { wanted, known }: ContactAsk, lang: Lang): Markup | false {
  if (wanted.kind !== 'slot') return false
  const until = known?.held
  if (until === undefined || until <= front.now)
    return html`<p class="hold soft">${say(words['data.heldNot'], lang)}</p>`
  const text = say(words['data.held'], lang, { time: timeText(until, front.office.zone, lang) })
  return html`<p class="hold" id="hold" data-left="${until - front.now}">${text} <b></b></p>`
}

/** Whoever comes back to the form after it was sent finds the way to what they have; a family may book once more. */
function bookedLine({ known, refused }: ContactAsk, lang: Lang): Markup | false {
  if (known?.booked === undefined || refused) return false
  const link = html`<a href="${known.booked}?lang=${lang}">${say(words['already.mine'], lang)}</a>`
  return html`<p>${say(words['already.here'], lang)} ${link}</p>`
}

/** Where the existing booking is, when it is this phone's; never anybody else's. */
export function existing(error: AppError, lang: Lang): Gap {
  const { path, number } = error.data ?? {}
  if (typeof path !== 'string' || !path.startsWith('/t/'))
    return error.code === 'ALREADY_BOOKED' && html`<p class="more">${say(words['already.lost'], lang)}</p>`
  const text =
    typeof number === 'string' ? say(words['already.mineNumber'], lang, { number }) : say(words['already.mine'], lang)
  return html`<p><a href="${path}?lang=${lang}">${text}</a></p>`
}

interface Input {
  readonly type?: 'tel'
  readonly mode?: 'tel' | 'numeric'
  readonly complete: string
  readonly most: number
}

const INPUTS: Readonly<Record<'name' | 'phone' | 'nik', Input>> = {
  name: { complete: 'nickname', most: 60 },
  phone: { type: 'tel', mode: 'tel', complete: 'tel', most: 22 },
  nik: { mode: 'numeric', complete: 'off', most: 16 },
}

function fieldsPart({ typed, bad, wanted, named }: ContactAsk, { channels, office }: Front, lang: Lang): Markup {
  const w = (key: keyof typeof words) => say(words[key], lang)
  const optional = wanted.kind === 'draw' || named ? undefined : w('data.optional')
  const field = (id: TypedField, label: string, why: string, input: Markup, hint = optional) =>
    html`<div class="field">
      <label for="${id}">${label}${hint !== undefined && html` <small>${hint}</small>`}</label>${input}
      <p class="why" id="${id}-why">${why}</p>
      ${bad === id && html`<p class="wrong" id="${id}-wrong">${w(`data.bad.${id}`)}</p>`}
    </div>`
  const input = (id: Exclude<TypedField, 'channel'>) => {
    const { type, mode, complete, most } = INPUTS[id]
    const about = `${id}-why${bad === id ? ` ${id}-wrong` : ''}`
    return html`<input
      id="${id}"
      name="${id}"
      type=${type}
      inputmode=${mode}
      autocomplete="${complete}"
      maxlength="${most}"
      value="${typed[id] ?? ''}"
      aria-describedby="${about}"
      aria-invalid=${bad === id && 'true'}
      autofocus=${bad === id}
    />`
  }
  const told = office.surveyMessage ? 'data.phone.whySurvey' : 'data.phone.why'
  const why = channels.length > 0 ? told : 'data.phone.whyUntold'
  const channel = channels.map(
    c => html`<option value="${c}" selected=${typed.channel === c}>${w(`data.channel.${c}`)}</option>`,
  )
  return html`${field('name', w('data.name'), w('data.name.why'), input('name'), w('data.optional'))}
  ${field('phone', w('data.phone'), w(why), input('phone'))}
  ${
    channels.length > 0 &&
    html`<div class="field">
      <label for="channel">${w('data.channel')}</label
      ><select id="channel" name="channel">
        <option value="">${w('data.channel.none')}</option>
        ${channel}
      </select>
    </div>`
  }
  ${field('nik', w('data.nik'), w('data.nik.why'), input('nik'))}`
}

function sendLabel({ office, now }: Front, wanted: Wanted, again: boolean, lang: Lang): string {
  if (wanted.kind === 'waitlist') return say(words['data.go.wait'], lang)
  if (wanted.kind === 'draw') return say(words['data.go.draw'], lang)
  const start = slotStart(wanted.slot, office.zone) ?? 0
  if (again) return say(words['title'], lang)
  return say(words['data.go'], lang, {
    date: nearDateText(start, office.zone, lang, now),
    time: timeText(start, office.zone, lang),
  })
}
