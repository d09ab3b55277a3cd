import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSqlite } from '../../server/store/open/open-sqlite.ts'
import { StartError } from '../../server/store/open/start-error.ts'
import { ticketsBetween } from '../../server/store/tickets.ts'
import { childProgram } from '../helpers/child-program.ts'
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
    const child = spawn(process.execPath, [await childProgram(WRITER), file], { stdio: ['ignore', 'pipe', 'inherit'] })
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

  it('keeps everybody else out while it lives, whatever is removed beside the data, and nobody once it is gone [J15]', async () => {
    const writer = await startWriter()
    for (const name of readdirSync(folder)) if (!name.startsWith('tanggap.db')) rmSync(path.join(folder, name))
    const refused = openSqlite(file)
    await expect(refused).rejects.toBeInstanceOf(StartError)
    await expect(refused).rejects.toThrow(/already running/)
    await writer.kill()
    await (await openSqlite(file)).close()
  })

  describe('and whose data then', () => {
    /** What a start says to the files as they are. */
    const start = () =>
      openSqlite(file).then(
        async db => (await db.close(), ['started', db.adopted]),
        (error: Error) => [error.constructor, error.message],
      )

    /** A writer that was killed once a copy of the whole folder of an earlier time was made. */
    async function killedAfterCopy(): Promise<string> {
      await (await startWriter()).kill()
      await (await openSqlite(file)).close()
      const copy = `${folder}/earlier`
      copyFileSync(file, copy)
      const writer = await startWriter()
      await writer.acknowledged(5)
      await writer.kill()
      return copy
    }

    it('lost their log: it says which event is missing, and starts only when told to [J14]', async () => {
      await killedAfterCopy()
      rmSync(`${file}-wal`)
      const refusal = [
        StartError,
        expect.stringMatching(/lacks what was acknowledged.*tanggap\.db-wal was lost.*remove/),
      ]
      expect(await start()).toEqual(refusal)
      expect(await start()).toEqual(refusal)
      rmSync(path.join(folder, 'tanggap.stamp'))
      expect(await start()).toEqual(['started', true])
      expect(await start()).toEqual(['started', false])
    })

    it('gave way to an older copy: it says so [J14]', async () => {
      const copy = await killedAfterCopy()
      rmSync(`${file}-wal`)
      copyFileSync(copy, file)
      expect(await start()).toEqual([StartError, expect.stringMatching(/lacks what was acknowledged/)])
    })

    it('are gone or another office’s: it starts no second first day [J14]', async () => {
      await killedAfterCopy()
      for (const name of ['tanggap.db', 'tanggap.db-wal']) rmSync(path.join(folder, name))
      expect(await start()).toEqual([StartError, expect.stringMatching(/missing or empty/)])
      expect(readdirSync(folder)).not.toContain('tanggap.db')
      const other = path.join(folder, 'other', 'tanggap.db')
      await (await openSqlite(other)).close()
      copyFileSync(other, file)
      expect(await start()).toEqual([StartError, expect.stringMatching(/not the one that was here before/)])
    })

    it('are whole: it goes on without a word, however often', async () => {
      await killedAfterCopy()
      expect(await start()).toEqual(['started', false])
      expect(await start()).toEqual(['started', false])
    })
  })
})
