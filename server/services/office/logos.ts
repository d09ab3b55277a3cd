import type { Instant } from '../../../shared/kit/time.ts'
import { onRecord } from '../../store/audit.ts'
import type { Database } from '../../store/open/database.ts'
import { pictureById, pictureRow } from '../../store/pictures.ts'
import { pictureOf, type Picture } from './png.ts'

/** The pictures that offices show beside their names. */
export interface Logos {
  /** Keeps one, on record; throws `LOGO_UNFIT`. */
  keep(file: Uint8Array, by: { readonly who: string; readonly office: string }): Promise<Picture>
  /** The PNG under an id. */
  read(id: string): Promise<Buffer | undefined>
}

export function createLogos(db: Database, now: () => Instant): Logos {
  return {
    async keep(file, { who, office }) {
      const picture = pictureOf(file)
      const at = now()
      const entry = { at, who, what: 'office.logo', detail: { office, logo: picture.id } }
      await onRecord(db, { first: pictureRow(db, { ...picture, at }), then: [] }, entry)
      return picture
    },
    read: id => pictureById(db, id),
  }
}
