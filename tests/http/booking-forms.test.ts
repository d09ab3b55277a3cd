import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { atClock, MINUTE } from '../../shared/kit/time.ts'
import { DEFAULT_SERVICE_BOOKING } from '../../shared/office/defaults.ts'
import { formIn } from '../helpers/booking-app.ts'
import { post, tokenOf } from '../helpers/by-pages.ts'
import { wordsIn } from '../helpers/page-words.ts'
import { MORNING, testApp, type TestApp, type Visitor } from '../helpers/test-app.ts'

const KTP = '/b/samarinda/ktp-el'
const SLOT = '2026-06-10T09:00'

let app: TestApp
beforeEach(async () => {
  app = await testApp()
  await settings({ proof: 'never', priorityShare: 0, heldBackMinutes: 0 })
})
afterEach(() => app.close())

async function settings(change: object): Promise<void> {
  const { booking } = app.offices.get('samarinda')
  await (await app.as('admin')).patch('/api/offices/samarinda/settings', { booking: { ...booking, ...change } })
}

/** From the times to the address of the form. */
async function chosen(who: Visitor, slot = SLOT): Promise<string> {
  const times = await who.get(`${KTP}/jadwal?date=${slot.slice(0, 10)}`)
  return (await post(who, `${KTP}/jadwal`, formIn(times.text, 'slots', { slot }))).to
}
const opened = async (who: Visitor, address: string) => (await who.get(address)).text
const send = (who: Visitor, form: string, typed: Record<string, string>) =>
  post(who, `${KTP}/data`, formIn(form, 'book', typed))
const person = (n: number) => ({ name: `Warga Contoh ${n}`, phone: `0800-0006-000${n}` })
const booked = async () =>
  (await app.db.kysely.selectFrom('tickets').select('id').where('state', '=', 'booked').execute()).length

/** Books every place of the day. */
async function fill(): Promise<void> {
  const desk = await app.as('meja')
  const day = `${SLOT.slice(0, 10)}T08:00`
  for (let left: unknown[] = []; left.length === 0;) {
    const people = Array.from({ length: 60 }, () => ({ name: 'Contoh' }))
    const group = { serviceId: 'ktp-el', slotId: day, people }
    left = (await desk.post('/api/offices/samarinda/bookings/group', group)).body.left
  }
}

