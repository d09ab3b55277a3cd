import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { testApp, type TestApp, type Visitor } from '../helpers/test-app.ts'
import { DEFAULT_SERVICE_BOOKING } from '../../shared/office/defaults.ts'

const SETTINGS = '/api/offices/samarinda/settings'
const waves = { kind: 'waves', waves: [3, 1].map(daysAhead => ({ daysAhead, share: 0.5 })) }

let app: TestApp
let admin: Visitor
beforeEach(async () => {
  app = await testApp()
  admin = await app.as('admin')
})
afterEach(() => app.close())

const service = async (id: string) => {
  const { office } = (await app.visitor().get('/api/offices/samarinda')).body as { office: OfficeInfo }
  return office.services.find(s => s.id === id)!
}

describe('how a service is booked', () => {
  it('is set by the administrator and known to everybody at once', async () => {
    const booking = { ...DEFAULT_SERVICE_BOOKING, release: waves, dailyQuota: 80, files: true }
    const document = { name: ['KTP-el', 'ID card'], workingDays: 1 }
    const answer = await admin.patch(SETTINGS, { services: [{ id: 'ktp-el', booking, document }] })
    expect(answer.status).toBe(200)
    expect(await service('ktp-el')).toMatchObject({ booking, document, open: true, letter: 'A' })
  })

  it('keeps what is not named: the other services, the document, and which ones are closed', async () => {
    const before = await service('legalisir')
    const { document } = await service('ktp-el')
    await admin.patch(SETTINGS, { services: [{ id: 'ktp-el', open: false }] })
    await admin.patch(SETTINGS, { services: [{ id: 'ktp-el', booking: null }] })
    expect(await service('ktp-el')).toMatchObject({ open: false, booking: null, document })
    expect(await service('legalisir')).toEqual(before)
  })

  it('stays after the office was read anew from disk', async () => {
    await admin.patch(SETTINGS, {
      services: [
        { id: 'ktp-el', booking: null },
        { id: 'legalisir', open: false },
      ],
    })
    const again = await testApp({ db: app.db })
    const { office } = (await again.visitor().get('/api/offices/samarinda')).body as { office: OfficeInfo }
    const state = (id: string) => office.services.find(s => s.id === id)!
    expect([state('ktp-el').booking, state('ktp-el').open, state('legalisir').open]).toEqual([null, true, false])
  })

  it.each([
    { name: 'Dukcapil\r\nATTENDEE:mailto:x@contoh.id' },
    { name: 'Dukcapil\nKota' },
    { city: 'Kota\u0001' },
    { address: 'Jalan Contoh 1\rATTACH:http://contoh.id' },
    { runningText: ['Loket\u0000', 'Counter'] },
    { services: [{ id: 'ktp-el', keywords: ['ktp\u0007'] }] },
    { name: 'Dukcapil \u202Ekota' },
    { counters: [{ id: '1', name: 'Loket\u200B 1' }] },
    { services: [{ id: 'ktp-el', name: ['KTP\u2060-el', 'Identity card'] }] },
  ])('refuses a text with signs that nobody can see: %j', async change => {
    expect((await admin.patch(SETTINGS, change)).body.error).toMatchObject({ code: 'TEXT_UNSEEN' })
  })

  it.each([
    ['a service that is not there', { id: 'tidak-ada', booking: null }, 404, 'SERVICE_UNKNOWN'],
    ['a field that no service has', { id: 'ktp-el', colour: 'red' }, 400, 'BAD_REQUEST'],
    [
      'a quota of nothing',
      { id: 'ktp-el', booking: { ...DEFAULT_SERVICE_BOOKING, release: { kind: 'open' }, dailyQuota: 0, files: false } },
      400,
    ],
    [
      'waves that do not give out everything',
      {
        id: 'ktp-el',
        booking: {
          ...DEFAULT_SERVICE_BOOKING,
          release: { ...waves, waves: [waves.waves[0]] },
          dailyQuota: null,
          files: false,
        },
      },
      400,
    ],
    [
      'a draw that closes before it opens',
      {
        id: 'ktp-el',
        booking: {
          ...DEFAULT_SERVICE_BOOKING,
          release: { kind: 'draw', opensDaysAhead: 1, closesDaysAhead: 3 },
          dailyQuota: null,
          files: false,
        },
      },
      400,
    ],
  ])('refuses %s, and changes nothing', async (_, change, status, code = 'BAD_REQUEST') => {
    const before = await service('ktp-el')
    const answer = await admin.patch(SETTINGS, { services: [change], minRatings: 99 })
    expect([answer.status, answer.body.error.code]).toEqual([status, code])
    expect(await service('ktp-el')).toEqual(before)
    expect(app.offices.get('samarinda').minRatings).not.toBe(99)
  })

  it('is nobody else’s to set', async () => {
    const body = { services: [{ id: 'ktp-el', booking: null }] }
    for (const who of ['manajer', 'meja', 'petugas1']) {
      expect((await (await app.as(who)).patch(SETTINGS, body)).status).toBe(403)
    }
  })
})

