import type { Lang } from '../../../../shared/kit/words.ts'
import { officeDate } from '../../../../shared/kit/time.ts'
import type { OfficeInfo } from '../../../../shared/office/office.ts'
import { KINERJA } from '../../../../shared/survey/ikm.ts'
import { unsurName } from '../../../../shared/survey/unsur-name.ts'
import { fixedPeriod } from '../../../../shared/survey/fixed-periods.ts'
import type { Published, PublishedUnsur } from '../../../../shared/survey/publication/publication.ts'
import { dateYearText, periodName } from '../../../../shared/text/period.ts'
import { profileItemText, profileValueText, publicationText as words } from '../../../../shared/text/publication.ts'
import { numberText, say } from '../../../../shared/text/text.ts'
import { html, type Gap, type Markup } from '../../../../shared/ticket/markup.ts'
import type { Version } from '../../../services/publication/publications.ts'
import { framed, type PageAssets } from '../frame.ts'
import { methodLines } from './method-lines.ts'

/** What the pages of a published IKM are drawn with. */
export interface IkmAsk {
  readonly office: OfficeInfo
  readonly lang: Lang
  readonly assets: PageAssets
  readonly demo: boolean
  /** The sheet can be had as PDF. */
  readonly pdf: boolean
}

/** The name of a period by its key. */
export function nameOfPeriod(key: string, lang: Lang): string {
  const period = fixedPeriod(key)
  return period ? periodName(period, lang) : key
}

/** The words of one page in its language. */
export function worded(lang: Lang) {
  return {
    w: (key: keyof typeof words, values?: Record<string, string | number>) => say(words[key], lang, values),
    n: (value: number, digits = 0) => numberText(value, lang, digits),
  }
}

/** Bars of the unsur, each with its number as text. */
export function unsurBars(unsur: readonly PublishedUnsur[], lang: Lang): Markup {
  const { w, n } = worded(lang)
  return html`<ul class="bars">
    ${unsur.map(
      one =>
        html`<li>
          <span>${say(unsurName(one), lang)} ${one.fixed && html`<small>${w('fixed')}</small>`}</span>
          <b>${n(one.nrr, 3)}</b>
          <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
            <rect width="${(((one.nrr - 1) / 3) * 100).toFixed(1)}" height="6" />
          </svg>
        </li>`,
    )}
  </ul>`
}

