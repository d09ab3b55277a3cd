import { addDays, atClock, officeDate, weekday, type Instant } from '../../../../shared/kit/time.ts'
import type { Lang } from '../../../../shared/kit/words.ts'
import { doorsOf, isTrial, isWholeDay, specialHoursOn } from '../../../../shared/office/hours.ts'
import type { OfficeInfo } from '../../../../shared/office/office.ts'
import { openState } from '../../../../shared/office/open-state.ts'
import { pagesText } from '../../../../shared/text/booking-pages.ts'
import { homeText as words } from '../../../../shared/text/home.ts'
import { improvedText } from '../../../../shared/text/plan.ts'
import { publicationText } from '../../../../shared/text/publication.ts'
import { say } from '../../../../shared/text/text.ts'
import { whereText } from '../../../../shared/text/where.ts'
import { capital, nearDateText, shortDateText, timeText } from '../../../../shared/text/ui.ts'
import { hoursLines } from '../../../../shared/ticket/application-part.ts'
import { drawnSign } from '../../../../shared/ticket/booking-drawings.ts'
import { html, type Markup } from '../../../../shared/ticket/markup.ts'
import { placeFacts } from '../../../../shared/ticket/where-part.ts'
import { drawnRibbon } from '../../../../shared/ticket/ribbon.ts'
import { drawnIcon } from '../../../../shared/ticket/ticket-drawings.ts'
import type { Front } from '../../../services/booking/fronts.ts'
import { eventChips } from '../event-chips.ts'
import { framed, type PageAssets } from '../frame.ts'

/** Days ahead of which the page names what differs from the week. */
const LOOK_DAYS = 14

/** What the first page is made of besides its office. */
export interface HomeAsk {
  readonly lang: Lang
  /** The tickets of the phone that asks, drawn. */
  readonly own: readonly Markup[]
  readonly assets: PageAssets
  /** Whether this installation has other offices to choose from. */
  readonly others: boolean
}

/** What an office tells everybody of what citizens said. */
export interface Told {
  readonly improved: boolean
  readonly ikm: boolean
}

/** The first page of an office, for citizens: search, the own numbers, whether it is open, where to rate. */
export function homePage(front: Front, { lang, own, assets, others, told }: HomeAsk & { readonly told: Told }): string {
  const { office, now, demo } = front
  const w = (key: keyof typeof words, values?: Record<string, string | number>) => say(words[key], lang, values)
  const path = `/b/${encodeURIComponent(office.id)}`
  return framed({
    lang,
    title: w('title'),
    assets,
    face: 'home',
    office: office.name,
    look: office,
    demo,
    today: officeDate(now, office.zone),
    other: others ? `/?kantor=${encodeURIComponent(office.id)}&` : '/?',
    body: html`<main>
        <h1>${say(pagesText['services.title'], lang)}</h1>
        <form class="search" method="get" action="${path}" role="search">
          <label class="vh" for="q">${w('search')}</label>${drawnSign('search')}<input
            id="q"
            name="q"
            type="search"
            placeholder="${w('search.hint')}"
            autocomplete="off"
            maxlength="80"
          /><input type="hidden" name="lang" value="${lang}" /><button class="button">
            ${say(pagesText['search.go'], lang)}
          </button>
        </form>
        ${eventChips(office, lang)}
        <p class="ways">
          <a href="${path}?lang=${lang}">${w('all', { n: office.services.filter(s => !s.retired).length })}</a>
          ${others && html`<a href="/?lang=${lang}">${w('offices')}</a>`}
        </p>
        ${minePart(own, lang)}${nowPart(front, lang)}${visitPart(front, lang)}
        <section class="card" id="nilai" aria-labelledby="served">
          <h2 id="served">${w('served')}</h2>
          <p><a href="#nomor">${w('rate')}</a>. ${w('rate.how')}</p>
          ${told.ikm && html`<p><a href="/ikm/${encodeURIComponent(office.id)}?lang=${lang}">${say(publicationText.title, lang)}</a></p>`}
          ${told.improved && html`<p><a href="/perbaikan/${encodeURIComponent(office.id)}?lang=${lang}">${say(improvedText.title, lang)}</a></p>`}
        </section>
      </main>
      <footer class="staff"><a href="/console/">${w('staff')}</a></footer>
      <section class="dock" aria-label="${say(pagesText['next'], lang)}">
        <a class="button primary" href="${path}?lang=${lang}">${w('book')}</a>
      </section>`,
  })
}

/** The first page where there are several offices: which one, and the phone's own numbers of all of them. */
export function officesHome(
  offices: readonly OfficeInfo[],
  now: Instant,
  demo: boolean,
  { lang, own, assets }: HomeAsk,
): string {
  const w = (key: keyof typeof words) => say(words[key], lang)
  const rows = offices.map(
    office =>
      html`<a class="service" href="/?kantor=${encodeURIComponent(office.id)}&lang=${lang}"
        ><span><b>${office.name}</b><small>${office.city} · ${stateLine(office, now, lang).join(' ')}</small></span
        >${drawnIcon('chevron')}</a
      >`,
  )
  return framed({
    lang,
    title: w('title'),
    assets,
    face: 'home offices',
    office: 'Tanggap',
    demo,
    // The earliest of their dates: what one office still awaits is not forgotten for another.
    today: offices.map(o => officeDate(now, o.zone)).sort()[0],
    other: '/?',
    body: html`<main>
        <h1>${say(pagesText['offices.title'], lang)}</h1>
        <div class="rows">${rows}</div>
        ${minePart(own, lang)}
      </main>
      <footer class="staff"><a href="/console/">${w('staff')}</a></footer>`,
  })
}

