import type { Release } from '../../../shared/office/office.ts'
import type { ServiceChange } from '../../../shared/office/structure/members.ts'
import type { ServiceInfo } from '../../../shared/office/office.ts'
import { documentSettings, serviceSettings } from '../../../shared/office/settings/service-settings.ts'
import { defaultsOf } from '../../../shared/office/settings/values.ts'
import { askingOf, askingProblems, draftAsking, type DraftAsking } from '../papers/draft-asking.ts'
import { keywordsOf, keywordsProblem, keywordsText } from '../draft-search.ts'
import { numberProblem, type Problem, type Problems } from '../draft-days.ts'
import { percentProblem, percentText, shareOf, typedOf, valueProblems, valuesOf, type Typed } from '../draft-values.ts'

export const RELEASES = ['open', 'waves', 'draw'] as const
export const MOST_WAVES = 10
const LONGEST_NAME = 400

/** A wave as it is typed. */
export interface DraftWave {
  readonly daysAhead: string
  readonly share: string
}

/** How a service is booked and what it yields, as it is typed; what is switched off is kept for switching on again. */
export interface DraftService extends Typed<typeof serviceSettings>, Typed<typeof documentSettings> {
  readonly id: string
  readonly booked: boolean
  readonly release: Release['kind']
  readonly waves: readonly DraftWave[]
  readonly opens: string
  readonly closes: string
  readonly document: boolean
  readonly docId: string
  readonly docEn: string
  readonly advises: boolean
  readonly keywords: string
  readonly asking: DraftAsking
}

/** What of a typed service stands in one field of a change. */
export const PARTS = {
  advises: ['advises'],
  keywords: ['keywords'],
  asking: ['asking'],
  booking: ['booked', 'release', 'waves', 'opens', 'closes', ...keysOf(serviceSettings)],
  document: ['document', 'docId', 'docEn', ...keysOf(documentSettings)],
} as const satisfies Record<string, readonly (keyof DraftService)[]>

/** Thirds of the places seven, three and one day ahead: what a service starts with that is given out in waves. */
const THIRDS: readonly DraftWave[] = [
  { daysAhead: '7', share: '34' },
  { daysAhead: '3', share: '33' },
  { daysAhead: '1', share: '33' },
]

/** A service, ready to be typed over. */
export function draftService(service: ServiceInfo): DraftService {
  const { id, booking, document, product, advises, keywords, requirements, cases } = service
  const release = booking?.release ?? { kind: 'open' }
  return {
    id,
    booked: booking !== null,
    release: release.kind,
    waves:
      release.kind === 'waves'
        ? release.waves.map(w => ({ daysAhead: String(w.daysAhead), share: percentText(w.share) }))
        : THIRDS,
    opens: release.kind === 'draw' ? String(release.opensDaysAhead) : '5',
    closes: release.kind === 'draw' ? String(release.closesDaysAhead) : '3',
    ...typedOf(serviceSettings, booking ?? defaultsOf(serviceSettings)),
    document: document !== null,
    docId: document?.name[0] ?? product[0],
    docEn: document?.name[1] ?? product[1],
    ...typedOf(documentSettings, document ?? defaultsOf(documentSettings)),
    advises,
    keywords: keywordsText(keywords),
    asking: draftAsking({ requirements, cases }),
  }
}

/** What is wrong with what is typed, by `booking.waves`, `asking.paper.kk.name` and the like. */
export function serviceProblems(service: DraftService): Problems {
  const found: Record<string, Problem> = {
    ...askingProblems(service.asking, 'asking.'),
    ...(service.booked ? valueProblems(serviceSettings, service, 'booking.') : {}),
    ...(service.document ? valueProblems(documentSettings, service, 'document.') : {}),
  }
  const note = (name: string, problem: Problem | undefined) => problem && (found[name] = problem)
  if (service.booked && service.release === 'waves') note('booking.waves', wavesProblem(service.waves))
  if (service.booked && service.release === 'draw') note('booking.draw', drawProblem(service))
  note('keywords', keywordsProblem(service.keywords))
  const names = [service.docId.trim(), service.docEn.trim()]
  if (service.document && (names[0] === '' || names.some(name => name.length > LONGEST_NAME)))
    note('document.name', { word: 'wrong.name' })
  return found
}

/** A service as the form has it, as a change. Only for a draft without problems. */
export function typedChange(service: DraftService): ServiceChange {
  const name: [string, string] = [service.docId.trim(), service.docEn.trim()]
  return {
    id: service.id,
    advises: service.advises,
    keywords: keywordsOf(service.keywords),
    asking: askingOf(service.asking),
    booking: service.booked ? { release: releaseOf(service), ...valuesOf(serviceSettings, service) } : null,
    document: service.document ? { name, ...valuesOf(documentSettings, service) } : null,
  }
}

function releaseOf({ release, waves, opens, closes }: DraftService) {
  if (release === 'open') return { kind: release }
  if (release === 'draw') return { kind: release, opensDaysAhead: Number(opens), closesDaysAhead: Number(closes) }
  // Percentages are rounded, shares total exactly 1: the last wave gives out the rest.
  const shares = waves.map(w => shareOf(w.share))
  const rest = 1 - shares.slice(0, -1).reduce((sum, share) => sum + share, 0)
  const last = waves.length - 1
  return {
    kind: release,
    waves: waves.map((w, i) => ({ daysAhead: Number(w.daysAhead), share: i === last ? rest : shares[i]! })),
  }
}

function wavesProblem(waves: readonly DraftWave[]): Problem | undefined {
  for (const { daysAhead, share } of waves) {
    const problem = numberProblem(daysAhead, 0, 60) ?? percentProblem(share, 0.01, 100)
    if (problem) return problem
  }
  const total = waves.reduce((sum, w) => sum + shareOf(w.share) * 100, 0)
  return Math.abs(total - 100) < 0.01 ? undefined : { word: 'wrong.shares', values: { total: Math.round(total) } }
}

function drawProblem({ opens, closes }: DraftService): Problem | undefined {
  const problem = numberProblem(opens, 1, 60) ?? numberProblem(closes, 0, 59)
  return problem ?? (Number(opens) > Number(closes) ? undefined : { word: 'wrong.draw' })
}

/** A typed service with one field of a change (`booking`) as another one has it. */
export function takenService(mine: DraftService, other: DraftService, part: string): DraftService {
  const keys: readonly (keyof DraftService)[] = PARTS[part as keyof typeof PARTS] ?? []
  return { ...mine, ...Object.fromEntries(keys.map(key => [key, other[key]])) }
}

function keysOf<T extends object>(table: T): readonly (keyof T)[] {
  return Object.keys(table) as (keyof T)[]
}
