import type { Words } from '../kit/words.ts'
import type { InnerComponent } from '../office/standard.ts'

/** The inner components of a service's standard, as PermenPANRB 15/2014 names them. */
export const standardText: Readonly<Record<InnerComponent, Words>> = {
  legalBasis: ['Dasar hukum', 'Legal basis'],
  facilities: ['Sarana, prasarana', 'Facilities'],
  competence: ['Kompetensi', 'Competence'],
  oversight: ['Pengawasan internal', 'Internal oversight'],
  staffing: ['Jumlah pelaksana', 'Staffing'],
  guarantee: ['Jaminan pelayanan', 'Service guarantee'],
  safety: ['Jaminan keamanan', 'Safety guarantee'],
  evaluation: ['Evaluasi kinerja', 'Evaluation'],
}
