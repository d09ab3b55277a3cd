import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { atClock } from '../../shared/kit/time.ts'
import { nine, surveyed } from '../helpers/surveyed.ts'
import { saved, testApp, type TestApp, type Visitor } from '../helpers/test-app.ts'

const ALL = '/api/offices/samarinda/publications'
const Q1 = `${ALL}/2026-Q1`
const PAGE = '/ikm/samarinda'

let app: TestApp
let manager: Visitor
beforeEach(async () => {
  app = await testApp()
  const said = surveyed(app.db)
  // Seven days, so that days are told apart; three answers of four, so that the IKM is 84.26 by hand.
  for (const [i, day] of ['12', '13', '14', '15', '16', '19', '20'].entries()) {
    await said.answered(await said.visits(9, 'p1', '1', `2026-01-${day}`), nine(3))
    await said.answered(await said.visits(6, 'p2', '2', `2026-01-${day}`), { ...nine(4), waktu: i < 3 ? 3 : 4 })
  }
  app.clock.now = atClock('2026-04-13', '09:00', 'WITA')
  manager = await app.as('manajer')
})
afterEach(async () => {
  expect(app.failures).toEqual([])
  await app.close()
})

const publish = (version: number, reason = '', who = manager, headers = {}, media = ['page', 'poster']) =>
  who.post(Q1, { version, reason, media }, headers)
const read = async (path = PAGE) => app.visitor().get(path)

