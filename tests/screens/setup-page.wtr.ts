import { aTimeout, elementUpdated, expect, fixture, html } from '@open-wc/testing'
import '../../setup/setup-app.ts'
import type { SetupAccount } from '../../setup/setup-account.ts'
import type { SetupApp } from '../../setup/setup-app.ts'
import { answerWith, restoreFetch, sent } from '../helpers/console-answers.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

const NOW = Date.UTC(2026, 5, 9)
const OPENED = { now: NOW, until: NOW + 52 * 60_000, secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', address: '' }
const LOOK = { 'POST /api/setup/look': [200, OPENED] } as const
const GIVEN = { name: 'Ani Contoh', email: 'ani@kantor.example', password: 'perahu biru di tepian', code: '123 456' }

async function opened(answers: Parameters<typeof answerWith>[0] = {}): Promise<SetupApp> {
  answerWith({ ...LOOK, ...answers })
  const app = await fixture<SetupApp>(html`<setup-app></setup-app>`)
  await aTimeout(30)
  await elementUpdated(app)
  return app
}

const account = (app: SetupApp) => app.shadowRoot!.querySelector<SetupAccount>('setup-account')!
const words = (root: SetupApp | SetupAccount) => root.shadowRoot!.textContent!.replace(/\s+/g, ' ')

async function sends(app: SetupApp, given: Partial<typeof GIVEN>): Promise<void> {
  const page = account(app)
  for (const [id, value] of Object.entries({ ...GIVEN, ...given })) {
    const input = page.shadowRoot!.querySelector<HTMLInputElement>(`#${id}`)!
    input.value = value
    input.dispatchEvent(new Event('input'))
  }
  page.shadowRoot!.querySelector('form')!.requestSubmit()
  await aTimeout(30)
  await elementUpdated(app)
  if (account(app)) await elementUpdated(account(app))
}

describe('the page of a set-up link', () => {
  afterEach(restoreFetch)

  it('reads well in every theme, with the minutes that are left, and begins in the name', async () => {
    const app = await opened()
    expect(words(account(app))).to.contain('Berlaku 52 menit lagi')
    expect(account(app).shadowRoot!.activeElement!.id).to.equal('name')
    await accessibleInThemes(app)
  })

  it('says at its field what is missing, and asks nobody', async () => {
    const app = await opened()
    await sends(app, { email: 'ani', password: 'pendek', code: '12' })
    expect(sent.map(s => s.route)).to.deep.equal(['POST /api/setup/look'])
    const page = account(app)
    const wrong = [...page.shadowRoot!.querySelectorAll('.wrong')].map(w => w.id)
    expect(wrong).to.deep.equal(['email-says', 'password-says', 'code-says'])
    expect(page.shadowRoot!.activeElement!.id).to.equal('email')
  })

  it('takes the red from a field as soon as what stands in it is right, and not before', async () => {
    const app = await opened({ 'POST /api/setup/administrator': [403, { error: { code: 'WRONG_CODE' } }] })
    await sends(app, { email: 'ani', code: '12' })
    const root = account(app).shadowRoot!
    const types = async (id: string, value: string) => {
      const field = root.querySelector<HTMLInputElement>(`#${id}`)!
      field.value = value
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
      await elementUpdated(account(app))
      return [...root.querySelectorAll('.wrong')].map(w => w.id)
    }
    expect(await types('email', 'ani@')).to.deep.equal(['email-says', 'code-says'])
    expect(await types('email', GIVEN.email)).to.deep.equal(['code-says'])
    expect(await types('code', '123 456')).to.deep.equal([])
    await sends(app, {})
    expect(words(account(app))).to.contain('tidak cocok')
    expect(await types('code', '654321')).to.deep.equal([])
  })

  it('sends the account once, and shows the recovery codes to be kept', async () => {
    const app = await opened({ 'POST /api/setup/administrator': [200, { recoveryCodes: ['aaaa-bbbb', 'cccc-dddd'] }] })
    await sends(app, {})
    expect(sent.at(-1)!.body).to.deep.include({ ...GIVEN, code: '123456' })
    expect(words(app.shadowRoot!.querySelector('setup-codes') as unknown as SetupApp)).to.contain('cccc-dddd')
    // On paper it is said whose they are and what they are for.
    expect(words(app.shadowRoot!.querySelector('setup-codes') as unknown as SetupApp))
      .to.contain(GIVEN.email)
      .and.contain('Setiap kode berlaku satu kali')
    await accessibleInThemes(app)
  })

  it('says that a code does not fit, and keeps what was typed', async () => {
    const refusal = [403, { error: { code: 'WRONG_CODE' } }] as const
    const app = await opened({ 'POST /api/setup/administrator': refusal })
    await sends(app, {})
    expect(words(account(app))).to.contain('tidak cocok')
    expect(account(app).shadowRoot!.querySelector<HTMLInputElement>('#name')!.value).to.equal(GIVEN.name)
  })

  it('leads on where the link is over, in every theme', async () => {
    answerWith({ 'POST /api/setup/look': [410, { error: { code: 'SETUP_LINK' } }] })
    const app = await fixture<SetupApp>(html`<setup-app></setup-app>`)
    await aTimeout(30)
    await elementUpdated(app)
    expect(words(app)).to.contain('npm run setup-link')
    await accessibleInThemes(app)
  })

  it('advises no new link where there is an administrator already', async () => {
    const offices = { offices: [], demo: false, now: NOW, oidc: null }
    answerWith({ 'POST /api/setup/look': [410, { error: { code: 'SETUP_LINK' } }], 'GET /api/offices': [200, offices] })
    const app = await fixture<SetupApp>(html`<setup-app></setup-app>`)
    await aTimeout(30)
    await elementUpdated(app)
    expect(words(app)).to.contain('sudah punya administrator').and.not.to.contain('npm run setup-link')
  })

  it('calls no password good that everybody tries or that is a name', async () => {
    const page = account(await opened())
    const says = async (password: string) => {
      const input = page.shadowRoot!.querySelector<HTMLInputElement>('#password')!
      input.value = password
      input.dispatchEvent(new Event('input'))
      await elementUpdated(page)
      return [
        page.shadowRoot!.querySelector('#password-says')!.textContent,
        page.shadowRoot!.querySelectorAll('.on').length,
      ]
    }
    page.shadowRoot!.querySelector<HTMLInputElement>('#email')!.value = 'sulistyowati@kantor.example'
    for (const bad of ['password1234', '123456789012', 'abcabcabcabc', 'sulistyowati1'])
      expect((await says(bad))[1], bad).to.equal(1)
    expect((await says('password1234'))[0]).to.contain('mudah ditebak')
    expect((await says('perahu biru di tepian'))[1]).to.equal(4)
  })
})
