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

describe('an officer who takes a counter while somebody moves them to another agency', () => {
  it.each(['the move', 'the counter'])(
    'is never at a counter of an agency that is not theirs, when %s comes first [A80]',
    async first => {
      const [sipil, admin] = [await app.as('officer-sipil'), await app.as('admin')]
      const person = `${OFFICE}/people/officer-sipil/agency`
      const move = () => admin.post(person, { agency: 'penduduk' })
      const open = () => sipil.post(`${OFFICE}/counters/7/open`)
      for (let i = 0; i < 8; i++) {
        const acts = first === 'the move' ? [move, open] : [open, move]
        await Promise.all(acts.map(act => act()))
        const isAt = (await app.days.today('samarinda')).counters['7']?.state === 'open'
        const { agency } = (await admin.get(`${OFFICE}/people`)).body.people.find(
          (p: { id: string }) => p.id === 'officer-sipil',
        )
        expect([isAt, agency]).toEqual(isAt ? [true, 'sipil'] : [false, 'penduduk'])
        if (!isAt) break
        await act(sipil, '7', 'close')
      }
    },
  )
})

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

describe('an officer who is moved to another agency in the middle of a visit', () => {
  it('finishes it first, is out within a second of the move, and each part is that of its agency [A22 A80]', async () => {
    const [sipil, admin] = [await app.as('officer-sipil'), await app.as('admin')]
    const desk = await listener(url, 'staff', sipil)
    const ticket = await take('akta-kelahiran')
    await act(sipil, '7', 'open', 'call-next', 'start')
    const move = () => admin.post(`${OFFICE}/people/officer-sipil/agency`, { agency: 'penduduk' })
    expect((await move()).body.error).toMatchObject({ code: 'COUNTER_ATTENDED', data: { counterId: '7' } })
    await act(sipil, '7', 'finish', 'close')
    const moved = await move()
    expect(moved.status, moved.text).toBe(200)
    await until(() => !desk.socket.connected, 1_000)
    expect((await sipil.post(`${OFFICE}/counters/7/open`)).status).toBe(401)

    // Signed in anew at once, of the other agency: the hall hears it there, and the counter of before is closed to them.
    const anew = await app.as('officer-sipil')
    const there = await listener(url, 'staff', anew)
    expect(JSON.stringify(there.day()!.tickets)).not.toContain(ticket.id)
    expect((await anew.post(`${OFFICE}/counters/7/open`)).status).toBe(403)
    await act(anew, '1', 'open')
    const rows = await app.db.kysely.selectFrom('visits').select(['officer_id', 'outcome']).orderBy('seq').execute()
    expect(rows).toEqual([{ officer_id: 'officer-sipil', outcome: 'done' }])
    const day = '?from=2026-06-09&to=2026-06-09'
    const done = async (who: string) => (await (await app.as(who)).get(`${OFFICE}/figures${day}`)).body.done
    expect([await done('manager-sipil'), await done('manager-penduduk')]).toEqual([1, 0])
    there.close()
  })
})