/** The published IKM of a period, for everybody: figures as text, complete without scripts. `versions` are of one period, the latest first. */
export function ikmPage(
  shown: Version,
  of: {
    readonly versions: readonly Version[]
    readonly periods: readonly Published[]
    readonly improved: readonly string[]
  },
  { office, lang, assets, demo, pdf }: IkmAsk,
): string {
  const { w, n } = worded(lang)
  const it = shown.body
  const here = `/ikm/${encodeURIComponent(office.id)}`
  const date = (at: number) => dateYearText(officeDate(at, office.zone), lang)
  const address = (period: string, more = '') => `${here}/${period}${more}?lang=${lang}`
  const isOld = shown.version !== of.versions[0]!.version
  // What stands beside an old version is of that version too.
  const own = (period: string, more: string) => `${address(period, more)}${isOld ? `&versi=${shown.version}` : ''}`
  const others = of.periods.filter(one => one.period !== it.period)
  return framed({
    lang,
    title: `${w('title')} ${nameOfPeriod(it.period, lang)}`,
    assets: { styles: assets.styles },
    face: 'ikm',
    office: office.name,
    look: office,
    demo,
    ...(isOld ? { other: `?versi=${shown.version}&` } : {}),
    body: html`<main>
      <h1>${w('title')}</h1>
      ${
        isOld &&
        html`<p class="card wide" role="status">${w('old')} <a href="${address(it.period)}">${w('newest')}</a></p>`
      }
      <section class="card" aria-labelledby="value">
        <h2 id="value">${nameOfPeriod(it.period, lang)}</h2>
        <div class="grade">
          <b aria-hidden="true">${it.mutu}</b>
          <p>
            <strong>${n(it.ikm, 2)}</strong>
            <span>${w('mutu.is', { mutu: it.mutu, says: say(KINERJA[it.mutu], lang) })}</span>
            <small>${w(it.certain ? 'certain' : 'unsure')}</small>
          </p>
        </div>
        ${it.interval && html`<p>${w('interval', { low: n(it.interval.low, 2), high: n(it.interval.high, 2) })}</p>`}
        <p class="soft">${w('scale')}</p>
        <dl>
          <dt>${w('respondents')}</dt>
          <dd>${w('people', { n: n(it.n) })}</dd>
          <dt>${w('target')}</dt>
          <dd>${n(it.target)}, ${w(it.n >= it.target ? 'target.met' : 'target.missed')}</dd>
          <dt>${w('visits')}</dt>
          <dd>${w('people', { n: n(it.visits) })}</dd>
        </dl>
        ${it.change && html`<p>${changeText(it.change, lang)}</p>`}
      </section>
      <section class="card" aria-labelledby="unsur">
        <h2 id="unsur">${w('unsur')} <span>${w('unsur.scale')}</span></h2>
        ${unsurBars(it.unsur, lang)}
      </section>
      ${it.services.length > 0 && servicesPart(it, own, lang)} ${it.profile.length > 0 && profilePart(it, lang)}
      ${it.trend.length > 1 && trendPart(it, lang)}
      ${
        of.improved.length > 0 &&
        html`<section class="card" aria-labelledby="improved">
          <h2 id="improved">${w('improved')}</h2>
          <ul>
            ${of.improved.map(said => html`<li>${said}</li>`)}
          </ul>
          <p><a href="/perbaikan/${encodeURIComponent(office.id)}?lang=${lang}">${w('improved.all')}</a></p>
        </section>`
      }
      <section class="card" aria-labelledby="method">
        <h2 id="method">${w('method')}</h2>
        ${methodLines(it, lang)}
        <p>${it.brought ? w('method.brought', { n: n(it.brought) }) : w('method.answered')} ${w('method.range')}</p>
        ${!!it.leftOut && html`<p>${w('leftOut', { n: n(it.leftOut) })}</p>`}
        <p>${w('method.law', { law: it.regulation })}</p>
        <p class="links">
          <a href="${own(it.period, '/data.csv')}">${w('csv')}</a>
          <a href="${own(it.period, '/data.json')}">${w('json')}</a>
          <a href="${own(it.period, '/lembar')}">${w('poster')}</a> ${pdf && paperLinks(shown, address, lang)}
          <a href="${here}/lencana.svg">${w('badge')}</a>
        </p>
      </section>
      <section class="card" aria-labelledby="versions">
        <h2 id="versions">${w('version', { n: shown.version, date: date(shown.at) })}</h2>
        ${shown.reason !== null && html`<p>${w('reason', { reason: shown.reason })}</p>`}
        <ul>
          ${of.versions
            .filter(one => one !== shown)
            .map(
              one =>
                html`<li>
                  <a href="${address(it.period)}&versi=${one.version}"
                    >${w('older', { n: one.version, date: date(one.at), ikm: n(one.body.ikm, 2) })}</a
                  >
                  ${one.reason !== null && html`<br />${w('reason', { reason: one.reason })}`}
                </li>`,
            )}
        </ul>
        ${
          others.length > 0 &&
          html`<h3>${w('others')}</h3>
            <p class="links">
              ${others.map(one => html`<a href="${address(one.period)}">${nameOfPeriod(one.period, lang)}</a>`)}
            </p>`
        }
      </section>
      ${homeLink(office, lang)}
    </main>`,
  })
}

/** Links to the sheet as PDF on each paper, of the whole unit or of one service. */
export function paperLinks(
  { version, body }: Version,
  address: (period: string, more: string) => string,
  lang: Lang,
  service?: string,
): Gap {
  const end = service === undefined ? '.pdf' : `/${encodeURIComponent(service)}`
  return (['a4', 'a3'] as const).map(
    paper =>
      html`<a href="${address(body.period, `/lembar-${paper}${end}`)}&versi=${version}"
        >${say(words[`sheet.${paper}`], lang)}</a
      > `,
  )
}

