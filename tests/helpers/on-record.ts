import { expect } from 'vitest'
import { verifyAudit } from '../../server/store/audit.ts'
import { refuseLines } from './databases.ts'
import { contentsOf } from './on-stage.ts'
import type { Answer, TestApp } from './test-app.ts'

/** What is known of the offices: on disk, but for when somebody was last seen, and in memory. */
async function state(app: TestApp) {
  const { sessions: _, meta: __, ...tables } = await contentsOf(app.db)
  return { tables, offices: app.offices.all() }
}

/** Sees that an act does nothing while no line can be written, and then is done with that one line of it. */
export async function onlyOnRecord(app: TestApp, what: string, act: () => Promise<Answer>): Promise<void> {
  const before = await state(app)
  await refuseLines(app.db, true)
  const failed = await act().catch(() => undefined)
  await refuseLines(app.db, false)
  expect(failed?.status ?? 500, failed?.text).toBe(500)
  expect(await state(app)).toEqual(before)

  const done = await act()
  expect(done.status, done.text).toBeLessThan(300)
  const known = new Set(before.tables['audit'])
  const lines = (await state(app)).tables['audit']!.filter(line => !known.has(line))
  expect(lines.map(line => (JSON.parse(line as string) as { what: string }).what)).toEqual([what])
  expect((await verifyAudit(app.db)).ok).toBe(true)
}
