import { expect, it } from 'vitest'
import { sql } from 'kysely'
import { appendAudit, verifyAudit } from '../../server/store/audit.ts'
import { overDialects } from '../helpers/dialects.ts'

overDialects('the audit log', store => {
  const write = (at: number) =>
    appendAudit(store.db, { at, who: 'staff:admin', what: 'device.approve', detail: { device: `d${at}` } })

  it('is whole when nobody touched it', async () => {
    expect(await verifyAudit(store.db)).toEqual({ ok: true, entries: 0 })
    for (const at of [1, 2, 3]) await write(at)
    expect(await verifyAudit(store.db)).toEqual({ ok: true, entries: 3 })
  })

  it('stays one chain when many things happen at once', async () => {
    await Promise.all(Array.from({ length: 30 }, (_, i) => write(i)))
    expect(await verifyAudit(store.db)).toEqual({ ok: true, entries: 30 })
  })

  for (const [change, query] of Object.entries({
    'who did it': sql`update audit set who = 'staff:other' where seq = 2`,
    'the detail': sql`update audit set detail = '{}' where seq = 2`,
    'the time': sql`update audit set at = 9 where seq = 2`,
    'a hash': sql`update audit set hash = 'x' where seq = 2`,
  }))
    it(`shows that ${change} was changed afterwards [A9]`, async () => {
      for (const at of [1, 2, 3]) await write(at)
      await query.execute(store.db.kysely)
      expect(await verifyAudit(store.db)).toEqual({ ok: false, seq: 2 })
    })

  it('shows that an entry was taken out [A9]', async () => {
    for (const at of [1, 2, 3]) await write(at)
    await sql`delete from audit where seq = 2`.execute(store.db.kysely)
    expect(await verifyAudit(store.db)).toEqual({ ok: false, seq: 3 })
  })
})
