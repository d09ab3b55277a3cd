import type { Words } from '../../shared/kit/words.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'

const ACTS: readonly Words[] = [
  ['Permohonan baru', 'New request'],
  ['Perpanjangan', 'Extension'],
  ['Perubahan data', 'Change of data'],
  ['Salinan dan legalisir', 'Certified copies'],
  ['Pengambilan dokumen', 'Collecting papers'],
  ['Pengaduan layanan', 'Complaints'],
  ['Pembayaran dan tagihan', 'Payments and bills'],
  ['Pendampingan daring', 'Help with online forms'],
]

/** A mall with `n` services: each agency also has the usual acts around its own services. */
export function fullMall(mall: OfficeInfo, n: number): OfficeInfo {
  const more = ACTS.flatMap((act, i) =>
    mall.agencies.map(agency => {
      const model = mall.services.find(s => s.agency === agency.id)!
      return {
        ...model,
        id: `${agency.id}-${i + 1}`,
        name: act.map((part, lang) => `${part} ${agency.name[lang]}`) as unknown as Words,
        keywords: [`${act[0].toLowerCase()} ${agency.name[0].toLowerCase()}`],
        next: null,
        retired: false,
      }
    }),
  )
  const services = [...mall.services, ...more].slice(0, n)
  const counters = mall.counters.map(c =>
    c.agency === null ? c : { ...c, services: services.filter(s => s.agency === c.agency).map(s => s.id) },
  )
  return { ...mall, services, counters }
}
