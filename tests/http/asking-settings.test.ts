import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OfficeInfo } from '../../shared/office/office.ts'
import type { Asking } from '../../shared/office/papers.ts'
import { wordsIn } from '../helpers/page-words.ts'
import { testApp, TICKETS, type TestApp, type Visitor } from '../helpers/test-app.ts'

const SETTINGS = '/api/offices/samarinda/settings'

let app: TestApp
let admin: Visitor
let asking: Asking
beforeEach(async () => {
  app = await testApp()
  admin = await app.as('admin')
  asking = await asked()
})
afterEach(() => app.close())

const asked = async (): Promise<Asking> => {
  const { office } = (await app.visitor().get('/api/offices/samarinda')).body as { office: OfficeInfo }
  const { requirements, cases } = office.services.find(s => s.id === 'ktp-el')!
  return { requirements, cases }
}
const save = (next: Asking, seen?: Asking) =>
  admin.patch(SETTINGS, {
    services: [{ id: 'ktp-el', asking: next }],
    ...(seen ? { seen: { services: [{ id: 'ktp-el', asking: seen }] } } : {}),
  })
const without = (paper: string, which: string): Asking => ({
  requirements: asking.requirements.filter(r => r.id !== paper),
  cases: asking.cases.filter(c => c.id !== which).map(c => ({ ...c, papers: c.papers.filter(id => id !== paper) })),
})

describe('papers and cases of a service', () => {
  it('are set by the administrator, known at once and after the office was read anew [B24]', async () => {
    const [first, ...others] = asking.requirements
    const next = {
      ...asking,
      requirements: [...others, { ...first!, name: ['Kartu Keluarga (KK)', 'Family card'] as const }],
    }
    expect((await save(next)).status).toBe(200)
    expect(await asked()).toEqual(next)
    const again = await testApp({ db: app.db })
    expect(again.offices.get('samarinda').services.find(s => s.id === 'ktp-el')).toMatchObject(next)
  })

  it('leave readable what tickets name that the office took away: the ticket asks for all papers [B24]', async () => {
    const kiosk = await app.device('kiosk')
    const { body } = await kiosk.post(TICKETS, { serviceId: 'ktp-el', case: 'hilang' })
    expect(wordsIn((await app.visitor().get(`/t/${body.token}`)).text)).toContain('KTP-el, hilang')
    expect((await save(without('surat-hilang', 'hilang'))).status).toBe(200)
    const page = await app.visitor().get(`/t/${body.token}`)
    expect(page.status).toBe(200)
    expect(wordsIn(page.text)).toContain('Kartu Keluarga')
    expect(wordsIn(page.text)).not.toContain('Surat kehilangan')
    expect((await app.visitor().get(`/api/tickets/${body.token}`)).body.ticket.case).toBe('hilang')
  })

  it('leave readable which paper was missing, also when it is asked for no more [B24]', async () => {
    const kiosk = await app.device('kiosk')
    const officer = await app.as('petugas1')
    const { body } = await kiosk.post(TICKETS, { serviceId: 'ktp-el', case: 'hilang' })
    const counter = '/api/offices/samarinda/counters/1'
    await officer.post(`${counter}/open`)
    await officer.post(`${counter}/call-next`)
    await officer.post(`${counter}/start`)
    const result = { kind: 'papersMissing', papers: ['Surat kehilangan'] }
    expect((await officer.post(`${counter}/finish`, { result })).status).toBe(200)
    await save(without('surat-hilang', 'hilang'))
    const own = (await app.visitor().get(`/api/tickets/${body.token}`)).body
    expect(own.result.papers.map(([name]: string[]) => name)).toEqual(['Surat kehilangan'])
  })

  it.each<[string, (all: Asking) => Asking]>([
    ['a case that asks for a paper not on the list', a => ({ ...a, requirements: a.requirements.slice(1) })],
    ['two papers of one name', a => ({ ...a, requirements: a.requirements.map(r => ({ ...r, name: ['KK', 'KK'] })) })],
    ['two cases of one id', a => ({ ...a, cases: [a.cases[0]!, { ...a.cases[1]!, id: a.cases[0]!.id }] })],
    ['a paper without a name', a => ({ ...a, cases: [], requirements: [{ id: 'x', name: ['', ''], note: null }] })],
  ])('are refused with %s [B24]', async (_, wrong) => {
    expect((await save(wrong(asking))).body.error).toMatchObject({ code: 'BAD_REQUEST' })
    expect(await asked()).toEqual(asking)
  })

  it('are one thing for two administrators: a case added meanwhile is not lost by a paper removed [B24]', async () => {
    expect((await save(without('bukti', 'berubah'), asking)).status).toBe(200)
    const late = await save({ ...asking, cases: asking.cases.slice(1) }, asking)
    expect(late.body.error).toMatchObject({ code: 'SETTINGS_CHANGED' })
  })
})
