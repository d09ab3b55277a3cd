import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { HOUR } from '../../shared/kit/time.ts'
import {
  changeOffice,
  CLOSES,
  drawPath,
  FRIDAY,
  isComputedAgain,
  LOTS,
  OFFICE,
  OPENS,
  releasedBy,
  type Published,
} from '../helpers/drawn.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = await testApp()
  const { booking } = app.offices.get('samarinda')
  await changeOffice(app, { booking: { ...booking, proof: 'never', priorityShare: 0, perDevice: 9 } })
  await changeOffice(app, { services: [releasedBy(LOTS, 20)] })
  app.clock.now = OPENS
})
afterEach(() => app.close())

const at = (time: string) => `${FRIDAY}T${time}`
const enter = (n: number, wishes: string[], anySlot = false) =>
  app.visitor().post(`${drawPath()}/entries`, {
    wishes: wishes.map(at),
    anySlot,
    contact: { phone: `0800-0003-${String(n).padStart(4, '0')}` },
  })
const hours = (open: string, close: string, breaks: readonly { from: string; to: string }[] = []) => ({
  hours: { 5: { open, close, breaks } },
})
const LONGER = { booking: { slotMinutes: 60 } }
async function drawn(): Promise<Published> {
  app.clock.now = CLOSES
  await app.draws.holdDue()
  return (await app.visitor().get(drawPath())).body.drawn as Published
}
const effects = async (change: object) =>
  (await (await app.as('admin')).post(`${OFFICE}/settings/effects`, change)).body.touched

describe('wishes of a draw, when the times of the day change before it is held,', () => {
  it.each([
    ['lie in the longer slot', LONGER, ['09:30'], ['09:00'], '09:00'],
    ['lie in the slot of a shifted opening hour', hours('08:15', '15:00'), ['09:30'], ['09:15'], '09:15'],
    ['move past a new break', hours('08:00', '15:00', [{ from: '09:30', to: '10:15' }]), ['09:30'], ['10:15'], '10:15'],
    ['move to the last slot of a shorter day', hours('08:00', '12:00'), ['13:30'], ['11:30'], '11:30'],
    ['move to the first slot of a later opening', hours('10:00', '15:00'), ['08:30'], ['10:00'], '10:00'],
    [
      'come first where their time still stands',
      hours('10:00', '15:00'),
      ['08:30', '13:00'],
      ['13:00', '10:00'],
      '13:00',
    ],
  ] as const)(
    '%s, and the record says what was asked and what it was read as [U4 U11]',
    async (_, change, asked, wishes, slotId) => {
      expect((await enter(1, [...asked])).status).toBe(201)
      await changeOffice(app, { ...change, foreseen: 1 })
      const record = await drawn()
      expect(record.entries).toMatchObject([{ asked: asked.map(at), wishes: wishes.map(at), slotId: at(slotId) }])
      expect(isComputedAgain(record)).toBe(true)
    },
  )

  it('leave nobody without a place while there are places in the slot that they asked for [U4 U11]', async () => {
    for (let n = 0; n < 4; n++) await enter(n, ['09:30'], n % 2 === 0)
    await changeOffice(app, { ...LONGER, foreseen: 4 })
    const record = await drawn()
    const { places } = record.places.find(p => p.id === at('09:00'))!
    const there = record.entries.filter(e => e.slotId === at('09:00'))
    expect(there).toHaveLength(Math.min(4, places))
    expect(isComputedAgain(record)).toBe(true)
  })

  it('stand in the record once where nothing has changed for them [U11]', async () => {
    await enter(1, ['09:00', '10:00'])
    await changeOffice(app, { ...LONGER, foreseen: 0 })
    const [entry] = (await drawn()).entries
    expect(entry).toMatchObject({ wishes: [at('09:00'), at('10:00')] })
    expect(entry).not.toHaveProperty('asked')
  })

  it('are shown on the page of the record as they were asked and as they were read [U11]', async () => {
    await enter(1, ['09:30'])
    await changeOffice(app, { ...LONGER, foreseen: 1 })
    await drawn()
    const page = (await app.visitor().get(`/b/samarinda/pindah-datang/undian/${FRIDAY}`)).text
    expect(page).toContain('09.30 (dibaca 09.00)')
  })

  it('are counted before the change is saved, each entry once, and only those it touches [H11]', async () => {
    await enter(1, ['09:30', '10:30'])
    await enter(2, ['10:30'], true)
    await enter(3, ['09:00', '10:00'])
    expect(await effects(LONGER)).toMatchObject({ total: 0, entries: 2 })
    expect(await effects(hours('08:00', '10:00'))).toMatchObject({ entries: 3 })
    expect(await effects({ booking: { priorityShare: 0.1 } })).toMatchObject({ entries: 0 })
    const refused = await (await app.as('admin')).patch(`${OFFICE}/settings`, LONGER)
    expect(refused.body.error).toMatchObject({ code: 'BOOKINGS_TOUCHED', data: { touched: 2 } })
    await changeOffice(app, { ...LONGER, foreseen: 2 })
    expect(await effects({ booking: { slotMinutes: 30 } })).toMatchObject({ entries: 0 })
  })

  it('are read again when the times change in the very moment of the stroke: nobody is left without a place [U5 U11]', async () => {
    await enter(1, ['09:30'])
    const { execute } = app.days
    const late: typeof execute = async (office, command, date) => {
      if (command.verb === 'holdDraw') {
        Object.assign(app.days, { execute })
        await changeOffice(app, { ...LONGER, foreseen: 1 })
      }
      return execute(office, command, date)
    }
    Object.assign(app.days, { execute: late })
    const record = await drawn()
    expect(record.entries).toMatchObject([{ asked: [at('09:30')], wishes: [at('09:00')], slotId: at('09:00') }])
    expect(isComputedAgain(record)).toBe(true)
  })

  it('are read at the stroke: what the office changes afterwards is not in the record, though that is written later [U5 U11]', async () => {
    await enter(1, ['09:30'])
    await changeOffice(app, { ...LONGER, foreseen: 1 })
    app.clock.now = CLOSES
    const { atomic } = app.db
    const full: typeof atomic = queries => {
      if (queries.length === 1) return atomic(queries)
      Object.assign(app.db, { atomic })
      return Promise.reject(new Error('disk full'))
    }
    Object.assign(app.db, { atomic: full })
    await expect(app.draws.holdDue()).rejects.toThrow('disk full')
    await changeOffice(app, { booking: { slotMinutes: 30 }, foreseen: 1 })
    app.clock.now += HOUR
    const record = (await app.draws.holdDue(), (await app.visitor().get(drawPath())).body.drawn as Published)
    expect(record.entries).toMatchObject([{ asked: [at('09:30')], wishes: [at('09:00')], slotId: at('09:00') }])
    expect(isComputedAgain(record)).toBe(true)
  })
})
