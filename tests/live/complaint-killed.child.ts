import { openSqlite } from '../../server/store/open/open-sqlite.ts'
import { write } from '../helpers/complaint-killed.ts'
import { SIGNED } from '../helpers/killed-record.ts'
import { testApp } from '../helpers/test-app.ts'

/** The program with one complaint on its way: it dies without a word as soon as its writer was answered. */
const [file, page] = process.argv.slice(2) as [string, string]
const app = await testApp({ db: await openSqlite(file), key: SIGNED })
const { status } = await write(app, page)
process.stdout.write(String(status), () => process.kill(process.pid, 'SIGKILL'))
