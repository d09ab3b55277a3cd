import { html, nothing, type TemplateResult } from 'lit'
import { officeDate, type LocalDate } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import type { ToldVersion } from '../../shared/officer/score/told.ts'
import { managerText } from '../../shared/text/manager.ts'
import { dateYearText } from '../../shared/text/period.ts'
import { scoreText } from '../../shared/text/score.ts'
import { scoreVersionsText } from '../../shared/text/score-versions.ts'
import { lang, t } from '../../shared/web/lang.ts'
import { howOf } from './score-how.ts'
import { computedOf, earlierOf } from './score-versions.ts'
import { meaningOf, one, whole } from './score-words.ts'

/** Somebody or some counter with its score; without versions until it is open. */
export interface ScoreRow {
  readonly name: string
  readonly opensOn: LocalDate
  readonly versions: readonly ToldVersion[]
}

/** One more column, told apart by its head. */
export interface MoreColumn<Row> {
  readonly head: string
  readonly cell: (row: Row) => unknown
}

/** What stands in the fixed columns; `name` and `mark` are put in place of the name, and beside the meaning. */
export interface Words<Row> {
  readonly head: string
  readonly unopened: (row: Row) => string
  readonly name?: (row: Row) => unknown
  readonly mark?: (row: Row) => unknown
}

/** Scores in the order in which they came, which is that of their names: nothing here sorts, or can be told to. */
export function scoreTable<Row extends ScoreRow>(
  office: OfficeInfo,
  rows: readonly Row[],
  words: Words<Row>,
  more: readonly MoreColumn<Row>[] = [],
): TemplateResult {
  const days = new Set(
    rows.flatMap(({ versions }) => versions.slice(0, 1).map(({ at }) => officeDate(at, office.zone))),
  )
  const of = { office, dated: days.size > 1 }
  return html`<table class="wide">
      <thead>
        <tr>
          <th scope="col">${words.head}</th>
          <th scope="col" class="n">${t(scoreText.value)}</th>
          <th scope="col" class="n">${t(scoreText['interval.head'])}</th>
          <th scope="col" class="n">n</th>
          <th scope="col">${t(scoreText.meaning)}</th>
          ${more.map(({ head }) => html`<th scope="col" class="n">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(row => rowOf(row, of, words, more))}
      </tbody>
    </table>
    ${of.dated ? html`<p class="note">${t(scoreVersionsText.days)}</p>` : nothing} ${whyNone(rows)}`
}

/** Why some of these rows have no figure, each reason once. */
function whyNone(rows: readonly ScoreRow[]) {
  const told = rows.flatMap(({ versions, opensOn }) => versions.slice(0, 1).map(({ score }) => ({ score, opensOn })))
  const words = (why: string) => told.find(({ score }) => score.told === 'words' && score.why === why)
  const waiting = words('waiting')
  const notes = [
    told.some(({ score }) => score.told === 'hidden') ? t(scoreText['hidden.some']) : '',
    words('difference') ? t(scoreText['words.why']) : '',
    waiting ? t(scoreText['waiting.why'], { on: dateYearText(waiting.opensOn, lang()) }) : '',
  ]
  return notes.filter(note => note !== '').map(note => html`<p class="note">${note}</p>`)
}

function rowOf<Row extends ScoreRow>(
  row: Row,
  of: { readonly office: OfficeInfo; readonly dated: boolean },
  words: Words<Row>,
  more: readonly MoreColumn<Row>[],
) {
  const latest = row.versions[0]
  const score = latest?.score
  const figures = score?.told === 'figures' ? score : undefined
  // On a phone a cell that holds no figure takes no line.
  const cell = figures ? 'n' : 'n dash'
  return html`<tr>
    <th scope="row">${words.name?.(row) ?? row.name}</th>
    <td class=${cell} data-l=${t(scoreText.value)}>${figures ? one(figures.value) : t(managerText.none)}</td>
    <td class=${cell} data-l=${t(scoreText['interval.head'])}>
      ${figures ? `${one(figures.low)}–${one(figures.high)}` : t(managerText.none)}
    </td>
    <td class="n" data-l="n">${score ? whole(score.n) : t(managerText.none)}</td>
    <td data-l=${t(scoreText.meaning)}>
      <span class="means">${score ? meaningOf(score) : words.unopened(row)}</span> ${words.mark?.(row)}
      ${latest && (of.dated || row.versions.length > 1) ? html`<p class="note">${computedOf(latest, of.office)}</p>` : nothing}
      ${figures ? howOf(row.name, figures) : nothing} ${earlierOf(row.name, row.versions, of.office)}
    </td>
    ${more.map(({ head, cell }) => html`<td class="n" data-l=${head}>${cell(row)}</td>`)}
  </tr>`
}
