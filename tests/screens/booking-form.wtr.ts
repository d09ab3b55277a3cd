import { aTimeout, expect } from '@open-wc/testing'
import { bookForm, type FormWorld } from '../../booking/book-form.ts'
import { AppError } from '../../shared/kit/errors.ts'
import { Unreachable } from '../../shared/web/client.ts'
import { contrastOf } from './contrast.ts'
import { servedPage, wearing } from './page-served.ts'
import { form } from './booking-served.ts'

wearing('/booking/styles/booking.css')

/** The form with a server and a store that the test plays. */
async function atForm(answers: readonly ({ path: string } | Error)[], but: Partial<FormWorld> = {}) {
  const page = await servedPage(form())
  const seen = {
    sent: [] as URLSearchParams[],
    went: [] as string[],
    submitted: 0,
    again: 0,
    clock: 0,
    said: [] as string[],
  }
  const left = [...answers]
  const store = but.store ?? freshStore()
  const { tick } = bookForm(page, {
    lang: 'id',
    send: async fields => {
      seen.sent.push(new URLSearchParams(fields))
      const answer = left.shift() ?? new Unreachable()
      if (answer instanceof Error) throw answer
      return answer
    },
    prove: async (_challenge, progress) => {
      for (const share of [0, 0.05, 0.5]) {
        progress(share)
        seen.said.push(page.querySelector('#state')!.textContent!)
      }
      return 'the-work'
    },
    submit: () => void seen.submitted++,
    go: path => void seen.went.push(path),
    again: () => void seen.again++,
    store,
    clock: () => seen.clock,
    ...but,
  })
  const field = (id: string) => page.querySelector<HTMLInputElement>(`#${id}`)!
  return {
    page,
    seen,
    store,
    tick,
    field,
    button: page.querySelector<HTMLButtonElement>('#send')!,
    state: () => page.querySelector('#state')!.textContent!,
    type: (id: string, text: string) => {
      field(id).value = text
      field(id).dispatchEvent(new Event('input', { bubbles: true }))
    },
    send: async () => {
      page.querySelector<HTMLButtonElement>('#send')!.click()
      await aTimeout(10)
    },
  }
}

/** A store of its own for a test. */
function freshStore(): Storage {
  const kept = new Map<string, string>()
  return {
    getItem: key => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: key => void kept.delete(key),
    clear: () => kept.clear(),
    key: i => [...kept.keys()][i] ?? null,
    get length() {
      return kept.size
    },
  }
}

