import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { seedDemo } from '../../server/seed.ts'
import { saveOffice } from '../../server/store/offices.ts'
import { officeInPreparation } from '../../shared/office/opening/in-preparation.ts'
import { freshDatabase } from '../helpers/databases.ts'
import { enrolled } from '../helpers/authenticator.ts'
import { until } from '../helpers/listeners.ts'
import { MORNING, saved, testApp, type TestApp, type Visitor } from '../helpers/test-app.ts'

const OFFICE = '/api/offices/samarinda'
let app: TestApp
let admin: Visitor
beforeEach(async () => {
  const db = await freshDatabase()
  await seedDemo(db, MORNING)
  await saveOffice(db, {
    ...officeInPreparation('samarinda'),
    name: 'Kantor Contoh',
    zone: 'WIT',
    address: 'Jalan Contoh 1',
  })
  app = await testApp({ db })
  admin = await app.as('admin')
})
afterEach(async () => {
  expect(app.failures).toEqual([])
  await app.close()
})

const begin = (template: string) => admin.post(`${OFFICE}/template`, { template })
const now = () => app.offices.get('samarinda')

describe('an office that begins with a template', () => {
  it('may choose among seven, each with what it brings along [A64]', async () => {
    const { templates } = (await admin.get(`${OFFICE}/templates`)).body
    expect(templates.map((t: { id: string }) => t.id).sort()).toEqual(
      ['court', 'disdukcapil', 'dpmptsp', 'empty', 'kecamatan', 'mpp', 'puskesmas'].sort(),
    )
    expect(templates.find((t: { id: string }) => t.id === 'disdukcapil')).toMatchObject({ services: 12, lifeEvents: 3 })
    expect(templates.find((t: { id: string }) => t.id === 'mpp').agencies).toBe(32)
    expect(templates.find((t: { id: string }) => t.id === 'kecamatan').offers[0]).toEqual({
      id: 'surat-keterangan',
      letter: 'A',
      name: ['Surat keterangan', expect.any(String)],
    })
  })

  it('gets its services, counters and hours, and stays who and where it is [A64]', async () => {
    expect((await begin('disdukcapil')).status).toBe(200)
    expect(now()).toMatchObject({
      id: 'samarinda',
      name: 'Kantor Contoh',
      zone: 'WIT',
      address: 'Jalan Contoh 1',
      kind: 'disdukcapil',
      openedAt: null,
    })
    expect(now().services).toHaveLength(12)
    expect(now().counters.length).toBeGreaterThan(0)
    expect(now().hours[1]).not.toBeNull()
    expect((await admin.get(`${OFFICE}/structure`)).body.last.by, 'who chose it, as the history names people').toBe(
      'admin',
    )
  })

  it.each(['dpmptsp', 'mpp', 'empty'])(
    'and changes its mind to %s: nothing is left of the one before [A64]',
    async id => {
      await begin('disdukcapil')
      expect((await begin(id)).status).toBe(200)
      expect(now().services.some(s => s.id === 'ktp-el')).toBe(
        id === 'mpp' && now().services.some(s => s.id === 'ktp-el'),
      )
      expect(
        now()
          .counters.flatMap(c => c.services)
          .every(s => now().services.some(x => x.id === s)),
      ).toBe(true)
      expect((await begin('disdukcapil')).status).toBe(200)
      expect(now().services).toHaveLength(12)
      expect(now().agencies).toEqual([])
    },
  )

  it('keeps what was decided of its people: a second factor for all, and its own roles [A64]', async () => {
    const roles = [{ id: 'penjaga', name: ['Penjaga', 'Keeper'] as const, permissions: ['device.approve'] as const }]
    await saved(app, { secondFactorForAll: true, roles })
    await enrolled(app, admin)
    expect((await begin('kecamatan')).status).toBe(200)
    expect(now()).toMatchObject({ kind: 'kecamatan', secondFactorForAll: true, roles })
  })

  it('takes only the services that it has, at its own number of counters, and keeps the hours set meanwhile [A64]', async () => {
    await begin('kecamatan')
    const monday = { open: '07:30', close: '14:00', breaks: [] }
    await admin.patch(`${OFFICE}/settings`, { hours: { 1: monday } })
    const pick = { template: 'kecamatan', services: ['surat-keterangan', 'pindah', 'rekam-ktp'], counters: 2 }
    expect((await admin.post(`${OFFICE}/template`, pick)).status).toBe(200)
    expect(now().services.map(s => s.id)).toEqual(pick.services)
    expect(now().counters.map(c => c.services)).toEqual([
      ['surat-keterangan', 'rekam-ktp'],
      ['surat-keterangan', 'pindah'],
    ])
    expect(now().hours[1]).toEqual(monday)
    const unknown = await admin.post(`${OFFICE}/template`, { ...pick, services: ['ktp-el'] })
    expect(unknown.body.error.code).toBe('SERVICE_UNKNOWN')
    expect(now().services).toHaveLength(3)
  })

  it('keeps the holidays that were filled in [A64]', async () => {
    await admin.patch(`${OFFICE}/settings`, { holidays: ['2026-12-25'] })
    await begin('kecamatan')
    expect(now().holidays).toEqual(['2026-12-25'])
  })

  it('opens with what was checked: a template that comes in the same moment is refused [A64]', async () => {
    await begin('kecamatan')
    const [change, before] = [vi.spyOn(app.offices, 'change'), now().services]
    let late: ReturnType<typeof begin> | undefined
    await app.offices.open('samarinda', 'staff:admin', async () => {
      late = begin('puskesmas')
      await until(() => change.mock.calls.length > 0)
    })
    const refused = await late!
    expect([refused.status, refused.body.error?.code]).toEqual([409, 'OFFICE_IS_OPEN'])
    expect(now().services).toEqual(before)
  })

  it('is refused what there is not, and an office that serves people already [A64]', async () => {
    expect((await begin('kantor-lain')).body.error.code).toBe('NOT_FOUND')
    await app.close()
    app = await testApp()
    admin = await app.as('admin')
    const refused = await begin('puskesmas')
    expect([refused.status, refused.body.error.code]).toEqual([409, 'OFFICE_IS_OPEN'])
    expect(now().services).toHaveLength(12)
  })
})
