import type { Lang } from '../../../kit/words.ts'
import { figure, tableOf, type Cell, type Table } from '../../../tables/table.ts'
import { profileItemText, profileValueText, publicationText as words } from '../../../text/publication.ts'
import { say } from '../../../text/text.ts'
import { unsurName } from '../../unsur-name.ts'
import type { Published } from '../publication.ts'

type Line = readonly [kind: string, of: string, measure: string, value: Cell]

/** A published period line by line, as everybody may take it away: rounded as the page prints it, IKM to two decimals and NRR to three. */
export function openTable(of: Published, lang: Lang): Table {
  const w = (key: keyof typeof words) => say(words[key], lang)
  const ikm = (value: number) => figure(value, 2)
  const whole = (measure: string, value: Cell): Line => [w('data.whole'), of.period, measure, value]
  const lines: readonly Line[] = [
    whole('IKM', ikm(of.ikm)),
    whole(w('mutu'), of.mutu),
    ...(of.interval ? [whole(w('data.low'), ikm(of.interval.low)), whole(w('data.high'), ikm(of.interval.high))] : []),
    whole(w('respondents'), figure(of.n)),
    ...(of.brought ? [whole(w('data.brought'), figure(of.brought))] : []),
    ...(of.leftOut ? [whole(w('data.leftOut'), figure(of.leftOut))] : []),
    whole(w('visits'), figure(of.visits)),
    whole(w('target'), figure(of.target)),
    ...of.unsur.map((one): Line => [w('data.unsur'), say(unsurName(one), lang), 'NRR', figure(one.nrr, 3)]),
    ...of.services.flatMap(({ name, n, ikm: value, mutu }): readonly Line[] => [
      [w('data.service'), say(name, lang), 'IKM', ikm(value)],
      [w('data.service'), say(name, lang), w('mutu'), mutu],
      [w('data.service'), say(name, lang), w('respondents'), figure(n)],
    ]),
    ...of.profile.flatMap(({ item, rows }) =>
      rows.map((row): Line => [
        w('data.profile'),
        say(profileItemText(item), lang),
        say(profileValueText(item, row), lang),
        figure(row.n),
      ]),
    ),
    ...of.trend.map((point): Line => [w('data.trend'), point.period, 'IKM', ikm(point.ikm)]),
  ]
  return tableOf(
    [words.title],
    [
      [words['data.kind'], line => line[0]],
      [words['data.of'], line => line[1]],
      [words['data.measure'], line => line[2]],
      [words['data.value'], line => line[3]],
    ],
    lines,
    lang,
  )
}
