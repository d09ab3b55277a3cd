import { randomBytes } from 'node:crypto'
import type { LocalDate } from '../../../shared/kit/time.ts'
import { PROFILE_COLUMNS, PROFILE_KEYS, type Profile } from '../../../shared/survey/profile/profile.ts'
import type { Database } from '../open/database.ts'

/** Puts the profile of a questionnaire beside the others of its month, under an id that is random and stands nowhere else. */
export function profileInsert(
  { kysely }: Database,
  visit: { readonly office: string; readonly date: LocalDate; readonly service_id: string },
  profile: Profile,
) {
  const { office, date, service_id } = visit
  const columns = Object.fromEntries(PROFILE_KEYS.map(key => [PROFILE_COLUMNS[key], profile[key] ?? null])) as Record<
    (typeof PROFILE_COLUMNS)[keyof typeof PROFILE_COLUMNS],
    string | null
  >
  const id = randomBytes(16).toString('base64url')
  return kysely
    .insertInto('skm_profiles')
    .values({ id, office, date: monthOf(date), service_id, ...columns, brought: 0 })
    .compile()
}

/** All that is kept of when: the first day of the month. */
function monthOf(date: LocalDate): LocalDate {
  return `${date.slice(0, 8)}01`
}
