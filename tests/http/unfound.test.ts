import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DAY, HOUR } from '../../shared/kit/time.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

const UNFOUND = '/api/offices/samarinda/unfound'
let app: TestApp
beforeEach(async () => {
  app = await testApp({ env: { TRUST_PROXY: '1' } })
})
afterEach(() => app.close())

const from = (n: number) => ({ 'x-forwarded-for': `198.51.100.${n}` })
const looks = (query: string, n: number) => app.visitor().post(UNFOUND, { query }, from(n))
const told = async () => (await (await app.as('manajer')).get(UNFOUND)).body.words as object[]
const rows = async () => (await app.db.kysely.selectFrom('unfound').selectAll().execute()).length

describe('what people look for and do not find', () => {
  it('is told to the manager by word and week, once five places or hours of a week missed it [Q7 Q8]', async () => {
    for (let n = 1; n <= 4; n++) expect((await looks('mau bikin visum', n)).status).toBe(200)
    expect(await told()).toEqual([])
    await looks('visum luka', 5)
    expect(await told()).toEqual([{ week: '2026-06-08', word: 'visum', n: 5 }])
  })

  it('is counted from the booking page without scripts too, and not when there is an answer [Q7]', async () => {
    for (let n = 1; n <= 5; n++) {
      app.clock.now += 1000
      for (const q of ['visum', 'ktp', 'paspor', 'mau ambil nomor'])
        expect((await app.visitor().get(`/b/samarinda?q=${encodeURIComponent(q)}`, from(n))).status).toBe(200)
    }
    expect(await told()).toEqual([{ week: '2026-06-08', word: 'visum', n: 5 }])
    for (let n = 1; n <= 5; n++) await looks('ktp ilang', n)
    expect(await told()).toHaveLength(1)
  })

  it('is counted once an hour from one place, so that nobody brings a word forward alone [Q8]', async () => {
    for (let i = 0; i < 9; i++) await looks('visum', 1)
    expect(await rows()).toBe(1)
    app.clock.now += HOUR
    await looks('visum', 1)
    expect([await rows(), await told()]).toEqual([2, []])
  })

  it('hears thirty words an hour from one place, and no flood makes it deaf to the others [Q8]', async () => {
    const letters = (i: number) => String.fromCharCode(97 + (i % 26), 97 + (Math.floor(i / 26) % 26))
    for (let i = 0; i < 40; i++) await looks(`zq${letters(i)}x zw${letters(i)}x`, 1)
    expect(await rows()).toBe(30)
    const junk = (i: number) => ({ office: 'samarinda', week: '2026-06-08', word: `w${i}`, place: `p${i}` })
    for (let i = 0; i < 20_000; i += 200)
      await app.db.kysely
        .insertInto('unfound')
        .values(Array.from({ length: 200 }, (_, j) => junk(i + j)))
        .execute()
    for (let n = 2; n <= 6; n++) await looks('visum', n)
    expect(await told()).toEqual([{ week: '2026-06-08', word: 'visum', n: 5 }])
  })

  it('stands in no table as a readable word below the floor, and no place ever [Q8]', async () => {
    for (let n = 1; n <= 4; n++) await looks('visum', n)
    const table = JSON.stringify([
      await app.db.kysely.selectFrom('unfound').selectAll().execute(),
      await app.db.kysely.selectFrom('unfound_words').selectAll().execute(),
    ])
    expect(table).not.toContain('visum')
    expect(table).not.toContain('198.51.100')
  })

  it('is forgotten after eight weeks [Q8]', async () => {
    for (let n = 1; n <= 5; n++) await looks('visum', n)
    app.clock.now += 56 * DAY
    await app.retain()
    expect(await told()).toHaveLength(1)
    app.clock.now += 7 * DAY
    await app.retain()
    expect([await rows(), (await app.db.kysely.selectFrom('unfound_words').selectAll().execute()).length]).toEqual([
      0, 0,
    ])
  })

  it('is no matter of an office that there is not', async () => {
    const { status } = await app.visitor().post('/api/offices/lain/unfound', { query: 'visum' }, from(1))
    expect(status).toBe(404)
  })
})
