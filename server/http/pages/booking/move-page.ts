import type { Instant, LocalDate } from '../../../../shared/kit/time.ts'
import type { ServiceInfo } from '../../../../shared/office/office.ts'
import { pagesText as words } from '../../../../shared/text/booking-pages.ts'
import { say } from '../../../../shared/text/text.ts'
import { capital, timeText } from '../../../../shared/text/ui.ts'
import { html, type Markup } from '../../../../shared/ticket/markup.ts'
import { drawnIcon } from '../../../../shared/ticket/ticket-drawings.ts'
import type { Front } from '../../../services/booking/fronts.ts'
import type { PageAssets } from '../frame.ts'
import { bestOf, chosenDay, dayChoices, dayStrip, nextDates, type DayChoice, type Slot } from './days.ts'
import { backLink, banner, bookingPage, dock } from './parts.ts'
import { dayNote, type SlotsAsk } from './slots-page.ts'
import { dayTimes, whenText } from './times.ts'
import type { Way } from './way.ts'

/** What is known of the booking that moves. */
export interface MoveAsk extends SlotsAsk {
  readonly base: string
  readonly back: string
  /** Makes this drawing of the form an act of its own. */
  readonly key: string
  /** What it is for: the service, or an event of life with all its parts. */
  readonly what: string
  /** The time that the booking has now. */
  readonly now: Instant | undefined
}

/** Another time for a booking: it begins at the present one, and the old and the new time stay in view. */
export function movePage(front: Front, service: ServiceInfo, way: Way, ask: MoveAsk, assets: PageAssets): string {
  const { lang } = way
  const w = (key: keyof typeof words, values?: Record<string, string>) => say(words[key], lang, values)
  const { base, now } = ask
  const here = `${base}/jadwal`
  const days = dayChoices(ask.reply, front.office)
  const day = chosenDay(days, ask.date)
  const next = nextDates(days)
  const proposed = day && proposedOf(day, now)
  const from = ask.from ? `from=${ask.from}&` : ''
  const dateHref = (date: LocalDate) => `${here}?${from}date=${date}&lang=${lang}`
  return bookingPage({
    front,
    way: { ...way, papers: [], priority: false },
    assets,
    name: 'slots',
    title: w('slots.move'),
    path: here,
    more: { date: ask.date, from: ask.from },
    main: html`${backLink(`${base}?lang=${lang}`, lang, ask.back)}
      <h1>${w('slots.move')}</h1>
      <p class="soft">${ask.what}</p>
      ${now === undefined ? html`<p>${w('slots.move.gone')}</p>` : swapPart(front, now, proposed, way)}
      ${!proposed && ask.refused !== undefined && banner(ask.refused, 'bad')}
      <h2>${w('slots.day')}</h2>
      ${day ? dayStrip(days, day, lang, front, dateHref) : banner(w('slots.none'))}
      ${
        next !== undefined &&
        html`<p class="leaf"><a href="${here}?from=${next}&lang=${lang}">${w('slots.more')}</a></p>`
      }
      <form id="slots" method="post" action="${here}?lang=${lang}" data-send>
        <input type="hidden" name="moment" value="${ask.key}" />${
          day &&
          (proposed
            ? dayTimes(front, day, lang, { chosen: proposed.id, mine: now })
            : dayNote(front, service, day, lang))
        }
      </form>`,
    dock: (proposed !== undefined || now !== undefined) && dock(lang, acts(front, ask, proposed, way)),
  })
}

/** Keep or move, both with their times; above them why the last try failed. */
function acts(front: Front, ask: MoveAsk, proposed: Slot | undefined, { lang }: Way): Markup {
  const w = (key: keyof typeof words, values?: Record<string, string>) => say(words[key], lang, values)
  const time = (at: Instant) => timeText(at, front.office.zone, lang)
  const keep =
    ask.now !== undefined &&
    html`<a class="button" href="${ask.base}?lang=${lang}">${w('slots.keep', { time: time(ask.now) })}</a>`
  const move =
    proposed &&
    html`<button class="button primary" form="slots" data-named="${w('slots.move.to')}">${w('slots.move.go')}</button>`
  return html`${proposed && ask.refused !== undefined && banner(ask.refused, 'bad')}<output
      class="failed"
      form="slots"
      role="alert"
    ></output>
    <div class="two">${keep}${move}</div>`
}

/** The old time and the new one, side by side. */
function swapPart(front: Front, now: Instant, proposed: Slot | undefined, { lang }: Way): Markup {
  const w = (key: keyof typeof words) => say(words[key], lang)
  return html`<section class="card swap" aria-label="${w('swap')}">
      <div><span>${w('swap.now')}</span><b>${capital(whenText(now, front, lang))}</b></div>
      ${drawnIcon('arrow')}
      <div class="new">
        <span>${w('swap.to')}</span
        ><b data-named=${proposed && '{When}'}>${w(proposed ? 'swap.below' : 'swap.none')}</b>
      </div>
    </section>
    <p class="soft">${w('slots.move.keep')}</p>`
}

/** What is proposed on a day: the free time nearest to the present one where that is on this day, else where most is left. */
function proposedOf(day: DayChoice, now: Instant | undefined): Slot | undefined {
  if (day.state !== 'open') return undefined
  const open = { ...day, slots: day.slots.filter(s => s.start !== now) }
  if (now === undefined || !day.slots.some(s => s.start === now)) return bestOf(open)
  const free = open.slots.filter(s => s.free > 0)
  return free.sort((a, b) => Math.abs(a.start - now) - Math.abs(b.start - now))[0]
}
