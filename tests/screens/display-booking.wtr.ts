import { expect, fixture, fixtureCleanup, nextFrame } from '@open-wc/testing'
import { setViewport } from '@web/test-runner-commands'
import type { DisplayHall } from '../../display/display-hall.ts'
import '../../display/display-hall.ts'
import { MINUTE } from '../../shared/kit/time.ts'
import { setLang } from '../../shared/web/lang.ts'
import { aBookedHall, aBusyHall, aPicture, type Picture } from '../helpers/display-wall.ts'
import { clean } from './kiosk-in-sizes.ts'

const FULL_HD = { width: 1920, height: 1080 }
const hall = aBookedHall()
const code = { code: '4827', from: hall.now, until: hall.now + 5 * MINUTE }

async function see(picture: Picture = {}): Promise<DisplayHall> {
  fixtureCleanup()
  const element = await fixture<DisplayHall>(aPicture(hall, { code, later: 60_000, ...picture }))
  await nextFrame()
  await nextFrame()
  return element
}

const part = (element: Element, name: string) => element.shadowRoot!.querySelector<HTMLElement>(name)!
const plain = (element: Element) => element.textContent!.replace(/\s+/g, ' ').trim()
const bigNumber = (element: Element) => part(part(element, 'display-call'), 'ui-number')

/** Height in pixels of a capital letter as the element draws it. */
function capitalHeight(element: HTMLElement): number {
  const context = document.createElement('canvas').getContext('2d')!
  const { fontSize, fontWeight, fontFamily } = getComputedStyle(element)
  context.font = `${fontWeight} ${fontSize} ${fontFamily}`
  return context.measureText('H').actualBoundingBoxAscent
}

describe('the hall with bookings', () => {
  before(async () => {
    document.documentElement.dataset['device'] = 'hall'
    document.documentElement.dataset['theme'] = 'dark'
    for (const href of ['/shared/web/ui/fonts.css', '/display/display.css']) {
      const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href })
      link.dataset['hall'] = ''
      await new Promise(loaded => {
        link.onload = loaded
        document.head.append(link)
      })
    }
    await document.fonts.load("800 100px 'Plus Jakarta Sans'")
    await setViewport(FULL_HD)
  })
  afterEach(() => setLang('id'))
  after(async () => {
    document.documentElement.dataset['device'] = 'console'
    document.documentElement.dataset['theme'] = 'light'
    document.querySelectorAll('link[data-hall]').forEach(link => link.remove())
    await setViewport({ width: 1366, height: 768 })
  })

  for (const [name, picture] of Object.entries<Picture>({
    quiet: {},
    calling: { later: 0 },
    mute: { sounding: false },
    stale: { stale: true },
  }))
    for (const language of ['id', 'en'] as const)
      it(`reads well ${name} with code and closing, and the number keeps its height: ${language}`, async () => {
        setLang(language)
        const element = await see(picture)
        await clean(element)
        expect(capitalHeight(bigNumber(element))).to.be.at.least(270)
        expect(part(element, 'display-ticker').getBoundingClientRect().bottom).to.be.at.most(FULL_HD.height + 1)
        const panel = part(part(element, 'display-call'), 'section').getBoundingClientRect()
        const to = part(part(element, 'display-call'), '.to').getBoundingClientRect()
        expect(to.bottom).to.be.at.most(panel.bottom)
        for (const call of part(element, 'display-recent').shadowRoot!.querySelectorAll('li:not(.place)'))
          expect(call.scrollHeight).to.be.at.most(call.clientHeight)
      })

  it('shows the code beside the calls, large, with the address for a phone', async () => {
    const panel = part(await see(), 'display-check-in')
    expect(panel.shadowRoot!.querySelector('ui-qr')!.value).to.equal(`${location.origin}/in?code=4827`)
    expect(plain(part(panel, 'section'))).to.contain('Sudah pesan? Check-in di sini: kode 4827')
    expect(parseFloat(getComputedStyle(part(panel, '.code')).fontSize)).to.be.at.least(80)
  })

  it('moves nothing and keeps two earlier calls beside a notice', async () => {
    const element = await see()
    expect(part(element, 'display-check-in').shadowRoot!.getAnimations()).to.deep.equal([])
    expect(part(element, 'display-recent').shadowRoot!.querySelectorAll('li').length).to.equal(2)
  })

  it('says from when the code is while the picture is old, and leaves the closing out', async () => {
    const element = await see({ stale: true })
    expect(plain(part(part(element, 'display-check-in'), '.until'))).to.contain('kode pukul')
    expect(plain(part(element, '.alerts'))).to.not.contain('tutup sementara')
  })

  it('says which service is closed, why and until when, calmly and in its own row', async () => {
    const element = await see()
    expect(plain(part(element, '.alerts'))).to.match(
      /^Kartu Keluarga tutup sementara: sistem pusat sedang gangguan\. Perkiraan buka \d\d\.\d\d\.$/,
    )
    expect(plain(part(part(element, 'display-waits'), '.shut'))).to.match(/^s\.d\. \d\d\.\d\d$/)
  })

  it('shows no code where nothing can be booked', async () => {
    fixtureCleanup()
    const element = await fixture<DisplayHall>(aPicture(aBusyHall(), { code, later: 60_000 }))
    expect(part(element, 'display-check-in')).to.equal(null)
    expect(part(element, 'display-recent').shadowRoot!.querySelectorAll('li').length).to.equal(4)
  })
})
