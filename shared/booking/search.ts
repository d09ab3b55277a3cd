import type { ServiceInfo } from '../office/office.ts'

/** Words people put before what they look for; they say nothing about which service. */
const FILLERS = new Set('antre antrean nomor ambil mau ingin urus mengurus buat bikin saya the a to get'.split(' '))

/**
 * Whether a service answers a search in everyday words: every word, or its beginning as it is typed on a phone, must
 * occur in the name, the detail, the keywords or the letter, in either language.
 */
export function matches(service: Pick<ServiceInfo, 'name' | 'detail' | 'keywords' | 'letter'>, query: string): boolean {
  const words = plain(query)
    .split(' ')
    .filter(word => word !== '' && !FILLERS.has(word))
  const text = plain([...service.name, ...service.detail, ...service.keywords, service.letter].join(' '))
  return words.every(word => text.includes(word))
}

/**
 * Small letters and digits with single spaces. Both spellings of the queue are understood; only the one of the
 * dictionary is shown.
 * @example plain('Antrian, KTP-el!') // 'antrean ktp el'
 */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\bantri(an)?\b/g, (_, an?: string) => (an ? 'antrean' : 'antre'))
    .trim()
}
