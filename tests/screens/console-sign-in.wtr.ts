import { aTimeout, elementUpdated, expect, fixture, html, waitUntil } from '@open-wc/testing'
import '../../console/frame/console-sign-in.ts'
import type { ConsoleSignIn } from '../../console/frame/console-sign-in.ts'
import { answerWith, restoreFetch, sent } from '../helpers/console-answers.ts'
import { accessibleInThemes, heard } from './ui-in-themes.ts'

const page = (demo = true, ended: 'idle' | false = false) =>
  html`<console-sign-in .demo=${demo} .ended=${ended}></console-sign-in>`
const field = (element: ConsoleSignIn, id: string) => element.shadowRoot!.querySelector<HTMLInputElement>(`#${id}`)!
const words = (element: ConsoleSignIn) => element.shadowRoot!.textContent!.replace(/\s+/g, ' ')

async function tries(element: ConsoleSignIn, username: string, password: string): Promise<void> {
  field(element, 'username').value = username
  field(element, 'password').value = password
  element.shadowRoot!.querySelector('form')!.requestSubmit()
  await aTimeout(30)
  await elementUpdated(element)
}

describe('console-sign-in', () => {
  afterEach(restoreFetch)

  it('reads well in every theme', async () => {
    await accessibleInThemes(await fixture(page(true, 'idle')))
  })

  it('starts in the user name and tells who just signed in', async () => {
    answerWith({ 'POST /api/login': [200, { staff: { id: 'p3', name: 'Petugas 3' } }] })
    const element = await fixture<ConsoleSignIn>(page())
    expect(element.shadowRoot!.activeElement).to.equal(field(element, 'username'))
    const entered = heard<{ id: string }>(element, 'signedin')
    await tries(element, ' petugas3 ', 'rahasia')
    expect(entered.map(s => s.id)).to.deep.equal(['p3'])
    expect(sent[0]!.body).to.deep.equal({ username: 'petugas3', password: 'rahasia' })
  })

  it('says that name or password is wrong and puts the caret back into the password', async () => {
    answerWith({ 'POST /api/login': [401, { error: { code: 'WRONG_PASSWORD' } }] })
    const element = await fixture<ConsoleSignIn>(page())
    await tries(element, 'petugas3', 'salah')
    expect(words(element)).to.contain('Nama pengguna atau kata sandi salah')
    expect(element.shadowRoot!.activeElement).to.equal(field(element, 'password'))
  })

  it('counts down after too many attempts and asks nobody meanwhile', async () => {
    answerWith({ 'POST /api/login': [429, { error: { code: 'TOO_MANY_ATTEMPTS', data: { retryAfter: 3 } } }] })
    const element = await fixture<ConsoleSignIn>(page())
    await tries(element, 'petugas3', 'salah')
    expect(words(element)).to.contain('3 detik')
    await tries(element, 'petugas3', 'salah')
    expect(sent).to.have.length(1)
    await aTimeout(1100)
    expect(words(element)).to.contain('2 detik')
  })

  it('says that the server cannot be reached', async () => {
    answerWith({})
    const element = await fixture<ConsoleSignIn>(page())
    await tries(element, 'petugas3', 'rahasia')
    expect(words(element)).to.contain('Server tidak terjangkau')
  })

  it('asks for both before it asks the server', async () => {
    answerWith({})
    const element = await fixture<ConsoleSignIn>(page())
    await tries(element, 'petugas3', '')
    expect(words(element)).to.contain('Isi nama pengguna dan kata sandi')
    expect(sent).to.have.length(0)
  })

  it('shows the password on request, and warns of Caps Lock', async () => {
    const element = await fixture<ConsoleSignIn>(page())
    element.shadowRoot!.querySelector<HTMLElement>('.secret ui-button')!.click()
    await elementUpdated(element)
    expect(field(element, 'password').type).to.equal('text')
    field(element, 'password').dispatchEvent(new KeyboardEvent('keydown', { key: 'A', modifierCapsLock: true }))
    await elementUpdated(element)
    expect(words(element)).to.contain('Caps Lock sedang menyala')
  })

  it('fills in a demo account, and lists none on a real server', async () => {
    const element = await fixture<ConsoleSignIn>(page())
    const accounts = [...element.shadowRoot!.querySelectorAll<HTMLElement>('aside ui-button')]
    expect(accounts).to.have.length(13)
    accounts[2]!.click()
    expect([field(element, 'username').value, field(element, 'password').value]).to.deep.equal([
      'petugas3',
      'tanggap-demo',
    ])
    const real = await fixture<ConsoleSignIn>(page(false))
    expect(real.shadowRoot!.querySelector('aside')).to.equal(null)
  })
})

describe('console-sign-in with an account of a provider', () => {
  afterEach(restoreFetch)

  const beside = async (returned = '') => {
    const entered: { id: string }[] = []
    const element = await fixture<ConsoleSignIn>(
      html`<console-sign-in
        .provider=${'Akun Kota'}
        .returned=${returned}
        @signedin=${(e: CustomEvent<{ id: string }>) => entered.push(e.detail)}
      ></console-sign-in>`,
    )
    // Where the answer asks for a code, that stands in its place at once.
    const shown = () => element.shadowRoot!.querySelector('sign-in-oidc, sign-in-code')
    await waitUntil(shown, 'fetched', { timeout: 8_000 })
    const way = shown()!
    await elementUpdated(way)
    return { element, way, entered }
  }

  it('reads well in every theme', async () => {
    answerWith({ 'POST /api/login/oidc': [403, { error: { code: 'OIDC_UNKNOWN', data: { name: 'Akun Kota' } } }] })
    const { element, way } = await beside('?code=a&state=b')
    await aTimeout(30)
    expect(way.shadowRoot!.textContent).to.contain('Anda belum terdaftar di kantor ini')
    await accessibleInThemes(element)
  })

  it('tells who signed in by what the provider gave the browser, and asks for the code where one is due', async () => {
    answerWith({ 'POST /api/login/oidc': [200, { staff: { id: 'dewi' } }] })
    const { element, way } = await beside()
    expect(sent).to.have.length(0)
    expect(way.shadowRoot!.querySelector('ui-button')!.textContent).to.equal('Masuk dengan Akun Kota')
    expect(element.shadowRoot!.querySelector('#username')).not.to.equal(null)
    const back = await beside('?code=a&state=b')
    await aTimeout(30)
    expect(sent.map(one => one.body)).to.deep.equal([{ returned: '?code=a&state=b' }])
    expect(back.entered.map(s => s.id)).to.deep.equal(['dewi'])
    answerWith({ 'POST /api/login/oidc': [200, { next: 'code' }] })
    const half = await beside('?code=a&state=b')
    await waitUntil(() => half.element.shadowRoot!.querySelector('sign-in-code'), 'fetched', { timeout: 8_000 })
  })
})
