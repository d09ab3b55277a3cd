import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing'
import '../../console/admin/look/office-look.ts'
import type { OfficeLook } from '../../console/admin/look/office-look.ts'
import { AppError } from '../../shared/kit/errors.ts'
import { wearAccent } from '../../shared/web/accent.ts'
import { setLang } from '../../shared/web/lang.ts'
import { answering, wordsOf } from '../helpers/console-pages.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

const LOGO = 'aaaaaaaaaaaaaaaaaaaaaa'
const open = (accent = '', logo = '') =>
  fixture<OfficeLook>(html`<office-look office="samarinda" .accent=${accent} .logo=${logo}></office-look>`)

/** As when somebody has chosen a file. */
async function choose(page: OfficeLook, bytes: number) {
  const input = page.shadowRoot!.querySelector<HTMLInputElement>('input[type="file"]')!
  const files = new DataTransfer()
  files.items.add(new File([new Uint8Array(bytes)], 'logo.png', { type: 'image/png' }))
  input.files = files.files
  input.dispatchEvent(new Event('change'))
  await page.updateComplete
}

describe('the logo and the colour of an office', () => {
  let server = answering({})
  beforeEach(() => setLang('id'))
  afterEach(() => server.restore())

  it('read well in every theme, with and without', async () => {
    for (const page of [await open(), await open('#0b5fa5', LOGO), await open('#ffff00')])
      await accessibleInThemes(page)
  })

  it('say when another colour is worn than the one that was chosen, and why [Z30]', async () => {
    expect(wordsOf(await open('#0b5fa5'))).to.contain('Terbaca di tampilan terang dan gelap.')
    expect(wordsOf(await open('#66ccff'))).to.contain('Terlalu pucat untuk dibaca')
    expect(wordsOf(await open('#f6b130'))).to.contain('Terlalu mirip kuning panggilan')
  })

  it('are told once the picture is kept; one that is too large is not sent, and a refusal says why [Z31]', async () => {
    server = answering({ 'POST /api/offices/samarinda/logo': { logo: LOGO, width: 64, height: 48 } })
    const page = await open()
    await choose(page, 40_000)
    expect(wordsOf(page)).to.contain('lebih besar dari 32 KB')
    expect(server.asked).to.deep.equal([])
    setTimeout(() => void choose(page, 100))
    expect((await oneEvent(page, 'look')).detail).to.deep.equal({ logo: LOGO })
    server.restore()
    server = answering({ 'POST /api/offices/samarinda/logo': new AppError('LOGO_UNFIT') })
    await choose(page, 50)
    await waitUntil(() => wordsOf(page).includes('tidak dapat dipakai sebagai logo'))
  })

  it('are put on a screen as one style sheet, and taken off again', () => {
    const worn = () =>
      [...document.querySelectorAll<HTMLLinkElement>('#office-accent')].map(l => l.getAttribute('href'))
    wearAccent('#0b5fa5')
    wearAccent('#0b5fa5')
    expect(worn()).to.deep.equal(['/accent/0b5fa5.css'])
    wearAccent('')
    expect(worn()).to.deep.equal([])
  })
})
