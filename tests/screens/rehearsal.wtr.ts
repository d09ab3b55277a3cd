import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import '../../console/rehearsal/rehearsal-band.ts'
import type { RehearsalBand } from '../../console/rehearsal/rehearsal-band.ts'
import { endsIt } from '../../console/rehearsal/ends-it.ts'
import '../../console/rehearsal/rehearsal-pane.ts'
import type { RehearsalPane } from '../../console/rehearsal/rehearsal-pane.ts'
import { createVoice } from '../../display/voice.ts'
import { AppError } from '../../shared/kit/errors.ts'
import { call } from '../../shared/web/client.ts'
import { setLang } from '../../shared/web/lang.ts'
import { ensureDevice, type PairingStep } from '../../shared/web/device.ts'
import '../../shared/web/ui/ui-pairing.ts'
import type { UiPairing } from '../../shared/web/ui/ui-pairing.ts'
import { reloadBy, titleOf } from '../../shared/web/rehearsal.ts'
import { answering, NOW, office, staffOf, wordsOf } from '../helpers/console-pages.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

const PATH = '/api/offices/samarinda/rehearsal'
const running = { until: NOW, now: NOW, people: 40, came: 23, waiting: 11, served: 9 }

let server: ReturnType<typeof answering> | undefined
let loads: number
let asBefore: () => void

describe('the rehearsal day in the console', () => {
  beforeEach(() => {
    setLang('id')
    loads = 0
    asBefore = reloadBy(() => loads++)
  })
  afterEach(() => {
    server?.restore()
    asBefore()
    delete document.documentElement.dataset['rehearsal']
  })
  const press = (at: Element, name: string) =>
    [...at.shadowRoot!.querySelectorAll<HTMLElement>('ui-button')].find(b => b.textContent!.includes(name))!.click()

  it('says what will happen, reads well in every theme, and begins by one button', async () => {
    server = answering({ [`POST ${PATH}`]: { ok: true } })
    const pane = await fixture<RehearsalPane>(html`<rehearsal-pane .office=${office}></rehearsal-pane>`)
    await accessibleInThemes(pane)
    expect(wordsOf(pane)).to.contain('40 dalam 10 menit').and.contain('semua data geladi dibuang')
    press(pane, 'Mulai hari geladi')
    press(pane, 'Mulai hari geladi')
    await waitUntil(() => loads === 1)
    expect(server.asked.filter(a => a.method === 'POST').map(a => a.path)).to.deep.equal([PATH])
  })

  it('stands first in the title of every page of it, so that two tabs are told apart', () => {
    expect(titleOf('Akun')).to.equal('Akun · Tanggap')
    document.documentElement.dataset['rehearsal'] = ''
    expect(titleOf('Akun')).to.equal('GELADI · Akun · Tanggap')
  })

  it('warns before it begins of officers who never came in, idle counters and missing devices, with the way to mend each', async () => {
    const officer = (state: string) => ({ state, roles: ['officer'] })
    let answers = { people: { people: [officer('disabled')] }, devices: { devices: [] as object[] } }
    server = answering({
      'GET /api/offices/samarinda/people': () => answers.people,
      'GET /api/offices/samarinda/devices': () => answers.devices,
    })
    const idle = { ...office, counters: [] }
    const pane = await fixture<RehearsalPane>(html`<rehearsal-pane .office=${idle}></rehearsal-pane>`)
    await waitUntil(() => pane.shadowRoot!.querySelectorAll('li').length === 3)
    expect(wordsOf(pane))
      .to.contain('Belum ada petugas yang pernah masuk')
      .and.contain('Tidak ada loket yang melayani')
      .and.contain('Belum ada kiosk atau layar yang terpasang')
    await accessibleInThemes(pane)
    const steps: unknown[] = []
    pane.addEventListener('step', e => steps.push((e as CustomEvent).detail))
    press(pane, 'Undang petugas')
    press(pane, 'Atur loket')
    expect(steps).to.deep.equal([4, 3])
    expect(pane.shadowRoot!.querySelector('li a')!.getAttribute('href')).to.equal('#/perangkat')
    answers = { people: { people: [officer('invited')] }, devices: { devices: [{}] } }
    const invited = await fixture<RehearsalPane>(html`<rehearsal-pane .office=${idle}></rehearsal-pane>`)
    await waitUntil(() => wordsOf(invited).includes('Undangan petugas sudah dibuat'))
    expect(wordsOf(invited)).to.contain('Lihat undangan').and.not.contain('Undang petugas')
    answers = { people: { people: [officer('active')] }, devices: { devices: [{}] } }
    const ready = await fixture<RehearsalPane>(html`<rehearsal-pane .office=${office}></rehearsal-pane>`)
    await waitUntil(() => server!.asked.length === 6)
    await ready.updateComplete
    expect(ready.shadowRoot!.querySelectorAll('li')).to.have.length(0)
  })

  it('says in a sentence why none can begin, and stays', async () => {
    server = answering({ [`POST ${PATH}`]: new AppError('REHEARSAL_NOBODY') })
    const pane = await fixture<RehearsalPane>(html`<rehearsal-pane .office=${office}></rehearsal-pane>`)
    press(pane, 'Mulai hari geladi')
    await waitUntil(() => wordsOf(pane).includes('Belum ada layanan yang bisa digeladikan'))
    await accessibleInThemes(pane)
    expect(loads).to.equal(0)
  })

  it('shows over every page how far it is, and ends once somebody is sure', async () => {
    server = answering({ [`GET ${PATH}`]: { running }, [`POST ${PATH}/end`]: { ok: true } })
    const band = await fixture<RehearsalBand>(html`<rehearsal-band .office=${office}></rehearsal-band>`)
    await waitUntil(() => wordsOf(band).includes('23 dari 40 warga buatan datang'))
    expect(wordsOf(band)).to.contain('Berakhir sendiri pukul 10.24')
    expect(wordsOf(band)).to.contain(`petugas masuk di ${location.host}/console/`).and.contain('Pengaturan, akun')
    await accessibleInThemes(band)
    press(band, 'Akhiri geladi')
    await band.updateComplete
    const dialog = band.shadowRoot!.querySelector('ui-dialog')!
    expect([dialog.open, server.asked.length]).to.deep.equal([true, 1])
    dialog.dispatchEvent(new CustomEvent('primary'))
    await waitUntil(() => loads === 1)
    const pane = await fixture<RehearsalPane>(html`<rehearsal-pane .office=${office}></rehearsal-pane>`)
    expect(wordsOf(pane)).to.contain('23 warga buatan mengambil nomor, 9 selesai dilayani, 11 masih menunggu')
    expect(wordsOf(pane)).to.contain('Data latihan sudah dibuang.')
    sessionStorage.clear()
  })

  it('has its band on pages of the rehearsal, for whoever may end it [A67]', () => {
    expect(endsIt(staffOf('administrator'))).to.equal(false)
    document.documentElement.dataset['rehearsal'] = ''
    expect([endsIt(staffOf('administrator')), endsIt(staffOf('officer'))]).to.deep.equal([true, false])
  })

  it('loads a screen anew that hears an answer of the other program [A67]', async () => {
    server = answering({ 'GET /api/health': {} })
    await call('GET /api/health', {})
    expect(loads).to.equal(0)
    document.documentElement.dataset['rehearsal'] = ''
    await call('GET /api/health', {})
    expect(loads).to.equal(1)
  })
})

