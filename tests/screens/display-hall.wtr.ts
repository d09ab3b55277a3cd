import { expect, fixture, fixtureCleanup, nextFrame } from '@open-wc/testing'
import { emulateMedia, setViewport } from '@web/test-runner-commands'
import type { DisplayHall } from '../../display/display-hall.ts'
import '../../display/display-hall.ts'
import { PAGE_MS } from '../../display/board.ts'
import { openHall, type Hall } from '../helpers/days.ts'
import { anOffice } from '../helpers/display-office.ts'
import { aBigOffice, aBusyHall, aPicture, type Picture } from '../helpers/display-wall.ts'
import { setLang } from '../../shared/web/lang.ts'
import { accessibleInThemes, heard } from './ui-in-themes.ts'

const FULL_HD = { width: 1920, height: 1080 }

async function see(hall: Hall, picture: Picture = {}): Promise<DisplayHall> {
  fixtureCleanup()
  const element = await fixture<DisplayHall>(aPicture(hall, picture))
  await nextFrame()
  await nextFrame()
  return element
}

function part(element: Element, name: string): HTMLElement {
  return element.shadowRoot!.querySelector<HTMLElement>(name)!
}

function words(element: Element, selector: string): string[] {
  return [...element.shadowRoot!.querySelectorAll(selector)].map(e => e.textContent!.replace(/\s+/g, ' ').trim())
}

function number(element: Element): HTMLElement {
  return part(part(element, 'display-call'), 'ui-number')
}

/** Height in pixels of a capital letter as the element draws it. */
function capitalHeight(element: HTMLElement): number {
  const context = document.createElement('canvas').getContext('2d')!
  const { fontSize, fontWeight, fontFamily } = getComputedStyle(element)
  context.font = `${fontWeight} ${fontSize} ${fontFamily}`
  return context.measureText('H').actualBoundingBoxAscent
}

