import { MINUTE } from '../../shared/kit/time.ts'
import type { OfficerRecord } from '../../shared/officer/record.ts'
import { deskText } from '../../shared/text/desk.ts'
import { numberText, say } from '../../shared/text/text.ts'
import type { Lang } from '../../shared/kit/words.ts'

/** One figure of the strip below the desk. */
export interface DeskFigure {
  readonly label: string
  readonly value: string
  readonly unit?: string
}

/** The officer's own figures of today; a dash where nothing was measured yet. */
export function deskFigures(record: OfficerRecord | undefined, lang: Lang): readonly DeskFigure[] {
  const word = (key: keyof typeof deskText, values?: Record<string, string | number>) =>
    say(deskText[key], lang, values)
  const minutes = (ms: number | undefined) => (ms === undefined ? '–' : numberText(ms / MINUTE, lang, 1))
  const count = (n: number | undefined) => (n === undefined ? '–' : numberText(n, lang))
  const judged = record?.standard
  return [
    { label: word('fig.served'), value: count(record?.served), unit: word('fig.people') },
    { label: word('fig.serve'), value: minutes(record?.serve.p50), unit: word('fig.minutes') },
    { label: word('fig.way'), value: minutes(record?.way.p50), unit: word('fig.apart') },
    { label: word('fig.aside'), value: `${count(record?.parked)} / ${count(record?.transferred)}` },
    { label: word('fig.missed'), value: count(record?.missed), unit: word('fig.people') },
    { label: word('fig.standard'), value: count(judged?.within), unit: word('fig.of', { n: count(judged?.n) }) },
  ]
}
