import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { atClock } from '../../shared/kit/time.ts'
import { MORNING, testApp, counterPath, TICKETS, type Answer, type TestApp, type Visitor } from '../helpers/test-app.ts'

const DAY = '2026-06-09'
const OWN = `/api/me/reports/${DAY}`
const TEAM = `/api/me/team/reports/p3/${DAY}`
const DEVICE = 'ponsel-0001-uji'
let app: TestApp
let officer: Visitor
let assessor: Visitor
beforeAll(async () => {
  app = await testApp()
  officer = await app.as('petugas3')
  assessor = await app.as('atasan')
  const admin = await app.as('admin')
  const ids = async () =>
    (await admin.get('/api/offices/samarinda/people')).body.people as { id: string; username: string }[]
  const idOf = (name: string, all: { id: string; username: string }[]) => all.find(p => p.username === name)!.id
  const people = await ids()
  const body = { officerId: idOf('petugas3', people), assessorId: idOf('atasan', people), from: '2026-06-01', to: null }
  await admin.post('/api/offices/samarinda/supervisions', body)
})
/** Sets the clock; a session that nobody used meanwhile has ended. */
async function itIs(now: number): Promise<void> {
  app.clock.now = now
  officer = await app.as('petugas3')
  assessor = await app.as('atasan')
}
beforeEach(() => itIs(MORNING))
afterAll(() => app.close())

const said = ({ status, body }: Answer) => [status, body.error?.code ?? Object.keys(body)[0]]
const readings = async () => (await officer.get('/api/me/readings')).body.readings as { what: string }[]
const at = (clock: string) => atClock(DAY, clock, 'WITA')
const activity = {
  ...{ id: 'a1', what: 'Berkas jemput bola', from: '15:00', to: '15:45', quantity: '35 berkas' },
  ...{ output: '', skp: '', link: '', files: [] as string[] },
}
const text = (note = '') => ({ activities: [activity], note })
const typed = (rev: number, note = '', device = DEVICE) => {
  return { device, kind: 'phone', rev, begunAt: at('15:10'), writtenAt: at('15:20'), text: text(note) }
}
const sending = (seen: number, note = '') => {
  const { kind: _, ...rest } = typed(9, note)
  return { ...rest, seen }
}

/** Sends a file as evidence of the day. */
async function evidence(bytes: Uint8Array<ArrayBuffer>, who = officer, path = OWN) {
  const form = new FormData()
  form.append('file', new File([bytes], 'foto rapat.png', { type: 'image/png' }))
  const cookie = [...who.cookies].map(([k, v]) => `${k}=${v}`).join('; ')
  return app.app.request(`${path}/files`, { method: 'POST', body: form, headers: { cookie, host: 'localhost' } })
}
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])

