import { afterEach, describe, expect, it } from 'vitest'
import { atClock, HOUR } from '../../shared/kit/time.ts'
import { inbound } from '../helpers/told-office.ts'
import { twoOffices, TWO, type Side } from '../helpers/two-offices.ts'

const SIDES = ['barat', 'timur'] as const
const [TODAY, NEXT] = ['2026-06-09', '2026-06-10']
const at = (side: Side, time: string, date = TODAY) => atClock(date, time, TWO[side])

let two: Awaited<ReturnType<typeof twoOffices>>
afterEach(async () => {
  expect(two.app.failures).toEqual([])
  await two.app.close()
})

async function take(side: Side): Promise<{ id: string; number: string; date: string }> {
  const answer = await two.kiosks[side].post(`/api/offices/${side}/tickets`, { serviceId: 'ktp-el' })
  expect(answer.status, answer.text).toBe(201)
  const { ticket, token } = answer.body
  return { ...ticket, date: (await two.app.visitor().get(`/api/tickets/${token}`)).body.date }
}

async function book(side: Side, slotId: string) {
  const answer = await two.app.visitor().post(`/api/offices/${side}/bookings`, {
    serviceId: 'ktp-el',
    slotId,
    contact: { phone: side === 'barat' ? '0800-0000-0001' : '0800-0000-0002', channel: 'whatsapp' },
  })
  expect(answer.status, answer.text).toBe(201)
  return answer.body
}

async function deliver(): Promise<void> {
  await two.app.settled()
  for (let i = 0; i < 20 && (await two.app.messages.byState()).queued > 0; i++)
    await two.app.messages.deliverDue(two.clock.now)
}

