import { expect, fixture, html } from '@open-wc/testing'
import { followClosings } from '../../booking/closings.ts'

const CLOSED = '<div class="banner call"><p>Sedang ditutup. Petugasnya sedang tidak ada.</p></div>'

/** A form that somebody fills while the office may close; time passes when the test says so. */
async function open(drawn = '') {
  const page = await fixture<HTMLElement>(
    html`<main>
      <div
        id="closings"
        role="status"
        data-from="/b/x/y/tutup?lang=id"
        data-again="KTP-el sudah dibuka lagi."
        data-day-again="Kantor buka lagi pada hari itu."
      ></div>
      <input />
    </main>`,
  )
  const place = page.querySelector<HTMLElement>('#closings')!
  place.innerHTML = drawn
  let answer: string | Error = drawn
  let hidden = false
  const pauses: number[] = []
  const asked: string[] = []
  const { look } = followClosings(place, {
    load: async from => {
      asked.push(from)
      if (answer instanceof Error) throw answer
      return answer
    },
    later: (_, ms) => void pauses.push(ms),
    hidden: () => hidden,
  })
  return {
    page,
    words: () => place.textContent!.trim(),
    asked,
    pauses,
    async says(text: string | Error) {
      answer = text
      await look()
    },
    hide: () => (hidden = true),
  }
}

describe('a booking page that stands open', () => {
  it('says that its service closed and opened again, and keeps what was typed and where the cursor is [Z10]', async () => {
    const it = await open()
    const field = it.page.querySelector('input')!
    field.focus()
    field.value = 'Conto'
    await it.says(CLOSED)
    expect(it.words()).to.equal('Sedang ditutup. Petugasnya sedang tidak ada.')
    await it.says('')
    expect(it.words()).to.equal('KTP-el sudah dibuka lagi.')
    expect([field.value, document.activeElement === field]).to.deep.equal(['Conto', true])
    expect([it.asked[0], it.pauses]).to.deep.equal(['/b/x/y/tutup?lang=id', [5_000]])
  })

  it('says of a day that was closed that it is open again, and not of the service [Z10]', async () => {
    const it = await open(`<div data-shut="day">${CLOSED}</div>`)
    await it.says('')
    expect(it.words()).to.equal('Kantor buka lagi pada hari itu.')
  })

  it('says nothing twice: what the page said when it came is no news [Z10]', async () => {
    const it = await open(CLOSED)
    const banner = it.page.querySelector('.banner')
    await it.says(`\n ${CLOSED}`)
    expect(it.page.querySelector('.banner')).to.equal(banner)
  })

  it('keeps its last word while nobody answers, and asks nothing behind another page [Z10]', async () => {
    const it = await open()
    await it.says(CLOSED)
    await it.says(new Error('503'))
    expect(it.words()).to.contain('Sedang ditutup')
    it.hide()
    await it.says('')
    expect(it.asked).to.have.length(2)
  })
})