describe('the address of a booking form', () => {
  it('given to somebody else opens a form of their own, and both have a booking [J3 R9]', async () => {
    const [first, second] = [app.visitor(), app.visitor()]
    const address = await chosen(first)
    const mine = await send(first, await opened(first, address), person(1))
    const theirs = await send(second, await opened(second, address), person(2))
    expect([mine.status, theirs.status]).toEqual([303, 303])
    expect(mine.to).toMatch(/^\/t\//)
    expect(theirs.to).toMatch(/^\/t\//)
    expect(theirs.to).not.toBe(mine.to)
    expect(await booked()).toBe(2)
  })

  it('opened again by Back books for somebody else of the family [J3 R9]', async () => {
    const who = app.visitor()
    const address = await chosen(who)
    const mine = await send(who, await opened(who, address), person(1))
    const another = await send(who, await opened(who, address), person(2))
    expect(another.to).toMatch(/^\/t\//)
    expect(another.to).not.toBe(mine.to)
    expect(await booked()).toBe(2)
  })
})

describe('a time that a form is for', () => {
  const left = (html: string) => /id="hold" data-left="(\d+)"/.exec(html)?.[1]

  it('is said to be held only where this phone holds it, and for as long as it does, whatever the address says [B7]', async () => {
    const who = app.visitor()
    const address = await chosen(who)
    app.clock.now += MINUTE
    expect(left(await opened(who, address))).toBe(String(4 * MINUTE))
    const until = app.clock.now + 180 * MINUTE
    for (const other of [app.visitor(), who]) {
      const page = await opened(other, `${KTP}/data?slot=2026-06-10T10:00&until=${until}`)
      expect(left(page)).toBeUndefined()
      expect(wordsIn(page)).toContain('Jam ini belum ditahan.')
    }
    app.clock.now += 4 * MINUTE
    expect(wordsIn(await opened(who, address))).toContain('Jam ini belum ditahan.')
  })

  it('whose last place is this person’s own leads to their booking by Back, and holds nothing [B4 B7]', async () => {
    const who = app.visitor()
    const address = await chosen(who)
    const mine = await send(who, await opened(who, address), { name: 'Warga Contoh 1' })
    await fill()
    const back = await opened(who, address)
    expect(wordsIn(back)).toContain('Jam ini belum ditahan.')
    expect(back).toContain(`href="${mine.to}"`)
    const again = await send(who, back, { name: 'Warga Contoh 1' })
    expect(again.status).toBe(409)
    expect(wordsIn(again.text)).toContain('Anda sudah punya reservasi untuk layanan ini.')
    expect(wordsIn(again.text)).not.toContain('penuh')
    expect(again.text).toContain(`href="${mine.to}"`)
    expect(again.text).toContain('value="Warga Contoh 1"')
    // Somebody else of the family is told the truth about that time, and a stranger sees nothing of the booking.
    expect(wordsIn((await send(who, back, person(2))).text)).toContain('penuh')
    const stranger = await opened(app.visitor(), address)
    expect(stranger).not.toContain('/t/')
  })
})

describe('a booking form that was used', () => {
  it('is the same booking for its phone, and a fresh form for everybody else, who see nothing of it [J3 B10]', async () => {
    const [who, stranger] = [app.visitor(), app.visitor()]
    const form = await opened(who, await chosen(who))
    const mine = await send(who, form, person(1))
    expect((await send(who, form, person(1))).to).toBe(mine.to)
    const theirs = await send(stranger, form, person(1))
    expect([theirs.status, theirs.to]).toEqual([409, ''])
    expect(wordsIn(theirs.text)).toContain('Formulir tadi sudah dipakai untuk satu permintaan.')
    expect(theirs.text).not.toContain('/t/')
    expect(await booked()).toBe(1)
    // The fresh form books.
    expect((await send(stranger, theirs.text, person(2))).to).toMatch(/^\/t\//)
  })

  it.each([
    ['a time', `slot=${SLOT}`],
    ['a draw', 'draw=2026-06-10&wish=2026-06-10T09:00&any=1'],
    ['a waitlist', 'waitlist=2026-06-10'],
  ])(
    'for %s shows its ticket again to its own phone alone, and to no browser that keeps no cookie [R9 B10]',
    async (kind, query) => {
      if (kind === 'a draw') {
        app.clock.now = atClock('2026-06-09', '20:00', 'WITA')
        const release = { kind: 'draw', opensDaysAhead: 3, closesDaysAhead: 0 }
        const booking = { ...DEFAULT_SERVICE_BOOKING, release, files: false }
        await (
          await app.as('admin')
        ).patch('/api/offices/samarinda/settings', { services: [{ id: 'ktp-el', booking }] })
      }
      if (kind === 'a waitlist') await fill()
      const phone = app.visitor()
      const form = await opened(phone, `${KTP}/data?${query}`)
      const [asItWas, contact] = [new Map(phone.cookies), { phone: person(1).phone }]
      const mine = await send(app.visitor(), form, contact)
      expect([kind, mine.status, mine.to]).toEqual([kind, 303, expect.stringMatching(/^\/t\//)])
      const another = await send(app.visitor(), form, contact)
      expect([kind, another.status]).toEqual([kind, 409])
      expect(wordsIn(another.text)).toContain('Formulir tadi sudah dipakai untuk satu permintaan.')
      expect(another.text).not.toContain('/t/')
      // Its own phone has the cookie of the form, though the answer with the ticket never came.
      expect((await send(app.visitor(asItWas), form, contact)).to).toBe(mine.to)
    },
  )

  it('kept by the browser and filled in for somebody else, says so with a link, and books when it is sent once more [J3]', async () => {
    const who = app.visitor()
    const form = await opened(who, await chosen(who))
    const mine = await send(who, form, person(1))
    const used = await send(who, form, person(2))
    expect(used.status).toBe(409)
    expect(used.text).toContain(`href="${mine.to}"`)
    expect(used.text).toContain(`value="${person(2).phone}"`)
    const another = await send(who, used.text, person(2))
    expect(another.to).toMatch(/^\/t\//)
    expect(another.to).not.toBe(mine.to)
  })

  it('whose answer was lost and which is filled in anew leads to the booking that stands [B4 B10]', async () => {
    const who = app.visitor()
    const address = await chosen(who)
    const lost = await send(who, await opened(who, address), person(1))
    const again = await send(who, await opened(who, address), person(1))
    expect(again.status).toBe(409)
    expect(wordsIn(again.text)).toContain('Anda sudah punya reservasi untuk layanan ini.')
    expect(again.text).toContain(`href="${lost.to}"`)
    expect(await booked()).toBe(1)
  })
})

describe('a form without scripts while work is asked for', () => {
  it('says at once to whoever has a booking that they have it, instead of letting them wait for it [G7]', async () => {
    const who = app.visitor()
    const form = await opened(who, await chosen(who))
    const mine = await send(who, form, person(1))
    await settings({ proof: 'always', priorityShare: 0, heldBackMinutes: 0 })
    const again = await send(who, await opened(who, `${KTP}/data?slot=2026-06-10T10:00&lang=id`), person(1))
    expect(again.status).toBe(409)
    expect(again.text).toContain(`href="${mine.to}"`)
    // Another person of the family waits, and so does a stranger who types the number of somebody else.
    for (const [other, typed] of [
      [who, person(2)],
      [app.visitor(), person(1)],
    ] as const) {
      const wait = await send(other, await opened(other, `${KTP}/data?slot=2026-06-10T10:00&lang=id`), typed)
      expect([wait.status, wordsIn(wait.text)]).toEqual([200, expect.stringContaining('Belum dipesan. Tunggu')])
    }
  })
})

describe('a form of a network that booked much', () => {
  it('does not call empty what it asks for [G9]', async () => {
    const who = app.visitor()
    const form = await opened(who, `${KTP}/data?slot=${SLOT}&lang=id`)
    expect(form).toMatch(/for="phone">[^<]*<small>boleh kosong/)
    const hours = ['08:00', '09:00', '10:00', '11:00', '13:00', '14:00']
    const strangers = hours.flatMap(hour => [`2026-06-10T${hour}`, `2026-06-11T${hour}`])
    for (const slotId of strangers)
      await app.visitor().post('/api/offices/samarinda/bookings', { serviceId: 'ktp-el', slotId })
    const refused = await send(who, form, {})
    expect(wordsIn(refused.text)).toContain('Isi nomor telepon atau NIK')
    expect(wordsIn(refused.text)).not.toContain('Semua boleh kosong')
    expect(refused.text).toMatch(/for="name">[^<]*<small>boleh kosong/)
    expect(refused.text).not.toMatch(/for="(phone|nik)">[^<]*<small>boleh kosong/)
  })
})

describe('a phone at the limit of its bookings', () => {
  it('is led to the next of them [B5]', async () => {
    const who = app.visitor()
    const book = async (n: number) =>
      send(who, await opened(who, `${KTP}/data?slot=2026-06-1${n}T09:00&lang=id`), person(n))
    const [first] = [await book(0), await book(1), await book(2)]
    const refused = await send(who, await opened(who, `${KTP}/data?slot=${SLOT}&lang=id`), person(4))
    expect(refused.status).not.toBe(303)
    expect(refused.text).toContain(`href="${first.to}"`)
    expect(wordsIn(refused.text)).toMatch(/Buka reservasi [A-Z]+R-\d+/)
  })
})

describe('the channels of a form', () => {
  it('are only those by which this installation sends', async () => {
    const plain = await opened(app.visitor(), `${KTP}/data?slot=${SLOT}&lang=id`)
    expect(plain).not.toContain('id="channel"')
    expect(wordsIn(plain)).toContain('meja depan bisa menemukan reservasi Anda')
    const env = { GATEWAY_URL: 'https://gateway.example/send', GATEWAY_SECRET: 'x'.repeat(32), GATEWAY_CHANNELS: 'sms' }
    const sending = await testApp({ env })
    const { text } = await sending.visitor().get(`${KTP}/data?slot=${SLOT}&lang=id`)
    expect([...text.matchAll(/<option value="(\w+)"/g)].map(m => m[1])).toEqual(['sms'])
    await sending.close()
  })
})

describe('a disk that takes nothing', () => {
  it('answers "not saved yet" and keeps what was typed; the same form books once there is room [J2 B9]', async () => {
    const who = app.visitor()
    const form = await opened(who, await chosen(who))
    const { claim } = app.db
    const full = () => Promise.reject(Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' }))
    Object.assign(app.db, { claim: full })
    const wish = { serviceId: 'ktp-el', slotId: SLOT, contact: { phone: person(2).phone } }
    const asData = await app.visitor().post('/api/offices/samarinda/bookings', wish)
    expect([asData.status, asData.body.error.code]).toEqual([503, 'UNAVAILABLE'])
    const refused = await send(who, form, person(1))
    expect(refused.status).toBe(503)
    expect(wordsIn(refused.text)).toContain('Belum tersimpan.')
    expect(refused.text).toContain(`value="${person(1).phone}"`)
    Object.assign(app.db, { claim })
    expect((await send(who, refused.text, person(1))).to).toMatch(/^\/t\//)
    expect(await booked()).toBe(1)
  })
})

describe('a booking that is moved by its page', () => {
  it('to other days stays the same entry of a calendar, and the old address does not take it out [M13]', async () => {
    const who = app.visitor()
    const entry = async (to: string) => (await who.get(`/t/${tokenOf(to)}/kalender.ics`)).text
    const uid = (text: string) => /UID:(.*)/.exec(text)![1]!
    const { to } = await send(who, await opened(who, await chosen(who)), person(1))
    const first = uid(await entry(to))
    let now = to
    for (const slot of ['2026-06-11T09:00', '2026-06-12T09:00']) {
      const page = `/t/${tokenOf(now)}/jadwal`
      const form = formIn((await who.get(`${page}?date=${slot.slice(0, 10)}`)).text, 'slots', { slot })
      now = (await post(who, page, form)).to
    }
    expect(tokenOf(now)).not.toBe(tokenOf(to))
    expect(await entry(now)).toContain('METHOD:PUBLISH')
    expect(uid(await entry(now))).toBe(first)
    const old = await who.get(`/t/${tokenOf(to)}/kalender.ics`)
    expect([old.status, old.headers.get('location')]).toEqual([303, expect.stringContaining('/kalender.ics')])
  })

  it('there, back and there again ends where its holder sent it last, and is moved once by a form sent twice [J3 B11]', async () => {
    const who = app.visitor()
    const { to } = await send(who, await opened(who, await chosen(who)), person(1))
    const page = `/t/${tokenOf(to)}/jadwal`
    const move = async (slot: string) => {
      const form = formIn((await who.get(`${page}?date=${SLOT.slice(0, 10)}`)).text, 'slots', { slot })
      return [await post(who, page, form), await post(who, page, form)].map(answer => answer.status)
    }
    const start = async () => (await who.get(`/api/tickets/${tokenOf(to)}`)).body.ticket.slot.start
    const first = await start()
    expect(await move('2026-06-10T10:00')).toEqual([303, 303])
    const moved = await start()
    await move(SLOT)
    expect(await start()).toBe(first)
    expect(await move('2026-06-10T10:00')).toEqual([303, 303])
    expect(await start()).toBe(moved)
    expect(moved - first).toBe(60 * MINUTE)
  })
})

describe('a busy hour without scripts', () => {
  it('asks for patience in the page itself: nothing is booked by looking, and sent twice it is one booking [G4 R10]', async () => {
    await settings({ proof: 'always' })
    const who = app.visitor()
    const address = `${KTP}/data?slot=${SLOT}&lang=id`
    const wait = await send(who, await opened(who, address), person(1))
    expect([wait.status, wait.to]).toEqual([200, ''])
    expect(wordsIn(wait.text)).toContain('Belum dipesan.')
    const early = await send(who, wait.text, {})
    expect(wordsIn(early.text)).toContain('tombol tadi ditekan terlalu cepat')
    expect(await booked()).toBe(0)
    app.clock.now = MORNING + MINUTE
    // Another person in the same page of patience waits anew: it buys one act.
    const [first, again] = await Promise.all([send(who, early.text, {}), send(who, early.text, {})])
    expect([first.status, first.to]).toEqual([303, again.to])
    expect(await booked()).toBe(1)
    const another = await send(app.visitor(), early.text, person(2))
    expect(another.to).not.toMatch(/^\/t\//)
    expect(await booked()).toBe(1)
  })
})