describe('a daily report', () => {
  it('has the day’s work at counters in it before anybody types [O130]', async () => {
    await (await app.device('kiosk')).post(TICKETS, { serviceId: 'ktp-el' })
    await officer.post(counterPath('3', 'open'))
    await officer.post(counterPath('3', 'call-next'))
    await officer.post(counterPath('3', 'start'))
    app.clock.now += 8 * 60_000
    await officer.post(counterPath('3', 'finish'))
    const { work, state, assessor: who, drafts } = (await officer.get(OWN)).body
    expect(work).toMatchObject({ served: 1, lines: [{ what: 'counter', counterId: '3', served: 1, to: null }] })
    expect([state, who.name, drafts]).toEqual(['open', expect.stringContaining('contoh'), []])
  })

  it('keeps drafts of two devices, never an older state over a newer, and replaces what was chosen [O131]', async () => {
    await officer.post(`${OWN}/draft`, typed(2, 'dua'))
    expect((await officer.post(`${OWN}/draft`, typed(1, 'satu'))).body.drafts).toMatchObject([
      { rev: 2, text: { note: 'dua' } },
    ])
    const other = typed(1, 'meja', 'komputer-0001-uji')
    expect((await officer.post(`${OWN}/draft`, { ...other, kind: 'computer' })).body.drafts).toHaveLength(2)
    const chosen = { ...typed(3, 'tiga'), replaces: { device: other.device, rev: 1 } }
    expect((await officer.post(`${OWN}/draft`, chosen)).body.drafts).toMatchObject([{ device: DEVICE, rev: 3 }])
    expect((await (await app.as('petugas4')).get(OWN)).body.drafts).toEqual([])
    expect(JSON.stringify(await app.db.kysely.selectFrom('report_drafts').selectAll().execute())).not.toContain(
      'jemput',
    )
    await officer.post(`${OWN}/draft/discard`, { device: DEVICE, rev: 3 })
    expect((await officer.get(OWN)).body.drafts).toEqual([])
  })

  it('is sent once by its key with both times, takes its draft away, and waits for the assessor [O132 O133]', async () => {
    await officer.post(`${OWN}/draft`, typed(4))
    await itIs(at('15:47'))
    const key = { 'idempotency-key': 'lapor-1' }
    expect((await officer.post(`${OWN}/send`, sending(0), key)).status).toBe(200)
    expect((await officer.post(`${OWN}/send`, sending(0), key)).status).toBe(200)
    expect(said(await officer.post(`${OWN}/send`, sending(0, 'lain'), key))).toEqual([409, 'COMMAND_ID_REUSED'])
    expect(said(await officer.post(`${OWN}/send`, sending(0, 'lain')))).toEqual([409, 'REPORT_CHANGED'])
    const { versions, drafts, state, late } = (await officer.get(OWN)).body
    expect(versions).toMatchObject([{ version: 1, writtenAt: at('15:20'), receivedAt: at('15:47') }])
    expect([drafts, state, late]).toEqual([[], 'waiting', false])
    const audit = await app.db.kysely.selectFrom('audit').selectAll().where('what', '=', 'report.send').execute()
    expect(audit).toHaveLength(1)
    expect(audit[0]!.detail).not.toContain('jemput')
  })

  it('keeps a draft as it is typed, and is not sent with half a link or an end before the beginning [O290]', async () => {
    await itIs(at('15:50'))
    const other = await app.as('petugas5')
    for (const change of [{ link: 'drive.google' }, { from: '13:30', to: '12:00' }]) {
      const written = { activities: [{ ...activity, ...change }], note: '' }
      expect((await other.post(`${OWN}/draft`, { ...typed(1), text: written })).status).toBe(200)
      const refused = await other.post(`${OWN}/send`, { ...sending(0), text: written })
      expect(said(refused)).toEqual([400, 'BAD_REQUEST'])
      expect((await other.get(OWN)).body.drafts).toHaveLength(1)
      await other.post(`${OWN}/draft/discard`, { device: DEVICE, rev: 1 })
    }
  })

  it('is too long to be sent beyond 20 KiB, and its draft stays [O212]', async () => {
    await itIs(at('15:50'))
    const long = 'x'.repeat(200)
    const many = Array.from({ length: 20 }, (_, i) => ({
      ...{
        ...activity,
        id: `a${i}`,
        what: long,
        output: long,
        skp: long,
        link: `https://contoh.id/${'x'.repeat(400)}`,
      },
    }))
    const written = { activities: many, note: '' }
    const other = await app.as('petugas4')
    expect((await other.post(`${OWN}/draft`, { ...typed(1), text: written })).status).toBe(200)
    expect(said(await other.post(`${OWN}/send`, { ...sending(0), text: written }))).toEqual([413, 'REPORT_TOO_LONG'])
    expect((await other.get(OWN)).body.drafts).toHaveLength(1)
    const body = JSON.stringify({ ...sending(0), text: { activities: many.slice(0, 16), note: '' } })
    expect(body.length).toBeLessThan(20 * 1024)
    expect((await other.post(`${OWN}/draft/discard`, { device: DEVICE, rev: 1 })).status).toBe(200)
  })

  it('is read on record and answered by whoever assesses on the day alone, whatever the role [O135 O162]', async () => {
    expect((await assessor.get('/api/me/team/reports')).body.reports).toMatchObject([{ date: DAY, state: 'waiting' }])
    expect((await assessor.get(TEAM)).body.versions[0].text.activities[0].quantity).toBe('35 berkas')
    expect(await readings()).toMatchObject([
      { reader: 'Kepala Seksi (contoh)', for: null, what: 'report', period: DAY },
    ])
    for (const name of ['manajer', 'petugas4', 'petugas3', 'admin']) {
      const other = await app.as(name)
      expect(said(await other.get(TEAM)), name).toEqual([404, 'NOT_FOUND'])
      const accept = { kind: 'accept', version: 1, text: '' }
      expect(said(await other.post(`${TEAM}/answer`, accept)), name).toEqual([404, 'NOT_FOUND'])
    }
    expect(said(await assessor.get('/api/me/team/reports/p3/2026-05-30'))).toEqual([404, 'NOT_FOUND'])
  })

  it('is asked about, replied to, corrected and accepted, and nothing of it is changed [O132 O135 O355]', async () => {
    const answer = (kind: string, version: number, words = '') =>
      assessor.post(`${TEAM}/answer`, { kind, version, text: words })
    expect(said(await answer('ask', 1))).toEqual([400, 'BAD_REQUEST'])
    const news = async () => (await officer.get('/api/me/news')).body.reports
    expect(await news()).toBe(0)
    expect((await answer('ask', 1, 'Sudah termasuk RT 12?')).status).toBe(200)
    expect(await news()).toBe(1)
    expect((await officer.get(OWN)).body.state).toBe('ask')
    expect((await officer.post(`${OWN}/reply`, { text: 'Sudah, 6 di antaranya.' })).status).toBe(200)
    expect(await news()).toBe(0)
    expect((await assessor.get('/api/me/team/reports')).body.reports).toHaveLength(1)
    await officer.post(`${OWN}/send`, sending(1, 'perbaikan'))
    expect(said(await answer('accept', 1))).toEqual([409, 'REPORT_CHANGED'])
    expect((await answer('accept', 2)).status).toBe(200)
    const { state, versions, entries } = (await officer.get(OWN)).body
    expect([state, versions.length]).toEqual(['accepted', 2])
    expect(entries.map((e: { kind: string; version: number }) => `${e.kind} ${e.version}`)).toEqual([
      'ask 1',
      'reply 1',
      'accept 2',
    ])
    expect((await assessor.get('/api/me/team/reports')).body.reports).toEqual([])
  })

  it('comes late after its time, and no more once a disturbance is marked that touches it [O134]', async () => {
    await itIs(at('18:30'))
    const other = await app.as('petugas4')
    const late = { ...sending(0), begunAt: at('16:30'), writtenAt: at('16:40') }
    await other.post(`${OWN}/send`, late)
    const seen = async () => {
      const { late: isLate, excusedBy } = (await other.get(OWN)).body
      return [isLate, excusedBy === null]
    }
    expect(await seen()).toEqual([true, true])
    const outage = { office: 'samarinda', date: DAY, service_id: 'kia', since: at('17:00'), until: at('18:20') }
    const mark = (id: string, reason: string) =>
      app.db.kysely
        .insertInto('outages')
        .values({ id, reason, ...outage })
        .execute()
    await mark('o1', 'noOfficer')
    expect(await seen()).toEqual([true, true])
    await mark('o2', 'systemDown')
    expect(await seen()).toEqual([false, false])
  })

  it('takes evidence by its first bytes, sealed, and keeps on record who else opened it [O137]', async () => {
    expect((await evidence(Uint8Array.from([1, 2, 3]))).status).toBe(415)
    const answer = await evidence(PNG)
    expect(answer.status).toBe(201)
    const { file } = (await answer.json()) as { file: { id: string; name: string } }
    expect(file.name).toBe('foto rapat.png')
    const path = `/api/me/report-files/${file.id}`
    const cited = { ...sending(2), text: { activities: [{ ...activity, files: [file.id] }], note: '' } }
    expect((await officer.post(`${OWN}/send`, cited)).status).toBe(200)
    const stolen = { ...cited, seen: 1 }
    expect(said(await (await app.as('petugas4')).post(`${OWN}/send`, stolen))).toEqual([404, 'NOT_FOUND'])
    const opened = async () =>
      app.db.kysely.selectFrom('audit').select('who').where('what', '=', 'report.file').execute()
    expect((await officer.post(path, '')).status).toBe(200)
    expect(await opened()).toEqual([])
    expect((await (await app.as('manajer')).post(path, '')).status).toBe(404)
    const bytes = await assessor.post(path, '')
    expect([bytes.status, bytes.headers.get('content-type')]).toEqual([200, 'image/png'])
    expect(await opened()).toEqual([{ who: expect.stringMatching(/^staff:/) }])
    expect((await readings()).map(r => r.what)).toContain('evidence')
  })

  it('tells its assessor of no evidence before it is sent, and is rid of what its officer takes away [O407]', async () => {
    const other = await app.as('petugas4')
    const admin = await app.as('admin')
    const body = { officerId: 'p4', assessorId: 'atasan', from: '2026-06-01', to: null }
    await admin.post('/api/offices/samarinda/supervisions', body)
    const [day, path] = ['2026-06-08', '/api/me/reports/2026-06-08']
    const team = async () => (await assessor.get(`/api/me/team/reports/p4/${day}`)).body.files.map(idOf)
    const idOf = (f: { id: string }) => f.id
    const add = async () => {
      const answer = await evidence(PNG, other, path)
      const told = (await answer.json()) as { file?: { id: string } }
      return told.file?.id ?? `${answer.status}`
    }
    const remove = (file: string, who = other, of = path) => who.post(`${of}/files/${file}/remove`, {})
    const six: string[] = []
    for (let n = 0; n < 6; n++) six.push(await add())
    const [wrong, kept, third] = six as [string, string, string]
    expect(await add()).toBe('409')
    expect(await team()).toEqual([])
    expect((await assessor.post(`/api/me/report-files/${wrong}`, '')).status).toBe(404)
    expect((await other.post(`/api/me/report-files/${wrong}`, '')).status).toBe(200)

    for (const [who, of] of [
      [officer, path],
      [other, OWN],
    ] as const)
      expect(said(await remove(wrong, who, of))).toEqual([404, 'NOT_FOUND'])
    for (let again = 0; again < 2; again++) expect((await remove(wrong)).body).toEqual({ removed: true })
    expect((await other.post(`/api/me/report-files/${wrong}`, '')).status).toBe(404)
    expect((await other.get(path)).body.files.map(idOf)).not.toContain(wrong)
    const lines = await app.db.kysely.selectFrom('audit').selectAll().where('what', '=', 'report.fileRemoved').execute()
    expect(lines.map(line => JSON.parse(line.detail))).toEqual([{ office: 'samarinda', date: day, file: wrong }])
    const seventh = await add()
    expect(await add()).toBe('409')

    // Another device still names what is gone; what was sent stays.
    const send = (seen: number, files: readonly string[]) =>
      other.post(`${path}/send`, { ...sending(seen), text: { activities: [{ ...activity, files }], note: '' } })
    const all = [kept, third, ...six.slice(3), seventh]
    expect((await send(0, [wrong, ...all.slice(0, 5)])).status).toBe(200)
    expect((await other.get(path)).body.versions[0].text.activities[0].files).toEqual(all.slice(0, 5))
    expect(new Set(await team())).toEqual(new Set(all.slice(0, 5)))
    expect((await remove(seventh)).body).toEqual({ removed: true })
    expect((await remove(kept)).body).toEqual({ removed: false })
    expect((await send(1, [third])).status).toBe(200)
    expect((await assessor.post(`/api/me/report-files/${kept}`, '')).status).toBe(200)
    for (let n = 0; n < 5; n++) expect(await add()).not.toBe('409')
    expect(await add()).toBe('409')
  })
})
