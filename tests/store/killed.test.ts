import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSqlite } from '../../server/store/open/open-sqlite.ts'
import { StartError } from '../../server/store/open/start-error.ts'
import { ticketsBetween } from '../../server/store/tickets.ts'
import { removeFolder, temporaryFolder } from '../helpers/dialects.ts'
import { DATE, OFFICE } from '../helpers/entries.ts'

const WRITER = path.join(import.meta.dirname, 'writer.child.ts')

describe('a process that is killed while it writes', () => {
  let folder = ''
  let file = ''
  beforeEach(() => {
    folder = temporaryFolder()
    file = path.join(folder, 'tanggap.db')
  })
  afterEach(() => removeFolder(folder))

  /** Starts a writer on the file; `kill` ends it without warning and tells the last `seq` that it had acknowledged. */
  async function startWriter() {
    const child = spawn(process.execPath, ['--import', 'tsx', WRITER, file], { stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    child.stdout.on('data', (text: Buffer) => (said += text.toString()))
    /** Waits until it has acknowledged so many batches. */
    const acknowledged = async (batches: number) => {
      while (said.split('\n').length <= batches && child.exitCode === null)
        await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])
    }
    await acknowledged(1)
    return {
      acknowledged,
      async kill(): Promise<number> {
        const ended = Promise.all([once(child, 'exit'), once(child.stdout, 'end')])
        child.kill('SIGKILL')
        await ended
        return Number(said.slice(0, said.lastIndexOf('\n')).split('\n').at(-1))
      },
    }
  }

  it('has lost nothing that it acknowledged, and left no gap and no half batch [J1]', async () => {
    let before = 0
    for (let round = 0; round < 5; round++) {
      const writer = await startWriter()
      await writer.acknowledged(20 + 15 * round)
      const acknowledged = await writer.kill()
      expect(acknowledged).toBeGreaterThan(before)
      const db = await openSqlite(file)
      const events = await db.journal.read(OFFICE, DATE)
      expect(events.length).toBeGreaterThanOrEqual(acknowledged)
      expect(events.map(e => e.seq)).toEqual(events.map((_, i) => i + 1))
      expect(await ticketsBetween(db, OFFICE, DATE, DATE)).toHaveLength(events.length)
      before = events.length
      await db.close()
    }
  }, 90_000)

  it('keeps everybody else out while it lives, and nobody once it is gone', async () => {
    const writer = await startWriter()
    const refused = openSqlite(file)
    await expect(refused).rejects.toBeInstanceOf(StartError)
    await expect(refused).rejects.toThrow(/already running/)
    await writer.kill()
    await (await openSqlite(file)).close()
  })
})
