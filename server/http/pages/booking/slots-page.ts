import { html, type Gap, type Markup } from '../../../../shared/ticket/markup.ts'
import type { Instant, LocalDate } from '../../../../shared/kit/time.ts'
import type { ServiceInfo } from '../../../../shared/office/office.ts'
import { addressPart } from '../../../../shared/ticket/where-part.ts'
import { pagesText as words } from '../../../../shared/text/booking-pages.ts'
import { drawPagesText as draws } from '../../../../shared/text/draw-pages.ts'
import { say } from '../../../../shared/text/text.ts'
import type { Lang } from '../../../../shared/kit/words.ts'
import { capital, nearDateText, timeText } from '../../../../shared/text/ui.ts'
import type { PageAssets } from '../frame.ts'
import { bestOf, chosenDay, dayChoices, dayStrip, nearDay, nextDates, type DayChoice, type Slot } from './days.ts'
import type { SlotsReply } from './desk.ts'
import type { Front } from '../../../services/booking/fronts.ts'
import { closingsPlace, otherDay } from './closings.ts'
import { backLink, banner, bookingPage, dock, stepBar } from './parts.ts'
import { dayTimes, quietList } from './times.ts'
import { beforeTimes, wishText } from './event-part.ts'
import { hiddenOf, hrefOf, queryOf, servicePath, type Way } from './way.ts'

const WISHES = [1, 2, 3] as const

/** What the page of times is asked to show. */
export interface SlotsAsk {
  readonly reply: SlotsReply
  readonly date: LocalDate | undefined
  /** The first date of the strip, when it is not today. */
  readonly from: LocalDate | undefined
  /** Why the last choice was refused. */
  readonly refused?: string | undefined
}

/** Which day and time: the third step. The quietest times come first, then every day and time. */
export function slotsPage(front: Front, service: ServiceInfo, way: Way, ask: SlotsAsk, assets: PageAssets): string {
  const { lang } = way
  const { office } = front
  const path = servicePath(office.id, service.id)
  const here = `${path}/jadwal`
  const more = { from: ask.from }
  const days = dayChoices(ask.reply, office)
  const quiet = ask.date === undefined ? quietList(front, ask.reply, lang) : false
  const day = chosenDay(days, ask.date ?? ask.reply.quiet[0]?.slotId.slice(0, 10))
  const next = nextDates(days)
  const leaf =
    next !== undefined
      ? html`<a href="${hrefOf(here, way, { from: next })}">${say(words['slots.more'], lang)}</a>`
      : ask.from !== undefined && html`<a href="${hrefOf(here, way)}">${say(words['slots.first'], lang)}</a>`
  const strip = html`<h2>${say(words[quiet ? 'slots.others' : 'slots.day'], lang)}</h2>
    ${
      day
        ? dayStrip(days, day, lang, front, date => hrefOf(here, way, { ...more, date }))
        : banner(say(words['slots.none'], lang))
    }
    ${leaf && html`<p class="leaf">${leaf}</p>`}`
  const open = day?.state === 'open' && day.free > 0
  const { main, go } = !day
    ? { main: strip, go: undefined }
    : open
      ? openPart(front, way, day, ask, { path, quiet, strip })
      : besides(strip, dayPart(front, service, way, day))
  return bookingPage({
    front,
    way,
    assets,
    name: 'slots',
    title: say(words['slots.title'], lang),
    more: { ...more, date: ask.date },
    path: here,
    main: html`${backLink(beforeTimes(office.id, service.id, way), lang)}${stepBar(3, lang)}
      <h1>${say(words['slots.title'], lang)}</h1>
      <p class="soft">${wishText(office, service, way)}</p>
      ${closingsPlace(front, service, lang, day?.state === 'closed' ? undefined : day?.date)}
      ${!open && ask.refused !== undefined && banner(ask.refused, 'bad')}
      ${lanes(here, way, { ...more, date: ask.date })} ${main} ${addressPart(office, lang)}`,
    dock: go,
  })
}

function besides(strip: Markup, { main, go }: ReturnType<typeof dayPart>) {
  return { main: html`${strip}${main}`, go }
}

/** A day with places: one form of the quiet times and all times of the day. Why the last choice failed stands above its button. */
function openPart(
  front: Front,
  way: Way,
  day: DayChoice,
  ask: SlotsAsk,
  { path, quiet, strip }: { readonly path: string; readonly quiet: Markup | false; readonly strip: Markup },
) {
  const { lang } = way
  const chosen = quiet ? undefined : bestOf(day)?.id
  const more =
    day.at !== null && html`<p class="soft">${say(words['slots.more.at'], lang, moment(day.at, front, lang))}</p>`
  const { checkInEarlyMinutes: early, checkInGraceMinutes: grace } = front.office.booking
  return {
    main: html`<form id="slots" method="post" action="${path}/jadwal">
        ${hiddenOf(way, { date: ask.date && day.date, from: ask.from })}${quiet}${strip}${dayTimes(front, day, lang, { chosen })}
      </form>
      ${more}
      <p class="soft">
        <b>${say(words['slots.window'], lang, { early, grace })}</b> ${say(words['slots.after'], lang)}
      </p>`,
    go: dock(
      lang,
      html`${ask.refused !== undefined && banner(ask.refused, 'bad')}<button
          class="button primary"
          form="slots"
          data-named="${say(words['slots.pick.to'], lang)}"
        >
          ${say(words['slots.pick'], lang)}</button
        >${otherDay(hrefOf(`${path}/jadwal`, way), lang)}`,
    ),
  }
}