describe('the hall display', () => {
  before(async () => {
    document.documentElement.dataset['device'] = 'hall'
    document.documentElement.dataset['theme'] = 'dark'
    for (const name of ['shared/web/ui/fonts.css', 'display/display.css']) await style(`/${name}`)
    await document.fonts.load("800 100px 'Plus Jakarta Sans'")
    await setViewport(FULL_HD)
  })

  after(async () => {
    document.documentElement.dataset['device'] = 'console'
    document.documentElement.dataset['theme'] = 'light'
    document.querySelectorAll('link[data-hall]').forEach(link => link.remove())
    await setViewport({ width: 1366, height: 768 })
  })

  afterEach(async () => {
    setLang('id')
    document.documentElement.dataset['theme'] = 'dark'
    await emulateMedia({ reducedMotion: 'no-preference' })
    await setViewport(FULL_HD)
  })

  it('reads well in every theme: quiet, calling, stale and mute, empty, closed', async function () {
    this.timeout(60_000)
    await accessibleInThemes(await see(aBusyHall(), { later: 60_000 }))
    await emulateMedia({ reducedMotion: 'reduce' })
    await accessibleInThemes(await see(aBusyHall()))
    await accessibleInThemes(await see(aBusyHall(), { later: 60_000, stale: true, sounding: false, behind: true }))
    await accessibleInThemes(await see(openHall(), { office: anOffice() }))
    await accessibleInThemes(await see(openHall(), { office: anOffice(), later: -3_600_000 }))
  })

  it('draws the number at least a quarter of the screen high, also beside a notice and in a call', async () => {
    for (const picture of [{ later: 60_000 }, {}, { sounding: false }, { later: 60_000, stale: true }]) {
      expect(capitalHeight(number(await see(aBusyHall(), picture)))).to.be.at.least(270)
    }
  })

  it('keeps its proportions on smaller and larger screens', async () => {
    for (const [width, height] of [
      [1280, 720],
      [3840, 2160],
      [1366, 768],
      [1920, 950],
    ] as const) {
      await setViewport({ width, height })
      expect(capitalHeight(number(await see(aBusyHall(), { later: 60_000 }))) / height).to.be.at.least(0.25)
      expect(document.documentElement.scrollHeight).to.be.at.most(height)
    }
  })

  it('keeps a name of one long word in its line, beside its count and off the other names', async () => {
    await setViewport({ width: 1366, height: 768 })
    const long = 'Pertanggungjawabankelurahandankecamatansekota'.repeat(2)
    const element = await see(aBusyHall(), { later: 60_000 })
    const { waits } = element.board
    Object.assign(element, { board: { ...element.board, waits: [{ ...waits[0]!, name: [long, long] }, ...waits] } })
    await element.updateComplete
    await nextFrame()
    const board = part(element, 'display-waits')
    await (board as DisplayHall).updateComplete
    const [line] = board.shadowRoot!.querySelectorAll('li')
    const name = line!.querySelector('.name')!
    expect(name.textContent).to.equal(long)
    expect(name.scrollWidth, 'beside its count').to.be.at.most(name.clientWidth)
    expect(name.getBoundingClientRect().height, 'off the names above and below').to.be.at.most(line!.clientHeight)
    expect(document.documentElement.scrollWidth).to.be.at.most(1366)
  })

  it('shows the published IKM in two lines between calls, and never over one [S78]', async function () {
    this.timeout(60_000)
    const published = { period: '2026-Q2', ikm: 84.67, mutu: 'B', n: 1391 } as const
    const quiet = await see(aBusyHall(), { later: 60_000, published })
    const card = part(quiet, 'display-ikm')
    expect(words(card, 'p')).to.deep.equal([
      'IKM Triwulan II 2026: 84,67 (B)',
      `1.391 orang · ${location.host}/ikm/samarinda`,
    ])
    await accessibleInThemes(quiet)
    for (const [width, height] of [
      [1280, 720],
      [1366, 768],
      [1920, 1080],
    ] as const) {
      await setViewport({ width, height })
      for (const sounding of [true, false]) {
        const element = await see(aBusyHall(), { later: 60_000, published, sounding })
        const shown = part(element, 'display-ikm').getBoundingClientRect()
        expect(shown.bottom).to.be.at.most(part(element, '.boards').getBoundingClientRect().top)
        expect(shown.top).to.be.at.least(part(element, 'display-recent').getBoundingClientRect().bottom)
        expect(capitalHeight(number(element)) / height).to.be.at.least(0.25)
      }
    }
    for (const picture of [{ later: 59_000 }, {}, { later: 60_000, stale: true }])
      expect(part(await see(aBusyHall(), { published, ...picture }), 'display-ikm')).to.equal(null)
    const speaking = await see(aBusyHall(), { later: 60_000, published })
    speaking.speaking = 1
    await speaking.updateComplete
    expect(part(speaking, 'display-ikm')).to.equal(null)
    expect(part(await see(aBusyHall(), { later: 60_000 }), 'display-ikm')).to.equal(null)
  })

  it('sets a long number narrower, not lower', async () => {
    const hall = aBusyHall()
    const board = { panel: { kind: 'call', call: { seq: 1, number: 'AB-1234', counterName: 'Loket 1', at: 0 } } }
    const element = await see(hall)
    Object.assign(element, { board: { ...element.board, ...board } })
    await element.updateComplete
    await nextFrame()
    await nextFrame()
    const panel = part(part(element, 'display-call'), 'section').getBoundingClientRect()
    expect(number(element).getBoundingClientRect().right).to.be.below(panel.right)
    expect(capitalHeight(number(element))).to.be.at.least(270)
  })

  it('turns the panel amber for a new call and says it once in words', async () => {
    const element = await see(aBusyHall())
    const panel = part(part(element, 'display-call'), 'section')
    expect(panel.className).to.equal('calling')
    expect(words(part(element, 'display-call'), '.about')).to.deep.equal(['Silakan menuju loketbaru saja'])
    expect(part(element, '[aria-live]').textContent).to.equal(
      'Nomor antrean H nol nol satu, silakan menuju loket delapan',
    )
    const quiet = await see(aBusyHall(), { later: 12_000 })
    expect(part(part(quiet, 'display-call'), 'section').className).to.equal('')
    expect(part(quiet, '[aria-live]').textContent).to.equal('')
  })

  it('moves nothing under reduced motion, neither the call nor the running text', async () => {
    const office = { ...aBigOffice(), runningText: [long, long] as const }
    expect(moving((await see(aBusyHall(), { office })).shadowRoot!)).to.equal(2)
    await emulateMedia({ reducedMotion: 'reduce' })
    const element = await see(aBusyHall(), { office })
    expect(moving(element.shadowRoot!)).to.equal(0)
    const line = part(part(element, 'display-ticker'), '.words')
    expect(line.getBoundingClientRect().right).to.be.below(FULL_HD.width)
  })

  it('lets the running text stand when it fits', async () => {
    const element = await see(aBusyHall(), {
      later: 60_000,
      office: { ...aBigOffice(), runningText: ['Pendek', 'Short'] },
    })
    expect(part(part(element, 'display-ticker'), '.runs')).to.equal(null)
  })

  it('says that it is mute, and asks for sound when somebody wants it', async () => {
    const element = await see(aBusyHall(), { sounding: false })
    const asked = heard(element, 'sound')
    expect(words(element, 'ui-banner')).to.deep.equal(['Suara mati. Mohon perhatikan layar. Nyalakan suara'])
    part(element, 'ui-button').click()
    expect(asked.length).to.equal(1)
    expect(words(await see(aBusyHall()), 'ui-banner')).to.deep.equal([])
  })

  it('says from when an old picture is, and promises no minutes', async () => {
    const element = await see(aBusyHall(), { later: 300_000, stale: true })
    expect(words(element, 'ui-banner')).to.deep.equal(['Menyambung kembali. Ini keadaan pukul 09.08.'])
    expect(words(part(element, 'display-waits'), 'h2')).to.deep.equal(['Menunggu (keadaan 09.08)'])
    expect(new Set(words(part(element, 'display-waits'), '.minutes'))).to.deep.equal(new Set(['—']))
    expect(getComputedStyle(part(part(element, 'display-call'), 'section')).borderStyle).to.equal('dashed')
  })

  it('marks a voice that has fallen behind, unless there is none', async () => {
    const behind = async (sounding: boolean) =>
      words(part(await see(aBusyHall(), { behind: true, sounding }), 'display-recent'), 'ui-tag')
    expect(await behind(true)).to.deep.equal(['suara tertinggal'])
    expect(await behind(false)).to.deep.equal([])
  })

  it('has a word for a hall without calls, and for closed doors', async () => {
    const office = anOffice()
    const panel = async (later: number) =>
      words(part(await see(openHall(), { office, later }), 'display-call'), 'section')
    expect(await panel(0)).to.deep.equal(['Belum ada panggilan Nomor yang dipanggil tampil di sini'])
    expect(await panel(-1_800_000)).to.deep.equal(['Layanan sedang tutup Buka hari ini pukul 08.00'])
    expect(await panel(7 * 3_600_000)).to.deep.equal(['Layanan sedang tutup Buka lagi Rabu, 10 Juni, pukul 08.00'])
    expect(await panel(4 * 86_400_000)).to.deep.equal([
      'Hari ini tidak ada layanan Buka lagi Senin, 15 Juni, pukul 08.00',
    ])
  })

  it('gives every one of 64 counters and twelve services its turn, and cuts nothing off', async () => {
    const hall = aBusyHall(64)
    const office = aBigOffice(64)
    const seen = { counters: new Set<string>(), waits: new Set<string>() }
    for (let turn = 0; turn < 4; turn++) {
      const element = await see(hall, { office, later: 60_000 + turn * PAGE_MS })
      words(part(element, 'display-counters'), '.name').forEach(name => seen.counters.add(name))
      words(part(element, 'display-waits'), '.letter').forEach(letter => seen.waits.add(letter))
      expect(part(element, 'display-ticker').getBoundingClientRect().bottom).to.be.at.most(FULL_HD.height + 4)
      for (const name of part(element, 'display-counters').shadowRoot!.querySelectorAll<HTMLElement>('.name'))
        expect(name.scrollWidth, name.textContent!).to.be.at.most(name.clientWidth)
      expect(capitalHeight(number(element))).to.be.at.least(270)
    }
    expect(seen.counters.size).to.equal(64)
    expect([...seen.waits].sort().join('')).to.equal('ABCDEFGHJKLM')
  })

  it('writes nothing smaller than 20 pixels but the demo note', async () => {
    const element = await see(aBusyHall(64), { office: aBigOffice(64), sounding: false })
    const small = [...shownText(element)].filter(e => parseFloat(getComputedStyle(e).fontSize) < 20)
    expect(small.map(e => e.className)).to.deep.equal(['demo'])
  })

  it('speaks English on an English display', async () => {
    setLang('en')
    const element = await see(aBusyHall(), { stale: true, later: 60_000, sounding: false })
    expect(words(element, 'ui-banner')[0]).to.equal('Reconnecting. This is how it was at 09:08.')
    expect(words(part(element, 'display-call'), 'small')).to.deep.equal(['Akta Perceraian (en)'])
  })

  it('wanders by the pixels it is told, so that nothing burns in', async () => {
    const element = await see(aBusyHall())
    element.style.setProperty('--shift-x', '3px')
    element.style.setProperty('--shift-y', '-2px')
    const { left, top } = element.getBoundingClientRect()
    expect([left, top]).to.deep.equal([3, -2])
  })
})

const long = 'Nomor yang terlewat bisa kembali dalam 15 menit: datang ke meja depan. '.repeat(4).trim()

async function style(href: string): Promise<void> {
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href })
  link.dataset['hall'] = ''
  await new Promise(loaded => {
    link.onload = loaded
    document.head.append(link)
  })
}

/** What moves in an element now, inside its shadow roots too. */
function moving(root: ShadowRoot): number {
  const inner = [...root.querySelectorAll('*')].flatMap(e => (e.shadowRoot ? [moving(e.shadowRoot)] : []))
  return inner.reduce((sum, n) => sum + n, root.getAnimations().filter(a => a.playState !== 'finished').length)
}

/** Elements that hold visible text of their own. */
function* shownText(root: Element): Generator<Element> {
  for (const element of (root.shadowRoot ?? root).querySelectorAll('*')) {
    if (element.shadowRoot) yield* shownText(element)
    const own = [...element.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.textContent!.trim() !== '')
    const hidden = element.closest('.vh, style') || getComputedStyle(element).clipPath !== 'none'
    if (own && !hidden) yield element
  }
}
