import path from 'node:path'
import { mountCollect } from '../../http/api/survey/collect.ts'
import type { Door } from '../../http/mount.ts'
import { createAnswerImports } from '../../services/collect/imports.ts'
import { createPaperForms } from '../../services/collect/paper-forms.ts'
import { createByteSealer, createHasher } from '../../services/identity/secrets.ts'
import type { Offices } from '../../services/office/offices.ts'
import type { Ground } from '../ground.ts'

const A_MINUTE = 60_000

/** Answers that do not come from the citizen's own hand: forms of paper, and files. */
export function composeCollect(
  { around, db, key, now, turns, every, failed }: Ground,
  { offices }: { readonly offices: Offices },
) {
  const papers = createPaperForms({
    ...{ db, offices, now, folder: path.join(around.dataDir, 'forms') },
    sealer: createByteSealer(key, 'forms of paper'),
    hash: createHasher(key, 'form of paper'),
  })
  const imports = createAnswerImports({ db, offices, now, hash: createHasher(key, 'file of answers') })
  const pass = async () => {
    await papers.pass()
    await imports.pass()
  }
  const job = every(A_MINUTE, pass, error => failed(error, 'collect'))
  return { pass, stop: job.stop, mount: (door: Door) => mountCollect(door, { papers, imports, calm: turns.calm }) }
}
