import { MINUTE, type Instant, type LocalDate } from '../kit/time.ts'

/** Answers are counted by stretches of so long; no instant of an answer is kept. */
export const STRETCH_MS = 5 * MINUTE
/** Visits of one counter answered from one place within ten minutes; nobody serves so many people in that time. */
export const BURST = 5
/** Fewer answers of one counter from networks of the desk say nothing: the hall may share its Wi-Fi. */
export const FROM_DESK = 5

/** How many visits of a counter were answered from one place within one stretch. */
export interface AnswerSource {
  readonly date: LocalDate
  readonly counterId: string
  /** Names the place only among others: a keyed hash, or a tablet's id. */
  readonly network: string
  readonly stretch: number
  readonly answers: number
}

/** Answers that somebody should look at: many at once from one place, or from a network of the desk. */
export type AnswerFlag =
  | { readonly kind: 'burst'; readonly counterId: string; readonly from: Instant; readonly answers: number }
  | { readonly kind: 'desk'; readonly counterId: string; readonly answers: number; readonly of: number }

/** The number of the stretch in which an instant lies. */
export const stretchOf = (at: Instant): number => Math.floor(at / STRETCH_MS)

/** What is suspicious about the answers of the last days; nothing of it says what was answered. */
export function answerFlags(sources: readonly AnswerSource[], desks: ReadonlySet<string>): readonly AnswerFlag[] {
  const places = groups(sources, placeOf)
  const bursts = [...places.values()].flatMap(burstsOf)
  const counters = groups(sources, s => s.counterId)
  const fromDesk = [...counters].flatMap(([counterId, own]): AnswerFlag[] => {
    const answers = sum(own.filter(s => desks.has(s.network)))
    return answers >= FROM_DESK ? [{ kind: 'desk', counterId, answers, of: sum(own) }] : []
  })
  return [...bursts, ...fromDesk]
}

const placeOf = (s: AnswerSource) => `${s.counterId} ${s.network}`

function groups(sources: readonly AnswerSource[], by: (s: AnswerSource) => string) {
  const found = new Map<string, AnswerSource[]>()
  for (const s of sources) found.set(by(s), [...(found.get(by(s)) ?? []), s])
  return found
}

const sum = (sources: readonly AnswerSource[]) => sources.reduce((n, s) => n + s.answers, 0)

/** Bursts from one place: a stretch with the one beside it, so that a burst over the edge of two is one. */
function burstsOf(place: readonly AnswerSource[]): AnswerFlag[] {
  const found: AnswerFlag[] = []
  const byTime = [...place].sort((a, b) => a.stretch - b.stretch)
  for (let i = 0; i < byTime.length; i++) {
    const { counterId, stretch } = byTime[i]!
    const pair = byTime.slice(i, i + 2).filter(s => s.stretch <= stretch + 1)
    if (sum(pair) < BURST) continue
    found.push({ kind: 'burst', counterId, from: stretch * STRETCH_MS, answers: sum(pair) })
    i += pair.length - 1
  }
  return found
}