describe('the booking form with scripts', () => {
  it('goes to the ticket once it is booked', async () => {
    const it = await atForm([{ path: '/t/token-1' }])
    await it.send()
    expect(it.seen.went).to.deep.equal(['/t/token-1?lang=id'])
  })

  it('survives two lost connections: nothing is lost, and the key stays the same', async () => {
    const it = await atForm([new Unreachable(), new Unreachable(), { path: '/t/token-1' }])
    it.type('name', 'Contoh')
    await it.send()
    expect(it.state()).to.equal('Belum tersimpan. Coba lagi, nomor Anda tidak dobel.')
    expect(it.button.textContent).to.equal('Coba lagi')
    await it.send()
    expect(it.field('name').value).to.equal('Contoh')
    await it.send()
    expect(it.seen.went).to.have.length(1)
    expect(it.seen.sent.map(f => f.get('key'))).to.deep.equal(Array(3).fill('made-by-the-server-1'))
  })

  it('tries again by itself when the connection is back', async () => {
    const it = await atForm([new Unreachable(), { path: '/t/token-1' }])
    await it.send()
    window.dispatchEvent(new Event('online'))
    await aTimeout(10)
    expect(it.seen.went).to.have.length(1)
  })

  it('has what was typed after a reload, but never the NIK', async () => {
    const before = await atForm([])
    before.type('name', 'Contoh')
    before.type('phone', '081200000000')
    before.type('nik', '6472000000000000')
    expect(before.store.getItem(before.store.key(0)!)).to.not.contain('6472000000000000')
    const after = await atForm([], { store: before.store })
    expect([after.field('name').value, after.field('phone').value]).to.deep.equal(['Contoh', '081200000000'])
    expect(after.field('nik').value).to.equal('')
    expect(after.state()).to.equal('Isian Anda tadi masih ada.')
  })

  it('leaves nothing behind once it is booked', async () => {
    const it = await atForm([{ path: '/t/token-1' }])
    it.type('phone', '081200000000')
    await it.send()
    expect(it.store.length).to.equal(0)
  })

  it('is empty for the next person who comes back to it once it was sent [R12]', async () => {
    const it = await atForm([{ path: '/t/token-1' }])
    const fields = ['name', 'phone', 'nik']
    for (const id of fields) it.type(id, '6472000000000000')
    await it.send()
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
    expect(fields.map(id => it.field(id).value)).to.deep.equal(['', '', ''])
    expect(it.seen.again).to.equal(1)
  })

  it('is as it was for somebody who comes back before it was sent', async () => {
    const it = await atForm([])
    it.type('name', 'Contoh')
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
    expect([it.field('name').value, it.seen.again]).to.deep.equal(['Contoh', 0])
  })

  it('is not filled in again by the browser, which may still offer what its owner saved [R12]', async () => {
    const { page, field } = await atForm([])
    expect(page.querySelector<HTMLFormElement>('#book')!.autocomplete).to.equal('off')
    expect([field('name').autocomplete, field('phone').autocomplete]).to.deep.equal(['nickname', 'tel'])
  })

  it('says above its button how sending went, where the thumb and the eye are', async () => {
    const it = await atForm([new Unreachable()])
    await it.send()
    const state = it.page.querySelector('.dock #state')!
    expect(state.compareDocumentPosition(it.button)).to.equal(Node.DOCUMENT_POSITION_FOLLOWING)
    expect(getComputedStyle(state).color).to.not.equal(getComputedStyle(it.page.querySelector('.soft')!).color)
    await expect(it.page).to.be.accessible()
  })

  for (const theme of ['light', 'dark'])
    it(`can be read in ${theme} while it is being sent`, async () => {
      document.documentElement.dataset['theme'] = theme
      const it = await atForm([], { send: () => new Promise(() => {}) })
      await it.send()
      expect(it.button.disabled).to.equal(true)
      expect(contrastOf(it.button)).to.be.above(4.5)
      document.documentElement.dataset['theme'] = 'light'
    })

  it('sends once for a double tap', async () => {
    const it = await atForm([{ path: '/t/token-1' }])
    it.button.click()
    it.button.click()
    await aTimeout(10)
    expect(it.seen.sent).to.have.length(1)
  })

  it('works out a proof quietly and hands it in under the same key', async () => {
    const asked = new AppError('PROOF_REQUIRED', { challenge: { parameters: {} } })
    const it = await atForm([asked, { path: '/t/token-1' }])
    await it.send()
    expect(it.seen.said).to.deep.equal(
      [0, 0, 50].map(n => `Sedang ramai. Menyiapkan tempat Anda, ${n} persen. Jangan tutup halaman ini.`),
    )
    expect(it.seen.sent.map(f => [f.get('key'), f.get('proof')])).to.deep.equal([
      ['made-by-the-server-1', null],
      ['made-by-the-server-1', 'the-work'],
    ])
    expect(it.seen.went).to.have.length(1)
  })

  it('goes to the waiting page where this browser cannot work', async () => {
    const asked = new AppError('PROOF_REQUIRED', { challenge: {} })
    const it = await atForm([asked], { prove: async () => undefined })
    await it.send()
    expect(it.seen.submitted).to.equal(1)
  })

  it('lets the server show what is wrong, with everything in place', async () => {
    const it = await atForm([new AppError('SLOT_FULL')])
    await it.send()
    expect(it.seen.submitted).to.equal(1)
  })

  it('says when it may be tried again in a very busy moment', async () => {
    const it = await atForm([new AppError('TOO_MANY_REQUESTS', { retryAfter: 7 })])
    await it.send()
    expect(it.state()).to.contain('Coba lagi dalam 7 detik')
    expect(it.button.disabled).to.equal(false)
  })

  it('counts down for how long the time is held, and says what happens then', async () => {
    const it = await atForm([])
    const hold = it.page.querySelector('#hold')!
    expect(hold.textContent).to.contain('Sisa 5.00')
    it.seen.clock = 61_000
    it.tick()
    expect(hold.textContent).to.contain('Sisa 3.59')
    it.seen.clock = 301_000
    it.tick()
    expect(hold.textContent).to.contain('Waktunya habis. Anda tetap bisa mengirim')
  })
})
