import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verifyAudit } from '../../server/store/audit.ts'
import { atClock } from '../../shared/kit/time.ts'
import type { ReasonsView } from '../../shared/survey/reasons.ts'
import { nine, surveyed } from '../helpers/surveyed.ts'
import { saved, testApp, type TestApp, type Visitor } from '../helpers/test-app.ts'

const OFFICE = '/api/offices/samarinda'
/** A day of May; nobody can answer for it any more on the ninth of June, when the month has ten answers behind it. */
const MAY = '2026-05-12'
const AFTER = '2026-06-20'
/** By then others may read what was said of the officers of the second quarter. */
const OPEN = '2026-07-20'

let app: TestApp
let manager: Visitor
let said: ReturnType<typeof surveyed>

beforeEach(async () => {
  app = await testApp()
  app.clock.now = atClock(OPEN, '11:00', 'WITA')
  manager = await app.as('manajer')
  said = surveyed(app.db)
  // The lowest there is: then it does not matter here that one officer served all of them.
  await saved(app, { minRatings: 10 })
  await said.rated(await said.visits(12, 'p1', '1', '2026-06-02'), 4)
})

afterEach(async () => {
  expect(app.failures).toEqual([])
  await app.close()
})

/** Ratings of a service in May: so many low ones for these reasons, the others content. */
async function rated(service: string, n: number, slow: number, date = MAY) {
  const ids = await said.visits(n, 'p1', '1', date, service)
  await said.rated(ids.slice(0, slow), 2, ['slow', 'room'])
  await said.rated(ids.slice(slow), 4)
  return ids
}

/** Another day has come, and the manager is there. */
async function at(date: string) {
  app.clock.now = atClock(date, '11:00', 'WITA')
  manager = await app.as('manajer')
}

const view = async (month = '2026-05') => (await manager.get(`${OFFICE}/reasons?month=${month}`)).body as ReasonsView
const of = async (service: string, month?: string) =>
  (await view(month)).services.find(({ serviceId }) => serviceId === service)!
const read = (service: string, who = manager, month = '2026-05') =>
  who.post(`${OFFICE}/suggestions`, { month, service })
const opened = async () =>
  (await app.db.kysely.selectFrom('audit').selectAll().where('what', '=', 'survey.suggestions').execute()).map(r => ({
    who: r.who,
    ...(JSON.parse(r.detail) as object),
  }))

describe('the reasons of a service in a month', () => {
  it('are counted once the month is closed, each beside how many rated [S24]', async () => {
    await rated('ktp-el', 14, 3)
    await rated('kartu-keluarga', 11, 0)
    expect(await of('ktp-el')).toMatchObject({ rated: 14, reasons: { slow: 3, room: 3, unfriendly: 0 } })
    expect(await of('kartu-keluarga')).toMatchObject({ rated: 11, reasons: { slow: 0 } })
  })

  it('stay closed while few rated, and for another service where the few would be left over [S24]', async () => {
    await rated('ktp-el', 14, 3)
    await rated('kartu-keluarga', 9, 1)
    expect(await of('kartu-keluarga')).toMatchObject({ showing: { why: 'few' }, reasons: null, suggestions: null })
    expect(await of('ktp-el')).toMatchObject({ showing: { why: 'difference' }, reasons: null, suggestions: null })
    await rated('legalisir', 3, 1)
    expect(await of('ktp-el')).toMatchObject({ reasons: { slow: 3 } })
  })

  it('are not told of the running month, of a week or of one that does not exist [S24]', async () => {
    await at(AFTER)
    await rated('ktp-el', 30, 3, '2026-06-03')
    const running = { showing: { why: 'running', on: '2026-07-08' }, rated: null, reasons: null, suggestions: null }
    expect(await of('ktp-el', '2026-06')).toMatchObject(running)
    const before = await view('2026-06')
    await rated('ktp-el', 1, 1, '2026-06-19')
    expect(await view('2026-06')).toEqual(before)
    for (const month of ['2026-W20', '2026-13', '2026-Q2'])
      expect((await manager.get(`${OFFICE}/reasons?month=${month}`)).status, month).toBe(400)
  })
})

