import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing'
import '../../kiosk/kiosk-app.ts'
import type { KioskApp } from '../../kiosk/kiosk-app.ts'
import type { Follows } from '../../kiosk/pages.ts'
import { lang, setLang } from '../../shared/web/lang.ts'
import { NOW, checkedIn, day, estimates, nearlyFull, office, paused, slot, taken } from '../helpers/kiosk-office.ts'
import { asBefore, atSize, clean, controls } from './kiosk-in-sizes.ts'

type Answer = { status?: number; body: unknown } | 'lost'

const device = { id: 'd1', kind: 'kiosk', name: 'Kiosk 2', officeId: 'samarinda', pairedAt: 0, lastSeenAt: null }
const realFetch = window.fetch
let keys: string[] = []
let claims: unknown[] = []
let answers: Answer[] = []

/** The server as this kiosk meets it; `answers` are those to "take a number", the last one repeated. */
async function served(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const path = String(input)
  const reply = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status })
  if (path.startsWith('/api/devices/me')) return reply({ device })
  if (path === `/api/offices/${office.id}/hall`) return reply({ office, often: [], demo: true })
  if (!/\/(tickets|check-in)$/.test(path)) return realFetch(input, init)
  if (path.endsWith('/check-in')) claims.push(JSON.parse(String(init?.body)))
  keys.push(new Headers(init?.headers).get('Idempotency-Key')!)
  const answer = answers.length > 1 ? answers.shift()! : answers[0]!
  await aTimeout(5)
  if (answer === 'lost') throw new TypeError('network')
  return reply(answer.body, answer.status ?? 201)
}

function following(over: Partial<Follows> = {}): Follows {
  const nothing = () => {}
  const known = { day, estimates, stale: false, heard: NOW - 300_000, refused: undefined, clockError: 0 }
  return { ...known, now: () => NOW, follow: nothing, reconnect: nothing, ...over }
}

let clock = 0

async function kiosk(live: Follows = following()): Promise<KioskApp> {
  const app = await fixture<KioskApp>(html`<kiosk-app .live=${live}></kiosk-app>`)
  app.setup.sleep = () => Promise.resolve()
  app.idle.source = () => clock
  app.idle.touched()
  await waitUntil(() => all(app).length > 3, 'the kiosk is ready')
  return app
}

const all = (app: KioskApp) => controls(app.shadowRoot!).filter(c => c.getBoundingClientRect().width > 0)
const textOf = (control: HTMLElement): string => {
  const host = (control.getRootNode() as ShadowRoot).host as HTMLElement
  return `${control.textContent} ${host.localName === 'ui-button' ? host.textContent : ''}`
}
const button = (app: KioskApp, name: string) => all(app).find(c => textOf(c).includes(name))!
async function touch(app: KioskApp, name: string): Promise<void> {
  await waitUntil(() => button(app, name), `a button "${name}"`)
  button(app, name).click()
  await app.updateComplete
}
const page = (app: KioskApp, tag: string) => app.shadowRoot!.querySelector(tag)
const shows = (app: KioskApp, tag: string) => waitUntil(() => page(app, tag), tag)
const quiet = async (app: KioskApp, ms: number) => {
  clock += ms
  await aTimeout(650)
  await app.updateComplete
}
const press = (key: string) => window.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }))
const idleDialog = (app: KioskApp) => app.shadowRoot!.querySelector('ui-dialog')!

