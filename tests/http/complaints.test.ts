import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verifyAudit } from '../../server/store/audit.ts'
import { atClock, type LocalDate } from '../../shared/kit/time.ts'
import { post } from '../helpers/by-pages.ts'
import { counterPath, testApp, TICKETS, type TestApp, type Visitor } from '../helpers/test-app.ts'

const CASES = '/api/offices/samarinda/complaints'
const TEXT = 'Pak Joko di loket 1 membentak saya, WA 0812-5555-0134'
let app: TestApp
let manager: Visitor

beforeEach(async () => {
  app = await testApp()
  manager = await app.as('manajer')
})
afterEach(async () => {
  expect(app.failures).toEqual([])
  await app.close()
})

/** One served visit with a low rating: the page of its complaint. */
async function rated(rating = 1): Promise<string> {
  const [officer, kiosk, tablet] = [await app.as('petugas1'), await app.device('kiosk'), await app.device('tablet')]
  await officer.post(counterPath('1', 'open'))
  await kiosk.post(TICKETS, { serviceId: 'ktp-el' })
  for (const act of ['call-next', 'start', 'finish']) await officer.post(counterPath('1', act))
  const { path } = (await tablet.get(counterPath('1', 'survey'))).body as { path: string }
  expect((await app.visitor().post(`/api/surveys/${path.slice(3)}/rating`, { rating })).status).toBe(201)
  return `${path}/keluhan`
}

const send = (page: string, words: string, consent = true, who = app.visitor()) =>
  post(who, `${page}?lang=id`, new URLSearchParams({ words, ...(consent ? { consent: '1' } : {}) }))
/** Another day has come, and the manager is there. */
async function on(date: LocalDate) {
  app.clock.now = atClock(date, '11:00', 'WITA')
  manager = await app.as('manajer')
}
interface Told {
  readonly id: string
  readonly words: string
  readonly due: string
  readonly late: boolean
  readonly told: readonly string[]
  readonly steps: number
  readonly state: string
}
const list = async (who = manager) => ((await who.get(CASES)).body as { complaints: readonly Told[] }).complaints
const act = async (change: object, who = manager) => {
  const [one] = await list()
  return who.post(`${CASES}/${one!.id}`, { act: change, steps: one!.steps })
}
const rows = () => app.db.kysely.selectFrom('complaints').selectAll().execute()

