import { html, nothing } from 'lit'
import type { Reply } from '../../../shared/contracts/api.ts'
import type { ServiceInfo } from '../../../shared/office/office.ts'
import { adminPapersText } from '../../../shared/text/admin-papers.ts'
import { servicesText as words } from '../../../shared/text/services.ts'
import { monthText } from '../../../shared/text/ui.ts'
import { lang, t } from '../../../shared/web/lang.ts'

export type Standing = Reply<'GET /api/offices/:office/services/:service/standing'>

/** From this share on it is worth asking why. */
const MANY = 0.2

/** Each case with its papers, and beside it how many of its visits lacked some in the last month that is over. */
export function casesTable({ cases, requirements }: ServiceInfo, standing: Standing | undefined) {
  if (requirements.length === 0 && cases.length === 0) return html`<p class="soft">${t(words['asking.none'])}</p>`
  const name = (id: string) => requirements.filter(r => r.id === id).map(r => t(r.name))
  const known = new Set(cases.map(c => c.id))
  const others = standing?.missing.filter(m => m.case === null || !known.has(m.case)) ?? []
  const all = { id: '', label: t(words['case.all']), papers: requirements.flatMap(r => name(r.id)) }
  const rows = cases.map(c => ({ id: c.id, label: t(c.label), papers: c.papers.flatMap(name) }))
  return html`<table class="cases">
      <thead>
        <tr>
          <th scope="col">${t(words.case)}</th>
          <th scope="col">${t(adminPapersText.papers)}</th>
          <th scope="col" class="n">
            ${standing ? t(words.missing, { month: monthText(`${standing.month}-01`, lang()) }) : t(words['missing.plain'])}
          </th>
        </tr>
      </thead>
      <tbody>
        ${(rows.length > 0 ? rows : [all]).map(
          row =>
            html`<tr>
              <td><b>${row.label || t(adminPapersText['case.new'])}</b></td>
              <td>
                ${
                  row.papers.length > 0
                    ? html`<ul class="chips">
                        ${row.papers.map(paper => html`<li>${paper}</li>`)}
                      </ul>`
                    : html`<span class="soft">${t(words['papers.none'])}</span>`
                }
              </td>
              <td class="n">
                ${rate(row.id === '' ? others : (standing?.missing.filter(m => m.case === row.id) ?? []))}
              </td>
            </tr>`,
        )}
        ${
          rows.length > 0 && others.length > 0
            ? html`<tr>
                <td class="soft" colspan="2">${t(words['case.others'])}</td>
                <td class="n">${rate(others)}</td>
              </tr>`
            : nothing
        }
      </tbody>
    </table>
    ${standing ? html`<p class="note">${t(words['missing.note'])}</p>` : nothing}`
}

function rate(shares: Standing['missing']) {
  const [n, of] = [sum(shares.map(s => s.n)), sum(shares.map(s => s.of))]
  if (of === 0)
    return html`<span class="soft" aria-hidden="true">–</span><span class="vh">${t(words['missing.few'])}</span>`
  return html`<span class=${n / of >= MANY ? 'bad' : ''}>${Math.round((100 * n) / of)}%</span>
    <small>${t(words['missing.of'], { of })}</small>`
}

function sum(all: readonly number[]): number {
  return all.reduce((a, b) => a + b, 0)
}
