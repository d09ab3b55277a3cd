import { aTimeout, expect, fixture, html } from '@open-wc/testing'
import { actForms } from '../../booking/act-forms.ts'
import { chosenTime } from '../../booking/chosen-time.ts'
import { movePage } from '../../server/http/pages/booking/move-page.ts'
import { front, NOW, slotsReply } from '../helpers/booking-desk.ts'
import { servedPage } from './page-served.ts'

describe('a form on the page of a ticket', () => {
  it('stays, and says so, while there is no connection', async () => {
    const page = await fixture<HTMLElement>(
      html`<div>
        <form method="post" action="http://127.0.0.1:1/nowhere" data-send>
          <input type="hidden" name="moment" value="1.2" />
          <button name="people" value="3">3 orang</button>
          <p class="failed" role="alert"></p>
        </form>
      </div>`,
    )
    const went: string[] = []
    actForms(page, 'id', url => void went.push(url))
    page.querySelector('button')!.click()
    await aTimeout(300)
    expect(page.querySelector('.failed')!.textContent).to.contain('tidak akan dobel')
    expect(page.querySelector('button')!.textContent).to.equal('3 orang')
    expect(went).to.have.length(0)
  })
})

describe('the form that moves a booking', () => {
  const way = { lang: 'id', papers: [], priority: false } as const
  const ktp = front.office.services.find(s => s.id === 'ktp-el')!
  const ask = { reply: slotsReply('ktp-el'), date: '2026-06-11', from: undefined, now: NOW }
  const at = { base: 'http://127.0.0.1:1/t/x', back: 'Kembali', what: 'KTP-el', key: 'key-of-this-form' }

  it('names the chosen time, old and new, and says above its button when no answer came', async () => {
    const page = await servedPage(movePage(front, ktp, way, { ...ask, ...at }, { styles: [] }))
    const went: string[] = []
    chosenTime(page)
    actForms(page, 'id', url => void went.push(url))
    const button = page.querySelector<HTMLButtonElement>('.dock button')!
    expect(button.textContent).to.equal('Pindah ke Kamis, 11 Juni, 08.00')
    page.querySelectorAll<HTMLInputElement>('[name="slot"]')[3]!.click()
    expect(button.textContent).to.equal('Pindah ke Kamis, 11 Juni, 11.00')
    expect(page.querySelector('.swap .new b')!.textContent).to.equal('Kamis, 11 Juni, 11.00')
    button.click()
    await aTimeout(300)
    const failed = page.querySelector('.dock .failed')!
    expect(failed.textContent).to.contain('tidak akan dobel')
    expect(failed.compareDocumentPosition(button)).to.equal(Node.DOCUMENT_POSITION_FOLLOWING)
    expect([button.disabled, went.length]).to.deep.equal([false, 0])
    await expect(page).to.be.accessible()
  })
})
