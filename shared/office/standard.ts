import type { Words } from '../kit/words.ts'

/**
 * The eight inner components of a service's standard, beside the six that are published (PermenPANRB 15/2014): dasar hukum,
 * sarana, kompetensi, pengawasan, jumlah pelaksana, jaminan pelayanan, jaminan keamanan, evaluasi. Empty where nobody has
 * filled one in.
 */
export const INNER_COMPONENTS = [
  'legalBasis',
  'facilities',
  'competence',
  'oversight',
  'staffing',
  'guarantee',
  'safety',
  'evaluation',
] as const
export type InnerComponent = (typeof INNER_COMPONENTS)[number]
export type ServiceStandard = Readonly<Record<InnerComponent, Words>>

const NOTHING: Words = ['', '']

/** Nothing filled in yet. */
export const EMPTY_STANDARD: ServiceStandard = {
  legalBasis: NOTHING,
  facilities: NOTHING,
  competence: NOTHING,
  oversight: NOTHING,
  staffing: NOTHING,
  guarantee: NOTHING,
  safety: NOTHING,
  evaluation: NOTHING,
}