describe('two offices in two zones, under one roof of one program', () => {
  it('begin their days each at its own midnight: numbers, counters and figures', async () => {
    two = await twoOffices(at('timur', '23:30'))
    const { app, clock } = two
    for (const side of SIDES) {
      const officer = await app.as(`petugas-${side}`)
      expect(await take(side)).toMatchObject({ number: 'A-001', date: TODAY })
      expect(await take(side)).toMatchObject({ number: 'A-002', date: TODAY })
      for (const act of ['open', 'call-next', 'start', 'finish'])
        expect((await officer.post(`/api/offices/${side}/counters/1/${act}`)).status).toBe(200)
    }
    // Half an hour behind midnight in the east; in the west it is half past ten at night.
    clock.now = at('timur', '00:30', NEXT)
    await app.endDays()
    expect(await take('timur')).toMatchObject({ number: 'A-001', date: NEXT })
    expect(await take('barat')).toMatchObject({ number: 'A-003', date: TODAY })
    expect((await app.days.read('timur', TODAY)).counters['1']!.state).toBe('closed')
    expect((await app.days.read('barat', TODAY)).counters['1']!.state).toBe('open')
    // And again when the west is over, too.
    clock.now = at('barat', '00:30', NEXT)
    await app.endDays()
    expect((await app.days.read('barat', TODAY)).counters['1']!.state).toBe('closed')
    expect(await take('barat')).toMatchObject({ number: 'A-001', date: NEXT })
    expect(await take('timur')).toMatchObject({ number: 'A-002', date: NEXT })
    const figures = async (side: Side, date: string) => {
      const manager = await app.as(`manajer-${side}`)
      return (await manager.get(`/api/offices/${side}/figures?from=${date}&to=${date}`)).body
    }
    expect(await figures('barat', TODAY)).toMatchObject({ tickets: 3, done: 1 })
    expect(await figures('timur', TODAY)).toMatchObject({ tickets: 2, done: 1 })
    expect(await figures('barat', NEXT)).toMatchObject({ tickets: 1, done: 0 })
    expect(await figures('timur', NEXT)).toMatchObject({ tickets: 2, done: 0 })
  })

  it('open their doors each by its own clock, and say so to whoever looks', async () => {
    two = await twoOffices(at('timur', '08:30', NEXT), false)
    const { app, clock, kiosks } = two
    expect(clock.now).toBe(at('barat', '06:30', NEXT))
    expect(await take('timur')).toMatchObject({ number: 'A-001', date: NEXT })
    const early = await kiosks.barat.post('/api/offices/barat/tickets', { serviceId: 'ktp-el' })
    expect(early.body.error.code).toBe('OFFICE_CLOSED')
    const home = (side: Side) => app.visitor().get(`/?kantor=${side}`, { accept: 'text/html' })
    expect((await home('timur')).text).toMatch(/Buka sekarang<\/span> sampai 15\.00 WIT\b/)
    expect((await home('barat')).text).not.toMatch(/Buka sekarang<\/span>/)
    expect((await home('barat')).text).toMatch(/08\.00 WIB\b/)
    clock.now = at('barat', '08:30', NEXT)
    expect(await take('barat')).toMatchObject({ number: 'A-001', date: NEXT })
  })

  it('sell their times each by its own clock, and remind two hours before, in its own time', async () => {
    two = await twoOffices(at('timur', '08:00'), false)
    const { app, clock, sent } = two
    for (const side of SIDES) expect((await book(side, `${TODAY}T14:00`)).ticket.slot.start).toBe(at(side, '14:00'))
    await deliver()
    const confirmed = sent.map(m => m.text)
    expect(confirmed).toHaveLength(2)
    for (const text of confirmed) expect(text).toContain('14.00')
    const reminded = () => sent.filter(m => m.kind === 'reminder').map(m => m.to)
    clock.now = at('timur', '12:00')
    await app.remind()
    await deliver()
    expect(reminded()).toEqual(['6280000000002'])
    clock.now = at('barat', '12:00')
    await app.remind()
    await deliver()
    expect(reminded()).toEqual(['6280000000002', '6280000000001'])
    expect(clock.now - at('timur', '12:00')).toBe(2 * HOUR)
    for (const text of sent.map(m => m.text)) expect(text).toContain('14.00')
  })

  it('know today each by itself: a slot that is past in the east is still sold in the west', async () => {
    two = await twoOffices(at('timur', '14:10'), false)
    const slots = async (side: Side) => {
      const path = `/api/offices/${side}/services/ktp-el/slots?from=${TODAY}&days=1`
      return ((await two.app.visitor().get(path)).body.slots as { id: string }[]).map(s => s.id)
    }
    expect(await slots('timur')).not.toContain(`${TODAY}T13:30`)
    expect(await slots('barat')).toContain(`${TODAY}T13:30`)
    expect(two.clock.now).toBe(at('barat', '12:10'))
    expect((await slots('barat')).every(id => id > `${TODAY}T12:10`)).toBe(true)
    const other = await two.app.visitor().post('/api/offices/timur/bookings', {
      serviceId: 'ktp-el',
      slotId: `${TODAY}T13:30`,
      contact: { phone: '0800-0000-0003', channel: 'whatsapp' },
    })
    expect(other.body.error.code).toBe('SLOT_PAST')
  })

  it('are each asked for by name in a chat: a message for no office in particular is refused, not guessed', async () => {
    two = await twoOffices(at('timur', '10:00'))
    const { app, clock } = two
    const write = (office: object) =>
      inbound(app, clock, {
        id: `m${JSON.stringify(office)}`,
        channel: 'whatsapp',
        from: '6280000000009',
        text: 'halo',
        ...office,
      })
    expect((await write({})).body.error).toMatchObject({ code: 'BAD_REQUEST' })
    expect((await write({ office: 'barat' })).status).toBe(200)
  })

  it('stay apart: nobody sees or acts across, device or staff', async () => {
    two = await twoOffices(at('timur', '10:00'))
    const { app, kiosks } = two
    const there = await take('timur')
    const refused = async (answer: Promise<{ status: number }>) => expect((await answer).status).toBe(403)
    await refused(kiosks.barat.post('/api/offices/timur/tickets', { serviceId: 'ktp-el' }))
    for (const role of ['petugas', 'manajer', 'admin']) {
      const who = await app.as(`${role}-barat`)
      await refused(who.post('/api/offices/timur/counters/1/open'))
      await refused(who.get(`/api/offices/timur/figures?from=${TODAY}&to=${TODAY}`))
      await refused(who.patch('/api/offices/timur/settings', { phone: '1', seen: { phone: '' } }))
      await refused(who.get('/api/offices/timur/devices'))
    }
    const officer = await app.as('petugas-barat')
    await officer.post('/api/offices/barat/counters/1/open')
    const called = await officer.post('/api/offices/barat/counters/1/call-next')
    expect(called.body.ticket ?? null).toBeNull()
    expect((await app.days.day('timur', TODAY)).waiting['ktp-el']).toMatchObject([{ no: 0 }])
    expect(there.date).toBe(TODAY)
  })
})
