import { expect } from 'vitest'
import type { DayHours } from '../../shared/office/office.ts'
import type { OfficeChange } from '../../shared/office/structure/change.ts'
import type { CounterChange, ServiceChange } from '../../shared/office/structure/members.ts'
import { reachOf } from '../../shared/queue/changes/consequences.ts'
import { changedLines, runningOffice, type RunningOffice } from './running-office.ts'

/** One change of a running office: what its maker is told, what everybody sees then, and what going back cannot bring back. */
export interface ChangeRow {
  /** Continues "when …", in the words of the office. */
  readonly when: string
  readonly change: OfficeChange
  /** What happens before it, after the morning that every row begins with. */
  readonly first?: (office: RunningOffice) => Promise<unknown>
  /** What is told before it is saved, without the screens that show it: `waitingServed legalisir 2`, `lost hours 1`, `entries 1`. */
  readonly told?: readonly string[]
  /** Every line of the office that reads differently once it is saved. */
  readonly then?: Readonly<Record<string, string>>
  /** What still reads differently once the version before is brought back. */
  readonly kept?: Readonly<Record<string, string>>
}

const SETTINGS = '/api/offices/samarinda/settings'
/** What nobody saves without having been told. */
const MUST = /^(lost|entries|waitingStranded|bookedStranded|wishesStranded|officerFollows|lineEnds|clockMoves) /

/** An office that stands as on the morning on which every row begins: the row before brought all of it back. */
let asBefore: RunningOffice | undefined

async function begun(first: ChangeRow['first']): Promise<RunningOffice> {
  const office = first || !asBefore ? await runningOffice() : asBefore
  if (office === asBefore) asBefore = undefined
  await first?.(office)
  return office
}

/** Kept for the next row where nothing is left of this one. */
async function ended(office: RunningOffice, isAsBefore: boolean): Promise<void> {
  if (isAsBefore && !asBefore) asBefore = office
  else await office.app.close()
}

/** Closes what was kept; every file of such rows calls it at its end, since the next file of the same worker begins with its own. */
export async function closeKept(): Promise<void> {
  const kept = asBefore
  asBefore = undefined
  await kept?.app.close()
}

/** What a change does and what of it the step back takes away, found by making it in a running office. */
export async function happens({ change, first }: ChangeRow) {
  const office = await begun(first)
  const { app, admin, look } = office
  const held = app.offices.get('samarinda')
  const before = await look()
  const effects = await admin.post(`${SETTINGS}/effects`, change)
  if (effects.status !== 200) {
    const saved = await admin.patch(SETTINGS, change)
    expect([saved.status, saved.body.error.data]).toEqual([effects.status, effects.body.error.data])
    expect(await look()).toEqual(before)
    await ended(office, !first)
    const { problems = [], ...data } = effects.body.error.data ?? {}
    const why = problems.map(
      (p: { field: string; problem: string; with: string }) => `${p.field} ${p.problem} ${p.with}`,
    )
    return {
      told: [`refused ${effects.body.error.code}`, ...why, ...Object.values(data).map(String)],
      then: {},
      kept: {},
    }
  }
  const { touched, consequences } = effects.body
  const isScreen = ({ kind }: { kind: string }) => kind === 'kiosks' || kind === 'displays'
  const screens = consequences.filter(isScreen)
  const told: string[] = [
    ...touched.reasons.map((r: { why: string; count: number }) => `lost ${r.why} ${r.count}`),
    ...(touched.entries > 0 ? [`entries ${touched.entries}`] : []),
    ...consequences
      .filter((c: { kind: string }) => !isScreen(c))
      .map((c: { kind: string; of: string; count: number }) =>
        [c.kind, c.of, c.count].filter(part => part !== '').join(' '),
      ),
  ]
  // Looking has changed nothing, and the two screens of the hall are told of whatever changes.
  expect([await look(), screens.length]).toEqual([before, 1])
  const must = told.some(line => MUST.test(line))
  if (must) expect((await admin.patch(SETTINGS, change)).body.error.code).toBe('BOOKINGS_TOUCHED')
  const saved = await admin.patch(SETTINGS, { ...change, ...(must ? { foreseen: reachOf(effects.body) } : {}) })
  expect([saved.status, saved.body.touched]).toEqual([200, touched.total])
  await app.settled()
  const after = await look()
  expect(app.offices.get('samarinda')).not.toEqual(held)
  const { last, undo } = (await admin.get('/api/offices/samarinda/structure')).body
  const back = `/api/offices/samarinda/versions/${undo}`
  const undoing = reachOf((await admin.post(`${back}/effects`)).body)
  const restored = await admin.post(`${back}/restore`, { last: last.version, foreseen: undoing })
  expect(restored.status).toBe(200)
  expect(app.offices.get('samarinda')).toEqual(held)
  await app.settled()
  const end = await look()
  expect(app.failures).toEqual([])
  const kept = changedLines(before, end)
  await ended(office, !first && Object.keys(kept).length === 0)
  return { told, then: changedLines(before, after), kept }
}

/** What changes of one service, of one counter, and the hours of a day from eight on. */
export const service = (id: string, said: Omit<ServiceChange, 'id'>): OfficeChange => ({ services: [{ id, ...said }] })
export const counter = (id: string, said: Omit<CounterChange, 'id'>): OfficeChange => ({ counters: [{ id, ...said }] })
export const open = (close: string, breaks: DayHours['breaks'] = [{ from: '12:00', to: '12:30' }]): DayHours => ({
  ...{ open: '08:00', close, breaks },
})