describe('the reasons and suggestions of services that one officer alone serves', () => {
  it('stay closed under the minimum of the office, and so does what they would be told from [S26]', async () => {
    await saved(app, { minRatings: 60 })
    for (const service of ['legalisir', 'konsultasi']) {
      const ids = await said.visits(15, 'p8', '8', MAY, service)
      await said.rated(ids, 1, ['unfriendly'])
      await said.answered(ids, nine(1), 'Petugasnya kasar')
    }
    for (const [service, n] of [
      ['ktp-el', 40],
      ['kartu-keluarga', 20],
    ] as const)
      for (const counter of ['1', '2', '3'])
        await said.rated(await said.visits(n, `p${counter}`, counter, MAY, service), 4)
    const alone = { showing: { why: 'alone' }, rated: 15, reasons: null, suggestions: null }
    expect(await of('legalisir')).toMatchObject(alone)
    expect(await of('konsultasi')).toMatchObject(alone)
    expect(await of('ktp-el')).toMatchObject({ rated: 120, reasons: { slow: 0 } })
    expect(await of('kartu-keluarga')).toMatchObject({ showing: { why: 'difference' }, reasons: null })
    expect((await read('legalisir')).status).toBe(403)
  })

  it('wait until others may read of that officer, with the smallest other from which they would follow [S27]', async () => {
    const services = async () =>
      (await view()).services.map(({ serviceId, showing, reasons }) => [
        serviceId,
        'on' in showing ? showing : reasons?.slow,
      ])
    const ids = await rated('legalisir', 70, 5)
    await said.answered(ids, nine(1), 'Petugasnya kasar')
    for (const [service, n] of [
      ['ktp-el', 40],
      ['kartu-keluarga', 20],
    ] as const)
      for (const counter of ['2', '3', '4'])
        await said.rated(await said.visits(n, `p${counter}`, counter, MAY, service), 4)
    const waits = { why: 'officer', on: '2026-07-11' }
    for (const day of [AFTER, '2026-07-08', '2026-07-10']) {
      await at(day)
      await app.scores.pass()
      expect(await services(), day).toEqual(
        expect.arrayContaining([
          ['legalisir', waits],
          ['kartu-keluarga', waits],
          ['ktp-el', 0],
        ]),
      )
      expect((await read('legalisir')).status, day).toBe(403)
    }
    await at('2026-07-11')
    expect(await services()).toEqual(
      expect.arrayContaining([
        ['legalisir', 5],
        ['kartu-keluarga', 0],
        ['ktp-el', 0],
      ]),
    )
    expect((await read('legalisir')).status).toBe(200)
  })

  it('keep suggestions closed until then where one officer’s visitors alone filled in the questionnaire [S27]', async () => {
    await said.answered(await rated('legalisir', 70, 5), nine(1), 'Petugasnya kasar')
    for (const counter of ['2', '3'])
      await said.rated(await said.visits(20, `p${counter}`, counter, MAY, 'legalisir'), 4)
    await at('2026-07-10')
    expect(await of('legalisir')).toMatchObject({ rated: 110, reasons: { slow: 5 }, suggestions: null })
    expect((await read('legalisir')).status).toBe(403)
    await at('2026-07-11')
    expect(await of('legalisir')).toMatchObject({ suggestions: 70 })
  })

  it('are not opened by what colleagues released [S27]', async () => {
    await rated('legalisir', 70, 5)
    for (const service of ['ktp-el', 'kartu-keluarga'])
      for (const counter of ['2', '3', '4', '5'])
        await said.rated(await said.visits(80, `p${counter}`, counter, MAY, service), 4)
    await at('2026-07-08')
    await app.scores.pass()
    for (const no of [2, 3, 4, 5])
      expect((await (await app.as(`petugas${no}`)).post('/api/me/scores/2026-Q2/release', {})).status).toBe(200)
    expect(await of('legalisir')).toMatchObject({ showing: { why: 'officer', on: '2026-07-11' }, reasons: null })
  })

  it('stay closed where the month has no other service [S26]', async () => {
    await saved(app, { minRatings: 60 })
    await rated('legalisir', 30, 30)
    expect(await of('legalisir')).toMatchObject({ showing: { why: 'alone' }, reasons: null, suggestions: null })
  })

  it('keep suggestions closed also where others were rated, but few of them filled in the questionnaire [S26]', async () => {
    await saved(app, { minRatings: 60 })
    await said.answered(await rated('legalisir', 20, 0), nine(1), 'Petugasnya kasar')
    const others = await said.visits(20, 'p2', '2', MAY, 'legalisir')
    await said.rated(others, 4)
    await said.answered(others.slice(0, 9))
    expect(await of('legalisir')).toMatchObject({ rated: 40, reasons: { slow: 0 }, suggestions: null })
    expect((await read('legalisir')).status).toBe(403)
    await said.answered([others[9]!])
    expect(await of('legalisir')).toMatchObject({ suggestions: 20 })
  })
})

