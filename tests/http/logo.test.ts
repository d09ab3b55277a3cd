import { deflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pictureOf } from '../../server/services/office/png.ts'
import { readOfficeFile } from '../../server/services/office-file/read.ts'
import type { AppError } from '../../shared/kit/errors.ts'
import { png, pointsOf } from '../helpers/pictures.ts'
import { testApp, type TestApp, type Visitor } from '../helpers/test-app.ts'

const LOGO = '/api/offices/samarinda/logo'
let app: TestApp
let admin: Visitor
beforeAll(async () => {
  app = await testApp()
  admin = await app.as('admin')
})
afterAll(() => app.close())

const send = (bytes: Uint8Array) => admin.post(LOGO, { content: Buffer.from(bytes).toString('base64') })
const refusal = (bytes: Uint8Array) => {
  try {
    return pictureOf(bytes).id
  } catch (error) {
    return (error as AppError).data?.['problem']
  }
}

describe('a logo', () => {
  it('is kept by its points alone: text, time, and whatever else a file carries is gone [Z31]', () => {
    const plain = pictureOf(png())
    const secret = Buffer.from('Comment\0<script>alert(1)</script> Budi 0812')
    const made = pictureOf(
      png({
        more: [
          ['tEXt', secret],
          ['eXIf', secret],
        ],
        tail: secret,
      }),
    )
    expect(made).toEqual(plain)
    expect(made.bytes.includes('script')).toBe(false)
    expect(pictureOf(made.bytes)).toEqual(made)
  })

  it('is a whole PNG of a fitting size, whatever its name says [Z31]', () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')
    const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10])
    const cut = png().subarray(0, -20)
    const changed = Buffer.from(png())
    changed[60]! ^= 1
    expect([svg, jpeg, Buffer.alloc(0)].map(refusal)).toEqual(['kind', 'kind', 'kind'])
    expect([cut, changed, png({ points: Buffer.alloc(10) })].map(refusal)).toEqual(['broken', 'broken', 'broken'])
    // A small file that would unpack to gigabytes.
    expect(refusal(png({ points: Buffer.alloc(20_000_000) }))).toBe('broken')
    expect([png({ width: 31, height: 31 }), png({ width: 1025, height: 600 })].map(refusal)).toEqual(['size', 'size'])
    expect(refusal(png({ width: 400, height: 100 }))).toBe('shape')
    expect(refusal(png({ more: [['tEXt', Buffer.alloc(40_000)]] }))).toBe('large')
    expect(refusal(png({ interlace: 1 }))).toBe('broken')
    expect(deflateSync(Buffer.alloc(20_000_000)).length).toBeLessThan(32 * 1024)
  })

  it('is none where its clear colour, its colours or its lines are none: nothing travels in them [Z31]', () => {
    const script = Buffer.from('<script>alert(1)</script>')
    const clear = Buffer.from([0, 0x5f, 0, 0x5f, 0, 0x5f])
    const grey = { points: pointsOf(48, 64) }
    const colours = Buffer.alloc(6, 7)
    expect(pictureOf(png({ more: [['tRNS', clear]] })).bytes.includes('tRNS')).toBe(true)
    // A suggestion of colours is not needed to draw the points.
    expect(pictureOf(png({ more: [['PLTE', script.subarray(0, 24)]] }))).toEqual(pictureOf(png()))
    expect(refusal(png({ ...grey, kind: [8, 3], more: [['PLTE', colours]] }))).toHaveLength(22)
    const broken = {
      'more than a colour': png({ more: [['tRNS', script]] }),
      'said twice': png({
        more: [
          ['tRNS', clear],
          ['tRNS', clear],
        ],
      }),
      'beyond the depth': png({ more: [['tRNS', Buffer.alloc(6, 1)]] }),
      'clear twice over': png({ points: pointsOf(48, 256), kind: [8, 6], more: [['tRNS', clear]] }),
      'more clear than colours': png({
        ...grey,
        kind: [8, 3],
        more: [
          ['PLTE', colours],
          ['tRNS', clear],
        ],
      }),
      'no colours': png({ ...grey, kind: [8, 3] }),
      'parts of a colour': png({ ...grey, kind: [8, 3], more: [['PLTE', script.subarray(0, 25)]] }),
      'colours of one bit': png({ points: pointsOf(48, 24), kind: [1, 2] }),
      'a filter that is none': png({ points: pointsOf(48, 192, 5) }),
    }
    for (const [what, picture] of Object.entries(broken)) expect([what, refusal(picture)]).toEqual([what, 'broken'])
  })

  it('is shown to everybody under its hash, for ever, as a picture and nothing else [Z31]', async () => {
    const answer = await send(png())
    expect([answer.status, answer.body.width, answer.body.height]).toEqual([200, 64, 48])
    expect((await send(png())).body.logo).toBe(answer.body.logo)
    const shown = await app.visitor().get(`/logo/${answer.body.logo}.png`)
    expect(shown.status).toBe(200)
    expect(shown.headers.get('content-type')).toBe('image/png')
    expect(shown.headers.get('x-content-type-options')).toBe('nosniff')
    expect(shown.headers.get('cache-control')).toContain('immutable')
    for (const path of ['/logo/aaaaaaaaaaaaaaaaaaaaaa.png', '/logo/../tanggap.db', '/logo/a.png'])
      expect((await app.visitor().get(path)).status).toBe(404)
    const refused = await send(Buffer.from('GIF89a'))
    expect([refused.status, refused.body.error.code]).toEqual([422, 'LOGO_UNFIT'])
    expect((await (await app.as('manajer')).post(LOGO, { content: 'AAAA' })).status).toBe(403)
  })

  it('stands with the colour on a citizen’s pages without holding them up, and travels in the file of the office [Z30 Z31]', async () => {
    const { logo } = (await send(png())).body
    const settings = '/api/offices/samarinda/settings'
    const look = { logo, accent: '#0b5fa5' }
    const saved = await admin.patch(settings, { ...look, seen: { logo: '', accent: '' } })
    expect([saved.status, saved.body.office?.logo]).toEqual([200, logo])
    const unknown = await admin.patch(settings, { logo: 'a'.repeat(22), seen: { logo } })
    expect([unknown.status, unknown.body.error?.code]).toEqual([422, 'LOGO_UNFIT'])
    const page = (await app.visitor().get('/b/samarinda', { accept: 'text/html' })).text
    expect(page).toContain(`<img src="/logo/${logo}.png" alt="" height="32" loading="lazy" fetchpriority="low"/>`)
    expect(page).toContain('href="/accent/0b5fa5.css"')
    const style = await app.visitor().get('/accent/0b5fa5.css')
    expect([style.headers.get('content-type'), style.text]).toEqual([
      'text/css; charset=utf-8',
      expect.stringContaining('--accent:#0b5fa5'),
    ])
    expect((await app.visitor().get('/accent/url(x).css')).status).toBe(404)

    const text = await app.officeFiles.text('samarinda')
    expect(readOfficeFile(text)).toMatchObject({ ok: true, office: look, logo: { id: logo } })
    await app.db.kysely.deleteFrom('pictures').execute()
    expect(
      (await app.officeFiles.apply(text.replace(/^ {2}id: samarinda$/m, '  id: kedua'), 'operator', true)).ok,
    ).toBe(true)
    expect(app.offices.get('kedua').logo).toBe(logo)
    expect((await app.visitor().get(`/logo/${logo}.png`)).status).toBe(200)
    const broken = readOfficeFile(text.replace(/base64,[^'"\s]{9}/, 'base64,AAAAAAAAA'))
    expect(broken).toMatchObject({ ok: false, problems: [{ word: 'logo', path: ['logo'] }] })
  })
})