/** A day without a time to choose, or whose times are drawn. */
function dayPart(front: Front, service: ServiceInfo, way: Way, day: DayChoice) {
  const { office } = front
  const { lang } = way
  const path = servicePath(office.id, service.id)
  if (day.state === 'draw') return drawPart(front, service, way, day)
  const waits = day.state === 'open'
  const drawn = day.state === 'later' && isDrawn(service)
  const href = hrefOf(`${path}/data`, way, { waitlist: day.date })
  const go = waits && dock(lang, html`<a class="button primary" href="${href}">${say(words['slots.wait'], lang)}</a>`)
  const what = waits && html`<p>${say(words['slots.wait.what'], lang)}</p>`
  return {
    main: html`<h2>${capital(nearDay(day.date, lang, front))}</h2>
      ${dayNote(front, service, day, lang)}${what}${drawn && html`<p>${recordLink(path, day.date, lang)}</p>`}`,
    go: go || undefined,
  }
}

/** What a day without a time to choose is like. */
export function dayNote(front: Front, service: ServiceInfo, day: DayChoice, lang: Lang): Markup {
  const at = day.at === null ? undefined : moment(day.at, front, lang)
  if (day.state === 'later' && at)
    return banner(say(isDrawn(service) ? draws['draw.opens'] : words['slots.opens'], lang, at))
  if (day.state === 'walkIn') return banner(say(words['slots.walkIn'], lang))
  if (day.state === 'closed') return banner(say(words['slots.shut'], lang))
  if (day.state === 'draw') return banner(at ? say(draws['draw.what'], lang, at) : say(draws['record.due'], lang))
  const more = at && ` ${say(words['slots.more.at'], lang, at)}`
  return banner(`${say(words['slots.gone'], lang)}${more ?? ''}`)
}

/** Wishes instead of a time: everybody within the window has the same chance. */
function drawPart(front: Front, service: ServiceInfo, way: Way, day: DayChoice) {
  const { office } = front
  const { lang } = way
  const path = servicePath(office.id, service.id)
  const record = recordLink(path, day.date, lang)
  const title = html`<h2>${say(draws['draw.title'], lang)}: ${nearDay(day.date, lang, front)}</h2>`
  if (day.at === null)
    return {
      main: html`${title}${dayNote(front, service, day, lang)}
        <p>${record}</p>`,
      go: undefined,
    }
  const until = moment(day.at, front, lang)
  const likely = day.slots.find(slot => placesOf(slot) > 0)
  const option = (slot: Slot, n: number) => {
    const label = say(draws[placesOf(slot) > 0 ? 'draw.time' : 'draw.time.none'], lang, {
      time: timeText(slot.start, office.zone, lang),
      n: placesOf(slot),
    })
    return html`<option value="${slot.id}" selected=${n === 1 && slot === likely}>${label}</option>`
  }
  const wish = (n: number) =>
    html`<div class="field">
      <label for="wish-${n}">${say(draws['draw.wish'], lang, { n })}</label
      ><select id="wish-${n}" name="wish" required=${n === 1}>
        ${n > 1 && html`<option value="">${say(draws['draw.no'], lang)}</option>`}${day.slots.map(slot =>
          option(slot, n),
        )}
      </select>
    </div>`
  const form = html`<form id="slots" method="get" action="${path}/data">
    ${hiddenOf(way, { draw: day.date })}
    <div class="wishes">${WISHES.map(wish)}</div>
    <label class="choice"
      ><input type="checkbox" name="any" value="1" checked /><span>${say(draws['draw.any'], lang)}</span></label
    >
  </form>`
  return {
    main: html`${title}
      <p>${say(draws['draw.what'], lang, until)} ${record}</p>
      <p><b>${say(draws['draw.places'], lang, { n: day.slots.reduce((sum, slot) => sum + placesOf(slot), 0) })}</b></p>
      ${form}`,
    go: dock(lang, html`<button class="button primary" form="slots">${say(draws['draw.go'], lang)}</button>`),
  }
}

function placesOf({ toDraw = 0 }: Slot): number {
  return toDraw
}

/** Whether what opens later is a draw. */
function isDrawn(service: ServiceInfo): boolean {
  return service.booking?.release.kind === 'draw'
}

function recordLink(path: string, date: LocalDate, lang: Lang): Markup {
  return html`<a href="${path}/undian/${date}?lang=${lang}">${say(draws['draw.how'], lang)}</a>`
}

/** Two lines of their own kind; one's own word is enough. */
function lanes(here: string, way: Way, more: Readonly<Record<string, string | undefined>>): Markup {
  const { lang } = way
  const lane = (priority: boolean, label: Gap) =>
    html`<a
      class="lane"
      href="${here}${queryOf({ ...way, priority }, more)}lang=${lang}"
      aria-current=${way.priority === priority && 'true'}
      >${label}</a
    >`
  return html`<nav class="lanes" aria-label="${say(words['lane'], lang)}">
      ${lane(false, html`<b>${say(words['lane.general'], lang)}</b>`)}
      ${lane(true, html`<b>${say(words['lane.priority'], lang)}</b><small>${say(words['lane.who'], lang)}</small>`)}
    </nav>
    ${way.priority && html`<p class="soft">${say(words['lane.word'], lang)}</p>`}`
}

function moment(at: Instant, { office, now }: Front, lang: Lang) {
  return { date: nearDateText(at, office.zone, lang, now), time: timeText(at, office.zone, lang) }
}
