import { officeDate } from '../../../../shared/kit/time.ts'
import { KINERJA } from '../../../../shared/survey/ikm.ts'
import type { ProfileTable } from '../../../../shared/survey/figures/period-figures.ts'
import { dateYearText } from '../../../../shared/text/period.ts'
import { profileItemText, profileValueText } from '../../../../shared/text/publication.ts'
import { say } from '../../../../shared/text/text.ts'
import type { Lang } from '../../../../shared/kit/words.ts'
import { html, type Gap } from '../../../../shared/ticket/markup.ts'
import type { Version } from '../../../services/publication/publications.ts'
import { framed } from '../frame.ts'
import { drawnQr } from '../drawn-qr.ts'
import { nameOfPeriod, paperLinks, unsurBars, worded, type IkmAsk } from './ikm-page.ts'

/**
 * The sheet of the annex, of the whole unit or of one service, to print on A4 and hang up: value, letter, respondents with sex and education,
 * period, unsur. Source: FORMS of publication sheets in use. The profile is told of the whole unit alone, for a service would have few of each.
 */
export function ikmSheet(
  shown: Version,
  of: { readonly service?: string | undefined; readonly address: string; readonly isOld: boolean },
  { office, lang, assets, demo, pdf }: IkmAsk,
): string | undefined {
  const { w, n } = worded(lang)
  const it = shown.body
  const address = (period: string, more: string) =>
    `/ikm/${encodeURIComponent(office.id)}/${period}${more}?lang=${lang}`
  const own = of.service === undefined ? undefined : it.services.find(one => one.service === of.service)
  if (of.service !== undefined && !own) return undefined
  const { ikm, mutu, n: answered, unsur } = own ?? it
  const tables = own ? [] : it.profile.filter(({ item }) => item === 'sex' || item === 'education')
  return framed({
    lang,
    title: `${w('title')} ${nameOfPeriod(it.period, lang)}`,
    assets: { styles: assets.styles },
    face: 'ikm sheet',
    office: office.name,
    look: office,
    demo,
    ...(of.isOld ? { other: `?versi=${shown.version}&` } : {}),
    body: html`<main>
      <h1 class="wide">${w('title')} (${w('short')})<br />${office.name}<br />${nameOfPeriod(it.period, lang)}</h1>
      <div class="two wide">
        <section aria-labelledby="value">
          <h2 id="value">${w('sheet.value')}</h2>
          <p class="value">${n(ikm, 2)}</p>
          <p>${w('mutu.is', { mutu, says: say(KINERJA[mutu], lang) })}</p>
          ${!own && it.interval && html`<p>${w('interval', { low: n(it.interval.low, 2), high: n(it.interval.high, 2) })}</p>`}
        </section>
        <section aria-labelledby="people">
          <h2>${w('sheet.service', { name: own ? say(own.name, lang) : w('sheet.all') })}</h2>
          <h3 id="people">${w('sheet.people')}</h3>
          <dl>
            <dt>${w('sheet.n')}</dt>
            <dd>${w('people', { n: n(answered) })}</dd>
            ${tables.map(table => tablePart(table, lang))}
            <dt>${w('sheet.period')}</dt>
            <dd>${w('sheet.days', { from: dateYearText(it.from, lang), to: dateYearText(it.through, lang) })}</dd>
          </dl>
        </section>
      </div>
      <section class="wide" aria-labelledby="unsur">
        <h2 id="unsur">${w('unsur')} <span>${w('unsur.scale')}</span></h2>
        ${unsurBars(unsur, lang)}
      </section>
      <p class="scan wide">
        ${drawnQr(of.address, w('sheet.scan'))}<span>${w('sheet.scan')}<br />${of.address}</span>
      </p>
      <p class="wide soft">
        ${w('version', { n: shown.version, date: dateYearText(officeDate(shown.at, office.zone), lang) })}
      </p>
      ${!own && !!it.brought && html`<p class="wide">${w('sheet.brought', { n: n(it.brought) })}</p>`}
      ${!own && !!it.leftOut && html`<p class="wide">${w('leftOut', { n: n(it.leftOut) })}</p>`}
      ${pdf && html`<p class="links wide no-print">${paperLinks(shown, address, lang, own?.service)}</p>`}
      <p class="thanks wide">${w('sheet.thanks')}<br />${w('sheet.use')}</p>
    </main>`,
  })
}

function tablePart(table: ProfileTable, lang: Lang): Gap {
  const { w, n } = worded(lang)
  return html`<dt>${say(profileItemText(table.item), lang)}</dt>
    <dd>
      ${table.rows
        .map(row => `${say(profileValueText(table.item, row), lang)} = ${w('people', { n: n(row.n) })}`)
        .join(', ')}
    </dd>`
}
