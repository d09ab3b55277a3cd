import { AppError } from '../../../shared/kit/errors.ts'
import { grouped } from '../../../shared/kit/grouped.ts'
import type { Instant } from '../../../shared/kit/time.ts'
import type { PeriodFigures } from '../../../shared/survey/figures/period-figures.ts'
import { fixedPeriod } from '../../../shared/survey/fixed-periods.ts'
import {
  MEDIA,
  publishedOf,
  saysElse,
  type Medium,
  type NotPublished,
  type Published,
} from '../../../shared/survey/publication/publication.ts'
import { onRecord } from '../../store/audit.ts'
import type { Database } from '../../store/open/database.ts'
import type { PublicationsTable } from '../../store/schema/survey/publication-tables.ts'
import { staffById } from '../../store/staff.ts'
import { publicationRow, publicationsOf } from '../../store/survey/publications.ts'
import type { WholeFiles } from '../collect/whole-files.ts'
import type { Offices } from '../office/offices.ts'

/** One version of what was published of a period, as everybody reads it. */
export interface Version {
  readonly version: number
  readonly at: Instant
  readonly reason: string | null
  readonly body: Published
}

/** A version with what the office alone knows of it. */
export interface OwnVersion extends Version {
  readonly by: string
  readonly media: readonly Medium[]
}

/** What an office publishes of closed periods: frozen, in versions that all stay. */
export interface Publications {
  /** All versions, the latest period first and of it the latest version. */
  all(office: string): Promise<readonly OwnVersion[]>
  /** What would be published of a period now, or why nothing can. Throws `NOT_FOUND` for a period that is none. */
  preview(office: string, period: string): Promise<Published | NotPublished>
  /**
   * Publishes the version after the one that was `seen` (0 for the first); gives its number. Throws `NOT_PUBLISHED` where there is nothing to
   * publish or nothing new, `PUBLICATION_STATE` where somebody else was first, `BAD_REQUEST` for a later version without a reason, `IMPORT_UNDER_WAY`.
   */
  publish(
    who: { readonly id: string; readonly by: string },
    office: string,
    period: string,
    what: { readonly seen: number; readonly reason: string; readonly media: readonly Medium[] },
  ): Promise<number>
  /** What everybody reads: of the latest published period, or of one, its versions with the latest first; none where there is none. */
  told(office: string, period?: string): Promise<readonly Version[]>
  /** The periods that were published, the latest first, with the figure of their latest version. */
  periods(office: string): Promise<readonly Published[]>
}

export function createPublications(deps: {
  readonly db: Database
  readonly offices: Pick<Offices, 'get'>
  readonly figures: { of(office: string, period: string): Promise<PeriodFigures> }
  readonly files: WholeFiles
  readonly now: () => Instant
}): Publications {
  const { db, offices, figures, files, now } = deps

  async function preview(office: string, period: string): Promise<Published | NotPublished> {
    if (!fixedPeriod(period)) throw new AppError('NOT_FOUND', { period })
    const names = new Map(offices.get(office).services.map(({ id, name }) => [id, name]))
    return publishedOf(await figures.of(office, period), names)
  }

  return {
    async all(office) {
      const rows = (await newestFirst(db, office)).flat()
      const names = new Map<string, string>()
      for (const id of new Set(rows.map(row => row.by_id))) names.set(id, (await staffById(db, id))?.name ?? id)
      return rows.map(row => ({
        ...versionOf(row),
        ...{ by: names.get(row.by_id)!, media: JSON.parse(row.media) as Medium[] },
      }))
    },

    preview,

    async publish({ id, by }, office, period, { seen, reason, media }) {
      const days = fixedPeriod(period)
      if (!days) throw new AppError('NOT_FOUND', { period })
      const brought = await files.whole(office, days)
      const wanted = await preview(office, period)
      if (typeof wanted === 'string') throw new AppError('NOT_PUBLISHED', { why: wanted })
      if (seen > 0 && reason === '') throw new AppError('BAD_REQUEST', { field: 'reason' })
      const version = seen + 1
      const [before] = await publicationsOf(db, office, period)
      const row: PublicationsTable = {
        ...{
          office,
          period,
          version,
          body: JSON.stringify(wanted),
          media: JSON.stringify(MEDIA.filter(one => media.includes(one))),
        },
        ...{ reason: seen === 0 ? null : reason, by_id: id, at: now() },
      }
      // The same once more, because its answer was lost, is published.
      if (before?.version === version && isSame(before, row)) return version
      if ((before?.version ?? 0) !== seen) throw new AppError('PUBLICATION_STATE')
      if (before && !saysElse(versionOf(before).body, wanted) && before.media === row.media)
        throw new AppError('NOT_PUBLISHED', { why: 'same' })
      const entry = { at: row.at, who: by, what: 'ikm.publish', detail: { office, period, version, reason } }
      const deed = { first: publicationRow(db, row), then: [] }
      if (!(await files.fixing(office, days, brought, () => onRecord(db, deed, entry))))
        throw new AppError('PUBLICATION_STATE')
      return version
    },

    async told(office, period) {
      offices.get(office)
      const rows =
        period === undefined ? ((await newestFirst(db, office))[0] ?? []) : await publicationsOf(db, office, period)
      return rows.map(versionOf)
    },

    async periods(office) {
      return (await newestFirst(db, office)).map(([newest]) => versionOf(newest!).body)
    },
  }
}

/** All versions of an office by period, the latest period first and of it the latest version. */
export async function newestFirst(db: Database, office: string): Promise<readonly (readonly PublicationsTable[])[]> {
  const by = grouped(await publicationsOf(db, office), row => row.period)
  return [...by.values()].sort((a, b) => (lastDay(a) < lastDay(b) ? 1 : lastDay(a) > lastDay(b) ? -1 : 0))
}

const isSame = (a: PublicationsTable, b: PublicationsTable) =>
  a.body === b.body && a.media === b.media && a.reason === b.reason && a.by_id === b.by_id

const lastDay = ([row]: readonly PublicationsTable[]) => `${fixedPeriod(row!.period)?.to ?? ''} ${row!.period.length}`

function versionOf({ version, at, reason, body }: PublicationsTable): Version {
  return { version, at, reason, body: JSON.parse(body) as Published }
}
