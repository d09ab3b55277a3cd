import { DEFAULT_SERVICE_BOOKING, PLAIN_SERVICE } from '../../shared/office/defaults.ts'
import type { ServiceInfo } from '../../shared/office/office.ts'
import type { ServiceStandard } from '../../shared/office/standard.ts'
import type { Paper, ServiceCase } from '../../shared/office/papers.ts'
import type { Words } from '../../shared/kit/words.ts'

/** What a service states for itself; fee, complaints and being open are the same for the whole demo office. */
export type OwnStandard = Omit<
  ServiceInfo,
  'fee' | 'free' | 'complaints' | 'open' | 'advises' | 'booking' | 'document' | 'cases' | keyof typeof PLAIN_SERVICE
> &
  Partial<Pick<ServiceInfo, 'advises' | 'booking' | 'document' | 'cases'>>

/** What its standard says of the office itself; one for all, as offices of civil registry often write it. */
const INNER_STANDARD: ServiceStandard = {
  legalBasis: [
    'UU 23/2006 jo. UU 24/2013; Perpres 96/2018; Permendagri 108/2019',
    'Act 23/2006 as amended by Act 24/2013; Presidential Regulation 96/2018; Regulation 108/2019 of the Interior',
  ],
  facilities: [
    'Ruang tunggu, kursi roda, ruang laktasi, alat rekam, pencetak dokumen',
    'Waiting hall, wheelchair, nursing room, capture device, document printer',
  ],
  competence: [
    'Operator terlatih yang memahami administrasi kependudukan',
    'Trained operators who know the civil registry',
  ],
  oversight: ['Kepala seksi setiap hari, inspektorat setiap tahun', 'Section head daily, inspectorate yearly'],
  staffing: ['Sepuluh petugas untuk delapan loket', 'Ten officers for eight counters'],
  guarantee: ['Maklumat pelayanan di lobi', 'Service pledge in the lobby'],
  safety: [
    'Berkas dan data disimpan terkunci, hanya dibuka petugas yang berwenang',
    'Papers and data are locked away and opened by authorised officers only',
  ],
  evaluation: ['Survei kepuasan setiap semester', 'Satisfaction survey every half-year'],
}

/** A service of the demo office: free of charge, complaints at the desk in the lobby. */
export function service(own: OwnStandard): ServiceInfo {
  return {
    ...PLAIN_SERVICE,
    standard: INNER_STANDARD,
    booking: DEFAULT_SERVICE_BOOKING,
    document: null,
    advises: false,
    cases: [],
    ...own,
    fee: ['Gratis', 'Free of charge'],
    free: true,
    complaints: ['Meja pengaduan di lobi', 'Complaints desk in the lobby'],
    open: true,
  }
}

export const TAKE_NUMBER: Words = ['Ambil nomor dan tunggu panggilan', 'Take a number and wait to be called']
export const HAND_IN: Words = ['Serahkan berkas di loket untuk diperiksa', 'Hand in your documents for checking']
export const CHECK_DRAFT: Words = [
  'Periksa draf, lalu setujui bila sudah benar',
  'Read the draft and approve it when it is right',
]

/** A paper of a service; `note` says in which form, or where people get it. */
export function paper(id: string, name: Words, note: Words | null = null): Paper {
  return { id, name, note }
}

/** A case with exactly its papers. */
export function whenever(
  id: string,
  label: Words,
  papers: readonly string[],
  more: Partial<Pick<ServiceCase, 'detail' | 'spare'>> = {},
): ServiceCase {
  return { id, label, detail: null, spare: null, ...more, papers }
}

export const FAMILY_CARD = paper('kk', ['Kartu Keluarga', 'Family card'], ['Asli atau fotokopi', 'Original or copy'])
export const OWN_ID = paper('ktp', ['KTP-el pemohon', 'Your ID card'], ['Asli', 'Original'])
export const PARENTS_ID = paper('ktp-ortu', [
  'KTP-el kedua orang tua atau wali',
  'ID cards of both parents or the guardian',
])
export const WITNESSES = paper(
  'saksi',
  ['KTP-el dua orang saksi', 'ID cards of two witnesses'],
  ['Fotokopi atau foto, untuk formulir F-2.01', 'Copy or photograph, for form F-2.01'],
)
export const LOSS_REPORT = paper(
  'surat-hilang',
  ['Surat kehilangan', 'Report of loss'],
  ['Asli, dari kantor polisi terdekat', 'Original, from the nearest police station'],
)
/** Neither a covering letter nor a form is brought: the one is asked for no more, the other lies at the front desk. */
export const NO_LETTER: Words = ['Surat pengantar RT atau kelurahan', 'Letter of the neighbourhood or the village head']
export const NO_CIVIL_FORM: Words = [
  'Surat pengantar RT, formulir F-2.01 (tersedia di meja depan)',
  'Letter of the neighbourhood, form F-2.01 (available at the front desk)',
]
