import type { Words } from '../../shared/kit/words.ts'
import type { OfficeInfo, ServiceInfo } from '../../shared/office/office.ts'
import type { Paper } from '../../shared/office/papers.ts'
import type { OfficeChange } from '../../shared/office/structure/change.ts'
import { newId, nextCounter } from './grid.ts'

/** A service as somebody types it in one go. */
export interface TypedService {
  readonly name: string
  readonly letter: string
  /** One paper on each line; none: people bring nothing. */
  readonly papers: string
  /** Empty: free of charge. */
  readonly fee: string
  /** The name of a new counter by its number. */
  readonly counter: (n: string) => string
}

/** How nearly every service at a counter goes. */
const USUAL: readonly Words[] = [
  ['Ambil nomor dan tunggu panggilan', 'Take a number and wait to be called'],
  ['Serahkan berkas di loket untuk diperiksa', 'Hand in your documents for checking'],
  [
    'Terima hasil layanan, atau tanda terima dengan tanggal selesainya',
    'Receive the result, or a receipt with its date',
  ],
]
const MOST_PAPERS = 60
const LONGEST = 400

/**
 * The change that makes a new service: what its published standard says begins as is usual, to be changed on its own page. It
 * is served where everything is, else by the counter with the least; the first service brings the first counter.
 */
export function withService(office: OfficeInfo, typed: TypedService): OfficeChange {
  const id = newId(office, typed.name)
  const name: Words = [typed.name, '']
  const service = {
    ...{ id, name, letter: typed.letter, procedure: USUAL, product: name, complaints: complaintsAt(office) },
    ...{ fee: typed.fee === '' ? (['Gratis', 'Free of charge'] as const) : ([typed.fee, ''] as const) },
    ...{ free: typed.fee === '', asking: { requirements: papersIn(typed.papers), cases: [] } },
  }
  const counters = servingNew(office).map(c => ({ id: c.id, services: [...c.services, id] }))
  if (counters.length > 0) return { services: [service], counters }
  const n = nextCounter(office)
  return { services: [service], counters: [{ id: n, name: typed.counter(n), services: [id] }] }
}

/** The change by which a service has these papers: one that it had already stays as it is, with its note. */
export function withPapers({ id, requirements, cases }: ServiceInfo, text: string): OfficeChange {
  const kept = papersIn(text).map(paper => requirements.find(had => had.name[0] === paper.name[0]) ?? paper)
  const had = new Set(requirements.map(paper => paper.id))
  const free = Array.from({ length: 2 * MOST_PAPERS }, (_, i) => `berkas-${i + 1}`).filter(one => !had.has(one))
  const papers = kept.map(paper => (requirements.includes(paper) ? paper : { ...paper, id: free.shift()! }))
  return { services: [{ id, asking: { requirements: papers, cases } }] }
}

/** The services of a new counter: all of them, where each of the others serves all; else somebody decides. */
export function servedByNew(office: OfficeInfo): readonly string[] {
  return servesAlike(office) ? takenOn(office) : []
}

/** Where people complain: at the office itself, and to the nation's own desk. */
function complaintsAt({ address, phone }: OfficeInfo): Words {
  const at = (call: string) =>
    [address, phone && `${call} ${phone}`]
      .filter(Boolean)
      .map(part => `, ${part}`)
      .join('')
  return [`Meja depan${at('telepon')}, atau SP4N-LAPOR!`, `The front desk${at('phone')}, or SP4N-LAPOR!`]
}

/** The papers of a list as people paste one: a line each, without its dash or number, each once. */
export function papersIn(text: string): readonly Paper[] {
  const names = text.split('\n').map(line =>
    line
      .replace(/^\s*(?:[-–—*•·]|\d{1,2}[.)])\s*/, '')
      .trim()
      .slice(0, LONGEST),
  )
  const once = [...new Set(names.filter(name => name !== ''))].slice(0, MOST_PAPERS)
  return once.map((name, i) => ({ id: `berkas-${i + 1}`, name: [name, ''], note: null }))
}

function takenOn({ services }: OfficeInfo): readonly string[] {
  return services.filter(s => !s.retired).map(s => s.id)
}

function servesAlike(office: OfficeInfo): boolean {
  return office.counters.every(c => takenOn(office).every(id => c.services.includes(id)))
}

function servingNew(office: OfficeInfo): OfficeInfo['counters'] {
  const { counters } = office
  if (servesAlike(office)) return counters
  const least = Math.min(...counters.map(c => c.services.length))
  return counters.filter(c => c.services.length === least).slice(0, 1)
}