/** What stands where nothing was published yet, or nothing of what an address asks for; then the way to the `newest`. */
export function noIkmPage({ office, lang, assets, demo }: IkmAsk, newest?: string): string {
  const { w } = worded(lang)
  return framed({
    ...{
      lang,
      title: w('title'),
      assets: { styles: assets.styles },
      face: 'ikm',
      office: office.name,
      look: office,
      demo,
    },
    body: html`<main>
      <h1>${w('title')}</h1>
      <p><b>${w(newest === undefined ? 'none' : 'gone')}</b></p>
      <p>${w(newest === undefined ? 'none.why' : 'gone.why')}</p>
      ${
        newest !== undefined &&
        html`<p class="links wide">
          <a href="/ikm/${encodeURIComponent(office.id)}?lang=${lang}"
            >${w('gone.newest', { period: nameOfPeriod(newest, lang) })}</a
          >
        </p>`
      }
      ${homeLink(office, lang)}
    </main>`,
  })
}

function homeLink(office: OfficeInfo, lang: Lang): Gap {
  return html`<p class="links wide">
    <a href="/?kantor=${encodeURIComponent(office.id)}&lang=${lang}">${say(words.home, lang)}</a>
  </p>`
}

function servicesPart(it: Published, address: (period: string, more: string) => string, lang: Lang): Markup {
  const { w, n } = worded(lang)
  return html`<section class="card" aria-labelledby="services">
    <h2 id="services">${w('services')}</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">${w('data.service')}</th>
          <td>${w('short')}</td>
          <td>${w('mutu')}</td>
          <td>n</td>
        </tr>
      </thead>
      <tbody>
        ${it.services.map(
          one =>
            html`<tr>
              <th scope="row">
                <a href="${address(it.period, `/lembar/${encodeURIComponent(one.service)}`)}">${say(one.name, lang)}</a>
              </th>
              <td>${n(one.ikm, 2)}</td>
              <td>${one.mutu}</td>
              <td>${n(one.n)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <p class="soft">${w('services.rest')}</p>
  </section>`
}

function profilePart(it: Published, lang: Lang): Markup {
  const { w, n } = worded(lang)
  return html`<section class="card" aria-labelledby="profile">
    <h2 id="profile">${w('profile')}</h2>
    ${it.profile.map(
      table =>
        html`<h3>${say(profileItemText(table.item), lang)}</h3>
          <table>
            <tbody>
              ${table.rows.map(
                row =>
                  html`<tr>
                    <th scope="row">${say(profileValueText(table.item, row), lang)}</th>
                    <td>${n(row.n)}</td>
                    <td>${n(row.percent, 1)}%</td>
                  </tr>`,
              )}
            </tbody>
          </table>`,
    )}
    <p class="soft">${w('profile.all', { n: n(it.profile[0]!.n) })}</p>
  </section>`
}

function trendPart(it: Published, lang: Lang): Markup {
  const { w, n } = worded(lang)
  return html`<section class="card" aria-labelledby="trend">
    <h2 id="trend">${w('trend')}</h2>
    <table>
      <tbody>
        ${it.trend.map(
          one =>
            html`<tr>
              <th scope="row">${nameOfPeriod(one.period, lang)}</th>
              <td>${n(one.ikm, 2)}</td>
              <td>${one.mutu}</td>
              <td>n = ${n(one.n)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`
}

function changeText({ before, difference, moreThanChance }: NonNullable<Published['change']>, lang: Lang): string {
  const { w, n } = worded(lang)
  const key = !moreThanChance ? 'chance' : difference > 0 ? 'more' : 'less'
  return w(key, { x: n(Math.abs(difference), 2), before: nameOfPeriod(before, lang) })
}