describe('a device that no office knows', () => {
  it('says that it waits for the end of the rehearsal, not that the server is away [A68]', async () => {
    const refusing = answering({
      'GET /api/devices/me': { device: null },
      'POST /api/devices/demo': new AppError('REHEARSAL'),
    })
    const pairing = await fixture<UiPairing>(html`<ui-pairing></ui-pairing>`)
    const over = new AbortController()
    const show = (step: PairingStep) => (pairing.step = step)
    await ensureDevice('kiosk', { show, signal: over.signal, sleep: async () => over.abort() }).catch(() => undefined)
    refusing.restore()
    await pairing.updateComplete
    expect(wordsOf(pairing)).to.contain('bisa disandingkan sesudah geladi')
    await accessibleInThemes(pairing)
  })
})

describe('the voice of the hall', () => {
  afterEach(() => delete document.documentElement.dataset['rehearsal'])

  it('remembers calls of a day, but none of a rehearsal, whose numbers come again on the same day [A67]', () => {
    const heardIn = (rehearsal: boolean) => {
      localStorage.clear()
      if (rehearsal) document.documentElement.dataset['rehearsal'] = ''
      const voice = createVoice(undefined, { office, date: '2026-06-09', now: () => NOW, onChange: () => {} })
      voice.announcer.hear([{ seq: 7, at: NOW, number: 'A-001', counterName: 'Loket 1' }])
      voice.dispose()
      return localStorage.length
    }
    expect([heardIn(false), heardIn(true)]).to.deep.equal([1, 0])
  })
})
