import { entriesText, keyText } from '../../../../shared/booking/draw.ts'
import { html, type Markup } from '../../../../shared/ticket/markup.ts'
import type { LocalDate } from '../../../../shared/kit/time.ts'
import type { ServiceInfo } from '../../../../shared/office/office.ts'
import { pagesText } from '../../../../shared/text/booking-pages.ts'
import { drawPagesText as words } from '../../../../shared/text/draw-pages.ts'
import { say } from '../../../../shared/text/text.ts'
import type { Lang } from '../../../../shared/kit/words.ts'
import { nearDateText, timeText } from '../../../../shared/text/ui.ts'
import type { PageAssets } from '../frame.ts'
import { dateAt } from './days.ts'
import type { DrawRecord } from './desk.ts'
import type { Front } from '../../../services/booking/fronts.ts'
import { closingsPlace } from './closings.ts'
import { backLink, banner, bookingPage } from './parts.ts'
import { hrefOf, servicePath, type Way } from './way.ts'

type Drawn = NonNullable<DrawRecord['drawn']>

/** Rows that a phone loads quickly; all of them are in the data. */
const MOST_ROWS = 200

/** The record of a draw: how it works, its seal, and afterwards every code with what it got. */
export function drawPage(
  front: Front,
  service: ServiceInfo,
  way: Way,
  it: {
    readonly date: LocalDate
    readonly record: DrawRecord
    readonly code: string
    /** SHA-256 as small hexadecimal digits. */
    readonly sha256: (text: string) => string
  },
  assets: PageAssets,
): string {
  const { lang } = way
  const { office } = front
  const path = servicePath(office.id, service.id)
  const here = `${path}/undian/${it.date}`
  const w = (key: keyof typeof words, values?: Record<string, string | number>) => say(words[key], lang, values)
  const { record } = it
  const when = (at: number) => ({
    date: nearDateText(at, office.zone, lang, front.now),
    time: timeText(at, office.zone, lang),
  })
  const state = record.drawn
    ? w('record.done', { ...when(record.drawn.at), n: record.entries })
    : front.now < record.opensAt
      ? w('record.soon', when(record.opensAt))
      : front.now < record.closesAt
        ? w('record.open', { ...when(record.closesAt), n: record.entries })
        : w('record.due')
  const [of, served] = [office.id, service.id].map(encodeURIComponent)
  const data = `/api/offices/${of}/services/${served}/draws/${it.date}`
  const title = w('record.title', { service: say(service.name, lang), date: dateAt(it.date, lang) })
  return bookingPage({
    front,
    way,
    assets,
    name: 'record',
    title,
    path: here,
    more: { kode: it.code || undefined },
    main: html`${backLink(hrefOf(path, way), lang, say(pagesText['list.back'], lang))}
      <h1>${title}</h1>
      ${closingsPlace(front, service, lang, it.date)}
      ${banner(state)}${record.drawn !== null && results(record.drawn, it.code, here, lang)}
      <section class="card">
        <h2>${w('record.how')}</h2>
        <ol class="how">
          <li>${w('record.how1')}</li>
          <li>${w('record.how2')}</li>
          <li>${w('record.how3')}</li>
          <li>${w('record.how4')}</li>
        </ol>
      </section>
      <dl class="seals">
        ${seal(w('record.seal'), record.commitment)}
        ${record.drawn !== null && seal(w('record.seed'), record.drawn.seed)}
        ${record.drawn !== null && seal(w('record.digest'), record.drawn.digest)}
        ${record.drawn !== null && worked(record.drawn, it, lang)}
      </dl>
      <p><a href="${data}">${w('record.data')}</a></p>`,
  })
}

function seal(label: string, value: string): Markup {
  return html`<div>
    <dt>${label}</dt>
    <dd><code>${value}</code></dd>
  </div>`
}

/** One entry as its line of the text and with its key, for whoever computes the rest: that of the code looked for, else the first. */
function worked(
  { entries, places, seed, digest }: Drawn,
  it: Pick<Parameters<typeof drawPage>[3], 'code' | 'sha256'>,
  lang: Lang,
): Markup | false {
  const entry = foundIn(entries, it.code)[0] ?? entries[0]
  if (!entry) return false
  const { code, anySlot } = entry
  const line = entriesText([{ code, anySlot, wishes: entry.wishes.map(id => places.findIndex(p => p.id === id)) }])
  return html`${seal(say(words['record.line'], lang, { code }), line)}
  ${seal(say(words['record.key'], lang, { code }), it.sha256(keyText(seed, digest, code)))}`
}

/** The entries in the order of the draw; with a code, its own alone. */
function foundIn(entries: Drawn['entries'], code: string): Drawn['entries'] {
  const wished = code.trim().toUpperCase()
  const all = [...entries].sort((a, b) => a.order - b.order)
  return wished === '' ? all : all.filter(e => e.code.toUpperCase() === wished)
}

function results(drawn: Drawn, code: string, here: string, lang: Lang): Markup {
  const w = (key: keyof typeof words, values?: Record<string, string | number>) => say(words[key], lang, values)
  const clock = (slotId: string) => (lang === 'id' ? slotId.slice(11).replace(':', '.') : slotId.slice(11))
  const wishesOf = ({ asked, wishes }: (typeof drawn.entries)[number]) => {
    const read = wishes.map(clock)
    if (!asked) return read
    return [w('record.read', { asked: asked.map(clock).join(', '), read: read.join(', ') || '–' })]
  }
  const found = foundIn(drawn.entries, code)
  const rows = found.slice(0, MOST_ROWS).map(
    e =>
      html`<tr>
        <td>${e.order}</td>
        <th scope="row">${e.code}</th>
        <td>${[...wishesOf(e), ...(e.anySlot ? [w('record.any')] : [])].join(', ')}</td>
        <td>${e.slotId === null ? w('record.waits') : clock(e.slotId)}</td>
      </tr>`,
  )
  const places = drawn.places.map((p, i) => `${i} = ${clock(p.id)}: ${p.places}`).join(' · ')
  const find = html`<form class="search" method="get" action="${here}">
    <label class="vh" for="kode">${w('record.find')}</label
    ><input
      id="kode"
      name="kode"
      value="${code}"
      placeholder="${w('record.find')}"
      maxlength="20"
      autocapitalize="characters"
    /><input type="hidden" name="lang" value="${lang}" /><button class="button">${w('record.go')}</button>
  </form>`
  const table = html`<div class="wide" tabindex="0" role="region" aria-label="${w('record.got')}">
    <table>
      <thead>
        <tr>
          <th scope="col">${w('record.turn')}</th>
          <th scope="col">${w('record.code')}</th>
          <th scope="col">${w('record.wishes')}</th>
          <th scope="col">${w('record.got')}</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`
  const some = found.length > MOST_ROWS && w('record.some', { n: MOST_ROWS, of: drawn.entries.length })
  return html`${find} ${found.length === 0 ? html`<p role="status">${w('record.none')}</p>` : table}
    ${some && html`<p class="soft">${some}</p>`}
    <p class="soft">${w('record.places')}: ${places}</p>`
}
