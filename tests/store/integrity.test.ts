import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { expect, it } from 'vitest'
import { openSqlite } from '../../server/store/open/open-sqlite.ts'
import type { Database } from '../../server/store/open/database.ts'
import { answerSkm } from '../../server/store/surveys.ts'
import {
  closedMonths,
  closeMonth,
  decisionRows,
  mintedOf,
  reachedOf,
  sheetsOf,
} from '../../server/store/survey/integrity.ts'
import { eraseTraces, traceInsert, traceKey, tracedMonths, tracedRows } from '../../server/store/survey/traces.ts'
import { childProgram } from '../helpers/child-program.ts'
import { overDialects, removeFolder, temporaryFolder } from '../helpers/dialects.ts'
import { DATE, entry, invitationRow, OFFICE, ticketId, ticketRow } from '../helpers/entries.ts'
import { nine } from '../helpers/surveyed.ts'

const MONTH = DATE.slice(0, 7)
const DAY = { from: DATE, to: DATE }

overDialects('the look at a month', store => {
  /** Visits of which every second one was drawn, and those that answer. */
  async function answered(visits: number, answers: number): Promise<void> {
    const rows = Array.from({ length: visits }, (_, i) => invitationRow(i, { chosen: i % 2 === 0 ? 1 : 0 }))
    await store.db.journal.append([
      entry({ tickets: rows.map((_, i) => ticketRow(i, { booked_at: i < 4 ? 1 : null })), invitations: rows }),
    ])
    for (let i = 0; i < answers; i++) {
      const id = `a${i}`
      const trace = traceInsert(store.db, {
        ...{ id, office: OFFICE, month: MONTH, minute: 60_000 * i, device_class: 'phone', device: 'p', network: 'n' },
        ...{ own_network: 0, seconds: null, offline: 0, channel: 'phone' },
      })
      await answerSkm(store.db, ticketId(2 * i), { key: `k${i}`, id, answers: nine(3), trace })
    }
  }

  it('reads questionnaires with the way they came in parts, none twice and none left out', async () => {
    await answered(20, 10)
    const seen: string[] = []
    for (let after = ''; ;) {
      const rows = await tracedRows(store.db, OFFICE, MONTH, { after, most: 4 })
      seen.push(...rows.map(row => row.id))
      expect(rows.every(row => row.waktu === 3 && row.date === DATE)).toBe(true)
      if (rows.length < 4) break
      after = rows.at(-1)!.id
    }
    expect(seen.sort()).toEqual(Array.from({ length: 10 }, (_, i) => `a${i}`).sort())
  })

  it('keeps one key of an office and month, and deletes it with what it hid [S51]', async () => {
    await answered(2, 1)
    const keys = await Promise.all(['x', 'y', 'z'].map(fresh => traceKey(store.db, OFFICE, MONTH, fresh)))
    expect(new Set(keys).size).toBe(1)
    expect(await tracedMonths(store.db, OFFICE)).toEqual([MONTH])
    await eraseTraces(store.db, OFFICE, MONTH)
    expect(await tracedMonths(store.db, OFFICE)).toEqual([])
    expect(await tracedRows(store.db, OFFICE, MONTH, { after: '', most: 9 })).toEqual([])
    expect(await sheetsOf(store.db, OFFICE, DAY)).toHaveLength(1)
  })

  it('closes a month once, with its marks, whoever does it at the same time [S50]', async () => {
    await answered(8, 4)
    const close = (at: number) =>
      closeMonth(
        store.db,
        { office: OFFICE, month: MONTH, at, looked: 4, flags: '[]' },
        new Map([
          ['a1', ['minutes', 'same']],
          ['a2', ['minutes']],
        ]),
      )
    expect((await Promise.all([close(1), close(2)])).filter(Boolean)).toHaveLength(1)
    expect(await closedMonths(store.db, OFFICE)).toEqual([MONTH])
    const marks = (await sheetsOf(store.db, OFFICE, DAY)).map(row => row.marks)
    expect(marks.sort()).toEqual([null, null, '["minutes","same"]', '["minutes"]'].sort())
  })

  it('leaves out what is marked and counters as a whole, and takes both back; of two decisions at once one counts [S53]', async () => {
    await answered(8, 4)
    await closeMonth(
      store.db,
      { office: OFFICE, month: MONTH, at: 1, looked: 4, flags: '[]' },
      new Map([['a1', ['minutes']]]),
    )
    const decide = (version: number, choice: 'count' | 'leaveOut', counters: readonly string[] = []) => {
      const row = { office: OFFICE, month: MONTH, version, choice, reason: 'Contoh alasan.', by_id: 'p1', at: 1 }
      const { first, then } = decisionRows(store.db, row, DAY, counters)
      return store.db.claim(first, then)
    }
    const leftOut = async () =>
      (await store.db.kysely.selectFrom('skm_answers').select('id').where('left_out', '=', 1).execute()).length
    expect(await Promise.all([decide(1, 'leaveOut'), decide(1, 'leaveOut')])).toContain(false)
    expect(await leftOut()).toBe(1)
    await decide(2, 'count')
    expect(await leftOut()).toBe(0)
    await decide(3, 'leaveOut', ['1'])
    expect(await leftOut()).toBe(4)
  })

  it('counts who finished, was invited and answered, by service and by how they came [S55]', async () => {
    await answered(10, 3)
    expect(await reachedOf(store.db, OFFICE, DAY)).toEqual([
      { serviceId: 'ktp', channel: 'booked', finished: 4, invited: 2, answered: 2 },
      { serviceId: 'ktp', channel: 'walkIn', finished: 6, invited: 3, answered: 1 },
    ])
    expect((await mintedOf(store.db, OFFICE, DAY)).filter(row => row.chosen === 1)).toHaveLength(5)
  })
})

it('a process that is killed while it closes months has marked all of a month, or none of it [S50]', async () => {
  const folder = temporaryFolder()
  const file = path.join(folder, 'tanggap.db')
  const open = async () => (await openSqlite(file)) as Database
  const before = await open()
  const place = {
    office: 'contoh',
    date: DATE,
    service_id: 'ktp',
    counter_id: '1',
    suggestion: null,
    left_out: 0,
  } as const
  const blank = Object.fromEntries(Object.keys(nine(3)).map(unsur => [unsur, null])) as Record<'waktu', null>
  for (let m = 0; m < 60; m++)
    await before.kysely
      .insertInto('skm_answers')
      .values(Array.from({ length: 40 }, (_, no) => ({ id: `m${m} ${no}`, ...place, ...blank, marks: null }) as never))
      .execute()
  await before.close()
  const child = spawn(process.execPath, [await childProgram(path.join(import.meta.dirname, 'closer.child.ts')), file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.on('data', (text: Buffer) => (said += text.toString()))
  while (said.split('\n').length < 25 && child.exitCode === null) await once(child.stdout, 'data')
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
  const db = await open()
  const closed = new Set(await closedMonths(db, 'contoh'))
  expect(closed.size).toBeGreaterThan(20)
  const rows = await db.kysely.selectFrom('skm_answers').select(['id', 'marks']).execute()
  for (const { id, marks } of rows) expect(marks !== null, id).toBe(closed.has(id.split(' ')[0]!))
  await db.close()
  removeFolder(folder)
}, 60_000)