describe('the rules of booking and the special hours', () => {
  it('are set as a whole, Ramadan for example', async () => {
    const ramadan = { open: '08:00', close: '14:00', breaks: [{ from: '12:00', to: '12:30' }] }
    const booking = { ...app.offices.get('samarinda').booking, walkInReserve: 0.4, slotMinutes: 20 }
    const specialHours = [
      {
        name: ['Ramadan', 'Ramadan'],
        from: '2027-02-08',
        to: '2027-03-09',
        hours: [null, ramadan, ramadan, ramadan, ramadan, ramadan, null],
      },
    ]
    expect((await admin.patch(SETTINGS, { booking, specialHours })).status).toBe(200)
    expect(app.offices.get('samarinda')).toMatchObject({ booking, specialHours })
  })

  it('keep to their ranges', async () => {
    const { booking } = app.offices.get('samarinda')
    const wrong = [{ slotMinutes: 4 }, { walkInReserve: 1.1 }, { perDevice: 0 }, { releaseTime: '25:00' }]
    for (const change of wrong) {
      expect((await admin.patch(SETTINGS, { booking: { ...booking, ...change } })).status).toBe(400)
    }
  })
})

describe('a change of the settings', () => {
  it('that names something unknown within rules, bookings or a day is refused as a whole [H9]', async () => {
    const { returnPlaces } = app.offices.get('samarinda').rules
    const day = { open: '08:00', close: '14:00', breaks: [] }
    const wrong = [
      { rules: { returnPlaces: 7, returnPlace: 9 } },
      { rules: { returnPlaces: 7 }, booking: { slotMinute: 20 } },
      { rules: { returnPlaces: 7 }, hours: { 1: { ...day, shut: true } } },
      {
        rules: { returnPlaces: 7 },
        services: [{ id: 'ktp-el', booking: { ...DEFAULT_SERVICE_BOOKING, dailyQouta: 3 } }],
      },
    ]
    for (const change of wrong)
      expect((await admin.patch(SETTINGS, change)).body.error).toMatchObject({ code: 'BAD_REQUEST' })
    expect(app.offices.get('samarinda').rules.returnPlaces).toBe(returnPlaces)
  })

  it('never lets a draw open before its day can be booked [H10]', async () => {
    const draw = (opensDaysAhead: number) => [
      {
        id: 'ktp-el',
        booking: { ...DEFAULT_SERVICE_BOOKING, release: { kind: 'draw', opensDaysAhead, closesDaysAhead: 1 } },
      },
    ]
    expect((await admin.patch(SETTINGS, { services: draw(15) })).body.error).toMatchObject({ code: 'BAD_REQUEST' })
    expect((await admin.patch(SETTINGS, { services: draw(14) })).status).toBe(200)
    expect((await admin.patch(SETTINGS, { booking: { horizonDays: 13 } })).status).toBe(400)
    expect((await admin.patch(SETTINGS, { booking: { horizonDays: 13 }, services: draw(13) })).status).toBe(200)
  })

  it('may mend hours that an older program let through [H8]', async () => {
    const day = (open: string, close: string) => ({ open, close, breaks: [] })
    const { returnPlaces } = app.offices.get('samarinda').rules
    const seen = { hours: { 1: day('15:00', '08:00') }, holidays: ['2026-99-99'], rules: { returnPlaces } }
    const answer = await admin.patch(SETTINGS, { rules: { returnPlaces: 7 }, seen })
    expect(answer.status).toBe(200)
  })
})

