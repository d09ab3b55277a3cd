import type { Words } from '../kit/words.ts'
import type { InnerComponent } from '../office/standard.ts'

/** The components of a service's standard that may be empty, as PermenPANRB 15/2014 names them: published ones, and the eight inner ones. */
export const standardText: Readonly<Record<InnerComponent | PublishedComponent, Words>> = {
  requirements: ['Persyaratan', 'Requirements'],
  procedure: ['Sistem dan prosedur', 'Procedure'],
  fee: ['Biaya, tarif', 'Fee'],
  product: ['Produk layanan', 'Product'],
  complaints: ['Pengaduan', 'Complaints'],
  legalBasis: ['Dasar hukum', 'Legal basis'],
  facilities: ['Sarana, prasarana', 'Facilities'],
  competence: ['Kompetensi', 'Competence'],
  oversight: ['Pengawasan internal', 'Internal oversight'],
  staffing: ['Jumlah pelaksana', 'Staffing'],
  guarantee: ['Jaminan pelayanan', 'Service guarantee'],
  safety: ['Jaminan keamanan', 'Safety guarantee'],
  evaluation: ['Evaluasi kinerja', 'Evaluation'],
}

type PublishedComponent = 'requirements' | 'procedure' | 'fee' | 'product' | 'complaints'
