import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { stepsOf } from '../../server/store/applications.ts'
import { DAY } from '../../shared/kit/time.ts'
import { drain, OFFICE, toldOffice } from '../helpers/told-office.ts'
import { wordsIn } from '../helpers/page-words.ts'
import { counterPath, type Visitor } from '../helpers/test-app.ts'

const LIST = `${OFFICE}/applications`
const GIVEN = { date: '2026-06-15', cause: 'noMaterial', note: 'Blangko datang Kamis' }

let told: Awaited<ReturnType<typeof toldOffice>>
let officer: Visitor
let token: string
let id: string

/** Somebody who is told by WhatsApp was served on Tuesday; the document was promised for Wednesday, and Thursday has come. */
beforeEach(async () => {
  told = await toldOffice()
  const { app, clock } = told
  officer = await app.as('petugas1')
  await officer.post(counterPath('1', 'open'))
  const { body } = await app.visitor().get(`${OFFICE}/services/ktp-el/slots`)
  const slot = (body.slots as { id: string; start: number; free: number }[]).find(s => s.free > 0)!
  const booked = await app.visitor().post(`${OFFICE}/bookings`, {
    serviceId: 'ktp-el',
    slotId: slot.id,
    contact: { phone: '0800-0000-0001', channel: 'whatsapp' },
  })
  expect(booked.status).toBe(201)
  ;({ token } = booked.body)
  clock.now = slot.start
  const hall = await app.as('meja')
  expect((await hall.post(`${OFFICE}/check-in`, { token })).status).toBe(200)
  await officer.post(counterPath('1', 'call-next'))
  await officer.post(counterPath('1', 'start'))
  expect((await officer.post(counterPath('1', 'finish'))).status).toBe(200)
  await app.settled()
  ;[{ id }] = (await officer.get(LIST)).body.applications
  clock.now += 2 * DAY
  officer = await app.as('petugas1')
})
afterEach(() => told.app.close())

const give = (body: object, key: string = randomUUID()) =>
  officer.post(`${LIST}/${id}/new-date`, body, { 'idempotency-key': key })
const page = async () => wordsIn((await told.app.visitor().get(`/t/${token}`)).text)

describe('a late document', () => {
  it('has a new date with its cause, in red on the page of its holder [P15 P16]', async () => {
    expect(await page()).toContain('Tanggal baru belum ditetapkan')
    const answer = await give(GIVEN)
    expect([answer.status, answer.body.application.delay]).toEqual([200, { ...GIVEN, at: told.clock.now }])
    expect(await page()).toMatch(
      /KTP-el Anda terlambat Janji kami Rabu, 10 Juni Tanggal baru Senin, 15 Juni Sebab Bahan cetak habis\. Blangko datang Kamis/,
    )
    // What was promised is what counts.
    expect(answer.body.application).toMatchObject({ promisedOn: '2026-06-10', late: 1 })
  })

  it('tells its holder of the new date by the channel that they chose, once, and as it was corrected [P14 P16]', async () => {
    const { app, clock, phones } = told
    await give(GIVEN)
    clock.now += 2_000
    await give({ date: '2026-06-18', cause: 'systemDown' })
    clock.now += 13_000
    const news = () => phones.filter(m => m.kind === 'documentDelayed')
    await expect.poll(() => news().length, { timeout: 5_000 }).toBe(1)
    // What was told of the first one would have gone before it.
    await drain(app, clock)
    expect(news().map(m => m.to)).toEqual(['6280000000001'])
    // Numbers repeat every day, so the day of the visit stands beside it.
    expect(news()[0]!.text).toMatch(/^Maaf, dokumen KTP-el \(nomor [A-Z]+-\d+, \w+, \d+ Juni\) terlambat/)
    expect(news()[0]!.text).toContain('Tanggal baru: Kamis, 18 Juni')
  })

  it('is told of also when the work goes on at once, and not once it is ready [P16]', async () => {
    const { clock, phones } = told
    const documents = () => phones.flatMap(m => (m.kind.startsWith('document') ? [m.kind] : []))
    const advance = (to: string) => officer.post(`${LIST}/${id}/advance`, { to })
    await give(GIVEN)
    await advance('processing')
    clock.now += 13_000
    await expect.poll(documents, { timeout: 5_000 }).toEqual(['documentDelayed'])
    await give({ ...GIVEN, date: '2026-06-18' })
    expect((await advance('ready')).status).toBe(200)
    clock.now += 13_000
    await expect.poll(documents, { timeout: 5_000 }).toEqual(['documentDelayed', 'documentReady'])
  })

  it('keeps each date on record with who gave it, once for its command [P15]', async () => {
    const key = randomUUID()
    const first = await give(GIVEN, key)
    const again = await give(GIVEN, key)
    expect(again.body.application).toEqual(first.body.application)
    expect((await give({ ...GIVEN, date: '2026-06-18' }, key)).body.error.code).toBe('COMMAND_ID_REUSED')
    expect((await stepsOf(told.app.db, id)).map(s => [s.to_state, s.new_date, s.cause, s.note])).toEqual([
      ['received', null, null, null],
      ['received', GIVEN.date, GIVEN.cause, GIVEN.note],
    ])
    expect((await stepsOf(told.app.db, id))[1]!.who).toBe('staff:p1')
  })

  it.each([
    ['today', { date: '2026-06-11' }, 'DATE_PAST'],
    ['a day before', { date: '2026-06-10' }, 'DATE_PAST'],
    ['a day on which the office is closed', { date: '2026-06-14' }, 'DATE_CLOSED'],
    ['a year too far ahead', { date: '2028-06-15' }, 'BAD_REQUEST'],
    ['a cause that is not on the list', { cause: 'malas' }, 'BAD_REQUEST'],
    ['a note with the number of a person', { note: 'NIK 6472 0000 0000 0000' }, 'BAD_REQUEST'],
  ])('is refused %s [P15]', async (_, change, code) => {
    expect((await give({ ...GIVEN, ...change })).body.error.code).toBe(code)
    expect((await officer.get(LIST)).body.applications[0].delay).toBeNull()
  })

  it('alone is given one, and none once it is ready [P15]', async () => {
    await officer.post(`${LIST}/${id}/advance`, { to: 'processing' })
    await officer.post(`${LIST}/${id}/advance`, { to: 'ready' })
    expect((await give(GIVEN)).body.error.code).toBe('APPLICATION_STATE')
  })

  it('shows no date that has passed as if it could be kept [P16]', async () => {
    await give(GIVEN)
    told.clock.now += 6 * DAY
    expect(await page()).toContain('Tanggal baru belum ditetapkan')
  })
})
