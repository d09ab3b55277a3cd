import { openSqlite } from '../../server/store/open/open-sqlite.ts'
import { answersThere, ANSWERS, ROWS, sendAnswers } from '../helpers/answers-killed.ts'
import { SIGNED } from '../helpers/killed-record.ts'
import { testApp } from '../helpers/test-app.ts'

/** The program with a file of answers half way in or out: it dies without a word. */
const [file, way] = process.argv.slice(2) as [string, 'in' | 'out']
const app = await testApp({ db: await openSqlite(file), key: SIGNED })
const manager = await app.as('manajer')
if (way === 'in') void sendAnswers(app, manager)
else {
  await sendAnswers(app, manager)
  const [{ id }] = (await manager.get(ANSWERS)).body.imports
  void manager.post(`${ANSWERS}/${id}/take-back`, { reason: 'Berkas bulan lain' })
}
for (;;) {
  const there = await answersThere(app)
  if (there > 0 && there < ROWS) process.stdout.write(`${there}`, () => process.kill(process.pid, 'SIGKILL'))
  await new Promise(resolve => setTimeout(resolve, 1))
}
