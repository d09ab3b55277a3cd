import type { Instrument } from '../../../shared/survey/instrument/instrument.ts'
import { intervalOf } from '../../../shared/survey/instrument/interval.ts'
import { isOpen, placesShown, type Programme } from '../../../shared/survey/instrument/programme.ts'
import { addingMarks, scoreOfSums, type InstrumentScore, type Marks } from '../../../shared/survey/instrument/score.ts'
import type { Range } from '../../../shared/survey/statistics/score-interval.ts'
import { adding } from '../../../shared/survey/statistics/sheet.ts'
import type { Database } from '../../store/open/database.ts'
import { sheetsInParts } from '../../store/survey/programmes.ts'

/** What a programme that is over brought, or that it is too little to be told. */
export type ClosedResult =
  | { readonly state: 'few' }
  | (Pick<InstrumentScore, 'n' | 'perception' | 'index' | 'mutu' | 'questions'> & {
      readonly state: 'open'
      readonly range: Range | undefined
      readonly places: readonly { readonly place: string; readonly n: number; readonly index: number | undefined }[]
    })

/** A programme with the questions that it asked. */
export interface AskedProgramme {
  /** By which its sheets know it. */
  readonly key: string
  readonly programme: Programme
  readonly instrument: Instrument
  /** The minimum of the office, below which no place is told of. */
  readonly minRatings: number
}

/** Adds up the sheets of a programme that is over, as they are read: a flood of them takes no room. */
export async function programmeResult(
  db: Database,
  { key, programme, instrument, minRatings }: AskedProgramme,
): Promise<ClosedResult> {
  const byPlace = new Map<string, ReturnType<typeof addingMarks>>()
  const whole = addingMarks(instrument)
  const keys = instrument.questions.map(q => q.key)
  // An interval is worked out for four steps alone.
  const days = instrument.steps === 4 ? adding(keys.length) : undefined
  for await (const rows of sheetsInParts(db, key))
    for (const { day, place, marks: text } of rows) {
      const marks = JSON.parse(text) as Marks
      const own = byPlace.get(place ?? '') ?? addingMarks(instrument)
      byPlace.set(place ?? '', own)
      own.add(marks)
      whole.add(marks)
      days?.add(
        day,
        keys.map(key => marks[key] ?? 0),
      )
    }
  const { n, perception, index, mutu, questions } = scoreOfSums(instrument, whole.sums())
  if (!isOpen([n, ...questions.map(q => q.n)])) return { state: 'few' }
  const sums = [...byPlace].map(([place, of]) => ({ place, of: of.sums() }))
  const shown = placesShown(
    sums.map(({ place, of }) => ({ place, counts: [of.n, ...of.questions.map(q => q.n)] })),
    minRatings,
  )
  return {
    ...{ state: 'open', n, perception, index, mutu, questions },
    range: days && intervalOf(instrument, days.sums(), programme.population),
    places: programme.places.flatMap(place => {
      const own = sums.find(one => one.place === place)
      if (!own || !shown.includes(place)) return []
      return [{ place, n: own.of.n, index: scoreOfSums(instrument, own.of).index }]
    }),
  }
}