describe('a complaint after a low rating', () => {
  it('cannot be written before the visit was rated, and the page says so rather than that time is over [S41]', async () => {
    const [officer, kiosk, tablet] = [await app.as('petugas1'), await app.device('kiosk'), await app.device('tablet')]
    await officer.post(counterPath('1', 'open'))
    await kiosk.post(TICKETS, { serviceId: 'ktp-el' })
    for (const act of ['call-next', 'start', 'finish']) await officer.post(counterPath('1', act))
    const { path } = (await tablet.get(counterPath('1', 'survey'))).body as { path: string }
    const early = (await app.visitor().get(`${path}/keluhan`)).text
    expect(early).toContain('Nilai layanannya dulu')
    expect(early).not.toContain('sudah lewat')
    app.clock.now += 8 * 86_400_000
    expect((await app.visitor().get(`${path}/keluhan`)).text).toContain('sudah lewat')
    expect((await tablet.get(counterPath('99', 'survey'))).body.error.code).toBe('COUNTER_UNKNOWN')
  })

  it('is sent to nobody without the consent of whoever wrote it, and nothing of it is kept [S41]', async () => {
    const page = await rated()
    const form = await app.visitor().get(page)
    expect(form.text).toContain('Saya setuju petugas kantor membaca tulisan ini')
    expect(form.text).not.toContain('<script')
    const refused = await send(page, TEXT, false)
    expect([refused.status, refused.text.includes('tidak dikirim kepada siapa pun')]).toEqual([422, true])
    expect(refused.text, 'what was typed stays').toContain('0812-5555-0134')
    expect((await send(page, '   ')).text).toContain('Tulis dahulu keluhan Anda')
    expect(await rows()).toEqual([])
  })

  it('is kept once, without what names anybody, however often it is sent [S41]', async () => {
    const page = await rated()
    const all = await Promise.all([send(page, TEXT), send(page, TEXT), send(page, 'Lain')])
    expect(all.map(a => [a.status, a.to])).toEqual(all.map(() => [303, `${page}?lang=id`]))
    const kept = await rows()
    expect(kept.length).toBe(1)
    const [text] = ['Pak ••• di loket 1 membentak saya, WA •••']
    expect([text, 'Lain']).toContain(kept[0]!.words)
    // Nothing of the row leads to the ticket, and its instant is not kept.
    const tickets = (await app.db.kysely.selectFrom('tickets').select('id').execute()).map(t => t.id)
    for (const id of tickets) expect(JSON.stringify(kept)).not.toContain(id)
    expect((await app.visitor().get(page)).text).toContain('Dijawab paling lambat')
  })

  it('is written on the citizen’s own browser alone: no tablet, no staff, no link of nobody [S41]', async () => {
    const page = await rated()
    for (const who of [manager, await app.device('tablet'), await app.device('kiosk')]) {
      expect((await who.get(page)).status).toBe(403)
      expect((await send(page, TEXT, true, who)).status).toBe(403)
    }
    expect((await app.visitor().get('/s/nobody.nothing/keluhan')).status).toBe(404)
    expect(await rows()).toEqual([])
  })

  it('is read from the next day on, without ticket, counter, officer and time [S43]', async () => {
    const page = await rated()
    await send(page, TEXT)
    expect(await list()).toEqual([])
    await on('2026-06-10')
    const [one] = await list()
    expect(Object.keys(one!).sort()).toEqual(
      [
        ...['answer', 'answeredOn', 'doneOn', 'due', 'id', 'kind', 'laporNumber', 'laporState', 'late', 'owner'],
        ...['service', 'state', 'steps', 'told', 'words'],
      ].sort(),
    )
    expect(one).toMatchObject({ words: 'Pak ••• di loket 1 membentak saya, WA •••', state: 'new', due: '2026-06-17' })
    expect((await (await app.as('petugas1')).get(CASES)).status).toBe(403)
  })

  it('is answered on its own link, and nobody is told whose it is [S43]', async () => {
    const page = await rated()
    await send(page, TEXT)
    await on('2026-06-10')
    expect((await act({ do: 'close' })).body.error.code).toBe('COMPLAINT_STATE')
    expect((await act({ do: 'sort', kind: 'light' })).status).toBe(200)
    expect((await list())[0]!.due).toBe('2026-06-11')
    const owner = (await app.db.kysely.selectFrom('staff').select('id').where('username', '=', 'manajer').execute())[0]!
    expect((await act({ do: 'assign', owner: owner.id })).status).toBe(200)
    expect((await act({ do: 'answer', text: 'Kami minta maaf.' })).status).toBe(200)
    expect((await act({ do: 'lapor', number: '1200345', state: 'selesai' })).status).toBe(200)
    expect((await act({ do: 'close' })).status).toBe(200)
    const own = await app.visitor().get(page)
    for (const said of ['Kami minta maaf.', 'Dijawab 10 Juni 2026', 'Selesai 10 Juni 2026'])
      expect(own.text).toContain(said)
    expect(own.text, 'nor who answered').not.toContain('contoh)')
    const survey = `/api/surveys/${page.split('/')[2]!}`
    expect((await app.visitor().get(survey)).body).toMatchObject({ complained: true })
    expect((await verifyAudit(app.db)).ok).toBe(true)
  })

  it('is acted on by one of two who act at once; the other is told [S43]', async () => {
    await send(await rated(), TEXT)
    await on('2026-06-10')
    const [one] = await list()
    const both = await Promise.all(
      ['light', 'plain'].map(kind =>
        manager.post(`${CASES}/${one!.id}`, { act: { do: 'sort', kind }, steps: one!.steps }),
      ),
    )
    expect(both.map(b => b.status).sort()).toEqual([200, 409])
  })

  it('that is late is told once to whoever is above, however often it is looked for [S44]', async () => {
    await send(await rated(), TEXT)
    await on('2026-06-17')
    await app.followUp()
    expect((await list())[0]).toMatchObject({ late: false, told: [] })
    await on('2026-06-18')
    for (let i = 0; i < 3; i += 1) await Promise.all([app.followUp(), app.followUp()])
    await on('2026-06-22')
    await app.followUp()
    const told = await app.db.kysely.selectFrom('audit').selectAll().where('what', '=', 'complaint.late').execute()
    expect(told.length).toBe(1)
    const manajer = await app.db.kysely.selectFrom('staff').select('id').where('username', '=', 'manajer').execute()
    expect((await list())[0]).toMatchObject({ late: true, told: manajer.map(m => m.id) })
  })

  it('is erased with the way to it a year after it was done [S45]', async () => {
    const page = await rated()
    await send(page, TEXT)
    await on('2026-06-10')
    await act({ do: 'answer', text: 'Sudah.' })
    await act({ do: 'close' })
    await on('2027-06-10')
    await app.followUp()
    expect((await rows())[0]).toMatchObject({ answer: 'Sudah.' })
    await on('2027-06-11')
    await app.followUp()
    expect((await rows())[0]).toMatchObject({ words: '', answer: null, holder: null, state: 'done' })
  })
})
