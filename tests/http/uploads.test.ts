import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DAY } from '../../shared/kit/time.ts'
import { openScan, sendScan, upload } from '../helpers/by-pages.ts'
import { wordsIn } from '../helpers/page-words.ts'
import { testApp, type TestApp, type Visitor } from '../helpers/test-app.ts'
import { DEFAULT_SERVICE_BOOKING } from '../../shared/office/defaults.ts'

const MIB = 1024 * 1024
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const folder = mkdtempSync(path.join(tmpdir(), 'tanggap-'))
const onDisk = () => readdirSync(path.join(folder, 'uploads')).length
let app: TestApp
let desk: Visitor

/** The token of somebody who booked a service that takes scans beforehand. */
async function booked(): Promise<string> {
  const who = app.visitor()
  const services = '/api/offices/samarinda/services/ktp-el/slots'
  const { id } = (await who.get(services)).body.slots.find((s: { free: number }) => s.free > 0)
  const wish = { serviceId: 'ktp-el', slotId: id }
  return (await who.post('/api/offices/samarinda/bookings', wish)).body.token
}

const filesOf = async (token: string) => (await app.visitor().get(`/api/tickets/${token}`)).body.files

beforeAll(async () => {
  app = await testApp({ dataDir: folder })
  desk = await app.as('meja')
  const admin = await app.as('admin')
  const { booking } = app.offices.get('samarinda')
  const ktp = {
    id: 'ktp-el',
    booking: { ...DEFAULT_SERVICE_BOOKING, release: { kind: 'open' }, dailyQuota: null, files: true },
  }
  const body = { booking: { ...booking, proof: 'never' }, services: [ktp] }
  expect((await admin.patch('/api/offices/samarinda/settings', body)).status).toBe(200)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a scan sent beforehand', () => {
  it('is read by the desk as it was sent, in a box in which nothing runs [F3]', async () => {
    const token = await booked()
    await upload(app, token, 'KK.pdf')
    const [file] = await filesOf(token)
    expect(file).toMatchObject({ name: 'KK.pdf', bytes: 6 })
    const read = await openScan(desk, file.id, 'help')
    expect([read.status, read.text]).toEqual([200, '%PDF-1'])
    expect(read.headers.get('content-security-policy')).toMatch(/^sandbox;/)
    expect(read.headers.get('x-content-type-options')).toBe('nosniff')
    expect(read.headers.get('cache-control')).toBe('no-store')
  })

  it('is read by nobody else, not even by who sent it [F3]', async () => {
    const token = await booked()
    await upload(app, token, 'KK.pdf')
    const [file] = await filesOf(token)
    expect((await openScan(app.visitor(), file.id, 'help')).status).toBe(401)
    for (const kind of ['kiosk', 'display', 'tablet'] as const)
      expect((await openScan(await app.device(kind), file.id, 'help')).status).toBe(401)
    expect((await desk.post(`/api/offices/other/files/${file.id}`)).status).toBe(403)
    expect((await desk.get(`/api/offices/samarinda/files/${file.id}`)).status).toBe(404)
    expect((await openScan(desk, file.id, 'curious')).status).toBe(400)
  })

  it('is what its first bytes say, whatever its name is, and at most 5 MiB [F2]', async () => {
    const token = await booked()
    const page = new TextEncoder().encode('<script>alert(1)</script>')
    expect((await sendScan(app, token, 'KK.pdf', page)).to).toContain('said=UNSUPPORTED_MEDIA')
    const big = new Uint8Array(5 * MIB + 1)
    big.set(PNG)
    expect((await sendScan(app, token, 'KK.png', big)).to).toContain('said=BODY_TOO_LARGE')
    expect((await sendScan(app, token, 'KK.png', big.slice(0, 5 * MIB))).to).not.toContain('said')
    expect(await filesOf(token)).toHaveLength(1)
  })

  it.each([
    ['breaks off', 'multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="file"'],
    ['has no boundary', 'multipart/form-data', 'file=1'],
    ['is empty', 'multipart/form-data; boundary=x', ''],
  ])('is refused as the sender’s fault when its form %s [F2]', async (_, type, body) => {
    const sent = await app.visitor().post(`/t/${await booked()}/files`, body, { 'content-type': type })
    expect([sent.status, sent.headers.get('location')]).toEqual([303, expect.stringContaining('said=BAD_REQUEST')])
    expect(app.failures).toEqual([])
  })

  it('is said to have arrived, or which kinds and sizes do, above the files that stand open [F2]', async () => {
    const token = await booked()
    const told = async (bytes?: Uint8Array<ArrayBuffer>) => {
      const { to } = await sendScan(app, token, 'KK.pdf', bytes)
      const { text } = await app.visitor().get(to)
      expect([to, text.includes('<details id="files" open')]).toEqual([to, true])
      return wordsIn(text)
    }
    expect(await told()).toContain('Berkas terkirim.')
    expect(await told(new TextEncoder().encode('no photo'))).toContain('bukan foto JPEG atau PNG, dan bukan PDF')
    expect(await told(new Uint8Array(5 * MIB + 1))).toContain('kirim halaman satu per satu')
  })

  it('is one of six at most, also when seven are sent at once, and one can be taken back [F2]', async () => {
    const token = await booked()
    const before = onDisk()
    for (let i = 0; i < 5; i++) await upload(app, token, `berkas ${i}.pdf`)
    const sent = await Promise.all([0, 1].map(i => sendScan(app, token, `lagi ${i}.pdf`)))
    for (let i = 0; i < 2; i++) sent.push(await sendScan(app, token, 'lagi.pdf'))
    expect(sent.some(s => s.to.includes('said=TOO_MANY_FILES'))).toBe(true)
    const files = await filesOf(token)
    expect(files).toHaveLength(6)
    expect(onDisk() - before).toBe(6)
    const taken = await app.visitor().post(`/api/tickets/${token}/files/remove`, { file: files[0].id })
    expect(taken.status).toBe(200)
    expect(onDisk() - before).toBe(5)
  })

  it('comes from the holder alone: the link for the family sends nothing [B16]', async () => {
    const token = await booked()
    const { sharePath } = (await app.visitor().get(`/api/tickets/${token}`)).body
    expect((await sendScan(app, sharePath.slice(3), 'KK.pdf')).status).toBe(303)
    expect(await filesOf(token)).toEqual([])
  })

  it('is gone the day after [F4]', async () => {
    expect(onDisk()).toBeGreaterThan(5)
    app.clock.now += DAY
    await app.retain()
    expect(onDisk()).toBe(0)
  })
})
