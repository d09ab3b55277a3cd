import { html, nothing } from 'lit'
import type { Reply } from '../../../shared/contracts/api.ts'
import { officeDate } from '../../../shared/kit/time.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { fixedPeriod } from '../../../shared/survey/fixed-periods.ts'
import { dateYearText, periodName } from '../../../shared/text/period.ts'
import { mediumText, publicationText as told, publishText as words } from '../../../shared/text/publication.ts'
import { numberText } from '../../../shared/text/text.ts'
import { lang, t } from '../../../shared/web/lang.ts'

type Version = Reply<'GET /api/offices/:office/publications'>['versions'][number]

/** The name of a period by its key. */
export function nameOfPeriod(key: string): string {
  const period = fixedPeriod(key)
  return period ? periodName(period, lang()) : key
}

/** A version that was published, with its page and its sheets for print. */
export function versionLine({ version, at, reason, body, by, media }: Version, office: OfficeInfo) {
  const date = dateYearText(officeDate(at, office.zone), lang())
  const here = `/ikm/${encodeURIComponent(office.id)}/${body.period}`
  const query = `?versi=${version}&lang=${lang()}`
  const link = (path: string, said: string) =>
    html`<a href=${`${here}${path}${query}`} target="_blank" rel="noopener">${said}</a>`
  return html`<li>
    ${link('', `${nameOfPeriod(body.period)}: ${numberText(body.ikm, lang(), 2)} (${body.mutu})`)}
    <p class="note">
      ${t(told.version, { n: version, date })}. ${by}. ${media.map(one => t(mediumText[one])).join(', ')}
    </p>
    ${reason === null ? nothing : html`<p class="note">${t(told.reason, { reason })}</p>`}
    <p class="links">
      ${link('/lembar-a4.pdf', t(told['sheet.a4']))} ${link('/lembar-a3.pdf', t(told['sheet.a3']))}
      ${link('/lembar', t(told.poster))}
    </p>
    ${
      body.services.length === 0
        ? nothing
        : html`<details>
            <summary>${t(words['sheets.services'])}</summary>
            <ul>
              ${body.services.map(
                one =>
                  html`<li class="links">
                    ${t(one.name)}: ${link(`/lembar-a4/${encodeURIComponent(one.service)}`, 'A4')}
                    ${link(`/lembar-a3/${encodeURIComponent(one.service)}`, 'A3')}
                  </li>`,
              )}
            </ul>
          </details>`
    }
  </li>`
}
