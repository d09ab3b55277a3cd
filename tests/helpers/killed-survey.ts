import { atClock } from '../../shared/kit/time.ts'
import { nine, surveyed } from './surveyed.ts'
import type { TestApp } from './test-app.ts'

/** What the program does when it is killed. */
export type KilledAct = 'publish' | 'decide' | 'sheet'

const O = '/api/offices/samarinda'
const KEY = '00000000-0000-4000-8000-00000000000b'
const NOW = { publish: '2026-04-13', decide: '2026-07-15', sheet: '2026-06-09' } as const
const WHERE = {
  from: '2026-06-09',
  to: '2026-06-30',
  ...{ instrument: 'spak', version: 0, population: null, places: [], name: ['Program', ''], about: ['', ''] },
}

/** A closed quarter of three counters; to decide on, a month in which thirty answers of all three are marked. */
async function quarter({ db }: TestApp, marked: boolean): Promise<void> {
  const said = surveyed(db)
  const month = marked ? '2026-06' : '2026-01'
  for (const day of ['12', '15', '16', '17', '18', '19', '22', '29'])
    for (const seat of ['1', '2', '3'])
      await said.answered(await said.visits(12, `p${seat}`, seat, `${month}-${day}`), nine(seat === '1' ? 4 : 3))
  if (!marked) return
  for (const seat of ['1', '2', '3'])
    await said.answered(await said.visits(14, `p${seat}`, seat, '2026-06-24'), nine(1))
  await db.kysely.updateTable('skm_answers').set({ marks: '["minutes"]' }).where('date', '=', '2026-06-24').execute()
  const flags = JSON.stringify([{ kind: 'minutes', key: 'phone', answers: 42, on: '2026-06-24' }])
  await db.kysely
    .insertInto('integrity_months')
    .values({ office: 'samarinda', month: '2026-06', at: atClock('2026-07-08', '05:00', 'WITA'), looked: 294, flags })
    .execute()
}

/** All that has to be there before the act. Gives the public page of the programme, where there is one. */
export async function beginning(app: TestApp, what: KilledAct): Promise<string> {
  itIs(app, what)
  if (what !== 'sheet') {
    await quarter(app, what === 'decide')
    return ''
  }
  const manager = await app.as('manajer')
  await manager.post(`${O}/programmes/program`, { programme: WHERE, steps: 0 })
  return (await manager.get(`${O}/programmes`)).body.programmes[0].path as string
}

export function itIs(app: TestApp, what: KilledAct): void {
  app.clock.now = atClock(NOW[what], '09:00', 'WITA')
}

/** The act itself, as it is sent, and once more after it was not answered. Gives its status. */
export async function act(app: TestApp, what: KilledAct, page: string): Promise<number> {
  if (what === 'sheet') {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', host: 'localhost' }
    const body = new URLSearchParams({ key: 'the-sheet-of-a-household', 'q-diskriminasi': '4' }).toString()
    return (await app.app.request(page, { method: 'POST', headers, body })).status
  }
  const [path, body] =
    what === 'publish'
      ? [`${O}/publications/2026-Q1`, { version: 0, reason: '', media: ['page'] }]
      : [`${O}/integrity/2026-06`, { choice: 'leaveOut', reason: 'Satu ponsel, banyak tautan.', seen: 0 }]
  return (await (await app.as('manajer')).post(path, body, { 'idempotency-key': KEY })).status
}

/** What of it is on disk, and each act on the log as often as it is there. */
export async function left({ db: { kysely } }: TestApp) {
  const [published, decided, out, sheets, receipts, lines] = await Promise.all([
    kysely.selectFrom('publications').select(['period', 'version', 'body']).execute(),
    kysely.selectFrom('integrity_decisions').select(['month', 'version', 'choice']).execute(),
    kysely.selectFrom('skm_answers').select('id').where('left_out', '=', 1).execute(),
    kysely.selectFrom('programme_answers').select(['day', 'marks']).execute(),
    kysely.selectFrom('programme_receipts').select('sheet').execute(),
    kysely.selectFrom('audit').select('what').where('what', 'in', ['ikm.publish', 'integrity.decide']).execute(),
  ])
  return { published, decided, out: out.length, sheets, receipts: receipts.length, lines }
}
