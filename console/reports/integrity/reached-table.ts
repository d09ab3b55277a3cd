import { html } from 'lit'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { ratesOf, type Reached } from '../../../shared/survey/statistics/response.ts'
import { integrityText as words } from '../../../shared/text/integrity.ts'
import { numberText } from '../../../shared/text/text.ts'
import { lang, t } from '../../../shared/web/lang.ts'
import { serviceOf } from '../../parts/names.ts'
import type { Month } from './view.ts'

const HEADS = ['finished', 'invited', 'answered', 'response', 'reach'] as const

/** How many were invited and answered, of the unit, by how they came and by service, and how they were invited. */
export function reachedTable(office: OfficeInfo, { unit, services, channels }: Month['reached']) {
  const name = (id: string) => {
    const service = serviceOf(office, id)
    return service ? t(service.name) : id
  }
  const byName = services.map(s => ({ ...s, name: name(s.id) })).sort((a, b) => a.name.localeCompare(b.name, 'id'))
  const how = office.inviteOneIn === 1 ? t(words['how.open']) : t(words['how.drawn'], { n: office.inviteOneIn })
  return html`<section class="pane" aria-labelledby="reached">
    <h2 id="reached">${t(words.reached)}</h2>
    <p class="note">${how}</p>
    <div class="wide" tabindex="0" role="region" aria-label=${t(words['reached.table'])}>
      <table>
        <thead>
          <tr>
            <td></td>
            ${HEADS.map(head => html`<th scope="col">${t(words[head])}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${row(t(words['part.unit']), unit)} ${channels.map(c => row(t(words[`channel.${c.id}`]), c))}
          ${byName.map(s => row(s.name, s))}
        </tbody>
      </table>
    </div>
  </section>`
}

function row(name: string, reached: Reached) {
  const { response, reach } = ratesOf(reached)
  const percent = (share: number | undefined) => (share === undefined ? '–' : `${numberText(100 * share, lang(), 1)}%`)
  const count = (n: number) => numberText(n, lang())
  return html`<tr>
    <th scope="row">${name}</th>
    <td>${count(reached.finished)}</td>
    <td>${count(reached.invited)}</td>
    <td>${count(reached.answered)}</td>
    <td>${percent(response)}</td>
    <td>${percent(reach)}</td>
  </tr>`
}