/** The phone's own numbers; a script adds those that only the phone itself knows. */
function minePart(own: readonly Markup[], lang: Lang): Markup {
  const w = (key: keyof typeof words) => say(words[key], lang)
  return html`<section class="mine" id="nomor" aria-labelledby="mine">
    <h2 id="mine">${w('mine')}</h2>
    <div id="own">${own}</div>
    <p class="none soft">${w('mine.what')}</p>
    <details id="other">
      <summary>${drawnIcon('info')}<span>${w('mine.other')}</span>${drawnIcon('chevron')}</summary>
      <div><p>${w('mine.how')}</p></div>
    </details>
  </section>`
}

/** The state of the doors in two pieces: the word, and until when. */
function stateLine(office: OfficeInfo, now: Instant, lang: Lang): readonly [string, string] {
  const w = (key: keyof typeof words, values?: Record<string, string>) => say(words[key], lang, values)
  const it = openState(office, now)
  if (it.state === 'closed' && it.until === undefined) return [w('closed'), w('closed.unknown')]
  const until = it.until!
  const at = { time: timeText(until, office.zone, lang), zone: office.zone }
  if (it.state === 'closed')
    return [w('closed'), w('closed.opens', { ...at, date: nearDateText(until, office.zone, lang, now) })]
  if (it.state === 'break') return [w('break'), w('break.until', at)]
  return [w('open'), isTrial(office) ? say(whereText['hours.always'], lang) : w('open.until', at)]
}

/** One line of truth, the day as a band, and what is possible now. */
function nowPart({ office, now, crowd, nearest }: Front, lang: Lang): Markup {
  const { zone } = office
  const w = (key: keyof typeof words, values?: Record<string, string | number>) => say(words[key], lang, values)
  const [word, until] = stateLine(office, now, lang)
  const { state } = openState(office, now)
  const doors = doorsOf(office, officeDate(now, zone))
  const starts = Object.values(nearest).map(n => n.start)
  const first = starts.length > 0 ? Math.min(...starts) : undefined
  const when =
    first === undefined ? undefined : { date: shortDateText(first, zone, lang, now), time: timeText(first, zone, lang) }
  const inside = state !== 'closed' && crowd ? w('crowd', { n: crowd.waiting, counters: crowd.counters }) : undefined
  const lead = inside ?? (state === 'closed' && when ? w('book.now') : undefined)
  return html`<section class="card now" aria-label="${word}">
    <p><span class="tag ${state === 'open' ? 'go' : 'call'}">${word}</span> ${until}</p>
    ${doors !== null && !isWholeDay(doors) && drawnRibbon(doors, now, zone, lang)}
    <p>${lead !== undefined && html`<b>${lead}</b>`} ${when && w('book.nearest', when)}</p>
  </section>`
}

/** When somebody can come: the week, and what differs from it soon. */
function visitPart({ office, now }: Front, lang: Lang): Markup {
  const w = (key: keyof typeof words, values?: Record<string, string>) => say(words[key], lang, values)
  const { zone } = office
  const today = officeDate(now, zone)
  const { address, phone, entrance } = placeFacts(office, lang)
  const facts = [address, phone, entrance]
  const clock = (time: string) => (lang === 'id' ? time.replace(':', '.') : time)
  const other = Array.from({ length: LOOK_DAYS }, (_, i) => addDays(today, i)).flatMap(date => {
    const special = specialHoursOn(office, date)
    const holiday = office.holidays.includes(date)
    if (!holiday && !special) return []
    const hours = holiday ? null : (special?.hours[weekday(date)] ?? null)
    // A day that is closed in any week is no news.
    if (!hours && office.hours[weekday(date)] === null) return []
    const name = special && !holiday ? say(special.name, lang) : ''
    const what = hours
      ? w('hours.special', { open: clock(hours.open), close: clock(hours.close), name })
      : [w('hours.off'), name].filter(Boolean).join(', ')
    const day = capital(nearDateText(atClock(date, '12:00', zone), zone, lang, now))
    return [html`<li><b>${day}</b>: ${what}</li>`]
  })
  return html`<section class="card" aria-labelledby="visit">
    <h2 id="visit">${w('visit')}</h2>
    <p>${office.name}, ${office.city}</p>
    ${facts.some(Boolean) && html`<dl class="facts where">${facts}</dl>`}
    <ul class="hours">
      ${isTrial(office) && html`<li><b>${w('hours.today')}</b>: ${say(whereText['hours.always'], lang)}</li>`}
      ${hoursLines(office.hours, lang).map(line => html`<li>${line}</li>`)}${other}
    </ul>
  </section>`
}