describe('kiosk-app', () => {
  before(() => atSize('portrait'))
  beforeEach(() => {
    window.fetch = served
    keys = []
    claims = []
    answers = [{ body: taken }]
    clock = 0
    setLang('id')
  })
  afterEach(() => (window.fetch = realFetch))
  after(asBefore)

  it('gives a number in two touches, with a code for the phone', async () => {
    const app = await kiosk()
    await touch(app, 'KTP-el')
    await touch(app, 'Ambil nomor')
    await shows(app, 'kiosk-ticket')
    expect(page(app, 'kiosk-ticket')!.shadowRoot!.textContent).to.contain('10.44–10.59')
    expect((page(app, 'kiosk-ticket') as unknown as { address: string }).address).to.equal(
      `${location.origin}${taken.path}`,
    )
    await clean(app)
  })

  it('makes one number of a double tap', async () => {
    const app = await kiosk()
    await touch(app, 'KTP-el')
    const take = button(app, 'Ambil nomor')
    take.click()
    take.click()
    await shows(app, 'kiosk-ticket')
    expect(keys).to.have.length(1)
  })

  it('asks again with the same key until the person is asked, and then still with the same key', async () => {
    answers = ['lost', 'lost', 'lost', 'lost', { body: taken }]
    const app = await kiosk()
    await touch(app, 'KTP-el')
    await touch(app, 'Ambil nomor')
    await touch(app, 'Coba lagi')
    await shows(app, 'kiosk-ticket')
    expect(keys).to.have.length(5)
    expect(new Set(keys).size).to.equal(1)
  })

  it('takes the ticket away after twenty seconds, and the language with it', async () => {
    const app = await kiosk()
    await touch(app, 'KTP-el')
    setLang('en')
    await touch(app, 'Take a number')
    await shows(app, 'kiosk-ticket')
    await quiet(app, 19_000)
    expect(page(app, 'kiosk-ticket')).to.not.equal(null)
    await quiet(app, 1_500)
    expect(page(app, 'kiosk-home')).to.not.equal(null)
    expect(lang()).to.equal('id')
    expect(app.shadowRoot!.textContent).to.not.contain('A-047')
  })

  it('asks a quiet person after forty seconds, and one touch anywhere lets them stay', async () => {
    const app = await kiosk()
    await touch(app, 'KTP-el')
    await quiet(app, 39_000)
    expect(idleDialog(app).open).to.equal(false)
    await quiet(app, 1_500)
    expect(idleDialog(app).open).to.equal(true)
    idleDialog(app).shadowRoot!.querySelector<HTMLElement>('.body')!.click()
    await app.updateComplete
    expect(idleDialog(app).open).to.equal(false)
    expect(page(app, 'kiosk-requirements')).to.not.equal(null)
  })

  it('goes back to the start when nobody answers for sixty seconds', async () => {
    const app = await kiosk()
    await touch(app, 'KTP-el')
    await quiet(app, 40_500)
    await quiet(app, 20_500)
    expect(page(app, 'kiosk-home')).to.not.equal(null)
    expect(idleDialog(app).open).to.equal(false)
  })

  it('gives the next person a number of their own when the one before left without an answer', async () => {
    answers = ['lost', 'lost', 'lost', 'lost', { body: taken }]
    const app = await kiosk()
    await touch(app, 'KTP-el')
    await touch(app, 'Ambil nomor')
    await waitUntil(() => button(app, 'Coba lagi'))
    await touch(app, 'Kembali')
    await quiet(app, 41_000)
    expect(idleDialog(app).open, 'nobody is asked on the first page').to.equal(false)
    await touch(app, 'KTP-el')
    await touch(app, 'Ambil nomor')
    await shows(app, 'kiosk-ticket')
    expect(keys).to.have.length(5)
    expect(new Set(keys.slice(0, 4)).size).to.equal(1)
    expect(keys[4]).to.not.equal(keys[0])
  })

  it('leaves a kiosk alone before which nobody stands', async () => {
    const app = await kiosk()
    await quiet(app, 300_000)
    expect(idleDialog(app).open).to.equal(false)
  })

  it('says since when it knows nothing, and gives no range and no number', async () => {
    const app = await kiosk(following({ stale: true }))
    const banner = app.shadowRoot!.querySelector('ui-banner')!.textContent!
    expect(banner).to.contain('Sambungan terputus').and.contain('10.19').and.contain('meja depan')
    expect(button(app, 'KTP-el').textContent).to.not.contain('menit')
    await touch(app, 'KTP-el')
    expect((button(app, 'Ambil nomor') as HTMLButtonElement).disabled).to.equal(true)
    await clean(app)
  })

  it('shows shut doors instead of services', async () => {
    const app = await fixture<KioskApp>(
      html`<kiosk-app .live=${following({ day: { ...day, plan: { ...day.plan!, doors: null } } })}></kiosk-app>`,
    )
    await shows(app, 'kiosk-closed')
    expect(page(app, 'kiosk-home')).to.equal(null)
  })

  it('works by the keypad alone: 9 more, 1 choose, 1 for what has happened, 1 take', async () => {
    const app = await kiosk()
    const key = async (sign: string) => {
      press(sign)
      // A key is a finger's only once no other has followed at once.
      await aTimeout(150)
      await app.updateComplete
    }
    await touch(app, 'Mode aksesibilitas')
    expect(document.documentElement.dataset['theme']).to.equal('contrast')
    await key('9')
    await key('0')
    expect(app.shadowRoot!.querySelectorAll('ui-dialog')[1]!.open).to.equal(true)
    await key('0')
    await key('#')
    for (const sign of '111') await key(sign)
    await waitUntil(() => page(app, 'kiosk-low')!.shadowRoot!.querySelector('h1.number'), 'the number')
    expect(keys).to.have.length(1)
  })

  const token = 'aB3_-7'.repeat(7)
  const scan = (text: string) => [...text, 'Enter'].forEach(press)

  it('checks a booking in with one touch and a scan', async () => {
    answers = [{ body: checkedIn(), status: 200 }]
    const app = await kiosk()
    await touch(app, 'Check-in reservasi')
    scan(`https://antre.example/t/${token}?lang=id`)
    await shows(app, 'kiosk-ticket')
    expect(claims).to.deep.equal([{ token }])
    const text = page(app, 'kiosk-ticket')!.shadowRoot!.textContent
    expect(text).to.contain('Jam Anda 11.00, lebih awal bila sepi').and.contain('Sudah check-in')
    await clean(app)
  })

  it('repeats a check-in whose answer never came with its own key, and says a refusal in a sentence', async () => {
    const early = { error: { code: 'CHECK_IN_EARLY', data: { from: slot.start - 1_200_000 } } }
    answers = ['lost', 'lost', 'lost', 'lost', { body: early, status: 409 }]
    const app = await kiosk()
    await touch(app, 'Check-in reservasi')
    scan('ar12')
    await waitUntil(() => page(app, 'kiosk-check-in')!.shadowRoot!.querySelector('.proof'), 'the proof')
    for (const button of ['1', '2', '3', 'Check-in']) await touch(app, button)
    await touch(app, 'Coba lagi')
    await waitUntil(() => page(app, 'kiosk-check-in')!.shadowRoot!.textContent!.includes('pukul 10.40'), 'the time')
    expect(new Set(keys).size).to.equal(1)
    expect(claims[4]).to.deep.equal({ number: 'AR-12', proof: '123' })
  })

  it('hears a scan in the accessible mode without taking its digits for choices', async () => {
    answers = [{ body: checkedIn(true), status: 200 }]
    const app = await kiosk()
    await touch(app, 'Mode aksesibilitas')
    press('8')
    await aTimeout(150)
    scan(`https://antre.example/t/${token}`)
    await waitUntil(() => page(app, 'kiosk-low')!.shadowRoot!.querySelector('h1.number'), 'the number')
    expect(claims).to.deep.equal([{ token }])
    expect(page(app, 'kiosk-low')!.shadowRoot!.textContent).to.contain('Check-in lewat 11.10')
  })

  it('asks a quiet person on the check-in page, and forgets what was typed', async () => {
    const app = await kiosk()
    await touch(app, 'Check-in reservasi')
    await touch(app, 'BR')
    await quiet(app, 40_500)
    expect(idleDialog(app).open).to.equal(true)
    await quiet(app, 20_500)
    expect(page(app, 'kiosk-home')).to.not.equal(null)
    await touch(app, 'Check-in reservasi')
    expect(page(app, 'kiosk-check-in')!.shadowRoot!.querySelector('output')!.textContent).to.not.contain('BR')
  })

  it('closes and opens a service with the pushed day, also under somebody who reads its papers', async () => {
    const app = await kiosk()
    await touch(app, 'KTP-el')
    app.live = following({ day: paused })
    await app.updateComplete
    await waitUntil(() => button(app, 'Pilih layanan lain'), 'another service')
    expect(page(app, 'kiosk-requirements')!.shadowRoot!.textContent).to.contain('Perkiraan buka pukul 11.30')
    app.live = following({ day: nearlyFull(0) })
    await app.updateComplete
    app.live = following({ day: nearlyFull(2) })
    await waitUntil(() => button(app, 'Ambil nomor'), 'the number again')
    expect(page(app, 'kiosk-requirements')!.shadowRoot!.textContent).to.contain('2 tempat dibuka kembali')
  })

  it('says who helps, and raises no alarm', async () => {
    const app = await kiosk()
    await touch(app, 'Bantuan')
    const help = app.shadowRoot!.querySelectorAll('ui-dialog')[1]!
    expect(help.open).to.equal(true)
    expect(help.textContent).to.contain('petugas yang terdekat')
  })

  it('keeps nothing of a person on the device', async () => {
    const before = { ...localStorage, ...sessionStorage }
    const app = await kiosk()
    await touch(app, 'KTP-el')
    await touch(app, 'Prioritas')
    await touch(app, 'Ambil nomor')
    await shows(app, 'kiosk-ticket')
    expect({ ...localStorage, ...sessionStorage }).to.deep.equal(before)
  })
})
