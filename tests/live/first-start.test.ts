import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { TOTP } from 'otpauth'
import { afterEach, describe, expect, it } from 'vitest'
import { freshFolder, root, start, type Started } from '../helpers/served.ts'

const running: Started[] = []
const folders: { remove: () => void }[] = []
afterEach(async () => {
  for (const s of running.splice(0)) await s.stop('SIGKILL')
  folders.splice(0).forEach(f => f.remove())
})

function empty(): string {
  const f = freshFolder()
  folders.push(f)
  return f.folder
}

/** A production start as an administrator makes it; the set-up link that it printed, if it did. */
async function begin(DATA_DIR: string, env: Record<string, string> = {}) {
  const s = await start({ DATA_DIR, TANGGAP_MODE: 'production', HOST: '127.0.0.1', ...env })
  running.push(s)
  const link = linkIn(s.output())
  return { ...s, link, post: (route: string, body: object) => post(s.url + route, body) }
}

const linkIn = (text: string) => /\/setup\/#([\w-]{22})\b/.exec(text)?.[1]

async function post(url: string, body: object) {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return { status: answer.status, body: JSON.parse(await answer.text()), cookies: answer.headers.getSetCookie() }
}

const ANI = { name: 'Ani Contoh', email: 'ani@kantor.example', password: 'perahu biru di tepian' }
type Server = Awaited<ReturnType<typeof begin>>

async function codeFor(server: Server, link = server.link): Promise<string> {
  const { secret } = (await server.post('/api/setup/look', { link })).body
  return new TOTP({ secret }).generate()
}

async function create(server: Server, who = ANI, link = server.link) {
  return server.post('/api/setup/administrator', { link, code: await codeFor(server, link), ...who })
}

/** `npm run setup-link` beside the server, or without one. */
function newLink(DATA_DIR: string) {
  return spawnSync(process.execPath, ['dist/server/setup-link.js'], {
    cwd: root,
    env: { PATH: process.env['PATH'], TANGGAP_MODE: 'production', DATA_DIR } as NodeJS.ProcessEnv,
    encoding: 'utf8',
  })
}

const asked = (server: Server, address: string, headers: Record<string, string> = {}) =>
  fetch(server.url + address, { headers })

describe('the first start of an installation', () => {
  it('prints one link, and serves its page and its health and nothing else [A60]', async () => {
    const server = await begin(empty())
    expect(server.output()).toMatch(/no administrator yet/)
    expect(server.link).toBeDefined()
    expect(await (await asked(server, '/api/health')).json()).toMatchObject({ ok: true, demo: false })
    expect((await asked(server, '/setup/')).status).toBe(200)
    for (const address of ['/', '/b/', '/t/x', '/kiosk/', '/console/', '/display/', '/metrics', '/api/docs']) {
      const page = await asked(server, address, { accept: 'text/html' })
      expect([address, page.status]).toEqual([address, 503])
      const text = await page.text()
      expect(text).toContain('belum disiapkan')
      expect(text).toContain('not set up yet')
    }
    const data = await asked(server, '/api/offices')
    expect([data.status, (await data.json()).error.code]).toEqual([503, 'NOT_SET_UP'])
    expect((await server.post('/api/login', { username: 'admin', password: 'tanggap-demo' })).status).toBe(503)
  })

  it('makes the administrator, who is signed in, and an office in preparation, without a restart [A61]', async () => {
    const DATA_DIR = empty()
    const server = await begin(DATA_DIR)
    const made = await create(server)
    expect(made.status).toBe(200)
    expect(made.body.recoveryCodes).toHaveLength(10)
    const cookie = made.cookies.map(c => c.split(';')[0]).join('; ')
    const me = await (await asked(server, '/api/me', { cookie })).json()
    expect(me.staff).toMatchObject({ username: ANI.email, name: ANI.name, roles: ['administrator'], owesSecond: false })
    expect((await server.post('/api/login', { username: ANI.email, password: ANI.password })).body).toEqual({
      next: 'code',
    })
    const { offices, demo } = await (await asked(server, '/api/offices')).json()
    expect(demo).toBe(false)
    expect(offices).toMatchObject([{ id: me.staff.officeId, openedAt: null }])
    expect((await asked(server, '/console/')).status).toBe(200)
    // Used: the same answer as for a link that never was.
    expect((await server.post('/api/setup/look', { link: server.link })).body.error.code).toBe('SETUP_LINK')
    expect(existsSync(path.join(DATA_DIR, 'setup-link'))).toBe(false)
    const refused = newLink(DATA_DIR)
    expect([refused.status, refused.stderr]).toEqual([1, expect.stringMatching(/already has an administrator/)])
    expect(await server.stop()).toBe(0)
    expect((await begin(DATA_DIR)).link).toBeUndefined()
  })

  it('lets one of two browsers make the administrator, and loses nothing to a kill right behind the answer [A61]', async () => {
    const DATA_DIR = empty()
    const server = await begin(DATA_DIR)
    const both = await Promise.all([create(server), create(server, { ...ANI, email: 'budi@kantor.example' })])
    await server.stop('SIGKILL')
    expect(both.map(a => a.status).sort()).toEqual([200, 410])
    const winner = both[0].status === 200 ? ANI.email : 'budi@kantor.example'
    const again = await begin(DATA_DIR)
    expect(again.link).toBeUndefined()
    expect((await again.post('/api/setup/look', { link: server.link })).status).toBe(410)
    const cookie = both
      .find(a => a.status === 200)!
      .cookies.map(c => c.split(';')[0])
      .join('; ')
    expect((await (await asked(again, '/api/me', { cookie })).json()).staff.username).toBe(winner)
  })

  it('gives a new link while it runs, and with it the one before is dead [A60]', async () => {
    const DATA_DIR = empty()
    expect(newLink(DATA_DIR).stderr).toMatch(/Nothing was started in/)
    const server = await begin(DATA_DIR)
    const { stdout, status } = newLink(DATA_DIR)
    const link = linkIn(stdout)
    expect([status, link === server.link]).toEqual([0, false])
    expect((await server.post('/api/setup/look', { link: server.link })).status).toBe(410)
    expect((await create(server, ANI, link)).status).toBe(200)
  })

  it('refuses a wrong link, one that is over and a wrong code with the same words, and makes nobody [A60]', async () => {
    const DATA_DIR = empty()
    const server = await begin(DATA_DIR)
    const wrong = await server.post('/api/setup/look', { link: 'A'.repeat(22) })
    expect([wrong.status, wrong.body.error.code]).toEqual([410, 'SETUP_LINK'])
    const code = await codeFor(server)
    const other = code === '000000' ? '000001' : '000000'
    const refused = await server.post('/api/setup/administrator', { link: server.link, ...ANI, code: other })
    expect([refused.status, refused.body.error.code]).toEqual([403, 'WRONG_CODE'])
    const weak = await server.post('/api/setup/administrator', { link: server.link, ...ANI, code, password: 'ani' })
    expect([weak.status, weak.body.error.code]).toEqual([409, 'PASSWORD_SHORT'])
    await server.stop()
    const ahead =
      'const now = Date.now; let late = 0; Date.now = () => now() + late; process.on("SIGUSR2", () => (late = 3600000))'
    const late = await begin(DATA_DIR, { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(ahead)}` })
    expect((await late.post('/api/setup/look', { link: late.link })).status).toBe(200)
    late.child.kill('SIGUSR2')
    await expect.poll(async () => (await late.post('/api/setup/look', { link: late.link })).status).toBe(410)
    expect((await late.post('/api/setup/administrator', { link: late.link, ...ANI, code })).status).toBe(410)
  })
})
