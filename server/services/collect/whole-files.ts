import { AppError } from '../../../shared/kit/errors.ts'
import type { Span } from '../../../shared/survey/answered.ts'
import type { Database } from '../../store/open/database.ts'
import { filesOf } from '../../store/survey/collect.ts'
import { createTurn, type InTurn } from '../office/turn.ts'

/** Keeps files of answers that come or are taken back apart from figures that are fixed: those rest on whole files. */
export interface WholeFiles {
  /** What files brought to the months of some days, as text. Throws `IMPORT_UNDER_WAY` while one comes or is taken back. */
  whole(office: string, days: Span): Promise<string>
  /** Fixes figures that were read while there was `brought`. Throws `IMPORT_UNDER_WAY` where a file came or went since, or is about to. */
  fixing<T>(office: string, days: Span, brought: string, act: () => Promise<T>): Promise<T>
  /** Begins to take a file in or back, with nothing fixed in between. */
  readonly beginning: InTurn
}

export function createWholeFiles(db: Database): WholeFiles {
  const inTurn = createTurn()

  async function whole(office: string, days: Span): Promise<string> {
    const files = await filesOf(db, office, days)
    if (files === undefined) throw new AppError('IMPORT_UNDER_WAY')
    return files
  }

  return {
    whole,
    fixing: (office, days, brought, act) =>
      inTurn(async () => {
        if ((await whole(office, days)) !== brought) throw new AppError('IMPORT_UNDER_WAY')
        return act()
      }),
    beginning: inTurn,
  }
}
