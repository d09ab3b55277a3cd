import type { CounterInfo, OfficeInfo, ServiceInfo } from '../../shared/office/office.ts'

/** Letters of series; I and O read as 1 and 0. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ'

/** The first letter, or two, that no service and no agency has yet. */
export function freeLetter({ services, agencies }: Pick<OfficeInfo, 'services' | 'agencies'>): string {
  const taken = new Set([...services.filter(s => !s.retired).map(s => s.letter), ...agencies.map(a => a.code)])
  const all = [...LETTERS].flatMap(a => [...LETTERS].map(b => a + b))
  return [...LETTERS, ...all].find(letter => !taken.has(letter)) ?? ''
}

/** An id made of a name, `Surat Pindah` becomes `surat-pindah`; a second one of the same name is numbered. */
export function newId({ services }: Pick<OfficeInfo, 'services'>, name: string): string {
  const plain = name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
  const base = plain === '' ? 'layanan' : plain
  const taken = new Set([...services.map(s => s.id), 'constructor'])
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}-${n}`
    if (!taken.has(id)) return id
  }
}

/** The number of the next counter: one more than the largest. */
export function nextCounter({ counters }: Pick<OfficeInfo, 'counters'>): string {
  return String(Math.max(0, ...counters.flatMap(c => (/^\d+$/.test(c.id) ? [Number(c.id)] : []))) + 1)
}

/** Services on offer that no counter serves. */
export function unserved({ services, counters }: Pick<OfficeInfo, 'services' | 'counters'>): readonly ServiceInfo[] {
  const served = new Set(counters.flatMap(c => c.services))
  return services.filter(s => s.open && !s.retired && !served.has(s.id))
}

/** In a narrow column a counter is known by its number, where it has one. */
export function shortOf({ name }: CounterInfo): string {
  return /\d+$/.exec(name)?.[0] ?? name
}
