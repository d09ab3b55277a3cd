import { DEFAULT_SERVICE_BOOKING } from '../../shared/office/defaults.ts'
import type { ServiceInfo } from '../../shared/office/office.ts'
import type { Words } from '../../shared/kit/words.ts'

/** What a service states for itself; fee, complaints and being open are the same for the whole demo office. */
export type OwnStandard = Omit<
  ServiceInfo,
  'fee' | 'free' | 'complaints' | 'open' | 'advises' | 'booking' | 'document'
> &
  Partial<Pick<ServiceInfo, 'advises' | 'booking' | 'document'>>

/** A service of the demo office: free of charge, complaints at the desk in the lobby. */
export function service(own: OwnStandard): ServiceInfo {
  return {
    booking: DEFAULT_SERVICE_BOOKING,
    document: null,
    advises: false,
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

export const FAMILY_CARD: Words = ['Kartu Keluarga, asli atau fotokopi', 'Family card, original or copy']
export const OWN_ID: Words = ['KTP-el pemohon', 'Your ID card']
export const CIVIL_FORM: Words = ['Formulir F-2.01, tersedia di meja depan', 'Form F-2.01, available at the front desk']
export const WITNESSES: Words = ['KTP-el dua orang saksi', 'ID cards of two witnesses']
