import {
  copyFileSync,
  cpSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../server/store/open/database.ts'
import { getMeta, setMeta } from '../../server/store/open/meta.ts'
import { openSqlite } from '../../server/store/open/open-sqlite.ts'
import { StartError } from '../../server/store/open/start-error.ts'
import { removeFolder, temporaryFolder } from '../helpers/dialects.ts'
import { DATE, entry, OFFICE, taken } from '../helpers/entries.ts'

let folder = ''
let db: Database
beforeEach(async () => {
  folder = temporaryFolder()
  db = await openSqlite(file())
})
afterEach(async () => {
  await db.close()
  removeFolder(folder)
})
const file = (name = 'tanggap.db') => path.join(folder, name)

/** What a start says to the files as a process that was killed now would leave them, once somebody has been at them. */
async function startAfterKill(spoil: (at: (name: string) => string) => void = () => {}) {
  const left = path.join(folder, 'left')
  removeFolder(left)
  const names = ['tanggap.db', 'tanggap.db-wal', 'tanggap.stamp'].filter(name => existsSync(file(name)))
  for (const name of names) cpSync(file(name), path.join(left, name))
  spoil(name => path.join(left, name))
  try {
    const found = await openSqlite(path.join(left, 'tanggap.db'))
    const said = { numbers: (await found.journal.read(OFFICE, DATE)).length, setting: await getMeta(found, 'setting') }
    await found.close()
    return said
  } catch (error) {
    expect(error).toBeInstanceOf(StartError)
    return (error as Error).message
  }
}

const withoutLog = (at: (name: string) => string) => rmSync(at('tanggap.db-wal'))
const LACKS = expect.stringMatching(/lacks what was acknowledged.*tanggap\.db-wal was lost/)

/** Ways of writing that need no number: a setting, a unit of several rows, a claim. */
const writes: [string, (value: string) => Promise<unknown>][] = [
  ['a single statement', value => setMeta(db, 'setting', value)],
  ['a unit', value => db.atomic([setting(value)])],
  ['a unit that goes with the next flush', value => db.atomic([setting(value)], 'withNext')],
  ['a claim', value => db.claim(setting(value), [])],
]
const setting = (value: string) =>
  db.kysely
    .insertInto('meta')
    .values({ key: 'setting', value })
    .onConflict(known => known.column('key').doUpdateSet({ value }))
    .compile()

describe('a database whose log is taken away while it is used', () => {
  beforeEach(() => db.journal.append([entry({ events: [taken(1)] })]))

  it.each([
    ['its log is removed', () => rmSync(file('tanggap.db-wal'))],
    ['its log is moved away', () => renameSync(file('tanggap.db-wal'), file('moved'))],
    [
      'another log is put in its place',
      () => {
        copyFileSync(file('tanggap.db-wal'), file('copy'))
        renameSync(file('copy'), file('tanggap.db-wal'))
      },
    ],
    ['it is removed itself', () => rmSync(file())],
    [
      'all of them are removed, with the stamp',
      () => ['tanggap.db', 'tanggap.db-wal', 'tanggap.stamp'].forEach(name => rmSync(file(name))),
    ],
  ])('takes nothing more once %s, by whatever way [J16]', async (_, spoil) => {
    spoil()
    await expect(db.journal.append([entry({ events: [taken(2)] })])).rejects.toMatchObject({ code: 'UNAVAILABLE' })
    for (const [way, write] of writes) await expect(write('new'), way).rejects.toMatchObject({ code: 'UNAVAILABLE' })
    expect(await db.holds()).toBe(false)
    expect(await db.journal.read(OFFICE, DATE)).toEqual([taken(1)])
  })

  it('has kept what was acknowledged before it noticed, also for a start after it is killed [J1]', async () => {
    rmSync(file('tanggap.db-wal'))
    expect(await db.holds()).toBe(false)
    expect(await startAfterKill()).toEqual({ numbers: 1, setting: undefined })
  })
})

describe('a start after a kill', () => {
  it.each(writes)('notices that the log is lost in which nothing was but %s [J14]', async (_, write) => {
    await db.close()
    db = await openSqlite(file())
    await write('new')
    expect(await startAfterKill(withoutLog)).toEqual(LACKS)
    expect(await startAfterKill()).toEqual({ numbers: 0, setting: 'new' })
  })

  it.each(writes)('notices it also once the log was begun anew by %s [J14]', async (_, write) => {
    for (let begun = 0; begun < 3; begun++) {
      await sql`pragma wal_checkpoint(passive)`.execute(db.kysely)
      await write(`new ${begun}`)
      expect(await startAfterKill(withoutLog)).toEqual(LACKS)
      expect(await startAfterKill(at => truncateSync(at('tanggap.db-wal'), 0))).toEqual(LACKS)
      expect(await startAfterKill()).toEqual({ numbers: 0, setting: `new ${begun}` })
    }
  })

  it('notices that an older copy stands there, also when only a setting has changed since [J14]', async () => {
    await db.close()
    copyFileSync(file(), file('older'))
    db = await openSqlite(file())
    await setMeta(db, 'setting', 'new')
    await db.close()
    const older = await startAfterKill(at => copyFileSync(file('older'), at('tanggap.db')))
    db = await openSqlite(file())
    expect(older).toEqual(LACKS)
  })

  it('goes on when nothing was written since the start, and from a stamp of an earlier version', async () => {
    expect(await startAfterKill()).toEqual({ numbers: 0, setting: undefined })
    await setMeta(db, 'setting', 'new')
    const earlier = (at: (name: string) => string) => {
      const { log, ...rest } = JSON.parse(readFileSync(at('tanggap.stamp'), 'utf8')) as Record<string, unknown>
      expect(log).toBe(1)
      writeFileSync(at('tanggap.stamp'), JSON.stringify(rest))
    }
    expect(await startAfterKill(earlier)).toEqual({ numbers: 0, setting: 'new' })
  })

  it('notices a lost log also when the stamp was taken away while the process ran [J14]', async () => {
    await db.close()
    db = await openSqlite(file())
    await db.journal.append([entry({ events: [taken(1)] })])
    rmSync(file('tanggap.stamp'))
    expect(await db.holds()).toBe(true)
    expect(await startAfterKill(withoutLog)).toEqual(LACKS)
    await db.journal.append([entry({ events: [taken(2)] })])
    expect(JSON.parse(readFileSync(file('tanggap.stamp'), 'utf8'))).toMatchObject({ log: 1, head: { seq: 2 } })
  })

  it('refuses a stamp that says nothing, so that a lost log is not overlooked [J14]', async () => {
    await db.journal.append([entry({ events: [taken(1)] })])
    const emptied = await startAfterKill(at => (truncateSync(at('tanggap.stamp'), 0), withoutLog(at)))
    expect(emptied).toMatch(/stamp .* cannot be read.*remove it/)
  })
})
