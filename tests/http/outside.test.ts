import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { builtWeb } from '../../server/http/pages/pages.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

const apps: TestApp[] = []
async function started(env: Record<string, string> = {}) {
  const app = await testApp({ env })
  apps.push(app)
  return app
}
afterEach(async () => {
  for (const app of apps.splice(0)) await app.close()
})

const HTML = { accept: 'text/html' }

describe('a form that is no form', () => {
  it.each([
    ['breaks off', 'multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="file"'],
    ['has no boundary', 'multipart/form-data', 'file=1'],
    ['is empty', 'multipart/form-data; boundary=x', ''],
  ])('is refused as the sender’s fault: one that %s [F2]', async (_, type, body) => {
    const app = await started()
    const officer = await app.as('petugas1')
    const to = '/api/offices/samarinda/files/x'
    const { status, body: said } = await officer.post(to, body, { 'content-type': type })
    expect([status, said?.error.code]).toEqual([400, 'BAD_REQUEST'])
    expect(app.failures).toEqual([])
  })
})

describe('an address that nobody knows', () => {
  it.each(['/apa-saja', '/ikm', '/b/x/y/z/w', '/s', '/t', '/t/x/y/z', '/in/x', '/assets/no.js'])(
    '%s is told to a person as a page with ways on, and to a program as data [Z4]',
    async path => {
      const app = await started()
      const page = await app.visitor().get(`${path}?lang=id`, HTML)
      expect([page.status, page.headers.get('content-type')]).toEqual([404, expect.stringMatching(/^text.html/)])
      expect(page.text).toContain('Halaman ini tidak ada')
      for (const href of ['/?lang=id', '/?lang=id#nomor', '/?lang=id#nilai', '/b/?lang=id'])
        expect(page.text).toContain(`href="${href}"`)
      expect(page.text).toContain('rel="stylesheet"')
      expect((await app.visitor().get(path)).body.error.code).toBe('NOT_FOUND')
      expect((await app.visitor().get(`/api${path}`, HTML)).body.error.code).toBe('NOT_FOUND')
    },
  )
})

describe('the name by which the server is called', () => {
  it('is answered in demo mode only when it is known, so that no foreign name leads here [A8]', async () => {
    const app = await started({ KNOWN_HOSTS: 'antrean.local, 192.168.1.5' })
    const asked = async (host: string) => (await app.visitor().get('/api/offices', { host })).status
    for (const host of ['localhost:8080', '127.0.0.1', '[::1]:8080', 'antrean.local', '192.168.1.5:80'])
      expect([host, await asked(host)]).toEqual([host, 200])
    for (const host of ['jahat.example', 'localhost.jahat.example', '192.168.1.6', 'localhost:8080@jahat.example'])
      expect([host, await asked(host)]).toEqual([host, 421])
  })

  it('stands in no answer unless it is known [A8]', async () => {
    const app = await started({ TANGGAP_MODE: 'production', HOST: '127.0.0.1' })
    const who = app.visitor()
    const { id } = (await who.get('/api/offices/samarinda/services/ktp-el/slots')).body.slots.find(
      (s: { free: number }) => s.free > 0,
    )
    const wish = { serviceId: 'ktp-el', slotId: id }
    const { token } = (await who.post('/api/offices/samarinda/bookings', wish)).body
    const evil = { host: 'jahat.example', ...HTML }
    for (const to of ['', '/kalender.ics', '/bagikan', '/jadwal']) {
      const { status, text, headers } = await who.get(`/t/${token}${to}`, evil)
      expect([to, status]).toEqual([to, 200])
      expect([to, text.includes('jahat'), headers.get('location')]).toEqual([to, false, null])
    }
    // Nor a port that is not ours, nor a name in the target itself.
    const url = new URL(await app.listen())
    const said = (path: string, host: string) =>
      new Promise<string>((resolve, reject) =>
        request({ port: url.port, path, headers: { ...HTML, host } }, answer => {
          let text = ''
          answer.on('data', d => (text += d)).on('end', () => resolve(text))
        })
          .on('error', reject)
          .end(),
      )
    const calendar = `/t/${token}/kalender.ics`
    expect(await said(calendar, url.host)).toContain(`${url.origin}/t/`)
    expect(await said(calendar, 'localhost')).toContain('http://localhost/t/')
    for (const to of [calendar, `/t/${token}/bagikan`]) {
      expect(await said(`http://jahat.example:6666${to}`, url.host)).not.toMatch(/jahat|6666/)
      for (const host of ['localhost:6666', 'localhost:0', 'jahat.example', `jahat@${url.host}`])
        expect([to, host, await said(to, host)]).toEqual([to, host, expect.not.stringMatching(/jahat|6666|localhost/)])
    }
    for (const to of ['/kiosk', '/favicon.ico'])
      expect((await who.get(to, evil)).headers.get('location')).not.toContain('jahat')
  })
})

