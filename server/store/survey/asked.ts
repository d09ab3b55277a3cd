import type { Instant, LocalDate } from '../../../shared/kit/time.ts'
import type { AnswerChannel } from '../../../shared/survey/collect/channels.ts'
import { OFFICIAL_SKM, type AskedSkm } from '../../../shared/survey/asked.ts'
import { askedBy } from '../../../shared/survey/instrument/asked-by.ts'
import { SKM, type Instrument } from '../../../shared/survey/instrument/instrument.ts'
import { BODY_ORDER } from '../../../shared/survey/instruments.ts'
import type { Database } from '../open/database.ts'

/** Roads on which staff bring answers. */
const BY_HAND: readonly AnswerChannel[] = ['paper', 'import']

/** What a visit that ended then is asked: the version of its office that was the newest by then. */
export async function skmAsked({ kysely }: Database, office: string, ended: Instant): Promise<AskedSkm> {
  const row = await kysely
    .selectFrom('instrument_versions')
    .select(['version', 'body'])
    .where('office', '=', office)
    .where('id', '=', SKM)
    .where('asks', '=', 1)
    .where('at', '<=', ended)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? asked(row) : OFFICIAL_SKM
}

/** Every version that visits of an office were or are asked, the first one first. */
export async function skmVersions({ kysely }: Database, office: string): Promise<readonly AskedSkm[]> {
  const rows = await kysely
    .selectFrom('instrument_versions')
    .select(['version', 'body'])
    .where('office', '=', office)
    .where('id', '=', SKM)
    .where('asks', '=', 1)
    .orderBy('version')
    .execute()
  return [OFFICIAL_SKM, ...rows.map(asked)]
}

/**
 * Which versions were answered between two dates, both included; 0 is the regulation's own. A form of paper or a row of a file that brought
 * the nine alone goes with whatever was asked then: the rest of it was left out.
 */
export async function versionsAnswered(
  { kysely }: Database,
  office: string,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
): Promise<readonly number[]> {
  const rows = await kysely
    .selectFrom('skm_answers')
    .select('version')
    .distinct()
    .where('office', '=', office)
    .where('date', '>=', from)
    .where('date', '<=', to)
    .where(q => q.or([q('version', 'is not', null), q('channel', 'is', null), q('channel', 'not in', BY_HAND)]))
    .where(q => q.or(BODY_ORDER.map(unsur => q(unsur, 'is not', null))))
    .execute()
  return rows.map(row => row.version ?? 0)
}

function asked({ version, body }: { readonly version: number; readonly body: string }): AskedSkm {
  return askedBy(version, JSON.parse(body) as Instrument)
}
