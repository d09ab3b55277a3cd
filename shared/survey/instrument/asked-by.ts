import { isUnsur, type AskedSkm, type ExtraUnsur } from '../asked.ts'
import type { Instrument, InstrumentQuestion } from './instrument.ts'

/** What a saved version of the SKM asks of visits. */
export function askedBy(version: number, { questions }: Instrument): AskedSkm {
  const extra = questions.filter(({ key }) => !isUnsur(key)).map(extraOf)
  return {
    version,
    order: questions.map(q => q.key),
    extra: extra.sort((a, b) => (a.key < b.key ? -1 : 1)),
    weight: questions.find(({ key }) => isUnsur(key))?.weight ?? null,
  }
}

function extraOf({ key, name, wording, answers, weight }: InstrumentQuestion): ExtraUnsur {
  return { key, name, question: wording, answers, weight }
}
