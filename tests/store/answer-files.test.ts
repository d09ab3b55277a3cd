import { expect, it } from 'vitest'
import { createWholeFiles } from '../../server/services/collect/whole-files.ts'
import { createAnswerMonths } from '../../server/services/survey/answer-months.ts'
import type { AnswerImportsTable } from '../../server/store/schema/survey/collect-tables.ts'
import { filesOf, importOf, importRow, importStep } from '../../server/store/survey/collect.ts'
import { overDialects } from '../helpers/dialects.ts'
import { OFFICE } from '../helpers/entries.ts'

const QUARTER = { from: '2025-01-01', to: '2025-03-31' }

overDialects('files of answers', store => {
  const file = (id: string, change: Partial<AnswerImportsTable> = {}): AnswerImportsTable => ({
    ...{ id, office: OFFICE, hash: id, name: 'skm.csv', by_id: 'm', at: 1, state: 'kept', touched: 1, rows: 12 },
    ...{ from: '2025-02-03', to: '2025-05-05', months: '["2025-02","2025-05"]', secret: id },
    ...{ taken_by: null, taken_at: null, reason: null },
    ...change,
  })
  const put = (id: string, change?: Partial<AnswerImportsTable>) =>
    store.db.claim(importRow(store.db, file(id, change)), [])
  const of = (from: string, to: string) => filesOf(store.db, OFFICE, { from, to })
  const move = (id: string, from: AnswerImportsTable['state'], state: AnswerImportsTable['state']) =>
    store.db.atomic([importStep(store.db, id, from, { state })])

  it('belong to the months of their answers, and are none while one comes or goes [S49]', async () => {
    expect(await of('2025-01-01', '2025-12-31')).toBe('')
    await put('a')
    await put('b', { office: 'other', state: 'coming' })
    expect(await of('2025-01-01', '2025-03-31')).toBe('a kept')
    // Between its months there is nothing of it.
    expect(await of('2025-03-01', '2025-04-30')).toBe('')
    for (const [from, to, told] of [
      ['kept', 'leaving', undefined],
      ['leaving', 'taken', 'a taken'],
      ['taken', 'coming', undefined],
    ] as const) {
      await move('a', from, to)
      expect(await of('2025-05-05', '2025-05-11')).toBe(told)
      expect(await of('2025-04-01', '2025-04-30')).toBe('')
    }
  })

  it('are known by any of their hashes, once, until they are taken back [S49]', async () => {
    await put('a')
    expect(await importOf(store.db, OFFICE, ['x', 'a'])).toMatchObject({ id: 'a' })
    expect(await importOf(store.db, OFFICE, ['x'])).toBeUndefined()
    expect(await put('b', { hash: 'a' })).toBe(false)
    await move('a', 'kept', 'taken')
    expect(await importOf(store.db, OFFICE, ['a'])).toBeUndefined()
    expect(await put('b', { hash: 'a' })).toBe(true)
  })

  it('fix nothing that was read before one began to come, and let none begin between [S49 S71]', async () => {
    const files = createWholeFiles(store.db)
    const brought = await files.whole(OFFICE, QUARTER)
    const done: string[] = []
    const both = await Promise.allSettled([
      files.fixing(OFFICE, QUARTER, brought, async () => {
        await of('2025-01-01', '2025-03-31')
        done.push('fixed')
      }),
      files.beginning(async () => void done.push(`${await put('a', { state: 'coming' })}`)),
      files.fixing(OFFICE, QUARTER, brought, async () => void done.push('fixed too late')),
    ])
    expect(done).toEqual(['fixed', 'true'])
    expect(both.map(one => one.status)).toEqual(['fulfilled', 'fulfilled', 'rejected'])
    await expect(files.whole(OFFICE, QUARTER)).rejects.toMatchObject({ code: 'IMPORT_UNDER_WAY' })
    await move('a', 'coming', 'kept')
    await expect(files.fixing(OFFICE, QUARTER, brought, async () => 1)).rejects.toMatchObject({
      code: 'IMPORT_UNDER_WAY',
    })
    expect(await files.fixing(OFFICE, QUARTER, await files.whole(OFFICE, QUARTER), async () => 1)).toBe(1)
  })

  it('tell no sums of months while one comes, also where it began while they were read [S49]', async () => {
    for (const today of ['2026-12-31', '2025-03-15']) {
      const months = createAnswerMonths({ db: store.db, today: () => today })
      const id = `of ${today}`
      const reading = months.of(OFFICE, QUARTER)
      const [read] = await Promise.allSettled([reading, put(id, { state: 'coming' })])
      if (read.status === 'rejected') expect(read.reason).toMatchObject({ code: 'FIGURES_READING' })
      await expect(months.of(OFFICE, QUARTER)).rejects.toMatchObject({ code: 'FIGURES_READING' })
      expect((await months.of(OFFICE, { from: '2025-03-01', to: '2025-04-30' })).places).toEqual([])
      await move(id, 'coming', 'kept')
      expect((await months.of(OFFICE, QUARTER)).places).toEqual([])
    }
  })
})
