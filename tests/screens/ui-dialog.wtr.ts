import { aTimeout, elementUpdated, expect, fixture, html } from '@open-wc/testing'
import { render } from 'lit'
import type { UiButton } from '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-dialog.ts'
import type { UiDialog } from '../../shared/web/ui/ui-dialog.ts'
import { accessibleInThemes, heard } from './ui-in-themes.ts'

const idle = (seconds = 0, source = () => 0) =>
  html`<ui-dialog
    open
    heading="Masih di sini?"
    primary="Lanjutkan"
    secondary="Selesai"
    .seconds=${seconds}
    .source=${source}
    >Layar kembali ke awal.</ui-dialog
  >`

const native = (dialog: UiDialog) => dialog.shadowRoot!.querySelector('dialog')!
const buttons = (dialog: UiDialog) => [...dialog.shadowRoot!.querySelectorAll('ui-button')]

describe('ui-dialog', () => {
  it('reads well in every theme', async () => {
    await accessibleInThemes(await fixture(idle(20)))
  })

  it('is an alert dialog with a name, described by its words, and starts on the safe button', async () => {
    const dialog = await fixture<UiDialog>(idle())
    expect(native(dialog).open).to.equal(true)
    expect(native(dialog).getAttribute('role')).to.equal('alertdialog')
    await aTimeout(0)
    expect(dialog.shadowRoot!.activeElement?.textContent).to.equal('Lanjutkan')
  })

  it('starts on the smaller button where the larger one decides for good, so that a second Enter decides nothing', async () => {
    const dialog = await fixture<UiDialog>(
      html`<ui-dialog open forGood heading="Putuskan?" primary="Simpan" secondary="Belum"
        >Tidak dapat diubah.</ui-dialog
      >`,
    )
    await aTimeout(0)
    expect(dialog.shadowRoot!.activeElement?.textContent).to.equal('Belum')
  })

  it('makes the safe button the larger one', async () => {
    const [other, safe] = buttons(await fixture<UiDialog>(idle()))
    expect(safe!.offsetWidth).to.be.greaterThan(other!.offsetWidth * 1.3)
  })

  it('tells which button was touched and leaves the closing to the screen', async () => {
    const dialog = await fixture<UiDialog>(idle())
    const [primary, secondary] = [heard(dialog, 'primary'), heard(dialog, 'secondary')]
    buttons(dialog)[1]!.click()
    buttons(dialog)[0]!.click()
    expect([primary.length, secondary.length]).to.deep.equal([1, 1])
    expect(native(dialog).open).to.equal(true)
    dialog.open = false
    await elementUpdated(dialog)
    expect(native(dialog).open).to.equal(false)
  })

  it('asks to be dismissed by Escape and by a touch outside, not by a touch inside', async () => {
    const dialog = await fixture<UiDialog>(idle())
    const dismissed = heard(dialog, 'dismiss')
    native(dialog).dispatchEvent(new Event('cancel', { cancelable: true }))
    expect(native(dialog).open).to.equal(true)
    native(dialog).click()
    dialog.shadowRoot!.querySelector('h2')!.click()
    expect(dismissed).to.have.length(2)
  })

  it('gives the focus back to what opened it, closed or taken away while it is open', async () => {
    const page = await fixture(
      html`<div>
        <ui-button>Tutup layanan</ui-button>
        <div class="place"></div>
      </div>`,
    )
    const [button, place] = [page.querySelector<UiButton>('ui-button')!, page.querySelector<HTMLElement>('.place')!]
    await button.updateComplete
    for (const kind of ['alert', 'plain'] as const)
      for (const taken of [false, true]) {
        button.focus()
        render(html`<ui-dialog open kind=${kind} heading="Tutup?" primary="Ya" secondary="Batal"></ui-dialog>`, place)
        const dialog = place.querySelector<UiDialog>('ui-dialog')!
        await elementUpdated(dialog)
        await aTimeout(0)
        expect(document.activeElement).to.equal(dialog)
        if (taken) render(html``, place)
        else dialog.open = false
        await elementUpdated(dialog)
        expect(document.activeElement, `${kind}, ${taken}`).to.equal(button)
        render(html``, place)
      }
  })

  it('counts down to the end and tells it once', async () => {
    let now = 0
    const dialog = await fixture<UiDialog>(idle(20, () => now))
    const ticks = heard<{ left: number }>(dialog, 'tick')
    const ended = heard(dialog, 'expire')
    const ring = () => dialog.shadowRoot!.querySelector('.ring b')!.textContent
    expect(ring()).to.equal('20')
    now = 3_000
    await aTimeout(400)
    expect(ring()).to.equal('17')
    expect(ticks).to.deep.equal([{ left: 17 }])
    now = 60_000
    await aTimeout(700)
    expect(ring()).to.equal('0')
    expect(ended).to.have.length(1)
  })

  it('starts from the top when it opens again', async () => {
    let now = 0
    const dialog = await fixture<UiDialog>(idle(20, () => now))
    now = 15_000
    await aTimeout(400)
    dialog.open = false
    await elementUpdated(dialog)
    dialog.open = true
    await elementUpdated(dialog)
    expect(dialog.shadowRoot!.querySelector('.ring b')!.textContent).to.equal('20')
  })
})
