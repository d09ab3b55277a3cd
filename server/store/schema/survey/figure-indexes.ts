import { sql, type Kysely } from 'kysely'

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
 * Step `0077-figure-indexes`: what the figures of a period are added up from is read in its own order, without the rows, which lie in the
 * order of random ids: questionnaires, visits of each service, and profiles.
 */
export async function figureIndexes(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('skm_answers_figures')
    .on('skm_answers')
    .columns(['office', 'date', 'service_id', 'counter_id', ...UNSUR_THEN])
    .execute()
  // The new one begins alike.
  await db.schema.dropIndex('skm_answers_office').execute()
  await sql`create index skm_answers_left_out on skm_answers (office, date) where left_out = 1`.execute(db)
  await db.schema
    .createIndex('invitations_service')
    .on('invitations')
    .columns(['office', 'date', 'service_id', 'chosen'])
    .execute()
  await db.schema
    .createIndex('skm_profiles_figures')
    .on('skm_profiles')
    .columns(['office', 'date', 'sex', 'age_group', 'education', 'work'])
    .execute()
  await db.schema.dropIndex('skm_profiles_office').execute()
}
