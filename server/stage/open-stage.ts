import { compose, type Program } from '../compose/compose.ts'
import type { Surroundings } from '../compose/ground.ts'
import { composeSetup } from '../compose/setup.ts'
import type { Pace } from '../rehearsal/play.ts'
import { createRehearsals, endRehearsals } from '../rehearsal/rehearsals.ts'
import { hasAdministrator } from '../store/staff.ts'
import { endSetupLink, newSetupLink, setupLink } from './setup-link.ts'
import { createStage, type Stage } from './stage.ts'

/** The stage with whom it has to begin with: the office's program, or the set-up with its link where nobody administers it yet. */
export async function openStage(
  around: Surroundings,
  pace?: Pace,
): Promise<{ readonly stage: Stage; readonly link: string | undefined }> {
  const { config, db, dataDir, failed } = around
  await endRehearsals(around)
  let stage: Stage
  /** The database stays open for whoever comes on stage next. */
  let own: Program
  const office = async () => ({ ...(own = await compose({ ...around, rehearsal })), close: async () => {} })
  const rehearsal = createRehearsals(around, { stage: () => stage, office, own: () => own }, pace)
  const told = (error: unknown) => failed(error, '-', 'stage')
  if (config.demo || (await hasAdministrator(db))) {
    endSetupLink(dataDir)
    stage = createStage(await office(), told)
    return { stage, link: undefined }
  }
  const setup = await composeSetup(around, {
    standing: () => setupLink(dataDir),
    async opened() {
      endSetupLink(dataDir)
      const program = await office()
      stage.show(program)
      return program.staff
    },
  })
  stage = createStage(setup, told)
  return { stage, link: newSetupLink(dataDir, Date.now()) }
}
