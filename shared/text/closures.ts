import type { CloseReason } from '../queue/day.ts'
import type { Words } from '../kit/words.ts'

/** Why a service is closed for a while, as citizens read it; it names no person. */
export const closeReasonText: Readonly<Record<CloseReason, Words>> = {
  systemDown: ['sistem pusat sedang gangguan', 'the central system is down'],
  noOfficer: ['petugas sedang tidak di tempat', 'no officer is available now'],
  noMaterial: ['bahan cetak sedang habis', 'printing material has run out'],
  emergency: ['keadaan darurat', 'an emergency'],
  other: ['sedang ada kendala', 'there is a problem'],
}