describe('two administrators', () => {
  const rules = () => app.offices.get('samarinda').rules
  const fields = (answer: { body: { error: { data: { fields: unknown } } } }) => answer.body.error.data.fields

  it('change two fields of one pane from the same picture, and both are kept', async () => {
    const { priorityCreditMinutes, returnGraceMinutes } = rules()
    await admin.patch(SETTINGS, { rules: { priorityCreditMinutes: 22 }, seen: { rules: { priorityCreditMinutes } } })
    const answer = await admin.patch(SETTINGS, {
      rules: { returnGraceMinutes: 33 },
      seen: { rules: { returnGraceMinutes } },
    })
    expect(answer.status).toBe(200)
    expect(rules()).toMatchObject({ priorityCreditMinutes: 22, returnGraceMinutes: 33 })
  })

  it('change two weekdays at the same moment, and both are kept [A11]', async () => {
    const { hours } = app.offices.get('samarinda')
    const day = (close: string) => ({ open: '08:00', close, breaks: [] })
    const both = await Promise.all([
      admin.patch(SETTINGS, { hours: { 1: day('14:00') }, seen: { hours: { 1: hours[1] } } }),
      admin.patch(SETTINGS, { hours: { 2: day('13:00') }, seen: { hours: { 2: hours[2] } } }),
    ])
    expect(both.map(answer => answer.status)).toEqual([200, 200])
    const now = app.offices.get('samarinda').hours
    expect(now).toEqual([hours[0], day('14:00'), day('13:00'), ...hours.slice(3)])
  })

  it('change the same field: the second is told what the first made of it, and nothing is lost [A11]', async () => {
    const { returnPlaces } = rules()
    const seen = { rules: { returnPlaces }, services: [{ id: 'ktp-el', open: true }] }
    await admin.patch(SETTINGS, { rules: { returnPlaces: 7 }, seen })
    const late = { rules: { returnPlaces: 9 }, services: [{ id: 'ktp-el', open: false }], seen }
    const answer = await admin.patch(SETTINGS, late)
    expect([answer.status, answer.body.error.code]).toEqual([409, 'SETTINGS_CHANGED'])
    expect(fields(answer as never)).toEqual({ 'rules.returnPlaces': 7 })
    expect([rules().returnPlaces, (await service('ktp-el')).open]).toEqual([7, true])
    expect((await admin.patch(SETTINGS, { ...late, seen: { ...seen, rules: { returnPlaces: 7 } } })).status).toBe(200)
  })

  it('save nothing whose field they have not seen, nor look at its effects [A11]', async () => {
    const { returnPlaces, returnGraceMinutes } = rules()
    const change = { rules: { returnPlaces: 7, returnGraceMinutes: 31 } }
    const ask = [
      (body: object) => admin.patch(SETTINGS, body),
      (body: object) => admin.post(`${SETTINGS}/effects`, body),
    ]
    for (const send of ask) {
      const unseen = await send({ ...change, seen: undefined })
      expect([unseen.status, unseen.body.error.code]).toEqual([400, 'BAD_REQUEST'])
      for (const seen of [{}, { rules: { returnGraceMinutes } }, { minRatings: 60, rules: { returnGraceMinutes } }]) {
        const answer = await send({ ...change, seen })
        expect([answer.status, answer.body.error.code]).toEqual([409, 'SETTINGS_CHANGED'])
        expect(fields(answer as never)).toMatchObject({ 'rules.returnPlaces': returnPlaces })
      }
    }
    expect(rules()).toMatchObject({ returnPlaces, returnGraceMinutes })
  })

  it('send a change again whose answer was lost, and it is no change of somebody else', async () => {
    const change = { rules: { returnPlaces: 7 }, seen: { rules: { returnPlaces: rules().returnPlaces } } }
    for (const _ of [1, 2]) expect((await admin.patch(SETTINGS, change)).status).toBe(200)
  })
})
