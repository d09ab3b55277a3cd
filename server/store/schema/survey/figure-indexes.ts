import type { Kysely } from 'kysely'

/** The questions of a questionnaire when this step was released. */
const UNSUR_THEN = [
  'persyaratan',
  'prosedur',
  'waktu',
  'biaya',
  'produk',
  'kompetensi',
  'perilaku',
  'pengaduan',
  'sarana',
]

/**
 * Step `0061-figure-indexes`: what the figures of a period are added up from is read in its own order, without the rows, which lie in the
 * order of random ids; and so are the visits of each service.
 */
export async function figureIndexes(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('skm_answers_figures')
    .on('skm_answers')
    .columns(['office', 'date', 'service_id', 'counter_id', ...UNSUR_THEN])
    .execute()
  // The new one begins alike.
  await db.schema.dropIndex('skm_answers_office').execute()
  await db.schema
    .createIndex('invitations_service')
    .on('invitations')
    .columns(['office', 'date', 'service_id'])
    .execute()
}
