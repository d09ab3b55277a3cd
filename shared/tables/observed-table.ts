import type { Lang } from '../kit/words.ts'
import type { Observed, ObservedWork } from '../oversight/observed.ts'
import { observerText as words, standingText } from '../text/observer.ts'
import { say } from '../text/text.ts'
import { figure, tableOf, type Column, type Table } from './table.ts'
import { waited } from './work-tables.ts'

const work = (of: 'today' | 'period', lang: Lang): readonly Column<Observed>[] => {
  const at = (row: Observed): ObservedWork => row[of]
  const head = words[of === 'today' ? 'today' : 'period']
  const named = (part: 'served' | 'wait' | 'wait90'): readonly [string, string] => [
    `${head[0]}: ${words[part][0]}`,
    `${head[1]}: ${words[part][1]}`,
  ]
  return [
    [named('served'), r => figure(at(r).served)],
    [named('wait'), r => waited(at(r).wait?.p50 ?? null, lang)],
    [named('wait90'), r => waited(at(r).wait?.p90 ?? null, lang)],
  ]
}

const estimated = (end: 'low' | 'high'): readonly [string, string] => [
  `${words.estimate[0]}: ${words[end][0]}`,
  `${words.estimate[1]}: ${words[end][1]}`,
]

/** Offices side by side as a file, by their names, the same figures as on the page. */
export function observedTable(
  { period, offices }: { readonly period: { readonly key: string }; readonly offices: readonly Observed[] },
  lang: Lang,
): Table {
  const columns: readonly Column<Observed>[] = [
    [words.office, r => r.office.name],
    [words.date, r => ({ date: r.date })],
    ...work('today', lang),
    ...work('period', lang),
    [words.ikm, r => figure(r.ikm?.ikm, 2)],
    [words.ikmN, r => figure(r.ikm?.n)],
    [words.ratings, r => figure(r.ratings?.mean, 1)],
    [words.low, r => figure(r.ratings?.low, 1)],
    [words.high, r => figure(r.ratings?.high, 1)],
    [words.ratingsN, r => figure(r.ratings?.n)],
    [words.estimate, r => figure(r.compared?.estimate, 1)],
    [estimated('low'), r => figure(r.compared?.low, 1)],
    [estimated('high'), r => figure(r.compared?.high, 1)],
    [words.standing, r => (r.compared ? say(standingText[r.compared.standing], lang) : '')],
  ]
  return tableOf([words.title, [period.key, period.key]], columns, offices, lang)
}
