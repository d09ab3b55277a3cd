import { html, nothing, type TemplateResult } from 'lit'
import type { Reply } from '../../shared/contracts/api.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { clockText as words } from '../../shared/text/clock.ts'
import { dateYearText } from '../../shared/text/period.ts'
import { numberText } from '../../shared/text/text.ts'
import { lang, t } from '../../shared/web/lang.ts'
import '../../shared/web/ui/ui-table.ts'

type Row = Omit<Reply<'GET /api/me/team/clock-marks'>['rows'][number], 'officerId'>

/** Visits with a wrong clock, those of each officer together with why; where they are many, that one should ask. */
export function marksPane(rows: readonly Row[], office: OfficeInfo): TemplateResult {
  const marked = rows.filter(row => row.visits.length > 0)
  const service = (id: string) => {
    const known = office.services.find(s => s.id === id)
    return known ? t(known.name) : id
  }
  const n = (value: number) => numberText(value, lang())
  return html`<section class="pane" aria-labelledby="marks">
    <header>
      <h2 id="marks">${t(words['team.title'])}</h2>
      <span class="note">${t(words['team.note'])}</span>
    </header>
    ${marked.length === 0 ? html`<p>${t(words['team.none'])}</p>` : nothing}
    ${marked.map(
      ({ name, served, many, visits }) =>
        html`<h3>${name}</h3>
          <p class="note">
            ${t(words['team.of'], { n: n(visits.length), of: n(served) })} ${many ? t(words['team.many']) : nothing}
          </p>
          <ui-table
            cards
            caption="${t(words['team.title'])}, ${name}"
            .columns=${(['date', 'number', 'service', 'reason'] as const).map(key => ({ key, label: t(words[key]) }))}
            .rows=${visits.map(v => ({
              id: `${v.date} ${v.number}`,
              cells: {
                date: dateYearText(v.date, lang()),
                number: html`<b>${v.number}</b>`,
                service: service(v.serviceId),
                reason: t(words[v.reason]),
              },
            }))}
          ></ui-table>`,
    )}
  </section>`
}
