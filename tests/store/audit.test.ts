import { expect, it } from 'vitest'
import { sql } from 'kysely'
import { appendAudit, onRecord, verifyAudit } from '../../server/store/audit.ts'
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

  it('is written together with what it tells, each once, when many things happen at once, and not at all where nothing happens [A9]', async () => {
    const { kysely } = store.db
    const put = (key: string) => ({
      first: kysely
        .insertInto('meta')
        .values({ key, value: '1' })
        .onConflict(there => there.column('key').doNothing())
        .compile(),
      then: [],
    })
    const entry = { at: 1, who: 'staff:admin', what: 'staff.link', detail: {} }
    const keys = Array.from({ length: 20 }, (_, i) => `k${i % 10}`)
    const done = await Promise.all([...keys.map(key => onRecord(store.db, put(key), entry)), ...[1, 2, 3].map(write)])
    expect(done.filter(one => one === true)).toHaveLength(10)
    expect(await verifyAudit(store.db)).toEqual({ ok: true, entries: 13 })
    const wrong = { first: put('new').first, then: [sql`insert into nothing values (1)`.compile(kysely)] }
    await expect(onRecord(store.db, wrong, entry)).rejects.toThrow()
    expect(await verifyAudit(store.db)).toEqual({ ok: true, entries: 13 })
    expect(await kysely.selectFrom('meta').select('key').where('key', '=', 'new').execute()).toEqual([])
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
