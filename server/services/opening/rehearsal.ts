import type { Reply } from '../../../shared/contracts/api.ts'

/** The rehearsal day as a program sees it: the office's own begins one, the rehearsal's own shows and ends it. */
export interface Rehearsal {
  /** Whether this program is the rehearsal: what it writes is thrown away. */
  readonly running: boolean
  /** What answers for an office that does not rehearse: the installation's own program. None for the one that does, and while it ends. */
  besides(office: string): ((request: Request, env: unknown) => Promise<Response>) | undefined
  /** Nothing to any office but the one that began it. */
  look(office: string): Promise<Reply<'GET /api/offices/:office/rehearsal'>>
  /** Resolves once the rehearsal answers; begun a second time it goes on. Throws `REHEARSAL_OPEN`, `REHEARSAL_NOBODY`, to another office `REHEARSAL`. */
  begin(office: string, by: string): Promise<void>
  /** Resolves once the office's own program answers; nothing of the rehearsal is left soon after. Throws `REHEARSAL` to another office. */
  end(office: string, by: string): Promise<void>
}
