import type { Reply } from '../../../shared/contracts/api.ts'

/** The rehearsal day as a program sees it: the office's own begins one, the rehearsal's own shows and ends it. */
export interface Rehearsal {
  /** Whether this program is the rehearsal: what it writes is thrown away. */
  readonly running: boolean
  look(): Promise<Reply<'GET /api/offices/:office/rehearsal'>>
  /** Resolves once the rehearsal answers; begun a second time it goes on. Throws `REHEARSAL_OPEN`, `REHEARSAL_NOBODY`. */
  begin(office: string, by: string): Promise<void>
  /** Resolves once the office's own program answers; nothing of the rehearsal is left soon after. */
  end(by: string): Promise<void>
}
