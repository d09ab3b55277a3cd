import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ticketsOf } from '../../shared/queue/day.ts'
import { agencyApp } from '../helpers/agencies.ts'
import { listener, until } from '../helpers/listeners.ts'
import type { TestApp, Visitor } from '../helpers/test-app.ts'

const OFFICE = '/api/offices/samarinda'
let app: TestApp
let url: string
let kiosk: Visitor
beforeEach(async () => {
  app = await agencyApp()
  url = await app.listen()
  kiosk = await app.device('kiosk')
})
afterEach(() => app.close())

const take = async (serviceId: string) => (await kiosk.post(`${OFFICE}/tickets`, { serviceId })).body.ticket
async function act(who: Visitor, counter: string, ...acts: string[]): Promise<void> {
  for (const name of acts) {
    const answer = await who.post(`${OFFICE}/counters/${counter}/${name}`)
    expect(answer.status, answer.text).toBe(200)
  }
}

describe('the live desk of an agency in a shared hall', () => {
  it('hears whatever happens in its own agency, and of the others what the hall hears [A21]', async () => {
    const [sipil, penduduk] = [await app.as('officer-sipil'), await app.as('officer-penduduk')]
    const desk = await listener(url, 'staff', sipil)
    const whole = await listener(url, 'staff', await app.as('manajer'))
    const [own, other] = [await take('akta-kelahiran'), await take('ktp-el')]
    await act(penduduk, '1', 'open', 'call-next', 'start')
    await act(sipil, '7', 'open', 'call-next')
    await until(() => desk.day()?.seq === whole.day()?.seq && whole.day()!.seq > 0)
    const said = desk.words.join('\n')
    expect(said).toContain(own.id)
    expect(said).not.toContain(other.id)
    expect(said).not.toContain('officer-penduduk')
    expect(desk.day()!.counters['7']!.officerId).toBe('officer-sipil')
    expect(whole.words.join('\n')).toContain('officer-penduduk')
    // The numbers of the others stand on the hall's screens for everybody.
    expect([...ticketsOf(desk.day()!)].map(t => t.number)).toContain(other.number)
    for (const one of [desk, whole]) one.close()
  })

  it('gets the day anew when somebody is sent to it or away from it [A21]', async () => {
    const [sipil, penduduk] = [await app.as('officer-sipil'), await app.as('officer-penduduk')]
    const [from, to] = [await listener(url, 'staff', sipil), await listener(url, 'staff', penduduk)]
    const ticket = await take('akta-kelahiran')
    await act(sipil, '7', 'open', 'call-next', 'start')
    const sent = await sipil.post(`${OFFICE}/counters/7/transfer`, { serviceId: 'ktp-el' })
    expect(sent.status, sent.text).toBe(200)
    await until(() => from.renewals() === 1 && to.renewals() === 1)
    const known = { date: to.day()!.date, seq: to.day()!.seq }
    const again = await listener(url, 'staff', penduduk, known)
    expect([...ticketsOf(again.day()!)].map(t => t.id)).toContain(ticket.id)
    const left = await listener(url, 'staff', sipil, known)
    expect(JSON.stringify(left.day()!.tickets)).not.toContain(ticket.id)
    for (const one of [from, to, again, left]) one.close()
  })
})
