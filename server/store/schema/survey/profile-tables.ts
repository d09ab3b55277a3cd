import { sql, type Kysely } from 'kysely'
import type { LocalDate } from '../../../../shared/kit/time.ts'

/**
 * Who answered a questionnaire, as far as they told: a row for each questionnaire that answers anything, in no way joined to its marks. Its
 * only dates are months, for a service on a day often has one questionnaire, which its day alone would name.
 */
export interface SkmProfilesTable {
  readonly id: string
  readonly office: string
  /** The first day of the month of the visit. */
  readonly date: LocalDate
  readonly service_id: string
  readonly sex: string | null
  readonly age_group: string | null
  readonly education: string | null
  readonly work: string | null
  /** Somebody of the office brought it in, on paper or in a file. */
  readonly brought: 0 | 1
}

export interface ProfileTables {
  readonly skm_profiles: SkmProfilesTable
}

/** Step `0073-profiles`. Whoever answered before was not asked: of them it is known that nothing was filled in. */
export async function profileTables(db: Kysely<unknown>, dialect: 'sqlite' | 'postgres'): Promise<void> {
  const table = db.schema
    .createTable('skm_profiles')
    .addColumn('id', 'text', c => c.primaryKey().notNull())
    .addColumn('office', 'text', c => c.notNull())
    .addColumn('date', 'text', c => c.notNull())
    .addColumn('service_id', 'text', c => c.notNull())
    .addColumn('sex', 'text')
    .addColumn('age_group', 'text')
    .addColumn('education', 'text')
    .addColumn('work', 'text')
  // Stored by its random id, so that no order of coming is kept.
  await (dialect === 'sqlite' ? table.modifyEnd(sql`without rowid`) : table).execute()
  await db.schema.createIndex('skm_profiles_office').on('skm_profiles').columns(['office', 'date']).execute()
  const id = dialect === 'sqlite' ? sql`lower(hex(randomblob(16)))` : sql`replace(gen_random_uuid()::text, '-', '')`
  const said = sql.join(UNSUR_THEN.map(unsur => sql.ref(unsur)))
  await sql`insert into skm_profiles (id, office, date, service_id)
    select ${id}, office, substr(date, 1, 8) || '01', service_id from skm_answers where coalesce(${said}) is not null`.execute(
    db,
  )
}

/** Step `0083-brought-profiles`: tells apart what was brought in; figures are read without the rows, so their index has it too. */
export async function broughtProfiles(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('skm_profiles')
    .addColumn('brought', 'integer', c => c.notNull().defaultTo(0))
    .execute()
  await db.schema.dropIndex('skm_profiles_figures').ifExists().execute()
  await db.schema
    .createIndex('skm_profiles_figures')
    .on('skm_profiles')
    .columns(['office', 'date', 'sex', 'age_group', 'education', 'work', 'brought'])
    .execute()
}

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
