import { AppError } from '../../../shared/kit/errors.ts'
import type { Instant } from '../../../shared/kit/time.ts'
import type { Database } from '../../store/open/database.ts'
import { insertNote, noteById } from '../../store/visits.ts'
import type { Sealer } from '../identity/secrets.ts'
import type { Offices } from '../office/offices.ts'
import { digest } from './outcomes.ts'

/** What officers write about a visit. Events hold the id of a note and never its text. */
export interface Notes {
  /**
   * Keeps what a command says, before the command is done; the same command gives the same id. Throws `COMMAND_ID_REUSED`
   * where it said something else before.
   */
  keep(office: string, commandId: string, text: string): Promise<string>
  /** The text, or `null` once it is erased. */
  read(office: string, id: string): Promise<string | null>
  /** The same as it is kept, for a row of its own. */
  sealed(office: string, id: string): Promise<string | null>
  /** For words that are kept in another row than that of a note. */
  readonly texts: Sealer
}

export function createNotes(deps: { db: Database; offices: Offices; texts: Sealer; now: () => Instant }): Notes {
  const { db, offices, texts, now } = deps
  const sealed: Notes['sealed'] = async (office, id) => {
    const found = await noteById(db, id)
    return found?.office === office ? found.text : null
  }
  const read: Notes['read'] = async (office, id) => {
    const text = await sealed(office, id)
    return text === null ? null : (texts.open(text) ?? null)
  }
  return {
    read,
    sealed,
    texts,
    async keep(office, commandId, text) {
      const id = digest(['note', office, commandId])
      await insertNote(db, { id, office, date: offices.today(office), made_at: now(), text: texts.seal(text) })
      if ((await read(office, id)) !== text) throw new AppError('COMMAND_ID_REUSED')
      return id
    },
  }
}
