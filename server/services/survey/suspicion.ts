import type { Reply } from '../../../shared/contracts/api.ts'
import { answerFlags } from '../../../shared/survey/suspicion.ts'
import { answerSources, deskNetworks, rememberDesk } from '../../store/answer-sources.ts'
import type { Database } from '../../store/open/database.ts'
import type { Offices } from '../office/offices.ts'

/** Answers that should be looked at, and the networks of the desk by which some are known. */
export interface Suspicion {
  /** Somebody of the staff signed in from there. */
  signedInFrom(office: string, network: string): Promise<void>
  flags(office: string): Promise<Reply<'GET /api/offices/:office/answer-flags'>>
}

export function createSuspicion({ db, offices }: { db: Database; offices: Offices }): Suspicion {
  return {
    signedInFrom: (office, network) => rememberDesk(db, office, network, offices.today(office)),
    async flags(office) {
      const sources = (await answerSources(db, office)).map(({ counter_id: counterId, ...s }) => ({ counterId, ...s }))
      return { flags: [...answerFlags(sources, await deskNetworks(db, office))] }
    },
  }
}
