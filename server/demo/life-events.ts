import type { LifeEvent, LifeEventPart } from '../../shared/office/life-events.ts'

const part = (serviceId: string, caseId: string | null, optional = false): LifeEventPart => ({
  serviceId,
  caseId,
  optional,
})

/** What people come for in one visit: its services in the order in which one leads to the next. */
export const demoLifeEvents: readonly LifeEvent[] = [
  {
    id: 'anak-lahir',
    name: ['Anak lahir', 'A child is born'],
    detail: ['Akta kelahiran, Kartu Keluarga, dan KIA', 'Birth certificate, family card and child card'],
    keywords: ['anak lahir', 'bayi', 'bayi lahir', 'melahirkan', 'kelahiran', 'anak pertama', 'newborn', 'birth'],
    parts: [part('akta-kelahiran', 'baru'), part('kartu-keluarga', 'anak'), part('kartu-identitas-anak', 'balita')],
  },
  {
    id: 'pindah-rumah',
    name: ['Pindah rumah', 'Moving house'],
    detail: ['Surat pindah, Kartu Keluarga, dan KTP-el', 'Moving letter, family card and ID card'],
    keywords: ['pindah', 'pindah rumah', 'pindahan', 'alamat baru', 'pindah datang', 'moving', 'new address'],
    parts: [part('pindah-datang', 'datang'), part('kartu-keluarga', null), part('ktp-el', null, true)],
  },
  {
    id: 'keluarga-meninggal',
    name: ['Anggota keluarga meninggal', 'A death in the family'],
    detail: ['Akta kematian dan Kartu Keluarga', 'Death certificate and family card'],
    keywords: ['meninggal', 'wafat', 'kematian', 'duka', 'almarhum', 'death', 'passed away'],
    parts: [part('akta-kematian', 'lapor'), part('kartu-keluarga', 'meninggal'), part('ktp-el', null, true)],
  },
]
