import { MINUTE, type Instant } from '../../../shared/kit/time.ts'
import type { InHall, Medium, Published } from '../../../shared/survey/publication/publication.ts'
import type { Database } from '../../store/open/database.ts'
import type { Offices } from '../office/offices.ts'
import { newestFirst } from './publications.ts'

/** Every device of the office asks for it once a minute. */
const REMEMBERED = MINUTE

/**
 * What the screens of an office show of what it published last; nothing where the hall is none of its media, or the setting `hallIkm` is off.
 * Remembered for a minute.
 */
export function createInHall(
  db: Database,
  offices: Pick<Offices, 'get'>,
  now: () => Instant,
): (office: string) => Promise<InHall | null> {
  const read = new Map<string, { readonly at: Instant; readonly shown: Promise<InHall | null> }>()
  return async id => {
    if (!offices.get(id).hallIkm) return null
    const known = read.get(id)
    if (known && Math.abs(now() - known.at) < REMEMBERED) return known.shown
    const shown = newest(db, id)
    read.set(id, { at: now(), shown })
    shown.catch(() => read.delete(id))
    return shown
  }
}

async function newest(db: Database, office: string): Promise<InHall | null> {
  const row = (await newestFirst(db, office))[0]?.[0]
  if (!row || !(JSON.parse(row.media) as Medium[]).includes('hall')) return null
  const { period, ikm, mutu, n } = JSON.parse(row.body) as Published
  return { period, ikm, mutu, n }
}
