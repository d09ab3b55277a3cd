import { expect, it } from 'vitest'
import {
  draftRow,
  draftsOf,
  entriesOf,
  entryRow,
  eraseDrafts,
  insertReportFile,
  noDraft,
  noReportFile,
  reportFilesOf,
  reportRow,
  versionsOf,
} from '../../server/store/record/daily.ts'
import { overDialects } from '../helpers/dialects.ts'

const DATE = '2026-06-09'
const of = { staffId: 'p1', date: DATE }
const draft = (rev: number, device = 'ponsel', text = `isi ${rev}`) => ({
  ...{ staff_id: 'p1', date: DATE, device, kind: 'phone' as const, rev, text },
  ...{ begun_at: 1, written_at: 1_800_000_000_000, received_at: 1_800_000_000_000 + rev },
})
const report = (version: number, id = `r${version}`) => ({
  ...{ id, office: 'samarinda', staff_id: 'p1', date: DATE, version, text: 'tertutup' },
  ...{ begun_at: 1, written_at: 2, received_at: 3 },
})
const entry = (seq: number, id = `e${seq}`) => ({
  ...{ id, office: 'samarinda', staff_id: 'p1', date: DATE, seq, version: 1 },
  ...{ kind: 'reply' as const, by_id: 'p1', at: 5, text: 'tertutup' },
})

overDialects('daily reports', store => {
  it('keep the newest draft of each device through a restart, and lose none that came since [O131]', async () => {
    await store.db.atomic([draftRow(store.db, draft(2)), draftRow(store.db, draft(1, 'komputer'))])
    await store.db.atomic([draftRow(store.db, draft(1, 'ponsel', 'lama'))])
    const db = await store.reopen()
    expect((await draftsOf(db, of)).map(d => [d.device, d.rev, d.text])).toEqual([
      ['ponsel', 2, 'isi 2'],
      ['komputer', 1, 'isi 1'],
    ])
    await db.atomic([noDraft(db, of, { device: 'ponsel', rev: 1 })])
    expect(await draftsOf(db, of)).toHaveLength(2)
    await db.atomic([noDraft(db, of, { device: 'ponsel', rev: 2 })])
    expect((await draftsOf(db, of)).map(d => d.device)).toEqual(['komputer'])
    await eraseDrafts(db, '2026-06-10')
    expect(await draftsOf(db, of)).toEqual([])
  })

  it('have each version and each line of the thread once, whoever comes second [O132]', async () => {
    const { db } = store
    expect(await db.claim(reportRow(db, report(1)), [])).toBe(true)
    expect(await db.claim(reportRow(db, report(1, 'lain')), [])).toBe(false)
    expect(await db.claim(entryRow(db, entry(1)), [])).toBe(true)
    expect(await db.claim(entryRow(db, entry(1, 'lain')), [])).toBe(false)
    await db.claim(reportRow(db, report(2)), [])
    expect((await versionsOf(db, ['p1'], DATE, DATE)).map(v => v.version)).toEqual([1, 2])
    expect(await versionsOf(db, ['p2'], DATE, DATE)).toEqual([])
    expect((await entriesOf(db, ['p1'], DATE, DATE)).map(e => e.id)).toEqual(['e1'])
    expect(await entriesOf(db, ['p1'], '2026-06-10', '2026-06-11')).toEqual([])
  })

  it('have no evidence any more that was taken away, through a restart [O407]', async () => {
    const file = { office: 'samarinda', staff_id: 'p1', date: DATE, name: 'tertutup', type: 'image/png', bytes: 9 }
    for (const [i, id] of ['f1', 'f2'].entries()) await insertReportFile(store.db, { ...file, id, at: i })
    expect(await store.db.claim(noReportFile(store.db, 'f1'), [])).toBe(true)
    expect(await store.db.claim(noReportFile(store.db, 'f1'), [])).toBe(false)
    expect((await reportFilesOf(await store.reopen(), of)).map(f => f.id)).toEqual(['f2'])
  })
})
