import { chmodSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { officeKey } from '../../server/compose/office-key.ts'
import { pushKeysOf } from '../../server/compose/push-keys.ts'
import { openSqlite } from '../../server/store/open/open-sqlite.ts'
import { StartError } from '../../server/store/open/start-error.ts'
import { removeFolder, temporaryFolder } from '../helpers/dialects.ts'

let folder = ''
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => removeFolder(folder))
const at = (name: string) => path.join(folder, name)

/** The key with which a start on the folder goes on, or the sentence with which it ends. */
async function start(): Promise<Buffer | string> {
  const db = await openSqlite(at('tanggap.db'))
  try {
    return await officeKey(folder, db)
  } catch (error) {
    expect(error).toBeInstanceOf(StartError)
    return (error as Error).message
  } finally {
    await db.close()
  }
}

it('the key is made once, whole, for its owner’s eyes alone, and is the same at each start [J17]', async () => {
  const key = await start()
  expect(key).toHaveLength(32)
  expect(readFileSync(at('key'))).toEqual(key)
  chmodSync(at('key'), 0o644)
  expect(await start()).toEqual(key)
  expect(statSync(at('key')).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder)).not.toContain('key.new')
})

it('a key that is lost is never made anew beside a database that was written with one [J17]', async () => {
  await start()
  rmSync(at('key'))
  for (let i = 0; i < 2; i++) expect(await start()).toMatch(/key .* is missing.*bring it back/)
  // Nor when the database alone was brought to another place.
  rmSync(at('tanggap.stamp'))
  expect(await start()).toMatch(/key .* is missing/)
  expect(readdirSync(folder)).not.toContain('key')
})

it.each([
  ['empty', Buffer.alloc(0), /damaged/],
  ['cut short', randomBytes(31), /damaged/],
  ['too long', randomBytes(33), /damaged/],
  ['zeros alone', Buffer.alloc(32), /damaged/],
  ['of another installation', randomBytes(32), /not the one with which/],
])('a key that is %s is refused, and the right one goes on [J17]', async (_, wrong, why) => {
  const key = (await start()) as Buffer
  writeFileSync(at('key'), wrong)
  expect(await start()).toMatch(why)
  writeFileSync(at('key'), key)
  expect(await start()).toEqual(key)
})

it('a database from before the mark goes on with the key that is there, and a new key only when told to [J17]', async () => {
  await (await openSqlite(at('tanggap.db'))).close()
  const known = randomBytes(32)
  writeFileSync(at('key'), known)
  expect(await start()).toEqual(known)
  const fresh = randomBytes(32)
  writeFileSync(at('key'), fresh)
  expect(await start()).toMatch(/not the one/)
  rmSync(at('tanggap.stamp'))
  expect(await start()).toEqual(fresh)
  expect(await start()).toEqual(fresh)
})

it.each(['', '{', '{}', '{"publicKey":"x","privateKey":"y"}', 'null'])(
  'the pair of the push services is whole or refused with a sentence: %j',
  spoiled => {
    const pair = pushKeysOf(folder)
    expect(pushKeysOf(folder)).toEqual(pair)
    expect(statSync(at('push-keys.json')).mode & 0o777).toBe(0o600)
    writeFileSync(at('push-keys.json'), spoiled)
    expect(() => pushKeysOf(folder)).toThrow(/pair .* is damaged/)
  },
)
