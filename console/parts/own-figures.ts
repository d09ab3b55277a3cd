import { EDGE_FROM } from '../../shared/officer/few.ts'
import type { OfficerRecord } from '../../shared/officer/record.ts'
import type { Lang } from '../../shared/kit/words.ts'
import { managerText } from '../../shared/text/manager.ts'
import { recordText } from '../../shared/text/record.ts'
import { numberText, say } from '../../shared/text/text.ts'
import type { Figure } from '../../shared/web/ui/ui-figures.ts'
import { minutesOf, percentOf } from './report-format.ts'

/** An officer's own work as a strip, of today at the desk and of a period in the record; dashes before it is read. */
export function ownFigures(record: OfficerRecord | undefined, lang: Lang): readonly Figure[] {
  const word = (key: keyof typeof recordText, values?: Record<string, string | number>) =>
    say(recordText[key], lang, values)
  const count = (n: number | undefined) => (n === undefined ? say(managerText.none, lang) : numberText(n, lang))
  const { within, n } = record?.standard ?? {}
  const shut = record?.shut ?? 0
  const share = within === undefined || n === undefined || n < EDGE_FROM ? '' : ` (${percentOf(within, n, lang)}%)`
  return [
    { label: word('fig.served'), value: count(record?.served), unit: word('fig.served.unit') },
    {
      label: word('fig.serve'),
      value: minutesOf(record?.serve.p50, lang),
      unit: word(shut > 0 ? 'minutes.shut' : 'minutes', { n: count(record?.serve.n), shut: count(shut) }),
    },
    {
      label: word('fig.standard'),
      value: count(within),
      unit: `${word('fig.standard.unit', { n: count(n) })}${share}`,
    },
    {
      label: word('fig.way'),
      value: minutesOf(record?.way.p50, lang),
      unit: word('fig.way.unit', { n: count(record?.way.n) }),
    },
    {
      label: word('fig.missed'),
      value: count(record?.missed),
      unit: word('fig.missed.unit', { n: count(record?.called) }),
    },
    { label: word('fig.aside'), value: `${count(record?.parked)} / ${count(record?.transferred)}` },
  ]
}