describe('suggestions', () => {
  it('are opened on record, by their words and without what names somebody [S25]', async () => {
    const ids = await rated('ktp-el', 12, 0)
    const written = ['Tambah kursi', 'Budi, NIK 6472 0001 0203 0004, WA 0812-3456-7890', 'Antrean A-012 lama', 'Bagus']
    for (const [i, text] of written.entries()) await said.answered([ids[i]!], nine(3), text)
    await said.answered(ids.slice(4, 10))
    expect(await of('ktp-el')).toMatchObject({ suggestions: 4 })
    expect(JSON.stringify(await view())).not.toContain('kursi')
    expect(await opened()).toEqual([])
    const { status, body } = await read('ktp-el')
    expect(status).toBe(200)
    expect(body).toEqual({ suggestions: ['•••, NIK •••, WA •••', 'Antrean ••• lama', 'Bagus', 'Tambah kursi'] })
    const [entry, ...more] = await opened()
    expect(entry).toMatchObject({ office: 'samarinda', month: '2026-05', service: 'ktp-el' })
    expect((entry as { who: string }).who).toMatch(/^staff:/)
    expect(more).toEqual([])
    expect(await verifyAudit(app.db)).toMatchObject({ ok: true })
  })

  it('stay closed with the reasons of their service, and for whoever may not read the survey [S25]', async () => {
    const ids = await rated('ktp-el', 9, 0)
    await said.answered(ids, nine(3), 'Tambah kursi')
    expect((await read('ktp-el')).body).toMatchObject({ error: { code: 'FORBIDDEN' } })
    expect((await read('tidak-ada')).status).toBe(404)
    for (const name of ['petugas1', 'meja', 'admin'])
      expect((await read('ktp-el', await app.as(name))).status).toBe(403)
    expect(await opened()).toEqual([])
  })

  it('stay closed until ten filled in the questionnaire, however many rated [S25]', async () => {
    const ids = await rated('ktp-el', 30, 0)
    await said.answered([ids[0]!], nine(3), 'Tambah kursi')
    await said.answered(ids.slice(1, 9))
    expect(await of('ktp-el')).toMatchObject({ rated: 30, reasons: { slow: 0 }, suggestions: null })
    expect((await read('ktp-el')).body).toMatchObject({ error: { code: 'FORBIDDEN' } })
    const taken = { table: 'suggestions', period: '2026-05', service: 'ktp-el', lang: 'id', format: 'csv' }
    expect((await manager.post(`${OFFICE}/tables`, taken)).status).toBe(403)
    expect(await opened()).toEqual([])
    await said.answered([ids[9]!], {}, 'Bagus')
    expect(await of('ktp-el')).toMatchObject({ suggestions: 2 })
    expect((await read('ktp-el')).body).toEqual({ suggestions: ['Bagus', 'Tambah kursi'] })
  })

  it('are taken along as they are read, and the reasons as they are shown; on record [O19]', async () => {
    const ids = await rated('ktp-el', 12, 4)
    await said.answered([ids[0]!], nine(3), '=HYPERLINK("x"); 081234567890')
    await said.answered(ids.slice(1))
    const take = async (asked: object) => {
      const { status, body } = await manager.post(`${OFFICE}/tables`, { lang: 'id', format: 'csv', ...asked })
      expect(status).toBe(200)
      return Buffer.from((body as { content: string }).content, 'base64').toString()
    }
    expect(await take({ table: 'suggestions', period: '2026-05', service: 'ktp-el' })).toContain(
      `"'=HYPERLINK(""x""); •••"`,
    )
    expect(await take({ table: 'reasons', period: '2026-05' })).toMatch(/\r\nKTP-el;12;4;0;0;0;4;0;0;1\r\n$/)
    const taken = await app.db.kysely.selectFrom('audit').select('detail').where('what', '=', 'table.taken').execute()
    expect(taken.map(r => (JSON.parse(r.detail) as { table: string }).table)).toEqual(['suggestions', 'reasons'])
  })
})