describe('the IKM of a closed quarter', () => {
  it('is shown to the office first, and published as it was shown, to the digit, on every page and in the data [S70 S71]', async () => {
    // (63·3 + 42·4) / 105 for eight unsur; waktu has 18 marks of 3 less: NRR 3.4 and 3.228571…
    const ikm = 25 * ((8 * 3.4 + (63 * 3 + 18 * 3 + 24 * 4) / 105) / 9)
    const { now } = (await manager.get(Q1)).body
    expect([now.ikm, now.mutu, now.n, now.visits]).toEqual([Math.round(ikm * 100) / 100, 'B', 105, 105])
    expect((await read()).text).toContain('Belum ada IKM yang diterbitkan')
    expect((await read('/')).text).not.toContain(PAGE)
    expect((await publish(0)).body).toEqual({ version: 1 })
    const [version] = (await manager.get(ALL)).body.versions
    expect(version).toMatchObject({ version: 1, reason: null, media: ['page', 'poster'], body: now })
    const page = (await read()).text
    for (const told of [
      '84,52',
      'Mutu B',
      '105 orang',
      'Waktu Penyelesaian',
      '3,229',
      'PermenPANRB 14/2017',
      'Triwulan I 2026',
    ])
      expect(page).toContain(told)
    expect(page).not.toContain('<script')
    expect((await read('/')).text).toContain(PAGE)
    const json = (await read(`${PAGE}/2026-Q1/data.json`)).body
    expect(json).toMatchObject({ version: 1, ikm: now.ikm, n: 105, unsur: now.unsur })
    expect((await read(`${PAGE}/2026-Q1/data.csv`)).text).toContain('Seluruh unit;2026-Q1;IKM;84,52')
    const sheet = (await read(`${PAGE}/2026-Q1/lembar`)).text
    for (const told of ['84,52', 'Versi 1, diterbitkan 13 April 2026']) expect(sheet).toContain(told)
    const badge = await read(`${PAGE}/lencana.svg`)
    expect(badge.text).toContain('84,52 · B')
    expect([badge.headers.get('content-type'), badge.headers.get('cross-origin-resource-policy')]).toEqual([
      'image/svg+xml',
      'cross-origin',
    ])
  })

  it('is corrected by a new version with its reason, and both can be read; nothing changes what was published [S71]', async () => {
    await publish(0)
    expect((await publish(1, 'sama')).body.error.code).toBe('NOT_PUBLISHED')
    const turned = await publish(1, 'sama', manager, {}, ['poster', 'page'])
    expect(turned.body.error.code).toBe('NOT_PUBLISHED')
    await saved(app, { ikmMethod: '0.11' })
    expect((await read()).text).toContain('84,52')
    expect((await publish(1)).status).toBe(400)
    expect((await publish(1, 'Bobot sesuai <b>laporan</b>.')).body).toEqual({ version: 2 })
    const page = (await read()).text
    for (const told of ['83,68', 'Bobot sesuai &lt;b&gt;laporan', 'Versi 1', '84,52']) expect(page).toContain(told)
    const old = (await read(`${PAGE}/2026-Q1?versi=1`)).text
    for (const told of ['Ini versi lama', '84,52', 'Mutu B']) expect(old).toContain(told)
    expect((await read(`${PAGE}/2026-Q1?versi=3`)).status).toBe(404)
    // All that an old version leads to is of that version, also in the other language.
    const links = [...old.matchAll(/href="(\/ikm\/[^"]*\/2026-Q1\/[^"]*|\?[^"]*)"/g)].map(([, href]) => href!)
    expect(links.length).toBeGreaterThan(5)
    for (const href of links) expect(href).toContain('versi=1')
    expect((await read(`${PAGE}/2026-Q1/data.csv?lang=id&amp;versi=1`.replace('&amp;', '&'))).text).toContain(
      'IKM;84,52',
    )
    expect((await read(`${PAGE}/2026-Q1/lembar?versi=1`)).text).toContain('href="?versi=1&amp;lang=en"')
    expect((await read(`${PAGE}/2026-Q1`)).text).not.toContain('data.csv?lang=id&amp;versi')
  })

  it('has its official sheet as PDF on A4 and A3, of the office and of each service that is published, of each version [S78]', async () => {
    await publish(0)
    const pdf = async (path: string) => app.app.request(`${PAGE}/2026-Q1/${path}`)
    for (const path of ['lembar-a4.pdf', 'lembar-a3.pdf?versi=1']) {
      const reply = await pdf(path)
      expect([reply.status, reply.headers.get('content-type')], path).toEqual([200, 'application/pdf'])
      expect(Buffer.from(await reply.arrayBuffer()).toString('latin1', 0, 5)).toBe('%PDF-')
    }
    const { services } = (await read(`${PAGE}/2026-Q1/data.json`)).body as { services: { service: string }[] }
    for (const { service } of services) expect((await pdf(`lembar-a4/${service}`)).status).toBe(200)
    for (const path of ['lembar-a4/nirgendwo', 'lembar-a4.pdf?versi=2', 'lembar-a5.pdf'])
      expect((await pdf(path)).status, path).toBe(404)
    for (const path of [PAGE, `${PAGE}/2026-Q1/lembar`])
      for (const paper of ['a4', 'a3']) expect((await read(path)).text).toContain(`/2026-Q1/lembar-${paper}.pdf?`)
  })

  it('is told to the hall screen where that is one of its media and the setting lets it [S78]', async () => {
    const hall = async () => {
      app.clock.now += 60_000
      return (await app.visitor().get('/api/offices/samarinda/hall')).body.published
    }
    await publish(0)
    expect(await hall()).toBe(null)
    await publish(1, 'Juga di layar.', manager, {}, ['page', 'hall'])
    expect(await hall()).toEqual({ period: '2026-Q1', ikm: 84.52, mutu: 'B', n: 105 })
    await saved(app, { hallIkm: false })
    expect(await hall()).toBe(null)
  })

  it('is listed among what evaluators ask for, with its first day and its media, also as a file [S79]', async () => {
    const listed = async () => (await manager.get('/api/offices/samarinda/evaluation?lang=id')).body
    expect((await listed()).facts).toMatchObject({ period: '2026-Q1', published: null, target: 88, finished: 105 })
    await publish(0)
    const { facts, file } = await listed()
    expect(facts.published).toMatchObject({
      period: '2026-Q1',
      ikm: 84.52,
      media: ['page', 'poster'],
      at: app.clock.now,
    })
    const csv = Buffer.from(file.content, 'base64').toString()
    expect(csv).toContain('IKM di atas sasaran;"belum ada bukti: IKM 84,52, sasaran di atas 88."')
    expect(csv).toContain('/ikm/samarinda')
  })

  it('is published once: by two at once, by a repeat whose answer was lost, and on record [S72]', async () => {
    const key = { 'idempotency-key': 'publish-2026-Q1-first' }
    const twice = [await publish(0, '', manager, key), await publish(0, '', manager, key)]
    expect(twice.map(({ body }) => body)).toEqual(Array(2).fill({ version: 1 }))
    await saved(app, { ikmMethod: '0.11' })
    const other = await app.as('atasan')
    const both = await Promise.all([publish(1, 'satu'), publish(1, 'dua', other)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const acts = await app.db.kysely.selectFrom('audit').select('what').where('what', '=', 'ikm.publish').execute()
    expect(acts).toHaveLength(2)
    expect(await app.db.kysely.selectFrom('publications').select('version').execute()).toHaveLength(2)
  })

  it('is a page with the way on where nothing of what was asked for is published, and a badge that says so [S71]', async () => {
    const lost = async (path: string) => app.visitor().get(path, { accept: 'text/html,*/*' })
    const before = await lost(`${PAGE}/2026-Q1`)
    expect([before.status, before.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8'])
    for (const told of ['Belum ada IKM yang diterbitkan', 'href="/?kantor=samarinda'])
      expect(before.text).toContain(told)
    const badge = await read(`${PAGE}/lencana.svg`)
    expect([badge.status, badge.text.includes('belum diterbitkan')]).toEqual([200, true])
    await publish(0)
    for (const path of ['2025-Q1', '2026-Q1?versi=9', '2026-Q1/lembar/nirgendwo', '2026-Q9/data.csv']) {
      const { status, text } = await lost(`${PAGE}/${path}`)
      expect([status, text.includes('IKM terbaru: Triwulan I 2026')], path).toEqual([404, true])
    }
    for (const path of ['/ikm/nirgendwo', '/ikm/nirgendwo/2026-Q1', '/perbaikan/nirgendwo']) {
      const { status, text } = await lost(path)
      expect([status, text.startsWith('<!doctype html>'), text.includes('href="/?lang=id"')], path).toEqual([
        404,
        true,
        true,
      ])
    }
  })

  it('says how many answers came on paper or in a file, on each page and in the data, and then not that all filled it in [S47 S71]', async () => {
    await app.db.kysely.updateTable('skm_answers').set({ channel: 'paper' }).where('date', '=', '2026-01-20').execute()
    await publish(0)
    const page = (await read()).text
    expect(page).toContain('15 jawaban datang lewat formulir kertas atau berkas')
    expect(page).not.toContain('Diisi sendiri oleh warga')
    expect((await read(`${PAGE}/2026-Q1/lembar`)).text).toContain('15 jawaban lewat formulir kertas atau berkas')
    expect((await read(`${PAGE}/2026-Q1/data.json`)).body).toMatchObject({ brought: 15 })
    expect((await read(`${PAGE}/2026-Q1/data.csv`)).text).toContain('Lewat kertas atau berkas;15')
    const { proposals } = (await manager.get('/api/offices/samarinda/reports/2026-Q1')).body
    expect(proposals.method).toContain('(15 jawaban datang lewat formulir kertas atau berkas yang dimasukkan petugas)')
  })

  it('is not published while the figures are held back, and nothing of a period that is none [S70]', async () => {
    expect((await manager.get(`${ALL}/2026-Q2`)).body).toEqual({ now: null, why: 'heldBack' })
    const refused = await manager.post(`${ALL}/2026-Q2`, { version: 0, reason: '', media: ['page'] })
    expect(refused.body.error.code).toBe('NOT_PUBLISHED')
    expect((await manager.get(`${ALL}/2026-Q7`)).status).toBe(400)
    for (const path of ['/2026-Q2', '/2026-Q2/lembar', '/2026-Q2/data.json', '/2026-Q2/data.csv'])
      expect((await read(`${PAGE}${path}`)).status, path).toBe(404)
    expect((await read('/ikm/nirgendwo')).status).toBe(404)
    const clerk = await app.as('petugas1')
    expect((await clerk.post(Q1, { version: 0, reason: '', media: [] })).status).toBe(403)
  })
})
