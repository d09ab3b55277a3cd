import path from 'node:path'
import { mountCollect } from '../../http/api/survey/collect.ts'
import type { Door } from '../../http/mount.ts'
import { createAnswerImports } from '../../services/collect/imports.ts'
import type { WholeFiles } from '../../services/collect/whole-files.ts'
import { createPaperForms } from '../../services/collect/paper-forms.ts'
import { createByteSealer, createHasher } from '../../services/identity/secrets.ts'
import type { Offices } from '../../services/office/offices.ts'
import type { Ground } from '../ground.ts'

const A_MINUTE = 60_000

/** Answers that do not come from the citizen's own hand: forms of paper, and files. */
export function composeCollect(
  { around, db, key, now, turns, every, failed }: Ground,
  { offices, files }: { readonly offices: Offices; readonly files: WholeFiles },
) {
  const papers = createPaperForms({
    ...{ db, offices, now, folder: path.join(around.dataDir, 'forms') },
    sealer: createByteSealer(key, 'forms of paper'),
    hash: createHasher(key, 'form of paper'),
  })
  const imports = createAnswerImports({ db, offices, files, now, hash: createHasher(key, 'file of answers') })
  const pass = async () => {
    await papers.pass()
    await imports.pass()
  }
  const told = (error: unknown) => failed(error, 'collect')
  const left = imports.start().catch(told)
  const job = every(A_MINUTE, pass, told)
  const stop = async () => {
    await job.stop()
    await left
  }
  return { pass, stop, mount: (door: Door) => mountCollect(door, { papers, imports, calm: turns.calm }) }
}