describe('the figures of the process', () => {
  const ask = (url: string, headers: Record<string, string> = {}) =>
    new Promise<number>((resolve, reject) =>
      request(`${url}/metrics`, { headers }, answer => {
        answer.resume()
        resolve(answer.statusCode!)
      })
        .on('error', reject)
        .end(),
    )

  const BY_PROXIES = [
    ...[
      'x-forwarded-for',
      'x-forwarded-host',
      'x-forwarded-proto',
      'x-forwarded-server',
      'forwarded',
      'via',
      'cdn-loop',
    ],
    ...['x-real-ip', 'x-client-ip', 'x-original-host', 'x-envoy-external-address', 'cf-connecting-ip', 'cf-ray'],
    ...['true-client-ip', 'client-ip', 'fastly-client-ip', 'fly-client-ip', 'x-amzn-trace-id', 'proxy-connection'],
  ]

  it('are read on this machine, and by nobody who comes through a proxy [R1]', async () => {
    const url = await (await started({ TANGGAP_MODE: 'production', HOST: '127.0.0.1' })).listen()
    expect(await ask(url)).toBe(200)
    for (const name of BY_PROXIES) expect([name, await ask(url, { [name]: '203.0.113.7' })]).toEqual([name, 404])
    for (const host of ['jahat.example', '192.168.1.5', 'localhost.jahat.example', '127.jahat.example'])
      expect([host, await ask(url, { host })]).toEqual([host, 404])
    for (const host of ['localhost', 'LOCALHOST:9090', '127.0.0.1', '[::1]:8080'])
      expect([host, await ask(url, { host, 'x-prometheus-scrape-timeout-seconds': '10' })]).toEqual([host, 200])
    for (const env of [{ PUBLIC_URL: 'http://localhost' }, { TRUST_PROXY: 'true' }])
      expect([env, await ask(await (await started(env)).listen())]).toEqual([env, 404])
  })

  it('are read with the token through a proxy, and with no other [R1]', async () => {
    const token = 'rahasia-rahasia-rahasia'
    const url = await (await started({ METRICS_TOKEN: token, TRUST_PROXY: 'true' })).listen()
    expect(await ask(url, { authorization: `Bearer ${token}`, 'x-forwarded-for': '203.0.113.7' })).toBe(200)
    for (const given of [`Bearer ${token}x`, 'Bearer ', token])
      expect(await ask(url, { authorization: given })).toBe(404)
    expect(await ask(url)).toBe(404)
  })
})

it('what the build keeps for itself is served to nobody', async () => {
  const root = mkdtempSync(path.join(tmpdir(), 'tanggap-web-'))
  mkdirSync(path.join(root, '.vite'))
  writeFileSync(path.join(root, '.vite/manifest.json'), '{}')
  writeFileSync(path.join(root, 'plain.json'), '{}')
  const web = builtWeb(root)
  const file = (name: string) => web.file(name, new Request('http://localhost/'))
  expect(await file('plain.json')).toBeDefined()
  for (const name of ['.vite/manifest.json', 'x/../.vite/manifest.json', '/.vite/manifest.json'])
    expect([name, await file(name)]).toEqual([name, undefined])
  rmSync(root, { recursive: true })
})
